"""Word: the paragraphs of a DOCX file as they print (ECMA-376, transitional and strict).

The standard library reads the zip file and the XML; nothing is run, nothing outside the file is
opened. Kept: insertions, results of fields, text boxes, diagrams, content controls, notes, a header of
the first page alone. Left out: deletions and moved text at its old place, hidden text, the codes of
fields, tables of contents, page numbers, other headers and footers, comments.

`walk` goes through the text part and knows what each element does; `paragraph` is what it is writing,
`notes`, `fields`, `diagrams` and `symbols` say what stands at their marks, `styles` and `lists` what a
paragraph is; `extent` says how much text there is to be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from kb.errors import ParseFailed
from kb.messages import Message
from kb.parsers.blocks import Block
from kb.parsers.packages import Package, main_part, relationships
from kb.parsers.paragraphs import reading
from kb.parsers.reading import Reading
from kb.parsers.word.diagrams import texts
from kb.parsers.word.extent import letters
from kb.parsers.word.lists import Numbering
from kb.parsers.word.notes import notes
from kb.parsers.word.styles import Styles, is_on_value
from kb.parsers.word.walk import Walk
from kb.parsers.xml_trees import child, children
from kb.records import Source
from kb.text.folding import normalise, squeeze

_TO_BE_MADE = Message(
    "Word puts a part of this text in its place only when it opens the file; open and save it there, "
    "and ingest it again."
)
_PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes")


def read(source: Source) -> Reading:
    """The blocks of a Word document, with its title.

    Raises:
        ParseFailed: the file is damaged, protected, or no document of Word.
        SourceTooLarge: it unpacks to more than a document has.
    """
    package = Package(source.content)
    name = main_part(package)
    body = child(package.xml(name), "w:body")
    if body is None:
        raise ParseFailed("There is no text part in this Word file; save the document anew.")
    related = _related(package, name)
    paths = {kind: path for kind, path in reversed(related.values()) if kind in _PARTS}
    parts = {kind: package.xml(path) for kind, path in paths.items()}
    styles = Styles(parts.get("styles"))

    def text_of(note: Element) -> str:
        walk = Walk(note, styles, Numbering(None, styles), {}, {})
        return " ".join(each.text for each in walk.paragraphs())

    diagrams = {path: number for number, (kind, path) in related.items() if kind == "diagramData"}
    shown = {number: texts(package.xml(path)) for path, number in diagrams.items()}
    numbering = Numbering(parts.get("numbering"), styles)
    walk = Walk(body, styles, numbering, notes(parts, body, text_of), shown)
    found = reading(walk.paragraphs(), _stated_title(package))
    if head := _first_header(body, related):
        above = Walk(package.xml(head), styles, Numbering(None, styles), {}, {}).paragraphs()
        lines = (Block(text=squeeze(normalise(each.text))) for each in above)  # none is a title or heading
        found = replace(found, blocks=(*(line for line in lines if line.text), *found.blocks))
    held = [body, *(part for kind in ("footnotes", "endnotes") if (part := parts.get(kind)) is not None)]
    told = (_TO_BE_MADE,) if next(body.iter("w:altChunk"), None) is not None else ()
    return replace(found, letters=letters(held, styles), warnings=told)


def _related(package: Package, name: str) -> dict[str, tuple[str, str]]:
    """The parts that the main part refers to: id -> what they are, and their names; without missing ones."""
    folder, _, file = name.rpartition("/")
    found: dict[str, tuple[str, str]] = {}
    for number, (kind, target) in relationships(package, f"{folder}/_rels/{file}.rels").items():
        path = next((path for path in (f"{folder}/{target}", target) if path in package), None)
        if path:
            found[number] = (kind, path)
    return found


def _first_header(body: Element, related: Mapping[str, tuple[str, str]]) -> str | None:
    """The part with the header of the first page, where that is one of its own: a letterhead prints once."""
    section = next(body.iter("w:sectPr"), None)
    own = child(section, "w:titlePg")
    if own is None or not is_on_value(own.get("w:val", "1")):
        return None
    names = (
        each.get("r:id", "")
        for each in children(section, "w:headerReference")
        if each.get("w:type") == "first"
    )
    return next((related[name][1] for name in names if name in related), None)


def _stated_title(package: Package) -> str | None:
    stated = child(package.optional_xml("docProps/core.xml"), "dc:title")
    return stated.text if stated is not None else None
