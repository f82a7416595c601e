"""Opening the hub's database: made where it is absent, brought up to date, refused in words where it is newer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub.database.address import find_file, format_address, parse_address
from kiosk.hub.database.engines import make_engines
from kiosk.hub.database.migrating import Migrated, migrate
from kiosk.model.errors import KioskError


class HubDatabase:
    """One open database; safe to use from several threads and by several hubs at once.

    Attributes:
        kind: ``sqlite`` or ``postgresql``.
        name: Where it is, for eyes; no password.
    """

    def __init__(self, url: URL, writer: Engine, reader: Engine) -> None:
        self.url = url
        self.kind = url.get_backend_name()
        self.name = format_address(url)
        self._writer = writer
        self._reader = reader

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that can only read, in one transaction: all it reads is of one moment.

        Raises:
            SQLAlchemyError: The database cannot be reached or read.
        """
        with self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in one transaction: on the disk when the body has ended, nothing of it on any error.

        SQLite has one writer at a time; the others wait. PostgreSQL has many: lock what must not change.

        Raises:
            SQLAlchemyError: The database cannot be reached or written, or was kept by others too long.
        """
        with self._writer.connect() as connection, connection.begin():
            yield connection

    def tidy(self) -> None:
        """Carry SQLite's write-ahead log over into its file, so that no device waits for that; nobody is held up.

        Raises:
            SQLAlchemyError: The database cannot be reached.
        """
        if self.kind != "sqlite":
            return
        connection = self._reader.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        self._writer.dispose()


def open_database(address: str | URL) -> HubDatabase:
    """Open the database at ``address``, made if absent, with all its tables.

    Raises:
        KioskError: ``hub.database-not-known``, ``hub.database-not-opened``, ``hub.schema-newer``.
    """
    return _open_and_migrate(address)[0]


def migrate_database(address: str | URL) -> Migrated:
    """Bring the database at ``address`` up to date, made if absent, and close it.

    Raises:
        KioskError: As :func:`open_database`.
    """
    database, migrated = _open_and_migrate(address)
    database.close()
    return migrated


def _open_and_migrate(address: str | URL) -> tuple[HubDatabase, Migrated]:
    url = parse_address(address) if isinstance(address, str) else address
    with told(url):
        if (path := find_file(url)) is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            _keep_private(path)
        database = HubDatabase(url, *make_engines(url))
        try:
            with database.writing() as connection:
                return database, migrate(connection, database.name)
        except BaseException:
            database.close()
            raise


def _keep_private(path: Path) -> None:
    """Make the file where it is absent, for this account only: it holds keys. What SQLite puts beside it is as private."""
    # Never one that is there: closing it would let go of the locks that SQLite holds on it in this process.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        # One from before: an owner's group may have been let in on purpose, the rest of the world has no business here.
        with suppress(OSError):
            file.chmod(file.stat().st_mode & 0o770)


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Say in words why a database could not be opened.

    Raises:
        KioskError: ``hub.database-not-opened``.
    """
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        file = find_file(url) is not None
        raise KioskError(
            "The hub's database was not opened",
            thing=format_address(url),
            expected="a SQLite file that can be written, or none yet" if file else "a PostgreSQL that answers",
            found=describe(error),
            remedy="Check the path and who may write there" if file else "Check the address, the account and its rights",
            code="hub.database-not-opened",
        ) from error  # fmt: skip


def describe(error: Exception) -> str:
    """Return the database's own words, without the statement, its values and the advice to read a manual."""
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())
