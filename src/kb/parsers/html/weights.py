"""How much of what an element holds: text, links, prose, and headlines of other stories.

All elements are weighed in a few passes over the page, from the innermost outwards, so that the
time stays linear at any depth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bs4.element import Tag

from kb.parsers.html import lines, tree

_LONGEST_LINK = 500  # characters; a longer one is an <a> that was never closed
_RUN_OF_PROSE = 40  # characters
_SHORT_PARAGRAPH = 60  # characters of prose
_HEADLINE = range(20, 200)  # characters
_HERE = ("mailto:", "tel:", "#")  # links that do not lead away


@dataclass(slots=True)
class Weight:
    """Characters inside an element: all, those in links, those of prose; and what else it holds."""

    text: int = 0
    linked: int = 0
    prose: int = 0
    longest: int = 0  # run of prose
    blocks: int = 0  # paragraphs and the like with text
    headlines: int = 0  # of them, those that are only a link to elsewhere
    before: int = 0  # prose before the first headline
    between: int = 0  # the most prose between two headlines
    after: int = 0  # prose behind the last headline
    opening: str = ""  # the first string in it
    link: bool = False  # whether it is in a link to elsewhere
    h1: bool = False
    facts: bool = False  # whether it holds a table with headings
    foot: bool = False  # whether it holds contacts, notes and the like
    desk: bool = False  # whether it names who speaks to the press
    imprint: bool = False  # whether it says whose the site is
    words: bool = False  # whether it shows more than telephone numbers and addresses

    def take(self, inner: Weight) -> None:
        """Add what an element inside holds, which stands before all that was taken."""
        self._take_stretches(inner)
        self.text += inner.text
        self.linked += inner.linked
        self.prose += inner.prose
        self.longest = max(inner.longest, self.longest)
        self.blocks += inner.blocks
        self.headlines += inner.headlines
        self.opening = inner.opening or self.opening
        self.h1 |= inner.h1
        self.facts |= inner.facts
        self.foot |= inner.foot
        self.desk |= inner.desk
        self.imprint |= inner.imprint
        self.words |= inner.words

    def _take_stretches(self, inner: Weight) -> None:
        if inner.headlines and self.headlines:
            self.between = max(inner.between, self.between, inner.after + self.before)
        elif inner.headlines:
            self.between, self.after = inner.between, inner.after + self.prose
        self.before = inner.before if inner.headlines else inner.prose + self.before
        self.after += 0 if self.headlines or inner.headlines else inner.prose


class Weights:
    """The weight of every element of a page."""

    def __init__(self, root: Tag, inside: Sequence[Tag], runs: Mapping[int, list[str]]) -> None:
        """``inside`` are the elements of the page, ``runs`` what each and ``root`` show by themselves."""
        tags = [root, *inside]
        self._of = {id(tag): Weight() for tag in tags}
        self._paragraphs: dict[int, int] = {}  # directly in an element, by its ``id()``
        shown = {id(tag): runs[id(tag)] for tag in tags if tag is root or not tree.silent(tag)}
        self._find_links(tags, shown)
        for tag in reversed(tags):  # what is inside comes before what is around it
            if id(tag) in shown:
                self._weigh(tag, shown[id(tag)])
                if tag is not root:
                    self._of[id(tag.parent)].take(self._of[id(tag)])

    def __getitem__(self, tag: Tag) -> Weight:
        return self._of.get(id(tag)) or Weight()

    def paragraphs_in(self, tag: Tag) -> int:
        """How many paragraphs of prose stand directly in an element."""
        key = id(tag)
        if key not in self._paragraphs:
            inside = [self[each] for each in tag.children if isinstance(each, Tag)]
            self._paragraphs[key] = sum(
                weight.blocks == 1 and weight.prose >= _SHORT_PARAGRAPH and not weight.headlines
                for weight in inside
            )
        return self._paragraphs[key]

    def _find_links(self, tags: list[Tag], shown: dict[int, list[str]]) -> None:
        length = {id(tag): sum(map(len, shown.get(id(tag), ()))) for tag in tags}
        for tag in reversed(tags[1:]):
            length[id(tag.parent)] += length[id(tag)]
        for tag in tags[1:]:
            leads = _leads_elsewhere(tag) and length[id(tag)] < _LONGEST_LINK
            self._of[id(tag)].link = leads or self._of[id(tag.parent)].link

    def _weigh(self, tag: Tag, shown: list[str]) -> None:
        weight = self._of[id(tag)]
        weight.h1 |= tag.name == "h1"
        if shown:
            self._weigh_strings(weight, tag, shown)
        if tag.name in tree.BLOCKS and weight.text and not weight.blocks:
            weight.blocks = 1
            weight.headlines = int(weight.linked >= weight.text * 0.8 and weight.text in _HEADLINE)

    def _weigh_strings(self, weight: Weight, tag: Tag, shown: list[str]) -> None:
        """Add what an element shows by itself."""
        length = sum(map(len, shown))
        prose = [] if weight.link else [len(run) for run in shown if len(run) >= _RUN_OF_PROSE]
        weight.text += length
        weight.linked += length if weight.link else 0
        if prose:
            weight.take(Weight(prose=sum(prose), before=sum(prose), after=sum(prose)))
            weight.longest = max([weight.longest, *prose])
        weight.opening = _opening(tag, shown) or weight.opening
        weight.facts |= tag.name == "th" and length > 0
        weight.imprint |= any(map(lines.is_imprint, shown))
        weight.words |= not all(map(lines.is_number_or_address, shown))
        weight.desk |= lines.names_a_press_desk(shown)
        weight.foot |= not weight.link and (
            any(map(lines.is_foot_of_a_release, shown)) or (weight.desk and lines.reaches(shown))
        )


def _leads_elsewhere(tag: Tag) -> bool:
    """Whether an element is a link to another page; a saved page may have lost where to."""
    if tag.name == "a" and not (tag.has_attr("href") or tag.has_attr("name") or tag.has_attr("id")):
        return True
    href = tag.get("href") if tag.name == "a" else None
    return isinstance(href, str) and (href == "#" or not href.lower().startswith(_HERE))


def _opening(tag: Tag, shown: list[str]) -> str:
    """The first string directly in an element, if no element stands before it."""
    for child in tag.children if shown else ():
        if isinstance(child, Tag):
            return ""
        if tree.is_shown(child) and not str(child).isspace():
            return shown[0]
    return ""
