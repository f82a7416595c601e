"""One writer for each log: a second one is refused in words, before it can mix two visits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.model.errors import KioskError

if sys.platform != "win32":
    import fcntl


class WriterLock:
    """Held from construction to :meth:`release`; ends by itself when the process dies.

    Raises:
        KioskError: ``visits.log-in-use`` when another process, or this one, holds it.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = _open(path)
        if self._descriptor is not None and not _take(self._descriptor):
            os.close(self._descriptor)
            raise KioskError(
                "The visit log was not opened",
                thing=path.name,
                expected="one guide on this data folder",
                found="another one running on it",
                remedy="End the other guide, or give this one its own folder with --data",
                code="visits.log-in-use",
            )

    def release(self) -> None:
        """Let another writer in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _open(path: Path) -> int | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError:
        return None  # a folder that cannot be written has no writer to keep apart


def _take(descriptor: int) -> bool:
    if sys.platform == "win32":
        return True  # SQLite's own locks keep writers apart there
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
