"""Values -> HTML, through templates that escape whatever they are given.

Sentences are English in the templates and said in the reader's language by ``_``. Nothing that a
document holds is ever trusted as markup, nor as an address unless it is one of the web.
"""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from kb.library import Library
from kb.messages import say, translate
from kb.searching import facet_label
from kb.text.addresses import web_address
from kb.thesaurus import names
from kb.web import assets
from kb.web.language import keep, spoken
from kb.web.marking import pieces
from kb.web.question import read

if TYPE_CHECKING:
    from starlette.requests import Request

# Control characters, and those that turn the direction of the text around them: no page has any.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def show(
    request: Request, library: Library, template: str, *, status: int = 200, **values: object
) -> Response:
    """A page in the reader's language; ``values`` are what its template shows."""
    language = spoken(request)
    given = request.query_params.multi_items()
    question = read(given)
    context = {
        "question": question,
        "switched": partial(question.switched, given=given),
        "language": language,
        "adds": request.app.state.adds,
        "_": partial(translate, language=language),
        "say": partial(say, language=language),
        "label": partial(_label, library, language),
        "facet_name": partial(names.name, names.FACETS, language=language),
    }
    page = _templates().get_template(template).render(context | values)
    response = HTMLResponse(_UNSAFE.sub("�", page), status)
    keep(response, request)
    return response


def saved(text: str, name: str, media_type: str) -> Response:
    """A text that a browser saves as a file of this name (RFC 6266)."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(text, media_type=media_type, headers=headers)


def compile_templates() -> None:
    """Make all templates ready, a quarter of a second that no page need wait for."""
    for name in _templates().list_templates():
        _templates().get_template(name)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "asset": assets.address,
        "pieces": pieces,
        "web_address": web_address,
    }
    return environment


def _label(library: Library, language: str, facet: str, value: str) -> str:
    return facet_label(facet, value, library.thesaurus, language)
