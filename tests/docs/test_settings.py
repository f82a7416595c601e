"""Every setting, variable and file of a device is in the reference."""

from __future__ import annotations

import ast
import re
from dataclasses import fields

from kiosk.app.settings import Settings
from tests.house.repository import HOUSE, find_nodes, list_files

PAGE = (HOUSE / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
FOLDER_PAGE = (HOUSE / "docs" / "reference" / "data-folder.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(?P<name>[^`]+)` \| (?P<rest>.+) \|$", re.MULTILINE)
SECTIONS = dict(zip(*[iter(re.split(r"^## (.+)$", PAGE, flags=re.MULTILINE)[1:])] * 2, strict=True))
KEPT = re.compile(r"[a-z-]+\.(db|lock|log|reserve)|settings\.toml|device-id")


def read_rows(section: str) -> dict[str, str]:
    return {row["name"]: row["rest"] for row in ROW.finditer(SECTIONS[section])}


def test_every_setting_is_listed_with_its_default() -> None:
    wanted = {field.name: f"`{_as_toml(field.default)}`" for field in fields(Settings)}
    listed = {name: rest.split(" | ")[0] for name, rest in read_rows("Settings").items()}
    assert listed == wanted


def _as_toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_every_variable_is_listed() -> None:
    read = {
        name
        for name in _list_strings()
        if re.fullmatch(r"(KIOSK|XDG)_[A-Z_]+|CUPS_SERVER|QT_QPA_PLATFORM|FONTCONFIG_FILE", name)
    }
    assert read == set(read_rows("Environment"))


def test_every_file_is_listed() -> None:
    listed = {row["name"].removeprefix("packs/") for row in ROW.finditer(FOLDER_PAGE)}
    kept = {name for name in _list_strings() if KEPT.fullmatch(name)} - {"requirements.lock", "thumbs.db"}
    assert kept - listed == set()


def _list_strings() -> set[str]:
    return {
        node.value
        for path in list_files(".py", under="kiosk")
        for node in find_nodes(path, ast.Constant)
        if isinstance(node.value, str)
    }
