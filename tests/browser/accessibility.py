"""axe-core over a page as it stands: what it can find wrong for people with disabilities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Of rules that are kept it counts what it looked at; each violation it tells whole.
_OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}


def assert_accessible(page: Page, schemes: Sequence[Literal["light", "dark"]] = SCHEMES) -> None:
    """No violation of any rule of TAGS, in either colour scheme; what the page is at, stays."""
    page.evaluate(AXE_SCRIPT)  # through the debugger; the content security policy lets no page load it
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        found = AxeResults(page.evaluate("options => axe.run(options)", _OPTIONS))
        assert found.violations_count == 0, f"{page.url} ({scheme})\n{found.generate_report()}"


def assert_fits(page: Page) -> None:
    """Nothing is wider than the window: nobody has to scroll sideways to read."""
    wide = page.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".filter(each => each.getBoundingClientRect().right > innerWidth + 1"
        " && !each.closest('pre, .scrolls, .unseen, .skip'))"
        ".map(each => each.outerHTML.slice(0, 120))"
    )
    assert wide == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
