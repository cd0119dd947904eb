"""As a user installs: a wheel of this repository, in an environment that has never seen it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel alone; its dependencies come from the test environment."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(REPOSITORY),
    ]
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(folder.glob("kb-*.whl"))
    target = folder / "installed"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "-q",
        "--target",
        str(target),
    ]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    return target


def run(
    installed: Path, here: Path, *arguments: str, language: str = "en"
) -> subprocess.CompletedProcess[str]:
    """``kb`` of the wheel, started in ``here``."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "KB_LANGUAGE": language, "PYTHONUTF8": "1"}
    environment.pop("KB_LIBRARY", None)
    command = [sys.executable, "-m", "kb", *arguments]
    return subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    code = "import kb, pathlib; print(pathlib.Path(kb.__file__).parents[1])"

    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert Path(found.stdout.strip()) == installed


def test_it_carries_everything_it_needs(installed: Path) -> None:
    package = installed / "kb"

    assert (package / "thesaurus" / "thesaurus.toml").is_file()
    words = {file.name for file in (package / "thesaurus" / "lexicon").glob("*.txt")}
    pairs = {"en-es.txt", "es-en.txt"}
    assert words == pairs | {
        f"{name}{each}.txt" for name in ("", "families-", "near-") for each in ("en", "es")
    }
    assert (package / "places" / "countries.toml").is_file()
    assert (package / "locale" / "es" / "LC_MESSAGES" / "kb.mo").is_file()
    assert list((package / "web" / "templates").glob("*.html"))
    assert len(list((package / "starter").glob("*.md"))) >= 6
    assert (package / "py.typed").is_file()


def test_a_new_user_begins_with_the_starter_documents(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "init", "--starter", "mine")
    english = run(installed, tmp_path, "--library", "mine", "search", "--json", "best interests")
    spanish = run(installed, tmp_path, "--library", "mine", "search", "interes", "superior", language="es")

    assert made.returncode == 0, made.stderr
    assert {hit["language"] for hit in json.loads(english.stdout)["hits"]} == {"en", "es"}
    assert spanish.returncode == 0, spanish.stderr
    assert "interés superior" in spanish.stdout
    assert (tmp_path / "mine" / "corpus").is_dir()
