"""Where bytes come from: paths, folders, patterns, standard input, and what the bytes are."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kb.errors import (
    FormatUnknown,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceTooLarge,
    SourceUnreadable,
)
from kb.sources import LARGEST_FILE, STANDARD_INPUT, Location, absolute, find, largest, read
from kb.sources.media import media_type

FICTION = "This text is fiction, written for a test of kb.\n"


def write(folder: Path, *names: str, text: str = FICTION) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, *locations: str | Path) -> list[str]:
    """The paths that locations lead to, below ``folder``."""
    leading = find([str(each) for each in locations])
    return [os.path.relpath(each.path, folder) for each in leading if not each.error]


# Finding -------------------------------------------------------------------------------------


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.txt", "a/a.txt", "c/d.html", "B.txt")

    assert found(tmp_path, tmp_path) == ["B.txt", "b.txt", "a/a.txt", "a/z.md", "a/b/c.txt", "c/d.html"]


def test_a_location_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")

    again = f"{tmp_path}/./b.txt", f"{tmp_path}/*.txt"

    assert found(tmp_path, tmp_path / "b.txt", tmp_path, *again) == ["b.txt", "a.txt"]


def test_what_the_user_wrote_is_told_from_what_was_found(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "f/b.txt")

    assert [each.named for each in find([str(tmp_path / "a.txt"), str(tmp_path / "f")])] == [True, False]


def test_hidden_names_caches_and_the_index_of_kb_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "node_modules/c.txt", "__pycache__/d.txt")
    write(tmp_path, "index/kb.db", "index/originals/e.txt", "sub/index/f.txt")

    assert found(tmp_path, tmp_path) == ["a.txt", "sub/index/f.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "sub/b.txt"]),
        ("s?b", ["sub/b.txt"]),
        ("[as]*", ["a.txt", "sub/b.txt"]),
        ("**", ["a.txt", "c.md", "sub/b.txt"]),
    ],
)
def test_patterns_are_expanded_as_a_walk_would_go(tmp_path: Path, pattern: str, expected: list[str]) -> None:
    write(tmp_path, "a.txt", "sub/b.txt", "c.md", ".hidden/d.txt", "index/kb.db", "index/originals/e.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)

    assert sorted(found(tmp_path, tmp_path / pattern)) == expected


def test_a_pattern_without_a_match_is_an_error_beside_its_location(tmp_path: Path) -> None:
    (location,) = find([str(tmp_path / "*.txt")])

    with pytest.raises(SourceMissing, match="No file matches"):
        read(location)


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a[1].txt", "a1.txt")

    assert found(tmp_path, tmp_path / "a[1].txt") == ["a[1].txt"]


def test_no_link_is_followed_inside_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt", "outside/y.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "link.txt").symlink_to(tmp_path / "outside" / "y.txt")

    locations = list(find([str(tmp_path / "a")]))

    assert [Path(each.path).name for each in locations] == ["link.txt", "loop", "x.txt"]
    for link in locations[:2]:
        with pytest.raises(SourceUnreadable, match="symbolic link"):
            read(link)


def test_a_link_that_the_user_named_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "real/x.txt")
    (tmp_path / "folder").symlink_to(tmp_path / "real", target_is_directory=True)
    (tmp_path / "file.txt").symlink_to(tmp_path / "real" / "x.txt")

    assert found(tmp_path, tmp_path / "folder") == ["folder/x.txt"]
    assert read(Location(str(tmp_path / "file.txt"), named=True)).content == FICTION.encode()


def test_an_empty_folder_leads_nowhere(tmp_path: Path) -> None:
    assert found(tmp_path, tmp_path) == []


# Reading -------------------------------------------------------------------------------------


def test_the_largest_files_are_known_before_they_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "d.txt")
    write(tmp_path, "b.txt", text=FICTION * 3)
    write(tmp_path, "c.txt", text=FICTION * 2)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    with (tmp_path / "refused.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    known = largest(find([str(tmp_path), STANDARD_INPUT, str(tmp_path / "gone.txt")]), 2)

    assert [Path(each.path).name for each in known] == ["b.txt", "c.txt"]


def test_a_file_is_its_bytes(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")

    source = read(Location(str(tmp_path / "a.txt"), named=True))

    assert source.location == str(tmp_path / "a.txt")
    assert source.content == FICTION.encode()
    assert source.sha256 == hashlib.sha256(FICTION.encode()).hexdigest()


def failure(path: Path | str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(Location(str(path), named=True))
    return caught.value


def test_nothing_there_is_said_so(tmp_path: Path) -> None:
    assert isinstance(failure(tmp_path / "missing.txt"), SourceMissing)
    assert isinstance(failure(""), SourceMissing)
    assert isinstance(failure(f"{tmp_path}/a\0b"), SourceMissing)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_said_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)

    assert isinstance(failure(tmp_path / "empty.txt"), SourceEmpty)


def test_what_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    write(tmp_path, "file.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert isinstance(failure(tmp_path / "file.txt" / "under"), SourceUnreadable)
    assert isinstance(failure(tmp_path / "pipe"), SourceUnreadable)
    assert isinstance(failure(tmp_path / "loop"), SourceUnreadable)
    assert isinstance(failure(tmp_path / ("long" * 100)), SourceUnreadable)
    assert isinstance(failure(os.devnull), SourceUnreadable)


def test_a_pipe_in_a_folder_is_one_location_among_others(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "z.txt")
    os.mkfifo(tmp_path / "pipe.txt")

    errors: list[str] = []
    for location in find([str(tmp_path)]):
        try:
            read(location)
        except SourceError as error:
            errors.append(f"{Path(location.path).name}: {type(error).__name__}")

    assert errors == ["pipe.txt: SourceUnreadable"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    error = failure(tmp_path / "large.txt")

    assert isinstance(error, SourceTooLarge)
    assert "200 MB" in str(error)


@pytest.mark.skipif(sys.platform == "darwin", reason="its file system refuses such names")
def test_a_name_that_is_not_utf8_is_read_and_printable(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/ni\xf1ez.txt"
    Path(os.fsdecode(path)).write_text(FICTION, encoding="utf-8")

    (location,) = find([str(tmp_path)])

    assert read(location).location == f"{tmp_path}/ni\\xf1ez.txt"
    assert absolute(location.path).encode()


def test_standard_input_is_a_source() -> None:
    program = (
        "from kb.sources import *\n"
        "for location in find(['-', '-']):\n"
        "    source = read(location)\n"
        "    print(source.location, len(source.content))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], input=FICTION.encode(), capture_output=True, check=True, timeout=60
    )

    assert done.stdout.decode().splitlines() == [f"{STANDARD_INPUT} {len(FICTION)}"]


# What bytes are ------------------------------------------------------------------------------


PAGE = b'Content-Type: multipart/related;\n\ttype="text/html"; boundary=x\n\n--x\n\nFiction'


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"Fiction", "text/plain"),
        ("a", b"Fiction", "text/plain"),
        ("a.md", b"Fiction", "text/markdown"),
        ("a.MARKDOWN", b"Fiction", "text/markdown"),
        ("a", b"---\ntitle: Fiction\n---\nText", "text/markdown"),
        ("a", b"# Fiction\n\nText", "text/markdown"),
        ("a.txt", b"# Fiction\n\nText", "text/plain"),
        ("a.txt", b"<!DOCTYPE html><p>Fiction", "text/html"),
        ("a.txt", b"\xef\xbb\xbf\n<!-- x --><HTML lang=en><p>Fiction", "text/html"),
        ("a.html", b"Fiction <b>only</b>", "text/html"),
        ("a.html", b"Fiction only", "text/plain"),
        ("a", b'<?xml version="1.0"?><html><p>Fiction', "text/html"),
        ("a", "<html><p>Fiction".encode("utf-16"), "text/html"),
        ("a.htm", "<p>Fiction".encode("utf-16"), "text/html"),
        ("a.txt", "Ficción".encode("utf-16"), "text/plain"),
        ("a.txt", "Ficción sin marca".encode("utf-16-le"), "text/plain"),
        ("a.txt", "<html><p>Ficción".encode("utf-16-be"), "text/html"),
        ("a.txt", b"Fiction. " * 200 + b"\x00" * 9, "text/plain"),
        ("a.txt", b"Fiction. " * 200 + b"fict\x00on" + b"Fiction. " * 200, "text/plain"),
        ("a", b"<ul><li>Fiction</ul>", "text/html"),
        ("a.txt", b"[fiction] in brackets", "text/plain"),
        ("a.txt", b"5 < 7 <-- fiction", "text/plain"),
        ("a.txt", b"# Fiction\n\nIt is.\n\n## Scope\n\nAll.\n\n## Duties\n\nNone.", "text/markdown"),
        ("a.txt", b"# a remark\nfiction = 1\n# another\n# and one more", "text/plain"),
        ("-", b"Fiction", "text/plain"),
        ("a.txt", b"%PDF-1.7 fiction", "application/pdf"),
        ("a", b"\n\n%PDF-1.7 fiction", "application/pdf"),
        ("a", b"junk before\n%PDF-1.7\n1 0 obj fiction", "application/pdf"),
        ("a.txt", b"Fiction on how a file begins: %PDF-", "text/plain"),
        ("a", b"%PTF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", "application/pdf"),
        ("a.txt", b"Fiction on how a file ends: startxref, %%EOF", "text/plain"),
        ("a.docx", b"PK\x03\x04 fiction", "application/zip"),
        ("a.txt", b"{\\rtf1 fiction}", "application/rtf"),
        ("a.txt", b"junk\r\n{\\rtf1\\ansi fiction}", "application/rtf"),
        ("a.txt", b"Fiction on RTF, which begins with {\\rtf1 and ends so: }", "text/plain"),
        ("a.txt", b"From: a@example.org\nSubject: Fiction\nMIME-Version: 1.0\n\nFiction", "message/rfc822"),
        ("a.eml", b"From: a@example.org\nSubject: Fiction\n\nFiction", "message/rfc822"),
        ("a.txt", b"From: <Saved by Blink>\nMIME-Version: 1.0\n" + PAGE, "multipart/related"),
        ("a.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Fiction", "multipart/related"),
        ("a.mht", b"From: A <a@example.org>\nMIME-Version: 1.0\n" + PAGE, "message/rfc822"),
        ("a.txt", b"Fiction on saving.\nMIME-Version: 1.0\n" + PAGE, "text/plain"),
        ("a.txt", b"From: the office\nTo: all\nDate: 3 May\nSubject: Fiction\n\nFiction", "text/plain"),
    ],
)
def test_the_bytes_tell_what_they_are(name: str, content: bytes, expected: str) -> None:
    assert media_type(content, name) == expected


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xd0\xcf\x11\xe0 fiction", "Microsoft Office"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"II*\x00 fiction", "TIFF"),
        (b"Rar!\x1a\x07\x00 fiction", "RAR"),
        (b"\x89PNG\r\n fiction", "PNG"),
        (b"%!PS-Adobe-3.0 fiction", "PostScript"),
        (b'<?xml version="1.0"?>\n<rss><title>fiction</title></rss>', "XML"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>fiction &b;</a>', "XML"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><w:wordDocument xmlns:w="x">fiction</w:wordDocument>', "XML"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>fiction</text></svg>', "XML"),
        (b"\xff\xd8\xff\xe0 fiction", "JPEG"),
        (b"SQLite format 3\x00 fiction", "SQLite"),
        (b'{"title": "fiction"}', "JSON"),
        (b' [{"title": "fiction"}]', "JSON"),
        (b"fiction\x00with nothing", "not text"),
        (bytes(range(1, 9)) * 20 + b"fiction", "not text"),
    ],
)
def test_what_kb_does_not_read_is_named(content: bytes, name: str) -> None:
    with pytest.raises(FormatUnknown, match=name):
        media_type(content, "a.txt")


def test_json_as_deep_as_a_well_is_text() -> None:
    assert media_type(b"[" * 100_000, "a.txt") == "text/plain"
