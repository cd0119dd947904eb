"""Everything kb says, it can say in Spanish: the catalogue is complete, exact and compiled."""

from __future__ import annotations

import errno
import io
import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from kb import errors
from kb.errors import KbError, SourceTooLarge
from kb.ingesting import OUTCOMES
from kb.messages import LOCALE_FOLDER, Message, environment_language, say, translate

if TYPE_CHECKING:
    from babel.messages import Catalog

SOURCE = Path(__file__).parents[1] / "src" / "kb"
CATALOGUE = LOCALE_FOLDER / "es" / "LC_MESSAGES" / "kb.po"
ERRORS = [
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, KbError)
]
KEYWORDS = dict.fromkeys(("_", "Message", *ERRORS))
PLACE = re.compile(r"\{(\w*)[^}]*\}")


def said() -> set[str]:
    """Every sentence of the program and its templates."""
    methods = [("**.py", "python"), ("web/templates/**.html", "jinja2")]
    found = extract_from_dir(str(SOURCE), method_map=methods, keywords=KEYWORDS)
    return {str(text) for _, _, text, *_ in found} - {"template"} | set(OUTCOMES)


def catalogue() -> Catalog:
    return read_po(io.BytesIO(CATALOGUE.read_bytes()), locale="es")


def click_says() -> set[str]:
    """The sentences of click, in which kb's catalogue answers too."""
    spec = find_spec("click")
    assert spec
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    keywords = {"_": None, "ngettext": (1, 2)}
    texts = [
        each[1]
        for file in folder.glob("*.py")
        for each in extract_from_file("python", file, keywords=keywords)
    ]
    return {part for text in texts for part in (text if isinstance(text, tuple) else (text,))}


def test_every_sentence_has_its_spanish() -> None:
    held = {str(message.id) for message in catalogue() if message.string}

    assert sorted(said() - held) == []


def test_no_sentence_is_translated_for_nothing() -> None:
    known = said() | click_says()
    ids = [
        message.id if isinstance(message.id, tuple) else (message.id,)
        for message in catalogue()
        if message.id
    ]

    assert sorted(text for each in ids for text in each if text not in known) == []


def test_a_translation_has_the_places_of_its_sentence() -> None:
    for message in catalogue():
        if isinstance(message.id, str):
            assert set(PLACE.findall(message.id)) == set(PLACE.findall(str(message.string))), message.id


def test_the_compiled_catalogue_is_up_to_date() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = strings(read_mo(file))

    assert compiled == strings(catalogue()), "make catalogue"


def strings(held: Catalog) -> dict[str, tuple[str, ...]]:
    """First form of each sentence -> its translations."""
    rows = [(as_tuple(message.id), as_tuple(message.string)) for message in held if message.id]
    return {sentence[0]: translations for sentence, translations in rows}


def as_tuple(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text),)


def test_a_message_is_said_in_both_languages() -> None:
    message = Message("Characters that could not be decoded: {count}.", {"count": 3})

    assert say(message, "en") == str(message) == "Characters that could not be decoded: 3."
    assert say(message, "es") == "Caracteres que no se pudieron descifrar: 3."


def test_an_error_is_said_in_both_languages() -> None:
    error = SourceTooLarge(
        "The file has {size} MB and kb reads up to {limit} MB; split it or save its text alone.",
        size=200,
        limit=50,
    )

    assert say(error, "es").startswith("El archivo tiene 200 MB")
    assert str(error).startswith("The file has 200 MB")


def test_an_unknown_sentence_stays_english() -> None:
    assert translate("Not in the catalogue.", "es") == "Not in the catalogue."


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "es_GT.UTF-8"}, "es"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "es_MX"}, "es"),
        ({"KB_LANGUAGE": "en", "LANG": "es_MX"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_terminal_comes_from_its_locale(
    environment: dict[str, str], language: str
) -> None:
    assert environment_language(environment) == language


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.ENOENT, errno.EROFS, errno.EADDRINUSE])
def test_what_the_system_says_is_said_in_spanish_too(number: int) -> None:
    error = KbError("The system refused: {reason}.", reason=os.strerror(number))

    assert say(error, "en") == f"The system refused: {os.strerror(number)}."
    assert os.strerror(number) not in say(error, "es")
