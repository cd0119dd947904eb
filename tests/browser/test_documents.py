"""Documents and topics in a browser: citing, finding one's way in a text, keys, paper, the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kb.settings import make_library
from tests.browser.accessibility import assert_accessible, assert_fits
from tests.browser.test_weight import MOVES
from tests.fiction import release
from tests.serving import kb, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Visit

DIGEST = "/documents/digest-crc-gc-14-best-interests"
RELEASE = "/documents/iac-2016-invented-shelter-opens-unaccompanied-children"
GUIDELINE = "/documents/iac-2017-invented-guideline-recommendations-names"
# Runs of text that a passage's number lies over.
COVERED = """[...document.querySelectorAll('.own, .where a')].flatMap(link => {
    const own = link.getBoundingClientRect();
    const meets = (each) => each.left < own.right && own.left < each.right - 1
        && each.top < own.bottom && own.top < each.bottom;
    const walk = document.createTreeWalker(link.closest('.passage'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        if (!link.contains(walk.currentNode) && [...range.getClientRects()].some(meets))
            found.push(`${link.textContent} over ${walk.currentNode.textContent.trim()}`);
    }
    return found;
})"""
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


# -- Citing -------------------------------------------------------------------------------------


def test_the_number_of_a_passage_cites_it_in_place(visit: Visit) -> None:
    page = visit(f"{DIGEST}?q=best+interests")
    number = page.locator("#p3 .own")

    number.click()

    expect(page.locator("#p3 + .citation")).to_contain_text("para. 3")
    expect(page.locator(".citation")).to_be_focused()
    expect(page).to_have_url(re.compile(r"q=best\+interests#p3$"))
    number.click()
    expect(page.locator(".citation")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", [GUIDELINE, "/?q=lodge"])
def test_a_number_in_words_does_not_lie_over_the_text(look: Visit, path: str, width: int) -> None:
    page = look(path, viewport={"width": width, "height": 700})

    assert page.get_by_role("link", name="Recommendation No. 1").is_visible()
    assert page.evaluate(COVERED) == []
    assert_fits(page)


def test_without_a_script_the_citation_stands_under_its_passage(visit: Visit) -> None:
    page = visit(f"{DIGEST}?lang=es", java_script_enabled=False)

    page.locator("#p3 .own").click()

    expect(page).to_have_url(re.compile(r"cite=p3#p3$"))
    expect(page.locator("#p3 + .citation")).to_contain_text("párr. 3")
    expect(page.locator(".copy")).to_have_count(0)


def test_a_citation_is_copied_with_the_keyboard(visit: Visit) -> None:
    page = visit(f"{DIGEST}/cite?at=p3", permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy: Footnote")

    button.focus()
    page.keyboard.press("Enter")

    expect(button).to_have_text("Copied")
    expect(page.locator("#said")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("kb starter corpus, “Digest of General Comment No. 14")
    assert copied.endswith(".")


def test_files_for_reference_managers_are_saved(visit: Visit) -> None:
    page = visit(DIGEST)
    page.locator("#--cite summary").click()

    with page.expect_download() as saved:
        page.get_by_role("link", name=".bib").click()

    assert saved.value.suggested_filename == "digest-crc-gc-14-best-interests.bib"


def test_the_original_is_saved_and_not_opened(visit: Visit) -> None:
    page = visit(DIGEST)

    with page.expect_download() as saved:
        page.locator(".about a[download]").click()

    assert saved.value.suggested_filename == "crc-gc-14-best-interests.en.md"
    expect(page).to_have_url(re.compile(f"{DIGEST}$"))


# -- In the text --------------------------------------------------------------------------------


def test_keys_go_from_one_marked_passage_to_the_next(visit: Visit) -> None:
    page = visit(f"{DIGEST}?q=best+interests")
    marked = [
        each for each in page.locator(".marked").evaluate_all("all => all.map(each => each.id)") if each
    ]
    page.locator("main").focus()

    for expected in (marked[0], marked[1]):
        page.keyboard.press("n")
        expect(page).to_have_url(re.compile(f"#{expected}$"))
    page.keyboard.press("p")

    expect(page).to_have_url(re.compile(f"#{marked[0]}$"))
    expect(page.locator("#said")).to_have_text(f"1 of {len(marked)}")
    expect(page.locator(f"#{marked[0]}")).to_be_in_viewport()


def test_letters_that_are_typed_turn_no_page(visit: Visit) -> None:
    page = visit(f"{DIGEST}?q=best+interests")

    page.locator("#q").press("n")

    assert "#" not in page.url


def test_links_go_from_one_marked_passage_to_the_next_without_a_script(visit: Visit) -> None:
    page = visit(f"{DIGEST}?q=best+interests", java_script_enabled=False)
    first = page.locator(".turn").first

    expect(first).to_contain_text("1 of")
    first.get_by_role("link", name="Next marked passage").click()

    expect(page.locator(".passage:target .turn")).to_contain_text("2 of")


def test_the_text_is_one_step_away_from_the_top(visit: Visit) -> None:
    page = visit(f"{DIGEST}?q=best+interests")
    page.get_by_role("link", name="First marked passage").click()
    expect(page).to_have_url(re.compile(r"q=best\+interests#p1$"))
    expect(page.locator("#p1.marked")).to_be_in_viewport()

    narrow = visit(DIGEST, viewport={"width": 320, "height": 700}, locale="es-MX")
    narrow.get_by_role("link", name="Ir al texto").click()
    expect(narrow.locator(".body .own >> nth=0")).to_be_in_viewport()
    expect(visit(DIGEST).get_by_role("link", name="To the text")).to_be_hidden()


def test_a_figure_leads_to_where_it_is_said(visit: Visit) -> None:
    page = visit(RELEASE)

    page.locator("#--figures .place").first.click()

    expect(page.locator(".passage:target")).to_contain_text("1,240 children")


def test_contacts_wait_to_be_asked_for(visit: Visit) -> None:
    page = visit(RELEASE, java_script_enabled=False)
    contact = page.locator("#--contacts").get_by_text("ana@example.org")

    expect(contact).to_be_hidden()
    page.locator("#--contacts summary").click()

    expect(contact).to_be_visible()


@pytest.mark.parametrize("locale", ["en-US", "es-MX"])
@pytest.mark.parametrize("path", [DIGEST, RELEASE, "/topics"])
def test_everything_unfolded_is_accessible_and_fits(look: Visit, path: str, locale: str) -> None:
    page = look(path, locale=locale, viewport={"width": 320, "height": 700})

    page.evaluate(UNFOLD)

    assert_accessible(page)
    assert_fits(page)


def test_paper_has_the_citation_and_no_buttons(visit: Visit) -> None:
    page = visit(f"{DIGEST}?q=best+interests")

    page.emulate_media(media="print")

    expect(page.locator(".printed-citation")).to_be_visible()
    expect(page.locator(".printed-citation")).to_contain_text(
        "digest of: Committee on the Rights of the Child"
    )
    for hidden in (".panels", ".outline", ".turn >> nth=0", ".back"):
        expect(page.locator(hidden)).to_be_hidden()


# -- A long text --------------------------------------------------------------------------------


CHAPTER = """## Chapter {number} on invented guardianship

{first}. A guardian is named within {number} days, and the child is told the name.

{second}. The invented office keeps a list of guardians and looks after it:

- with the consulate,
- with the shelter.

> The best interests of the child come first in chapter {number}.

| Town | Guardians |
| --- | --- |
| San Marcos | {first} |
"""


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a text of 1,300 paragraphs and of one that is a page of 210 passages of every kind."""
    folder: Path = make_library(tmp_path_factory.mktemp("long"))
    lines = [
        f"## Section {number // 20}" if number % 20 == 0 else f"{number - number // 20}. Invented rule."
        for number in range(1, 1369)
    ]
    lines[946] = "900. Invented rule of the lighthouse."
    (folder / "long.md").write_text(release("Fiction of many rules", *lines, id="long"), encoding="utf-8")
    chapters = [CHAPTER.format(number=each, first=2 * each - 1, second=2 * each) for each in range(1, 31)]
    manual = release("Fiction of a manual of guardianship", *chapters, id="manual")
    (folder / "manual.md").write_text(manual, encoding="utf-8")
    assert kb(folder, "ingest", str(folder / "long.md"), str(folder / "manual.md")).returncode == 0
    with running(folder) as server:
        yield f"http://127.0.0.1:{server.port}"


def test_a_link_to_a_passage_finds_its_part(browser: Browser, long_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{long_address}/documents/long#p900")

    expect(page.locator("#p900")).to_be_in_viewport()
    expect(page.locator("nav.parts")).to_contain_text(re.compile("Part [2-9] of"))


def test_a_link_to_a_passage_finds_its_part_without_a_script(browser: Browser, long_address: str) -> None:
    page = browser.new_page(java_script_enabled=False, locale="en-US")
    page.goto(f"{long_address}/?q=lighthouse")

    page.locator(".hit .where a").first.click()

    expect(page.locator(".passage:target")).to_be_in_viewport()
    expect(page.locator("nav.parts")).to_contain_text(re.compile("Part [2-9] of"))


def test_what_is_out_of_sight_in_a_long_text_is_accessible_once_it_is_seen(
    browser: Browser, long_address: str
) -> None:
    page = browser.new_page(locale="es-MX")
    page.goto(f"{long_address}/documents/manual?q=guardian")
    last = page.locator(".body .passage").last
    assert_accessible(page, ["light"])
    assert page.locator(".body .passage").count() > 150

    last.scroll_into_view_if_needed()

    expect(last).to_be_in_viewport()
    assert_accessible(page, ["light"])
    assert_fits(page)
    page.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["manual?q=guardian", "manual#p32", "long", "long?at=p900#p900"])
def test_nothing_moves_in_a_long_text(browser: Browser, long_address: str, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{long_address}/documents/{path}")

    assert page.evaluate(MOVES) == []
    if "#" in path:
        expect(page.locator(".passage:target")).to_be_in_viewport()
    page.close()


def test_parts_are_turned_without_a_script(browser: Browser, long_address: str) -> None:
    page = browser.new_page(java_script_enabled=False, locale="en-US")
    page.goto(f"{long_address}/documents/long")

    page.locator("nav.parts").get_by_role("link", name="Next part").click()

    expect(page.locator("nav.parts")).to_contain_text("Part 2 of")
    page.locator(".outline").get_by_role("link", name="Section 1", exact=True).click()
    expect(page.locator("nav.parts")).to_contain_text("Part 1 of")


# -- Topics -------------------------------------------------------------------------------------


def test_the_tree_is_filtered_by_names_of_either_language(visit: Visit) -> None:
    page = visit("/topics")
    box = page.get_by_label("Filter the topics")

    box.press_sequentially("interes superior")

    expect(page.get_by_role("link", name="best interests of the child", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="housing")).to_be_hidden()
    box.fill("zxcvbnm")
    expect(page.locator("#said")).to_have_text("No topic has this in its names.")
    box.fill("")
    expect(page.get_by_role("link", name="adequate housing", exact=True)).to_be_visible()


def test_the_tree_unfolds_without_a_script(visit: Visit) -> None:
    page = visit("/topics", java_script_enabled=False)

    page.locator("summary", has_text="narrower").first.click()

    expect(page.get_by_role("link", name="unaccompanied children", exact=True)).to_be_visible()


def test_the_matrix_is_whole_on_paper(visit: Visit) -> None:
    page = visit("/matrix", viewport={"width": 720, "height": 400})
    clipped = (
        "[...document.querySelectorAll('.matrix')].filter(e => e.scrollHeight > e.clientHeight + 1).length"
    )
    assert page.evaluate(clipped) == 1

    page.emulate_media(media="print")

    assert page.evaluate(clipped) == 0


def test_a_cell_of_the_matrix_is_a_search(visit: Visit) -> None:
    page = visit("/matrix", java_script_enabled=False)
    cell = page.locator("tbody td a").first
    count = cell.inner_text()

    cell.click()

    expect(page.get_by_role("status")).to_contain_text(f"Documents found: {count}")
    expect(page.locator(".chip.chosen")).to_have_count(2)


def test_the_matrix_is_scrolled_with_keys_in_a_narrow_window(visit: Visit) -> None:
    page = visit("/matrix", viewport={"width": 320, "height": 600})
    region = page.get_by_role("region", name="Topics by countries")

    region.focus()
    page.keyboard.press("ArrowRight")

    expect(region).to_be_focused()
    page.wait_for_function("document.querySelector('.matrix').scrollLeft > 0")
    assert_fits(page)
    heads = page.locator("tbody th").first.bounding_box()
    assert heads
    assert heads["x"] >= 0, "the topic stays in sight"
