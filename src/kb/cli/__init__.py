"""The command line: reads arguments, calls one story, shows the answer.

Results go to standard output, messages to standard error. Exit codes: 0 found or done, 1 nothing
found, 2 used wrongly, 3 something failed or was set aside, 130 stopped with Ctrl-C.
A command is imported when it is called, so that ``kb --help`` pays for nothing.
"""

from __future__ import annotations

import gettext
import os
import sys
from importlib import import_module

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import problem
from kb.errors import KbError, Misuse, NotHeld
from kb.messages import LOCALE_FOLDER

COMMANDS = {
    "ingest": "kb.cli.ingest",
    "search": "kb.cli.search",
    "show": "kb.cli.show",
    "cite": "kb.cli.cite",
    "suggest": "kb.cli.suggest",
    "related": "kb.cli.related",
    "topics": "kb.cli.topics",
    "status": "kb.cli.status",
    "quarantine": "kb.cli.quarantine",
    "export": "kb.cli.export",
    "remove": "kb.cli.remove",
    "init": "kb.cli.init",
    "serve": "kb.cli.serve",
}
FAILED, USAGE, NOTHING, STOPPED = 3, 2, 1, 130


class _Commands(click.Group):
    """Commands in the order in which people need them, each imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name]).command
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader of our output has seen enough; click would call it a failure
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = _("Did you mean {command}?").format(command=near[0]) if near else ""
            ctx.fail(_("There is no command {command}.").format(command=repr(args[0])) + f" {hint}".rstrip())
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Find the paragraph, in English or Spanish, in press releases and guidelines.\n\n"
        "\b\n"
        "  kb ingest releases/            take in a folder of documents\n"
        "  kb search best interests       ask; also: kb search interés superior\n"
        "  kb show ADDRESS                read a document or one paragraph\n"
        "  kb serve                       open the search page on this computer"
    ),
)
@click.option(
    "--library",
    metavar="DIR",
    help=_("The knowledge base to use (else KB_LIBRARY, the nearest kb.toml, your own)."),
)
@click.version_option(package_name="kb", message="kb %(version)s", help=_("Show the version and exit."))
@click.pass_context
def cli(ctx: click.Context, library: str | None) -> None:
    ctx.obj = Chosen(library)


def main() -> None:
    """Run the command line and leave with its exit code; no traceback ever reaches the user."""
    os.environ["LANGUAGE"] = LANGUAGE  # click's own words come from the same catalogue
    gettext.bindtextdomain("kb", str(LOCALE_FOLDER))
    gettext.textdomain("kb")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        return int(cli.main(prog_name="kb", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped. What was acknowledged is kept; run the command again to go on."), err=True)
        return STOPPED
    except NotHeld as error:
        return problem(error, NOTHING)
    except Misuse as error:
        return problem(error, USAGE)
    except KbError as error:
        return problem(error, FAILED)
    except OSError as error:  # a full disk, a file system that went away
        return problem(KbError("The system refused: {reason}.", reason=error.strerror or str(error)), FAILED)
