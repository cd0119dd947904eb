"""What the values of a field mean: ids of topics and countries, spans of days, names of bodies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kb import places
from kb.messages import Message
from kb.query.days import days
from kb.query.tree import NAMES, Filter, Phrase, Word
from kb.query.wording import shortened
from kb.text.words import folded_words, is_stop_word
from kb.thesaurus import Thesaurus, names

_CALLED = {
    "topic": Message("topic"), "group": Message("group of people"), "kind": Message("kind"),
    "country": Message("country"), "language": Message("language"), "year": Message("date"),
    "after": Message("date"), "before": Message("date"), "until": Message("date"),
}  # fmt: skip

Named = Callable[[str], Sequence[tuple[str, str]]]  # a name -> every name it has, its language


@dataclass(frozen=True, slots=True)
class Fields:
    """The values that fields can have."""

    thesaurus: Thesaurus
    organisations: Named | None

    def resolved(self, condition: Filter) -> Filter | None:
        """The filter with ids for values, if these mean something."""
        if condition.exact:
            return condition
        if condition.field in NAMES:
            return self._with_other_names(condition)
        if condition.field in ("year", "after", "before", "until"):
            return days(condition.field, condition.values[0])
        values = tuple(value for typed in condition.values for value in self._ids(condition.field, typed))
        return Filter(condition.field, values, exact=True) if values else None

    def _with_other_names(self, condition: Filter) -> Filter:
        """The filter; an organisation by any of its names."""
        if condition.field not in ("publisher", "organisation") or not self.organisations:
            return condition
        also = (name for typed in condition.values for name, _ in self.organisations(typed))
        return replace(condition, values=tuple(dict.fromkeys((*condition.values, *also))))

    def _ids(self, field: str, typed: str) -> tuple[str, ...]:
        if field in ("topic", "group"):
            # Itself alone, as the facet counts it.
            concept = self.thesaurus.named(typed) or self.thesaurus.named(typed.replace("_", " "))
            return (concept,) if concept else ()
        if field == "country":
            code = places.code_of(typed)
            return (code,) if code else ()
        table = names.KINDS if field == "kind" else names.LANGUAGES
        value = names.value_named(table, typed)
        return (value,) if value else (typed.lower(),) if field == "language" and len(typed) == 2 else ()


def as_words(condition: Filter) -> tuple[Word | Phrase, Message]:
    """The words of a value that means nothing, and that they are searched as such."""
    typed = " ".join(condition.values)
    told = Message(
        'Nothing is known as {field} "{value}"; searched as words.',
        {"field": _CALLED[condition.field], "value": shortened(typed)},
    )
    words = folded_words(typed)
    if len(words) > 1:
        return Phrase(words, soft=True), told
    return Word(words[0], is_stop_word(words[0])), told
