"""Text -> query tree, and no text a person can type is an error.

    question  = clause*                     all wanted, as long as there are up to four words
    clause    = "-" clause | item ("OR" item)*
    item      = "(" question ")" | field ":" value | "phrase" | "near these"~5 | word
    word      = letters | prefix* | fuzzy~ | fuzzy~1 | =exact
    value     = word | "phrase" | first..last | (">" | ">=" | "<" | "<=") date | "(" value* ")"

``OR`` and ``O`` (also ``|``), ``NOT``; ``AND`` and ``Y`` are allowed and mean what happens
anyway. These are operators only in a question that is not all capitals; "NO" is a word, which is told. Past a
bound (1,000 characters, 32 clauses, depth 10), and where marks do not match up, everything is
searched as plain words and a notice says so; the same goes for marks of other search engines. What is
joined by marks and has digits ("27/2019") is a soft phrase. Values of fields are resolved in ``understand``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kb.messages import Message
from kb.query.field_names import FIELD_NAMES, without_blanks
from kb.query.pieces import Pieces
from kb.query.telling import gather, is_sentence
from kb.query.tree import (
    FACETS,
    NAMES,
    Any,
    Filter,
    Node,
    Not,
    Phrase,
    Query,
    Word,
    all_of,
    any_of,
)
from kb.query.wording import prepared, shortened
from kb.text.folding import fold
from kb.text.words import WORD, folded_words

LONGEST = 1000  # characters
MOST_CLAUSES = 32
DEEPEST = 10

_LISTED = frozenset((*FACETS, *NAMES))  # fields whose values are alternatives
_OR = frozenset(("OR", "O", "|"))
_AND = frozenset(("AND", "Y", "E", "&", "+"))
_NOT = frozenset(("NOT",))
_OPERATORS = _OR | _AND | _NOT
_NO = frozenset(("NO",))  # a word (niñas NO acompañadas), though some mean an operator
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐‑/,;][^\W\d_]+)+[.,;:!?…]*")
_OTHER_ENDINGS = frozenset(("a", "as", "o", "os", "es"))  # "niños/as", "niñas/os", "menor/es"
_TOKEN = re.compile(
    r"""(?P<not>-(?=[\w"(=]))?
        (?:(?P<field>[^\W\d_]+):(?=[\w"(]|\.\.\w|[<>]=?\w))?
        (?:(?P<exact>=)(?=[\w"]))?
        (?: "(?P<phrase>[^"]*)"(?:~(?P<near>\d*))? | (?P<open>\() | (?P<close>\)) | (?P<or>\|)
          | (?P<word>[^\s()"|]+) )""",
    re.VERBOSE,
)


class _NotUnderstood(Exception):
    """The marks do not match up, or a bound is passed; carries the notice."""

    def __init__(self, notice: Message) -> None:
        super().__init__(str(notice))
        self.notice = notice


@dataclass(slots=True)
class _Reader:
    tokens: list[re.Match[str]]
    operators: bool
    acronyms: Collection[str] = ()
    place: int = 0
    clauses: int = 0
    notices: dict[str, Message] = field(default_factory=dict)

    @property
    def pieces(self) -> Pieces:
        """What reads the pieces."""
        return Pieces(self.acronyms, self.say)

    def say(self, notice: Message) -> None:
        """Take in a notice, each once, in which long words are cut."""
        values = notice.values.items()
        cut = {name: shortened(value) if isinstance(value, str) else value for name, value in values}
        self.notices.setdefault(str(notice), Message(notice.template, cut))


def parse(text: str, acronyms: Collection[str] = ()) -> Query:
    """The query that ``text`` asks for.

    ``acronyms`` are names that are small words in other letters ("WHO"); a question that is nothing but
    a small word in capitals means an acronym, too. Neither is in a question that is all capitals.

    >>> tree = parse('"best interests" -adoption').tree
    >>> tree == all_of((Phrase(("best", "interests")), Not(Word("adoption"))))
    True
    """
    normal = without_blanks(prepared(text[: 4 * LONGEST]))
    try:
        tree, filters, notices = _parsed(normal, acronyms)
    except _NotUnderstood as problem:
        tree, filters = gather(_plain_words(normal[:LONGEST])), ()
        notices = (problem.notice,)
    return Query(text=text, tree=tree, filters=filters, notices=notices)


def _parsed(
    text: str, acronyms: Collection[str]
) -> tuple[Node | None, tuple[Filter, ...], tuple[Message, ...]]:
    if len(text) > LONGEST:
        raise _NotUnderstood(
            Message(
                "The question is longer than {most} characters; only its beginning was searched.",
                {"most": LONGEST},
            )
        )
    if text.count('"') % 2:
        raise _NotUnderstood(
            Message('A quotation mark is never closed; searched as plain words. Write "best interests".')
        )
    words = frozenset(WORD.findall(text))
    named = words - _OPERATORS if len(words) == 1 else acronyms
    shouted = text.isupper() and not words <= _OPERATORS.union(named)
    reader = _Reader(list(_TOKEN.finditer(text)), not shouted, () if shouted else named)
    parts = _clauses(reader, depth=0)
    if reader.place < len(reader.tokens):
        raise _NotUnderstood(
            Message("A parenthesis is closed that was never opened; searched as plain words.")
        )
    filters, others = _apart(parts)
    tree = gather(others, text, sentence=is_sentence(text))
    return tree, filters, tuple(reader.notices.values())


def _apart(parts: Sequence[Node]) -> tuple[tuple[Filter, ...], list[Node]]:
    """The fields that narrow the whole question, one row of values of each, and its other clauses."""
    rows: dict[str, tuple[Filter, ...]] = {}
    others: list[Node] = []
    for part in parts:
        values = _row_of_values(part)
        key = values[0].field if values and values[0].field in _LISTED else f"{len(rows)}"
        if values and key not in rows:
            rows[key] = values
        else:
            others.append(part)
    return tuple(each for row in rows.values() for each in row), others


def _clauses(reader: _Reader, *, depth: int) -> list[Node]:
    """The clauses up to a closing parenthesis or the end, those joined by OR made one."""
    if depth > DEEPEST:
        raise _NotUnderstood(Message("Too many parentheses; searched as plain words."))
    found: list[Node] = []
    joined = negated = every = False
    before: str | None = None  # the field whose value stands right before
    while reader.place < len(reader.tokens) and not reader.tokens[reader.place]["close"]:
        token = reader.tokens[reader.place]
        reader.place += 1
        if found and _is(token, _OR, reader):
            joined = True
        elif _is(token, _NOT, reader):
            negated = True
        elif _dangles(token, reader):
            reader.say(Message('"{word}" has nothing behind it that it could leave out.', {"word": token[0]}))
        elif reader.operators and len(reader.tokens) > 1 and token[0] in _OR:
            reader.say(Message('"{word}" has nothing on one side that it could join.', {"word": token[0]}))
        elif before and _is(token, _AND, reader):
            every = True
        elif not (found and _is(token, _AND, reader)):
            if found and _is(token, _NO, reader):
                reader.say(_not_meant(reader.tokens[reader.place][0]))
            negated = negated or bool(token["not"])
            every = every and (bool(token["open"]) or _field(reader, token) == before)
            node = _item(reader, token, depth)
            before = _valued(node)
            if isinstance(node, Phrase) and _is_compound(token) and not (joined or negated or _or(reader)):
                endings = _OTHER_ENDINGS if "/" in token[0] else frozenset()
                words = [word for word in node.words if word not in endings] or list(node.words)
                _count(reader, len(words) - 1)
                found += (Word(word, exact=word.isupper()) for word in words)
            else:
                found = _joined(found, node, joined=joined, negated=negated, every=every)
            joined = negated = every = False
    return found


def _joined(found: list[Node], node: Node | None, *, joined: bool, negated: bool, every: bool) -> list[Node]:
    """The clauses with one more; values of one field are alternatives, unless AND stands between."""
    if node is None:
        return found
    if negated:
        node = Not(node)
    if not joined:
        field = None if every else _valued(node)
        same = next((each for each in found if field and _valued(each) == field), None)
        if same is None:
            return [*found, node]
        return [_either(same, node) if each is same else each for each in found]
    return [*found[:-1], _either(found[-1], node)]


def _either(before: Node, node: Node) -> Any:
    """One of both; what is an alternative already takes in the other."""
    parts = before.parts if isinstance(before, Any) and not before.row else (before,)
    return Any((*parts, node))


def _valued(node: Node | None) -> str | None:
    """The field whose alternative values a node is; days before or after one are none."""
    row = _row_of_values(node)
    return row[0].field if row and row[0].field in _LISTED else None


def _row_of_values(node: Node | None) -> tuple[Filter, ...]:
    """The values of one field that a node is; none where it is something else."""
    parts = node.parts if isinstance(node, Any) and not node.row else (node,)
    row = tuple(part for part in parts if isinstance(part, Filter))
    return row if len(row) == len(parts) and len({each.field for each in row}) == 1 else ()


def _is(token: re.Match[str], operators: frozenset[str], reader: _Reader) -> bool:
    """Whether the token is one of the operators, and something follows that it can act on."""
    plain = not (token["not"] or token["field"] or token["exact"])
    following = reader.tokens[reader.place] if reader.place < len(reader.tokens) else None
    acts = following is not None and not following["close"]
    return reader.operators and plain and acts and token[0] in operators


def _dangles(token: re.Match[str], reader: _Reader) -> bool:
    """Whether the token is a NOT with nothing behind it."""
    following = reader.tokens[reader.place] if reader.place < len(reader.tokens) else None
    alone = following is None or bool(following["close"])
    return reader.operators and alone and len(reader.tokens) > 1 and token[0] in _NOT


def _not_meant(word: str) -> Message:
    """That "NO" leaves nothing out."""
    return Message(
        '"NO" is searched as a word; what is to be left out is written -{word}.',
        {"word": word},
    )


def _or(reader: _Reader) -> bool:
    """Whether an OR comes next."""
    following = reader.tokens[reader.place][0] if reader.place < len(reader.tokens) else ""
    return reader.operators and following in _OR


def _is_compound(token: re.Match[str]) -> bool:
    """Whether the token is words joined by a mark; they rank first side by side and need not stand so."""
    return not (token["field"] or token["exact"]) and bool(_COMPOUND.fullmatch(token["word"] or ""))


def _item(reader: _Reader, token: re.Match[str], depth: int) -> Node | None:
    _count(reader, 1)
    name = _field(reader, token)
    if token["open"]:
        if name is None:
            return _group(reader, depth, before=token["field"])
        return _values(reader, name, depth + 1)
    if condition := _filter(token, name):
        return condition
    exact = bool(token["exact"])
    if token["phrase"] is not None:
        return reader.pieces.phrase(token["phrase"], exact=exact, within=token["near"])
    typed = (f"{token['field']}:" if token["field"] else "") + (token["word"] or "")
    return reader.pieces.word(typed, exact=exact)


def _field(reader: _Reader, token: re.Match[str]) -> str | None:
    """The field that a token names; a name that is none is told."""
    if not token["field"]:
        return None
    name = FIELD_NAMES.get(fold(token["field"]))
    if name is None:
        reader.say(Message('There is no field "{field}"; searched as words.', {"field": token["field"]}))
    return name


def _count(reader: _Reader, parts: int) -> None:
    """Take in so many parts more."""
    reader.clauses += parts
    if reader.clauses > MOST_CLAUSES:
        raise _NotUnderstood(
            Message(
                "More than {most} parts in one question; searched as plain words.",
                {"most": MOST_CLAUSES},
            )
        )


def _group(reader: _Reader, depth: int, before: str | None) -> Node | None:
    """What stands in parentheses, behind a word that is no field."""
    inner = _clauses(reader, depth=depth + 1)
    _close(reader)
    return gather([Word(word) for word in folded_words(before or "")] + inner)


def _close(reader: _Reader) -> None:
    if reader.place >= len(reader.tokens):
        raise _NotUnderstood(Message("A parenthesis is never closed; searched as plain words."))
    reader.place += 1


def _values(reader: _Reader, name: str, depth: int) -> Node | None:
    """The values of a field in parentheses: alternatives, unless AND or NOT stands among them."""
    if depth > DEEPEST:
        raise _NotUnderstood(Message("Too many parentheses; searched as plain words."))
    found: list[Node] = []
    every = negated = False
    while reader.place < len(reader.tokens) and not reader.tokens[reader.place]["close"]:
        token = reader.tokens[reader.place]
        reader.place += 1
        _count(reader, 1)
        if _is(token, _NOT, reader):
            negated = True
        elif _is(token, _AND, reader):
            every = True
        elif not _is(token, _OR, reader):
            inner = _values(reader, name, depth + 1) if token["open"] else _filter(token, name)
            if inner is not None:
                negated = negated or bool(token["not"])
                found.append(Not(inner) if negated else inner)
                every = every or negated
            negated = False
    _close(reader)
    return (all_of if every else any_of)(found) if found else None


def _filter(token: re.Match[str], name: str | None) -> Filter | None:
    value = token["phrase"] if token["phrase"] is not None else token["word"]
    if name is None or not value or not WORD.search(value):
        return None
    return Filter(name, (value.strip(),))


def _plain_words(text: str) -> Sequence[Node]:
    return [Word(word) for word in dict.fromkeys(folded_words(text))][:MOST_CLAUSES]
