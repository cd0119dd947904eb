"""What a piece of a question is: a word, its beginning or near spellings, a phrase, an acronym."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kb.messages import Message
from kb.query.tree import Fuzzy, Near, Node, Phrase, Prefix, Word
from kb.text.spelling import LONGEST as LONGEST_FUZZY
from kb.text.spelling import MOST_EDITS, SHORTEST
from kb.text.words import bare, folded_words, is_acronym, is_stop_word, terms

SHORTEST_PREFIX = 2
NEAR, MOST_NEAR = 10, 50  # words of a window: without a number behind the tilde, and at most
_ONE_EDIT = 5  # letters
_FUZZY = re.compile(r"([^~]+)~(\d*)")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Reads the pieces of a question.

    Of ``acronyms`` those that are small words in other letters stay in capitals, and are looked for as they
    stand ("WHO"); ``say`` takes in what a reader has to know.
    """

    acronyms: Collection[str]
    say: Callable[[Message], None]

    def phrase(self, typed: str, *, exact: bool, within: str | None) -> Node | None:
        """What stands in quotation marks, with a tilde behind it near each other in any order."""
        return self._together(self._row(typed, exact=exact), within)

    def word(self, typed: str, *, exact: bool) -> Node | None:
        """A word, the beginning of one, one with its near spellings; words joined by marks."""
        if "*" in typed and (words := folded_words(typed)):
            return self._begun(typed, words, exact=exact)
        if not exact and (fuzzy := _FUZZY.fullmatch(typed)):
            return self._fuzzy(*fuzzy.groups())
        return self._row(typed, exact=exact, soft=not exact)

    def _begun(self, typed: str, words: Sequence[str], *, exact: bool) -> Node | None:
        """Words that begin so; a star anywhere else, or behind one letter, stands for nothing."""
        beginning = folded_words(typed[: typed.index("*")])
        if len(beginning) == 1 and len(beginning[0]) >= SHORTEST_PREFIX:
            if len(words) > 1:
                self.say(
                    Message(
                        "A star stands for letters only at the end of a word; "
                        "{typed} is searched as {words}.",
                        {"typed": typed, "words": f"{beginning[0]}*"},
                    )
                )
            return Prefix(beginning[0])
        self.say(
            Message(
                "A star stands for letters only behind {letters} letters or more; "
                "{typed} is searched as {words}.",
                {"letters": SHORTEST_PREFIX, "typed": typed, "words": " ".join(words)},
            )
        )
        return self._row(typed, exact=exact, soft=not exact)

    def _fuzzy(self, typed: str, edits: str) -> Node | None:
        """The word with its near spellings; one edit by itself in a word of up to five letters, else two."""
        word = self._row(typed, exact=False, soft=True)
        if not isinstance(word, Word) or word.exact:
            return word
        if not word.folded.isalpha() or not SHORTEST <= len(word.folded) <= LONGEST_FUZZY:
            self.say(
                Message(
                    "Near spellings are known of words of {shortest} letters or more; "
                    "{word} is searched as it stands.",
                    {"shortest": SHORTEST, "word": typed},
                )
            )
            return word
        if edits and int(edits) > MOST_EDITS:
            self.say(
                Message(
                    "At most {most} letters of a word may be wrong; {typed} is searched as {word}.",
                    {"most": MOST_EDITS, "typed": f"{typed}~{edits}", "word": f"{typed}~{MOST_EDITS}"},
                )
            )
        most = min(int(edits), MOST_EDITS) if edits else 1 if len(word.folded) <= _ONE_EDIT else MOST_EDITS
        return Fuzzy(word.folded, most)

    def _together(self, node: Node | None, within: str | None) -> Node | None:
        """The phrase, with a tilde behind it its words near each other; a window has room for them all."""
        if not isinstance(node, Phrase) or within is None or len(node.words) > MOST_NEAR:
            return node
        wanted = int(within) if within else NEAR
        if wanted > MOST_NEAR:
            self.say(
                Message(
                    "Words near each other are searched within {most} words at most.", {"most": MOST_NEAR}
                )
            )
        return Near(node.words, max(len(node.words), min(wanted, MOST_NEAR)), node.exact)

    def _row(self, typed: str, *, exact: bool, soft: bool = False) -> Phrase | Word | None:
        """The words side by side; with an acronym among them as they stand."""
        found = [(term.folded, bare(typed[term.start : term.end])) for term in terms(typed, "")]
        words = tuple(printed if self._is_acronym(printed) else folded for folded, printed in found)
        capitals = any(map(str.isupper, words))
        if not words:
            return None
        if len(words) > 1 or (capitals and exact):  # to a phrase of one word nothing is added
            return Phrase(words, exact or capitals, soft=soft)
        return Word(words[0], exact or capitals)

    def _is_acronym(self, printed: str) -> bool:
        return printed in self.acronyms and is_acronym(printed) and is_stop_word(printed.lower())
