"""Notices a stick that is plugged in or pulled, within a second, with no right that a visitor's account lacks."""

from __future__ import annotations

import os
import select
import threading
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import IO

from kiosk.packs.drives.drive import Drive, OnDrives
from kiosk.packs.drives.mount_table import MountTable

LOOK_EVERY_S = 0.7
"""The kernel tells of mounts at once. A stick that is pulled without being unmounted it does not tell of, and some
file systems tell nothing at all: so the table is read again this often, which costs 0.1 ms."""

PATIENCE_S = 2.0


class MountWatch:
    """Watches the table of mounts on a thread of its own; a :class:`~kiosk.packs.drives.drive.DriveWatch`.

    A thread, and no notifier of the interface's: asking a dying stick anything may take seconds.
    """

    def __init__(self, table: MountTable | None = None, look_every_s: float = LOOK_EVERY_S) -> None:
        self._table = table or MountTable()
        self._look_every_s = look_every_s
        self._wake_reader, self._wake = os.pipe()
        self._is_open = True
        self._thread: threading.Thread | None = None

    def start(self, on_drives: OnDrives) -> None:
        """See DriveWatch."""
        self._thread = threading.Thread(target=self._watch, args=(on_drives,), name="drives", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """See DriveWatch."""
        if not self._is_open:
            return
        self._is_open = False
        os.write(self._wake, b"x")
        if self._thread is not None:
            self._thread.join(PATIENCE_S)
            if self._thread.is_alive():
                return  # it hangs on a dying stick and still holds the pipe
        os.close(self._wake)
        os.close(self._wake_reader)

    def _watch(self, on_drives: OnDrives) -> None:
        numbers = count(1)
        known: dict[Drive, Drive] | None = None
        with _Waiting(self._table.table, self._wake_reader) as waiting:
            while self._is_open:
                drives = self._table.read()
                if known is None or set(drives) != set(known):
                    before = known or {}
                    known = {one: before.get(one) or replace(one, mounted=next(numbers)) for one in drives}
                    self._tell(known, on_drives)
                waiting.wait(self._look_every_s)

    def _tell(self, known: dict[Drive, Drive], on_drives: OnDrives) -> None:
        if self._is_open:
            on_drives(tuple(sorted(known.values(), key=lambda drive: drive.mounted)))


class _Waiting:
    """Waits until the table has changed, the pipe was written to, or the time is over."""

    def __init__(self, table: Path, wake: int) -> None:
        self._poll = select.poll()
        self._poll.register(wake, select.POLLIN)
        self._file: IO[bytes] | None = None
        with suppress(OSError):
            self._file = table.open("rb", buffering=0)
            # The kernel marks the table so when a mount was added, changed or taken away since it was last polled.
            self._poll.register(self._file, select.POLLPRI)

    def __enter__(self) -> _Waiting:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def wait(self, seconds: float) -> None:
        """Return when there is something to look at."""
        self._poll.poll(seconds * 1000)
