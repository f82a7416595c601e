"""One change of the packs at a time: the lock is SQLite's own, let go of however the process ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.model.errors import KioskError

LOCK_PATIENCE_S = 1.0


@contextmanager
def hold_change_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of the packs in ``folder``.

    Raises:
        KioskError: ``packs.busy`` where somebody else holds it; ``packs.write-failed`` where the folder cannot be
            written, or where the caller's own change runs into an OSError.
    """
    lock = _take(folder)
    try:
        yield
    except OSError as error:
        raise _not_changed(
            f"a file could not be written or removed ({error})", "packs.write-failed"
        ) from error
    finally:
        lock.close()


def _take(folder: Path) -> sqlite3.Connection:
    lock: sqlite3.Connection | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / "change.lock", timeout=LOCK_PATIENCE_S, isolation_level=None)
        # Nothing is ever written to it; a journal's file could not be made on a full disk, where removing packs helps.
        lock.execute("PRAGMA journal_mode=MEMORY").fetchall()
        lock.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.Error) as error:
        if lock is not None:
            lock.close()
        busy = "locked" in str(error)
        found = "another program is changing them" if busy else f"the folder cannot be written ({error})"
        raise _not_changed(found, "packs.busy" if busy else "packs.write-failed") from error
    return lock


def _not_changed(found: str, code: str) -> KioskError:
    return KioskError(
        "The packs were not changed",
        found=found,
        remedy="wait until it has finished and repeat" if code == "packs.busy" else "run kiosk doctor",
        code=code,
    )
