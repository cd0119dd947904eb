"""Adding documents through the page, over real connections: the rules and the report of `kb ingest`."""

import io
import json
import re
import signal
import socket
import stat
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kb.receiving import safe_name
from kb.settings import make_library
from tests.serving import PATIENCE, Answer, Reader, Server, everything, kb, running, start, status

FICTION = "This text is fiction, written for the tests of kb."
SHELTER = f"# Invented shelter\n\n{FICTION} The shelter opens in Honduras.\n"
BROKEN = b"\x00\x01\x02\x03 nothing that kb reads \xff\xfe" * 20
File = tuple[str, bytes | str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("adding") / "library")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """One for all, to which some files were added: each test adds texts of its own, or others of theirs."""
    begun = [("lake.md", "lake"), ("bridge.md", "bridge"), ("post.md", "post"), ("notice.md", "ford")]
    with running(folder) as started:
        # Together: a command of its own reads each form, and takes a second or two to begin.
        add(
            started,
            *[(name, text(f"Invented {title}")) for name, title in begun],
            ("notice.md", text("Invented ferry")),
            ("mended.md", ""),
            ("shelter.md", SHELTER),
        )
        yield started


def text(title: str, more: str = "") -> str:
    return f"# {title}\n\n{FICTION} {title}. {more}\n"


def kept(folder: Path, *names: str) -> list[str]:
    """Which of these files lie in the folder."""
    return [name for name in names if (folder / "added" / name).exists()]


def token(server: Server) -> str:
    found = re.search(r'name="token" value="([^"]+)"', server.ask("/add").text)
    return found[1] if found else ""


def form(files: Sequence[File], **fields: str) -> tuple[bytes, str]:
    """The body of a form and its type."""
    parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    for name, content in files:
        raw = content.encode() if isinstance(content, str) else content
        parts.append(f'name="file"; filename="{name}"\r\nContent-Type: x/y\r\n\r\n'.encode() + raw)
    body = b"".join(b"--BOUND\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts)
    return body + b"--BOUND--\r\n", "multipart/form-data; boundary=BOUND"


def add(
    server: Server, *files: File, lang: str = "en", headers: dict[str, str] | None = None, **fields: str
) -> Answer:
    body, kind = form(files, **{"token": token(server), **fields})
    return server.ask(f"/add?lang={lang}", "POST", body, Content_Type=kind, **(headers or {}))


def report(answer: Answer) -> list[str]:
    """What the page says of each file, in its words."""
    listed = re.search(r'<ul class="report">(.*?)</ul>', answer.text, re.DOTALL)
    rows = re.findall(r"<li[^>]*>(.*?)</li>", listed[1], re.DOTALL) if listed else []
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]


# -- The report -------------------------------------------------------------------------------


@pytest.mark.slow
def test_files_are_taken_in_and_found(folder: Path, server: Server) -> None:
    answer = add(
        server, ("harbour.md", text("Invented harbour")), ("consulate.md", text("Invented consulate"))
    )

    assert answer.status == 200
    assert report(answer) == [
        "New harbour.md → Invented harbour",
        "New consulate.md → Invented consulate",
    ]
    (link,) = {each for each in Reader(answer.text).links if each.startswith("/documents/invented-harbour")}
    assert server.ask(link).status == 200
    assert "Documents found: 1" in server.search("harbour").text
    shown = json.loads(kb(folder, "show", "invented-harbour", "--json").stdout)
    assert shown["locations"] == ["added/harbour.md"]
    assert stat.S_IMODE((folder / "added").stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "added" / "harbour.md").stat().st_mode) == 0o600


@pytest.mark.slow
def test_the_same_bytes_are_unchanged_under_whatever_name(folder: Path, server: Server) -> None:
    again = add(server, ("lake.md", text("Invented lake")), ("copy.md", text("Invented lake")))

    assert report(again) == ["Unchanged lake.md → invented-lake", "Unchanged copy.md → invented-lake"]
    assert kept(folder, "lake.md", "copy.md") == ["lake.md"]


@pytest.mark.slow
def test_other_bytes_under_the_same_name_are_a_new_edition(folder: Path, server: Server) -> None:
    answer = add(server, ("bridge.md", text("Invented bridge", "It is closed.")))

    assert report(answer)[0].startswith("Updated bridge.md → Invented bridge It is a new edition")
    shown = json.loads(kb(folder, "show", "invented-bridge", "--json").stdout)
    assert shown["edition"]["number"] == 2


@pytest.mark.slow
def test_two_files_of_one_name_that_say_different_things_are_two_documents(
    folder: Path, server: Server
) -> None:
    answer = add(server, ("release.md", text("Invented tower")), ("release.md", text("Invented well")))
    later = add(server, ("release.md", text("Invented mill")))

    assert report(answer) == [
        "New release.md → Invented tower",
        "New release (2).md → Invented well release.md is the name of another document here; both are kept.",
    ]
    assert report(later)[0].startswith("New release (3).md → Invented mill")
    assert kept(folder, "release.md", "release (2).md", "release (3).md") == [
        "release.md", "release (2).md", "release (3).md",
    ]  # fmt: skip
    for word in ("tower", "well", "mill"):
        assert "Documents found: 1" in server.search(f'"invented {word}"').text


@pytest.mark.slow
def test_a_new_edition_takes_the_place_of_its_own_file(folder: Path, server: Server) -> None:
    answer = add(server, ("notice.md", text("Invented ferry", "It sails on Mondays.")))

    assert report(answer)[0].startswith("Updated notice (2).md → Invented ferry")
    assert kept(folder, "notice.md", "notice (2).md", "notice (3).md") == ["notice.md", "notice (2).md"]
    assert "Mondays" in (folder / "added" / "notice (2).md").read_text(encoding="utf-8")
    assert "unchanged" in kb(folder, "ingest", str(folder / "added")).stdout


@pytest.mark.slow
def test_one_may_say_what_a_file_of_the_same_name_is(folder: Path, server: Server) -> None:
    apart = add(server, ("post.md", text("Invented post", "It is closed.")), taken="apart")
    edition = add(server, ("post.md", text("Invented guesthouse")), taken="edition")

    assert report(apart)[0].startswith("New post (2).md → Invented post")
    assert report(edition)[0].startswith("Updated post.md → Invented guesthouse")


@pytest.mark.slow
def test_a_mended_file_takes_the_place_of_the_broken_one(folder: Path, server: Server) -> None:
    answer = add(server, ("mended.md", text("Invented mended text")))

    assert report(answer) == ["New mended.md → Invented mended text"]
    assert kept(folder, "mended.md", "mended (2).md") == ["mended.md"]
    assert "added/mended.md" not in server.ask("/add").text


@pytest.mark.slow
def test_what_cannot_be_read_is_told_with_its_reason_and_listed(server: Server) -> None:
    answer = add(server, ("broken.bin", BROKEN), ("empty.md", " \n"), ("field.md", text("Invented field")))

    rows = report(answer)
    assert [row.split()[:2] for row in rows] == [["Set", "aside"], ["Set", "aside"], ["New", "field.md"]]
    assert "The file is empty." in rows[1]
    page = server.ask("/add")
    assert "Set aside: could not be taken in" in page.text
    assert "added/broken.bin" in page.text
    spanish = add(server, ("vacío.md", ""), lang="es")
    assert report(spanish) == ["Apartado vacío.md El archivo está vacío."]


@pytest.mark.slow
def test_a_file_that_is_too_large_is_refused_by_itself(folder: Path, server: Server) -> None:
    answer = add(server, ("large.md", b"a" * (20 * 1024 * 1024 + 1)), ("farm.md", text("Invented farm")))

    assert report(answer)[0].startswith("New farm.md")
    assert "kb reads up to 20 MB" in report(answer)[1]
    assert kept(folder, "large.md") == []


@pytest.mark.slow
def test_an_archive_gives_its_members(folder: Path, server: Server) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("one.md", text("Invented street"))
        archive.writestr("two.md", text("Invented square"))

    answer = add(server, ("both.zip", content.getvalue()))

    again = add(server, ("both.zip", content.getvalue()))

    names = sorted(row.split(" →")[0] for row in report(answer))
    assert names == ["New both.zip/one.md", "New both.zip/two.md"]
    assert {row.split()[0] for row in report(again)} == {"Unchanged"}
    assert kept(folder, "both.zip", "both (2).zip") == ["both.zip"]


@pytest.mark.slow
def test_a_file_that_is_sent_twice_is_kept_once(folder: Path, server: Server) -> None:
    answer = add(server, ("twice.md", text("Invented twice")), ("twice.md", text("Invented twice")))

    assert report(answer) == ["New twice.md → Invented twice", "Unchanged twice.md"]
    assert kept(folder, "twice.md", "twice (2).md") == ["twice.md"]


@pytest.mark.slow
def test_a_name_never_leads_out_of_the_folder(folder: Path, server: Server) -> None:
    before = sorted(each.name for each in folder.parent.rglob("*.md"))
    names = (
        "../../outside.md",
        "..\\..\\back.md",
        "/etc/rooted",
        ".hidden.md",
        "<img src=x onerror=alert(1)>.md",
    )

    answer = add(server, *[(name, text(f"Invented name {place}")) for place, name in enumerate(names)])

    plain = ["outside.md", "back.md", "rooted", "hidden.md", "_img src=x onerror=alert(1)_.md"]
    assert kept(folder, *plain) == plain
    assert sorted(each.name for each in folder.iterdir()) == ["added", "index", "kb.toml"]
    assert not [name for name in before if name in plain]
    assert not {tag for tag, _ in Reader(answer.text).elements} & {"img", "iframe", "object"}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("niñez.md", "niñez.md"), ("nin\u0303ez.md", "niñez.md"), ("a\u202eb\x00c\x1b.md", "a_b_c_.md"),
        ("..", "document"), ("", "document"), ("a/b\\c", "c"), ("a" * 300 + ".md", "a" * 117 + ".md"),
        ("ñ" * 300, "ñ" * 60), ("x.", "x"), ("\U0001f600" * 99 + ".pdf", "\U0001f600" * 29 + ".pdf"),
        ("c:\\d\\e.md", "e.md"), (" - ", "-"),
    ],
)  # fmt: skip
def test_a_name_is_one_that_every_system_takes(name: str, plain: str) -> None:
    assert safe_name(name) == plain


def test_no_file_is_no_error(server: Server) -> None:
    assert report(add(server)) == ["No file was chosen."]
    assert report(add(server, ("", b""))) == ["No file was chosen."]


# -- Who may add ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://example.org"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1"}, {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"}, {"Host": "example.org"}, {"Host": "example.org", "Origin": "http://example.org"},
    ],
)  # fmt: skip
def test_a_form_of_another_site_is_refused(folder: Path, server: Server, headers: dict[str, str]) -> None:
    answer = add(server, ("foreign.md", text("Foreign")), headers=headers)

    assert answer.status in (403, 421)
    assert kept(folder, "foreign.md") == []


@pytest.mark.slow
def test_our_own_form_is_taken(server: Server) -> None:
    ours = {"Origin": f"http://127.0.0.1:{server.port}", "Sec_Fetch_Site": "same-origin"}

    assert add(server, ("own.md", text("Our own")), headers=ours).status == 200
    # Browsers say "Origin: null" of a form on a page with the policy no-referrer.
    assert server.ask("/add").headers["referrer-policy"].split(", ")[-1] == "same-origin"


def test_a_form_needs_the_secret_of_this_start(folder: Path, server: Server) -> None:
    for secret in ("", "x", token(server)[:-1], "ñ"):
        assert add(server, ("secret.md", text("Secret")), token=secret).status == 403
    assert kept(folder, "secret.md") == []
    assert token(server) == token(server)


def test_nothing_but_a_form_is_taken(server: Server) -> None:
    for kind in (
        "application/json",
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "",
    ):
        assert server.ask("/add", "POST", b"--x\r\n\r\n", Content_Type=kind).status == 400
    for method in ("PUT", "DELETE", "PATCH"):
        answer = server.ask("/add", method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, POST")
    body, kind = form([("cut.md", "")], token=token(server))
    for cut in (10, len(body) // 2):
        assert server.ask("/add", "POST", body[:cut], Content_Type=kind).status in (400, 403)


def test_too_much_is_refused(folder: Path, server: Server) -> None:
    many = add(server, *[(f"many{number}.md", text("Many")) for number in range(51)])
    head = (
        b"POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=BOUND\r\n"
        b"Content-Length: 9999999999\r\n\r\n"
    )

    assert many.status == 413
    assert "Choose fewer files: up to 50" in many.text
    assert status(server.send(head)) == 413
    assert kept(folder, "many0.md") == []


@pytest.mark.slow
def test_read_only_says_why(folder: Path, server: Server) -> None:
    with running(folder, "--read-only") as guarded:
        page = guarded.ask("/add")
        start = guarded.ask("/").text
        refused = guarded.ask("/add", "POST", b"x", Content_Type="multipart/form-data; boundary=BOUND")

        assert token(guarded) != token(server)
    assert page.status == 200
    assert "--read-only" in page.text
    assert "<form id" not in page.text
    assert 'href="/add"' in server.ask("/").text
    assert 'href="/add"' not in start + page.text, "nothing leads to what is switched off"
    assert (refused.status, refused.headers["allow"]) == (405, "GET, HEAD")


# -- While something is added -----------------------------------------------------------------


def send_slowly_read(server: Server, files: Sequence[File]) -> socket.socket:
    """A form that is sent, and whose answer is not waited for."""
    body, kind = form(files, token=token(server))
    head = f"Host: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    connection = server.connect()
    connection.sendall(b"POST /add HTTP/1.1\r\n" + head.encode() + body)
    return connection


LONG = FICTION + "".join(
    f"\n\nParagraph {number} of the invented guideline on shelter." for number in range(500)
)


@pytest.mark.slow
def test_the_search_answers_while_documents_are_added(server: Server) -> None:
    adding = send_slowly_read(
        server, [(f"{number}.md", f"# Number {number}\n\n{LONG}") for number in range(4)]
    )
    answered, begun = 0, time.monotonic()
    with adding:
        adding.settimeout(0)
        while time.monotonic() - begun < PATIENCE:
            try:
                adding.recv(1, socket.MSG_PEEK)
                break
            except BlockingIOError:
                assert "/documents/invented-shelter" in server.search("shelter opens").text
                answered += 1
        adding.settimeout(PATIENCE)
        adding.shutdown(socket.SHUT_WR)

        assert answered > 3
        assert status(everything(adding)) == 200


@pytest.mark.slow
def test_stopped_while_adding_it_has_lost_nothing(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    begun = start(folder)
    assert report(add(begun, ("shelter.md", SHELTER)))[0].startswith("New")
    for after in (0.3, 1.5, 3.0):
        long = f"# After {after}\n\n{LONG}"
        with send_slowly_read(begun, [(f"{after}.md", long)]):
            time.sleep(after)
            begun.process.send_signal(signal.SIGINT)
            _said, complained = begun.process.communicate(timeout=PATIENCE)

        assert (begun.process.returncode, complained) == (0, "")
        assert kb(folder, "search", "shelter opens").returncode == 0
        assert json.loads(kb(folder, "status", "--json").stdout)["index_agrees"]
        begun = start(folder)
        (row,) = report(add(begun, (f"{after}.md", long)))
        assert row.split()[0] in ("New", "Unchanged")
    begun.process.terminate()
    begun.process.communicate(timeout=PATIENCE)
