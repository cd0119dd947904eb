"""Searching in a browser: with a script and without, with keys alone, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_accessible, assert_fits

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    from tests.browser.conftest import Visit

BOX = "#q"
COUNT = "#count"
KEEP_WHAT_IS_SAID = """
    window.kept = [];
    new MutationObserver(() => window.kept.push(document.getElementById("said").textContent))
        .observe(document.getElementById("said"), {childList: true});
"""


def hits(page: Page) -> Locator:
    return page.locator(".hit h2 a")


def type_in(page: Page, text: str) -> None:
    page.locator(BOX).press_sequentially(text, delay=20)


def type_for_suggestions(page: Page, text: str) -> Locator:
    """The suggestions for the whole of the text, once no others can come."""
    type_in(page, text)
    expect(page.locator(".options b").first).to_have_text(re.compile(f"^{text}$", re.IGNORECASE))
    return page.get_by_role("option")


# -- Without a script ---------------------------------------------------------------------------


@pytest.fixture
def bare(look: Visit) -> Page:
    return look("/", java_script_enabled=False)


def test_a_question_is_asked_and_answered(bare: Page) -> None:
    bare.get_by_label("Search in English or Spanish").fill("best interests of the child")
    bare.get_by_role("button", name="Search").click()

    expect(bare).to_have_url(re.compile(r"/\?q=best\+interests\+of\+the\+child$"))
    expect(bare.get_by_role("status")).to_contain_text("Documents found: 12")
    expect(bare.locator(".hit mark").first).to_be_visible()
    expect(bare.locator(".hit [lang=es] mark").first).to_have_text(re.compile("interés superior"))


def test_facets_are_chosen_together_and_taken_back_one_by_one(bare: Page) -> None:
    bare.goto("/?q=guardian")
    bare.get_by_role("group", name="Kind").get_by_label("digest").check()
    bare.get_by_role("group", name="Language").get_by_label("Spanish").check()
    bare.get_by_role("button", name="Narrow down").click()

    expect(bare.locator(".chip.chosen")).to_have_count(2)
    expect(bare.locator(".hit h2[lang=es]").first).to_be_visible()
    assert bare.locator(".hit h2[lang=en]").count() == 0
    bare.locator(".chip.chosen", has_text="Spanish").click()
    expect(bare.locator(".chip.chosen")).to_have_count(1)
    expect(bare.locator(".hit h2[lang=en]").first).to_be_visible()


def test_a_bar_narrows_to_its_year_and_back(bare: Page) -> None:
    bare.goto("/?q=guardian")
    bar = bare.get_by_role("link", name="2007: 3")
    assert bare.locator(".years").get_attribute("aria-label") == "Documents by year"

    bar.click()

    expect(bare.get_by_role("status")).to_contain_text("Documents found: 3")
    expect(bare.locator("svg .chosen")).to_have_attribute("aria-label", "2007: 3")
    bare.locator("svg .chosen").click()
    expect(bare).to_have_url(re.compile(r"/\?q=guardian$"))


def test_the_years_stand_in_words_beside_the_picture(bare: Page) -> None:
    bare.goto("/?q=guardian")

    years = bare.get_by_role("group", name="Year", exact=True)
    years.locator("summary").click()

    expect(years.get_by_role("checkbox", name="2007")).to_be_visible()


def test_order_and_pages(bare: Page) -> None:
    bare.goto("/?q=guardianship")
    bare.get_by_role("link", name="oldest").click()
    first = hits(bare).first.inner_text()
    bare.get_by_role("link", name="Next").click()

    expect(bare).to_have_url(re.compile("sort=oldest&page=2"))
    assert hits(bare).first.inner_text() != first
    bare.go_back()
    expect(hits(bare).first).to_have_text(first)


def test_what_was_added_is_shown_and_can_be_switched_off(bare: Page) -> None:
    bare.goto("/?q=best+interests")
    chip = bare.locator(".also .chip", has_text="interés superior")

    chip.get_by_role("link", name="Search without these names").click()

    expect(bare).to_have_url(re.compile(r"off=best-interests"))
    expect(chip).to_have_count(0)
    bare.get_by_role("link", name="Search other names too").click()
    expect(chip).to_be_visible()
    bare.get_by_role("link", name="Search only what I typed").click()
    expect(bare.locator(".hit [lang=es] mark")).to_have_count(0)


def test_translations_of_a_long_question_fold_into_one_line(bare: Page) -> None:
    bare.goto("/?q=refuse+home+country+origin+children")
    words = bare.locator(".also .words")
    chip = words.locator(".chip", has_text="hogar")

    expect(bare.locator(".also > ul .chip")).to_have_count(1)
    expect(chip).to_be_hidden()
    words.get_by_text("Also translated: refuse, home, country, origin").click()
    chip.get_by_role("link", name="Search without these names").click()

    expect(bare).to_have_url(re.compile(r"off=home"))
    bare.goto("/?q=refuse+home")
    expect(bare.locator(".also > ul .chip")).to_have_count(2)


def test_a_misspelt_word_gets_another_spelling(bare: Page) -> None:
    bare.goto("/?q=guardain")

    bare.get_by_role("link", name="guardian", exact=True).click()

    expect(bare).to_have_url(re.compile(r"q=guardian$"))


@pytest.mark.parametrize(
    ("asked", "ways_on"),
    [
        ('q="named a guardian"&language=es', ["Search in English"]),
        ('q="named a guardian"&kind=digest', ["Search without “digest”"]),
        ('q="a guardian named"', ["Search the words of the phrase, wherever they stand"]),
        ('q=publisher:"nobody here" guardian', ['Search without “publisher:"nobody here"”']),
    ],
)
def test_where_nothing_is_found_each_way_on_finds_what_it_says(
    bare: Page, asked: str, ways_on: list[str]
) -> None:
    bare.goto(f"/?{asked}")
    expect(bare.get_by_role("status")).to_contain_text("Nothing found for")
    ways = bare.locator(".nothing li", has=bare.locator(".count"))
    promised = [
        (each.locator("a").get_attribute("href") or "", each.locator(".count").inner_text())
        for each in ways.all()
    ]

    assert set(ways_on) <= {each.locator("a").inner_text() for each in ways.all()}
    for way, count in promised:
        bare.goto(way)
        expect(bare.get_by_role("status")).to_contain_text(f"Documents found: {count}")


def test_nothing_at_all_still_leads_to_the_topics(bare: Page) -> None:
    bare.goto("/?q=zxcvbnm")

    bare.locator(".nothing .chip").first.click()

    expect(bare.get_by_role("status")).to_contain_text("Documents found:")


def test_the_examples_of_the_start_page_find_something(bare: Page) -> None:
    addresses = [each.get_attribute("href") or "" for each in bare.locator(".examples a").all()]

    assert len(addresses) == 3
    for address in addresses:
        bare.goto(address)
        assert hits(bare).count() > 0


# -- While typing -------------------------------------------------------------------------------


def test_answers_come_while_typing_and_the_box_keeps_the_focus(page: Page) -> None:
    page.evaluate(KEEP_WHAT_IS_SAID)  # how many suggestions there are is said too, before or after it

    type_in(page, "smuggling")

    expect(page).to_have_url(re.compile(r"/\?q=smuggling$"))
    expect(page.locator(COUNT)).to_contain_text("Documents found: 1")
    page.wait_for_function("window.kept.some(each => each.includes('Documents found: 1'))")
    expect(page.locator(BOX)).to_be_focused()
    expect(page).to_have_title("smuggling – kb")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Find the paragraph")
    expect(page.locator(BOX)).to_have_value("")


def test_a_word_that_is_half_typed_leaves_the_answer_before(page: Page) -> None:
    page.clock.install(time=0)
    page.goto("/?q=guardian")
    page.clock.pause_at(60)
    nothing = re.compile(r"/\?q=zxcvbnm$")

    with page.expect_response(nothing):
        page.locator(BOX).fill("zxcvbnm")
        page.clock.run_for(200)
    page.wait_for_timeout(100)
    expect(hits(page).first).to_be_visible()
    page.clock.resume()

    expect(page.locator(".nothing")).to_be_visible()  # whoever stops at it is told


def test_the_last_answer_wins(page: Page) -> None:
    late: list[str] = []

    def hold(route: Route) -> None:  # the answer to the first question comes after that to the second
        late.append(route.request.url)
        if "consulate" not in late[-1]:
            page.wait_for_timeout(1)
        route.continue_()

    page.route(re.compile(r"\?q="), hold)
    for word in ("guardian", " of", " a", " consulate"):
        type_in(page, word)
        page.wait_for_timeout(170)

    expect(page).to_have_url(re.compile(r"q=guardian\+of\+a\+consulate$"))
    expect(page).to_have_title("guardian of a consulate – kb")
    page.wait_for_timeout(500)
    expect(page).to_have_title("guardian of a consulate – kb")


def test_an_answer_can_be_read_while_the_next_one_is_awaited(visit: Visit) -> None:
    page = visit("/?q=consular")
    page.route(re.compile(r"/\?q=consular\+protection$"), lambda route: None)  # it never comes

    type_in(page, " protection")

    expect(page.locator("main.waiting")).to_be_visible()
    page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
    expect(hits(page).first).to_be_visible()
    assert_accessible(page)


def test_what_is_typed_is_one_step_of_the_history(page: Page) -> None:
    for word in ("asylum", " border"):
        type_in(page, word)
        expect(page.locator(COUNT)).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=asylum\+border$"))

    page.go_back()

    expect(page).to_have_url(re.compile(r"/$"))


def test_the_shown_address_gives_the_shown_answer(page: Page) -> None:
    type_in(page, "asylum border")
    expect(page).to_have_url(re.compile(r"q=asylum\+border$"))
    expect(page.locator(COUNT)).to_be_visible()
    shown = hits(page).all_inner_texts()

    page.reload()

    assert hits(page).all_inner_texts() == shown


def test_a_choice_answers_at_once_keeps_the_focus_and_is_taken_back_by_back(visit: Visit) -> None:
    page = visit("/?q=guardian")
    before = page.locator(COUNT).inner_text()
    spanish = page.get_by_role("group", name="Language").get_by_label("Spanish")
    spanish.focus()

    page.keyboard.press("Space")

    expect(page).to_have_url(re.compile(r"q=guardian&language=es$"))
    expect(page.locator(".chip.chosen")).to_have_text(re.compile("Spanish"))
    expect(spanish).to_be_focused()
    expect(spanish).to_be_checked()
    expect(page.locator(BOX)).to_have_value("guardian")
    page.go_back()
    expect(page.locator(COUNT)).to_have_text(before)
    expect(spanish).not_to_be_checked()


def test_choices_and_order_hold_while_typing(visit: Visit) -> None:
    page = visit("/?q=guardian&language=en&sort=oldest&lang=es")
    page.locator(BOX).press("End")

    type_in(page, " consulate")

    expect(page).to_have_url(re.compile(r"/\?q=guardian\+consulate&"))
    for part in ("language=en", "sort=oldest", "lang=es"):
        assert part in page.url


def test_a_server_that_is_gone_is_told_and_the_words_stay(page: Page) -> None:
    page.context.set_offline(True)

    type_in(page, "asylum")

    expect(page.locator("#gone")).to_have_text("kb does not answer; is kb serve still running?")
    page.context.set_offline(False)
    type_in(page, " border")
    expect(page.locator(COUNT)).to_be_visible()
    expect(page.locator("#gone")).to_have_count(0)


def test_an_unfolded_list_stays_unfolded(visit: Visit) -> None:
    page = visit("/?q=guardian")
    page.locator("#more-topic summary").click()

    page.get_by_role("group", name="Language").get_by_label("Spanish").check()

    expect(page.locator(".chip.chosen")).to_be_visible()
    expect(page.locator("#more-topic")).to_have_attribute("open", "")


def test_typing_over_a_document_leaves_it_until_enter(visit: Visit) -> None:
    page = visit("/documents/digest-crc-gc-14-best-interests")

    type_for_suggestions(page, "asylum")

    expect(page.locator("article")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?q=asylum$"))
    page.go_back()
    expect(page.locator("article")).to_be_visible()


# -- Suggestions --------------------------------------------------------------------------------


def test_suggestions_are_a_combobox(page: Page) -> None:
    box = page.get_by_role("combobox", name="Search in English or Spanish")
    expect(box).to_have_attribute("aria-expanded", "false")

    options = type_for_suggestions(page, "consular prot")

    expect(box).to_have_attribute("aria-expanded", "true")
    expect(options.first).to_contain_text("consular protection")
    assert_accessible(page)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    expect(box).to_have_value("consular protection")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("consular prot")
    expect(box).to_be_focused()


def test_a_suggested_concept_is_searched(page: Page) -> None:
    options = type_for_suggestions(page, "consular prot")
    expect(options.first).to_have_text(re.compile("consular protection"))

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"q=consular\+protection$"))
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_suggested_title_is_opened(page: Page) -> None:
    type_for_suggestions(page, "Abre un alb")

    page.get_by_role("option", name=re.compile("Abre un albergue")).click()

    expect(page.locator("article h1")).to_have_text("Abre un albergue inventado para la niñez no acompañada")


def test_a_suggestion_that_is_looked_at_stays_while_others_would_come(page: Page) -> None:
    options = type_for_suggestions(page, "consular")

    page.locator(BOX).press("Space")
    page.keyboard.press("ArrowDown")
    looked_at = page.locator(BOX).input_value()
    page.wait_for_timeout(500)

    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(page.locator(BOX)).to_have_value(looked_at)


def test_leaving_the_box_closes_the_suggestions(page: Page) -> None:
    expect(type_for_suggestions(page, "consular").first).to_be_visible()

    page.keyboard.press("Tab")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.get_by_role("button", name="Search")).to_be_focused()


# -- Keys ---------------------------------------------------------------------------------------


def test_keys_lead_from_the_box_through_the_results(visit: Visit) -> None:
    page = visit("/?q=guardian")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()

    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(hits(page).nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_focused()


def test_help_opens_over_the_page_and_closes(visit: Visit) -> None:
    page = visit("/?q=guardian")

    page.keyboard.press("?")

    dialog = page.get_by_role("dialog", name="Help")
    expect(dialog).to_contain_text("How to search")
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.get_by_role("link", name="Help").click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("link", name="Help")).to_be_focused()


def test_single_keys_can_be_switched_off(visit: Visit) -> None:
    page = visit("/?q=guardian")
    page.keyboard.press("?")
    page.get_by_label("Use the keys /, ?, n and p").uncheck()
    page.keyboard.press("Escape")

    page.keyboard.press("/")
    page.keyboard.press("?")

    expect(page.locator(BOX)).not_to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_first_tab_skips_to_the_content(visit: Visit) -> None:
    page = visit("/?q=guardian")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
def test_everything_is_reached_with_tab_seen_and_not_covered(visit: Visit, width: int) -> None:
    page = visit("/?q=guardian&country=mx", viewport={"width": width, "height": 700})
    reached = 0
    for _ in range(250):
        page.keyboard.press("Tab")
        seen = page.evaluate(_FOCUSED)
        if seen is None:
            break
        reached += 1
        assert seen["outlined"], seen["what"]
        assert seen["free"], seen["what"]

    assert reached >= page.locator("main a, main input, main summary").locator("visible=true").count()


_FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 10)];
  const top = document.elementFromPoint(x, y);
  const slot = at.querySelector?.('.slot');
  return {
    what: at.outerHTML.slice(0, 100),
    outlined: getComputedStyle(at).outlineStyle !== 'none'
      || (slot && getComputedStyle(slot).strokeWidth === '3px'),
    free: !!top && (at.contains(top) || top.contains(at)),
  };
}"""


# -- Languages ----------------------------------------------------------------------------------


def test_the_language_is_the_browsers_until_it_is_switched(visit: Visit) -> None:
    page = visit("/?q=guardian", locale="es-GT")
    expect(page.locator("html")).to_have_attribute("lang", "es")

    page.get_by_role("link", name="English").click()

    expect(page).to_have_url(re.compile("q=guardian&lang=en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/topics")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_switch_follows_what_was_typed(page: Page) -> None:
    type_in(page, "asylum")
    expect(page).to_have_url(re.compile("q=asylum$"))

    page.get_by_role("link", name="Español").click()

    expect(page).to_have_url(re.compile("q=asylum&lang=es"))


def test_each_passage_says_its_language(visit: Visit) -> None:
    page = visit("/?q=best+interests&lang=es")

    languages = page.locator(".hit .text").evaluate_all("some => some.map(each => each.lang)")

    assert {"en", "es"} == set(languages)


def test_words_without_an_end_are_broken(visit: Visit) -> None:
    word = "w" * 300
    page = visit(f"/?q={word}&publisher={word}&kind=law", viewport={"width": 320, "height": 700})

    assert_fits(page)
