"""Each error code in the code is explained in the reference, and none that is not there."""

from __future__ import annotations

import ast
import re
from functools import cache

from tests.house.repository import HOUSE, find_nodes, list_files, name_in_house

PAGE = HOUSE / "docs" / "reference" / "errors.md"
ROOMS = tuple(path.name for path in sorted((HOUSE / "kiosk").iterdir()) if (path / "__init__.py").exists())
CODE = re.compile(rf"(?:{'|'.join(ROOMS)})\.[a-z0-9]+(?:-[a-z0-9]+)*")
ROW = re.compile(r"^\| `(?P<code>[^`]+)` \| (?P<meaning>[^|]+) \| (?P<remedy>[^|]+) \|$", re.MULTILINE)


@cache
def find_codes() -> dict[str, set[str]]:
    """Return each error code in the app with the files that use it."""
    found: dict[str, set[str]] = {}
    for path in list_files(".py", under="kiosk"):
        for node in find_nodes(path, ast.Constant):
            # A file in the hub's room may well be called hub.db, a template packs.html, a style hub.css.
            if (
                isinstance(node.value, str)
                and CODE.fullmatch(node.value)
                and not node.value.endswith((".db", ".html", ".css"))
            ):
                found.setdefault(node.value, set()).add(name_in_house(path))
    return found


def read_rows() -> list[tuple[str, str, str]]:
    return [
        (row["code"], row["meaning"].strip(), row["remedy"].strip()) for row in ROW.finditer(PAGE.read_text())
    ]


def test_every_code_is_explained() -> None:
    explained = {code for code, _, _ in read_rows()}
    assert sorted(set(find_codes()) - explained) == [], f"explain them in {name_in_house(PAGE)}"


def test_every_explained_code_is_in_use() -> None:
    assert sorted({code for code, _, _ in read_rows()} - set(find_codes())) == []


def test_a_code_has_one_row_and_one_meaning() -> None:
    rows = read_rows()
    codes = [code for code, _, _ in rows]
    meanings = [meaning for _, meaning, _ in rows]
    assert codes == sorted(set(codes)), "one row a code, in the order of the alphabet"
    assert sorted(meanings) == sorted(set(meanings)), "two codes for one meaning"
    assert all(remedy.endswith(".") for _, _, remedy in rows)


def test_a_code_is_raised_in_its_room_or_above_it() -> None:
    strangers = {
        code: files
        for code, files in find_codes().items()
        if not any(_may_raise(file.split("/")[1], code.partition(".")[0]) for file in files)
    }
    assert strangers == {}


def _may_raise(room: str, owner: str) -> bool:
    # Speech was a part of narration once, and codes do not change.
    return room in (owner, "app") or (room, owner) in (("authoring", "packs"), ("speech", "narration"))
