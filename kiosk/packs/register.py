"""Which releases a device has and which of them are shown: the packs' tables in ``state.db``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import PackManifest, format_manifest, parse_manifest
from kiosk.packs.register_copy import is_lost, keep_copy, restore_copy
from kiosk.packs.trust.record import read_noted_time, read_trust, write_noted_time, write_trust
from kiosk.packs.trust.state import Approval, TrustState

BUSY_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class InstalledRelease:
    """A release on this device; ``active`` where visitors see this one of its pack.

    ``vouched_by`` is the operator that signed it (see :class:`kiosk.packs.trust.state.TrustState`); "" for nobody.
    """

    manifest: PackManifest
    active: bool
    vouched_by: str = ""


class ReleaseRegister:
    """The tables of packs and of trust. Every change is one durable transaction.

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
            "SELECT r.manifest, coalesce(r.version = p.active_version, 0), r.vouched_by FROM pack_release r"
            " JOIN pack p ON p.id = r.pack_id ORDER BY p.rowid, r.version DESC"
        )
        found: list[InstalledRelease] = []
        for raw, active, vouched_by in rows:
            try:
                manifest = parse_manifest(raw, self._database.name)
                found.append(InstalledRelease(manifest, bool(active), vouched_by))
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

    def highest_version(self, pack_id: str, vouched_by: str) -> int:
        """Return the highest version of an operator's pack that was ever shown here; 0 for a new pack."""
        sql = "SELECT highest_version FROM pack WHERE id = ? AND vouched_by = ?"
        rows = self._all(sql, pack_id, vouched_by)
        return int(rows[0][0]) if rows else 0

    def switch(self, manifest: PackManifest, approval: Approval) -> None:
        """Show this release from now on; of the others of its pack only the one shown until now is kept.

        What an operator before this one left is shown no longer: it stays until staff remove it. What was
        learned of trust is kept in the same transaction.
        """
        values = {"id": manifest.id, "version": manifest.version, "by": approval.vouched_by}
        with self._transaction() as connection:
            if approval.trust is not None:
                write_trust(connection, approval.trust)
            connection.execute(
                "INSERT INTO pack_release (pack_id, version, manifest, vouched_by)"
                " VALUES (:id, :version, :raw, :by) ON CONFLICT DO UPDATE SET manifest = :raw, vouched_by = :by",
                {**values, "raw": format_manifest(manifest)},
            )
            connection.execute(
                "UPDATE pack SET active_version = NULL WHERE EXISTS (SELECT 1 FROM pack_release r"
                " WHERE r.pack_id = id AND r.version = active_version AND r.vouched_by <> :by)",
                values,
            )
            shown = connection.execute("SELECT active_version FROM pack WHERE id = :id", values).fetchone()
            if shown and shown[0] not in (None, manifest.version):
                connection.execute(
                    "DELETE FROM pack_release WHERE pack_id = :id AND version NOT IN (:version, :shown)",
                    {**values, "shown": shown[0]},
                )
            connection.execute(
                "INSERT INTO pack (id, active_version, highest_version, vouched_by)"
                " VALUES (:id, :version, :version, :by) ON CONFLICT (id) DO UPDATE SET"
                " active_version = :version, vouched_by = :by,"
                " highest_version = CASE WHEN vouched_by = :by THEN max(highest_version, :version) ELSE :version END",
                values,
            )

    def trust(self) -> TrustState | None:
        """Return what the device trusts; None for nobody.

        Raises:
            KioskError: ``packs.state-unreadable``.
        """
        try:
            return read_trust(self._connection)
        except (sqlite3.Error, ValueError) as error:
            raise _unreadable(self._database, error) from error

    def keep_trust(self, trust: TrustState) -> None:
        """Put ``trust`` in the place of what was trusted."""
        with self._transaction() as connection:
            write_trust(connection, trust)

    def noted_time(self) -> datetime | None:
        """Return the newest time a hub ever told; None where none did."""
        try:
            return read_noted_time(self._connection)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            raise _unreadable(self._database, error) from error

    def note_time(self, at: datetime) -> None:
        """Remember the time a hub told."""
        with self._transaction() as connection:
            write_noted_time(connection, at)

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
            _add_columns(connection)
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


def _add_columns(connection: sqlite3.Connection) -> None:
    """Bring a list from before packs were signed up to date: nobody vouches for what is in it."""
    for table in ("pack_release", "pack"):
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if "vouched_by" not in columns:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN vouched_by TEXT NOT NULL DEFAULT ''")


def _unreadable(database: Path, error: Exception) -> KioskError:
    return KioskError(
        "The device's list of packs cannot be read",
        thing=database.name,
        found=str(error),
        remedy=f"put {database.name} aside and install the packs again; their files are still there",
        code="packs.state-unreadable",
    )
