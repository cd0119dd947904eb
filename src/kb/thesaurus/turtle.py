"""A thesaurus as SKOS in Turtle, for other programs that keep vocabularies (pure).

Preferred, alternative and hidden labels, broader and related concepts, scope and other notes and
matches are SKOS; topics and groups are two schemes. What SKOS has no word for has one of kb's own,
declared at the head: an abbreviation is an alternative label too, a legal basis a note.

Read back is what is written here, in whatever layout or order: prefixes, names and addresses, ``a``,
lists with ``,`` and ``;``, strings with their language. Blank nodes, collections and numbers are
refused with their line. Statements of properties that kb does not know are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.errors import ThesaurusInvalid
from kb.messages import Message
from kb.thesaurus.concept import Concept
from kb.thesaurus.statements import FALSE, RELATIONS, TRUE, Statement, concepts, invalid, statements

CONCEPT = "urn:kb:concept:"
_OWN = "urn:kb:terms#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TERMS = {
    "preferred": f"{_SKOS}prefLabel",
    "alternative": f"{_SKOS}altLabel",
    "abbreviation": f"{_OWN}abbreviation",
    "hidden": f"{_SKOS}hiddenLabel",
    "asked": f"{_OWN}asked",
    "wording": f"{_OWN}wording",
    "proper": f"{_OWN}properName",
    "actor": f"{_OWN}actor",
    "together": f"{_OWN}together",
    "concerns": f"{_OWN}concerns",
    "broader": f"{_SKOS}broader",
    "related": f"{_SKOS}related",
    "scope": f"{_SKOS}scopeNote",
    "basis": f"{_OWN}legalBasis",
    "note": f"{_SKOS}editorialNote",
    "exact-match": f"{_SKOS}exactMatch",
    "close-match": f"{_SKOS}closeMatch",
}
_PROPERTIES = {term: name for name, term in _TERMS.items()}
_IN_SCHEME = f"{_SKOS}inScheme"
_SCHEMES = {"topic": f"{_OWN}topics", "group": f"{_OWN}groups"}
_PREFIXES = {
    "": CONCEPT,
    "kb": _OWN,
    "skos": _SKOS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_HEAD = """\

kb:topics a skos:ConceptScheme ; skos:prefLabel "Topics"@en, "Temas"@es .
kb:groups a skos:ConceptScheme ; skos:prefLabel "Groups of people"@en, "Grupos de personas"@es .
kb:abbreviation a rdf:Property ; rdfs:subPropertyOf skos:altLabel .
kb:asked a rdf:Property ; rdfs:subPropertyOf skos:hiddenLabel .
kb:wording a rdf:Property ; rdfs:subPropertyOf skos:hiddenLabel .
kb:legalBasis a rdf:Property ; rdfs:subPropertyOf skos:note .
kb:concerns a rdf:Property ; rdfs:subPropertyOf skos:semanticRelation .
kb:together a rdf:Property .
kb:properName a rdf:Property .
kb:actor a rdf:Property .
"""
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROLS = {chr(code): f"\\u{code:04X}" for code in (*range(32), *range(127, 160))}
_ESCAPED = str.maketrans(_CONTROLS | _ESCAPES)
_UNSAFE_IN_ADDRESS = re.compile('[\x00-\x20<>"{}|^`\\\\]')


# Writing -----------------------------------------------------------------------------------


def written(thesaurus: Iterable[Concept]) -> str:
    """The concepts as a Turtle file, in their order."""
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in _PREFIXES.items())
    return prefixes + _HEAD + "".join(map(_block, thesaurus))


def _block(each: Concept) -> str:
    schemes = [f"kb:{name}s" for name in _SCHEMES if getattr(each, name)]
    lines = [f"skos:inScheme {scheme}" for scheme in schemes]
    grouped: dict[str, list[str]] = {}
    for stated in statements([each]):
        if stated.property in _TERMS:
            grouped.setdefault(stated.property, []).append(_object(stated))
    lines += [f"{_short(_TERMS[name])} {', '.join(objects)}" for name, objects in grouped.items()]
    return f"\n:{each.id} a skos:Concept ;\n    " + " ;\n    ".join(lines) + " .\n"


def _object(stated: Statement) -> str:
    if stated.property in RELATIONS:
        return f":{stated.value}" if _LOCAL.fullmatch(stated.value) else _address(CONCEPT + stated.value)
    if stated.property.endswith("-match"):
        return _address(stated.value)
    language = f"@{stated.language}" if stated.language else ""
    return f'"{stated.value.translate(_ESCAPED)}"{language}'


def _address(address: str) -> str:
    return "<" + _UNSAFE_IN_ADDRESS.sub(lambda found: "\\u" + f"{ord(found[0]):04X}", address) + ">"


def _short(address: str) -> str:
    return next(
        f"{name}:{address.removeprefix(start)}"
        for name, start in _PREFIXES.items()
        if name and address.startswith(start)
    )


# Reading -----------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+|\#[^\n]*)
      |<(?P<address>(?:[^<>"{}|^`\\\x00-\x20]|\\[uU])*+)>
      |\"{3}(?P<long>(?:[^"\\]|\\.|"(?!""))*+)\"{3}
      |"(?P<string>(?:[^"\\\n\r]|\\[^\n])*+)"
      |@(?P<tag>[A-Za-z]{1,20}(?:-[A-Za-z0-9]{1,8}){0,4})
      |(?P<named>(?:[A-Za-z][\w.-]{0,99}(?<!\.))?:(?:[\w%:.-]{0,299}[\w%:-])?)
      |(?P<word>[A-Za-z]+)
      |(?P<mark>\^\^|[.;,])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_LETTERS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # address, text, tag, named, word, mark, end
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class _Triple:
    """Subject and predicate in full; the object, and its language where it has one."""

    subject: str
    predicate: str
    object: str
    language: str
    line: int


def read(text: str, file: object) -> dict[str, Concept]:
    """The concepts of a Turtle file.

    Raises:
        ThesaurusInvalid: it is not Turtle as kb reads it, or breaks a rule of the thesaurus.
    """
    return concepts(stated(text, file), file)


def stated(text: str, file: object) -> Iterator[Statement]:
    """The statements of a Turtle file, as they stand there.

    Raises:
        ThesaurusInvalid: it is not Turtle as kb reads it.
    """
    return _stated(_Reader(text.removeprefix("\ufeff"), file).triples())


def _stated(triples: Iterable[_Triple]) -> Iterator[Statement]:
    """The statements of the triples about concepts of ours; the schemes are told as switches."""
    schemes: dict[str, tuple[set[str], int]] = {}
    for each in triples:
        if not each.subject.startswith(CONCEPT):
            continue
        name = each.subject.removeprefix(CONCEPT)
        held = schemes.setdefault(name, (set(), each.line))[0]
        if each.predicate == _IN_SCHEME:
            held.add(each.object)
        elif property_ := _PROPERTIES.get(each.predicate):
            value = each.object.removeprefix(CONCEPT) if property_ in RELATIONS else each.object
            yield Statement(name, property_, each.language.partition("-")[0].lower(), value, each.line)
    for name, (held, line) in schemes.items():
        if _SCHEMES["group"] in held:
            yield Statement(name, "group", "", TRUE, line)
            if _SCHEMES["topic"] not in held:
                yield Statement(name, "topic", "", FALSE, line)


class _Reader:
    """Walks the tokens of a file once."""

    def __init__(self, text: str, file: object) -> None:
        self._file = file
        self._prefixes: dict[str, str] = {}
        self._tokens = self._cut(text)
        self._token = next(self._tokens)

    def triples(self) -> Iterator[_Triple]:
        """Every statement of the file, in its order."""
        while self._token.kind != "end":
            if self._token.kind in ("tag", "word") and self._token.value.lower() in ("prefix", "base"):
                self._declare()
            else:
                yield from self._about(self._node())

    def _declare(self) -> None:
        declaration = self._take()
        name, address = self._take(), self._take()
        if declaration.value.lower() == "base" or name.kind != "named" or address.kind != "address":
            raise self._refusal(Message("a prefix is written @prefix name: <address> ."), declaration)
        self._prefixes[name.value.removesuffix(":")] = address.value
        if declaration.kind == "tag":
            self._expect(".")

    def _about(self, subject: str) -> Iterator[_Triple]:
        """The statements of one subject, up to the full stop."""
        while True:
            predicate = self._predicate()
            yield self._object(subject, predicate)
            while self._is(","):
                self._take()
                yield self._object(subject, predicate)
            more = self._is(";")
            while self._is(";"):
                self._take()
            if not more or self._is("."):
                self._expect(".")
                return

    def _predicate(self) -> str:
        if self._token.kind == "word" and self._token.value == "a":
            self._take()
            return _TYPE
        return self._node()

    def _object(self, subject: str, predicate: str) -> _Triple:
        token = self._token
        if token.kind == "word" and token.value in (TRUE, FALSE):
            self._take()
            return _Triple(subject, predicate, token.value, "", token.line)
        if token.kind != "text":
            return _Triple(subject, predicate, self._node(), "", token.line)
        self._take()
        language = ""
        if self._token.kind == "tag":
            language = self._take().value
        elif self._is("^^"):
            self._take()
            self._node()
        return _Triple(subject, predicate, self._unescaped(token), language, token.line)

    def _node(self) -> str:
        """The address that the token means."""
        token = self._take()
        if token.kind == "address":
            return self._unescaped(token)
        if token.kind == "named":
            prefix, _, local = token.value.partition(":")
            if prefix not in self._prefixes:
                raise self._refusal(Message('the prefix "{name}:" is not declared.', {"name": prefix}), token)
            return self._prefixes[prefix] + local
        raise self._refusal(_UNREADABLE, token)

    def _take(self) -> _Token:
        token = self._token
        if token.kind == "end":
            raise self._refusal(Message("the file ends in the middle of a statement."), token)
        self._token = next(self._tokens)
        return token

    def _is(self, mark: str) -> bool:
        return self._token.kind == "mark" and self._token.value == mark

    def _expect(self, mark: str) -> None:
        if not self._is(mark):
            problem = Message('a "{mark}" is missing before this.', {"mark": mark})
            raise self._refusal(problem, self._token)
        self._take()

    def _cut(self, text: str) -> Iterator[_Token]:
        place, line = 0, 1
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise self._refusal(_UNREADABLE, _Token("", "", line))
            kind = found.lastgroup or ""
            if kind != "space":
                yield _Token("text" if kind in ("long", "string") else kind, found[kind], line)
            line += found[0].count("\n")
            place = found.end()
        while True:
            yield _Token("end", "", line)

    def _unescaped(self, token: _Token) -> str:
        def letter(found: re.Match[str]) -> str:
            code = int(found[1] or found[2] or "0", 16)
            if found[3] in _LETTERS:
                return _LETTERS[found[3]]
            if found[3] or code > _LAST_LETTER or 0xD800 <= code <= 0xDFFF:
                problem = Message('"{escape}" means no letter.', {"escape": found[0]})
                raise self._refusal(problem, token)
            return chr(code)

        return _ESCAPE.sub(letter, token.value)

    def _refusal(self, problem: Message, token: _Token) -> ThesaurusInvalid:
        return invalid(self._file, token.line, problem)


_LAST_LETTER = 0x10FFFF
_UNREADABLE = Message(
    "this is not Turtle as kb writes it; blank nodes, collections and numbers are not read."
)
