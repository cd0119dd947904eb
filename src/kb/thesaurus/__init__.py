"""The concepts of the field in English and Spanish: read from TOML, found in a text (pure).

``thesaurus.toml`` is the data, one table a concept, in SKOS terms (preferred, alternative and
hidden labels, broader, related, scope), and may be corrected by hand. A file of the user's own may
be laid over it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kb.thesaurus.checking import refuse_shared_labels
from kb.thesaurus.concept import LANGUAGES, Concept
from kb.thesaurus.lookup import Found, Thesaurus, label_stems
from kb.thesaurus.overlay import laid_over
from kb.thesaurus.reading import concepts

__all__ = ["LANGUAGES", "STARTER", "Concept", "Found", "Thesaurus", "label_stems", "load", "load_with"]
STARTER = Path(__file__).parent / "thesaurus.toml"


@cache
def load(path: Path = STARTER) -> Thesaurus:
    """The thesaurus in a TOML file.

    Raises:
        ThesaurusInvalid: the file breaks a rule.
    """
    return Thesaurus(concepts(path.read_text(encoding="utf-8"), path))


@cache
def load_with(text: str, file: str) -> Thesaurus:
    """The shipped thesaurus with the ``text`` of a user's ``file`` laid over it; without text, as it is.

    Raises:
        ThesaurusInvalid: the file breaks a rule.
    """
    if not text.strip():
        return load()
    found, read = laid_over(load().concepts, text, file)
    refuse_shared_labels(read, found)
    return Thesaurus(found)
