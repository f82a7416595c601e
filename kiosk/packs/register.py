"""Which releases a device has and which of them are shown: the packs' tables in ``state.db``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import PackManifest, format_manifest, parse_manifest
from kiosk.packs.register_copy import is_lost, keep_copy, restore_copy

BUSY_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class InstalledRelease:
    """A release on this device; ``active`` where visitors see this one of its pack."""

    manifest: PackManifest
    active: bool


class ReleaseRegister:
    """The tables ``pack`` and ``pack_release``. Every change is one durable transaction.

    A list that is damaged or gone is replaced by its copy, once; ``releases`` tells so.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._opened: sqlite3.Connection | None = None
        self._mended: KioskError | None = None

    def close(self) -> None:
        """Close the database; the next call opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def releases(self, problems: list[KioskError] | None = None) -> tuple[InstalledRelease, ...]:
        """Return every release, packs in the order they first came, each with its newest first.

        With ``problems`` a damaged row is noted there and left out, and so is that the list had to be mended.

        Raises:
            KioskError: ``packs.state-unreadable``, or ``packs.manifest-faulty`` for a damaged row.
        """
        rows = self._all(
            "SELECT r.manifest, coalesce(r.version = p.active_version, 0) FROM pack_release r"
            " JOIN pack p ON p.id = r.pack_id ORDER BY p.rowid, r.version DESC"
        )
        found: list[InstalledRelease] = []
        for raw, active in rows:
            try:
                found.append(InstalledRelease(parse_manifest(raw, self._database.name), bool(active)))
            except KioskError as error:
                if problems is None:
                    raise
                problems.append(error)
        if problems is not None and self._mended is not None:
            problems.append(self._mended)
        return tuple(found)

    def find_release(self, pack_id: str, version: int) -> InstalledRelease | None:
        """Return one release, or None."""
        found = (r for r in self.releases() if (r.manifest.id, r.manifest.version) == (pack_id, version))
        return next(found, None)

    def highest_version(self, pack_id: str) -> int:
        """Return the highest version of a pack that was ever shown here; 0 for a new pack."""
        rows = self._all("SELECT highest_version FROM pack WHERE id = ?", pack_id)
        return int(rows[0][0]) if rows else 0

    def switch(self, manifest: PackManifest) -> None:
        """Show this release from now on; of the others of its pack only the one shown until now is kept."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO pack_release VALUES (:id, :version, :raw) ON CONFLICT DO UPDATE SET manifest = :raw",
                {"id": manifest.id, "version": manifest.version, "raw": format_manifest(manifest)},
            )
            shown = connection.execute(
                "SELECT active_version FROM pack WHERE id = ?", (manifest.id,)
            ).fetchone()
            if shown and shown[0] not in (None, manifest.version):
                connection.execute(
                    "DELETE FROM pack_release WHERE pack_id = ? AND version NOT IN (?, ?)",
                    (manifest.id, manifest.version, shown[0]),
                )
            connection.execute(
                "INSERT INTO pack VALUES (:id, :version, :version) ON CONFLICT (id) DO UPDATE SET"
                " active_version = :version, highest_version = max(highest_version, :version)",
                {"id": manifest.id, "version": manifest.version},
            )

    def activate(self, pack_id: str, version: int) -> None:
        """Show another release that is here."""
        with self._transaction() as connection:
            connection.execute("UPDATE pack SET active_version = ? WHERE id = ?", (version, pack_id))

    def remove(self, pack_id: str, version: int) -> None:
        """Forget a release. The pack's highest version is remembered."""
        with self._transaction() as connection:
            connection.execute(
                "DELETE FROM pack_release WHERE pack_id = ? AND version = ?", (pack_id, version)
            )
            connection.execute(
                "UPDATE pack SET active_version = NULL WHERE id = ? AND active_version = ?",
                (pack_id, version),
            )

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _open(self) -> sqlite3.Connection:
        if is_lost(self._database):
            self._mend()
        try:
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if not self._mend(error):
                    raise
            return self._connect()
        except sqlite3.Error as error:
            raise _unreadable(self._database, error) from error

    def _mend(self, error: sqlite3.DatabaseError | None = None) -> bool:
        """Put the copy in the list's place, where it is the list that is wrong, and that was not done before."""
        if isinstance(error, sqlite3.OperationalError) or self._mended is not None:
            return False
        self.close()
        self._mended = restore_copy(self._database)
        return self._mended is not None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._database, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.executescript(_read_schema())
        except sqlite3.OperationalError:
            connection.close()
            # A folder that cannot be written to (a worn-out disk) can still be shown from.
            address = f"{self._database.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, isolation_level=None)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as error:
                if not self._mend(error):
                    raise
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _unreadable(self._database, error) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        try:
            with connection:  # commits at the end; rolls back on any error, the commit's own too
                connection.execute("BEGIN IMMEDIATE")
                yield connection
        except sqlite3.Error as error:
            raise KioskError(
                "The packs shown were not changed",
                thing=self._database.name,
                found=str(error),
                remedy="see whether the disk is full or read-only, and run kiosk doctor",
                code="packs.state-not-written",
            ) from error
        keep_copy(connection, self._database)


def _read_schema() -> str:
    return Path(__file__).with_name("state.sql").read_text("utf-8")


def _unreadable(database: Path, error: sqlite3.Error) -> KioskError:
    return KioskError(
        "The device's list of packs cannot be read",
        thing=database.name,
        found=str(error),
        remedy=f"put {database.name} aside and install the packs again; their files are still there",
        code="packs.state-unreadable",
    )
