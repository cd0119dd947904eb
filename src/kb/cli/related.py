"""kb related: the documents near a document or passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, bold, clean, dim, line, percent
from kb.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.answers import Related


@click.command(
    short_help=_("List the documents near another one."),
    no_args_is_help=True,
    help=_(
        "List the documents that are near a document or passage: by their topics, organisations, countries "
        "and words, in either language.\n\n\b\n  kb related crc-c-gc-22\n  kb related GC 22 para 36"
    ),
)
@click.argument("address", nargs=-1, required=True, metavar="ADDRESS")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 100), help=_("How many to print.")
)
@click.option("--json", "json_", is_flag=True, help=_("Print them as JSON."))
@click.pass_obj
def command(chosen: Chosen, address: tuple[str, ...], limit: int, json_: bool) -> int:
    from kb.reading.related import record, related

    typed = " ".join(address)
    with chosen.open() as library:
        found = related(library, typed, limit=limit, language=LANGUAGE)
    if json_:
        as_json(record(typed, found, LANGUAGE))
    else:
        _print(found)
    return 0 if found else 1


def _print(found: Sequence[Related]) -> None:
    relations = {"translation": _("translation"), "digest": _("digest"), "original": _("original")}
    for each in found:
        relation = f"  [{relations[each.relation]}]" if each.relation else ""
        line(f"{bold(each.title or each.id)}{relation}  {dim(each.id)}")
        for reason in each.reasons:
            line(f"   {percent(reason.share)}  {clean(say(reason.text, LANGUAGE))}")
    if not found:
        line(_("Nothing is near it."), err=True)
