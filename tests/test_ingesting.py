"""The story of files that come in: exactly once, whatever they are, and nobody takes others along."""

from __future__ import annotations

import json
import os
import shutil
import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kb.errors import Misuse, NotHeld
from kb.ingesting import Entry, Report, ingest, retry
from kb.library import Library
from kb.maintaining import drop, quarantine, quarantined
from kb.reading import show
from kb.searching import search
from kb.settings import open_named
from kb.sources import LARGEST_FILE
from tests.fiction import release, write
from tests.processes import modes_bind, run


def outcomes(report: Report) -> list[tuple[str, str | None]]:
    return [(entry.outcome, entry.id) for entry in report.entries]


def one(library: Library, *locations: str | Path, **choices: Any) -> Entry:
    report = ingest(library, map(str, locations), **choices)
    assert len(report.entries) == 1
    return report.entries[0]


def found(library: Library, question: str) -> list[str]:
    return sorted(hit.id for hit in search(library, question).hits)


# -- Exactly once -------------------------------------------------------------------------------


def test_every_file_has_an_entry_and_counts(library: Library) -> None:
    folder = library.folder / "in"
    write(folder, "b.md", release("Fiction: a shelter", id="b"))
    write(folder, "a/a.md", release("Fiction: a guardian", id="a"))
    write(folder, "c.txt", "")

    report = ingest(library, [str(folder)])

    assert report.counts == {"new": 2, "updated": 0, "unchanged": 0, "set aside": 1}
    assert [(entry.location, entry.outcome, entry.id, entry.title) for entry in report.entries] == [
        ("in/b.md", "new", "b", "Fiction: a shelter"),
        ("in/c.txt", "set aside", None, ""),
        ("in/a/a.md", "new", "a", "Fiction: a guardian"),
    ]
    assert found(library, "fiction") == ["a", "b"]


def test_a_second_run_changes_nothing(library: Library) -> None:
    folder = write(library.folder, "in/a.md", release("Fiction: a guardian")).parent
    write(folder, "b.txt", "Fiction: a border.\n\nThis text is fiction.")
    ingest(library, [str(folder)])
    before = (library.store.last_change, library.engine.seal())

    report = ingest(library, [str(folder)])

    assert report.counts == {"new": 0, "updated": 0, "unchanged": 2, "set aside": 0}
    assert (library.store.last_change, library.engine.seal()) == before


def test_few_large_files_are_in_memory_at_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(8), raising=False)
    folder = library.folder / "in"
    folder.mkdir()
    for number in range(16):
        with (folder / f"{number:02}.png").open("wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            file.truncate(LARGEST_FILE)

    tracemalloc.start()
    try:
        report = ingest(library, [str(folder)])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert report.counts["set aside"] == 16
    assert peak < 11 * LARGEST_FILE


def test_a_changed_file_is_a_new_edition_of_the_same_document(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian", "The word was heron."))
    first = one(library, path)
    before = library.store.original_path(library.store.summary(str(first.id)).sha256)
    path.write_text(release("Fiction: a guardian renamed", "The word is kestrel."), encoding="utf-8")

    second = one(library, path)

    assert (second.outcome, second.id) == ("updated", first.id)
    assert library.store.summary(str(first.id)).edition.number == 2
    assert (library.store.count("documents"), before.exists()) == (1, True)
    assert (found(library, "heron"), found(library, "kestrel")) == ([], [first.id])


def test_a_renamed_file_is_the_same_record(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian"))
    first = one(library, path)

    second = one(library, path.rename(path.with_name("b.md")))

    assert (second.outcome, second.id) == ("unchanged", first.id)
    assert library.store.count("documents") == 1


def test_a_renamed_file_that_changes_later_is_still_the_same_record(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian"))
    first = one(library, path)
    path = path.rename(path.with_name("b.md"))
    one(library, path)

    for number in range(2):
        path.write_text(release("Fiction: another title", f"Changed {number}."), encoding="utf-8")
        assert outcomes(ingest(library, [str(path)])) == [("updated", first.id)]
    assert library.store.summary(str(first.id)).edition.number == 3


def test_the_same_bytes_twice_are_one_record_with_two_locations(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian"))
    copy = Path(shutil.copyfile(path, path.with_name("copy.md")))

    report = ingest(library, [str(path), str(copy)])

    assert outcomes(report) == [("new", report.entries[0].id), ("unchanged", report.entries[0].id)]
    assert library.store.summary(str(report.entries[0].id)).locations == ("a.md", "copy.md")


MAIL = (
    "From: press@fiction.example\nTo: all@fiction.example\nSubject: Fiction: niñas and a guardian\n"
    "Date: Mon, 3 May 2021 09:00:00 +0000\nMessage-ID: <1@fiction.example>\n"
    "Content-Type: text/plain; charset=utf-8\n\nThe guardian of this fiction met 40 niñas.\n\nAll went.\n"
)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("a.eml", MAIL.encode(), MAIL.replace("\n", "\r\n").encode()),
        (
            "a.txt",
            b"Fiction: a guardian\n\nShe meets a child.\n",
            b"Fiction: a guardian\r\n\r\nShe meets a child.",
        ),
        ("a.txt", "Cuento: la niñez\n\nEs así.\n".encode(), "Cuento: la niñez\n\nEs así.\n".encode("cp1252")),
        (
            "a.html",
            b"<h1>Fiction</h1><p>A child.</p>",
            b"\xef\xbb\xbf<h1>Fiction</h1>\r\n<p>A child.</p>\r\n",
        ),
    ],
)
def test_other_bytes_that_read_alike_are_one_record(
    library: Library, name: str, first: bytes, second: bytes
) -> None:
    (library.folder / name).write_bytes(first)
    (library.folder / f"copy-{name}").write_bytes(second)
    places = [str(library.folder / name), str(library.folder / f"copy-{name}")]

    report = ingest(library, places)

    held = str(report.entries[0].id)
    assert outcomes(report) == [("new", held), ("unchanged", held)]
    assert library.store.summary(held).locations == (name, f"copy-{name}")
    assert outcomes(ingest(library, places)) == [("unchanged", held), ("unchanged", held)]


def test_what_reads_alike_is_one_record_also_where_another_text_has_its_id(library: Library) -> None:
    for name, text in {"a.txt": "One.", "b.txt": "Two.", "c.txt": "Two."}.items():
        (library.folder / name).write_text(f"Fiction: a guardian\n\n{text}\n", encoding="utf-8")
    (library.folder / "c.txt").write_bytes(b"Fiction: a guardian\r\n\r\nTwo.\r\n")

    report = ingest(library, [str(library.folder / name) for name in ("a.txt", "b.txt", "c.txt")])

    second = str(report.entries[1].id)
    assert outcomes(report)[1:] == [("new", second), ("unchanged", second)]


def test_a_copy_that_changes_leaves_the_other_its_record(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian"))
    copy = Path(shutil.copyfile(path, path.with_name("copy.md")))
    first = ingest(library, [str(path), str(copy)]).entries[0].id
    copy.write_text(release("Fiction: a guardian", "Changed."), encoding="utf-8")

    second = one(library, copy)

    assert (second.outcome, second.id) == ("new", f"{first}-2")
    assert library.store.summary(str(first)).locations == ("a.md",)


def test_a_document_that_says_its_id_keeps_it_when_moved_and_changed(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian", id="mine"))
    one(library, path)
    path.unlink()

    for number in range(2):  # the second time it changes in its new place
        moved = write(library.folder, "elsewhere/b.md", release("Fiction", f"Changed {number}.", id="mine"))
        assert outcomes(ingest(library, [str(moved)])) == [("updated", "mine")]
    assert (library.store.ids(), library.store.summary("mine").edition.number) == (["mine"], 3)


def test_a_title_that_came_before_makes_no_edition(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: weekly bulletin", "The first week."))
    first = one(library, path)
    path.unlink()

    second = one(library, write(library.folder, "b.md", release("Fiction: weekly bulletin", "The second.")))

    assert (second.outcome, second.id) == ("new", f"{first.id}-2")


def test_two_files_that_say_the_same_id_are_two_documents(library: Library) -> None:
    write(library.folder, "in/a.md", release("Fiction: one", id="mine"))
    write(library.folder, "in/b.md", release("Fiction: two", id="mine"))

    assert outcomes(ingest(library, [str(library.folder / "in")])) == [("new", "mine"), ("new", "mine-2")]
    assert outcomes(ingest(library, [str(library.folder / "in")])) == [
        ("unchanged", "mine"),
        ("unchanged", "mine-2"),
    ]


def test_a_file_that_takes_the_bytes_of_another_takes_its_record(library: Library) -> None:
    one(library, a := write(library.folder, "a.md", release("Fiction: one", id="one")))
    one(library, b := write(library.folder, "b.md", release("Fiction: two", id="two")))
    shutil.copyfile(b, a)

    entry = one(library, a)

    assert (entry.outcome, entry.id) == ("unchanged", "two")
    assert library.store.summary("two").locations == ("b.md", "a.md")


def test_a_file_named_twice_is_read_once(library: Library) -> None:
    path = write(library.folder, "in/a.md", release("Fiction: one"))

    report = ingest(library, [str(path), str(path.parent), f"{path.parent}/*.md"])

    assert report.counts["new"] == len(report.entries) == 1


def test_what_was_removed_comes_back_as_new(library: Library) -> None:
    from kb.maintaining import remove

    path = write(library.folder, "a.md", release("Fiction: heron", id="a"))
    one(library, path)
    remove(library, "a")
    assert found(library, "heron") == []

    assert one(library, path).outcome == "new"
    assert found(library, "heron") == ["a"]


# -- What the user says of the files ------------------------------------------------------------


def test_the_kind_and_language_that_are_given_win(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian", id="a"))

    one(library, path, kind="Comunicados", language="español")

    record = library.store.document("a")
    assert (record.kind, record.language) == ("press-release", "es")
    assert {passage.language for passage in record.passages} == {"es"}


def test_another_kind_reads_an_unchanged_file_anew(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian", id="a"))
    one(library, path)

    again = [one(library, path, kind="law").outcome for _ in range(2)]

    assert again == ["updated", "unchanged"]
    record = library.store.summary("a")
    assert (record.kind, record.edition.number) == ("law", 1)
    assert found(library, "kind:law") == ["a"]
    assert one(library, path).outcome == "unchanged"


@pytest.mark.parametrize("choice", [{"kind": "poem"}, {"language": "klingon"}])
def test_an_unknown_kind_or_language_is_told_before_anything_is_read(
    library: Library, choice: dict[str, Any]
) -> None:
    path = write(library.folder, "a.md", release("Fiction"))

    with pytest.raises(Misuse, match=r'There is no \w+ "\w+"; there are \w+'):
        ingest(library, [str(path)], **choice)

    assert library.store.count("documents") == 0


def test_a_dry_run_says_what_would_be_and_writes_nothing(library: Library) -> None:
    path = write(library.folder, "in/a.md", release("Fiction: a guardian", id="a"))
    ingest(library, [str(path)])
    write(library.folder, "in/b.md", release("Fiction: another", id="b"))
    write(library.folder, "in/c.md", "")
    path.write_text(release("Fiction: a guardian", "Changed.", id="a"), encoding="utf-8")
    before = snapshot(library.index_folder)

    report = ingest(library, [str(library.folder / "in")], dry_run=True)

    assert (report.dry_run, outcomes(report)) == (True, [("updated", "a"), ("new", "b"), ("set aside", None)])
    assert (library.store.last_change, library.store.quarantine()) == (1, [])
    assert snapshot(library.index_folder) == before


def test_a_dry_run_counts_what_says_the_same_once(library: Library) -> None:
    said = release("Fiction: a guardian")
    write(library.folder, "in/a.md", said)
    write(library.folder, "in/b.md", said)
    write(library.folder, "in/c.md", said.replace("\n", "\r\n"))
    places = [str(library.folder / "in")]

    dry = ingest(library, places, dry_run=True)
    real = ingest(library, places)

    assert dry.counts == real.counts == {"new": 1, "updated": 0, "unchanged": 2, "set aside": 0}
    assert {entry.id for entry in dry.entries} == {entry.id for entry in real.entries}


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    )
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_progress_is_told_from_nothing_to_all(library: Library) -> None:
    folder = write(library.folder, "in/a.md", release("Fiction: one")).parent
    write(folder, "b.md", release("Fiction: two"))
    steps: list[tuple[int, int, str]] = []

    ingest(library, [str(folder)], progress=lambda *step: steps.append(step))

    assert steps == [(0, 2, "in/a.md"), (1, 2, "in/b.md"), (2, 2, "")]


# -- Bad files ----------------------------------------------------------------------------------


def test_a_file_set_aside_is_remembered_until_it_can_be_read(library: Library) -> None:
    path = write(library.folder, "a.md", "")
    entry = one(library, path)
    assert (entry.outcome, str(entry.reason)) == ("set aside", "The file is empty.")
    assert [(each.location, str(each.reason)) for each in quarantine(library)] == [
        ("a.md", "The file is empty.")
    ]

    path.write_text(release("Fiction: a guardian"), encoding="utf-8")

    assert one(library, path).outcome == "new"
    assert library.store.quarantine() == []


def test_a_file_that_is_well_again_is_no_longer_set_aside(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: a guardian"))
    one(library, path)
    path.write_text("", encoding="utf-8")
    one(library, path)

    path.write_text(release("Fiction: a guardian"), encoding="utf-8")

    assert one(library, path).outcome == "unchanged"
    assert library.store.quarantine() == []


def test_the_quarantine_keeps_what_is_known_of_a_file(library: Library) -> None:
    path = write(library.folder, "a.json", '{"fiction": true}')
    one(library, path)

    aside = quarantined(library, str(path))

    assert (aside.location, aside.size, "JSON" in str(aside.reason)) == ("a.json", path.stat().st_size, True)
    assert datetime.fromisoformat(aside.at).tzinfo


def test_what_lies_in_the_quarantine_is_tried_again(library: Library) -> None:
    well, bad = (write(library.folder, name, "") for name in ("a.md", "b.md"))
    ingest(library, [str(well), str(bad)])
    well.write_text(release("Fiction: heron", id="a"), encoding="utf-8")

    report = retry(library, [])

    assert outcomes(report) == [("new", "a"), ("set aside", None)]
    assert [each.location for each in quarantine(library)] == ["b.md"]
    assert found(library, "heron") == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="no name holds a backslash there")
def test_a_file_whose_name_looks_like_an_escaped_byte_is_there(library: Library) -> None:
    path = write(library.folder, r"in/caf\xe9.md", "")
    ingest(library, [str(path)])
    path.write_text(release("Fiction: a shelter", id="a"), encoding="utf-8")

    assert outcomes(retry(library, [])) == [("new", "a")]


def test_one_file_of_the_quarantine_is_tried_alone(library: Library) -> None:
    paths = [write(library.folder, name, "") for name in ("a.md", "b.md")]
    ingest(library, map(str, paths))

    assert [entry.location for entry in retry(library, ["b.md"]).entries] == ["b.md"]


@pytest.mark.skipif(os.name != "posix", reason="only there may everyone make symbolic links")
def test_a_link_that_was_refused_is_refused_again(library: Library) -> None:
    outside = library.folder.parent / f"{library.folder.name}-outside"
    write(outside, "secret.md", release("Fiction: heron", id="secret"))
    links = library.folder / "in"
    links.mkdir()
    (links / "a.md").symlink_to(outside / "secret.md")
    (links / "b").symlink_to(outside, target_is_directory=True)
    ingest(library, [str(links)])

    assert (
        outcomes(retry(library, []))
        == outcomes(retry(library, ["in/b", "in/a.md"]))
        == [("set aside", None)] * 2
    )
    assert {"symbolic link" in str(each.reason) for each in quarantine(library)} == {True}
    assert found(library, "heron") == []


def test_a_file_that_is_gone_is_told_when_it_is_tried_again_by_name(library: Library) -> None:
    path = write(library.folder, "a.md", "")
    one(library, path)
    path.unlink()

    (entry,) = retry(library, ["a.md"]).entries

    assert (entry.location, entry.outcome, "gone" in str(entry.reason)) == ("a.md", "set aside", True)
    assert (retry(library, []).entries, quarantine(library)) == ((), ())


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has names that are no text")
def test_a_file_whose_name_is_no_text_lies_in_the_quarantine_too(library: Library) -> None:
    path = Path(os.fsdecode(os.fsencode(library.folder) + b"/ni\xf1ez.json"))
    try:
        path.write_text('{"fiction": true}', encoding="utf-8")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    one(library, path)

    assert [each.location for each in quarantine(library)] == ["ni\\xf1ez.json"]
    assert [entry.outcome for entry in retry(library, ["ni\\xf1ez.json"]).entries] == ["set aside"]


def test_dropping_forgets_the_file_and_leaves_it(library: Library) -> None:
    path = write(library.folder, "a.md", "")
    one(library, path)

    assert drop(library, ["a.md"]) == ("a.md",)
    assert (quarantine(library), path.exists()) == ((), True)


def test_what_is_not_in_the_quarantine_is_told(library: Library) -> None:
    for story in (
        lambda: quarantined(library, "a.md"),
        lambda: retry(library, ["a.md"]),
        lambda: drop(library, ["a.md"]),
    ):
        with pytest.raises(NotHeld, match="not in the quarantine"):
            story()


def test_a_path_that_leads_nowhere_is_told_and_not_remembered(library: Library) -> None:
    entry = one(library, "typo.md")

    assert (entry.outcome, str(entry.reason)) == ("set aside", "There is no such file.")
    assert library.store.quarantine() == []


def test_a_file_that_spoils_keeps_its_last_edition(library: Library) -> None:
    path = write(library.folder, "a.md", release("Fiction: heron", id="a"))
    one(library, path)
    path.write_bytes(b"\x00\x01\x02")

    assert one(library, path).outcome == "set aside"
    assert found(library, "heron") == ["a"]


def bad_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Make them; yields the name of each and what must be said of it."""
    write(folder, "empty.txt", "")
    yield "empty.txt", "empty"
    write(folder, "blank.md", "\n \t\n")
    yield "blank.md", "empty"
    (folder / "binary.bin").write_bytes(bytes(range(256)) * 8)
    yield "binary.bin", "not text"
    (folder / "binary.html").write_bytes(b"<p>Fiction</p>" + bytes(200))
    yield "binary.html", "not text"
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 fiction")
    yield "scan.pdf", "PDF"
    (folder / "letter.docx").write_bytes(b"PK\x03\x04 fiction")
    yield "letter.docx", "damaged"
    write(folder, "table.json", '{"fiction": true}')
    yield "table.json", "JSON"
    write(folder, "front.md", "---\ntitle: [never closed\n---\n\nFiction.\n")
    yield "front.md", "front matter"
    write(folder, "deep.md", "".join("  " * depth + "- fiction\n" for depth in range(400)))
    yield "deep.md", ""
    with (folder / "large.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # sparse: it takes no room
    yield "large.txt", "200 MB"
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "fifo.txt")
        yield "fifo.txt", "regular file"


# Files that look bad and hold text: they are read, with a warning where letters were lost.
READABLE = {
    "truncated.html": b"<html><head><title>Fiction: heron cut off</title></head><body><p>Fiction <a href='",
    "mixed.txt": "Fiction: heron niñez\n\nThis is fiction: ".encode() + "acción".encode("latin-1"),
    "latin.txt": "Ficción: heron de la niñez.\n\nTodo es ficción.".encode("latin-1"),
    "wide.txt": "Fiction: heron in UTF-16\n\nThis is fiction.".encode("utf-16"),
    "declared.html": b"<meta charset='klingon'><p>Fiction: heron \xe9 undeclared.</p>",
    "nested.html": b"<div>" * 3000 + b"Fiction: heron far below.",
    "colon\x1b[31m.txt": b"Fiction: heron \x1b[31m with an escape sequence.",
    "line\nbreak.txt": b"Fiction: heron in a file with a line break in its name.",
}


@pytest.mark.slow
def test_bad_files_are_a_line_each_and_their_neighbours_are_read(library_folder: Path) -> None:
    folder = library_folder / "in"
    folder.mkdir()
    bad = dict(bad_files(folder))
    for name, content in READABLE.items():
        (folder / name).write_bytes(content)
    (folder / "loop").symlink_to("loop")

    done = run(library_folder, "ingest", str(folder), str(folder / "loop"), str(folder / "missing.txt"))

    assert done.returncode == 3
    assert done.stdout.splitlines()[-2:] == [
        f"{len(READABLE)} new, {len(bad) + 2} set aside.",
        'Now ask: kb search "best interests"',
    ]
    told = dict(line.removeprefix("set aside  ").split(": ", 1) for line in aside(done.stderr))
    assert sorted(told) == sorted([*(f"in/{name}" for name in bad), "in/loop", "in/missing.txt"])
    assert [name for name, words in bad.items() if words not in told[f"in/{name}"]] == []
    assert "symbolic link" in told["in/loop"]
    assert "no such file" in told["in/missing.txt"]
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    with open_named(library_folder) as library:
        assert len(found(library, "heron")) == len(READABLE)
        assert {each.location for each in library.store.quarantine()} == {*told} - {"in/missing.txt"}
        kept = {library.store.original_path(library.store.summary(id).sha256) for id in library.store.ids()}
        assert set(library.index_folder.glob("originals/*/*")) == kept


def aside(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if line.startswith("set aside")]


def test_letters_that_cannot_be_decoded_are_counted_in_a_warning(library: Library) -> None:
    path = library.folder / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfFiction: a guardian \xff\xfe. This text is fiction.")

    entry = one(library, path)

    assert [str(warning) for warning in entry.warnings] == ["Characters that could not be decoded: 2."]
    assert [str(each) for each in search(library, "guardian").hits[0].warnings] == list(
        map(str, entry.warnings)
    )


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has names that are no text")
def test_a_name_that_is_not_utf8_survives(library_folder: Path) -> None:
    folder = os.fsencode(library_folder / "in")
    Path(os.fsdecode(folder)).mkdir()
    try:
        Path(os.fsdecode(folder + b"/ni\xf1ez.txt")).write_bytes(b"Fiction: heron.")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")

    first = run(library_folder, "ingest", folder)
    second = run(library_folder, "ingest", folder + b"/ni\xf1ez.txt")

    assert (first.returncode, first.stdout.splitlines()[-2]) == (0, "1 new.")
    assert (second.returncode, second.stdout.strip()) == (0, "0 new, 1 unchanged.")
    with open_named(library_folder) as library:
        assert library.store.summary("fiction-heron").locations == ("in/ni\\xf1ez.txt",)


@pytest.mark.skipif(not modes_bind(), reason="whoever runs the tests may read everything")
def test_a_folder_without_permission_is_a_line_and_its_neighbours_are_read(library_folder: Path) -> None:
    write(library_folder, "in/a.md", release("Fiction: heron"))
    closed = write(library_folder, "in/closed/b.md", release("Fiction: kestrel")).parent
    write(library_folder, "in/c.md", release("Fiction: unreadable")).chmod(0)
    closed.chmod(0)

    done = run(library_folder, "ingest", str(library_folder / "in"), humble=True)

    closed.chmod(0o700)
    assert (done.returncode, done.stdout.splitlines()[-2]) == (3, "1 new, 2 set aside.")
    assert sorted(aside(done.stderr)) == [
        "set aside  in/c.md: Permission to read it is missing.",
        "set aside  in/closed: Permission to read it is missing.",
    ]


# -- Standard input -----------------------------------------------------------------------------


def test_standard_input_is_read_and_is_one_record(library_folder: Path) -> None:
    given = release("Fiction: heron", id="typed").encode()

    first = run(library_folder, "ingest", "-", given=given)
    second = run(library_folder, "ingest", "-", "--json", given=given)

    assert (first.returncode, first.stdout.splitlines()[0]) == (0, "new  typed  Fiction: heron")
    entry = json.loads(second.stdout)["entries"][0]
    assert (entry["outcome"], entry["id"]) == ("unchanged", "typed")
    with open_named(library_folder) as library:
        (location,) = show(library, "typed").document.locations
        assert location.startswith("standard-input:")


def test_an_empty_standard_input_is_told_and_not_remembered(library_folder: Path) -> None:
    done = run(library_folder, "ingest", "-", given=b"")

    assert (done.returncode, done.stderr) == (3, "set aside  -: The file is empty.\n")
    with open_named(library_folder) as library:
        assert library.store.quarantine() == []


# -- A folder that is a knowledge base ----------------------------------------------------------


def test_a_knowledge_base_does_not_take_in_itself(library: Library) -> None:
    write(library.folder, "a.md", release("Fiction: heron", id="a"))
    ingest(library, [str(library.folder)])

    report = ingest(library, [str(library.folder)])

    assert {entry.location for entry in report.entries} == {"a.md"}
