"""kb export: every record as JSON, or in the format of another program."""

from __future__ import annotations

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, raw


@click.command(
    short_help=_("Print records as JSON, CSV, Markdown, BibTeX or RIS."),
    help=_(
        "Print the records as JSON, one document a line. Contacts are personal data and left out.\n\n"
        "\b\n"
        "  kb export --format csv > documents.csv      a table for a spreadsheet\n"
        "  kb export --format bibtex > sources.bib     for a reference manager; also ris"
    ),
)
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@click.option("--contacts", is_flag=True, help=_("Include contacts."))
@click.option("--indent", is_flag=True, help=_("One JSON array for reading, instead of lines."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "markdown", "bibtex", "ris", "ids"]),
    default="json",
    show_default=True,
    help=_("The format."),
)
@click.pass_obj
def command(chosen: Chosen, addresses: tuple[str, ...], contacts: bool, indent: bool, form: str) -> int:
    if form == "json":
        return _json(chosen, addresses, contacts=contacts, indent=indent)
    if contacts or indent:
        raise click.UsageError(_("--contacts and --indent belong to JSON alone."))
    from kb.reading.listing import documents

    with chosen.open() as library:
        for piece in documents(library, addresses, form, LANGUAGE):
            raw(piece)
    return 0


def _json(chosen: Chosen, addresses: tuple[str, ...], *, contacts: bool, indent: bool) -> int:
    from kb.reading import export

    with chosen.open() as library:
        records = export(library, addresses, contacts=contacts, language=LANGUAGE)
        if indent:
            as_json(list(records))
        else:
            for each in records:
                as_json(each, indent=None)
    return 0
