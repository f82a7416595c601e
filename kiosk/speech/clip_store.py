"""``speech.db``: clips by the digest of what was said. No row says when within a day, or in which order.

Whatever is wrong with the file, it is thrown away and begun anew: everything in it can be spoken again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Container
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 1
# Nobody waits longer for a clip that another process is looking for: it is spoken instead.
BUSY_S: Final = 0.2

# A rollback journal, since a write-ahead log would keep the order of what was heard.
_PRAGMAS: Final = (
    "secure_delete = ON",
    "journal_mode = TRUNCATE",
    "synchronous = NORMAL",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
_TIDIED: Final = "-tidied"
# In the file's header from when it was written anew until a clip comes: SQLite keeps a number there for its owner.
_TIDY_MARK: Final = 0x7469_6479
# ``place`` is the beginning of the digest: rows stand in the order of their digests, not in that of their coming.
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS clip(place INTEGER PRIMARY KEY, digest BLOB NOT NULL, used_on TEXT NOT NULL,
    bytes INTEGER NOT NULL, packed BLOB NOT NULL)
"""


class ClipStore:
    """The open file. One thread at a time; every call may raise ``sqlite3.Error`` or ``OSError``."""

    def __init__(self, path: Path) -> None:
        """Open the file, made if absent; one that is damaged or of another version is begun anew."""
        self._path = path
        try:
            self._connection = _connect(path)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            remove(path)
            self._connection = _connect(path)

    def find(self, digest: bytes) -> bytes | None:
        """Return the packed clip that is kept under a digest, or None."""
        with closing(
            self._connection.execute(
                "SELECT packed FROM clip WHERE place = ? AND digest = ?", (_place(digest), digest)
            )
        ) as rows:
            found = rows.fetchone()
        return found[0] if found and isinstance(found[0], bytes) else None

    def keep(self, clips: Collection[tuple[bytes, bytes]], today: str) -> None:
        """Keep clips, in one transaction."""
        if not clips:
            return
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("PRAGMA application_id = 0")
            # In the order of their digests, so that the pages of the file do not tell in which they were heard.
            self._connection.executemany(
                "INSERT OR REPLACE INTO clip VALUES(?, ?, ?, ?, ?)",
                [(_place(digest), digest, today, len(packed), packed) for digest, packed in sorted(clips)],
            )

    def note_use(self, used: Collection[bytes], today: str) -> None:
        """Note that clips were used on this day, in one transaction."""
        if not used:
            return
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "UPDATE clip SET used_on = ? WHERE place = ? AND used_on < ?",
                [(today, _place(digest), today) for digest in sorted(used)],
            )

    def drop(self, digest: bytes) -> None:
        """Forget a clip."""
        with self._connection:
            self._connection.execute("DELETE FROM clip WHERE place = ?", (_place(digest),))

    def make_room(self, most_bytes: int, coming: Container[bytes] = ()) -> None:
        """Forget what was not used for the longest, in whole days, until the rest is at most ``most_bytes``.

        What is ``coming`` takes the place of its own earlier clip, which counts for nothing.
        """
        sizes = self._connection.execute(
            "SELECT place, bytes, digest FROM clip ORDER BY used_on DESC, place"
        ).fetchall()
        kept = 0
        too_many = []
        for place, size, digest in sizes:
            if not isinstance(size, int):
                raise _make_damage("a size that is no number")
            kept += 0 if digest in coming else size
            if kept > most_bytes:
                too_many.append((place,))
        if too_many:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany("DELETE FROM clip WHERE place = ?", too_many)

    @property
    def is_tidy(self) -> bool:
        """Tell whether the pages lie in the order of the digests, even if the last program to write was cut off."""
        mark = self._connection.execute("PRAGMA application_id").fetchone()[0]
        return (
            mark == _TIDY_MARK
            or not self._connection.execute("SELECT EXISTS(SELECT 1 FROM clip)").fetchone()[0]
        )

    def tidy(self) -> None:
        """Write the file anew, its pages in the order of the digests: till then they lie in that of their coming."""
        tidied = self._path.with_name(self._path.name + _TIDIED)
        tidied.unlink(missing_ok=True)
        self._connection.execute("VACUUM INTO ?", (str(tidied),))
        self._connection.close()
        try:
            tidied.replace(self._path)
        finally:
            self._connection = _connect(self._path)
        self._connection.execute(f"PRAGMA application_id = {_TIDY_MARK}")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def is_damage(error: Exception) -> bool:
    """Tell whether the file's content is broken, rather than its disk full or busy."""
    if isinstance(error, UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    is_strange = isinstance(error, sqlite3.OperationalError) and "no such" in str(error)
    return is_strange or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def remove(path: Path) -> None:
    """Remove the file and its journal."""
    for suffix in ("-journal", "-wal", "-shm", _TIDIED, ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).unlink()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("PRAGMA user_version").fetchone()[0] not in (0, SCHEMA_VERSION):
            raise _make_damage("another version")
        connection.execute(_SCHEMA)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("SELECT place, digest, used_on, bytes, packed FROM clip LIMIT 0")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_damage(words: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(words)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _place(digest: bytes) -> int:
    return int.from_bytes(digest[:8], "big", signed=True)
