"""What the pages cost: bytes, requests, and nothing that moves while it is read."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_every_page import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

    from tests.browser.conftest import Visit


PIECES, PAUSE = 8, 0.05  # of a page; seconds between them, long enough to paint what has come
MOVES = """new Promise(tell => {
    const named = ({node}) => (node?.outerHTML ?? node?.parentNode?.outerHTML ?? "gone").slice(0, 120);
    const from = ({previousRect: was, currentRect: is}) => `(${was.x}, ${was.y}) to (${is.x}, ${is.y})`;
    const told = each => each.sources.map(source => `${named(source)} from ${from(source)}`);
    new PerformanceObserver(list => tell(list.getEntries().flatMap(told)))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => tell([]), 300);
})"""
FIRST = ("start", "results", "nothing")  # what somebody opens first; documents and trees may be long


@pytest.mark.parametrize("name", PAGES)
def test_a_first_page_is_light(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page()  # of a browser that keeps no style sheet and no script yet
    answers: list[Response] = []

    def keep(answer: Response) -> None:  # a function of its own: Playwright marks what it calls
        answers.append(answer)

    page.on("response", keep)

    page.goto(address + PAGES[name], wait_until="networkidle" if name in FIRST else "load")
    sizes = {each.url: len(each.body()) for each in answers}
    page.close()

    if name in FIRST:
        assert len(sizes) <= 5, sizes
        assert sum(sizes.values()) <= 100_000, sizes
    assert sum(size for url, size in sizes.items() if url.endswith((".css", ".js"))) < 40_000, sizes


@pytest.fixture(scope="module")
def slow_address(address: str) -> Iterator[str]:
    """The same pages from a server that sends them in pieces, as one that has much to do does."""

    class InPieces(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
            asked.request("GET", self.path)
            answer = asked.getresponse()
            text = answer.read()
            asked.close()
            self.send_response(answer.status)
            for header in ("Content-Type", "Content-Security-Policy"):
                self.send_header(header, answer.headers[header])
            self.end_headers()
            pieces = PIECES if answer.headers.get_content_type() == "text/html" else 1
            size = len(text) // pieces + 1
            for start in range(0, len(text), size):
                time.sleep(PAUSE if start else 0)
                self.wfile.write(text[start : start + size])

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is told of what was asked."""

    with ThreadingHTTPServer(("127.0.0.1", 0), InPieces) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,)).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_once_it_is_shown(look: Visit, slow_address: str, name: str) -> None:
    page = look(PAGES[name], base_url=slow_address)

    assert page.evaluate(MOVES) == []


def test_nothing_is_animated_for_those_who_asked(visit: Visit) -> None:
    page = visit(PAGES["results"], reduced_motion="reduce")

    page.evaluate("document.querySelector('main').classList.add('waiting')")
    animated = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".flatMap(each => [getComputedStyle(each), getComputedStyle(each, '::before')])"
        ".flatMap(({transitionDuration, animationDuration}) => [transitionDuration, animationDuration])"
        ".filter(each => !/^0s(, 0s)*$/.test(each)).length"
    )

    assert animated == 0
