"""Documents of our own invention that the tests of the pages look at beside the starter documents."""

from __future__ import annotations

from tests.fiction import SAID

_RELEASE = """---
kind: press-release
language: {language}
title: "{title}"
publisher: "{publisher}"
published: {published}
---
# {title}

{body}
"""


def _release(title: str, published: str, *body: str, language: str = "en", publisher: str = "") -> str:
    return _RELEASE.format(
        language=language,
        title=title,
        publisher=publisher or "Invented Agency for Children",
        published=published,
        body="\n\n".join((SAID, *body)),
    )


_SCRIPT = "<script>document.title='broken'</script>"
PAPERS = {
    "shelter.md": _release(
        "Invented shelter opens for unaccompanied children",
        "2016-05-12",
        "SAN MARCOS, 12 May 2016 – A shelter for unaccompanied migrant children opened in an invented town of"
        " Guatemala. In 2015 it would have housed 1,240 children.",
        '"The best interests of the child come first here," said Marta Inventada, director of the shelter.',
        "For more information: Ana Inventada, tel. +502 2222 0000, ana@example.org",
    ),
    "albergue.md": _release(
        "Abre un albergue inventado para la niñez no acompañada",
        "2016-05-13",
        "Un albergue para niñas, niños y adolescentes migrantes no acompañados abrió en un pueblo inventado"
        " de Guatemala.",
        "«El interés superior de la niñez es una consideración primordial», dijo Marta Inventada, directora"
        " del albergue.",
        language="es",
        publisher="Agencia Inventada",
    ),
    "guideline.md": _release(
        "Invented guideline with recommendations that have names",
        "2017-03-02",
        "#### A heading below those that follow",
        "Headings may leave a level out, as these do.",
        "## To consulates",
        "#### To those nearby",
        "Recommendation No. 1. Visit each child within two days of the arrival at the lodge, and write down"
        " what was seen there and what was agreed with the child.",
        "Recommendation No. 2. Write to the lodge before each visit.",
    ).replace(
        "press-release", "guideline\nsource: https://guideline.example/recommendations/that/have/names"
    ),
    "hostile.md": _release(
        f"Hostile {_SCRIPT} title with averyveryverylongwordthatnobodybreaks" + "x" * 90,
        "2019-01-02",
        f"The text says {_SCRIPT} and smuggling.",
        publisher=f"Publisher {_SCRIPT}",
    ),
    **{
        f"consulate{number:02}.md": _release(
            f"Invented consulate {number} reports on guardianship",
            f"{2004 + number % 9}-0{1 + number % 9}-15",
            f"The invented consulate {number} in Mexico named a guardian for {number + 3} children and asked"
            " the authorities for consular protection.",
        )
        for number in range(24)
    },
}
# What became of one of them: its second edition.
REVISED = {"guideline.md": PAPERS["guideline.md"].replace("within two days", "within a day")}
