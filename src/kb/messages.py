"""What kb says to people, in English and Spanish.

A sentence is written once, in English, where it is said; its Spanish stands in
``locale/es/LC_MESSAGES/kb.po`` (GNU gettext). A ``Message`` keeps the template and its values
apart, so that the same notice can be printed by a Spanish terminal and shown on an English page.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kb.errors import KbError

LANGUAGES = ("en", "es")
LOCALE_FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places, and what stands in them."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class Named:
    """What has a name in each language, as the value of a message."""

    names: Mapping[str, str]

    def __str__(self) -> str:
        return self.names["en"]


# Said where a page is read and where its text is.
DATES_DISAGREE = Message("The page's data give the date {stated}, its text prints {printed}.").template


# What the system says of its errors (strerror of Linux and macOS), as it ends up inside our sentences.
_SYSTEM = frozenset(
    map(
        str,
        (
            Message("Address already in use"),
            Message("Cannot assign requested address"),
            Message("Can't assign requested address"),
            Message("Connection refused"),
            Message("Connection timed out"),
            Message("Device or resource busy"),
            Message("Directory not empty"),
            Message("Disk quota exceeded"),
            Message("File exists"),
            Message("File name too long"),
            Message("File too large"),
            Message("Input/output error"),
            Message("Invalid argument"),
            Message("Is a directory"),
            Message("No space left on device"),
            Message("No such file or directory"),
            Message("Not a directory"),
            Message("Operation not permitted"),
            Message("Permission denied"),
            Message("Read-only file system"),
            Message("Resource busy"),
            Message("Stale file handle"),
            Message("Too many levels of symbolic links"),
            Message("Too many open files"),
        ),
    )
)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The sentences of ``language``; English is the text of the program itself."""
    return gettext.translation("kb", LOCALE_FOLDER, [language], fallback=True)


def translate(template: str, language: str) -> str:
    """``template`` in ``language``, its places still unfilled."""
    return catalogue(language).gettext(template) if template else ""


def say(spoken: Message | KbError, language: str) -> str:
    """The sentence in ``language``, its places filled; what stands in them is said, too."""
    values = {name: _said(value, language) for name, value in spoken.values.items()}
    return translate(spoken.template, language).format(**values)


def _said(value: object, language: str) -> object:
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, Named):
        return value.names[language]
    return translate(value, language) if isinstance(value, str) and value in _SYSTEM else value


def environment_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the person at the terminal: KB_LANGUAGE, else the POSIX locale variables.

    >>> environment_language({"LANG": "es_MX.UTF-8"}), environment_language({})
    ('es', 'en')
    """
    for name in ("KB_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "es" if value.lower().startswith("es") else "en"
    return "en"
