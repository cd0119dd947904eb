"""kb quarantine: what could not be taken in, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.ingest import bar, print_report, report_json, waiting
from kb.cli.printing import as_json, clean, line, table
from kb.messages import say

if TYPE_CHECKING:
    from kb.answers import SetAside


@click.group(
    name="quarantine",
    short_help=_("See to files that could not be taken in."),
    help=_(
        "Files that could not be taken in lie in the quarantine with their reason. The files themselves "
        "stay where they are.\n\n\b\n  kb quarantine list\n  kb quarantine retry releases/scan.pdf"
    ),
)
def command() -> None:
    pass


@command.command("list", help=_("List the files that could not be taken in, and why."))
@click.option("--json", "json_", is_flag=True, help=_("Print it as JSON."))
@click.pass_obj
def list_(chosen: Chosen, json_: bool) -> int:
    from kb.maintaining import quarantine

    with chosen.open() as library:
        found = quarantine(library)
    if json_:
        as_json({"schema": 1, "quarantine": [_json(each) for each in found]})
        return 0
    for each in found:
        line(f"{clean(each.location)}: {clean(say(each.reason, LANGUAGE))}")
    if not found:
        line(_("Nothing lies in the quarantine."))
    return 0


@command.command(
    "show", no_args_is_help=True, help=_("Show what is known of one file that could not be taken in.")
)
@click.argument("location")
@click.option("--json", "json_", is_flag=True, help=_("Print it as JSON."))
@click.pass_obj
def show(chosen: Chosen, location: str, json_: bool) -> int:
    from kb.maintaining import quarantined

    with chosen.open() as library:
        found = quarantined(library, location)
    if json_:
        as_json({"schema": 1, **_json(found)})
    else:
        table(
            {
                _("file"): clean(found.location),
                _("reason"): clean(say(found.reason, LANGUAGE)),
                _("read as"): found.media_type or _("not recognised"),
                _("bytes"): found.size,
                _("since"): found.at,
            }
        )
    return 0


@command.command("retry", help=_("Read files of the quarantine once more; without LOCATION all of them."))
@click.argument("locations", nargs=-1, metavar="[LOCATION]...")
@click.option("--json", "json_", is_flag=True, help=_("Print the report as JSON."))
@click.pass_obj
def retry(chosen: Chosen, locations: tuple[str, ...], json_: bool) -> int:
    from kb.ingesting import retry as retry_

    with chosen.open() as library, bar() as progress:
        report = retry_(library, locations, progress=progress, waiting=waiting)
    as_json(report_json(report)) if json_ else print_report(report, chosen.library)
    return 3 if report.counts["set aside"] else 0


@command.command("drop", help=_("Forget files of the quarantine; they stay where they are."))
@click.argument("locations", nargs=-1, metavar="LOCATION...")
@click.option("--all", "all_", is_flag=True, help=_("Forget all of them."))
@click.pass_obj
def drop(chosen: Chosen, locations: tuple[str, ...], all_: bool) -> int:
    from kb.errors import Misuse
    from kb.maintaining import drop as drop_

    if bool(locations) == all_:
        raise Misuse("Name the files to forget, or say --all.")
    with chosen.open() as library:
        for location in drop_(library, locations, waiting=waiting):
            line(_("Forgotten: {location}").format(location=clean(location)))
    return 0


def _json(found: SetAside) -> dict[str, Any]:
    return {
        "location": found.location,
        "reason": say(found.reason, LANGUAGE),
        "media_type": found.media_type or None,
        "size": found.size,
        "at": found.at,
    }
