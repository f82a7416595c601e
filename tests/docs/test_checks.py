"""The reference of a pack's source names every kind of finding, and none that is not there."""

from __future__ import annotations

import ast
import re

from tests.house.repository import HOUSE, find_nodes, list_files

PAGE = HOUSE / "docs" / "reference" / "pack-source.md"
TELLING = ("at", "warn", "warn_of_pack", "_tell")
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
    calls = [node for path in files for node in find_nodes(path, ast.Call)]
    keywords = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "kind"]
    # The checks' own ways of telling take the kind last.
    last = [call.args[-1] for call in calls if call.args and getattr(call.func, "attr", "") in TELLING]
    named = {
        node.value
        for node in keywords + last
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert {kind for kind in named if "_" in kind} - set(read_kinds()) == set()
