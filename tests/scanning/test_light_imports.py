"""The app's start names the scanner; the decoders come later, on the scanner's thread."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("cv2", "numpy", "PIL", "zxingcpp", "pyzbar", "segno")


def test_making_a_scanner_loads_no_decoder() -> None:
    script = (
        "import sys\n"
        "from kiosk.scanning.ladder import Ladder\n"
        "from kiosk.scanning.scanner import Scanner\n"
        "from kiosk.scanning.source import open_source\n"
        "from kiosk.scanning.meaning import find_meaning\n"
        "scanner = Scanner(open_source('auto'), Ladder(), print)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
