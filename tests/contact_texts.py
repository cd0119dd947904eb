"""Releases for a contact block to stand in, and whom the record then says to ask: for tests of contacts."""

from __future__ import annotations

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Contact, Source
from tests.fiction import SAID

ENGLISH = """\
Lantern network opens ten new houses

The network received 300 children last week, and each of them was given a bed, a meal and the name of a lawyer
who speaks the language of the child.

"""
SPANISH = """\
La red Farol abre diez casas nuevas

La red recibió a 300 niños la semana pasada, y a cada uno se le dio una cama, una comida y el nombre de una
abogada que habla el idioma del niño.

"""
Told = tuple[str | None, str | None, str | None]  # name, phone, e-mail address


def contacts(text: str, media_type: str = "text/plain") -> tuple[Contact, ...]:
    """The contacts of a text, which says of itself that it is fiction."""
    content = text if SAID in text else f"{text}\n\n{SAID}\n"
    source = Source(location="a", content=content.encode(), media_type=media_type, sha256="")
    return extract(parse(source)).contacts


def told(text: str, media_type: str = "text/plain") -> list[Told]:
    """Name, number and address of each contact of a text, in their order."""
    return [(each.name, each.phone, each.email) for each in contacts(text, media_type)]


def page(block: str) -> str:
    """A page in English with ``block`` as the last of its article."""
    title, _, prose = ENGLISH.partition("\n\n")
    return f"""<!doctype html><html lang="en"><head><title>{title}</title></head><body>
    <nav><a href="/">Home</a><a href="/news">News</a></nav><main><article>
    <h1>{title}</h1><p>{prose}</p>{block}</article></main>
    <footer><p>{SAID}</p></footer></body></html>"""
