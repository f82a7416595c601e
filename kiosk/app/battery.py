"""How much is left in the device's battery, as Linux tells it (``/sys/class/power_supply``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

SUPPLIES: Final = Path("/sys/class/power_supply")
MAX_SUPPLIES: Final = 20
MAX_BYTES: Final = 64


@dataclass(frozen=True, slots=True)
class Battery:
    """``percent`` 0 to 100, and whether it is being fed; None where the system does not say."""

    percent: int
    is_charging: bool | None


def find_battery(supplies: Path = SUPPLIES) -> Battery | None:
    """Return the device's own battery; None for a device without one. A mouse's is not the device's."""
    try:
        places = sorted(supplies.iterdir())[:MAX_SUPPLIES]
    except OSError:
        return None
    for place in places:
        if _read(place / "type") == "Battery" and _read(place / "scope") != "Device":
            percent = _read(place / "capacity")
            if percent.isascii() and percent.isdecimal():
                return Battery(min(100, int(percent)), _is_charging(_read(place / "status")))
    return None


def _is_charging(status: str) -> bool | None:
    if status in ("Charging", "Full", "Not charging"):  # the last: fed, and kept below full on purpose
        return True
    return False if status == "Discharging" else None


def _read(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES).decode("ascii", "replace").strip()
    except OSError:
        return ""
