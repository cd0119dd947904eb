"""kb status: what is in here, and whether index and store agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, bold, clean, line, listed, table
from kb.messages import say

if TYPE_CHECKING:
    from kb.maintaining import Status


@click.command(
    short_help=_("Tell what is in here."),
    help=_("Tell what is in the knowledge base, and whether its index agrees with it."),
)
@click.option("--json", "json_", is_flag=True, help=_("Print it as JSON."))
@click.pass_obj
def command(chosen: Chosen, json_: bool) -> int:
    from kb.maintaining import status

    with chosen.open_as_it_is() as library:
        found = status(library)
    as_json(_json(found)) if json_ else _print(found)
    return 0


def _print(found: Status) -> None:
    from kb.thesaurus import names

    agrees = _("up to date") if found.indexed else _("behind or damaged; the next search mends it")
    line(bold(str(found.folder)))
    table(
        {
            _("documents"): found.documents,
            _("passages"): found.passages,
            _("kinds"): listed(
                {names.name(names.KINDS, kind, LANGUAGE): n for kind, n in found.kinds.items()}
            ),
            _("languages"): listed(
                {names.name(names.LANGUAGES, each, LANGUAGE): n for each, n in found.languages.items()}
            ),
            _("index"): agrees,
            _("changes"): found.last_change,
            _("can be changed"): _("yes") if found.writable else _("no"),
        }
    )
    if found.concepts:
        table({_("your concepts"): clean(say(found.concepts, LANGUAGE))})
    for location, reason in found.set_aside:
        line(f"{_('set aside')}  {clean(location)}: {clean(say(reason, LANGUAGE))}")


def _json(found: Status) -> dict[str, Any]:
    return {
        "schema": 1,
        "folder": str(found.folder),
        "documents": found.documents,
        "passages": found.passages,
        "kinds": dict(found.kinds),
        "languages": dict(found.languages),
        "last_change": found.last_change,
        "index_agrees": found.indexed,
        "writable": found.writable,
        "concepts": say(found.concepts, LANGUAGE) if found.concepts else None,
        "set_aside": [
            {"location": location, "reason": say(reason, LANGUAGE)} for location, reason in found.set_aside
        ],
    }
