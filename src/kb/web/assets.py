"""The stylesheet, the script and the picture of the page, under addresses that change when they do."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

_FOLDER = Path(__file__).with_name("static")
_TYPES = {
    "style.css": "text/css; charset=utf-8",
    "script.js": "text/javascript; charset=utf-8",
    "document.css": "text/css; charset=utf-8",
    "document.js": "text/javascript; charset=utf-8",
    "topics.css": "text/css; charset=utf-8",
    "topics.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "add.js": "text/javascript; charset=utf-8",
}


def _lean(name: str, content: str) -> str:
    r"""A style or script without comments, indentation and blank lines; lines of a script stay lines.

    >>> _lean("a.css", "/* Ink. */\n@media print {\n  a, b { color: red; }\n}\n")
    '@media print{a,b{color:red;}}'
    >>> _lean("a.js", "/* Says\n   it. */\nf(\n  // twice\n  1, // x\n);\n")
    'f(\n1, // x\n);'
    """
    if name.endswith(".css"):
        return _AROUND.sub(r"\1", _COMMENT.sub("", content)).replace(": ", ":").strip()
    lines = (line.strip() for line in _COMMENT.sub("", content).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


# Whole lines in JavaScript, where "/*" may stand in a text or a pattern.
_COMMENT = re.compile(r"(?m)^[ \t]*/\*[\s\S]*?\*/[ \t]*$")
_AROUND = re.compile(r"\s*([{};,])\s*")
# All of them, read once: an address is looked up here and never becomes a path.
_FILES = {name: _lean(name, (_FOLDER / name).read_text("utf-8")).encode() for name in _TYPES}
_VERSIONS = {name: sha256(content).hexdigest()[:12] for name, content in _FILES.items()}


def address(name: str) -> str:
    """Where the file of this name is served."""
    return f"/static/{_VERSIONS[name]}/{name}"


def serve(request: Request) -> Response:
    """The file, to be kept for a year; another version than ours does not exist."""
    name = request.path_params["name"]
    if _VERSIONS.get(name) != request.path_params["version"]:
        raise HTTPException(404)
    return Response(
        _FILES[name],
        media_type=_TYPES[name],
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )
