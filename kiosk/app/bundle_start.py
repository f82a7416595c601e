"""Runs before the program in a bundle: points fontconfig at the fonts that came along.

A runtime hook of PyInstaller (build.spec); nothing imports it. It has to act before Qt is loaded.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def use_bundled_fonts(bundle: Path) -> None:
    """Make fontconfig read ``fonts/fonts.conf`` of the bundle, unless somebody has chosen another."""
    os.environ.setdefault("FONTCONFIG_FILE", str(bundle / "fonts" / "fonts.conf"))


if getattr(sys, "frozen", False):
    use_bundled_fonts(Path(vars(sys)["_MEIPASS"]))
