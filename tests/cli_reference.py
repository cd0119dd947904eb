"""Writes docs/cli.md from the help of every command: ``python -m tests.cli_reference > docs/cli.md``."""

import os

import click

os.environ["KB_LANGUAGE"] = "en"  # before kb.cli is imported, which speaks the language of the terminal

from kb.cli import COMMANDS, cli

WIDTH = 80
HEAD = """\
# The command line

<!-- Written by `make cli-docs` from the help of the commands; tests/test_cli.py compares it. -->

Results go to standard output, messages to standard error, in English or Spanish by `KB_LANGUAGE` or
the locale. Colour is used on a terminal only, and never when `NO_COLOR` is set. What is printed as an
address (`crc-c-gc-14#p36`) can be typed back: `kb show crc-c-gc-14#p36`.

## Which knowledge base

`--library DIR`, else the folder that `KB_LIBRARY` names, else the nearest folder upwards that has a
`kb.toml`, else your own in the user's data folder (`$XDG_DATA_HOME/kb`, usually `~/.local/share/kb`).

## Exit codes

| code | meaning |
|---|---|
| 0 | found, or done |
| 1 | nothing found, or no such document |
| 2 | used wrongly: an unknown command, option or value |
| 3 | something failed, or a file was set aside (`kb status` lists it with its reason) |
| 130 | stopped with Ctrl-C; what was acknowledged is kept, and the same command goes on |

"""
TAIL = """\
## JSON, schema 1

`--json` prints one object, in UTF-8. Names are only ever added within a schema; what is unknown is
`null` or an empty list. Spans and marks are half-open pairs of Unicode code points into the text
beside them. Control and directional characters are written as `\\uXXXX`.

### kb search --json

| name | holds |
|---|---|
| `schema` | 1 |
| `query` | the question as it was typed |
| `total` | how many documents match |
| `complete` | how many of them come before those that have some of the words only, or null: all have all |
| `page` | which page this is, from 1 |
| `hits` | the documents of this page, best first (below) |
| `facets` | `topic`, `group`, `kind`, `country`, `language`, `publisher`, `year`: `value`, `label`, `count` |
| `years` | how many matches each year has, `year`, `count`, in order, empty years too |
| `references` | what was cited: `typed`, `instrument`, `label`, `address` or null, `digest`, `uri` |
| `expansions` | what the thesaurus added: `concept`, `label`, `typed`, `also` (`text`, `language`) |
| `notices` | sentences about how the question was read, for people |
| `suggestion` | the question in another spelling that finds something, or null |

A hit has `id`, `title`, `title_marks`, `kind`, `language`, `published` (`year`, `month`, `day`,
`as_printed`), `publisher`, `digest_of` (`title`, `symbol`, or null), `topics` (`id`, `label`),
`locations`, `score`, `cited` (a reference led here), `lacking` (what of
the question it does not hold, where others hold it all), `warnings`, `reasons` and one to three `passages`. A
reason (there are some with `--explain` alone) has `text` and `share`, its part of the score. A passage has
`address` (with the id of its document), `heading`, `number` (as printed), `page` (the sheet of the file,
counted from 1),
`page_label` (what a PDF numbers its pages with, or what is printed at their edges, where that is not the
sheet: *iii*, *12–13*, *[2]* for a page without number; this is what is shown and cited; else null),
`language`, `kind`, `text`, `marks` (what matched) and `excerpt` (the sentences to show first).

### kb show --json, kb export

One record: `schema`, `id`, `kind`, `title`, `language`, `publisher`, `symbol`, `published`, `place`,
`countries` (ISO 3166 alpha-2), `source`, `locations`, `retrieved`, `media_type`, `sha256`, `aliases`,
`topics`, `passage_topics` (what single passages are about) and `groups` (`id`, `label`, `mentions` in all,
`evidence` of at most twelve of them), `organisations` (`name`, `acronym`),
`people` (`name`, `role`, `organisation`), `quotes` (`text`, `speaker`, `role`, `organisation`), `figures`
(`value`, `unit`, `population`, `year`, `qualifier`, `trend`: `up` or `down`, `as_printed`),
`contacts` (`name`, `office`, `phone`, `email`, `as_printed`), `programme`, `funder`, `edition` (`number`,
`supersedes`), `twin` (the id of the same text in another language), `digest_of`, `warnings`, `evidence`
and `passages` (`address` inside the document, `kind`, `number`, `level`, `heading`, `page`, `page_to`,
`page_label`, `language`, `text`, `sha256`). Every value that was found in the text says where: `passage`,
`span`, `page`, `confidence`, and `inferred` where it is not printed as such; the evidence of a topic has the
`words` too. `kb show id#p36 --json` has that
passage alone. `kb export` prints one record a line, without `contacts` unless asked for them.

### kb quarantine list --json, kb quarantine show --json

`schema` and `quarantine`, a list of `location`, `reason`, `media_type` (where the bytes showed it),
`size` (bytes) and `at` (ISO 8601, UTC); `show` prints one of these.

### kb ingest --json

`schema`, `dry_run`, `counts` (`new`, `updated`, `unchanged`, `set_aside`) and `entries`, a list of
`location`, `outcome`, `id`, `title`, `reason`, `warnings`.

### kb status --json

`schema`, `folder`, `documents`, `passages`, `kinds`, `languages`, `last_change`, `index_agrees`,
`writable`, `concepts` (what is wrong with your own concepts, or null) and `set_aside`, a list of `location`,
`reason`.

### kb suggest --json

`schema` and `suggestions`, a list of `kind` (`reference`, `concept`, `title`, `organisation`), `label` (to
show), `language` (of the label, or null), `also` (the concept in the other language, an acronym, the title
of a symbol), `query` (what to search for), `concept` (its id), `address` (of the document) and `count`
(documents).

### kb related --json

`schema`, `address` and `related`, a list of `id`, `title`, `kind`, `language`, `published`, `publisher`,
`relation` (`translation`, `digest`, `original`, or null), `score` and `reasons` (`text`, `share`).

### kb topics --json

`schema`, `language` and `topics`, a list of `id`, `label`, `count`. `kb topics show --json`: `schema`, `id`,
`preferred`, `alternative`, `abbreviation`, `hidden`, `asked`, `scope` and `note` by language, `mapping`
(`exact`, `close`: addresses), `broader`, `narrower`, `related`, `groups` (whom it
concerns), `basis`, `count`.
"""


def reference() -> str:
    """The whole page."""
    root = cli.make_context("kb", [], resilient_parsing=True, terminal_width=WIDTH)
    commands = ((name, cli.get_command(root, name)) for name in COMMANDS)
    helps = [
        f"## kb {name}\n\n{_help(_context(command, name, root))}" for name, command in commands if command
    ]
    return HEAD + "\n".join(["## kb\n", _help(root), *helps, TAIL])


def _context(command: click.Command, name: str, root: click.Context) -> click.Context:
    return command.make_context(name, [], root, resilient_parsing=True, terminal_width=WIDTH)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help().rstrip()}\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
