"""Near spellings: how many edits lie between two words, and which words of a vocabulary are near."""

from __future__ import annotations

import random

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
