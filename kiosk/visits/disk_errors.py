"""What a refusal of the disk means: full, damaged, or not to be written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kiosk.model.errors import KioskError


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file's content is broken, rather than its disk full or busy."""
    if isinstance(error, sqlite3.OperationalError):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_full(error: sqlite3.Error) -> bool:
    """Tell whether the disk (or the quota) had no room."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL


def describe(error: Exception, path: Path) -> KioskError:
    """Return what a failed write means for staff."""
    if isinstance(error, sqlite3.Error) and is_full(error):
        return KioskError(
            "The disk is full",
            thing=path.name,
            expected="room for what visitors do",
            found=str(error),
            remedy="Free space on the disk; the visit goes on, and a gap will say what was not recorded",
            code="visits.disk-full",
        )
    damaged = isinstance(error, sqlite3.DatabaseError) and is_damage(error)
    code = "visits.log-damaged" if damaged else "visits.log-not-written"
    remedy = (
        "Facts that could be read were kept; look at the disk's health"
        if damaged
        else "Free space on the disk, or make the data folder writable; the visit goes on meanwhile"
    )
    return KioskError(
        "What visitors did was not recorded", thing=path.name, found=str(error), remedy=remedy, code=code
    )
