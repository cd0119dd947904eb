"""The command line as a process: exit codes, JSON, languages, terminals, and what it imports."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.cli import COMMANDS
from kb.settings import make_library
from tests.fiction import release, write, write_many
from tests.processes import KB, environment, run, start

ROOT = Path(__file__).parent.parent
HOSTILE = "\x1b]0;owned\x07\x1b[31mred\x9b2J\u202egnp.exe\r"
RELEASE = """\
FICTION PRESS RELEASE

Ficticia: guardians for unaccompanied children

San José, Costa Rica, 3 May 2017 – This text is fiction. The International Organization for Migration (IOM)
said that the best interests of the child come first, and that a guardian is named within a day.

“We are not real,” said Nadie Persona.

For more information: Nadie Persona, IOM Costa Rica, Tel: +506 2212-5300, nadie@example.org
"""
GUIDELINE = release(
    "Ficción: lineamientos sobre la tutela de la niñez",
    "1. Este texto es ficción. El interés superior de la niña o del niño es lo primero.",
    "2. La adopción no es la primera salida. Toda niña no acompañada tiene derecho a una persona tutora.",
    id="lineamientos-ficticios",
)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One knowledge base for the whole module; nothing here changes it."""
    folder = make_library(tmp_path_factory.mktemp("stocked"))
    write(folder, "in/release.txt", RELEASE)
    write(folder, "in/lineamientos.md", GUIDELINE)
    write(
        folder, "in/hostile.md", release(f"Fiction {HOSTILE} heron", f"A heron {HOSTILE} sat.", id="hostile")
    )
    write(
        folder, f"in/heron{HOSTILE.replace('/', '')}.txt", f"Fiction: kestrel {HOSTILE}\n\nThis is fiction."
    )
    write(folder, "in/empty\x1b[31m.txt", "")
    done = run(folder, "ingest", str(folder / "in"))
    assert done.stdout.endswith('4 new, 1 set aside.\nNow ask: kb search "best interests"\n')
    return folder


def answer(library: Path, *words: str) -> dict[str, Any]:
    done = run(library, "search", "--json", *words)
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


# -- Exit codes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["--help"]),
        (0, ["--version"]),
        (0, ["search", "guardian"]),
        (0, ["show", "lineamientos-ficticios#p1"]),
        (0, ["topics"]),
        (0, ["status"]),
        (0, ["export", "hostile"]),
        (1, ["search", "wolpertinger"]),
        (1, ["show", "nobody"]),
        (1, ["show", "hostile#p99"]),
        (1, ["export", "nobody"]),
        (1, ["remove", "nobody"]),
        (2, []),
        (2, ["search"]),
        (2, ["show"]),
        (2, ["ingest"]),
        (2, ["nonsense"]),
        (2, ["--nonsense"]),
        (2, ["search", "a", "--nonsense"]),
        (2, ["search", "a", "--limit", "0"]),
        (2, ["search", "a", "--limit", "-5"]),
        (2, ["search", "a", "--sort", "colour"]),
        (2, ["ingest", "x", "--kind", "poem"]),
        (2, ["serve", "--port", "99999"]),
        (3, ["ingest", "missing.txt"]),
        (3, ["--library", "/nonexistent", "status"]),
        (3, ["init", "/proc/nobody/kb"]),
    ],
)
def test_the_exit_code_tells_how_it_went(stocked: Path, code: int, arguments: list[str]) -> None:
    done = run(stocked, *arguments)

    assert done.returncode == code
    assert "Traceback" not in done.stderr
    if code:
        assert done.stderr.strip() or code == 1
    assert "\ue000" not in done.stdout + done.stderr


def test_a_failure_is_one_sentence(stocked: Path) -> None:
    done = run(stocked, "show", "lineamientos-fictisios")

    assert (done.stdout, done.stderr) == (
        "",
        'kb: There is no document "lineamientos-fictisios" in this knowledge base; '
        "perhaps you mean lineamientos-ficticios.\n",
    )


def test_a_misspelt_command_gets_a_suggestion(stocked: Path) -> None:
    done = run(stocked, "serch", "x")

    assert done.stderr.splitlines()[-1] == "Error: There is no command 'serch'. Did you mean search?"


def test_a_database_of_another_program_is_told_in_a_sentence(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(folder, "index/kb.db", "This is no database. " * 100)

    for arguments in (["status"], ["search", "x"], ["ingest", "kb.toml"]):
        done = run(folder, *arguments)
        assert (done.returncode, done.stdout) == (3, "")
        assert re.fullmatch(
            r"kb: The database in .* cannot be used \(file is not a database\)\.\n", done.stderr
        )


# -- Words and options --------------------------------------------------------------------------


def test_a_word_may_begin_with_a_hyphen(stocked: Path) -> None:
    whole = answer(stocked, "ficción")
    without = answer(stocked, "ficción", "-adopción")

    assert without["query"] == "ficción -adopción"
    assert {hit["id"] for hit in whole["hits"]} - {hit["id"] for hit in without["hits"]} == {
        "lineamientos-ficticios"
    }
    assert answer(stocked, "--limit", "1", "-adopción", "ficción")["query"] == "-adopción ficción"


def test_an_option_that_does_not_exist_is_no_word(stocked: Path) -> None:
    done = run(stocked, "search", "guardian", "--adopción")

    assert (done.returncode, done.stdout) == (2, "")
    assert "--adopción" in done.stderr


def test_words_after_two_hyphens_are_words(stocked: Path) -> None:
    assert answer(stocked, "--", "guardian", "-adoption")["query"] == "guardian -adoption"


@pytest.mark.slow
def test_pages_go_on(stocked: Path) -> None:
    pages = [
        answer(stocked, "fiction OR ficción", "--limit", "1", "--page", str(page)) for page in (1, 2, 3, 4, 5)
    ]

    ids = [hit["id"] for page in pages for hit in page["hits"]]
    assert len(set(ids)) == len(ids) == pages[0]["total"] == 4


# -- JSON ---------------------------------------------------------------------------------------


def names(values: dict[str, Any]) -> set[str]:
    return set(values)


def test_the_json_of_a_search_has_the_names_that_are_documented(stocked: Path) -> None:
    found = answer(stocked, "guardian")

    assert names(found) == {
        "schema", "query", "total", "complete", "page", "hits", "facets", "years", "references", "expansions",
        "notices", "suggestion",
    }  # fmt: skip
    assert (found["schema"], found["query"], found["page"]) == (1, "guardian", 1)
    hit = next(hit for hit in found["hits"] if hit["id"] != "lineamientos-ficticios")
    assert names(hit) == {
        "id", "title", "title_marks", "kind", "language", "published", "publisher", "digest_of", "topics",
        "locations", "score", "cited", "lacking", "warnings", "passages", "reasons",
    }  # fmt: skip
    assert names(hit["passages"][0]) == {
        "address", "heading", "number", "page", "page_label", "language", "kind", "text", "marks", "excerpt",
    }  # fmt: skip
    assert set(found["facets"]) == {"topic", "group", "kind", "country", "language", "publisher", "year"}
    assert all(
        names(value) == {"value", "label", "count"} for facet in found["facets"].values() for value in facet
    )
    (expansion, *_) = found["expansions"]
    assert names(expansion) == {"concept", "label", "typed", "also"}
    assert names(expansion["also"][0]) == {"text", "language"}


@pytest.mark.parametrize(
    "question", ["guardian", "interés superior", "nin*", '"best interests"', "acompañada"]
)
def test_marks_are_whole_words_of_the_text(stocked: Path, question: str) -> None:
    hits = answer(stocked, question)["hits"]

    marked = [(each["text"], span) for hit in hits for each in hit["passages"] for span in each["marks"]]
    assert marked
    for text, (first, last) in marked:
        assert re.fullmatch(r"\w(.*\w)?", text[first:last])
        assert not re.fullmatch(r"\w\w", text[max(first - 1, 0) : first + 1])
        assert not re.fullmatch(r"\w\w", text[last - 1 : last + 1])


@pytest.mark.slow
def test_addresses_that_are_printed_can_be_typed_back(stocked: Path) -> None:
    for hit in answer(stocked, "guardian OR tutora")["hits"]:
        for passage in hit["passages"]:
            shown = json.loads(run(stocked, "show", passage["address"], "--json").stdout)
            assert [each["text"] for each in shown["passages"]] == [passage["text"]]


def test_the_json_of_a_document_has_the_names_that_are_documented(stocked: Path) -> None:
    id = next(hit["id"] for hit in answer(stocked, "Ficticia")["hits"])

    shown = json.loads(run(stocked, "show", id, "--json").stdout)

    assert names(shown) >= {
        "schema", "id", "kind", "title", "language", "publisher", "symbol", "published", "place",
        "countries", "source", "locations", "topics", "passage_topics", "groups", "organisations", "people",
        "quotes",
        "figures", "contacts", "programme", "funder", "edition", "twin", "warnings", "passages",
    }  # fmt: skip
    assert names(shown["published"]) >= {"year", "month", "day", "as_printed"}
    assert names(shown["topics"][0]) == names(shown["groups"][0]) == {"id", "label", "evidence", "mentions"}
    assert names(shown["organisations"][0]) >= {"name", "acronym", "span", "confidence"}
    assert names(shown["contacts"][0]) >= {
        "name",
        "office",
        "phone",
        "email",
        "as_printed",
        "span",
        "confidence",
    }
    assert names(shown["edition"]) == {"number", "supersedes"}
    assert (shown["published"]["year"], shown["published"]["month"], shown["published"]["day"]) == (
        2017,
        5,
        3,
    )


def test_show_prints_quotes_with_their_speakers_and_figures_one_a_line(tmp_path: Path) -> None:
    text = (
        "The house took in 48 children in 2019 and 60 in 2020.",
        "“We are full,” said the nurse Ana Paz of the house. “The night buses are full,” a driver said.",
    )
    folder = make_library(tmp_path)
    write(folder, "in/house.md", release("Beds for children", *text))
    assert run(folder, "ingest", str(folder / "in")).returncode == 0

    (record,) = everything(folder)
    shown = run(folder, "show", record["id"]).stdout

    assert "- “We are full” — Ana Paz, nurse" in shown
    assert "- “The night buses are full” — driver" in shown
    assert re.search(r"^ +- 60 \(children, 2020\)$", shown, re.MULTILINE)


def test_the_evidence_of_a_topic_is_where_it_says(stocked: Path) -> None:
    shown = json.loads(run(stocked, "show", "lineamientos-ficticios", "--json").stdout)

    texts = {passage["address"]: passage["text"] for passage in shown["passages"]} | {None: shown["title"]}
    found = [each for topic in shown["topics"] for each in topic["evidence"] if each["span"]]
    assert found
    for each in found:
        start, end = each["span"]
        assert texts[each["passage"]][start:end].casefold() == each["words"].casefold()


def test_a_concept_is_shown_by_any_of_its_names(stocked: Path) -> None:
    shown = run(stocked, "topics", "show", "interés", "superior").stdout
    found = json.loads(run(stocked, "topics", "show", "best-interests", "--json").stdout)

    assert "best interests of the child / interés superior de la niñez" in shown
    assert found["preferred"]["es"] == "interés superior de la niñez"
    assert "best-interests-determination" in found["narrower"]
    assert found["count"] > 0
    missing = run(stocked, "topics", "show", "asylm")
    assert (missing.returncode, "near it: asylum" in missing.stderr) == (1, True)


def test_the_thesaurus_is_drawn_and_checked(stocked: Path) -> None:
    drawn = run(stocked, "topics", "tree", "best-interests").stdout.splitlines()

    assert drawn[0].split() == [drawn[0].split()[0], *"best interests of the child best-interests".split()]
    assert any(
        line.endswith("  best interests determination  best-interests-determination") for line in drawn
    )
    assert "Nothing is wrong" in run(stocked, "topics", "check").stdout


def test_the_thesaurus_goes_out_and_comes_in(tmp_path: Path) -> None:
    folder, out = make_library(tmp_path / "library"), tmp_path / "all.csv"
    run(folder, "topics", "export", "-o", str(out))
    printed = run(folder, "topics", "export", "--format", "csv").stdout
    assert printed.splitlines() == out.read_text(encoding="utf-8").splitlines()
    row = "dragons,preferred,{},{}\r\n"
    with out.open("a", encoding="utf-8", newline="") as file:
        file.write(row.format("en", "dragons") + row.format("es", "dragones"))

    assert "1 added, 0 changed, 0 left out" in run(folder, "topics", "import", str(out)).stdout
    assert "dragones" in run(folder, "topics", "show", "dragons").stdout
    with out.open("a", encoding="utf-8") as file:
        file.write("dragons,hidden,en,asylum\n")
    refused = run(folder, "topics", "import", str(out))
    assert (refused.returncode, 'the label "asylum" is also one of' in refused.stderr) == (3, True)


def test_an_export_is_a_record_a_line_without_contacts(stocked: Path) -> None:
    plain = [json.loads(line) for line in run(stocked, "export").stdout.splitlines()]
    asked = [json.loads(line) for line in run(stocked, "export", "--contacts").stdout.splitlines()]
    array = json.loads(run(stocked, "export", "--contacts", "--indent").stdout)

    assert len(plain) == 4
    assert not any("contacts" in record for record in plain)
    assert any(record["contacts"] for record in asked)
    assert array == asked


@pytest.mark.slow
def test_every_name_in_the_json_is_documented(stocked: Path) -> None:
    documented = set(re.findall(r"`(\w+)`", (ROOT / "docs/cli.md").read_text(encoding="utf-8")))
    outputs = [
        ["search", "--json", "guardian"],
        ["status", "--json"],
        ["topics", "--json"],
        ["ingest", "--dry-run", "--json", str(stocked / "in")],
        *(["show", "--json", record["id"]] for record in everything(stocked)),
    ]

    used = set().union(*(keys(json.loads(run(stocked, *each).stdout)) for each in outputs))

    assert used - documented == set()


def everything(library: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(library, "export").stdout.splitlines()]


_TABLES = {"facets", "kinds", "languages", "evidence"}  # their names are values


def keys(value: object, above: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from keys(each, above)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if above not in _TABLES or name in ("words", "span"):
                yield name
            yield from keys(inner, name)


def test_the_json_of_a_status(stocked: Path) -> None:
    told = json.loads(run(stocked, "status", "--json").stdout)

    assert told | {"folder": "", "passages": 0, "kinds": {}, "languages": {}} == {
        "schema": 1, "folder": "", "documents": 4, "passages": 0, "kinds": {}, "languages": {},
        "last_change": 4, "index_agrees": True, "writable": True, "concepts": None,
        "set_aside": [{"location": "in/empty\x1b[31m.txt", "reason": "The file is empty."}],
    }  # fmt: skip
    assert sum(told["languages"].values()) == sum(told["kinds"].values()) == 4


# -- Languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "told", [{"LANG": "es_MX.UTF-8"}, {"KB_LANGUAGE": "es"}, {"KB_LANGUAGE": "es", "LANG": "en_US"}]
)
def test_labels_are_spanish_where_the_terminal_is(stocked: Path, told: dict[str, str]) -> None:
    found = json.loads(run(stocked, "search", "--json", "guardian", env=told).stdout)

    facet = {value["value"]: value["label"] for value in found["facets"]["language"]}
    assert (facet["en"], facet["es"]) == ("inglés", "español")


@pytest.mark.slow
def test_english_is_the_language_of_everybody_else(stocked: Path) -> None:
    for told in (
        {"LANG": "fr_FR.UTF-8"},
        {"LC_ALL": "C", "LANG": "es_MX.UTF-8"},
        {"KB_LANGUAGE": "en", "LANG": "es_MX"},
    ):
        found = json.loads(run(stocked, "search", "--json", "guardian", env=told).stdout)
        assert {value["label"] for value in found["facets"]["language"]} == {"English", "Spanish"}


# -- Terminals ----------------------------------------------------------------------------------

_ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "heron"],
        ["search", "kestrel", "--facets"],
        ["search", "--json", "heron OR kestrel"],
        ["show", "hostile"],
        ["show", "hostile", "--json"],
        ["show", "hostile#p1"],
        ["export"],
        ["export", "--indent"],
        ["status"],
        ["status", "--json"],
        ["ingest", "--dry-run", "in"],
        ["ingest", "--dry-run", "--kind", "law", "in"],
        ["ingest", "--dry-run", "--kind", "law", "--json", "in"],
        ["show", "nobody\x1b[31m"],
        ["search", "wolpertinger\x1b[31m"],
    ],
)
def test_no_document_can_drive_the_terminal(stocked: Path, arguments: list[str]) -> None:
    done = run(stocked, *arguments, cwd=stocked)

    assert done.stdout or done.stderr
    assert _ESCAPES.findall(done.stdout + done.stderr) == []


def terminal(library: Path, *arguments: str, columns: int = 70, **more: str) -> tuple[int, str]:
    """What kb shows on a terminal of its own."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    told = environment(library, TERM="xterm-256color", COLUMNS=str(columns), **more)
    child = subprocess.Popen([*KB, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=told)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux: the other side is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return child.wait(), shown.decode()


def test_a_terminal_shows_colours_and_others_do_not(stocked: Path) -> None:
    code, shown = terminal(stocked, "search", "guardian")

    assert (code, "\x1b[33m\x1b[1mguardian\x1b[0m" in shown) == (0, True)
    assert "\x1b" not in terminal(stocked, "search", "guardian", NO_COLOR="1")[1]
    assert "\x1b" not in run(stocked, "search", "guardian").stdout


@pytest.mark.parametrize("columns", [40, 70, 100])
def test_text_keeps_within_the_terminal(stocked: Path, columns: int) -> None:
    plain = {"NO_COLOR": "1"}
    for arguments in (["search", "guardian"], ["show", "lineamientos-ficticios"]):
        _, shown = terminal(stocked, *arguments, columns=columns, **plain)
        long = [line for line in shown.splitlines() if len(line) > columns and " " in line.strip()]
        assert [line for line in long if "#" not in line] == []  # an address is never broken


def test_a_terminal_sees_how_far_an_ingest_is(stocked: Path) -> None:
    code, shown = terminal(stocked, "ingest", "--dry-run", str(stocked / "in/release.txt"))

    assert (code, "100%" in shown, "release.txt" in shown) == (0, True, True)


def test_a_closed_pipe_ends_quietly(stocked: Path) -> None:
    child = start(stocked, "export", "--indent", "--contacts")
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()

    told = child.stderr.read()
    child.stderr.close()
    assert (child.wait(), told) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp850"])
def test_a_terminal_without_all_letters_is_no_problem(stocked: Path, encoding: str) -> None:
    done = run(stocked, "search", "niñez", env={"LC_ALL": "C", "PYTHONIOENCODING": encoding})

    assert (done.returncode, done.stderr) == (0, "")
    assert "lineamientos-ficticios#p1" in done.stdout


# -- Ctrl-C -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="only POSIX sends Ctrl-C to one process")
def test_ctrl_c_leaves_a_usable_library_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    documents = str(write_many(tmp_path / "in", 400))
    child = start(folder, "ingest", documents)
    kept = 0
    while kept < 5:
        time.sleep(0.05)
        kept = len(list((folder / "index").glob("originals/*/*")))
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=120)

    assert child.returncode == 130
    assert told.strip() == "Stopped. What was acknowledged is kept; run the command again to go on."
    before = json.loads(run(folder, "status", "--json").stdout)["documents"]
    assert 0 < before < 400
    assert answer(folder, "guardian")["total"] == before
    again = run(folder, "ingest", documents)
    assert again.stdout.splitlines()[-2] == f"{400 - before} new, {before} unchanged."


# -- What is imported ---------------------------------------------------------------------------

_IMPORTED = """
import sys
from kb.cli import _run
sys.argv = ["kb", *sys.argv[1:]]
try:
    code = _run()
except SystemExit as error:
    code = error.code
whole = {name for name in sys.modules if name.startswith("kb.extractors.")}
print(code, *sorted({name.split(".")[0] for name in sys.modules} | whole), file=sys.stderr)
"""
_NEVER = {
    "starlette", "jinja2", "uvicorn", "bs4", "markdown", "yaml", "phonenumbers", "filelock", "whoosh",
    "kb.extractors.contacts", "kb.extractors.figures", "kb.extractors.quotes",
}  # fmt: skip


def imported(library: Path, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTED, *arguments],
        env=environment(library),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    code, *modules = done.stderr.split()
    assert code == "0"
    return set(modules)


def test_help_imports_next_to_nothing(stocked: Path) -> None:
    modules = imported(stocked, "--help")

    assert modules & {*_NEVER, "sqlite3", "Stemmer", "tomllib"} == set()
    assert "click" in modules


@pytest.mark.parametrize(
    "arguments", [["search", "guardian"], ["show", "hostile"], ["topics"], ["status"], ["export"]]
)
def test_reading_imports_nothing_that_only_writing_needs(stocked: Path, arguments: list[str]) -> None:
    assert imported(stocked, *arguments) & _NEVER == set()


def test_a_second_ingest_of_text_reads_no_other_format(stocked: Path) -> None:
    modules = imported(stocked, "ingest", str(stocked / "in/release.txt"))

    assert modules & (_NEVER - {"filelock", "phonenumbers"}) == set()


# -- Documentation ------------------------------------------------------------------------------


def test_the_reference_is_what_the_commands_say() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli_reference"],
        cwd=ROOT,
        env=environment(None, KB_LANGUAGE="es"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    written = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert done.stdout == written, "run `make cli-docs`"
    assert [name for name in COMMANDS if f"## kb {name}\n" not in written] == []


def test_help_has_a_short_name(stocked: Path) -> None:
    assert run(stocked, "search", "-h").stdout == run(stocked, "search", "--help").stdout


# -- Help on the way --------------------------------------------------------------------------


def test_another_spelling_is_said_before_that_nothing_was_found(stocked: Path) -> None:
    english = run(stocked, "search", "addoption")
    spanish = run(stocked, "search", "addoption", env={"KB_LANGUAGE": "es"})

    assert english.returncode == 1
    assert english.stdout.startswith("Did you mean: adop")
    assert spanish.stdout.startswith("Quizá quiso decir: adop")
    assert answer(stocked, "guardain")["suggestion"] == "guardian"


def test_what_is_being_typed_is_completed(stocked: Path) -> None:
    found = run(stocked, "suggest", "lineam")

    assert found.returncode == 0
    assert "Ficción: lineamientos sobre la tutela de la niñez" in found.stdout
    (title,) = json.loads(run(stocked, "suggest", "--json", "FICCION", "lineam").stdout)["suggestions"]
    assert names(title) == {"kind", "label", "language", "also", "query", "concept", "address", "count"}
    assert run(stocked, "suggest", "wolpertinger").returncode == 1
    assert "\x1b" not in run(stocked, "suggest", "fiction").stdout


def test_the_documents_near_another_one_say_why(stocked: Path) -> None:
    found = run(stocked, "related", "lineamientos-ficticios", env={"KB_LANGUAGE": "es"})

    assert found.returncode == 0
    assert " %  ambos " in found.stdout
    rows = json.loads(run(stocked, "related", "lineamientos-ficticios", "--json").stdout)["related"]
    assert "lineamientos-ficticios" not in [row["id"] for row in rows]
    assert run(stocked, "related", "wolpertinger").returncode == 1


def test_reasons_and_years_are_printed_when_asked_for(stocked: Path) -> None:
    found = run(stocked, "search", "guardian", "--explain", "--facets").stdout

    assert "Why it is here:" in found
    assert ' %  "guardian" ' in found
    assert "      1  2017  ████" in found
    reasons = answer(stocked, "guardian", "--explain")["hits"][0]["reasons"]
    assert sum(each["share"] for each in reasons) == pytest.approx(1)
    assert answer(stocked, "guardian")["years"][-1] == {"year": 2017, "count": 1}
