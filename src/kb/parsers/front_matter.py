"""What stands between marks above a text: YAML (``---``) or TOML (``+++``), its names in one language.

Front matter is written by hand and by many systems, in English and Spanish: "fecha", "pubdate" and
"date" are one name. Only strings are made of it, whatever the file asks for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

import yaml

from kb.errors import ParseFailed
from kb.text.folding import fold, normalise, squeeze

_YAML = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# "title: Children who cross: a study", where YAML wants quotation marks; no list, no block.
_BARE = re.compile(
    r"""^(?P<name>[^\W\d][\w .-]{0,60}):[ \t]+
        (?![\[{|>&] | "[^"\n]*"[ \t]*$ | '[^'\n]*'[ \t]*$) (?P<value>\S.*)$""",
    re.MULTILINE | re.VERBOSE,
)
_LARGEST = 65_536  # characters
_NAMES = {
    other: name
    for name, others in {
        "title": "titulo headline titular",
        "date": "fecha pubdate publishdate publish_date date_published published fecha_publicacion "
        "fecha_de_publicacion",
        "language": "idioma lang locale",
        "publisher": "dependencia institucion organizacion organismo organization organisation emisor "
        "emisora issuer editor_institucional publicador institution org sender remitente agency",
        "place": "lugar ciudad location dateline city",
        "kind": "tipo type",
        "author": "autor autora byline",
    }.items()
    for other in others.split()
}


def split(text: str) -> tuple[dict[str, str], str]:
    """The values of the front matter by their English names, and the text below it.

    Raises:
        ParseFailed: the front matter is too large, or neither valid YAML nor valid TOML.
    """
    for pattern, values_of in ((_YAML, _yaml), (_TOML, _toml)):
        if found := pattern.match(text):
            if len(found[1]) > _LARGEST:
                raise ParseFailed(
                    "Its front matter is too large; keep the lines between the --- marks short."
                )
            values = values_of(found[1])
            if isinstance(values, Mapping | None):
                return _named(_flat(values or {})), text[found.end() :]
    return {}, text  # a horizontal rule and prose may stand there, too


def _yaml(text: str) -> object:
    """What the lines say; where they are no YAML, each value as if it stood in quotation marks."""
    try:
        return _loaded(text)
    except (yaml.YAMLError, RecursionError):
        quoted = _BARE.sub(_quoted, text)
    try:
        return _loaded(quoted)
    except (yaml.YAMLError, RecursionError) as error:
        raise ParseFailed(
            "Its front matter is not valid YAML; check the lines between the --- marks."
        ) from error


def _loaded(text: str) -> object:
    loader = yaml.BaseLoader(text)  # every value stays the text that was written, nothing is made of it
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _quoted(line: re.Match[str]) -> str:
    value = line["value"].rstrip().replace("'", "''")
    return f"{line['name']}: '{value}'"


def _toml(text: str) -> object:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ParseFailed(
            "Its front matter is not valid TOML; check the lines between the +++ marks."
        ) from error


def _flat(values: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """``{"digest_of": {"title": "x"}}`` -> ``{"digest_of.title": "x"}``."""
    flat: dict[str, str] = {}
    for name, value in values.items():
        key = f"{prefix}{fold(str(name))}"
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{key}.") if not prefix else {}
        elif isinstance(value, date | datetime):
            flat[key] = value.isoformat()
        elif isinstance(value, str):
            flat[key] = squeeze(normalise(value))
    return flat


def _named(values: Mapping[str, str]) -> dict[str, str]:
    """The values by their English names; what has its English name already is not overwritten."""
    others = {
        _NAMES[key.replace("-", "_")]: value
        for key, value in values.items()
        if key.replace("-", "_") in _NAMES
    }
    return others | dict(values)
