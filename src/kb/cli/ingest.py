"""kb ingest: take in files and folders."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.following import following
from kb.cli.printing import as_json, clean, dim, line, message
from kb.messages import Message, say, translate

if TYPE_CHECKING:
    from kb.ingesting import Entry, Progress, Report

_SHOWN = 20  # single lines for new files; all that were set aside are always shown


@click.command(
    short_help=_("Take in files and folders."),
    no_args_is_help=True,
    help=_(
        "Take in press releases and guidelines: files, folders, patterns, or - for standard input.\n\n"
        "HTML, PDF, Word, OpenDocument, RTF, EPUB, e-mail, Markdown, plain text, and zip archives of "
        "these. A second run changes nothing; a changed file becomes a new edition of the same "
        "document.\n\n\b\n  kb ingest releases/\n  kb ingest --kind guideline manual.html"
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--kind", help=_("What kind of document all of them are: press-release, guideline, law ..."))
@click.option("--language", help=_("The language all of them are in: en, es ..."))
@click.option(
    "--copies",
    is_flag=True,
    help=_("Take release (2).pdf for a new edition of release.pdf where both say mostly the same."),
)
@click.option("--dry-run", is_flag=True, help=_("Say what would be done, and do nothing."))
@click.option("--json", "json_", is_flag=True, help=_("Print the report as JSON."))
@click.pass_obj
def command(
    chosen: Chosen,
    paths: tuple[str, ...],
    kind: str | None,
    language: str | None,
    copies: bool,
    dry_run: bool,
    json_: bool,
) -> int:
    from kb.ingesting import ingest

    with chosen.open() as library, bar() as progress, following() as step:
        report = ingest(
            library,
            paths,
            kind=kind,
            language=language,
            copies=copies,
            dry_run=dry_run,
            progress=progress,
            following=step,
            waiting=waiting,
        )
    as_json(report_json(report)) if json_ else print_report(report, chosen.library)
    return 3 if report.counts["set aside"] else 0


def waiting(holder: str) -> None:
    """Say for whom this command waits."""
    message(Message("Waiting for another command that is writing ({name}).", {"name": holder}))


def bar() -> AbstractContextManager[Progress | None]:
    """A progress bar where there is a terminal."""
    return _Bar() if sys.stderr.isatty() else nullcontext()


class _Bar:
    """A progress bar on the terminal, made when the number of files is known."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> Progress:
        return self._step

    def __exit__(self, *details: object) -> None:
        if self._bar:
            self._bar.render_finish()

    def _step(self, done: int, total: int, location: str) -> None:
        if self._bar is None:
            self._bar = click.progressbar(length=total, file=sys.stderr, item_show_func=_short)
        self._bar.update(done - self._bar.pos, location)
        self._bar.render_progress()  # update says nothing of a file that has only begun


def _short(location: str | None) -> str:
    return clean(location or "")[-40:]


def print_report(report: Report, library: str | None) -> None:
    """What became of every file, for people."""
    made = [entry for entry in report.entries if entry.outcome in ("new", "updated")]
    for entry in made[:_SHOWN]:
        line(f"{_outcome(entry)}  {clean(entry.id)}  {dim(entry.title)}")
        for warning in entry.warnings:
            message(warning)
    if len(made) > _SHOWN:
        line(dim(_("... and {count} more").format(count=len(made) - _SHOWN)))
    for entry in report.entries:
        if entry.outcome == "set aside":
            reason = say(entry.reason, LANGUAGE) if entry.reason else ""
            line(f"{_outcome(entry)}  {clean(entry.location)}: {clean(reason)}", err=True)
    line(_summary(report, library))


def _summary(report: Report, library: str | None) -> str:
    counts = ", ".join(
        f"{count} {translate(outcome, LANGUAGE)}"
        for outcome, count in report.counts.items()
        if count or outcome == "new"
    )
    before = _("Nothing was changed; it would be: ") if report.dry_run else ""
    command = f"kb --library {library} search" if library else "kb search"
    ask = _('Now ask: {command} "best interests"').format(command=clean(command))
    next_step = ask if report.counts["new"] and not report.dry_run else ""
    return "\n".join(filter(None, (f"{before}{counts}.", dim(next_step) if next_step else "")))


def _outcome(entry: Entry) -> str:
    colours = {"new": "green", "updated": "cyan", "set aside": "red"}
    return click.style(translate(entry.outcome, LANGUAGE), fg=colours.get(entry.outcome))


def report_json(report: Report) -> dict[str, Any]:
    """The same, for programs."""
    return {
        "schema": 1,
        "dry_run": report.dry_run,
        "counts": {outcome.replace(" ", "_"): count for outcome, count in report.counts.items()},
        "entries": [
            {
                "location": entry.location,
                "outcome": entry.outcome.replace(" ", "_"),
                "id": entry.id,
                "title": entry.title or None,
                "reason": say(entry.reason, LANGUAGE) if entry.reason else None,
                "warnings": [say(warning, LANGUAGE) for warning in entry.warnings],
            }
            for entry in report.entries
        ],
    }
