"""What a note still says where labels have been taken away: a remark on a label goes with it (pure)."""

from __future__ import annotations

import re
from collections.abc import Collection

from kb.thesaurus.concept import LANGUAGES, Concept
from kb.thesaurus.lookup import label_stems

_CLAUSE_ENDS = re.compile(r"(?<=[;.]) ")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{1,80})[\"”»]")


def remarks(known: Concept, ours: Concept) -> dict[str, str]:
    """The notes of a concept, without what ours say of labels of ours that a user's file removed.

    A note of the user's own stays as it is; of ours nothing stays where no hidden label is left to speak of.
    """
    left, before = _labels(known), _labels(ours)
    hidden = [label for labels in ours.hidden.values() for label in labels]
    gone = [label for label in before if label not in left]
    spoken = not hidden or any(label in left for label in hidden)
    found = {
        language: remaining(text, gone, left) if spoken else ""
        for language, text in known.note.items()
        if text == ours.note.get(language)
    }
    return {language: text for language, text in {**known.note, **found}.items() if text}


def remaining(note: str, removed: Collection[str], left: Collection[str]) -> str:
    """The note without the clauses that quote a label ``removed`` and none of those that are ``left``.

    >>> remaining('"Alien" sets apart; "menor" is older.', ["illegal alien"], ["menor migrante"])
    '"menor" is older.'
    """
    clauses = _CLAUSE_ENDS.split(note)
    kept = [each for each in clauses if not _is_of(each, removed) or _is_of(each, left)]
    if len(kept) == len(clauses):
        return note
    text = " ".join(kept)
    return f"{text[:1].upper()}{text[1:].removesuffix(';')}{'.' if text.endswith(';') else ''}"


def _labels(known: Concept) -> list[str]:
    return [label for label in known.every_name() if label != known.id]


def _is_of(clause: str, labels: Collection[str]) -> bool:
    """Whether a clause quotes a label, or words of one, in any number."""
    quoted = _QUOTED.findall(clause)
    return any(
        set(label_stems(each, language)) <= set(label_stems(label, language))
        for each in quoted
        for language in LANGUAGES
        for label in labels
        if label_stems(each, language)
    )
