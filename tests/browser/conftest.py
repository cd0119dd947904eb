"""A real Chromium before a real `kb serve`: what every test of the pages starts from.

``page`` is a page of a new browser without memory; ``visit`` opens others, as somebody else would see
them (Spanish, dark, narrow, without JavaScript); ``look`` does so too, in a window that goes on to the
next page, for tests that leave nothing behind. Every page is watched: a script that fails, a breach of the
content security policy and a request to anywhere but our server fail the test that made them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from kb.settings import make_library
from tests.browser.papers import PAPERS, REVISED
from tests.serving import kb, running

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60_000  # milliseconds; a busy machine is slow, not wrong

expect.set_options(timeout=PATIENCE)


class Visit(Protocol):
    """Opens a page; ``seen`` goes to Playwright's ``new_context``: locale, color_scheme, viewport ..."""

    def __call__(self, path: str = "/", **seen: Any) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these are slow."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all of these tests."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail("The tests of the pages need Chromium: sudo apt-get install chromium", pytrace=False)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium has no sandbox for root
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=found, args=arguments)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def served_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A knowledge base of the starter documents and a few of our own invention, for all processors one."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    with FileLock(shared / "browser.lock"):
        if not (shared / "browser").exists():
            filled(make_library(shared / "filling")).rename(shared / "browser")
    return shared / "browser"


def filled(folder: Path) -> Path:
    papers = folder / "papers"
    papers.mkdir()
    for edition in (PAPERS, REVISED):
        for name, text in edition.items():
            (papers / name).write_text(text, encoding="utf-8")
        done = kb(folder, "ingest", str(ROOT / "corpus"), str(papers))
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="package")
def address(served_folder: Path) -> Iterator[str]:
    """Where its pages are, without the slash at the end."""
    with running(served_folder) as server:
        yield f"http://127.0.0.1:{server.port}"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages in browsers that know nothing of each other."""
    pages: list[Page] = []
    wrong: list[str] = []

    def opened(path: str = "/", **seen: Any) -> Page:
        page = _window(browser, wrong, {"base_url": address, **seen})
        pages.append(page)
        page.goto(path)
        return page

    yield opened
    for page in pages:
        page.context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def windows() -> Iterator[dict[str, tuple[Page, list[str]]]]:
    """Windows that are open, by how they see, and what went wrong in each."""
    opened: dict[str, tuple[Page, list[str]]] = {}
    yield opened
    for page, _ in opened.values():
        page.context.close()


@pytest.fixture
def look(browser: Browser, address: str, windows: dict[str, tuple[Page, list[str]]]) -> Iterator[Visit]:
    """Opens a page where the one before it was: starting a browser takes longer than showing a page."""

    def opened(path: str = "/", **seen: Any) -> Page:
        wrong: list[str] = []
        how = repr(sorted(seen.items()))
        if how not in windows:
            windows[how] = (_window(browser, wrong, {"base_url": address, **seen}), wrong)
        page, _ = windows[how]
        page.emulate_media(media="screen", color_scheme="light")
        page.goto(path)
        return page

    yield opened
    wrong = [each for _, some in windows.values() for each in some]
    for _, some in windows.values():
        some.clear()
    assert wrong == []


@pytest.fixture
def page(visit: Visit) -> Page:
    """The start page, in English, light, 1280 by 720."""
    return visit()


def _window(browser: Browser, wrong: list[str], seen: dict[str, Any]) -> Page:
    """An empty page of a new browser; what goes wrong there is added to ``wrong``."""
    context = browser.new_context(**{"locale": "en-US", **seen})
    context.set_default_timeout(PATIENCE)
    context.on("request", lambda request: wrong.extend(_elsewhere(request, seen["base_url"])))
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.extend(_breach(said)))
    return page


def _elsewhere(request: Request, address: str) -> list[str]:
    ours = request.url.startswith((f"{address}/", "data:", "blob:"))
    return [] if ours else [f"asked for {request.url}"]


def _breach(said: ConsoleMessage) -> list[str]:
    # An error page is a "failed" load to Chromium; that is no fault of the page.
    fault = said.type == "error" and not said.text.startswith("Failed to load resource")
    return [said.text] if fault else []
