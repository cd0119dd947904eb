"""Adding documents in a real browser: chosen or dropped, with a script and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kb.settings import make_library
from tests.browser.accessibility import assert_accessible, assert_fits
from tests.serving import Server, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

FICTION = "This text is fiction, written for the tests of kb."
PATIENCE = 60_000  # milliseconds; a file is read by a process that has to be started first


def paper(name: str, title: str) -> FilePayload:
    text = f"# {title}\n\n{FICTION} {title} is spoken of here.\n"
    return {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(make_library(tmp_path_factory.mktemp("adding") / "library")) as started:
        yield started


def opened(browser: Browser, server: Server, *, java_script_enabled: bool = True) -> Page:
    context = browser.new_context(
        base_url=f"http://127.0.0.1:{server.port}",
        locale="es-MX",
        java_script_enabled=java_script_enabled,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/add")
    return page


def rows(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in page.locator("#report li").all_inner_texts()]


def test_the_form_works_without_a_script(browser: Browser, server: Server) -> None:
    page = opened(browser, server, java_script_enabled=False)

    page.set_input_files("#file", [paper("muelle.md", "Muelle"), paper("vacio.md", "")])
    page.locator("#add button").click()

    expect(page.locator("#report li")).to_have_count(2, timeout=PATIENCE)
    assert rows(page)[0] == "Nuevo muelle.md → Muelle"
    page.context.close()


def test_files_are_sent_one_by_one_and_told_as_they_come(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    page = opened(browser, server)
    broken: FilePayload = {"name": "roto.bin", "mimeType": "x/y", "buffer": b"\x00\x01\x02" * 40}

    page.set_input_files("#file", [paper("puente.md", "Puente"), broken, paper("plaza.md", "Plaza")])
    page.locator("#add button").click()
    expect(page.locator("#report li")).to_have_count(3, timeout=PATIENCE)
    expect(page.locator("#report progress")).to_have_count(0, timeout=PATIENCE)

    told = rows(page)
    assert told[0] == "Nuevo puente.md → Puente"
    assert told[1].startswith("Apartado roto.bin ")
    assert told[2] == "Nuevo plaza.md → Plaza"
    assert "added/roto.bin" in page.locator("#aside").inner_text()
    assert page.url.endswith("/add")
    assert_accessible(page)
    assert_fits(page)
    page.locator("#report a").first.click()
    expect(page.locator("h1")).to_have_text("Puente")
    page.context.close()


def test_files_can_be_dropped(browser: Browser, server: Server) -> None:
    page = opened(browser, server)

    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["# Campo\\n\\nEs una ficción: el campo."], "campo.md"));
            for (const name of ["dragenter", "dragover", "drop"]) {
                const event = new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true });
                document.querySelector("main").dispatchEvent(event);
            }
        }"""
    )
    expect(page.locator("#report a")).to_have_count(1, timeout=PATIENCE)

    assert rows(page) == ["Nuevo campo.md → Campo"]
    page.context.close()


def test_a_server_that_is_gone_is_told(browser: Browser, tmp_path: Path) -> None:
    with running(make_library(tmp_path / "library")) as server:
        page = opened(browser, server)
    page.set_input_files("#file", [paper("puente.md", "Puente")])

    page.locator("#add button").click()
    expect(page.locator("#report li")).to_have_count(1, timeout=PATIENCE)
    expect(page.locator("#report progress")).to_have_count(0, timeout=PATIENCE)

    assert "se cortó la conexión" in rows(page)[0]
    page.context.close()
