"""Catalogues: the SQLite files in a pack. How they are recognised, and how a device opens one.

A catalogue came from outside: its hash is checked before SQLite sees it, and SQLite is told to
trust nothing in it (https://sqlite.org/security.html).
"""

from __future__ import annotations

import functools
import sqlite3
import time
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import CORE

APPLICATION_ID = 0x4B494F53  # "KIOS"
SCHEMA_VERSION = 1
# No text, picture or timing in a catalogue is larger than this.
MAX_VALUE_BYTES = 16_000_000
INTEGRITY_DEADLINE_S = 60.0
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION})


def read_schema(part_name: str) -> str:
    """Return the SQL that makes the tables of the ``core`` or of a ``lang-<tag>`` catalogue."""
    return Path(__file__).with_name(_schema_file(part_name)).read_text("utf-8")


def _schema_file(part_name: str) -> str:
    return "catalogue_core.sql" if part_name == CORE else "catalogue_language.sql"


def open_catalogue(path: Path, part_name: str) -> sqlite3.Connection:
    """Open a catalogue read-only and hardened; its hash must have been verified before.

    The connection may be used from several threads (pictures are fetched by Qt's own), one statement at a
    time: SQLite is built serialized.

    Raises:
        KioskError: ``packs.catalogue-faulty`` where it is no catalogue of this version and part.
    """
    try:
        connection = _connect(path)
    except sqlite3.Error as error:
        raise _faulty(path, str(error)) from error
    try:
        _check_identity(connection, path, part_name)
    except sqlite3.Error as error:
        connection.close()
        raise _faulty(path, str(error)) from error
    except KioskError:
        connection.close()
        raise
    return connection


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Read every page and row of a catalogue once, when it is installed.

    Raises:
        KioskError: ``packs.catalogue-faulty``; also after 60 s, since a hostile file can take for ever.
    """
    deadline = time.monotonic() + INTEGRITY_DEADLINE_S
    connection.set_authorizer(None)
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
    try:
        answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise _faulty(path, str(error)) from error
    finally:
        connection.set_progress_handler(None, 0)
    if answer != "ok":
        raise _faulty(path, str(answer))


def _connect(path: Path) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _check_identity(connection: sqlite3.Connection, path: Path, part_name: str) -> None:
    identity = tuple(
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if identity != (APPLICATION_ID, SCHEMA_VERSION):
        raise _faulty(path, f"application_id and user_version {identity}")
    if _dump_schema(connection) != _expected_schema(_schema_file(part_name)):
        raise _faulty(path, "another schema")
    connection.set_authorizer(_allow_reading)


def _allow_reading(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


@functools.cache
def _expected_schema(schema_file: str) -> tuple[tuple[str, ...], ...]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(Path(__file__).with_name(schema_file).read_text("utf-8"))
        return _dump_schema(connection)
    finally:
        connection.close()


def _dump_schema(connection: sqlite3.Connection) -> tuple[tuple[str, ...], ...]:
    rows = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2"
    )
    return tuple(tuple(str(value) for value in row) for row in rows.fetchmany(200))


def _faulty(path: Path, found: str) -> KioskError:
    return KioskError(
        "A catalogue of the pack cannot be used",
        thing=path.name,
        expected=f"a catalogue of version {SCHEMA_VERSION}",
        found=found,
        remedy="copy the pack again from where it came from; if that does not help, have it built again",
        code="packs.catalogue-faulty",
    )
