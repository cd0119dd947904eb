"""kb remove: take a document out."""

from __future__ import annotations

import click

from kb.cli.context import Chosen, _
from kb.cli.ingest import waiting
from kb.cli.printing import clean, line


@click.command(
    short_help=_("Take documents out."),
    no_args_is_help=True,
    help=_("Take documents out of the knowledge base. The files they came from stay."),
)
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.pass_obj
def command(chosen: Chosen, addresses: tuple[str, ...]) -> int:
    from kb.maintaining import remove

    with chosen.open() as library:
        for address in addresses:
            line(_("Removed {id}.").format(id=clean(remove(library, address, waiting=waiting))))
    return 0
