"""What tests share: a new knowledge base, and an environment that knows nothing of this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kb.library import Library
from kb.settings import make_library, open_named
from tests.serving import Server, running

# Time is measured by benchmarks; on a busy machine a deadline would fail what is right.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    """A new, empty knowledge base."""
    return make_library(tmp_path / "library")


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    """The same, open."""
    with open_named(library_folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def server(served: Path) -> Iterator[Server]:
    """A running `kb serve` of the knowledge base that a module makes in its fixture ``served``."""
    with running(served) as started:
        yield started


@pytest.fixture
def tesseract() -> str:
    """The program that recognises letters, or a failure that says how to get it."""
    program = shutil.which("tesseract")
    if program is None:
        pytest.fail("Install tesseract: apt-get install -y tesseract-ocr tesseract-ocr-spa tesseract-ocr-eng")
    return program
