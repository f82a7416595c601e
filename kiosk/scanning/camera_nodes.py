"""Linux's camera devices as files: which there are, what they are called, and who holds one.

Elsewhere there are none of these files, and every answer is empty.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import make_printable

GUIDE = "the guide itself"
_NAME = re.compile(r"video(\d{1,3})")
MAX_NAME_CHARACTERS = 80
_GUIDES = ("kiosk", "heritage-kiosk")  # from a checkout, and from a bundle
_MAX_COMMAND_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class CameraNodes:
    """Looks into these folders; tests give their own."""

    devices: Path = Path("/dev")
    facts: Path = Path("/sys/class/video4linux")
    processes: Path = Path("/proc")

    def numbers(self) -> list[int]:
        """Return the numbers of the devices that give pictures, in order."""
        names = _list(self.devices)
        found = [int(match[1]) for name in names if (match := _NAME.fullmatch(name))]
        return sorted(number for number in found if self._gives_pictures(number))

    def path(self, number: int) -> Path:
        """Return a device's file."""
        return self.devices / f"video{number}"

    def name(self, number: int) -> str:
        """Return what its maker calls it; its number where nothing is told."""
        return make_printable(self._read_fact(number, "name"))[:MAX_NAME_CHARACTERS] or f"camera {number}"

    def is_denied(self, path: Path) -> bool:
        """Tell whether this account may not open a device that is there."""
        return path.exists() and not os.access(path, os.R_OK | os.W_OK)

    def find_holder(self, path: Path) -> str | None:
        """Return the name of another program that has the device open, or None where none is seen.

        Only programs of the same account are seen, unless this one is root's. A guide is named ``GUIDE``.
        """
        for process in self._list_processes():
            if _holds(process / "fd", path):
                return GUIDE if _is_guide(process) else _read(process / "comm") or f"process {process.name}"
        return None

    def _gives_pictures(self, number: int) -> bool:
        # Most cameras have a second device for their figures; its index is not 0.
        return self._read_fact(number, "index") in ("", "0")

    def _read_fact(self, number: int, fact: str) -> str:
        return _read(self.facts / f"video{number}" / fact)

    def _list_processes(self) -> Iterator[Path]:
        for name in _list(self.processes):
            if name.isdigit() and int(name) != os.getpid():
                yield self.processes / name


def _holds(descriptors: Path, path: Path) -> bool:
    try:
        return any((descriptors / name).readlink() == path for name in _list(descriptors))
    except OSError:
        return False  # it has just been closed


def _is_guide(process: Path) -> bool:
    """Tell by its command line; the interpreter before the program may have a long path."""
    words = _read(process / "cmdline", _MAX_COMMAND_BYTES).split("\0")
    return any(Path(word).name.partition(" ")[0] in _GUIDES for word in words)


def _list(folder: Path) -> list[str]:
    """Return the names in a folder; none where it is not there or somebody else's."""
    try:
        return [each.name for each in folder.iterdir()]
    except OSError:
        return []


def _read(path: Path, max_bytes: int = 200) -> str:
    try:
        with path.open("rb") as file:
            return file.read(max_bytes).decode(errors="replace").strip()
    except OSError:
        return ""
