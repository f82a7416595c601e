"""Where keys lie in the data folder. Loads nothing: the guide asks for these before it needs a key."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DEVICE_KEYS: Final = Path("seals") / "device-keys"
PAPER_KEYS: Final = Path("seals") / "paper-keys.json"
ENROLMENT: Final = Path("seals") / "enrolment.json"
