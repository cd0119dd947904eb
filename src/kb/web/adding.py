"""Adding documents through the page: files in a form -> the report of ``kb ingest``.

The form is read to its end first, counted while it comes. Its files are then taken in by ``kb ingest`` in a
process of its own, one form after another, so that searching goes on meanwhile and nothing is done here
otherwise than there. Stopped in between, the process ends as after Ctrl-C: what it has kept is kept.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from kb import maintaining
from kb.errors import KbError, SourceError
from kb.library import Library
from kb.messages import Message, say
from kb.receiving import FOLDER, LARGEST, receive, safe_name
from kb.web.language import spoken
from kb.web.rendering import show

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

ADDRESS = "/add"
MOST_FILES = 50  # in one form
LARGEST_FORM = 200 * 1024 * 1024  # bytes
_LONGEST_FIELD = 1024  # bytes of what is no file
_READ_ONLY = Message("kb serve was started with --read-only: nothing is added through this page.")
_UNWRITABLE = Message("{folder} can only be read; copy it to change it.")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file, as the page shows it."""

    name: str
    outcome: str  # new, updated, unchanged, set_aside
    id: str | None = None
    title: str | None = None
    taken: str = ""  # the name that it came under, where that was another document's
    reason: str | None = None
    warnings: tuple[str, ...] = ()


class Adding:
    """The page that takes documents in, of one library."""

    def __init__(self, library: Library, *, read_only: bool) -> None:
        self._library = library
        self._token = secrets.token_urlsafe(32)  # in our form, and nowhere else
        self._turn = asyncio.Lock()
        self._refusal = self._why_not(read_only=read_only)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where a form may be sent."""
        return () if self._refusal else (ADDRESS,)

    def page(self, request: Request) -> Response:
        """The form, or why there is none."""
        return self._shown(request, None)

    async def take(self, request: Request) -> Response:
        """Take in the files of a form, and say what became of each."""
        try:
            form = await _form(request)
        except _TooMuch:
            return self._failed(request, _too_much(), 413)
        except (MultiPartException, ClientDisconnect):
            return self._failed(request, Message("This form cannot be read; open the page anew."), 400)
        try:
            if not secrets.compare_digest(str(form.get("token", "")).encode(), self._token.encode()):
                return self._failed(request, Message("This form is an old one; open the page anew."), 403)
            added = await self._added(form, spoken(request))
        finally:
            await form.close()
        return await run_in_threadpool(self._shown, request, added)

    async def _added(self, form: FormData, language: str) -> list[Added]:
        files = [each for each in form.getlist("file") if isinstance(each, UploadFile) and each.filename]
        taken = str(form.get("taken", ""))
        async with self._turn:
            kept = partial(self._received, files, replacing=taken == "edition", language=language)
            added, chosen = await run_in_threadpool(kept)
            copies = taken != "apart"
            entries = (
                await _ingested(self._library.folder, list(chosen), language, copies=copies) if chosen else []
            )
        names = {path.name: name for path, name in chosen.items()}
        return [*(_entry(each, names) for each in entries), *added]

    def _received(
        self, files: Sequence[UploadFile], *, replacing: bool, language: str
    ) -> tuple[list[Added], dict[Path, str]]:
        """What is known at once, and the files that are to be read with the names that they came under."""
        added: list[Added] = []
        chosen: dict[Path, str] = {}
        for file in files:
            name = file.filename or ""
            try:
                with self._library.lock:
                    received = receive(self._library, name, file.file, beside=chosen, replacing=replacing)
            except SourceError as error:
                added.append(Added(safe_name(name), "set_aside", reason=say(error, language)))
                continue
            if received.path and received.path not in chosen:  # else it was sent twice
                chosen[received.path] = safe_name(name)
            else:
                added.append(Added(safe_name(name), "unchanged", received.held))
        return added, chosen

    def _shown(self, request: Request, added: Sequence[Added] | None) -> Response:
        with self._library.lock:
            aside = maintaining.quarantine(self._library)
        response = show(
            request,
            self._library,
            "add.html",
            added=added,
            aside=aside,
            refusal=self._refusal,
            token=self._token,
            folder=FOLDER,
            most=MOST_FILES,
            largest=LARGEST_FORM,
            largest_file=LARGEST,
        )
        # With no-referrer, browsers say "Origin: null" of our own form.
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def _failed(self, request: Request, said: Message, status: int) -> Response:
        error = KbError(said.template, **said.values)
        return show(request, self._library, "problem.html", status=status, error=error)

    def _why_not(self, *, read_only: bool) -> Message | None:
        if read_only:
            return _READ_ONLY
        if not self._library.writable:
            return Message(_UNWRITABLE.template, {"folder": self._library.folder})
        return None


class _TooMuch(MultiPartException):
    """More bytes than a form may have."""


def _too_much() -> Message:
    return Message(
        "Choose fewer files: up to {files} and {size} MB at a time.",
        {"files": MOST_FILES, "size": LARGEST_FORM // 1024**2},
    )


async def _form(request: Request) -> FormData:
    """The form, its files in unnamed temporary files of this process.

    Raises:
        _TooMuch: it is larger, or has more files, than one may have.
        MultiPartException: it is none.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data;"):
        raise MultiPartException("no form")
    if int(request.headers.get("content-length", "0")) > LARGEST_FORM:
        raise _TooMuch("announced")
    parser = MultiPartParser(
        request.headers,
        _counted(request.stream()),
        max_files=MOST_FILES,
        max_fields=MOST_FILES,
        max_part_size=_LONGEST_FIELD,
    )
    try:
        return await parser.parse()
    except MultiPartException as error:
        if error.message.startswith("Too many files"):
            raise _TooMuch(error.message) from error
        raise


async def _counted(stream: AsyncIterator[bytes]) -> AsyncGenerator[bytes]:
    size = 0
    async for piece in stream:
        size += len(piece)
        if size > LARGEST_FORM:
            raise _TooMuch("counted")
        yield piece


async def _ingested(
    folder: Path, paths: Sequence[Path], language: str, *, copies: bool
) -> list[dict[str, Any]]:
    """The entries of ``kb ingest --json`` over these files.

    Raises:
        KbError: the sentence that the command said.
    """
    options = ("--json", "--copies") if copies else ("--json",)
    command = ("-m", "kb", "--library", str(folder), "ingest", *options, "--", *map(str, paths))
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "KB_LANGUAGE": language, "NO_COLOR": "1"},
        start_new_session=True,  # Ctrl-C at the terminal comes to it through us, once
    )  # fmt: skip
    try:
        said, complained = await process.communicate()
    except asyncio.CancelledError:
        process.send_signal(signal.SIGINT)
        await process.wait()
        raise
    try:
        entries: list[dict[str, Any]] = json.loads(said)["entries"]
    except ValueError as error:
        lines = complained.decode("utf-8", errors="replace").strip().splitlines()
        raise KbError(
            "The files were not taken in: {reason}", reason=lines[-1].removeprefix("kb: ") if lines else "?"
        ) from error
    return entries


def _entry(entry: dict[str, Any], names: Mapping[str, str]) -> Added:
    name = entry["location"].removeprefix(f"{FOLDER}/")
    asked = names.get(name, name)
    return Added(
        name=name,
        taken=asked if asked != name and entry["outcome"] == "new" else "",
        outcome=entry["outcome"],
        id=entry["id"],
        title=entry["title"],
        reason=entry["reason"],
        warnings=tuple(entry["warnings"]),
    )
