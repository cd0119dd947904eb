"""kb suggest: what somebody may be typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, clean, dim, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.answers import Suggestion


@click.command(
    short_help=_("Complete what is being typed."),
    no_args_is_help=True,
    help=_(
        "Print concepts, titles, organisations and symbols that have a word which begins so, in English or "
        "Spanish.\n\n\b\n  kb suggest consul\n  kb suggest interes sup"
    ),
)
@click.argument("beginning", nargs=-1, metavar="BEGINNING...")
@click.option(
    "--limit", default=8, show_default=True, type=click.IntRange(1, 100), help=_("How many to print.")
)
@click.option("--json", "json_", is_flag=True, help=_("Print them as JSON."))
@click.pass_obj
def command(chosen: Chosen, beginning: tuple[str, ...], limit: int, json_: bool) -> int:
    from kb.searching import suggest, suggestions_record

    with chosen.open() as library:
        found = suggest(library, " ".join(beginning), LANGUAGE, limit)
    if json_:
        as_json(suggestions_record(found))
    else:
        _print(found)
    return 0 if found else 1


def _print(found: Sequence[Suggestion]) -> None:
    kinds = {
        "concept": _("concept"),
        "title": _("title"),
        "organisation": _("organisation"),
        "reference": _("reference"),
    }
    for each in found:
        also = f"  {dim(each.also)}" if each.also else ""
        line(f"{dim(kinds[each.kind].ljust(12))}  {clean(each.text)}{also}")
    if not found:
        line(_("Nothing here begins so."), err=True)
