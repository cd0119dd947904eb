"""Measure how many of a text's content words the lexicon translates.

    python -m bench.lexicon es FOLDER      the HTML and text files in a folder, all in one language

A content word is a word in lower case of three letters or more that is no stop word and no other word
of grammar (pronouns, prepositions, conjunctions, auxiliary verbs). Names stay out, and so do numbers and
words with digits, slashes or underscores in or beside them (commands, addresses).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from kb.parsers import html
from kb.text.decoding import decode
from kb.text.folding import fold, normalise
from kb.text.words import is_stop_word
from kb.thesaurus.lexicon import load

_WORD = re.compile(r"(?<![\w./@_'’-])[^\W\d_]{3,}(?![\w/@_'’-]|[.:]\w)")
_OTHER = {"en": "es", "es": "en"}
_GRAMMAR = frozenset(
    """
    above after again against all already also although among another any anyone anything because before
    being below between beyond both can cannot could did doing done during each either else enough ever
    every everything few her here herself him himself his however itself least less many may might more
    most much must myself neither nor not off once one onto other others ought our ours out over own per
    perhaps rather same she since some somebody someone something still though through throughout thus
    together too toward towards under until upon via was were whatever whenever whereas wherever whether
    whichever while within without yet yourself yourselves themselves ourselves
    acaso ademas ahora alguien algo algun alguna algunas alguno algunos alli ambas ambos antes apenas
    aquella aquellas aquello aquellos aqui asi aun aunque bajo cada casi conmigo contra cual cualquier
    cualquiera cuya cuyas cuyo cuyos demas demasiado desde despues dicha dichas dicho dichos durante ello
    embargo entonces era eran eramos eres esta estaba estaban estamos estar estara estaran estas este esten
    estoy estuvo etc excepto fuera fueron fuese hasta haya hayan hayas haber habia habian habra habria
    hubo incluso jamas luego mediante menos mediante mia mias mientras mio mios mis misma mismas mismo
    mismos mucha muchas mucho muchos nada nadie ningun ninguna ninguno nosotros nuestra nuestras nuestro
    nuestros nunca otra otras otro otros poca pocas poco pocos primero pues quiza quizas salvo sea seamos
    sean seas segun ser sera seran seria serian sido siempre siendo sin sino siquiera solo somos son soy
    suya suyas suyo suyos tal tales tampoco tan tanta tantas tanto tantos toda todas todavia todo todos
    tras traves tus tuya tuyo usted ustedes varias varios vez veces vosotros vuestra vuestro
    """.split()
)


def main() -> None:
    """Print the share of words, in the running text and each once, and the commonest that are not held."""
    arguments = argparse.ArgumentParser(prog="python -m bench.lexicon", description=__doc__)
    arguments.add_argument("language", choices=_OTHER)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--missing", type=int, default=0, help="name so many words that are not held")
    chosen = arguments.parse_args()
    words = content_words(text(chosen.folder))
    held = {word for word in words if translated(word, chosen.language)}
    running = sum(words[word] for word in held)
    print(f"running words {running / words.total():.3f} of {words.total():,}")
    print(f"different words {len(held) / len(words):.3f} of {len(words):,}")
    missing = [word for word, _ in words.most_common() if word not in held]
    print(*missing[: chosen.missing])


def text(folder: Path) -> str:
    """The text of the HTML and plain text files in a folder."""
    texts = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md"):
            texts.append(decode(path.read_bytes())[0])
        elif path.suffix == ".html":
            texts += [block.text for block in html.blocks(decode(path.read_bytes())[0])]
    return normalise("\n".join(texts))


def content_words(text: str) -> Counter[str]:
    """How often each content word stands in a text."""
    found = (word for word in _WORD.findall(text) if word.islower())
    return Counter(word for word in found if not (is_stop_word(fold(word)) or fold(word) in _GRAMMAR))


def translated(word: str, language: str) -> bool:
    """Whether the lexicon has a translation."""
    return bool(load().translations(word, language, _OTHER[language]))


if __name__ == "__main__":
    main()
