"""Every format end to end: files as people have them go in, the paragraph comes out, bad ones are told."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from kb.ingesting import ingest
from kb.library import Library
from kb.settings import open_named
from tests import office_files, pdf_files
from tests.fiction import SAID, release, write
from tests.processes import run

WORD = "heron"  # stands in every good file


def mail(*attachments: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"] = "Fictional Press Office <press@example.org>"
    message["Subject"] = "Fiction: a release by mail"
    message["Date"] = "Fri, 12 May 2017 10:00:00 -0600"
    message["MIME-Version"] = "1.0"
    message.set_content(f"{SAID} The {WORD} came by mail.\n")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def good_files() -> Iterator[tuple[str, bytes]]:
    """One of every format, named so that its ending says nothing."""
    words = f"{SAID} The {WORD} stands in a file of another kind."
    yield "word", office_files.docx(office_files.p("Fiction: Word") + office_files.p(words))
    yield (
        "odt",
        office_files.odt(f"<text:h text:outline-level='1'>Fiction: ODT</text:h><text:p>{words}</text:p>"),
    )
    yield "epub", office_files.epub({"a.xhtml": f"<h1>Fiction: EPUB</h1><p>{words}</p>"})
    yield "rtf", rb"{\rtf1\ansi {\b Fiction: RTF\par}" + words.encode() + rb"\par}"
    yield "pdf", paper("Fiction: PDF", words)
    yield "html", f"<html><body><h1>Fiction: HTML</h1><p>{words}</p></body></html>".encode()
    yield "markdown.md", release("Fiction: Markdown", words).encode()
    yield "mail", mail(("inside.docx", office_files.docx(office_files.p(f"{words} Inside a mail."))))
    yield "zip", office_files.zipped({"folder/a.md": release("Fiction: zipped", words), "b.json": "{}"})


def paper(*lines: str, locked: str | None = None) -> bytes:
    drawn = pdf_files.Paper(locked=locked)
    for line in lines:
        drawn.prose(line)
    return drawn.content()


def bad_files() -> Iterator[tuple[str, bytes, str]]:
    """Files that no reader can make anything of, and a word that must be said of each."""
    yield "locked.pdf", paper(f"{SAID} Locked.", locked="fiction"), "password"
    yield "locked.zip/a.md", _locked(office_files.zipped({"a.md": SAID})), "password"
    yield "cut.docx", office_files.docx(office_files.p(SAID))[:300], "damaged"
    yield "cut.pdf", paper(SAID)[:200], "damaged"
    yield "bomb.zip/a.txt", office_files.zipped({"a.txt": b"a" * 300_000_000}), "more than 20 MB"
    yield "bomb.docx", office_files.docx(office_files.p("a" * 100_000_000)), "times its size"
    yield "laughs.docx", _laughing(), "entities"
    yield "deep.docx", office_files.docx("<w:p>" * 50_000 + "</w:p>" * 50_000), "nested"
    yield "entries.zip", office_files.zipped({f"{number}.txt": b"" for number in range(20_000)}), "entries"
    yield "picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(400), "PNG"
    yield "program.docx", b"MZ\x90\x00" + bytes(400), "Windows"
    yield (
        "sheet.docx",
        office_files.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "spreadsheet",
    )
    yield "noise.pdf", b"%PDF-1.7\n" + random.Random(7).randbytes(20_000), "damaged"


def odd_files() -> Iterator[tuple[str, bytes]]:
    """Files that may be read or refused, as long as it is said and the others go on."""
    yield "objects.pdf", b"%PDF-1.7\n" + b"1 0 obj\n[" * 100_000
    yield (
        "cycle.pdf",
        (
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Count 2000000000/Kids[2 0 R 2 0 R]>>endobj\n"
            b"trailer<</Root 1 0 R/Size 2000000000>>"
        ),
    )
    yield (
        "filters.pdf",
        _pdf_stream(zlib.compress(zlib.compress(b"q " * 50_000_000)), b"[/FlateDecode/FlateDecode]"),
    )
    yield "mediabox.pdf", paper(SAID).replace(b"841.8898", b"99999999")
    yield "braces.rtf", b"{\\rtf1 " + b"{" * 1_000_000
    yield (
        "parts.eml",
        b"From: a@example.org\nMIME-Version: 1.0\nSubject: Fiction\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
            for number in range(3_000)
        ),
    )
    yield "rows.html", b"<table><tr>" + b"<td>fiction" * 20_000
    yield "marks.md", b"*_[`" * 10_000


def broken_files() -> Iterator[tuple[str, bytes]]:
    """Each good file in 24 broken forms: cut off, bits turned, a part made noise, a part repeated."""
    chance = random.Random(11)
    for name, content in good_files():
        for number in range(24):
            start = chance.randrange(len(content))
            end = min(len(content), start + chance.randrange(1, 1000))
            part = content[start:end]
            forms = (
                content[: start + 1],
                _turned(content, chance),
                content[:start] + chance.randbytes(end - start) + content[end:],
                content[:end] + part * chance.randrange(1, 20) + content[end:],
            )
            yield f"{name}-{number}", forms[number % 4]


def _turned(content: bytes, chance: random.Random) -> bytes:
    turned = bytearray(content)
    for _ in range(chance.randrange(1, 20)):
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def _pdf_stream(stream: bytes, filters: bytes) -> bytes:
    return b"\n".join(
        (
            b"%PDF-1.7",
            b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
            b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj",
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj",
            b"4 0 obj<</Length " + str(len(stream)).encode() + b"/Filter" + filters + b">>stream",
            stream,
            b"endstream endobj",
            b"trailer<</Root 1 0 R>>",
            b"%%EOF",
        )
    )


def _locked(content: bytes) -> bytes:
    """The zip file with the flag of encryption set on its entry."""
    at = content.index(b"PK\x01\x02")
    changed = bytearray(content)
    changed[6] |= 1
    changed[at + 8] |= 1
    return bytes(changed)


def _laughing() -> bytes:
    entities = "".join(f'<!ENTITY l{each} "{f"&l{each - 1};" * 10}">' for each in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><x>&l9;</x>'
    with zipfile.ZipFile(io.BytesIO(office_files.docx(office_files.p(SAID)))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    return office_files.zipped({**parts, "word/document.xml": document})


def ingested(library: Path, folder: Path) -> dict[str, dict[str, str]]:
    done = run(library, "ingest", "--json", str(folder))
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    return {entry["location"].rpartition("in/")[2]: entry for entry in report["entries"]}


@pytest.mark.slow
def test_every_format_goes_in_by_its_content_and_comes_out_as_a_paragraph(library_folder: Path) -> None:
    folder = library_folder / "in"
    folder.mkdir()
    for name, content in good_files():
        (folder / name).write_bytes(content)

    entries = ingested(library_folder, folder)

    assert {name: entry["outcome"] for name, entry in entries.items()} == {
        **{name: "new" for name, _ in good_files() if name != "zip"},
        "mail/inside.docx": "new",
        "zip/folder/a.md": "new",
        "zip/b.json": "set_aside",
    }
    with open_named(library_folder) as library:
        for entry in entries.values():
            if entry["outcome"] == "new":
                text = library.store.document(entry["id"]).text
                assert WORD in text, entry["location"]
        assert library.store.document(entries["mail"]["id"]).published
    assert [entry["outcome"] for entry in ingested(library_folder, folder).values()].count("new") == 0


@pytest.mark.slow
def test_bad_files_are_told_and_their_neighbours_go_in(library_folder: Path) -> None:
    folder = library_folder / "in"
    bad = list(bad_files())
    expected = {name: said for name, _, said in bad}
    write(folder, "00.md", release("Fiction: the first", id="first"))
    write(folder, "zz.md", release("Fiction: the last", id="last"))
    for name, content, _ in bad:
        (folder / name.partition("/")[0]).write_bytes(content)

    entries = ingested(library_folder, folder)

    assert (entries["00.md"]["outcome"], entries["zz.md"]["outcome"]) == ("new", "new")
    assert {name for name, entry in entries.items() if entry["outcome"] == "set_aside"} == set(expected)
    assert [
        (name, entries[name]["reason"])
        for name, said in expected.items()
        if said not in entries[name]["reason"]
    ] == []
    listed = json.loads(run(library_folder, "quarantine", "list", "--json").stdout)["quarantine"]
    assert {each["location"].removeprefix("in/") for each in listed} == set(expected)


@pytest.mark.slow
def test_odd_files_stop_nobody(library_folder: Path) -> None:
    folder = library_folder / "in"
    write(folder, "00.md", release("Fiction: the first", id="first"))
    write(folder, "zz.md", release("Fiction: the last", id="last"))
    names = []
    for name, content in odd_files():
        (folder / name).write_bytes(content)
        names.append(name)

    entries = ingested(library_folder, folder)

    assert (entries["00.md"]["outcome"], entries["zz.md"]["outcome"]) == ("new", "new")
    assert [name for name in names if not any(place.startswith(name) for place in entries)] == []
    silent = [
        name for name, entry in entries.items() if entry["outcome"] == "set_aside" and not entry["reason"]
    ]
    assert silent == []


@pytest.mark.slow
def test_broken_files_are_read_or_told_and_their_neighbours_go_in(library_folder: Path) -> None:
    folder = library_folder / "in"
    folder.mkdir()
    broken = dict(broken_files())
    for number, (name, content) in enumerate(broken.items()):
        (folder / name).write_bytes(content)
        if number % 20 == 0:
            write(folder, f"{name}-good", release(f"Fiction: good {number}", id=f"good-{number}"))

    entries = ingested(library_folder, folder)

    good = {name: entry["outcome"] for name, entry in entries.items() if name.endswith("-good")}
    assert good == dict.fromkeys(good, "new")
    assert len(good) == (len(broken) + 19) // 20
    assert [name for name in broken if not any(place.startswith(name) for place in entries)] == []
    aside = [entry for entry in entries.values() if entry["outcome"] == "set_aside"]
    assert [entry for entry in aside if not entry["reason"] or "please report" in entry["reason"]] == []


def test_a_pdf_that_lies_in_a_zip_as_it_is_is_one_of_its_files(library: Library) -> None:
    parts: dict[str, str | bytes] = {
        "one.pdf": paper("Fiction: one", SAID),
        "two.txt": f"Fiction: two\n\n{SAID}",
    }
    path = library.folder / "stored.zip"
    path.write_bytes(office_files.zipped(parts, method=zipfile.ZIP_STORED))

    report = ingest(library, [str(path)])

    assert [(entry.location, entry.outcome) for entry in report.entries] == [
        ("stored.zip/one.pdf", "new"),
        ("stored.zip/two.txt", "new"),
    ]


def test_files_of_one_name_in_an_archive_are_two_documents(library: Library) -> None:
    path = library.folder / "mail.eml"
    texts = [f"Fiction: {word}\n\n{SAID}" for word in ("heron", "kestrel")]
    path.write_bytes(mail(*(("a.txt", text.encode()) for text in texts)))
    first = ingest(library, [str(path)])

    second = ingest(library, [str(path)])

    places = [(entry.location, entry.outcome) for entry in first.entries]
    assert places == [("mail.eml/a.txt", "new"), ("mail.eml/a.txt (2)", "new"), ("mail.eml", "new")]
    assert [entry.outcome for entry in second.entries] == ["unchanged"]


def test_a_mail_is_kept_after_its_attachments(library: Library) -> None:
    """What is stopped between them is read again: a mail that is held is not opened any more."""
    path = library.folder / "mail.eml"
    path.write_bytes(mail(("a.txt", f"Fiction: heron\n\n{SAID}".encode())))

    report = ingest(library, [str(path)])

    assert [entry.location for entry in report.entries] == ["mail.eml/a.txt", "mail.eml"]


@pytest.mark.slow
def test_mails_far_inside_each_other_are_told(library: Library) -> None:
    content = f"Fiction: the innermost\n\n{SAID}".encode()
    for _ in range(20):
        content = mail(("inner.eml", content))
    path = library.folder / "outer.eml"
    path.write_bytes(content)

    report = ingest(library, [str(path)])

    assert report.counts["set aside"] == 1
    assert any("deep in each other" in str(entry.reason) for entry in report.entries)
    assert report.counts["new"] + report.counts["unchanged"] >= 3


def test_no_format_library_is_loaded_for_a_text(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib\nfrom pathlib import Path\nfrom kb.intake import take_in\n"
        "from kb.records import Source\nfrom kb.thesaurus import load\n"
        "take_in(Source(location='a.txt', content=b'Fiction.', media_type='', sha256=''), load(),"
        " folder=Path('.'), kind=None, language=None)\n"
        "print(*(name for name in ('pypdfium2', 'bs4', 'markdown', 'yaml', 'zipfile', 'email.parser',"
        " 'xml.parsers.expat') if name in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)

    assert done.stdout.decode().split() == []
