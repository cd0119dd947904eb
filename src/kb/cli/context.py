"""What every command needs to know: the language of the person, and which knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.messages import environment_language, translate

if TYPE_CHECKING:
    from kb.library import Library

LANGUAGE = environment_language()


def _(text: str) -> str:
    return translate(text, LANGUAGE)


class Chosen:
    """The knowledge base that the options chose, opened when a command needs it."""

    def __init__(self, library: str | None) -> None:
        self.library = library

    def open(self) -> Library:
        """The knowledge base, to be used in a ``with``."""
        from kb.settings import open_named

        return open_named(self.library)

    def open_as_it_is(self) -> Library:
        """The same, whatever is wrong with the user's own concepts."""
        from kb.settings import open_as_it_is

        return open_as_it_is(self.library)
