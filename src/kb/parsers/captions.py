"""Captions of tables and figures, which are set like headings and head nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block

_CAPTION = re.compile(
    r"(?:table|tabla|cuadro|figure|figura|gr[aá]fic[ao]|chart|ilustraci[oó]n|illustration|mapa?|diagrama?)\s"
    r"(?:n[uú]m\.\s?|no\.\s?|n\.?[º°]\s?)?(?:[0-9]{1,3}(?:[.-][0-9]{1,2})?|[A-H]|[IVX]{1,5})(?:[.:)]|\s[–—-]\s|$)",
    re.IGNORECASE,
)


def lowered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those headings that are captions made paragraphs."""
    return [replace(each, kind="paragraph", level=0) if is_caption(each) else each for each in blocks]


def is_caption(block: Block) -> bool:
    """Whether a heading is the caption of a table or a figure.

    >>> is_caption(Block(text="Tabla 2. Indicadores", kind="heading", level=2))
    True
    >>> is_caption(Block(text="Map 3 shelters", kind="heading", level=2))
    False
    """
    return block.kind == "heading" and _CAPTION.match(block.text) is not None
