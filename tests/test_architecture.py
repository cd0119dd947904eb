"""What the linters cannot see: opening sentences, small views, tables of modules, lock files."""

import ast
import importlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "src/kb").rglob("*.py"))
VIEWS = [name for name in MODULES if re.match(r"src/kb/(cli|web)(/|\.py$)", name)]
TABLES = {"kb.parsers": "PARSERS", "kb.engines": "ENGINES"}
RUN_LOCK = ROOT / "requirements" / "run.lock"
DEV_LOCK = ROOT / "requirements" / "dev.lock"

MOST_STATEMENTS_IN_A_VIEW = 14
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "misc", "util", "utils"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_the_repository_is_laid_out_as_documented() -> None:
    expected = ["pyproject.toml", "corpus", "src/kb", "tests", "docs", "bench"]

    missing = [name for name in expected if not (ROOT / name).exists()]

    assert not missing


@pytest.mark.parametrize("module", MODULES)
def test_a_module_opens_with_one_sentence(module: str) -> None:
    docstring = ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8")))

    assert docstring, "a module says first what it is for"
    opening = " ".join(docstring.split("\n\n")[0].split())
    assert opening.endswith((".", "!", "?")), f"not a sentence: {opening}"
    # A sentence ends after a word of three letters or more: "e.g. X" and "Sr. X" go on.
    sentences = re.split(r"(?<=\w{3}[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])", opening)
    assert len(sentences) == 1, "one sentence, an empty line, then the idea"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_after_what_it_knows(module: str) -> None:
    assert not NAMES_THAT_SAY_NOTHING & set(Path(module).with_suffix("").parts)


@pytest.mark.parametrize("module", VIEWS)
def test_a_view_only_reads_arguments_calls_a_story_and_shows_the_answer(module: str) -> None:
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))

    long = {
        f"{function.name}, line {function.lineno}": count
        for function in functions(tree)
        if (count := count_statements(function)) > MOST_STATEMENTS_IN_A_VIEW
    }

    assert not long


def test_docstrings_and_nested_functions_do_not_make_a_function_longer() -> None:
    tree = ast.parse(
        """
def outer():
    '''Not counted.'''
    try:
        if b:
            c()
    except ValueError:
        d()
    def inner():
        '''Not counted.'''
        e()
        f()
"""
    )

    counts = {each.name: count_statements(each) for each in functions(tree)}

    assert counts == {"outer": 5, "inner": 2}


@pytest.mark.parametrize("home", TABLES)
def test_every_module_named_in_a_table_imports(home: str) -> None:
    table: dict[str, str] = getattr(importlib.import_module(home), TABLES[home])

    for module in table.values():
        importlib.import_module(module)

    assert table


def test_every_runtime_dependency_is_a_decision_written_down() -> None:
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").lower()

    forgotten = [
        name
        for name in runtime_dependencies()
        if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", decisions)
    ]

    assert not forgotten


def test_the_run_lock_holds_every_runtime_dependency() -> None:
    locked = {pin.name for pin in pins(RUN_LOCK)}

    assert set(runtime_dependencies()) <= locked


def test_both_locks_agree() -> None:
    assert set(pins(RUN_LOCK)) <= set(pins(DEV_LOCK))


@pytest.mark.parametrize("lock", [RUN_LOCK, DEV_LOCK], ids=lambda path: path.name)
def test_a_lock_names_no_host(lock: Path) -> None:
    host = re.compile(r"://|--(extra-)?index.url|--find-links|--trusted-host")

    named = [line for line in lock.read_text(encoding="utf-8").splitlines() if host.search(line)]

    assert not named


@pytest.mark.parametrize("lock", [RUN_LOCK, DEV_LOCK], ids=lambda path: path.name)
def test_every_requirement_in_a_lock_has_a_hash(lock: Path) -> None:
    hashed = re.compile(r"[\w.-]+==[^\s;]+( ; .+?)?( --hash=sha256:[0-9a-f]{64})+")

    bare = [line for line in requirements(lock) if not hashed.fullmatch(line)]

    assert not bare


# -- Reading code -----------------------------------------------------------------------------


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function of a module, methods and nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def count_statements(function: Function) -> int:
    """How much a function does: statements at any depth; a nested function is one."""
    return sum(1 for _ in statements(function))


def statements(block: ast.AST) -> Iterator[ast.stmt]:
    for node in ast.iter_child_nodes(block):
        if isinstance(node, ast.stmt) and not is_docstring(node):
            yield node
        if not isinstance(node, Function):
            yield from statements(node)


def is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


# -- Reading requirements ---------------------------------------------------------------------


class Pin(NamedTuple):
    """One requirement of a lock file: `colorama`, `0.4.6`, `sys_platform == 'win32'`."""

    name: str
    version: str
    marker: str


def runtime_dependencies() -> list[str]:
    """Names of what `pip install kb` brings, in lower case."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^\w.-]", entry)[0].lower() for entry in project["dependencies"]]


def requirements(lock: Path) -> list[str]:
    """The requirements of a lock file with their hashes, one a line, without comments."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [line for line in re.sub(r"\s*\\\n\s*", " ", text).splitlines() if line]


def pins(lock: Path) -> Iterator[Pin]:
    """What a lock file installs, without hashes."""
    for line in requirements(lock):
        name, _, rest = line.partition(" --hash")[0].partition("==")
        version, _, marker = rest.partition(" ; ")
        yield Pin(name, version, marker)
