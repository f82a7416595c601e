"""A copy of the list of packs, put in its place where the list itself is damaged or gone.

Without its list a device knows none of its packs, though all their files are there: visitors would see
nothing, or the demonstration. The list is a few kilobytes, so a second one costs nothing.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import sync_folder
from kiosk.packs.manifest import parse_manifest

COMPANIONS = ("-wal", "-shm")


def keep_copy(connection: sqlite3.Connection, database: Path) -> None:
    """Copy the list after a change; where that cannot be, no older copy is left that would tell another story."""
    copy, fresh = _place(database), _place(database).with_suffix(".new")
    try:
        fresh.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(fresh),))
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(copy)
        sync_folder(database.parent)
    except (sqlite3.Error, OSError):
        for path in (fresh, copy):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def restore_copy(database: Path) -> KioskError | None:
    """Put the copy in the place of a list that cannot be read; the damaged one is kept as ``state.db.damaged``.

    Returns:
        What staff should know; None where there is no whole copy, and nothing was changed.
    """
    copy = _place(database)
    if not _is_whole(copy):
        return None
    try:
        if database.exists():
            database.replace(database.with_name(f"{database.name}.damaged"))
        for companion in COMPANIONS:
            database.with_name(database.name + companion).unlink(missing_ok=True)
        fresh = database.with_name(f"{database.name}.new")
        with fresh.open("wb") as target:
            target.write(copy.read_bytes())
            target.flush()
            os.fsync(target.fileno())
        fresh.replace(database)
        sync_folder(database.parent)
    except OSError:
        return None
    return KioskError(
        "The device's list of packs was damaged, and a copy of it was put in its place",
        thing=database.name,
        remedy="nothing has to be done now; look at the disk's health",
        code="packs.state-restored",
    )


def is_lost(database: Path) -> bool:
    """Tell whether the list is gone or empty though there was one: a copy of it is there."""
    return _place(database).is_file() and (not database.is_file() or database.stat().st_size == 0)


def _place(database: Path) -> Path:
    return database.with_name(f"{database.stem}.copy{database.suffix}")


def _is_whole(copy: Path) -> bool:
    if not copy.is_file():
        return False
    try:
        with closing(
            sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as connection:
            connection.execute("SELECT id, active_version FROM pack").fetchall()
            for (raw,) in connection.execute("SELECT manifest FROM pack_release"):
                parse_manifest(raw, copy.name)
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except (sqlite3.Error, KioskError, UnicodeDecodeError):
        return False
