r"""Citations as entries of BibTeX, readable by BibTeX and by biber.

Values stand in braces, and what TeX would act on is written out: ``{\textbraceleft}`` and not ``\{``,
because BibTeX counts braces whatever stands before them. Accents stay as they are (UTF-8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.exporters import footnote, wording
from kb.exporters.citation import Work

# An entry of a report prints its number, others do not; BibTeX wants these three of it.
_REPORTS = ("general-comment", "guideline", "report", "training-material")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LANGUAGES = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}
_WRITTEN_OUT = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "^": r"{\textasciicircum}", "~": r"{\textasciitilde}",
    **{each: f"\\{each}" for each in "$&%#_"},
}  # fmt: skip
_ACTS = re.compile("[" + re.escape("".join(_WRITTEN_OUT)) + "]")


def written(work: Work, language: str) -> str:
    """One entry, over several lines."""
    fields = [f"  {name} = {value},\n" for name, value in _fields(work, language)]
    return f"@{_type(work)}{{{work.key},\n{''.join(fields)}}}\n"


def escaped(text: str) -> str:
    r"""Text between braces, where TeX prints every letter of it.

    >>> escaped("50 % of {x} & y_z")
    '50 \\% of {\\textbraceleft}x{\\textbraceright} \\& y\\_z'
    """
    return _ACTS.sub(lambda found: _WRITTEN_OUT[found[0]], text)


def _type(work: Work) -> str:
    complete = work.authors and work.date and work.date.year
    return "techreport" if work.kind in _REPORTS and complete else "misc"


def _fields(work: Work, language: str) -> Iterator[tuple[str, str]]:
    report = _type(work) == "techreport"
    authors = " and ".join(f"{{{escaped(each)}}}" for each in work.authors)
    kind = wording.kind(work.kind, language)
    told = [("author", authors), ("title", f"{{{escaped(work.title)}}}"), *_date(work)]
    if report:
        institution = escaped(wording.listed(work.authors, language))
        told += [("institution", institution), ("type", escaped(kind)), ("number", escaped(work.symbol))]
    else:
        told.append(("howpublished", escaped(", ".join(filter(None, (kind, work.symbol, work.place))))))
    told.append(("note", escaped(_note(work, language))))
    told += [("url", work.address), ("urldate", work.read.iso if work.read and work.address else "")]
    told.append(("langid", _LANGUAGES.get(work.language, "")))
    for name, value in told:
        if value:
            yield name, value if name == "month" else f"{{{value}}}"


def _date(work: Work) -> Iterator[tuple[str, str]]:
    if work.date is None or work.date.year is None:
        return
    yield "year", str(work.date.year)
    if work.date.month:
        yield "month", _MONTHS[work.date.month - 1]
        yield "day", str(work.date.day or "")


def _note(work: Work, language: str) -> str:
    about = footnote.about(work, language)
    return "; ".join(filter(None, (footnote.places(work, language), about[:1].upper() + about[1:])))
