"""What is loaded before the first frame is light: each heavy package costs 0.3 to 0.4 s of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("PIL", "PySide6.QtMultimedia", "PySide6.QtPositioning", "cv2", "cryptography", "fastapi", "numpy", "pydantic", "pyttsx3", "pyzbar", "segno", "securesystemslib", "soundfile", "sqlite_utils", "tuf", "uvicorn", "zstandard", "zxingcpp")  # fmt: skip
# The command line itself, and what `kiosk run` needs until its window stands.
STARTS = {
    "kiosk --help": "import kiosk.app.cli",
    "kiosk run": "import kiosk.app.cli, kiosk.app.commands.run, kiosk.app.device, kiosk.app.window, kiosk.screens.shell",
}


@pytest.mark.parametrize("start", STARTS)
def test_nothing_heavy_is_loaded_before_the_first_frame(start: str) -> None:
    program = f"{STARTS[start]}; import json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout)) & set(HEAVY) == set()


def test_the_command_line_starts_without_qt() -> None:
    program = "import kiosk.app.cli, sys; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_first_touch_loads_no_cryptography(tmp_path: Path) -> None:
    """Whether there are keys of passes and tickets is asked on the interface thread, before every visit."""
    program = (
        "import sys; from pathlib import Path; from kiosk.app.ticket_keys import KeyShelf;"
        f" KeyShelf(Path({str(tmp_path)!r})).read(); print('cryptography' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
