"""The reference of a pack's source names every kind of finding, and none that is not there."""

from __future__ import annotations

import ast
import re

from tests.house.repository import HOUSE, find_nodes, list_files

PAGE = HOUSE / "docs" / "reference" / "pack-source.md"
KINDS = re.compile(r"`([a-z]+(?:_[a-z]+)+)`")


def read_kinds() -> dict[str, str]:
    """Return each kind on the page with the severities that stand beside it."""
    rows = re.findall(r"^\| ((?:`[a-z_]+` ?)+) \| ([a-z, ]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return {kind: severities for kinds, severities in rows for kind in KINDS.findall(kinds)}


def test_every_kind_on_the_page_is_in_the_code() -> None:
    files = [
        path
        for path in list_files(".py", under="kiosk")
        if path.name.startswith(("source", "check_")) and path.parent.name in ("packs", "authoring")
    ]
    constants = {node.value for path in files for node in find_nodes(path, ast.Constant)}
    assert set(read_kinds()) - constants == set()
    named = {
        keyword.value.value
        for path in files
        for node in find_nodes(path, ast.keyword)
        for keyword in [node]
        if keyword.arg == "kind" and isinstance(keyword.value, ast.Constant)
    }
    assert named - set(read_kinds()) == set()
