"""A megabyte held back, so that a disk filled up by somebody else does not cost a visit its record."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

RESERVE_BYTES: Final = 1024 * 1024
# Not taken from a disk that is nearly full already.
LEAVE_FREE_BYTES: Final = 4 * RESERVE_BYTES


class Reserve:
    """A file of zeros beside the log: given back to the disk when the log meets a full one."""

    def __init__(self, path: Path) -> None:
        """Name the file; :meth:`ensure` makes it."""
        self._path = path

    def ensure(self) -> None:
        """Hold the space back if there is plenty and it is not held yet; never raises for the disk."""
        with suppress(OSError):
            if not self._path.exists() and shutil.disk_usage(self._path.parent).free > LEAVE_FREE_BYTES:
                self._write()

    def release(self) -> bool:
        """Give the space back; False where there was none to give."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _write(self) -> None:
        try:
            with self._path.open("wb") as file:
                file.write(bytes(RESERVE_BYTES))  # not a hole: the blocks must really be there
                os.fsync(file.fileno())
        except OSError:
            self._path.unlink(missing_ok=True)
            raise
