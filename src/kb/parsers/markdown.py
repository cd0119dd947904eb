"""Markdown: front matter, and the blocks of the HTML that ``markdown`` makes of the rest.

Python-Markdown renumbers a list 14, 15, 17 to 1, 2, 3 and nests by four spaces only, so lists are
written anew for it: a numbered line at the margin becomes an item whose text begins with the
number, and items are indented by their depth. Afterwards such an item is a numbered paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import markdown

from kb.errors import ParseFailed
from kb.messages import Message
from kb.parsers import front_matter, html
from kb.parsers.blocks import Block, are_lines
from kb.parsers.bounds import check_length
from kb.parsers.head_lines import is_bare_label
from kb.parsers.head_names import is_name
from kb.parsers.headlines import title_among
from kb.parsers.markdown_marks import Kept
from kb.parsers.markdown_tables import piped
from kb.parsers.reading import Reading, without_title
from kb.parsers.stated_titles import is_placeholder
from kb.records import DigestOf, Evidence, Source
from kb.text.dates import parse_date
from kb.text.decoding import decode
from kb.text.folding import normalise, squeeze
from kb.thesaurus.names import KINDS, LANGUAGES, value_named

_LIST_LINE = re.compile(
    r"(?P<indent> *)(?P<marker>[-*+]|(?P<number>[0-9]{1,9})(?P<mark>[.)]))(?P<space> +|$)"
)
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_FENCE = re.compile(r" *(?:```|~~~)")
_PRINTED = re.compile(r"[0-9]{1,3}[.)]\s")
_PARAGRAPH = re.compile(r"(?:.+\n?)+")
_BLANK_LINES = re.compile(r"\n{4,}")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
_MARKED = re.compile(
    r"^(?: {4}|\t| {0,3}(?:[-+*](?=\s)|[>|#=:~`\[]|-{2}|\d{1,9}[.)]))|\|", re.MULTILINE
)  # lists, tables, headings
_MOST_FENCES = 400
_DEEPEST = 40  # lists in each other
_UNCLOSED = re.compile(r"<(?![^<>]{0,1000}>)")
_MOST_UNCLOSED = 200
_LETTERED = re.compile(r" {0,12}(?:\(([a-z]|[ivx]{2,4})\)|([a-z]|[ivx]{2,4})[.)](?! ?m\b)) +(?=\S)")
_COMMENT = re.compile(r" {0,12}<!--[^<>]{0,1000}-->\s*")
_BLANKS_ABOVE = 6  # lines that are looked back over for the item before
# A headline and the line below it in other letters: "**Three homes open**", "*A garden comes with them*".
_HEADLINE = re.compile(
    r"\A(?P<headline>(?:\*\*|__)(?! )[^*_\n]{25,200}(?:\*\*|__))[ \\]*\n"
    r"(?=([*_])(?![*_ ])[^*_\n]{8,300}\2\s*\Z)"
)
_FIELD = re.compile(r"(?:[^\W\d_][\w.'’]{0,15} ?){1,4}: +\S")  # "Doc. No.: X-1", "Issued: 3 May 2020"
_LARGEST_NUMBER = 999  # "2014. It was" is a sentence
_HEADING = re.compile(r" {0,3}#{1,6} ")
_HEADINGS = re.compile(r"(?: {0,3}#{1,6} [^\n]*\n)+")  # right above a paragraph
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]\w+)*", re.IGNORECASE)
# "Faro University, Office of Communications"
_DESK = re.compile(
    r",?\s(?:[-–—|·]\s)?(?:(?:office|department)\sof\s)?(?:communications?|press(?:\soffice)?|news(?:room)?|prensa|comunicaci[oó]n(?:es)?)$",
    re.IGNORECASE,
)
_STATED = ("title", "id", "kind", "language", "publisher", "symbol", "source", "place")
_EXTENSIONS = ["tables", "fenced_code", "sane_lists", "footnotes"]


def read(source: Source) -> Reading:
    """The blocks of a Markdown text and what its front matter declares.

    Raises:
        ParseFailed: the front matter is too large or no YAML, or the text is nested too deeply.
        SourceTooLarge: there is more text in it than one document has.
    """
    text, undecodable = decode(source.content)
    check_length(len(text) - text.count(" "))
    declared, body = front_matter.split(normalise(text))
    markup, kept = _rendered(body)
    blocks = [_numbered(block) for block in html.blocks(markup)]
    stated = squeeze(declared.get("title", ""))
    title = stated if stated and not is_placeholder(stated) else title_among(blocks)
    reading = Reading(
        blocks=without_title(blocks, title) if title and len(blocks) > 1 else tuple(blocks),
        title=title,
        undecodable=undecodable,
        warnings=_told(kept),
    )
    return _declared(reading, declared)


def _told(count: int) -> tuple[Message, ...]:
    told = Message(
        "Paragraphs with too many marks of Markdown to be read as more than text: {count}.", {"count": count}
    )
    return (told,) if count else ()


def _declared(reading: Reading, values: Mapping[str, str]) -> Reading:
    date = values.get("date") or values.get("adopted")
    stated = [name for name in _STATED if values.get(name)]
    about = {
        key.removeprefix("digest_of."): value for key, value in values.items() if key.startswith("digest_of.")
    }
    return replace(
        reading,
        id=values.get("id"),
        kind=value_named(KINDS, values.get("kind", "")),
        language=_language(values.get("language", "")),
        publisher=values.get("publisher") or _body_named(values.get("author", "")),
        symbol=values.get("symbol"),
        source=values.get("source"),
        place=values.get("place"),
        published=parse_date(date) if date else None,
        digest_of=_digest_of(about),
        evidence=dict.fromkeys(stated, Evidence()),
    )


def _body_named(author: str) -> str | None:
    """The author without its press desk, where that is a body and no person."""
    name = _DESK.sub("", author)
    return name if is_name(name) and not is_bare_label(author) else None


def _language(stated: str) -> str | None:
    """``es`` of "Spanish", "español", "es" or "es-419"."""
    code = _LANGUAGE.fullmatch(stated)
    return value_named(LANGUAGES, stated) or (code[1].lower() if code else None)


def _digest_of(values: Mapping[str, str]) -> DigestOf | None:
    if not values.get("title"):
        return None
    return DigestOf(
        title=values["title"],
        symbol=values.get("symbol"),
        publisher=values.get("publisher"),
        adopted=parse_date(values.get("adopted", "")),
        source=values.get("source"),
    )


def _rendered(text: str) -> tuple[str, int]:
    """The text as HTML, and how many paragraphs have too many marks to be more than text."""
    if len(_UNCLOSED.findall(text)) > _MOST_UNCLOSED:  # no tags, and each is followed to the end
        text = _UNCLOSED.sub("&lt;", text)
    fences = text.count("```") + text.count("~~~")  # each is looked for behind every other
    extensions = [name for name in _EXTENSIONS if name != "fenced_code" or fences <= _MOST_FENCES]
    text = _BLANK_LINES.sub("\n\n\n", text)  # each blank line is a step for the renderer
    kept = Kept()
    text = kept.taken_out(_relisted(_PARAGRAPH.sub(_as_lines, piped(text))))
    try:
        return kept.put_back(markdown.markdown(text, extensions=extensions)), len(kept.texts)
    except RecursionError as error:
        raise ParseFailed("Its lists or quotations are nested too deeply to be read.") from error


def _as_lines(paragraph: re.Match[str]) -> str:
    """A paragraph, its lines kept as lines where it is a letterhead or an address."""
    text = _HEADLINE.sub(r"\g<headline>\n\n", paragraph[0])
    headings = _HEADINGS.match(text)
    above = headings[0] if headings else ""
    lines = text[len(above) :]
    if are_lines(lines.rstrip("\n").split("\n")) and not _MARKED.search(lines):
        return above + lines.replace("\n", "  \n")
    return text


def _relisted(text: str) -> list[str]:
    """The text with its lists as Python-Markdown reads them, and printed numbers out of its hands."""
    writer = _Lists()
    for line in text.expandtabs(4).split("\n"):
        writer.write(line)
    return writer.lines


@dataclass
class _Lists:
    """Writes lines, knowing the lists that are open (where the text of each one's item begins)."""

    lines: list[str] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    last: int = 0  # the number printed last
    fenced: bool = False
    parted: bool = False  # whether lettered items stand apart in the item that is open

    def write(self, line: str) -> None:
        """One line more."""
        indent = len(line) - len(line.lstrip(" "))
        after_blank = not self.lines or not self.lines[-1].strip()
        if _FENCE.match(line):
            self.fenced = not self.fenced
            self._other(line, indent)
        elif self.fenced or not line.strip():
            self.lines.append(line)
        elif _COMMENT.fullmatch(line):  # ends a list, and says nothing
            self._close(indent)
            self.lines.append("")
        elif found := self._item(line, indent, after_blank=after_blank):
            self._listed(found, line)
        elif line.startswith("#") or (_RULE.match(line) and after_blank):
            self._other(line, indent)
            self.lines.append("")  # a heading or rule apart from the next is read in one step, not again
        elif line.lstrip().startswith(("#", ">", "|")) or _RULE.match(line) or after_blank:
            self._other(line, indent)
        else:  # a line of the paragraph above, however it is indented
            self._continued(line)
            if _UNDERLINE.match(line):
                self.lines.append("")

    def _continued(self, line: str) -> None:
        """A line of the paragraph above; an item with the next letter, or a field, is set apart from it."""
        above = self.lines[-1]
        if self._is_lettered(line):
            self.lines += ["", " " * 4 * len(self.open) + line.lstrip(" ")]
            self.parted = True
            return
        if _FIELD.match(line) and _FIELD.match(above):
            self.lines[-1] = f"{above.rstrip()}  "
        self.lines.append(line)

    def _item(self, line: str, indent: int, *, after_blank: bool) -> re.Match[str] | None:
        """The beginning of a list item, unless the line is code, a rule, or goes on with a sentence."""
        found = _LIST_LINE.match(line)
        if found is None or _RULE.match(line) or indent >= (self.open[-1] if self.open else 0) + 4:
            return None
        if self.open or after_blank or _HEADING.match(self.lines[-1]):
            return found
        number = int(found["number"] or 0)
        return found if number in (1, self.last + 1) else None

    def _listed(self, found: re.Match[str], line: str) -> None:
        self._close(len(found["indent"]))
        depth = len(self.open)
        if depth > _DEEPEST:
            raise ParseFailed("Its lists or quotations are nested too deeply to be read.")
        apart = self.parted or (self.lines and not self.lines[-1].startswith(("- ", "    ")))
        if depth == 0 and apart:
            self.lines.append("")
            self.parted = False
        self.open.append(found.end() if found["space"] else found.end() + 1)
        marker, number = f"{found['marker']} ", int(found["number"] or 0)
        if number > _LARGEST_NUMBER:
            marker = f"{found['number']}\\{found['mark']} "
        elif number and depth == 0:
            self.last = number
            marker = f"- {found['number']}\\{found['mark']} "
        self.lines.append(" " * 4 * depth + marker + line[found.end() :])

    def _other(self, line: str, indent: int) -> None:
        was_open = bool(self.open)
        self._close(indent)
        if was_open and not self.open and self.lines[-1].strip():
            self.lines.append("")
        extra = 0 if self._is_lettered(line) else indent - self.open[-1] if self.open else indent
        self.lines.append(" " * (4 * len(self.open) + extra) + line.lstrip(" "))

    def _is_lettered(self, line: str) -> bool:
        """Whether a line is an item with the first or next letter, and not code, however it is indented."""
        found = _LETTERED.match(line)
        if found is None or self.fenced:
            return False
        above = next((each for each in self.lines[:-_BLANKS_ABOVE:-1] if each.strip()), "")
        before = _LETTERED.match(above)
        is_text = before is not None or not above.startswith(" " * 4) or bool(self.open)
        return is_text and _follows(before, found[1] or found[2])

    def _close(self, indent: int) -> None:
        while self.open and indent < self.open[-1]:
            self.open.pop()


def _follows(before: re.Match[str] | None, letter: str) -> bool:
    """Whether a letter goes on from the one before it, or is the first."""
    return letter in ("a", "i") or (
        before is not None and ord(letter[-1]) - ord((before[1] or before[2])[-1]) in (0, 1)
    )


def _numbered(block: Block) -> Block:
    """The item that a numbered line was made, as the paragraph that it is."""
    if block.kind == "item" and block.level == 1 and _PRINTED.match(block.text):
        return replace(block, kind="paragraph", level=0, marker=None)
    return block
