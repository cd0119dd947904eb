"""The stylesheet, the script and the picture of the page, under addresses that change when they do."""

from __future__ import annotations

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
    "icon.svg": "image/svg+xml",
    "add.js": "text/javascript; charset=utf-8",
}
# All of them, read once: an address is looked up here and never becomes a path.
_FILES = {name: (_FOLDER / name).read_bytes() for name in _TYPES}
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
