"""Catalogues: the SQLite files in a pack. How they are recognised, and how a device reads one.

A catalogue came from outside, signed or not: its hash is checked before SQLite sees it, and SQLite is told to
trust nothing in it (https://sqlite.org/security.html).
"""

from __future__ import annotations

import functools
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.packs.catalogue_header import SCHEMA_VERSION, HeaderError, OtherVersionError, check_header
from kiosk.packs.manifest import CORE, FILM_PARTS, RECOGNITION

Row = tuple[Any, ...]

# No text, picture or timing in a catalogue is larger than this.
MAX_VALUE_BYTES = 16_000_000
QUERY_DEADLINE_S = 2.0
"""No question a visitor asks takes a hundredth of this; one that does is a fault of the file."""

INSTALL_DEADLINE_S = 120.0
"""For reading everything once, when a release is installed."""

_STEPS_BETWEEN_LOOKS = 2_000
# What our own statements need, and no more: https://sqlite.org/c3ref/c_limit_attached.html.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_VALUE_BYTES,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 300,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "query_only=ON",
    "temp_store=MEMORY",
    "cache_size=-4000",
    "recursive_triggers=OFF",
)
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_FUNCTIONS = frozenset({"coalesce", "count", "length", "max", "min", "sum"})
_INTEGRITY_CHECK = "integrity_check"


def read_schema(part_name: str) -> str:
    """Return the SQL that makes the tables of a part's catalogue."""
    return Path(__file__).with_name(_schema_file(part_name)).read_text("utf-8")


def _schema_file(part_name: str) -> str:
    if part_name in FILM_PARTS:
        return "catalogue_film.sql"
    if part_name == RECOGNITION:
        return "catalogue_recognition.sql"
    return "catalogue_core.sql" if part_name == CORE else "catalogue_language.sql"


class Catalogue:
    """An open catalogue: reading only, each question with its deadline.

    It may be used from several threads (things are recognised on their own), and closed by one of them while another
    asks: a question under way is answered first, and what is asked later is refused.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # SQLite waits for itself, but Python's connection must not be closed while another thread is inside it.
        self._guard = threading.Lock()
        self._deadlines = threading.local()
        self._checking = False
        self._connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        self._connection.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)

    def close(self) -> None:
        """Close the file; waits for a question under way on another thread."""
        with self._guard:
            self._connection.close()

    def harden(self) -> None:
        """Tell SQLite what it may do, before it reads the first page."""
        for limit, most in _LIMITS.items():
            self._connection.setlimit(limit, most)
        for pragma in _PRAGMAS:
            with _readable():
                self._connection.execute(f"PRAGMA {pragma}").fetchall()
        self._connection.set_authorizer(self._authorize)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a question.

        Raises:
            sqlite3.DatabaseError: The file is damaged or closed, or it took longer than 2 s.
        """
        with self._guard, self.within(QUERY_DEADLINE_S), _readable():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, *values: object) -> Iterator[Row]:
        """Yield the rows of a question one by one; only inside :meth:`within`.

        Raises:
            sqlite3.DatabaseError: As :meth:`rows`.
        """
        with _readable():
            yield from self._connection.execute(sql, values)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Let this thread's questions take until ``seconds`` from now; one already under way has its own limit."""
        before = getattr(self._deadlines, "at", None)
        if before is None:
            self._deadlines.at = time.monotonic() + seconds
        try:
            yield
        finally:
            self._deadlines.at = before

    def check_integrity(self) -> None:
        """Read every page and row once, when the catalogue is installed; it takes the deadline of :meth:`within`.

        Raises:
            KioskError: ``packs.catalogue-faulty``.
        """
        self._checking = True
        try:
            with _readable():
                answer = self._connection.execute(f"PRAGMA {_INTEGRITY_CHECK}(1)").fetchone()[0]
        except sqlite3.Error as error:
            raise make_faulty(self._path, str(error)) from error
        finally:
            self._checking = False
        if answer != "ok":
            where = " ".join(str(answer).replace("*** in database main ***", "").split())
            raise make_faulty(self._path, f"damage inside ({where})")

    def _is_late(self) -> bool:
        deadline = getattr(self._deadlines, "at", None)
        return deadline is None or time.monotonic() > deadline

    def _authorize(self, action: int, first: str | None, second: str | None, *_: str | None) -> int:
        allowed = (
            action in _ALLOWED
            or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
            or (action == sqlite3.SQLITE_PRAGMA and first == _INTEGRITY_CHECK and self._checking)
        )
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


@contextmanager
def _readable() -> Iterator[None]:
    """Make one error of all damage: SQLite quotes names of a damaged schema, and Python cannot read the quotation."""
    try:
        yield
    except UnicodeError as error:
        raise sqlite3.DatabaseError("there is no text where text belongs") from error


def open_catalogue(path: Path, part_name: str) -> Catalogue:
    """Open a catalogue; its hash must have been verified before.

    Raises:
        KioskError: ``packs.catalogue-version`` where another version of the program made it;
            ``packs.catalogue-faulty`` where it is no catalogue of this part.
    """
    try:
        check_header(path)
    except OtherVersionError as error:
        raise _other_version(path, error.version) from error
    except (HeaderError, OSError) as error:
        raise make_faulty(path, str(error)) from error
    catalogue: Catalogue | None = None
    try:
        catalogue = Catalogue(path)
        catalogue.harden()
        with catalogue.within(QUERY_DEADLINE_S):
            if _dump_schema(catalogue.each(_SCHEMA)) != _expected_schema(_schema_file(part_name)):
                raise make_faulty(path, "another schema")
    except (sqlite3.Error, KioskError) as error:
        if catalogue is not None:
            catalogue.close()
        if isinstance(error, KioskError):
            raise
        raise make_faulty(path, str(error)) from error
    return catalogue


def make_faulty(path: Path, found: str) -> KioskError:
    """Return the error for a catalogue that cannot be used."""
    return KioskError(
        "A catalogue of the pack cannot be used",
        thing=path.name,
        expected=f"a catalogue of version {SCHEMA_VERSION}",
        found=found,
        remedy="copy the pack again from where it came from; if that does not help, have it built again",
        code="packs.catalogue-faulty",
    )


def _other_version(path: Path, version: int) -> KioskError:
    newer = version > SCHEMA_VERSION
    return KioskError(
        "A catalogue of the pack cannot be used",
        thing=path.name,
        expected=f"a catalogue of version {SCHEMA_VERSION}",
        found=f"version {version}, of {'a newer' if newer else 'an older'} program",
        remedy="update the program on this device" if newer else "have the pack built again",
        code="packs.catalogue-version",
    )


_SCHEMA = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2"


@functools.cache
def _expected_schema(schema_file: str) -> tuple[tuple[str, ...], ...]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(Path(__file__).with_name(schema_file).read_text("utf-8"))
        return _dump_schema(connection.execute(_SCHEMA))
    finally:
        connection.close()


def _dump_schema(rows: Iterator[Row]) -> tuple[tuple[str, ...], ...]:
    # A schema with a million tables is another schema after the first two hundred.
    return tuple(tuple(str(value) for value in row) for _, row in zip(range(200), rows, strict=False))
