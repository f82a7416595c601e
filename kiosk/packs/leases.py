"""What a running guide shows is not taken from under it: a lease on the files of the releases it opened.

A lease is a small SQLite file in ``packs/leases`` that lists the files, with a lock on it as long as the guide
has them open. The system lets go of the lock however the process ends, so that a stale lease is known by
nobody holding it.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

_PATIENCE_S = 5.0
_TRIES = 5


class Lease:
    """Holds files of the store for as long as it is not closed."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def close(self) -> None:
        """Let go of the files. May be called twice."""
        self._connection.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


class LeaseBook:
    """The leases of one store.

    Args:
        folder: The store's ``packs`` folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "leases"

    def take(self, files: Iterable[str]) -> Lease | None:
        """Hold the files of these SHA-256; None where the disk cannot be written, and so nothing be removed."""
        names = "\n".join(sorted(files))
        for _ in range(_TRIES):
            path = self._folder / secrets.token_hex(8)
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                connection = _make(path, names)
            except (OSError, sqlite3.Error):
                return None
            # Between writing it and holding it, a clearing-up elsewhere may have taken it for a stale one.
            if path.exists():
                return Lease(connection, path)
            connection.close()
        return None

    def held_files(self) -> set[str]:
        """Return the SHA-256 of all files held by anybody; what nobody holds any more is cleared up.

        Raises:
            OSError: The leases cannot be looked at.
        """
        held: set[str] = set()
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if not path.name.endswith(("-journal", "-wal", "-shm")):
                    held |= _held(path)
        return held


def _make(path: Path, names: str) -> sqlite3.Connection:
    """Write a lease and hold a read lock on it. It need not survive a power cut: neither does its holder."""
    connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=MEMORY").fetchall()
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("CREATE TABLE lease (files TEXT NOT NULL) STRICT")
        connection.execute("INSERT INTO lease VALUES (?)", (names,))
        connection.execute("COMMIT")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM lease").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _held(path: Path) -> set[str]:
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                rows = connection.execute("SELECT files FROM lease").fetchall()
                return {name for (names,) in rows for name in names.split("\n")}
            if os.name != "nt":  # there it cannot go while it is open
                path.unlink(missing_ok=True)
    except sqlite3.Error:
        pass
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return set()
