"""What the pages cost: bytes, requests, and nothing that moves while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_every_page import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

    from tests.browser.conftest import Visit


FIRST = ("start", "results", "nothing")  # what somebody opens first; documents and trees may be long


@pytest.mark.parametrize("name", PAGES)
def test_a_first_page_is_light(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it

    page.goto(address + PAGES[name], wait_until="networkidle")
    sizes = {each.url: len(each.body()) for each in answers}
    page.close()

    if name in FIRST:
        assert len(sizes) <= 5, sizes
        assert sum(sizes.values()) <= 100_000, sizes
    assert sum(size for url, size in sizes.items() if url.endswith((".css", ".js"))) < 40_000, sizes


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_once_it_is_shown(visit: Visit, name: str) -> None:
    page = visit(PAGES[name])

    moved = page.evaluate(
        "new Promise(tell => {"
        " new PerformanceObserver(list => tell(list.getEntries().map(each => each.value)))"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => tell([]), 300); })"
    )

    assert moved == []


def test_nothing_is_animated_for_those_who_asked(visit: Visit) -> None:
    page = visit(PAGES["results"], reduced_motion="reduce")

    animated = page.evaluate(
        "(document.querySelector('main').classList.add('waiting'), [...document.querySelectorAll('*')]"
        ".filter(each => !/^0s(, 0s)*$/.test(getComputedStyle(each).transitionDuration)).length)"
    )

    assert animated == 0
