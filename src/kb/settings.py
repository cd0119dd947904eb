"""Which knowledge base is meant, and how a new one is made.

In this order: the folder that is named (``--library``), ``KB_LIBRARY``, the nearest folder
upwards that has a ``kb.toml``, the user's own data folder.
"""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from kb.engines import ENGINES
from kb.errors import LibraryNotFound, LibraryReadOnly, Misuse, ThesaurusInvalid
from kb.library import Library, open_library
from kb.thesaurus.overlay import FILE as CONCEPTS

FILE = "kb.toml"
_NEW_FILE = """\
# A knowledge base of kb: this folder's documents are searched together.
# What kb keeps lies in index/ beside this file.

[library]
name = "{name}"
engine = "whoosh"
"""


def find_library(
    named: str | None = None,
    environment: Mapping[str, str] = os.environ,
    here: Path | None = None,
) -> Path:
    """The folder of the knowledge base to use.

    Raises:
        LibraryNotFound: the folder that was named has no ``kb.toml``.
    """
    wanted = named or environment.get("KB_LIBRARY")
    if wanted:
        folder = Path(wanted).expanduser()
        if not (folder / FILE).is_file():
            raise LibraryNotFound(
                'There is no knowledge base in {folder}; make one with "kb init {folder}".',
                folder=folder,
            )
        return folder.absolute()
    start = (here or Path.cwd()).absolute()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    return own_folder(environment)


def open_named(path: str | os.PathLike[str] | None = None) -> Library:
    """The knowledge base in a folder, or the one that ``find_library`` finds; use it in a ``with``.

    Raises:
        LibraryError: there is none, or it cannot be used.
        ThesaurusInvalid: the user's own file of concepts breaks a rule.
    """
    library = open_as_it_is(path)
    try:
        library.load_thesaurus()
    except ThesaurusInvalid:
        library.close()
        raise
    return library


def open_as_it_is(path: str | os.PathLike[str] | None = None) -> Library:
    """The same, whatever is wrong with the user's own concepts: that is told when they are asked for.

    Raises:
        LibraryError: there is none, or it cannot be used.
    """
    folder = find_library(os.fspath(path) if path is not None else None)
    return open_library(folder, engine_name(folder), concepts_file(folder))


def own_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The user's own knowledge base, made if it is not there yet."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    folder = base / "kb"
    if not (folder / FILE).is_file():
        make_library(folder)
    return folder


def make_library(folder: Path) -> Path:
    """Make ``folder`` a knowledge base; one that is there already is left as it is.

    Raises:
        LibraryReadOnly: the folder cannot be written to.
    """
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / FILE).exists():
            name = "".join(each for each in folder.name if each.isprintable() and each not in '\\"')
            (folder / FILE).write_text(_NEW_FILE.format(name=name), encoding="utf-8")
    except OSError as error:
        raise LibraryReadOnly(
            "{folder} cannot be written to ({reason}).", folder=folder, reason=error.strerror
        ) from error
    return folder


def copy_starter(folder: Path) -> Path:
    """Copy the starter documents into ``folder``/corpus; files that are there already stay."""
    target = folder / "corpus"
    target.mkdir(parents=True, exist_ok=True)
    for document in sorted(starter_folder().glob("*.md")):
        if not (target / document.name).exists():
            shutil.copyfile(document, target / document.name)
    return target


def starter_folder() -> Path:
    """The starter documents: inside the installed package, or ``corpus/`` of a checkout."""
    inside = Path(__file__).parent / "starter"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "corpus"


def engine_name(folder: Path) -> str:
    """The engine that the folder's ``kb.toml`` asks for.

    Raises:
        Misuse: the file is not TOML, or names an engine that kb does not have.
    """
    name = _setting(folder, "engine") or "whoosh"
    if name not in ENGINES:
        raise Misuse(
            '{file} asks for the engine "{name}"; kb has {known}.',
            file=folder / FILE, name=name, known=", ".join(ENGINES),
        )  # fmt: skip
    return name


def concepts_file(folder: Path) -> Path:
    """The user's own concepts: what ``kb.toml`` names, else ``thesaurus.toml`` beside it.

    Raises:
        Misuse: the file that ``kb.toml`` names is not there.
    """
    named = _setting(folder, "thesaurus")
    file = folder / Path(named or CONCEPTS).expanduser()
    if named and not file.is_file():
        raise Misuse(
            "{file} names the thesaurus {named}, which is not there; mend the path or take the line out.",
            file=folder / FILE, named=named,
        )  # fmt: skip
    return file


def _setting(folder: Path, name: str) -> str | None:
    """What ``kb.toml`` says under ``[library]``."""
    try:
        values = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Misuse("{file} cannot be read: {reason}.", file=folder / FILE, reason=str(error)) from error
    library = values.get("library")
    value = library.get(name) if isinstance(library, dict) else None
    return None if value is None else str(value)
