"""A number with what stands beside it, by which it is judged whether it counts something."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.text.numbers import NumberMention

_BEFORE = 60  # characters looked at before a number
_AFTER = 60


@dataclass(slots=True)
class Beside:
    """The words before and behind a number; ``lowered`` are those before it in small letters."""

    number: NumberMention
    printed: str
    before: str
    after: str
    lowered: str = field(init=False)

    def __post_init__(self) -> None:
        self.lowered = self.before.lower()

    @property
    def value(self) -> int | float:
        """What the number amounts to."""
        return self.number.value


def beside(text: str, number: NumberMention) -> Beside:
    """A number of ``text`` with what stands beside it."""
    return Beside(
        number,
        text[number.start : number.end],
        text[max(0, number.start - _BEFORE) : number.start],
        text[number.end : number.end + _AFTER],
    )
