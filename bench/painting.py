"""How soon a page is there on an old laptop: ``python -m bench.painting [FILES ...]``.

A knowledge base is made of the files (of ``corpus/``, if none are named) and served. Chromium, its
processor slowed to a quarter, opens each page with nothing in its cache. Printed are the largest
contentful paint (https://www.w3.org/TR/largest-contentful-paint/, milliseconds from the start of the
navigation; median and worst of RUNS), the shift of the layout, the requests and their bytes.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from playwright.sync_api import sync_playwright

from kb.settings import make_library

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

RUNS = 15
SLOWER = 4  # times
PAGES = {
    "start": "/",
    "results": "/?q=best+interests+of+the+child",
    "all": "/?sort=newest",
    "nothing": "/?q=zxcvbnm",
    "topics": "/topics",
}
_PAINT = """new Promise(tell => new PerformanceObserver(list => setTimeout(() => tell({
    paint: list.getEntries().at(-1).startTime,
    shift: performance.getEntriesByType('layout-shift').reduce((sum, each) => sum + each.value, 0),
}), 200)).observe({type: 'largest-contentful-paint', buffered: true}))"""


def main() -> None:
    """Print a line for each page."""
    files = sys.argv[1:] or [str(Path(__file__).parents[1] / "corpus")]
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        library = make_library(Path(folder) / "library")
        _kb(library, "ingest", *files).communicate()
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with _serving(library) as address:
            _visit(browser, address)  # a server that has just begun still reads what it needs
            for name, path in PAGES.items():
                _report(name, [_visit(browser, address + path) for _ in range(RUNS)])
        browser.close()


def _kb(library: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kb", "--library", str(library), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@contextmanager
def _serving(library: Path) -> Iterator[str]:
    with _kb(library, "serve", "--port", "0") as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1].rstrip("/")
        process.terminate()


def _visit(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    answers: list[Response] = []

    def keep(answer: Response) -> None:  # a function of its own: Playwright marks what it calls
        answers.append(answer)

    page.on("response", keep)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    seen = cast("dict[str, float]", page.evaluate(_PAINT))
    size = sum(len(each.body()) for each in answers)
    context.close()
    return seen | {"requests": len(answers), "bytes": size}


def _report(name: str, seen: list[dict[str, float]]) -> None:
    paints = [each["paint"] for each in seen]
    last = seen[-1]
    print(
        f"{name:8} {statistics.median(paints):5.0f} ms, worst {max(paints):5.0f} ms; "
        f"shift {max(each['shift'] for each in seen):.3f}; {last['requests']} requests, "
        f"{last['bytes'] / 1000:.1f} kB"
    )


if __name__ == "__main__":
    main()
