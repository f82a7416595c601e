"""A folder with keys on the disk: it comes into being whole, and one program at a time signs with it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.whole_file import make_not_written, name_partial

LOCK_PATIENCE_S = 1.0
NOT_SIGNED = "Nothing was signed"
_LOCK = "in-use"


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Hold the lock of a key ring: SQLite's own, which is let go of however the process ends.

    Raises:
        KioskError: ``packs.keys-busy``, or ``packs.destination-...`` where the folder cannot be written.
    """
    lock = _take_lock(folder)
    try:
        yield
    finally:
        lock.close()


def _take_lock(folder: Path) -> sqlite3.Connection:
    lock: sqlite3.Connection | None = None
    try:
        lock = sqlite3.connect(folder / _LOCK, timeout=LOCK_PATIENCE_S, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if lock is not None:
            lock.close()
        if "locked" in str(error):
            found, remedy = (
                "another program is signing with these keys",
                "wait until it has finished and repeat",
            )
        else:
            found = f"the folder cannot be locked ({error})"
            remedy = f"remove its file {_LOCK}, or copy the keys to where they can be written"
        raise KioskError(
            NOT_SIGNED, thing=str(folder), found=found, remedy=remedy, code="packs.keys-busy"
        ) from error
    return lock


def write_ring(folder: Path, fill: Callable[[Path], None]) -> None:
    """Have ``fill`` write a new ring aside, and give it its name when it is whole.

    Raises:
        KioskError: ``packs.keys-exist``; ``packs.destination-...`` where the disk refuses.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KioskError(
            "No keys were made",
            thing=str(folder),
            expected="a folder that is new or empty",
            found="something is there already",
            remedy="use the keys that are there, or name another folder with --keys",
            code="packs.keys-exist",
        )
    aside = name_partial(folder)
    shutil.rmtree(aside, ignore_errors=True)  # what a killed program was making
    try:
        aside.mkdir(mode=0o700, parents=True)
        fill(aside)
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    except OSError as error:
        raise make_not_written("No keys were made", folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
