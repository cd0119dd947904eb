"""Files are read by processes of their own: what goes wrong there stays there."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

import pytest

from kb.errors import ParseFailed
from kb.records import Intake, Source
from kb.workers import Pool, Task
from kb.workers.limits import Limits
from kb.workers.waiting import waited
from tests.fiction import write
from tests.processes import start

LARGE = ("This text is fiction, written for a test of kb. " * 40 + "\n\n") * 2500  # many seconds of reading
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def task(folder: Path, text: str, name: str = "fiction.md") -> Task:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return Task(Source(location=name, content=content, media_type="", sha256=digest), str(folder))


def children(pid: int | None = None) -> list[int]:
    """The processes that this one, or another, has started and that are there."""
    wanted = str(pid or os.getpid())
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended since
            if each.read_text().rpartition(")")[2].split()[1] == wanted:
                found.append(int(each.parent.name))
    return sorted(found)


def sentence(answer: Future[Intake]) -> str:
    """Why a file was refused, by the worker or about it."""
    try:
        return str(answer.result().refusal)
    except ParseFailed as error:
        return str(error)


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(1) as opened:
        yield opened


def test_a_file_becomes_a_record_with_topics(pool: Pool, tmp_path: Path) -> None:
    text = "# Fiction: a consulate\n\nConsular protection of unaccompanied children. This text is fiction."

    intake = pool.submit(task(tmp_path, text)).result()

    assert intake.document
    assert (intake.media_type, intake.document.title) == ("text/markdown", "Fiction: a consulate")
    assert "consular-protection" in {topic.id for topic in intake.document.topics}
    assert intake.refusal is None


def test_a_file_that_is_refused_says_why(pool: Pool, tmp_path: Path) -> None:
    intake = pool.submit(task(tmp_path, '{"fiction": true}')).result()

    assert intake.document is None
    assert "JSON" in str(intake.refusal)


@linux
def test_one_worker_reads_many_files(pool: Pool, tmp_path: Path) -> None:
    before = children()
    for number in range(5):
        pool.submit(task(tmp_path, f"# Fiction {number}\n\nThis text is fiction.")).result()

    assert len(children()) == len(before) + 1


@linux
def test_what_kb_itself_holds_makes_no_worker_too_large(tmp_path: Path) -> None:
    before = set(children())
    held = b"x" * (350 * 1024 * 1024)
    with Pool(1, Limits(seconds=25.0, megabytes=600)) as pool:
        pool.submit(task(tmp_path, "# Fiction\n\nThis text is fiction.")).result()

        assert len(set(children()) - before) == 1
    del held


@pytest.mark.slow
def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    with Pool(1, Limits(seconds=6.0, megabytes=1024)) as pool:
        slow = pool.submit(task(tmp_path, LARGE))
        well = pool.submit(task(tmp_path, "# Fiction: after it\n\nThis text is fiction."))

        with pytest.raises(ParseFailed, match="longer than 6 seconds"):
            slow.result()
        document = well.result().document
    assert document
    assert document.title == "Fiction: after it"


@pytest.mark.slow
@linux
def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    with Pool(1, Limits(seconds=120.0, megabytes=150)) as pool:
        large = pool.submit(task(tmp_path, "<html>" + "<p>fiction</p>" * 140_000, "fiction.html"))
        assert "150 MB of memory" in sentence(large)
        well = pool.submit(task(tmp_path, "# Fiction: after it\n\nThis text is fiction.")).result()

    assert well.document


@pytest.mark.slow
@linux
def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    before = set(children())
    with Pool(1) as pool:
        pool.submit(task(tmp_path, "# Fiction\n\nThis text is fiction.")).result()
        (worker,) = set(children()) - before
        doomed = pool.submit(task(tmp_path, LARGE))
        threading.Timer(0.2, os.kill, (worker, signal.SIGSEGV)).start()

        with pytest.raises(ParseFailed, match="Segmentation"):
            doomed.result()
        well = pool.submit(task(tmp_path, "# Fiction: after it\n\nThis text is fiction.")).result()
    assert well.document


@linux
def test_no_worker_outlives_its_pool(tmp_path: Path) -> None:
    before = children()
    with Pool(2) as pool:
        answers = [pool.submit(task(tmp_path, LARGE)) for _ in range(2)]
        while len(children()) < len(before) + 2:
            time.sleep(0.01)

    assert children() == before
    assert all(answer.done() for answer in answers)


def seconds_used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.slow
@linux
@pytest.mark.parametrize("stopped", [False, True])
def test_no_worker_outlives_a_kb_that_was_killed(library_folder: Path, *, stopped: bool) -> None:
    for number in range(2):
        write(library_folder, f"in/{number}.txt", f"Fiction {number}. {LARGE}")
    kb = start(library_folder, "ingest", str(library_folder / "in"))
    while len(children(kb.pid)) < 2:
        time.sleep(0.01)
    workers = children(kb.pid)
    while min(map(seconds_used, workers)) < 3:  # by then they read
        time.sleep(0.01)
    if stopped:
        os.kill(workers[0], signal.SIGSTOP)

    kb.kill()
    kb.communicate()

    deadline = time.monotonic() + 60
    while any(map(is_running, workers)):
        assert time.monotonic() < deadline, "workers without kb go on"
        time.sleep(0.01)


@linux
def test_what_a_process_waits_for_a_busy_processor_is_known() -> None:
    busy = [
        sys.executable,
        "-c",
        "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\nwhile True: pass",
    ]
    processes = [subprocess.Popen(busy) for _ in range(3)]
    try:
        time.sleep(2)
        waits = [waited(each.pid) for each in processes]
    finally:
        for each in processes:
            each.kill()
            each.wait()

    assert min(waits) > 0.2
    assert waited(processes[0].pid) == 0, "it is gone"


@pytest.mark.slow
@linux
def test_a_worker_that_stands_still_is_replaced(tmp_path: Path) -> None:
    before = set(children())
    with Pool(1, Limits(seconds=6.0, megabytes=1024)) as pool:
        pool.submit(task(tmp_path, "# Fiction\n\nThis text is fiction.")).result()
        (worker,) = set(children()) - before
        os.kill(worker, signal.SIGSTOP)

        with pytest.raises(ParseFailed, match="longer than 6 seconds"):
            pool.submit(task(tmp_path, "# Fiction: stopped\n\nThis text is fiction.")).result()
        well = pool.submit(task(tmp_path, "# Fiction: after it\n\nThis text is fiction.")).result()
    assert well.document


def test_a_module_in_the_folder_where_kb_is_called_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('fiction')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    with Pool(1) as pool:
        assert pool.submit(task(tmp_path, "# Fiction\n\nThis text is fiction.")).result().document
