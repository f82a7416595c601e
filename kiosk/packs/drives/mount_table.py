"""Linux's table of mounts (``/proc/self/mountinfo``, see proc(5)), and which of them are drives that staff plugged in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.drives.drive import Drive

MEDIA_ROOTS = (("/media", 2), ("/run/media", 2), ("/mnt", 1))
"""Where systems mount what is plugged in, and how deep: /media/STICK, /media/USER/STICK, /run/media/USER/STICK."""

MAX_TABLE_BYTES = 4_000_000
MAX_DRIVES = 16
MAX_NAME = 48
# Services of the system that also live under those folders.
_NO_DRIVES = frozenset({"autofs", "squashfs", "overlay", "proc", "sysfs", "cgroup", "cgroup2"})
_ESCAPE = re.compile(rb"\\([0-7]{3})")
_LABEL_ESCAPE = re.compile(r"\\x([0-9a-f]{2})")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the table. ``device`` is ``major:minor``; ``source`` what was mounted, say ``/dev/sdb1``."""

    id: int
    device: str
    path: str
    read_only: bool
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class MountTable:
    """Reads the drives from the table of mounts. The other places are the system's, named here for tests."""

    table: Path = Path("/proc/self/mountinfo")
    roots: tuple[tuple[str, int], ...] = MEDIA_ROOTS
    block_devices: Path = Path("/sys/dev/block")
    labels: Path = Path("/dev/disk/by-label")

    def read(self) -> tuple[Drive, ...]:
        """Return the drives there are; none where the table cannot be read.

        ``mounted`` is the kernel's number, which it gives again to another mount: see MountWatch.
        """
        try:
            with self.table.open("rb") as file:
                mounts = tuple(parse_mounts(file.read(MAX_TABLE_BYTES)))
        except OSError:
            return ()
        return tuple(self._name(mount) for mount in self._choose(mounts))[:MAX_DRIVES]

    def _choose(self, mounts: Iterable[Mount]) -> Iterator[Mount]:
        """Yield the drives among ``mounts``: of those at one path the top one, of one device's the first."""
        top = {mount.path: mount for mount in mounts}
        seen: set[str] = set()
        for mount in top.values():
            if mount.device not in seen and self._is_drive(mount):
                seen.add(mount.device)
                yield mount

    def _is_drive(self, mount: Mount) -> bool:
        if mount.kind in _NO_DRIVES or not self._is_there(mount):
            return False
        return any(_depth_below(mount.path, root) in range(1, deepest + 1) for root, deepest in self.roots)

    def _is_there(self, mount: Mount) -> bool:
        """Tell whether the device still is: a stick that is pulled without goodbye stays in the table."""
        if mount.device.startswith("0:") or not self.block_devices.is_dir():
            return True
        return (self.block_devices / mount.device).exists()

    def _name(self, mount: Mount) -> Drive:
        label = self._find_label(mount.source) or Path(mount.path).name
        return Drive(mount.path, clean_name(label), mount.read_only, mount.id)

    def _find_label(self, source: str) -> str:
        """Return the label that a device's file system carries; "" where the system knows none."""
        device = os.path.realpath(source)
        try:
            with os.scandir(self.labels) as entries:
                for entry in entries:
                    if os.path.realpath(entry.path) == device:
                        return _decode_label(entry.name)
        except OSError:
            pass  # a system without udev keeps no labels
        return ""


def parse_mounts(table: bytes) -> Iterator[Mount]:
    """Yield the mounts in ``table``; a line that is none is passed over."""
    for line in table.splitlines():
        before, _, after = line.partition(b" - ")
        fields, kinds = before.split(b" "), after.split(b" ")
        if len(fields) < 6 or len(kinds) < 3 or not fields[0].isdigit():
            continue
        options = fields[5].split(b",") + kinds[2].split(b",")
        yield Mount(
            id=int(fields[0]),
            device=fields[2].decode("ascii", "replace"),
            path=_decode(fields[4]),
            read_only=b"ro" in options,
            kind=kinds[0].decode("ascii", "replace"),
            source=_decode(kinds[1]),
        )


def clean_name(name: str) -> str:
    """Return a drive's name as it may be shown: nothing that breaks a line or turns the writing round."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name).strip()[:MAX_NAME] or "USB"


def _decode(field: bytes) -> str:
    return os.fsdecode(_ESCAPE.sub(lambda match: bytes([int(match[1], 8) & 0xFF]), field))


def _decode_label(name: str) -> str:
    raw = _LABEL_ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)
    return raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _depth_below(path: str, root: str) -> int:
    """Return how many folders ``path`` is below ``root``; 0 where it is not."""
    below = path.removeprefix(root.rstrip("/") + "/")
    return below.count("/") + 1 if below != path and below else 0
