"""Near spellings: how many edits lie between two words, and which words of a vocabulary are near."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest

from kb.text.spelling import edits, near


@pytest.mark.parametrize(
    ("word", "other", "count"),
    [
        ("asylum", "asylum", 0),
        ("asylum", "asylums", 1),
        ("asylum", "asylm", 1),
        ("asylum", "asilum", 1),
        ("asylum", "aslyum", 1),
        ("asylum", "asimum", 2),
        ("ninez", "ninas", 2),
        ("asylum", "zsylum", None),
        ("asylum", "asy", None),
        ("asylum", "asxxxm", None),
        ("repatriation", "repatriacion", 1),
    ],
)
def test_edits_are_counted_both_ways(word: str, other: str, count: int | None) -> None:
    assert edits(word, other) == edits(other, word) == count


@pytest.mark.parametrize("seed", range(20))
def test_a_vocabulary_is_read_as_word_by_word(seed: int) -> None:
    chance = random.Random(seed)
    words = {"".join(chance.choices("abñ", k=chance.randint(1, 7))) for _ in range(300)}
    word, most = "".join(chance.choices("abñ", k=5)), chance.choice([0, 1, 2])

    found = list(near(word, most, sorted(each.encode() for each in words)))

    counted = ((edits(word, other), other) for other in sorted(words))
    assert found == [(count, other) for count, other in counted if count is not None and count <= most]


class Watched(Sequence[bytes]):
    """A vocabulary that counts how often it is read."""

    def __init__(self, words: Sequence[bytes]) -> None:
        self.words = words
        self.read = 0

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]  # never sliced
        self.read += 1
        return self.words[place]

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))


def test_of_a_hundred_thousand_words_few_are_read() -> None:
    chance = random.Random(36)
    letters = "aaeeiioonnrrsstdlcmupbgvhfqjzx"
    words = {"".join(chance.choices(letters, k=chance.randint(3, 12))) for _ in range(130_000)}
    vocabulary = Watched(sorted(word.encode() for word in words))

    list(near("asylum", 2, vocabulary))

    assert len(vocabulary) > 100_000
    assert vocabulary.read < 40_000
