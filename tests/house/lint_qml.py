"""Lints every QML file in kiosk/screens against the real types of the view-models.

Usage: ``python -m tests.house.lint_qml [FILE...]``; exit status 1 when qmllint has anything to say.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6

from tests.house.qml_types import QT, write_types
from tests.house.repository import HOUSE, list_files


def lint(files: Sequence[Path], types: Path) -> subprocess.CompletedProcess[str]:
    """Run qmllint over ``files`` with the module in the folder ``types``; any warning is an error."""
    tool = Path(PySide6.__file__).parent / "qmllint"
    return subprocess.run(
        [tool, "--bare", "-I", QT / "qml", "-I", types, "--max-warnings", "0", *files],
        capture_output=True,
        text=True,
        check=False,
        cwd=HOUSE,
    )


def main(arguments: Sequence[str]) -> int:
    """Lint the named files, or all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    files = [Path(name) for name in arguments] or list_files(".qml", under="kiosk/screens")
    types = HOUSE / "build" / "qml"
    write_types(types)
    if not files:
        return 0
    result = lint(files, types)
    print(result.stdout + result.stderr, end="")
    return result.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
