"""kb serve: the search page, on this computer."""

from __future__ import annotations

import click

from kb.cli.context import Chosen, _
from kb.cli.following import followed
from kb.cli.printing import line


@click.command(
    short_help=_("Open the search page."),
    help=_("Open the search page on this computer. It is answered to nobody else."),
)
@click.option("--host", default="127.0.0.1", show_default=True, help=_("The address to answer on."))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help=_("The port."))
@click.option("--read-only", is_flag=True, help=_("Let no documents be added through the page."))
@click.pass_obj
def command(chosen: Chosen, host: str, port: int, read_only: bool) -> int:
    from kb.web.server import serve

    with chosen.open() as library:
        serve(
            followed(library),
            host,
            port,
            read_only=read_only,
            ready=lambda address: line(_("The page is at {address}").format(address=address)),
        )
    return 0
