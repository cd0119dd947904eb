"""schemathesis asks the API all that its description allows and forbids, and holds the answers against it."""

import subprocess
import sys
from pathlib import Path

import pytest

from kb.settings import make_library
from tests.serving import kb, running

ROOT = Path(__file__).parents[1]
EXAMPLES = 12  # of each operation, beside the examples of the description and those of every bound
OPTIONS = (
    "--checks", "all", "--mode", "all", "--max-examples", str(EXAMPLES), "--generation-deterministic",
    "--no-color",
)  # fmt: skip


@pytest.mark.slow
def test_the_api_keeps_what_its_description_promises(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    kb(folder, "ingest", str(ROOT / "corpus" / "crc-gc-14-best-interests.en.md"))
    with running(folder) as server:
        described = f"http://127.0.0.1:{server.port}/api/openapi.json"
        asked = subprocess.run(
            [sys.executable, "-m", "schemathesis.cli", "run", described, *OPTIONS],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=600,
        )  # fmt: skip

    assert asked.returncode == 0, asked.stdout[-6000:]
    assert "6 selected / 6 total" in asked.stdout, "all but the description itself"
    assert "WARNINGS" not in asked.stdout, asked.stdout[-3000:]
