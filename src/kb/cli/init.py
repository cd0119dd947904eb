"""kb init: make a knowledge base."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import LANGUAGE, _
from kb.cli.printing import clean, line
from kb.messages import translate


@click.command(
    short_help=_("Make a knowledge base."),
    no_args_is_help=True,
    help=_("Make DIR a knowledge base; --starter puts the starter documents in it."),
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--starter", is_flag=True, help=_("Begin with the starter documents, ready to search."))
def command(folder: Path, starter: bool) -> int:
    from kb.settings import copy_starter, make_library

    made = make_library(folder)
    line(_("{folder} is a knowledge base.").format(folder=clean(made)))
    if starter:
        _take_in(made, copy_starter(made))
    else:
        line(_("Now: kb --library {folder} ingest PATH").format(folder=clean(folder)))
    return 0


def _take_in(library_folder: Path, documents: Path) -> None:
    from kb.ingesting import ingest
    from kb.settings import open_named

    with open_named(library_folder) as library:
        counts = ingest(library, [str(documents)]).counts
    line(", ".join(f"{count} {translate(name, LANGUAGE)}" for name, count in counts.items() if count))
    line(_('Now: kb --library {folder} search "best interests"').format(folder=clean(library_folder)))
