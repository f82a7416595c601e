"""The import contracts of pyproject.toml hold, and each of them fails on a planted fault."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Contract, module that gets the fault, and the line planted in it. Rooms that are not there yet are made.
FAULTS = [
    ("floors", "kiosk/model/planted.py", "import kiosk.packs"),
    ("floors", "kiosk/packs/planted.py", "import kiosk.screens"),
    ("floors", "kiosk/scanning/planted.py", "import kiosk.narration"),
    ("floors", "kiosk/visits/planted.py", "def late():\n    from kiosk import sync"),
    ("floors", "kiosk/screens/planted.py", "import kiosk.hub"),
    ("floors", "kiosk/screens/planted.py", "import kiosk.app.cli"),
    ("floors", "kiosk/cellar/__init__.py", "import kiosk.model"),
    ("hub", "kiosk/hub/planted.py", "import kiosk.visits"),
    ("hub", "kiosk/hub/planted.py", "import kiosk.sync"),
    ("qt", "kiosk/guide/planted.py", "from PySide6.QtCore import QObject"),
    ("qt", "kiosk/narration/planted.py", "def late():\n    import PySide6"),
    ("decoders", "kiosk/screens/planted.py", "import cv2"),
    ("decoders", "kiosk/packs/planted.py", "import zxingcpp"),
    ("databases", "kiosk/guide/planted.py", "import sqlite3"),
    ("databases", "kiosk/app/planted.py", "from sqlite_utils import Database"),
    ("speech", "kiosk/screens/planted.py", "import pyttsx3"),
    ("web", "kiosk/visits/planted.py", "import starlette"),
]
ROOMS = ("authoring", "guide", "hub", "narration", "packs", "scanning", "screens", "sync", "visits")
BROKEN = re.compile(r"^(.+) BROKEN", re.MULTILINE)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        # The linter's own words, whatever the terminal's width and colours.
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"},
    )


@pytest.fixture(scope="module")
def copy(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house in which every room exists."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(house / "pyproject.toml", folder)
    shutil.copytree(house / "kiosk", folder / "kiosk", ignore=shutil.ignore_patterns("__pycache__", "*.qml"))
    for room in ROOMS:
        (folder / "kiosk" / room).mkdir(exist_ok=True)
        (folder / "kiosk" / room / "__init__.py").touch()
    return folder


def contract_name(house: Path, identifier: str) -> str:
    text = (house / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(rf'^id = "{identifier}"\nname = "(.+)"$', text, re.MULTILINE)
    assert found, f"pyproject.toml has no contract {identifier!r}"
    return found[1]


def test_the_house_keeps_its_floors(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("contract", "module", "fault"), FAULTS)
def test_a_planted_fault_breaks_its_contract(
    copy: Path, house: Path, contract: str, module: str, fault: str
) -> None:
    planted = copy / module
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(fault + "\n", encoding="utf-8")
    try:
        result = lint(copy)
    finally:
        planted.unlink()
        if not any(planted.parent.iterdir()):
            planted.parent.rmdir()
    assert result.returncode == 1, result.stdout + result.stderr
    assert contract_name(house, contract) in BROKEN.findall(result.stdout)
