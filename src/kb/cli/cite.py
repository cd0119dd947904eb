"""kb cite: how a document or passage is cited."""

from __future__ import annotations

import click

from kb.cli.context import LANGUAGE, Chosen, _
from kb.cli.printing import raw

_STYLES = click.Choice(["footnote", "apa", "bibtex", "ris"])


@click.command(
    short_help=_("Cite a document or passage."),
    no_args_is_help=True,
    help=_(
        "Print how a document or passage is cited. Only what its record knows is said: a text without a "
        "date is cited without one, and a digest as a digest.\n\n"
        "\b\n"
        "  kb cite crc-c-gc-14#p36\n"
        "  kb cite --style bibtex crc-c-gc-14 >> sources.bib\n"
        "  kb cite GC 14 para 36 --language es\n"
        "  kb cite crc-c-gc-14#p36 crc-c-gc-22   one after another"
    ),
)
@click.argument("address", nargs=-1, required=True, metavar="ADDRESS...")
@click.option("--style", type=_STYLES, default="footnote", show_default=True, help=_("The style."))
@click.option(
    "--language",
    type=click.Choice(["en", "es"]),
    default=LANGUAGE,
    help=_("Language of the citation's own words."),
)
@click.pass_obj
def command(chosen: Chosen, address: tuple[str, ...], style: str, language: str) -> int:
    from kb.reading import addresses
    from kb.reading.citations import cite

    with chosen.open() as library:
        texts = [cite(library, each, style=style, language=language) for each in addresses(library, address)]
    for text in texts:
        raw(text if text.endswith("\n") else f"{text}\n")
    return 0
