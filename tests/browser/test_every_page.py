"""Every page, seen by everyone: both languages, both colour schemes, wide and narrow, enlarged, on paper.

A page that is added is added to PAGES. The pictures are kept in tests/browser/pictures, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb.settings import make_library
from tests.browser.accessibility import SCHEMES, assert_accessible, assert_fits
from tests.browser.conftest import Visit
from tests.serving import running

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES = Path(__file__).with_name("pictures")
PAGES = {
    "start": "/",
    "results": "/?q=best+interests+of+the+child",
    "chosen": "/?q=asylum&kind=digest&country=MX&sort=newest",
    "all": "/?sort=newest",
    "explained": "/?q=best+interests&why=digest-crc-gc-14-best-interests",
    "after the last": "/?q=asylum&page=50",
    "misspelt": "/?q=guardain",
    "nothing": "/?q=zxcvbnm&year=1990",
    "too narrow": "/?q=%22guardian+smuggling%22&country=PA&exact=1",
    "document": "/documents/digest-crc-gc-14-best-interests?q=best+interests",
    "release": "/documents/iac-2016-invented-shelter-opens-unaccompanied-children",
    "superseded": "/documents/iac-2017-invented-guideline-recommendations-names?edition=1",
    "cited": "/documents/digest-crc-gc-14-best-interests?cite=p3#p3",
    "citation": "/documents/digest-crc-gc-14-best-interests/cite?at=p3",
    "related": "/documents/digest-crc-gc-14-best-interests/related",
    "topics": "/topics",
    "topic": "/topics/best-interests",
    "matrix": "/matrix",
    "problem": "/documents/crc-c-gc-1414",
    "help": "/help",
    "add": "/add",
    "api": "/api",
}
LANGUAGES = {"en": "en-US", "es": "es-MX"}


@pytest.fixture(scope="module")
def empty_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages of a knowledge base that is empty and that nobody adds to."""
    with running(make_library(tmp_path_factory.mktemp("empty") / "library"), "--read-only") as server:
        yield f"http://127.0.0.1:{server.port}"


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_use_it(look: Visit, name: str, language: str) -> None:
    page = look(PAGES[name], locale=LANGUAGES[language])

    assert page.locator("main h1").count() == 1
    assert ("problem" in name) == (page.locator(".problem").count() == 1)
    assert page.locator("html").get_attribute("lang") == language
    assert_accessible(page)
    assert_fits(page)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        picture(page, f"{name}-1280-{language}-{scheme}")


@pytest.mark.parametrize("path", ["/", "/?q=asilo", "/topics", "/matrix", "/add"])
def test_everyone_can_begin(look: Visit, empty_address: str, path: str) -> None:
    page = look(path, base_url=empty_address, locale="es-MX", viewport={"width": 320, "height": 700})

    assert page.locator(".empty, .notice").count() == 1, "it says that nothing is in here, or is added"
    assert page.get_by_role("link", name="Agregar").count() == 0
    assert_accessible(page)
    assert_fits(page)


@pytest.mark.parametrize("width", [768, 320])
@pytest.mark.parametrize("name", PAGES)
def test_it_fits_a_narrow_window(look: Visit, name: str, width: int) -> None:
    page = look(PAGES[name], viewport={"width": width, "height": 700}, locale="es-MX")

    assert_fits(page)
    if width == 320:
        assert_accessible(page, ["light"])
    picture(page, f"{name}-{width}-es")


@pytest.mark.parametrize("name", PAGES)
def test_it_fits_when_enlarged_to_200_per_cent(look: Visit, name: str) -> None:
    page = look(PAGES[name], viewport={"width": 640, "height": 360}, device_scale_factor=2)

    assert_fits(page)


@pytest.mark.parametrize("name", PAGES)
def test_it_is_complete_without_javascript(look: Visit, name: str) -> None:
    page = look(PAGES[name], java_script_enabled=False)

    assert page.locator("main h1").count() == 1
    assert page.get_by_role("searchbox").is_visible() or page.get_by_role("combobox").is_visible()
    assert page.locator("[hidden]").count() == 0, "nothing waits for a script"


def test_it_can_be_printed(look: Visit) -> None:
    for name in ("results", "document"):
        page = look(PAGES[name])
        page.emulate_media(media="print")
        picture(page, f"{name}-print")
        assert not page.get_by_role("search").is_visible()
