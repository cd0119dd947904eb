"""Tables of contents: runs of lines that only lead to places of the same page.

They repeat the headings and would be found before them. A run of four such lines is one, also
where they are paragraphs (as Word saves them); so is what a page itself calls one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kb.parsers.html import tree

if TYPE_CHECKING:
    from bs4.element import Tag

_CALLED = frozenset(("toc", "tableofcontents", "tocbox"))
_ROLE = frozenset(("doc-toc", "toc"))
_HOLDERS = frozenset("div nav ul ol dl table p section aside".split())
_TITLE = re.compile(
    r"(?:table\sof\s)?contents|(?:on|in)\sthis\s(?:page|document|guide)|jump\sto|(?:tabla\sde\s)?contenidos?|[ií]ndice"
    r"(?:\s(?:general|de\scontenidos?))?|tabla\sde\smaterias|sumario|en\sest[ae]\s(?:p[aá]gina|documento|gu[ií]a)",
    re.IGNORECASE,
)
_SHORTEST_RUN = 4  # lines
_MOSTLY = 0.7  # of a line's characters; numbers and dots stand outside the links
_LONGEST_LINE = 300


def find(root: Tag, tags: Sequence[Tag], shown: Mapping[int, list[str]]) -> set[int]:
    """The ``id()`` of the elements that belong to tables of contents.

    ``tags`` are the elements inside ``root``, ``shown`` what each shows by itself.
    """
    found = {id(tag) for tag in tags if _is_called_so(tag)}
    targets = {name for tag in tags for name in tree.anchors(tag)}
    leaves, length, linked = _leaves(tags, targets, shown)
    run: list[Tag] = []
    before: Tag | None = None
    for place, leaf in enumerate([*leaves, root]):
        if leaf is not root and _leads(leaf, length, linked):
            before = leaves[place - 1] if not run and place else before
            run.append(leaf)
            continue
        if len(run) >= _SHORTEST_RUN:
            found |= {id(each) for each in run}
            if before is not None and _TITLE.fullmatch(tree.text_of(before).strip(" :.")):
                found.add(id(before))
        run, before = [], None
    return found


def _is_called_so(tag: Tag) -> bool:
    return bool(tag.name in _HOLDERS and (tree.roles(tag) & _ROLE or tree.words_of(tag) & _CALLED))


def _leaves(
    tags: Sequence[Tag], targets: set[str], shown: Mapping[int, list[str]]
) -> tuple[list[Tag], dict[int, int], dict[int, int]]:
    """The innermost blocks with text, and of each element the characters, and those in links of the page."""
    length: dict[int, int] = {}
    linked: dict[int, int] = {}
    above: dict[int, int] = {}  # the nearest block around an element
    for tag in tags:
        parent = tag.parent
        if parent is not None:
            above[id(tag)] = id(parent) if parent.name in tree.BLOCKS else above.get(id(parent), 0)
    holds: set[int] = set()  # blocks with blocks inside
    for tag in reversed(tags):
        own = length.get(id(tag), 0) + sum(map(len, shown[id(tag)]))
        length[id(tag)] = 0 if tree.silent(tag) else own
        linked[id(tag)] = length[id(tag)] if tree.target(tag) in targets else linked.get(id(tag), 0)
        for measures in (length, linked):
            measures[id(tag.parent)] = measures.get(id(tag.parent), 0) + measures[id(tag)]
        if tag.name in tree.BLOCKS and length[id(tag)]:
            holds.add(above[id(tag)])
    leaves = [tag for tag in tags if tag.name in tree.BLOCKS and length[id(tag)] and id(tag) not in holds]
    return leaves, length, linked


def _leads(leaf: Tag, length: dict[int, int], linked: dict[int, int]) -> bool:
    most = length[id(leaf)]
    return 3 < most <= _LONGEST_LINE and linked[id(leaf)] >= most * _MOSTLY and not leaf.name.startswith("h")
