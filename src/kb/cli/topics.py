"""kb topics: the concepts of the thesaurus and how many documents are about each."""

from __future__ import annotations

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, clean, dim, line


@click.command(
    short_help=_("List the topics."), help=_("List the topics with the number of documents about each.")
)
@click.option("--all", "all_", is_flag=True, help=_("Also those without documents."))
@click.option(
    "--language",
    type=click.Choice(["en", "es"]),
    default=LANGUAGE,
    help=_("Language of the labels."),
)
@click.option("--json", "json_", is_flag=True, help=_("Print them as JSON."))
@click.pass_obj
def command(chosen: Chosen, all_: bool, language: str, json_: bool) -> int:
    from kb.reading import topics

    with chosen.open() as library:
        found = [each for each in topics(library, language) if each.count or all_]
    if json_:
        rows = [{"id": each.id, "label": each.label, "count": each.count} for each in found]
        as_json({"schema": 1, "language": language, "topics": rows})
    else:
        for each in found:
            line(f"{each.count:>5}  {clean(each.label)}  {dim(each.id)}")
        if not found:
            line(_("There is nothing in here yet. Begin with: kb ingest PATH"), err=True)
    return 0 if found else 1
