"""What a question needs of a dictionary; ``kb.thesaurus.lexicon`` is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Lexicon(Protocol):
    """A dictionary, as far as a question needs one."""

    @property
    def pairs(self) -> Sequence[tuple[str, str]]:
        """The languages from which, and into which, words are translated."""

    def translations(self, word: str, source: str, target: str) -> Sequence[str]:
        """What a word means in another language, best first; some are several words."""

    def forms(self, word: str, language: str) -> Sequence[str]:
        """Folded forms of a word, one for each stem."""

    def family(self, word: str, language: str) -> Sequence[str]:
        """Words of near meaning that no stem joins to it."""

    def near(self, word: str, language: str) -> Sequence[str]:
        """Words and phrases that may stand for one that texts do not have; some are wider."""

    def synonyms(self, word: str, language: str) -> Sequence[str]:
        """Words and phrases of its language that are translated alike."""

    def phrase(self, words: Sequence[str], place: int, language: str) -> tuple[str, tuple[int, ...]] | None:
        """The longest phrase that begins at a place of folded words, and the places of its words."""

    def is_of_verb(self, word: str, language: str) -> bool:
        """Whether a word is a form of a verb, too."""

    def is_verb(self, word: str, language: str) -> bool:
        """Whether a word is a verb, or a form of one."""

    def languages(self, word: str, among: Sequence[str]) -> Sequence[str]:
        """Those of some languages in which it is known best."""

    def distance(self, word: str, language: str) -> int:
        """How far it is from a word of the language: 0 one, 1 a form, 2 what looks like one, 3 neither."""

    def means_another(self, word: str, language: str, other: str) -> bool:
        """Whether a word of one language is another word in texts of the other than it means there."""

    def written(self, translation: str, word: str, source: str, target: str) -> Sequence[str]:
        """The forms of a noun that translates one, where it is a verb of another meaning, too."""
