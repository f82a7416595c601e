"""Whether the screen is lit and the device is on its charger, as Linux tells in ``/sys/class``.

Read once a second while somebody is there. What the system does not tell is taken to be as usual: lit, and
not put on a charger.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple, Protocol

SYSTEM: Final = Path("/sys/class")
_MOST_BYTES: Final = 64
_SUPPLIES: Final = ("Mains", "USB")


class PowerSigns(NamedTuple):
    """What was seen at one moment."""

    is_lit: bool
    is_charging: bool


class Power(Protocol):
    """Tells of the screen and the charger."""

    def read(self) -> PowerSigns:
        """Return what is so now."""
        ...


class SystemPower:
    """The device's own signs. A device without a battery is never put on a charger."""

    def __init__(self, system: Path = SYSTEM, *, watch_charger: bool = True) -> None:
        """Read below ``system``; without ``watch_charger`` the device is never on one."""
        self._system = system
        self._watch_charger = watch_charger

    def read(self) -> PowerSigns:
        """Return what is so now; well under a millisecond."""
        return PowerSigns(self._is_lit(), self._watch_charger and self._is_charging())

    def _is_lit(self) -> bool:
        screens = [
            _read(path) == "On"
            for path in self._find("drm/*/dpms")
            if _read(path.with_name("status")) == "connected"
        ]
        lamps = [_read(path) == "0" for path in self._find("backlight/*/bl_power")]  # 0 is on
        return all(any(found) for found in (screens, lamps) if found)

    def _is_charging(self) -> bool:
        kinds = {path.parent: _read(path) for path in self._find("power_supply/*/type")}
        if "Battery" not in kinds.values():
            return False
        return any(kind in _SUPPLIES and _read(supply / "online") == "1" for supply, kind in kinds.items())

    def _find(self, pattern: str) -> Iterator[Path]:
        with suppress(OSError):
            yield from self._system.glob(pattern)


def _read(path: Path) -> str:
    # A screen or a charger may be pulled out between being listed and being read.
    with suppress(OSError), path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("ascii", "replace").strip()
    return ""
