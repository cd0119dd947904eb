"""The title of a PDF: what its properties state, if the page says so too, else the largest type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block
from kb.parsers.head_lines import is_above_title, is_label
from kb.parsers.headlines import title_among
from kb.parsers.pdf.paragraphs import Draft
from kb.text.dates import find_dates
from kb.text.folding import fold, normalise, squeeze

_WORD = re.compile(r"[^\W_]+")
_PROGRAM = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation)\b\s*[-–]?\s*", re.IGNORECASE
)
_FILE_NAME = re.compile(
    r"\.(?:docx?|rtf|pdf|odt|indd|pptx?|xlsx?|qxd|pmd|tex|html?|txt|dvi|wpd)$", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"untitled.{0,20}|sin t[ií]tulo.{0,20}|document\d{0,3}|documento\d{0,3}|title|t[ií]tulo|.{0,3}",
    re.IGNORECASE,
)
_AGREES = 0.8  # of the stated title's words stand on the first pages
_LONGEST = 400
_LETTERHEAD = 15  # blocks
_PROSE = 150  # characters: the text has begun
_NEARLY_LARGEST = 0.75  # of the largest type of the page


def title(stated: str, drafts: Sequence[Draft], blocks: Sequence[Block]) -> str | None:
    """The title, or None where there is none that can be believed."""
    first_page = min((draft.lines[0].page for draft in drafts), default=1)
    opening = [draft for draft in drafts if draft.lines[0].page <= first_page + 1]
    stated = squeeze(normalise(stated))
    if _is_real(stated) and _agrees(stated, opening):
        return _as_printed(stated, opening)
    return _largest([draft for draft in opening if draft.lines[0].page == first_page]) or title_among(
        list(blocks)
    )


def without_letterhead(blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The blocks; what stands around the title (who publishes, a symbol, a date) heads nothing."""
    result = list(blocks)
    for index, block in enumerate(result[:_LETTERHEAD]):
        if block.page != result[0].page or len(block.text) > _PROSE:
            break
        if block.kind == "heading" and block.text != title and is_above_title(block.text):
            result[index] = replace(block, kind="paragraph", level=0)
    return tuple(result)


def _is_real(stated: str) -> bool:
    if _PROGRAM.match(stated) or _FILE_NAME.search(stated) or _NO_TITLE.fullmatch(stated):
        return False
    return " " in stated and len(stated) <= _LONGEST


def _agrees(stated: str, drafts: Sequence[Draft]) -> bool:
    words = set(_WORD.findall(fold(stated)))
    printed = {word for draft in drafts for word in _WORD.findall(fold(draft.text))}
    return bool(words) and len(words & printed) >= _AGREES * len(words)


def _as_printed(stated: str, drafts: Sequence[Draft]) -> str:
    """The heading with the same words, which has the accents and capitals that people wrote."""
    wanted = _WORD.findall(fold(stated))
    for draft in drafts:
        if _WORD.findall(fold(draft.text)) == wanted:
            return squeeze(draft.text)
    return stated


def _largest(drafts: Sequence[Draft]) -> str | None:
    """The text in the largest type of the page, with the lines in the same type that follow it."""
    candidates = [draft for draft in drafts if _may_be_title(draft)]
    if not candidates:
        return None
    size = max(draft.size for draft in candidates)
    below = [draft for draft in _below_letterhead(drafts) if any(draft is each for each in candidates)]
    if below and max(draft.size for draft in below) >= _NEARLY_LARGEST * size:
        candidates, size = below, max(draft.size for draft in below)
    largest = [draft for draft in candidates if draft.size > 0.97 * size]
    plain = [draft for draft in drafts if draft.kind == "paragraph"]
    if (
        plain
        and size <= max(draft.size for draft in plain) * 1.05
        and not all(line.bold for line in largest[0].lines)
    ):
        return None
    return squeeze(" ".join(draft.text for draft in _following(drafts, largest[0])))


def _below_letterhead(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """What stands below the letterhead: above it are the names of bodies and treaties, often larger."""
    labels = [index for index, draft in enumerate(drafts[:_LETTERHEAD]) if _has_label(draft)]
    return drafts[labels[-1] + 1 :] if labels else ()


def _has_label(draft: Draft) -> bool:
    return any(is_label(squeeze(line.text)) for line in draft.lines)


def _following(drafts: Sequence[Draft], first: Draft) -> list[Draft]:
    """The drafts of one title: side by side, in the same type."""
    start = next(index for index, draft in enumerate(drafts) if draft is first)
    found = [first]
    for draft in drafts[start + 1 : start + 4]:
        gap = found[-1].lines[-1].base - draft.lines[0].base
        same = abs(draft.size - first.size) < 0.05 * first.size
        alike = draft.lines[0].bold == first.lines[0].bold
        if not (same and alike and 0 < gap < 2.2 * first.size and _may_be_title(draft)):
            break
        found.append(draft)
    return found


def _may_be_title(draft: Draft) -> bool:
    text = squeeze(draft.text)
    dated = (
        any(mention.end - mention.start > 0.6 * len(text) for mention in find_dates(text))
        if len(text) < 80
        else False
    )
    words = len(_WORD.findall(text))
    return (
        draft.kind == "heading" and not is_label(text) and not dated and words > 1 and len(text) <= _LONGEST
    )
