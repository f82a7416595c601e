"""What may be in the repository's files, and what may not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.house.repository import find_nodes, list_files, list_tracked_files, name_in_house, read_lines

MAX_LINES = 400
# Put together from pieces, so that this list does not find itself.
PLACES = tuple(
    re.compile("".join(pieces))
    for pieces in (
        (r"(?<![\w.])/", r"work/"),
        (r"(?<![\w.])/", r"root/"),
        (r"(?<![\w.])/", r"home/\w"),
        (r"/tmp/", r"(venv|prep|house)\b"),
        (r"\b(files\.)?pythonhosted", r"\.org"),
        (r"\bpypi", r"\.org"),
        (r"\bregistry\.npmjs", r"\.org"),
        (r"/opt/", r"(pypi|wheels)"),
    )
)
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
SUPPRESSED = re.compile(r"#\s*(?:noqa|type:\s*ignore|ruff:\s*noqa|mypy:\s*ignore|pragma)(?P<rest>.*)")
REASONED = re.compile(r"^(?::\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|\[[\w, -]+\])\s+\S.*\w{3,}")
TEXT = (".py", ".qml", ".sh", ".toml", ".md", ".sql", ".lock", ".spec", ".ts", ".txt", ".js", "")
CODE = (".py", ".qml", ".sh", ".sql", "")


def locate(files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name_in_house(path)}:{number}: {line.strip()[:100]}"
        for path in files
        for number, line in enumerate(read_lines(path), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.pattern)
def test_no_file_names_a_place_of_one_machine_or_a_registry(place: re.Pattern[str]) -> None:
    assert locate(list_files(*TEXT), place) == []


def test_no_file_of_code_is_too_long() -> None:
    lengths = {name_in_house(path): len(read_lines(path)) for path in list_files(*CODE)}
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_nothing_is_left_unfinished() -> None:
    assert locate(list_files(*CODE, ".md"), UNFINISHED) == []


def test_no_file_is_empty() -> None:
    empty = [name_in_house(path) for path in list_tracked_files() if path.stat().st_size == 0]
    assert empty == []


def test_a_silenced_check_says_which_and_why() -> None:
    silent = []
    for path in list_files(".py"):
        for number, line in enumerate(read_lines(path), 1):
            found = SUPPRESSED.search(line)
            if found and not REASONED.match(found["rest"].strip()):
                silent.append(f"{name_in_house(path)}:{number}: {line.strip()}")
    assert silent == []


@pytest.mark.parametrize(
    ("comment", "enough"),
    [
        (": E501  the address is one word", True),
        ("[arg-type]  # the type was checked above", True),
        (": E501", False),
        ("", False),
        ("[arg-type]", False),
    ],
)
def test_what_counts_as_a_reason(comment: str, enough: bool) -> None:
    assert bool(REASONED.match(comment)) == enough


def test_a_skipped_test_says_why() -> None:
    silent = [
        f"{name_in_house(path)}:{call.lineno}"
        for path in list_files(".py", under="tests")
        for call in find_nodes(path, ast.Call)
        if not _says_why(call)
    ]
    bare = [
        f"{name_in_house(path)}:{node.lineno}"
        for path in list_files(".py", under="tests")
        for node in find_nodes(path, ast.FunctionDef)
        for decorator in node.decorator_list
        if ast.unparse(decorator) in ("pytest.mark.skip", "pytest.mark.xfail")
    ]
    assert silent + bare == []


def _says_why(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    if name in ("pytest.skip", "pytest.xfail"):
        return bool(call.args or call.keywords)
    if name in ("pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail", "pytest.importorskip"):
        return any(keyword.arg == "reason" for keyword in call.keywords)
    return True


def test_the_model_is_plain_arithmetic() -> None:
    """The ground floor has the standard library only: no clock, no input, no output."""
    allowed = {
        "__future__", "base64", "bisect", "collections", "dataclasses", "datetime", "enum", "functools", "hashlib",
        "heapq", "hmac", "itertools", "json", "math", "operator", "re", "statistics", "string", "types", "typing",
        "unicodedata", "kiosk",
    }  # fmt: skip
    foreign = [
        f"{name_in_house(path)}: {module}"
        for path in list_files(".py", under="kiosk/model")
        for module in _list_imports(path)
        if module.partition(".")[0] not in allowed
    ]
    clocks = locate(list_files(".py", under="kiosk/model"), re.compile(r"\.(now|today|utcnow)\(|\bopen\("))
    assert foreign + clocks == []


def _list_imports(path: Path) -> list[str]:
    modules = [alias.name for node in find_nodes(path, ast.Import) for alias in node.names]
    return modules + [node.module or "" for node in find_nodes(path, ast.ImportFrom)]
