"""Real text to measure on: paragraphs of HTML pages in a folder, cut into pages of about 500 words."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator
from pathlib import Path

from kb.parsers import html as parser
from kb.text.decoding import decode

_PAGE_WORDS = 500


def paragraphs(folder: Path) -> list[str]:
    """Every paragraph of more than eight words in the HTML pages of ``folder``, each once."""
    found: dict[str, None] = {}
    for page in sorted(folder.rglob("*.html")):
        for block in parser.blocks(decode(page.read_bytes())[0]):
            if block.kind in ("paragraph", "item") and len(block.text.split()) > 8:
                found.setdefault(block.text)
    return list(found)


def pages(texts: list[str], count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """``count`` titles and HTML pages of about 500 words, made of neighbouring paragraphs."""
    chance = random.Random(seed)
    for number in range(count):
        start, words, body = chance.randrange(len(texts)), 0, []
        for text in (texts * 2)[start : start + 200]:
            body.append(f"<p>{html.escape(text)}</p>")
            words += len(text.split())
            if words >= _PAGE_WORDS:
                break
        title = html.escape(" ".join(texts[start].split()[:8]))
        yield f"page-{number:05}", f"<!doctype html><title>{title}</title><h1>{title}</h1>{''.join(body)}"


def questions(texts: list[str], seed: int = 2, each: int = 30) -> dict[str, list[str]]:
    """``each`` different questions a class: rare word, common word, phrase, three words."""
    chance = random.Random(seed)
    counts: dict[str, int] = {}
    for text in texts:
        for word in set(re.findall(r"[^\W\d_]{4,}", text.lower())):
            counts[word] = counts.get(word, 0) + 1
    rare = [word for word, count in counts.items() if 2 <= count <= 5]
    common = sorted(counts, key=lambda word: -counts[word])[: each * 4]
    middle = [word for word, count in counts.items() if count > 30]
    rows = [re.findall(r"[^\W\d_]{3,}", text) for text in texts]
    pairs = [f'"{row[place]} {row[place + 1]}"' for row in rows if len(row) > 9 for place in (3, 6)]
    return {
        "rare word": chance.sample(rare, each),
        "common word": chance.sample(common, each),
        "phrase": chance.sample(sorted(set(pairs)), each),
        "three words": [" ".join(chance.sample(middle, 3)) for _ in range(each)],
    }
