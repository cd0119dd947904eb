"""kb export: every record as JSON."""

from __future__ import annotations

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json


@click.command(
    short_help=_("Print records as JSON."),
    help=_("Print the records as JSON, one document a line. Contacts are personal data and left out."),
)
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@click.option("--contacts", is_flag=True, help=_("Include contacts."))
@click.option("--indent", is_flag=True, help=_("One JSON array for reading, instead of lines."))
@click.pass_obj
def command(chosen: Chosen, addresses: tuple[str, ...], contacts: bool, indent: bool) -> int:
    from kb.reading import export

    with chosen.open() as library:
        records = export(library, addresses, contacts=contacts, language=LANGUAGE)
        if indent:
            as_json(list(records))
        else:
            for each in records:
                as_json(each, indent=None)
    return 0
