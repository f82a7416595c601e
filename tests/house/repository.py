"""The repository's files as the house tests see them: what git tracks, and the app's modules parsed."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)

HOUSE = Path(__file__).resolve().parents[2]


@cache
def list_tracked_files() -> tuple[Path, ...]:
    """Return every file that git tracks or would take up, and that is still there."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=HOUSE,
        capture_output=True,
        check=True,
    ).stdout
    paths = sorted({HOUSE / name.decode() for name in listing.split(b"\0") if name})
    return tuple(path for path in paths if path.is_file())


def list_files(*suffixes: str, under: str = "") -> list[Path]:
    """Return the tracked files with one of the ``suffixes`` in the folder ``under``."""
    return [
        path
        for path in list_tracked_files()
        if path.suffix in suffixes and path.is_relative_to(HOUSE / under)
    ]


def read_lines(path: Path) -> list[str]:
    """Return a text file's lines; binary files have none."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


@cache
def parse_module(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def find_nodes(path: Path, kind: type[Node]) -> Iterator[Node]:
    """Yield the nodes of one kind in a Python file."""
    return (node for node in ast.walk(parse_module(path)) if isinstance(node, kind))


def name_in_house(path: Path) -> str:
    """Return a file's path as people write it: from the repository's root."""
    return path.relative_to(HOUSE).as_posix()
