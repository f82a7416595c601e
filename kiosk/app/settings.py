"""Where this device keeps its things."""

from __future__ import annotations

import os
from pathlib import Path


def default_data_folder() -> Path:
    """Return the data folder: ``$KIOSK_DATA``, or ``heritage-kiosk`` in the user's data folder (XDG)."""
    if chosen := os.environ.get("KIOSK_DATA"):
        return Path(chosen)
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "heritage-kiosk"
