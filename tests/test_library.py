"""The library: which one is meant, an index that mends itself, and processes that share it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import kb
from kb.cli import cli
from kb.errors import LibraryBusy, LibraryNotFound, LibraryReadOnly, Misuse
from kb.ingesting import ingest
from kb.library import Library
from kb.maintaining import status
from kb.searching import search
from kb.settings import copy_starter, engine_name, find_library, make_library, open_named
from kb.topics import fingerprint
from tests.fiction import document, release, write, write_many
from tests.processes import KB, modes_bind, run, start
from tests.processes import environment as surroundings

# -- Which one is meant -------------------------------------------------------------------------


def test_the_folder_that_is_named_comes_first(tmp_path: Path) -> None:
    named, told, here = (make_library(tmp_path / name) for name in ("named", "told", "here"))
    environment = {"KB_LIBRARY": str(told)}

    assert find_library(str(named), environment, here) == named
    assert find_library(None, environment, here) == told
    assert find_library(None, {}, here) == here


def test_the_nearest_folder_upwards_is_found(tmp_path: Path) -> None:
    outer = make_library(tmp_path / "outer")
    inner = make_library(outer / "a/inner")
    below = inner / "b/c"
    below.mkdir(parents=True)

    assert find_library(None, {}, below) == inner
    assert find_library(None, {}, outer / "a") == outer


@pytest.mark.skipif(
    os.name != "posix" or os.uname().sysname == "Darwin", reason="only Linux and its kin have XDG folders"
)
def test_the_last_resort_is_the_user_s_own(tmp_path: Path) -> None:
    environment, root = {"XDG_DATA_HOME": str(tmp_path / "data")}, Path("/")

    folder = find_library(None, environment, root)

    assert folder == tmp_path / "data/kb"
    assert (folder / "kb.toml").is_file()
    assert find_library(None, environment, root) == folder


def test_a_folder_that_is_no_knowledge_base_is_told_with_the_way_out(tmp_path: Path) -> None:
    for named, environment in ((str(tmp_path), {}), (None, {"KB_LIBRARY": str(tmp_path)})):
        with pytest.raises(LibraryNotFound, match='make one with "kb init '):
            find_library(named, environment)


def test_a_tilde_is_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    made = make_library(tmp_path / "mine")

    assert find_library("~/mine", {}) == made


# -- Making one ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["plain", 'a "quoted" \\ name', "niñez y migración", "line\nbreak", "\udcf1"]
)
def test_any_folder_can_become_one(tmp_path: Path, name: str) -> None:
    folder = make_library(tmp_path / name)

    with open_named(folder) as library:
        assert (engine_name(folder), library.store.last_change) == ("whoosh", 0)


def test_making_it_again_leaves_it_as_it_is(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "a")
    (folder / "kb.toml").write_text('[library]\nname = "mine"\nengine = "memory"\n', encoding="utf-8")

    make_library(folder)

    assert engine_name(folder) == "memory"


def test_a_place_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    write(tmp_path, "file", "fiction")

    with pytest.raises(LibraryReadOnly, match="cannot be written to"):
        make_library(tmp_path / "file/inside")


@pytest.mark.parametrize(
    ("toml", "words"),
    [("[library", "cannot be read"), ('[library]\nengine = "x"', 'engine "x"; kb has memory, whoosh')],
)
def test_a_setting_that_makes_no_sense_is_told(tmp_path: Path, toml: str, words: str) -> None:
    write(tmp_path, "kb.toml", toml)

    with pytest.raises(Misuse, match=words):
        open_named(tmp_path)


@pytest.mark.parametrize("toml", ["", "name = 1", "library = 3", "[library]\nname = 'x'"])
def test_a_setting_that_is_not_there_has_a_default(tmp_path: Path, toml: str) -> None:
    write(tmp_path, "kb.toml", toml)

    assert engine_name(tmp_path) == "whoosh"


def test_the_starter_documents_are_copied_once(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    copied = copy_starter(folder)
    names = sorted(path.name for path in copied.iterdir())
    (copied / names[0]).write_text("changed by the user", encoding="utf-8")

    copy_starter(folder)

    assert len(names) >= 10
    assert (copied / names[0]).read_text(encoding="utf-8") == "changed by the user"


@pytest.mark.slow
def test_init_with_starter_is_ready_to_search(tmp_path: Path) -> None:
    made = run(None, "init", "--starter", "new", cwd=tmp_path)
    asked = run(None, "search", "best interests", "--json", cwd=tmp_path / "new/corpus")

    assert made.returncode == asked.returncode == 0
    assert json.loads(asked.stdout)["total"] >= 4


# -- From Python --------------------------------------------------------------------------------


def test_it_is_used_from_python(tmp_path: Path) -> None:
    make_library(tmp_path)
    write(tmp_path, "in/a.md", release("Fiction: a guardian", id="a"))

    with kb.open(tmp_path) as library:
        report: kb.Report = kb.ingest(library, [str(tmp_path / "in")])
        page: kb.Page = kb.search(library, "guardian")

    assert (report.counts["new"], [hit.id for hit in page.hits]) == (1, ["a"])
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        attrgetter("nonsense")(kb)


def test_another_engine_is_fed_from_the_store(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(folder, "a.md", release("Fiction: heron", id="a"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "a.md")])

    for engine in ("memory", "whoosh", "memory"):
        (folder / "kb.toml").write_text(f'[library]\nengine = "{engine}"\n', encoding="utf-8")
        with open_named(folder) as library:
            assert found(library, "heron") == ["a"]


# -- The index mends itself ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_library(tmp_path_factory.mktemp("filled"))
    write_many(folder / "in", 3)
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
    return folder


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path) -> Path:
    """A knowledge base of three documents, closed; a copy for each test."""
    return Path(shutil.copytree(filled_once, tmp_path / "library"))


def found(library: Library, question: str) -> list[str]:
    return sorted(hit.id for hit in search(library, question).hits)


def generations(folder: Path) -> list[Path]:
    return sorted((folder / "index/whoosh").iterdir())


def index_files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "index/whoosh").rglob("*") if path.is_file())


def gone(folder: Path) -> None:
    shutil.rmtree(folder / "index/whoosh")


def emptied(folder: Path) -> None:
    for path in index_files(folder):
        path.unlink()


def one_missing(folder: Path) -> None:
    index_files(folder)[-1].unlink()


def truncated(folder: Path) -> None:
    for path in index_files(folder):
        os.truncate(path, path.stat().st_size // 2)


def flipped(folder: Path) -> None:
    for path in index_files(folder):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)


def a_file(folder: Path) -> None:
    (generation,) = generations(folder)
    shutil.rmtree(generation)
    generation.write_text("a file where a folder should be", encoding="utf-8")


@pytest.mark.parametrize("damage", [gone, emptied, one_missing, truncated, flipped, a_file])
def test_a_damaged_index_is_made_anew_without_being_asked(
    filled: Path, damage: Callable[[Path], None]
) -> None:
    damage(filled)
    with open_named(filled) as library:
        assert not status(library).indexed

        assert search(library, "guardian").notices == ()
        assert found(library, "guardian") == [f"fiction-number-{n}" for n in range(3)]
        assert found(library, "word1x") == ["fiction-number-1"]
        assert status(library).indexed
    assert len([path for path in generations(filled) if path.is_dir()]) == 1


def test_an_index_older_than_the_store_catches_up(filled: Path) -> None:
    with open_named(filled) as library:  # as after a crash between the two
        library.store.put(document("late", "Fiction: heron."), reading=1)
        library.store.remove("fiction-number-0")
        assert not status(library).indexed

        assert found(library, "heron") == ["late"]
        assert found(library, "guardian") == ["fiction-number-1", "fiction-number-2"]
    with open_named(filled) as library:
        assert status(library).indexed


def test_an_index_put_back_from_before_is_noticed(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled / "index/whoosh", tmp_path / "old")
    write(filled, "in/heron.md", release("Fiction: heron", id="heron"))
    with open_named(filled) as library:
        ingest(library, [str(filled / "in")])
    shutil.rmtree(filled / "index/whoosh")
    shutil.copytree(tmp_path / "old", filled / "index/whoosh")

    with open_named(filled) as library:
        assert found(library, "heron") == ["heron"]


def test_an_index_is_not_made_anew_without_need(filled: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in index_files(filled)}

    with open_named(filled) as library:
        assert found(library, "guardian")

    assert {path: path.stat().st_mtime_ns for path in index_files(filled)} == before


def test_indexes_of_before_are_swept(filled: Path) -> None:
    kept = generations(filled)
    write(filled, "index/whoosh/1/left-behind", "by a crash")
    write(filled, "in/more.md", release("Fiction: heron"))

    with open_named(filled) as library:
        ingest(library, [str(filled / "in")])

    assert generations(filled) == kept


def test_an_open_library_sees_what_another_process_added(filled: Path) -> None:
    with open_named(filled) as library:
        assert found(library, "heron") == []
        write(filled, "in/heron.md", release("Fiction: heron", id="heron"))

        run(filled, "ingest", str(filled / "in"))

        assert found(library, "heron") == ["heron"]


def test_an_open_library_survives_that_its_index_is_deleted(filled: Path) -> None:
    with open_named(filled) as library:
        assert found(library, "guardian")
        shutil.rmtree(filled / "index/whoosh")
        assert found(library, "guardian")
        write(filled, "in/heron.md", release("Fiction: heron", id="heron"))

        ingest(library, [str(filled / "in")])

        assert found(library, "heron") == ["heron"]
    with open_named(filled) as library:
        assert (len(found(library, "guardian")), status(library).indexed) == (3, True)


# -- Where nothing can be written ---------------------------------------------------------------


@pytest.mark.skipif(not modes_bind(), reason="whoever runs the tests may write everywhere")
@pytest.mark.parametrize("damage", [None, gone, truncated])
def test_a_read_only_medium_is_searched_and_left_as_it_is(
    filled: Path, damage: Callable[[Path], None] | None
) -> None:
    if damage:
        damage(filled)
    paths = [filled, *filled.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)

    asked = run(filled, "search", "word1x", "--json", humble=True)
    told = run(filled, "status", "--json", humble=True)
    refused = run(filled, "ingest", str(filled / "in"), humble=True)

    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert [hit["id"] for hit in json.loads(asked.stdout)["hits"]] == ["fiction-number-1"]
    assert (json.loads(told.stdout)["writable"], json.loads(told.stdout)["documents"]) == (False, 3)
    assert (refused.returncode, refused.stderr) == (
        3,
        f"kb: {filled} can only be read; copy it to change it.\n",
    )
    assert sorted(paths) == sorted([filled, *filled.rglob("*")])


@pytest.mark.skipif(not modes_bind(), reason="whoever runs the tests may write everywhere")
def test_a_read_only_index_that_is_behind_is_answered_from_the_store(filled: Path) -> None:
    with open_named(filled) as library:
        library.store.put(document("late", "Fiction: heron."), reading=1)
    paths = [filled, *filled.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)

    asked = run(filled, "search", "heron", "--json", humble=True)

    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert [hit["id"] for hit in json.loads(asked.stdout)["hits"]] == ["late"]


# -- Processes that share it --------------------------------------------------------------------


def test_one_writes_at_a_time(filled: Path) -> None:
    write(filled, "in/heron.md", release("Fiction: heron"))
    with open_named(filled) as library, library.writing("a test"):
        child = start(filled, "ingest", str(filled / "in"))
        assert child.stderr is not None
        waiting = child.stderr.readline()
        before = library.store.count("documents")

    stdout, _ = child.communicate(timeout=60)
    holder = f"a test, process {os.getpid()}"
    assert waiting == f"Waiting for another command that is writing ({holder}).\n"
    assert (before, child.returncode, stdout.splitlines()[-2]) == (3, 0, "1 new, 3 unchanged.")


def test_patience_ends_with_a_sentence(filled: Path) -> None:
    with open_named(filled) as library, open_named(filled) as other, library.writing("a test"):
        error = in_thread(lambda: other.writing("another", patience=0.05).__enter__())

    assert isinstance(error, LibraryBusy)
    assert f"(a test, process {os.getpid()})" in str(error)


def in_thread(act: Callable[[], object]) -> BaseException | None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act).exception()


def test_a_question_during_an_ingest_is_answered_with_a_notice(filled: Path) -> None:
    with open_named(filled) as library, library.writing("a test"):
        topics_of = fingerprint(library.thesaurus)
        library.store.put(document("late", "Fiction: a guardian."), reading=1, assigned=topics_of)

        asked = run(filled, "search", "guardian", "--json")

    answer = json.loads(asked.stdout)
    assert (asked.returncode, answer["total"]) == (0, 3)
    assert answer["notices"] == [
        "The index is behind (documents are being added, or the disk is full); the newest may be missing."
    ]


def test_a_document_removed_since_the_index_was_written_is_not_shown(filled: Path) -> None:
    with open_named(filled) as library, library.writing("a test"):
        library.store.remove("fiction-number-0")

        asked = run(filled, "search", "guardian", "--json")

    assert asked.returncode == 0
    assert {hit["id"] for hit in json.loads(asked.stdout)["hits"]} == {"fiction-number-1", "fiction-number-2"}


@pytest.mark.slow
def test_searching_goes_on_while_another_process_ingests(filled: Path) -> None:
    folder = write_many(filled / "more", 60)
    child = start(filled, "ingest", str(folder))
    answers = []
    while child.poll() is None:
        answers.append(run(filled, "search", "guardian", "--json"))
    child.communicate()
    last = run(filled, "search", "guardian", "--json")

    assert child.returncode == 0
    assert [(each.returncode, each.stderr) for each in answers if each.returncode or each.stderr] == []
    totals = [json.loads(each.stdout)["total"] for each in [*answers, last]]
    assert totals == sorted(totals)
    assert (totals[0], totals[-1]) == (3, 60)
    assert json.loads(last.stdout)["notices"] == []


@pytest.mark.slow
def test_two_ingests_at_once_take_in_everything_once(library_folder: Path) -> None:
    folders = [write_many(library_folder / name, 40) for name in ("a", "b")]
    write(folders[1], "more.md", release("Fiction: heron"))

    children = [start(library_folder, "ingest", "--json", str(folder)) for folder in folders]
    reports = [json.loads(child.communicate(timeout=120)[0]) for child in children]

    assert [child.returncode for child in children] == [0, 0]
    assert sorted((report["counts"]["new"], report["counts"]["unchanged"]) for report in reports) in (
        [(1, 40), (40, 0)],
        [(0, 40), (41, 0)],
    )
    with open_named(library_folder) as library:
        assert (status(library).documents, status(library).indexed) == (41, True)


@pytest.mark.slow
def test_a_lock_does_not_outlive_its_holder(library_folder: Path) -> None:
    folder = write_many(library_folder / "in", 60)
    child = start(library_folder, "ingest", str(folder))
    wait_for(lambda: acknowledged(library_folder))
    child.kill()
    child.communicate()

    again = run(library_folder, "ingest", str(folder))

    assert (again.returncode, again.stderr) == (0, "")
    assert "Waiting" not in again.stderr


def wait_for(condition: Callable[[], object], patience: float = 120) -> None:
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def acknowledged(folder: Path) -> set[str]:
    """The ids of which another process can know at this moment that they are kept."""
    path = folder / "index/kb.db"
    if not path.exists():
        return set()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
        try:
            return {row[0] for row in connection.execute("SELECT id FROM documents")}
        except sqlite3.OperationalError:  # its tables are being made
            return set()


# -- kill -9 ------------------------------------------------------------------------------------

QUESTIONS = ("guardian", "word17x OR word42x", '"guardian of house"', "kind:page year:1..3000", "nothing")


def state(folder: Path) -> dict[str, Any]:
    """All that a user can see of a knowledge base."""

    def told(*arguments: str) -> str:
        return CliRunner().invoke(cli, ["--library", str(folder), *arguments]).stdout

    status = json.loads(told("status", "--json"))
    asked = {question: json.loads(told("search", "--json", question)) for question in QUESTIONS}
    records = [json.loads(line) for line in told("export").splitlines()]
    del status["folder"]
    return {"status": status, "answers": asked, "records": records}


@pytest.fixture
def undisturbed(tmp_path: Path) -> Path:
    folder = make_library(tmp_path / "undisturbed")
    write_many(folder / "in", 150)
    return folder


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of POSIX")
def test_kill_9_at_any_moment_loses_nothing(undisturbed: Path, library_folder: Path) -> None:
    documents = str(write_many(library_folder / "in", 150))
    moments = random.Random(20)
    for turn in range(8):
        kept = killed_ingest(library_folder, documents, moments)
        if turn % 2:
            assert answered(library_folder) == kept
        if turn % 3 == 2:
            killed_indexing(library_folder, moments)

    finished = run(library_folder, "ingest", documents)

    assert (finished.returncode, finished.stderr) == (0, "")
    run(undisturbed, "ingest", str(undisturbed / "in"))
    expected = state(undisturbed)
    assert expected["status"]["documents"] == expected["answers"]["guardian"]["total"] == 150
    assert state(library_folder) == expected
    assert list(library_folder.rglob("originals/*/.*")) == []


def killed_ingest(folder: Path, documents: str, moments: random.Random) -> int:
    """Kill an ingest in the middle of its work; returns how many documents are kept."""
    child = start(folder, "ingest", documents)
    more = len(acknowledged(folder)) + moments.randint(2, 16)
    wait_for(lambda: len(acknowledged(folder)) >= more)
    time.sleep(moments.uniform(0, 0.03))
    before = acknowledged(folder)
    child.kill()
    child.communicate()
    assert child.returncode == -signal.SIGKILL

    told = run(folder, "status", "--json")

    assert (told.returncode, told.stderr) == (0, "")
    assert before <= acknowledged(folder)
    return int(json.loads(told.stdout)["documents"])


def killed_indexing(folder: Path, moments: random.Random) -> None:
    """Kill a search that has to make the index first, at a moment of its life."""
    shutil.rmtree(folder / "index/whoosh")
    child = start(folder, "search", "guardian")
    time.sleep(moments.uniform(0.15, 0.8))
    child.kill()
    child.communicate()
    assert answered(folder) == len(acknowledged(folder))


def answered(folder: Path) -> int:
    """How many documents a search finds; it says nothing else."""
    asked = run(folder, "search", "guardian", "--json")
    assert (asked.returncode, asked.stderr) == (0, "")
    answer = json.loads(asked.stdout)
    assert answer["notices"] == []
    return int(answer["total"])


# -- A full disk --------------------------------------------------------------------------------

# $1 is where a small disk is mounted, $2 a folder of documents, the rest the command kb.
FULL = """
disk=$1 documents=$2; shift 2
mount -t tmpfs -o size=600k tmpfs "$disk" || exit
"$@" init "$disk" >&2
export KB_LIBRARY="$disk"
"$@" ingest --json "$documents" >&2
echo $?
"$@" search --json guardian
mount -o remount,size=100m "$disk"
"$@" ingest --json "$documents"
"$@" search --json guardian
find "$disk/index/originals" -name '.*'
"""


def mounts() -> bool:
    """Whether a test may mount a disk that nobody else sees."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not mounts(), reason="a small disk cannot be mounted here")
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    documents, disk = write_many(tmp_path / "in", 60), tmp_path / "disk"
    disk.mkdir()

    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", FULL, "sh", str(disk), str(documents), *KB],
        env=surroundings(None), capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip

    assert "is full; make room" in done.stderr
    assert "Traceback" not in done.stderr
    code, *answers = done.stdout.split("\n", 1)
    first, again, last = _values(answers[0])
    assert code == "3"
    assert 0 < first["total"] < 60
    assert again["counts"] == {
        "new": 60 - first["total"], "updated": 0, "unchanged": first["total"], "set_aside": 0
    }  # fmt: skip
    assert last["total"] == 60


def _values(text: str) -> Iterator[Any]:
    """The JSON values that stand one behind the other, and nothing else."""
    while text := text.strip():
        value, end = json.JSONDecoder().raw_decode(text)
        text = text[end:]
        yield value


@pytest.mark.skipif(not modes_bind(), reason="whoever runs the tests may write everywhere")
def test_an_index_that_cannot_be_written_still_answers(filled: Path) -> None:
    with open_named(filled) as library:  # kept, and not indexed: as when the disk is full by then
        library.store.put(document("later", "This fiction came later: word99x."), reading=1)
    paths = [filled / "index" / "whoosh", *(filled / "index" / "whoosh").rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)

    old = run(filled, "search", "word1x", "--json", humble=True)

    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert old.returncode == 0, old.stderr
    assert [hit["id"] for hit in json.loads(old.stdout)["hits"]] == ["fiction-number-1"]
    assert "may be missing" in json.loads(old.stdout)["notices"][0]
