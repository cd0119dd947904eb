"""kb topics: the concepts of the thesaurus, how many documents are about each, and how to change them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.following import followed
from kb.cli.ingest import waiting
from kb.cli.printing import as_json, clean, dim, line, raw, table
from kb.messages import say

if TYPE_CHECKING:
    from kb.curating import Described, Imported
    from kb.library import Library
    from kb.reading.matrix import Matrix
    from kb.thesaurus import Concept, Thesaurus

_FORMATS = click.Choice(["turtle", "csv"])
_LANGUAGE = click.option(
    "--language",
    type=click.Choice(["en", "es"]),
    default=LANGUAGE,
    help=_("Language of the labels."),
)


@click.group(
    invoke_without_command=True,
    short_help=_("List the topics."),
    help=_(
        "List the topics with the number of documents about each, and see to the thesaurus.\n\n\b\n"
        "  kb topics show NNA             a concept by its id or any label\n"
        "  kb topics tree                 the concepts from the widest down\n"
        "  kb topics matrix --csv         how many documents each topic has in each country\n"
        "  kb topics export -o mine.csv   take them out, to work on them\n"
        "  kb topics import mine.csv      bring them in again"
    ),
)
@click.option("--all", "all_", is_flag=True, help=_("Also those without documents."))
@_LANGUAGE
@click.option("--json", "json_", is_flag=True, help=_("Print them as JSON."))
@click.pass_context
def command(ctx: click.Context, all_: bool, language: str, json_: bool) -> int:
    if ctx.invoked_subcommand:
        return 0
    from kb.reading import topics, topics_record

    with ctx.obj.open() as library:
        found = [each for each in topics(_ready(library), language) if each.count or all_]
    if json_:
        as_json(topics_record(found, language))
    else:
        for each in found:
            _print_count(each.count, each.label, each.id)
        if not found:
            line(_("There is nothing in here yet. Begin with: kb ingest PATH"), err=True)
    return 0 if found else 1


@command.command("show", no_args_is_help=True, help=_("Show all that is known of a concept."))
@click.argument("name", nargs=-1, required=True, metavar="ID|LABEL")
@click.option("--json", "json_", is_flag=True, help=_("Print it as JSON."))
@click.pass_obj
def show(chosen: Chosen, name: tuple[str, ...], json_: bool) -> int:
    from kb.curating import described, record

    with chosen.open() as library:
        found = described(_ready(library), " ".join(name))
        if json_:
            as_json(record(found))
        else:
            table({key: value for key, value in _facts(found, library.thesaurus).items() if value})
    return 0


@command.command("tree", help=_("Show the concepts from the widest down, or what is below one."))
@click.argument("name", nargs=-1, metavar="[ID|LABEL]")
@_LANGUAGE
@click.pass_obj
def tree(chosen: Chosen, name: tuple[str, ...], language: str) -> int:
    from kb.curating import tree as branches

    with chosen.open() as library:
        for each in branches(_ready(library), " ".join(name) or None):
            label = library.thesaurus.label(each.id, language)
            _print_count(each.count, f"{'  ' * each.depth}{label}", each.id)
    return 0


@command.command(
    "matrix", help=_("Count the documents about each topic in each country; those most frequent, or all.")
)
@_LANGUAGE
@click.option("--all", "all_", is_flag=True, help=_("All topics and countries."))
@click.option("--csv", "csv_", is_flag=True, help=_("As a table for a spreadsheet; always all of it."))
@click.pass_obj
def matrix_(chosen: Chosen, language: str, all_: bool, csv_: bool) -> int:
    from kb.reading.matrix import matrix, table
    from kb.thesaurus import names

    with chosen.open() as library:
        found = matrix(_ready(library), language, whole=all_ or csv_)
    if csv_:
        raw(table(found, names.name(names.FACETS, "topic", language)))
    else:
        _print_matrix(found)
    return 0 if found.topics else 1


@command.command(
    "check",
    help=_(
        "Say what is wrong with the thesaurus, or with the one in FILE: labels in two concepts, missing "
        "translations, circles, names of no concept."
    ),
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def check(chosen: Chosen, file: Path | None) -> int:
    from kb.curating import faults

    with chosen.open() as library:
        found = faults(library, file)
        count = len(library.thesaurus.concepts)
    for each in found:
        line(f"{clean(each.concept)}: {clean(say(each.problem, LANGUAGE))}")
    if not found and file is None:
        line(_("Nothing is wrong with the {count} concepts.").format(count=count))
    elif not found:
        line(_("Nothing is wrong with {file}.").format(file=clean(file)))
    return 3 if found else 0


@command.command(
    "export", help=_("Print the thesaurus, your own concepts included: SKOS in Turtle, or a table in CSV.")
)
@click.option("--format", "form", type=_FORMATS, help=_("The format; else by the name of the file."))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("The file to write."))
@click.pass_obj
def export(chosen: Chosen, form: str | None, output: Path | None) -> int:
    from kb.curating import exported, format_of

    with chosen.open() as library:
        text = exported(library, format_of(output, form) if output else form or "turtle")
    if output:
        output.write_bytes(text.encode("utf-8"))
    else:
        raw(text)
    return 0


@command.command(
    "import",
    no_args_is_help=True,
    help=_(
        "Make the thesaurus what FILE says, by writing the difference from kb's as your own thesaurus.toml. "
        "Documents get their topics anew at the next question."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=_FORMATS, help=_("The format; else by the name of the file."))
@click.option("--exact", is_flag=True, help=_("Leave out the concepts that the file lacks."))
@click.option("--yes", "sure", is_flag=True, help=_("Leave out even most of the concepts."))
@click.pass_obj
def import_(chosen: Chosen, file: Path, form: str | None, exact: bool, sure: bool) -> int:
    from kb.curating import bring_in, format_of

    with chosen.open() as library:
        done = bring_in(library, file, format_of(file, form), exact=exact, sure=sure, waiting=waiting)
    _print_imported(done)
    return 0


def _ready(library: Library) -> Library:
    """The library up to date; where the topics of documents are not, that is said."""
    followed(library)
    for notice in library.topics_behind:
        line(clean(say(notice, LANGUAGE)), err=True)
    return library


def _print_matrix(found: Matrix) -> None:
    """A line for each topic: the countries by their codes, a point where there is nothing."""
    width = max((len(each.label) for each in found.topics), default=0)
    line(dim(" " * width + "".join(f"{country.id:>5}" for country in found.countries)))
    for topic in found.topics:
        counts = (found.count(topic.id, country.id) or "·" for country in found.countries)
        line(clean(topic.label).ljust(width) + "".join(f"{count:>5}" for count in counts))


def _print_count(count: int, label: str, id_: str) -> None:
    line(f"{count:>5}  {clean(label)}  {dim(id_)}")


def _print_imported(done: Imported) -> None:
    counts = _("{added} added, {changed} changed, {omitted} left out").format(
        added=len(done.added), changed=len(done.changed), omitted=len(done.omitted)
    )
    line(f"{counts} → {clean(done.file)}")
    if done.before:
        line(_("What it was before is in {file}.").format(file=clean(done.before)))


def _facts(found: Described, thesaurus: Thesaurus) -> dict[str, object]:
    known = found.concept
    languages = ("es", "en") if LANGUAGE == "es" else ("en", "es")
    facts: dict[str, object] = {
        _("concept"): known.id,
        _("names"): _named(known, "preferred", languages),
        _("other names"): _labels(known, "alternative", languages),
        _("abbreviations"): _labels(known, "abbreviation", languages),
        _("found but not shown"): _labels(known, "hidden", languages),
        _("asked for as"): _labels(known, "asked", languages),
        _("in other words"): _labels(known, "wording", languages),
        _("why"): known.note.get(LANGUAGE),
        _("meaning"): known.scope.get(LANGUAGE),
        _("broader"): _concepts(known.broader, thesaurus),
        _("narrower"): _concepts(found.narrower, thesaurus),
        _("related"): _concepts(known.related, thesaurus),
        _("people concerned"): _concepts(found.groups, thesaurus),
        _("legal basis"): "; ".join(known.basis),
        _("elsewhere"): " ".join(address for each in known.mapping.values() for address in each),
        _("documents"): str(found.count),
    }
    return {name: clean(value) if value else None for name, value in facts.items()}


def _named(known: Concept, key: str, languages: tuple[str, ...]) -> str:
    table_ = getattr(known, key)
    return " / ".join(table_[language] for language in languages if language in table_)


def _labels(known: Concept, kind: str, languages: tuple[str, ...]) -> str:
    return " / ".join("; ".join(labels) for language in languages if (labels := known.labels(kind, language)))


def _concepts(ids: tuple[str, ...], thesaurus: Thesaurus) -> str:
    return "; ".join(f"{thesaurus.label(each, LANGUAGE)} ({each})" for each in ids)
