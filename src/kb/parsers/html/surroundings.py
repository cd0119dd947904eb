"""What stands around the text of a page and in it, and is not the text.

Elements are left out by their tag, role and class (``class_names``), by the heading they begin with
("Related stories"), because they are mostly links or headlines, or because they are captions, buttons and
the like. None of these holds for an element with half of the prose, so that a page cannot vanish in a
careless class; and a caller who is left with too little reads again with fewer rules.
"""

from __future__ import annotations

import re
from itertools import islice

from bs4.element import Tag

from kb.parsers.head_lines import PERSON, is_bare_label, is_dated
from kb.parsers.head_names import is_name
from kb.parsers.html import class_names, contents, lines, notes, tree, visitors
from kb.parsers.html.class_names import CAPTIONS, NOT_BY, WRITERS, names_surroundings
from kb.parsers.html.endings import Endings
from kb.parsers.html.menus import ShortRuns
from kb.parsers.html.weights import Weight, Weights
from kb.parsers.yields import letters
from kb.places import place_code
from kb.text.dates import find_dates

_SURROUNDINGS = frozenset(("nav", "aside", "footer", "form"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert"))
_NAMED = frozenset(
    "div section ul ol dl table td tr header span a p h2 h3 h4 h5 h6 li figure article em small "
    "button".split()
)
_CONTAINERS = frozenset("div center section article ul ol dl table tbody tr td aside".split())
_MANY_LINKS = frozenset("div center section ul ol dl table td tr".split())
_SHOWS_PICTURES = frozenset(
    ("p", "div", "span", "small", "figcaption", "em", "dd", "li", "h4", "h5", "h6", "cite")
)
_MAY_HEAD = tree.HEADINGS.keys() | {"p", "div", "strong", "b", "span"}
_LONGEST_LABEL, _LONGEST_HEADING = 120, 100  # characters
_AROUND = 0.05  # of the prose before an element and behind it: it stands in the middle of the text
_BOX = 250  # characters of prose
_STORIES = 3  # headlines in an element that lists them
_STORY = 450  # characters of prose under each
_OVER_STORIES = 150  # characters of prose before the first headline
_SOME_PROSE, _SOME_SHARE = 150, 0.25  # characters, and of all prose: the least that can be a text
_LONGEST_LINE = 250
_LONGEST_MENU, _FEWEST_WORDS_OF_MENU = 600, 3  # characters, words
_LONGEST_CAPTION = 700
_LONGEST_IMPRINT = 900
# A date that stands alone above a headline: "24/06/2019", "05.23.19".
_DATE_IN_DIGITS = re.compile(r"(?:[0-3]?\d([/.-])[0-3]?\d\1(?:20)?\d\d|20\d\d([/.-])[01]?\d\2[0-3]?\d)")


class Page:
    """The weights of all elements, measured once, and what they say of an element."""

    def __init__(self, root: Tag) -> None:
        self.root = root
        self._tags = list(tree.elements(root))
        self._shown = {id(tag): tree.runs(tag) for tag in (root, *self._tags)}
        self.notes = notes.find(self._tags)
        self.contents = contents.find(root, self._tags, self._shown)
        self.weights = Weights(root, self._tags, self._shown)
        self._left_out: dict[int, bool] = {}
        self._runs = ShortRuns()
        self._most: dict[int, int] = {}  # prose in a cell of a row
        self._beside: set[int] = set()  # what stands under the heading of other stories
        self._others = self._prose_of_others(self._lists_many)
        self.whole = self.prose(self.root)
        self._count_out_surroundings()
        self._mark_others()
        self._places = self._find_places()
        self._above, self._below = self._above_headline()
        self.endings = Endings(self.weights, self.root, self.prose)

    def prose(self, tag: Tag) -> int:
        """The characters of prose in an element, without those of lists of stories."""
        return self.weights[tag].prose - self._others.get(id(tag), 0)

    def letters(self) -> int:
        """How many letters stand in no link and in nothing that is known to surround a text."""
        count, pending = 0, [self.root]
        while pending:
            tag = pending.pop()
            shown = (run for run in self._shown[id(tag)] if not lines.is_imprint(run))
            count += sum(
                letters(run) for run in shown if any(map(str.isalpha, run))
            )  # not "12.1." before links
            pending += (each for each in tag.children if isinstance(each, Tag) and not self._is_apart(each))
        return count

    def _is_apart(self, tag: Tag) -> bool:
        known = self.leaves_out_little(tag) or id(tag) in self._beside or self._is_beside(tag)
        return known or self.weights[tag].link

    def leaves_out(self, tag: Tag) -> bool:
        """Whether an element shows nothing, or belongs to the page and not to its text."""
        key = id(tag)
        if key not in self._left_out:
            self._left_out[key] = self._leaves_out(tag)
        return self._left_out[key]

    def _leaves_out(self, tag: Tag) -> bool:
        if self.leaves_out_little(tag) or id(tag) in self._beside:
            return True
        weight = self.weights[tag]
        if self.prose(tag) * 2 >= self.whole > 0 or id(tag) in self.notes.marks:
            return False
        if _is_line_beside(tag, weight) or self._is_side_column(tag, weight) or self._is_menu(tag, weight):
            return True
        if self._is_sites_own(tag, weight):
            return True
        if weight.foot and self._may_end_a_release(tag):
            return False
        if self._is_box(tag, weight):
            return False
        if _is_surrounding(tag, weight) or self._is_named(tag):
            return True
        return tag.name in _CONTAINERS and (
            lines.heads_others(weight.opening)
            or (lines.names_neighbours(weight.opening) and weight.linked * 2 > weight.text)
            or self._lists_links(tag, weight)
        )

    def leaves_out_little(self, tag: Tag) -> bool:
        """Whether an element shows nothing, only refers to a note, or lists the contents of the page."""
        return tree.silent(tag) or self.notes.skips(tag) or id(tag) in self.contents

    def leaves_out_furniture(self, tag: Tag) -> bool:
        """Whether an element shows nothing, or says by its tag that it is a menu or a foot."""
        if self.leaves_out_little(tag):
            return True
        return self.prose(tag) * 2 < self.whole and _is_surrounding(tag, self.weights[tag])

    def _is_named(self, tag: Tag) -> bool:
        if tag.name not in _NAMED:
            return False
        words = tree.words_of(tag)
        named = names_surroundings(words) and (not words & NOT_BY or tag.name not in _CONTAINERS)
        return named and not (words & WRITERS and _is_dateline(tree.brief(tag)))

    def _is_box(self, tag: Tag, weight: Weight) -> bool:
        """Whether an element is a box of prose in the text, as manuals have."""
        if tag.name in ("nav", "form") or weight.linked * 5 >= weight.text or weight.headlines:
            return False
        if weight.prose >= _BOX and self._is_amid(tag):
            return True
        return weight.prose * 3 >= weight.text and self._is_named_box(tag) and self._is_among_paragraphs(tag)

    def _is_named_box(self, tag: Tag) -> bool:
        """Whether nothing but the word "sidebar" speaks against an element: manuals call their boxes so."""
        words = tree.words_of(tag)
        return words & class_names.SURROUNDINGS == {"sidebar"} and tag.name not in _SURROUNDINGS

    def _is_among_paragraphs(self, tag: Tag) -> bool:
        """Whether an element stands beside paragraphs and not beside columns."""
        return tag.parent is not None and self.weights.paragraphs_in(tag.parent) > 1

    def _is_amid(self, tag: Tag) -> bool:
        """Whether much of the page's prose stands before an element and much behind it."""
        before, after = self._places.get(id(tag), (0, 0))
        return min(before, self.whole - after) >= self.whole * _AROUND > 0

    def _is_side_column(self, tag: Tag, weight: Weight) -> bool:
        """Whether a cell without prose stands beside that of the text, in a table that lays out the page."""
        if tag.name != "td" or weight.prose or weight.foot or weight.h1 or tag.parent is None:
            return False
        return self._most_prose_in(tag.parent) * 2 >= self.whole > _SOME_PROSE

    def _most_prose_in(self, row: Tag) -> int:
        """The prose of the cell of a row that has most of it."""
        if id(row) not in self._most:
            cells = (each for each in row.children if isinstance(each, Tag))
            self._most[id(row)] = max(map(self.prose, cells), default=0)
        return self._most[id(row)]

    def _is_menu(self, tag: Tag, weight: Weight) -> bool:
        """Whether an element holds nothing but a few words here and there, above the text or behind it.

        Menus are told so where nothing says that their words are links. Behind the text the names of
        those who sign stand so too, and lists and tables that the text ends with.
        """
        if self._is_row_of_links(tag, weight):
            return True
        one_line = weight.blocks <= 1 and weight.text <= _LONGEST_LINE  # with strokes as long as a sentence
        if tag.name not in _CONTAINERS or (weight.prose and not one_line) or weight.text > _LONGEST_MENU:
            return False
        before, _ = self._places.get(id(tag), (0, 0))
        above = before == 0 and id(tag) in self._above
        behind = not weight.foot and self.whole > _SOME_PROSE and self.whole - before <= self.whole * _AROUND
        runs = self._runs.within(tag) if (above or behind) and not weight.h1 else []
        if len(runs) < _FEWEST_WORDS_OF_MENU or any(is_bare_label(run) or find_dates(run) for run in runs):
            return False
        if above:
            return id(tag) not in self._below or not self.endings.holds(tag)
        return not any(is_name(run) or _is_somebody(run) for run in runs) and not self.endings.holds(tag)

    def _is_row_of_links(self, tag: Tag, weight: Weight) -> bool:
        """Whether a paragraph above the headline is nothing but links: "Citas en línea · Aranceles"."""
        before, _ = self._places.get(id(tag), (0, 0))
        if tag.name not in ("p", "div", "center", "small") or before > _OVER_STORIES or weight.h1:
            return False
        linked = 0 < weight.text <= _LONGEST_LINE and weight.linked * 5 >= weight.text * 4
        return linked and len(list(islice(tree.named(tag, ("a",)), 2))) > 1

    def _lists_links(self, tag: Tag, weight: Weight) -> bool:
        if _lists_stories(weight) and weight.prose * 2 < self.weights[self.root].prose:
            return not self._is_amid(tag)
        mostly = tag.name in _MANY_LINKS and weight.linked * 2 > weight.text and not weight.facts
        return mostly and self.prose(tag) * 4 < self.whole and not self._is_list_of_text(tag)

    def _is_sites_own(self, tag: Tag, weight: Weight) -> bool:
        """Whether an element says where the owner of the site is, and not whom a release names.

        Above the headline that is nothing but numbers and addresses; behind the text it has an imprint.
        """
        if tag.name not in _CONTAINERS or not 0 < weight.text <= _LONGEST_IMPRINT or weight.h1:
            return False
        before, _ = self._places.get(id(tag), (0, 0))
        if before == 0 and id(tag) in self._above:
            return not weight.words and not _DATE_IN_DIGITS.fullmatch(tree.brief(tag).strip())
        left = self.whole - before - self.prose(tag)
        return self.whole > _SOME_PROSE and left == 0 and weight.imprint and not weight.desk

    def _is_list_of_text(self, tag: Tag) -> bool:
        """Whether a list of links belongs to the text: more of it follows, or paragraphs stand beside."""
        follows = self.whole - self._places.get(id(tag), (0, 0))[1] >= self.whole * _AROUND
        return self._is_amid(tag) or (follows and self._is_among_paragraphs(tag))

    def _find_places(self) -> dict[int, tuple[int, int]]:
        """For every element, how much prose of the page stands before its beginning and before its end."""
        found: dict[int, tuple[int, int]] = {}
        pending = [(self.root, 0)]
        while pending:
            tag, before = pending.pop()
            found[id(tag)] = (before, before + self.prose(tag))
            for child in tag.children:
                if isinstance(child, Tag) and not tree.silent(child):
                    pending.append((child, before))
                    before += self.prose(child)
        return found

    def _above_headline(self) -> tuple[set[int], set[int]]:
        """What begins before the last heading above the prose, and of it what stands below the headline.

        Where there is no heading, all that begins before the prose is meant.
        """
        above: list[int] = []
        last = below = 0
        for tag in self._tags:
            if self._places.get(id(tag), (0, 0))[0] == 0:
                above.append(id(tag))
                if tag.name in tree.HEADINGS and self.weights[tag].text:
                    last = len(above)
                    below = last if tag.name == "h1" else below
        return set(above[: last or len(above)]), set(above[below:last] if below else ())

    def _count_out_surroundings(self) -> None:
        """Let menus, feet and the like not count as prose, unless hardly anything else does."""
        others = self._prose_of_others(lambda tag: self._lists_many(tag) or self._is_beside(tag))
        left = self.weights[self.root].prose - others.get(id(self.root), 0)
        if left >= max(_SOME_PROSE, self.whole * _SOME_SHARE):
            self._others, self.whole = others, left

    def _is_beside(self, tag: Tag) -> bool:
        weight = self.weights[tag]
        return not weight.h1 and (_is_surrounding(tag, weight) or self._is_named(tag))

    def _lists_many(self, tag: Tag) -> bool:
        weight = self.weights[tag]
        return tag.name in _CONTAINERS and weight.headlines > _STORIES and _lists_stories(weight)

    def _prose_of_others(self, is_other: tree.LeavesOut) -> dict[int, int]:
        """The prose in each element that does not tell where the text is: of other headlines, of menus."""
        found: dict[int, int] = {}
        for tag in reversed(self._tags):
            if is_other(tag):
                found[id(tag)] = self.weights[tag].prose
            if id(tag) in found and tag.parent is not None and not tree.silent(tag):
                found[id(tag.parent)] = found.get(id(tag.parent), 0) + found[id(tag)]
        return found

    def _mark_others(self) -> None:
        """Note what stands under headings of other stories, up to the next heading or prose."""
        for tag in self._tags:
            weight = self.weights[tag]
            if tag.name not in _MAY_HEAD or weight.blocks > 1 or weight.text >= _LONGEST_HEADING:
                continue
            if not lines.heads_others(tree.brief(tag)):
                continue
            self._beside.add(id(tag))
            for after in tag.next_siblings:
                if isinstance(after, Tag) and tag.name in tree.HEADINGS and not self._ends_others(after):
                    self._beside.add(id(after))
                elif isinstance(after, Tag):
                    break

    def _ends_others(self, tag: Tag) -> bool:
        weight = self.weights[tag]
        if tag.name in tree.HEADINGS or id(tag) in self._beside or weight.foot:
            return True
        return self.prose(tag) * 4 > self.whole or (tag.name == "p" and weight.prose > weight.linked)

    def is_left_out(self, tag: Tag) -> bool:
        """Whether an element stands in one that is left out."""
        here: Tag | None = tag
        while here is not None and here is not self.root:
            if self.leaves_out(here):
                return True
            here = here.parent
        return False

    def _may_end_a_release(self, tag: Tag) -> bool:
        """Whether an element stands where the text is: its contacts are the text's and not the site's."""
        if tag.name == "nav" or tree.roles(tag) & _ROLES or tag.parent is None:
            return False
        return (
            tag.parent.name not in ("body", "html", "[document]") and self.prose(tag.parent) * 2 >= self.whole
        )


def _is_somebody(run: str) -> bool:
    """Whether a string is a person, or tells her number or address: "Ana Paz — 4242 0165"."""
    named = PERSON.match(run)
    rest = run[named.end() :] if named else run
    return named is not None and (not rest.strip(" —–-:|") or lines.reaches([rest]))


def _is_dateline(line: str) -> bool:
    """Whether a by-line names a place and a date and nobody: "SAN JOSÉ | 17 August 2021"."""
    place = re.split(r"\s?[|,·–—-]\s?", line)[0]
    return len(line) <= _LONGEST_LABEL and is_dated(line) and place_code(place) is not None


def _is_surrounding(tag: Tag, weight: Weight) -> bool:
    """Whether its tag or role says that an element is a menu, a foot, or the head of a page."""
    if tag.name == "header":
        return not weight.h1 and (tag.parent is None or tag.parent.name in ("body", "div"))
    if tree.signs_quotation(tag) or (tag.name == "aside" and tree.is_quotation(tag)):
        return False
    return tag.name in _SURROUNDINGS or bool(tree.roles(tag) & _ROLES)


def _lists_stories(weight: Weight) -> bool:
    """Whether an element is a list of headlines, each with a line or two."""
    most = max(weight.between, weight.after)
    return weight.headlines >= _STORIES and most <= _STORY and weight.before <= _OVER_STORIES


def _is_button(tag: Tag, text: str) -> bool:
    """Whether an element is a button, and no link of a line that reaches somebody: "Ana Paz, Email"."""
    acts = lines.is_button(text) or (tag.name not in tree.BLOCKS and visitors.is_talk(text))
    if not acts:
        return False
    link = tag if tag.name == "a" else tag.find("a")
    above = tag.parent
    while above is not None and above.name not in tree.BLOCKS and tree.brief(above, 30) == text:
        above = above.parent
    in_line = above is not None and tree.brief(above, 30) != text
    return not (in_line and isinstance(link, Tag) and tree.reach(link))


def _is_line_beside(tag: Tag, weight: Weight) -> bool:
    """Whether an element is a line of the page in the text: a button, a caption, a link to another story."""
    if not weight.text or weight.text > _LONGEST_CAPTION or tag.name in ("main", "article", "body"):
        return False
    if tag.name == "figcaption" or (tag.name in _SHOWS_PICTURES and tree.words_of(tag) & CAPTIONS):
        return not (lines.is_figure_caption(weight.opening) or tree.signs_quotation(tag))
    if tag.name not in tree.BLOCKS and tag.name not in (
        "span",
        "em",
        "small",
        "a",
        "strong",
        "button",
        "font",
    ):
        return False
    if weight.text > _LONGEST_LINE or weight.blocks > 1:
        return False
    text = tree.brief(tag, 30)
    if _is_button(tag, text):
        return True
    own = tag.name in tree.BLOCKS or tag.name in ("font", "small")
    if own and (lines.is_menu(text) or (lines.is_imprint(text) and not weight.desk)):
        return True
    if tree.words_of(tag) & WRITERS and lines.is_byline(text):
        return True
    led = weight.linked * 2 > weight.text
    return (
        tag.name in tree.BLOCKS
        and led
        and (
            lines.leads_elsewhere(text)
            or (tag.name in ("p", "div") and weight.linked >= weight.text and text.isupper())
        )
    )
