"""A drive, and whoever tells of drives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that is plugged in and mounted.

    Attributes:
        path: Where it is mounted, as the file system's own functions take it.
        name: What staff call it: its label, or the last part of its path.
        read_only: Whether nothing can be written to it.
        mounted: Tells two plug-ins of one stick apart: another number each time it comes, rising.
    """

    path: str
    name: str
    read_only: bool
    mounted: int


OnDrives = Callable[[tuple[Drive, ...]], None]
"""Given all drives there are, in the order in which they came."""


class DriveWatch(Protocol):
    """Tells of drives that come and go.

    After :meth:`start` the listener is called once with what is there, and again at each change, from any
    thread. After :meth:`close` it is not called any more.
    """

    def start(self, on_drives: OnDrives) -> None:
        """Begin to watch; call it once."""
        ...

    def close(self) -> None:
        """Stop watching; further calls do nothing."""
        ...
