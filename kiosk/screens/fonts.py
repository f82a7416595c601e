"""The fonts the screens are set in: installed by the system's packages, or carried in the bundle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase


def load_fonts(folder: Path) -> None:
    """Make the font files in ``folder`` available, where a bundle carries some."""
    # While the language changes, a text is laid out once with its old font before its new one is set. Qt then
    # warns that the old one lacks the script; it falls back by itself and nothing of it is ever painted.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    for path in sorted(folder.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
