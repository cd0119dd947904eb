"""The story of the thesaurus in use: look at a concept, walk the tree, check it, take it out, bring it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib import import_module
from itertools import count
from pathlib import Path

from kb.errors import Misuse, NotHeld, ThesaurusInvalid
from kb.library import Library, Waiting
from kb.query.references import covers, references
from kb.query.tree import Query
from kb.schema import SCHEMA, Json
from kb.thesaurus import Concept, Thesaurus, load, overlay, writing
from kb.thesaurus.checking import Finding, findings
from kb.thesaurus.concept import KINDS
from kb.thesaurus.faults import of_statements, of_tables
from kb.thesaurus.lookup import plain
from kb.thesaurus.remarks import remarks

FORMATS = {"turtle": "kb.thesaurus.turtle", "csv": "kb.thesaurus.table"}
_ENDINGS = {".ttl": "turtle", ".turtle": "turtle", ".csv": "csv"}
_COUNTED = ("topic", "group")


@dataclass(frozen=True, slots=True)
class Described:
    """A concept with the concepts right below it, and how many documents are about it."""

    concept: Concept
    narrower: tuple[str, ...]
    groups: tuple[str, ...]  # of people whom it concerns
    count: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree: a concept, how deep it stands, and how many documents are about it."""

    id: str
    depth: int
    count: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed, and where the user's file and the one before it lie."""

    file: Path
    added: tuple[str, ...]
    changed: tuple[str, ...]
    omitted: tuple[str, ...]
    before: Path | None = None


def described(library: Library, name: str) -> Described:
    """The concept with this id or any of its labels.

    Raises:
        NotHeld: there is none; the sentence names what comes near.
    """
    thesaurus = library.thesaurus
    id_ = thesaurus.named(name)
    if id_ is None:
        raise _unknown(thesaurus, name)
    below = tuple(each.id for each in thesaurus.concepts.values() if id_ in each.broader)
    concept, ours = thesaurus.concepts[id_], load().concepts.get(id_)
    if ours and concept != ours:
        concept = replace(concept, note=remarks(concept, ours))
    return Described(concept, below, thesaurus.groups(id_), _counts(library)[id_])


def basis(concept: Concept, language: str) -> tuple[tuple[str, str], ...]:
    """The legal basis of a concept: each text as the thesaurus cites it, and in full where kb knows it."""
    return tuple((each, _in_full(each, language)) for each in concept.basis)


def record(found: Described) -> Json:
    """What ``described`` gave as JSON, schema 1."""
    known = found.concept
    return {
        "schema": SCHEMA,
        "id": known.id,
        **{key: dict(getattr(known, key)) for key in ("preferred", *KINDS)},
        **{key: dict(getattr(known, key)) for key in ("scope", "note", "mapping")},
        "broader": list(known.broader),
        "narrower": list(found.narrower),
        "related": list(known.related),
        "groups": list(found.groups),
        "basis": list(known.basis),
        "count": found.count,
    }


def tree(library: Library, name: str | None = None) -> Iterator[Branch]:
    """The concepts from the widest down, in the order of the file; with ``name`` that concept alone.

    A concept with two wider ones stands under both, but not under one that is above the other.

    Raises:
        NotHeld: there is no such concept.
    """
    thesaurus = library.thesaurus
    counts = _counts(library)
    if name is None:
        tops = [each.id for each in thesaurus.concepts.values() if not each.broader]
    else:
        tops = [described(library, name).concept.id]
    for top in tops:
        yield from _branches(thesaurus, counts, top, 0)


def faults(library: Library, file: Path | None = None) -> list[Finding]:
    """What is wrong with the thesaurus in use, or with the one in a file, all of it.

    Raises:
        ThesaurusInvalid: the file cannot be read as what it is.
    """
    if file is None:
        return findings(library.thesaurus)
    if file.suffix.lower() == ".toml":
        return of_tables(load().concepts, _text(file), str(file))
    return of_statements(import_module(FORMATS[format_of(file)]).stated(_text(file), file))


def exported(library: Library, form: str) -> str:
    """The thesaurus in use, the user's own concepts included, in one of FORMATS."""
    return str(import_module(FORMATS[form]).written(library.thesaurus.concepts.values()))


def bring_in(
    library: Library,
    file: Path,
    form: str,
    *,
    exact: bool = False,
    sure: bool = False,
    waiting: Waiting | None = None,
) -> Imported:
    """Make the thesaurus in use what a file says, by writing the difference from ours as the user's own.

    Concepts that the file lacks stay; with ``exact`` they are left out, and what refers to them goes
    with them. What the user's own file was is kept beside it, under a name of its own each time.
    Documents get their topics anew at the next question.

    Raises:
        ThesaurusInvalid: the file breaks a rule or holds no concept; nothing is changed.
        Misuse: more concepts would be left out than kept, and nobody is ``sure`` of that.
        LibraryError: the knowledge base cannot be written to.
    """
    held = library.thesaurus.concepts
    given = {
        name: overlay.in_our_order(held[name], each) if name in held else each
        for name, each in _read(file, form).items()
    }
    if not given:
        raise ThesaurusInvalid("There is no concept in {file}; nothing was changed.", file=file)
    omitted = held.keys() - given.keys() if exact else set()
    if len(omitted) > len(held) // 2 and not sure:
        raise Misuse(
            "{file} lacks {count} of the {all} concepts, which --exact would leave out; if you want that, "
            "add --yes.",
            file=file, count=len(omitted), all=len(held),
        )  # fmt: skip
    wanted = overlay.without_references(given, omitted) if exact else {**held, **given}
    _refuse_severe(Thesaurus(wanted), file)
    shipped = load().concepts
    text = writing.written(overlay.difference(shipped, wanted), shipped)
    with library.writing("kb topics import", waiting=waiting):
        before = _replace(library.concepts, text)
    return Imported(
        file=library.concepts,
        added=tuple(name for name in wanted if name not in held),
        changed=tuple(name for name in wanted if name in held and held[name] != wanted[name]),
        omitted=tuple(name for name in held if name not in wanted),
        before=before,
    )


def format_of(file: Path, named: str | None = None) -> str:
    """The format that is named, else the one that the file's name ends with.

    Raises:
        Misuse: neither says.
    """
    form = named or _ENDINGS.get(file.suffix.lower())
    if form is None:
        raise Misuse(
            "{file} does not say what it is; name the format: --format {known}.",
            file=file, known=" | ".join(FORMATS),
        )  # fmt: skip
    return form


def _branches(thesaurus: Thesaurus, counts: Mapping[str, int], top: str, depth: int) -> Iterator[Branch]:
    yield Branch(top, depth, counts.get(top, 0))
    if depth > len(thesaurus.concepts):  # a circle, which "kb topics check" tells of
        return
    for each in thesaurus.concepts.values():
        if top in each.broader and not _stands_lower(thesaurus, each, top):
            yield from _branches(thesaurus, counts, each.id, depth + 1)


def _stands_lower(thesaurus: Thesaurus, concept: Concept, top: str) -> bool:
    """Whether another concept between the two shows it already."""
    return any(above != top and above in thesaurus.narrower(top) for above in concept.broader)


def _counts(library: Library) -> Counter[str]:
    library.follow()
    facets = library.engine.search(Query(), limit=1, facets=_COUNTED).facets
    return Counter({**facets["group"], **facets["topic"]})


def _in_full(citation: str, language: str) -> str:
    found = references(citation)
    return found[0].label(language) if len(found) == 1 and covers(citation, found) else citation


def _unknown(thesaurus: Thesaurus, name: str) -> NotHeld:
    known = {plain(label): label for each in thesaurus.concepts.values() for label in each.every_name()}
    near = [known[each] for each in get_close_matches(plain(name), known, n=3)]
    if not near:
        return NotHeld('There is no topic "{name}"; "kb topics tree" lists them.', name=name)
    return NotHeld('There is no topic "{name}"; near it: {near}.', name=name, near=", ".join(near))


def _read(file: Path, form: str) -> dict[str, Concept]:
    concepts: dict[str, Concept] = import_module(FORMATS[form]).read(_text(file), file)
    return concepts


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ThesaurusInvalid("{file} is not UTF-8; save it as UTF-8 and try again.", file=file) from error
    except OSError as error:
        raise ThesaurusInvalid(
            "{file} cannot be read: {reason}.", file=file, reason=error.strerror
        ) from error


def _refuse_severe(thesaurus: Thesaurus, file: Path) -> None:
    for each in findings(thesaurus):
        if each.severe:
            raise ThesaurusInvalid(
                '{file}: in "{concept}", {problem}', file=file, concept=each.concept, problem=each.problem
            )


def _replace(file: Path, text: str) -> Path | None:
    """Write the file in one step; the one before stays beside it under a name that is free."""
    before = file.with_name(f"{file.stem}.before{file.suffix}")
    for number in count(2):
        if not before.exists():
            break
        before = file.with_name(f"{file.stem}.before-{number}{file.suffix}")
    if held := file.exists():
        file.replace(before)
    temporary = file.with_name(f".{file.name}")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(file)
    return before if held else None
