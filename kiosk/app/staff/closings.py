"""What staff closed on this device: kept in one small file, in force at once in a guide that runs."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final

from kiosk.guide.closures import (
    MAX_BYTES,
    Closed,
    Closure,
    close,
    find_closed,
    format_closures,
    is_in_force,
    open_again,
    parse_closures,
    refuse,
)
from kiosk.model.errors import KioskError
from kiosk.packs.publishing.whole_file import read_plain, write_whole
from kiosk.packs.time_zones import find_zone

FILE_NAME: Final = "closures.json"
LOCK_NAME: Final = "closures.lock"


class ClosureFile:
    """``closures.json`` of a data folder. Several programs may change it: each change reads it anew and holds a lock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE_NAME

    def find_state(self) -> tuple[int, ...]:
        """Return what is another tuple whenever the file is another one; empty where there is none."""
        try:
            found = self._path.lstat()
        except OSError:
            return ()
        return found.st_ino, found.st_mtime_ns, found.st_size

    def read(self) -> tuple[Closure, ...]:
        """Return what is closed, in the order it was closed; nothing where there is no file.

        Raises:
            KioskError: ``guide.closures-unreadable``.
        """
        try:
            data = read_plain(self._path, MAX_BYTES)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise refuse(error.strerror or str(error)) from error
        return parse_closures(data)

    def close(self, new: Closure) -> None:
        """Keep a closure, in the place of any of the same thing.

        Raises:
            KioskError: ``guide.closures-unreadable``, ``app.closures-not-saved``; then nothing was changed.
        """
        self._change(lambda closures: close(closures, new))

    def open_again(self, gone: Closure) -> None:
        """Let go of the closure of a stop or way. Raises as :meth:`close` does."""
        self._change(lambda closures: open_again(closures, gone))

    def _change(self, change: Callable[[tuple[Closure, ...]], tuple[Closure, ...]]) -> None:
        with self._hold():
            changed = format_closures(change(self.read()))
            if len(changed) > MAX_BYTES:
                raise _not_saved("more is closed than one file may hold")
            try:
                write_whole(self._path, changed)
            except OSError as error:
                raise _not_saved(error.strerror or str(error)) from error

    @contextmanager
    def _hold(self) -> Iterator[None]:
        """Hold the lock, which others hold for some milliseconds."""
        try:
            lock = os.open(
                self._folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644
            )
        except OSError as error:
            raise _not_saved(error.strerror or str(error)) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


class Closings:
    """What is closed on this device today. Lives on the interface thread; looks at the file's state at each question.

    Args:
        folder: The data folder.
        read_wall_ms: The wall clock (UTC, ms since 1970); None where it is not set.
        find_zone: The name of a site's time zone.
        report: Given what is wrong with the file, once for each state of it; what was closed before stays closed.
    """

    def __init__(
        self,
        folder: Path,
        read_wall_ms: Callable[[], int | None],
        find_zone: Callable[[str], str],
        report: Callable[[KioskError], None],
    ) -> None:
        self._file = ClosureFile(folder)
        self._read_wall_ms = read_wall_ms
        self._find_zone = find_zone
        self._report = report
        self._state: tuple[int, ...] | None = None
        self._closures: tuple[Closure, ...] = ()
        self._told: tuple[Closure, ...] = ()
        self._listeners: list[Callable[[], None]] = []

    def find(self, site_id: str) -> Closed:
        """Return what is closed at a site today."""
        return find_closed(self._read(), site_id, self.find_today(site_id))

    def list_closed(self, site_id: str) -> Sequence[Closure]:
        """Return the closures of a site that are in force, the latest first."""
        today = self.find_today(site_id)
        return [one for one in reversed(self._read()) if one.site_id == site_id and is_in_force(one, today)]

    def close(self, closure: Closure) -> None:
        """Close a stop or a way. Raises KioskError as :meth:`ClosureFile.close` does."""
        self._file.close(closure)
        self.look()

    def open_again(self, closure: Closure) -> None:
        """Open a stop or a way. Raises KioskError as :meth:`ClosureFile.close` does."""
        self._file.open_again(closure)
        self.look()

    def watch(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` whenever something else is closed."""
        self._listeners.append(on_change)

    def look(self) -> None:
        """Look whether something else is closed now: a command may have closed it."""
        closures = self._read()
        if closures != self._told:
            self._told = closures
            for tell in self._listeners:
                tell()

    def _read(self) -> tuple[Closure, ...]:
        state = self._file.find_state()
        if state != self._state:
            self._state = state
            try:
                self._closures = self._file.read()
            except KioskError as error:
                self._report(error)
        return self._closures

    def find_today(self, site_id: str) -> date | None:
        """Return the day it is at a site; None where the clock is not set."""
        wall_ms = self._read_wall_ms()
        if wall_ms is None:
            return None
        return datetime.fromtimestamp(wall_ms / 1000, find_zone(self._find_zone(site_id))).date()


def _not_saved(found: str) -> KioskError:
    return KioskError(
        "It was neither closed nor opened",
        thing=FILE_NAME,
        found=found,
        remedy="make room on the disk, or give this account the right to write there",
        code="app.closures-not-saved",
    )
