"""kb show: a document or one passage, with its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, bold, clean, dim, line, marked, message, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb.answers import Shown
    from kb.library import Library
    from kb.records import Contact, Document, Figure, Passage, Person, Quote


@click.command(
    short_help=_("Read a document or one passage."),
    no_args_is_help=True,
    help=_(
        "Print a document, a section or one passage, with its record.\n\n"
        "\b\n"
        "  kb show crc-c-gc-22\n"
        "  kb show crc-c-gc-22#p36\n"
        "  kb show GC 22 para 36                 as people cite it\n"
        "  kb show CDN art. 3\n"
        "  kb show crc-c-gc-22#p36 crc-c-gc-14   one after another"
    ),
)
@click.argument("address", nargs=-1, required=True, metavar="ADDRESS...")
@click.option("--json", "json_", is_flag=True, help=_("Print the whole record as JSON."))
@click.pass_obj
def command(chosen: Chosen, address: tuple[str, ...], json_: bool) -> int:
    from kb.reading import addresses, record, show

    with chosen.open() as library:
        for place, shown in enumerate(
            [show(library, each, LANGUAGE) for each in addresses(library, address)]
        ):
            for notice in shown.notices:
                message(notice)
            if json_:
                as_json(record(library, shown, LANGUAGE))
                continue
            if place:
                line()
            _print(shown, library)
    return 0


def _print(shown: Shown, library: Library) -> None:
    line(marked(shown.document.title or shown.document.id, (), strong=True))
    facts = _facts(shown.document, library)
    table({name: facts[name] for name in _citation(facts)} if shown.passages else facts)
    for warning in shown.document.warnings:
        message(warning)
    if shown.passages and shown.passages[0].heading:
        line(dim(" › ".join(shown.passages[0].heading)))
    for passage in shown.passages or shown.document.passages:
        line()
        _print_passage(passage)


def _citation(facts: dict[str, object]) -> list[str]:
    """The facts that go with one passage: what it takes to cite it."""
    wanted = (_("address"), _("digest of"), _("publisher"), _("symbol"), _("date"), _("source"))
    return [name for name in facts if name in wanted]


def _facts(document: Document, library: Library) -> dict[str, object]:
    from kb import places
    from kb.thesaurus import names

    date = document.published
    about = document.digest_of
    facts: dict[str, object] = {
        _("address"): document.id,
        _("kind"): names.name(names.KINDS, document.kind, LANGUAGE),
        _("digest of"): about and ", ".join(filter(None, (about.symbol, about.title, about.source))),
        _("language"): names.name(names.LANGUAGES, document.language, LANGUAGE),
        _("publisher"): document.publisher,
        _("symbol"): document.symbol,
        _("date"): date and (date.iso or date.as_printed),
        _("place"): document.place,
        _("countries"): ", ".join(places.label(code, LANGUAGE) for code in document.countries),
        _("topics_"): ", ".join(library.thesaurus.label(each.id, LANGUAGE) for each in document.topics),
        _("topics of passages"): ", ".join(
            library.thesaurus.label(each.id, LANGUAGE) for each in document.passage_topics
        ),
        _("groups of people"): ", ".join(
            library.thesaurus.label(each.id, LANGUAGE) for each in document.groups
        ),
        _("organisations"): ", ".join(each.name for each in document.organisations),
        _("people"): "; ".join(map(_person, document.people)),
        _("quotes"): _listed(map(_quote, document.quotes)),
        _("figures"): _listed(map(_figure, document.figures)),
        _("programme"): document.programme,
        _("funder"): document.funder,
        _("contacts"): _listed(map(_contact, document.contacts)),
        _("source"): document.source,
        _("read from"): ", ".join(document.locations),
        _("edition"): document.edition.number if document.edition.number > 1 else None,
        _("other language"): document.twin,
    }
    return {name.rstrip("_"): value for name, value in facts.items() if value}


def _listed(values: Iterable[str]) -> str:
    """Each value on a line of its own."""
    return "\n".join(f"- {' '.join(value.split())}" for value in values)


def _person(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.role, person.organisation)))


def _quote(quote: Quote) -> str:
    """The words in marks, and who said them as far as that is known."""
    voice = ", ".join(filter(None, (quote.speaker, quote.role, quote.organisation)))
    unnamed = _("not named")
    return f"“{quote.text}” — {voice or unnamed}"


def _figure(figure: Figure) -> str:
    """The figure as printed, with what it counts and its year where those are printed elsewhere."""
    printed = " ".join(figure.as_printed.split())
    counted = figure.unit if figure.unit and figure.unit not in printed else None
    year = str(figure.year) if figure.year and str(figure.year) not in printed else None
    told = ", ".join(filter(None, (counted, year)))
    return f"{printed} ({told})" if told else printed


def _contact(contact: Contact) -> str:
    known = (contact.name, contact.office, contact.phone, contact.email)
    return ", ".join(filter(None, known)) or contact.as_printed


def _print_passage(passage: Passage) -> None:
    number = f"{passage.number}  " if passage.number and passage.kind != "heading" else ""
    page = _("p. {page}").format(page=passage.pages) if passage.pages else ""
    if passage.kind == "heading":
        line(bold(passage.text) + dim(f"  #{passage.address}"))
    else:
        line(dim(f"#{clean(passage.address)} {page}".rstrip()))
        line(marked(number + passage.text, ()))
