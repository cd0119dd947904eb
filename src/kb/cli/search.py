"""kb search: ask a question, get the paragraphs that answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kb.answers import SORTS
from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import as_json, bold, clean, dim, line, marked, message, percent, raw, wrapped
from kb.messages import Message, say

if TYPE_CHECKING:
    from kb.answers import Hit, HitPassage, Page
    from kb.library import Library

_MOST_NAMES = 6  # that are told of what was added; all are in --json
_MOST_VALUES = 12  # of a facet
_WIDEST_BAR = 40
_MINUS = "\ue000"  # stands for the hyphen of "-adopción", which is a word and no option


class _Question(click.Command):
    """A command whose words may begin with a hyphen; unknown ``--options`` still fail."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        known = {name for option in options for name in option.opts}
        valued = {name for option in options if not option.is_flag for name in option.opts}
        before = ["", *args]
        words = [
            _MINUS + each[1:] if previous not in valued and _is_word(each, known) else each
            for previous, each in zip(before, args, strict=False)
        ]
        return super().parse_args(ctx, words)


def _is_word(argument: str, known: set[str]) -> bool:
    return len(argument) > 1 and argument[0] == "-" and argument[1] != "-" and argument not in known


@click.command(
    short_help=_("Ask a question."),
    cls=_Question,
    no_args_is_help=True,
    help=_(
        "Search for WORDS in English or Spanish; the other language is searched too.\n\n"
        "\b\n"
        "  kb search best interests              words; those side by side come first\n"
        "  kb search '\"consular protection\"'     a phrase\n"
        "  kb search asylum OR refugee -adoption this or that, but not the other\n"
        "  kb search migr*                       words that begin so\n"
        "  kb search guardian topic:legislation country:mx year:2015..2018\n"
        "  kb search tutela tema:legislación país:México idioma:es\n"
        "  kb search =children                   just this form, nothing added"
    ),
)
@click.argument("words", nargs=-1, metavar="WORDS...")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 100), help=_("Hits on a page.")
)
@click.option("--page", default=1, show_default=True, type=click.IntRange(1, 100), help=_("Which page."))
@click.option(
    "--sort",
    default="relevance",
    show_default=True,
    type=click.Choice(SORTS),
    help=_("The order."),
)
@click.option(
    "--exact", is_flag=True, help=_("Search only what is typed: add no other names and no translations.")
)
@click.option(
    "--without",
    multiple=True,
    metavar="NAME",
    help=_("Add nothing to this concept (its id) or word; may be repeated."),
)
@click.option("--facets", is_flag=True, help=_("Also count the matches by topic, kind, country ..."))
@click.option("--explain", is_flag=True, help=_("Say why each hit is where it is."))
@click.option("--json", "json_", is_flag=True, help=_("Print the answer as JSON."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "markdown", "bibtex", "ris", "ids"]),
    help=_("Print the answer in the format of another program."),
)
@click.pass_obj
def command(
    chosen: Chosen,
    words: tuple[str, ...],
    limit: int,
    page: int,
    sort: str,
    exact: bool,
    without: tuple[str, ...],
    facets: bool,
    explain: bool,
    json_: bool,
    form: str | None,
) -> int:
    from kb.cli.following import followed
    from kb.query.tree import FACETS
    from kb.searching import record, search

    text = " ".join(words).replace(_MINUS, "-")
    with chosen.open() as library:
        counted = FACETS if facets or json_ else ()
        answer = search(
            followed(library),
            text,
            limit=limit,
            page=page,
            sort=sort,
            expand=not exact,
            off=without,
            facets=counted,
            explain=explain,
            language=LANGUAGE,
        )
        if json_:
            as_json(record(library, answer, LANGUAGE))
        elif form:
            from kb.reading.listing import hits  # here, because a search without it is 50 ms sooner

            raw(hits(library, answer, form, LANGUAGE))
        else:
            _print(answer, library)
    return 0 if answer.hits else 1


def _print(answer: Page, library: Library) -> None:
    for notice in answer.notices:
        message(notice)
    if answer.suggestion:
        line(f"{_('Did you mean:')} {bold(answer.suggestion)}")
    line(_heading(answer, library))
    _print_references(answer)
    _print_expansions(answer)
    _print_hits(answer, library)
    _print_facets(answer)
    if answer.page < answer.pages:
        line()
        line(dim(_("More: --page {page}").format(page=answer.page + 1)))


def _print_hits(answer: Page, library: Library) -> None:
    for place, hit in enumerate(answer.hits, start=(answer.page - 1) * answer.limit + 1):
        line()
        if answer.complete and place == answer.complete + 1:
            line(dim(_("From here on, only some of the words:")))
            line()
        _print_hit(place, hit, library)


def _print_references(answer: Page) -> None:
    for each in answer.references:
        if where := each.address or each.uri:
            line(wrapped(f"{each.label}: {where}"))


def _print_expansions(answer: Page) -> None:
    translated = []
    for each in answer.expansions:
        if each.concept:
            also = _listed([text for text, _language in each.also], _MOST_NAMES, " · ")
            line(wrapped(_("Also searched for {label}: {also}").format(label=each.label, also=also)))
        else:
            also = _listed([text for text, _language in each.also], _MOST_NAMES, ", ")
            translated.append(f"{each.typed}: {also}")
    if translated:
        line(wrapped(_("Also translated: {words}").format(words=" · ".join(translated))))


def _listed(names: Sequence[str], most: int, between: str) -> str:
    """The first names, and how many more there are."""
    more = len(names) - most
    shown = names if more <= 1 else names[:most]
    rest = [] if more <= 1 else [_("{count} more").format(count=more)]
    return between.join((*shown, *rest))


def _heading(answer: Page, library: Library) -> str:
    from kb.query.wording import shortened

    if answer.complete:
        told = _("Documents found: {count}; with all the words: {complete}")
        return bold(told.format(count=answer.total, complete=answer.complete))
    if answer.total:
        return bold(_("Documents found: {count}").format(count=answer.total))
    if not library.store.count("documents"):
        return _("There is nothing in here yet. Begin with: kb ingest PATH")
    return _("Nothing found for {query}. Fewer or other words may help; topics: kb topics").format(
        query=shortened(clean(answer.query)) or "''"
    )


def _print_hit(place: int, hit: Hit, library: Library) -> None:
    number = f"{place}. ".ljust(3)
    title = marked(hit.title or hit.id, hit.title_marks, indent=" " * len(number), strong=True)
    line(f"{number}{title.lstrip()}")
    line(wrapped(_facts(hit), indent="   "))
    if hit.lacking:
        line(wrapped(_("Not in it: {words}").format(words=", ".join(hit.lacking)), indent="   "))
    topics = ", ".join(library.thesaurus.label(topic, LANGUAGE) for topic in hit.topics[:5])
    if topics:
        line(wrapped(_("topics: {topics}").format(topics=topics), indent="   "))
    for warning in hit.warnings:
        message(Message("{id}: {warning}", {"id": hit.id, "warning": warning}))
    for passage in hit.passages:
        _print_passage(passage)
    _print_reasons(hit)


def _print_reasons(hit: Hit) -> None:
    if hit.reasons:
        line(f"   {_('Why it is here:')}")
    for reason in hit.reasons:
        line(f"   {percent(reason.share)}  {clean(say(reason.text, LANGUAGE))}")


def _facts(hit: Hit) -> str:
    from kb.thesaurus import names

    date = (hit.published.iso or hit.published.as_printed) if hit.published else None
    about = f"{_('digest of')} {hit.digest_of.symbol or hit.digest_of.title}" if hit.digest_of else None
    kind = None if about else names.name(names.KINDS, hit.kind, LANGUAGE)
    facts = (about, kind, hit.publisher, date, names.name(names.LANGUAGES, hit.language, LANGUAGE))
    return " · ".join(fact for fact in facts if fact)


def _print_passage(passage: HitPassage) -> None:
    start, end = passage.excerpt
    before, after = ("… " if start else ""), (" …" if end < len(passage.text) else "")
    shift = len(before) - start
    text = before + passage.text[start:end] + after
    inside = [
        (first + shift, last + shift) for first, last in passage.marks if start <= first and last <= end
    ]
    page = _("p. {page}").format(page=passage.pages) if passage.pages else ""
    where = " · ".join(filter(None, (passage.number and f"¶ {passage.number}", page, passage.heading)))
    address = click.style(clean(passage.address), fg="cyan")
    line(f"   {address}  {dim(where)}" if where else f"   {address}")
    line(marked(text, inside, indent="     "))


def _print_facets(answer: Page) -> None:
    from kb.thesaurus import names

    for name, values in answer.facets.items():
        if name == "year" and answer.years:
            _print_years(answer)
        elif values:
            line()
            line(bold(names.name(names.FACETS, name, LANGUAGE)))
            for each in values[:_MOST_VALUES]:
                line(f"  {each.count:>5}  {clean(each.label)}  {dim(each.value)}")
            if len(values) > _MOST_VALUES:
                line(dim("         " + _("{count} more").format(count=len(values) - _MOST_VALUES)))


def _print_years(answer: Page) -> None:
    """A bar for each year, the longest _WIDEST_BAR wide."""
    from kb.thesaurus import names

    most = max(count for _year, count in answer.years)
    line()
    line(bold(names.name(names.FACETS, "year", LANGUAGE)))
    for year, count in answer.years:
        bar = "█" * round(_WIDEST_BAR * count / most) or ("▏" if count else "")
        line(f"  {count:>5}  {year}  {bar}".rstrip())
