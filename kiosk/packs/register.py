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
from kiosk.packs.part_choice import EVERYTHING, PartChoice, format_choice, keep_parts, parse_choice
from kiosk.packs.register_copy import is_lost, keep_copy, restore_copy
from kiosk.packs.trust.record import read_noted_time, read_trust, write_noted_time, write_trust
from kiosk.packs.trust.state import Approval, TrustState

BUSY_TIMEOUT_S = 10.0
# Another process opens, closes or mends the list: what could be read past its locks might be half of a change.
_OTHERS_AT_WORK = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_SCHEMA)
MAX_PARSED = 6
_ADDED_COLUMNS = {"pack_release": ("vouched_by", "left_out"), "pack": ("vouched_by", "choice")}


@dataclass(frozen=True, slots=True)
class InstalledRelease:
    """A release on this device; ``active`` where visitors see this one of its pack.

    Attributes:
        manifest: The whole of it, as it was signed.
        vouched_by: The operator that signed it (see :class:`kiosk.packs.trust.state.TrustState`); "" for nobody.
        left_out: The names of the parts that staff left out.
    """

    manifest: PackManifest
    active: bool
    vouched_by: str = ""
    left_out: frozenset[str] = frozenset()

    @property
    def present(self) -> PackManifest:
        """What of the release is on this device."""
        return keep_parts(self.manifest, self.left_out)


class ReleaseRegister:
    """The tables of packs and of trust. Every change is one durable transaction.

    A list that is damaged or gone is replaced by its copy, once; ``releases`` tells so.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._opened: sqlite3.Connection | None = None
        self._mended: KioskError | None = None
        self._is_frozen = False
        self._parsed: dict[bytes, PackManifest] = {}

    def close(self) -> None:
        """Close the database; the next call opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def releases(self, problems: list[KioskError] | None = None) -> tuple[InstalledRelease, ...]:
        """Return every release, packs in the order they first came, each with its newest first.

        With ``problems`` a damaged row is noted there and left out, and so is that the list had to be mended.

        Raises:
            KioskError: ``packs.state-unreadable``, for a damaged row too.
        """
        damaged: list[KioskError] = []
        found = self._read_releases(damaged)
        if damaged and self._mend(sqlite3.DatabaseError(damaged[0].found)):
            damaged.clear()
            found = self._read_releases(damaged)
        if problems is None and damaged:
            raise damaged[0]
        if problems is not None:
            problems += damaged + ([self._mended] if self._mended else [])
        return tuple(found)

    def _read_releases(self, damaged: list[KioskError]) -> list[InstalledRelease]:
        rows = self._all(
            "SELECT r.manifest, coalesce(r.version = p.active_version, 0), r.vouched_by, r.left_out"
            " FROM pack_release r JOIN pack p ON p.id = r.pack_id ORDER BY p.rowid, r.version DESC"
        )
        found: list[InstalledRelease] = []
        for raw, active, vouched_by, left_out in rows:
            try:
                manifest = self._parse(raw)
                found.append(
                    InstalledRelease(manifest, bool(active), vouched_by, frozenset(left_out.split()))
                )
            except KioskError as error:
                damaged.append(_unreadable(self._database, error))
        return found

    def find_release(self, pack_id: str, version: int) -> InstalledRelease | None:
        """Return one release, or None."""
        found = (r for r in self.releases() if (r.manifest.id, r.manifest.version) == (pack_id, version))
        return next(found, None)

    def highest_version(self, pack_id: str, vouched_by: str) -> int:
        """Return the highest version of an operator's pack that was ever shown here; 0 for a new pack."""
        sql = "SELECT highest_version FROM pack WHERE id = ? AND vouched_by = ?"
        rows = self._all(sql, pack_id, vouched_by)
        return int(rows[0][0]) if rows else 0

    def choice(self, pack_id: str) -> PartChoice:
        """Return which parts of a pack staff want on this device; everything where they never said."""
        rows = self._all("SELECT choice FROM pack WHERE id = ?", pack_id)
        return parse_choice(rows[0][0]) if rows else EVERYTHING

    def switch(self, manifest: PackManifest, approval: Approval, choice: PartChoice = EVERYTHING) -> None:
        """Show this release from now on; of the others of its pack only the one shown until now is kept.

        ``choice`` says which of its parts are here, and is remembered for the versions to come. What an operator
        before this one left is shown no longer: it stays until staff remove it. What was learned of trust is kept
        in the same transaction.
        """
        raw = format_manifest(manifest, indent=None)
        self._parsed[raw] = manifest
        values = {
            "id": manifest.id,
            "version": manifest.version,
            "by": approval.vouched_by,
            "left": " ".join(sorted(choice.left_out(manifest))),
            "choice": format_choice(choice),
        }
        with self._transaction() as connection:
            if approval.trust is not None:
                write_trust(connection, approval.trust)
            connection.execute(
                "INSERT INTO pack_release (pack_id, version, manifest, vouched_by, left_out)"
                " VALUES (:id, :version, :raw, :by, :left)"
                " ON CONFLICT DO UPDATE SET manifest = :raw, vouched_by = :by, left_out = :left",
                {**values, "raw": raw},
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
                "INSERT INTO pack (id, active_version, highest_version, vouched_by, choice)"
                " VALUES (:id, :version, :version, :by, :choice) ON CONFLICT (id) DO UPDATE SET"
                " active_version = :version, vouched_by = :by, choice = :choice,"
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

    def _parse(self, raw: bytes) -> PackManifest:
        # A manifest of thousands of files takes 20 ms to read, and an install asks for it many times.
        if raw not in self._parsed:
            if len(self._parsed) >= MAX_PARSED:
                self._parsed.clear()
            self._parsed[raw] = parse_manifest(raw, self._database.name)
        return self._parsed[raw]

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
        if isinstance(error, sqlite3.OperationalError) or self._mended is not None or self._is_frozen:
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
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF in _OTHERS_AT_WORK:
                raise
            # A folder that cannot be written to (a worn-out disk) can still be shown from.
            address = f"{self._database.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, isolation_level=None)
            self._is_frozen = True
        except UnicodeDecodeError as rotten:
            # SQLite repeats what rotted in the name of a table, and Python cannot decode that.
            connection.close()
            raise sqlite3.DatabaseError("the schema is damaged") from rotten
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
    """Bring an older list up to date: nobody vouches for what is in it, and nothing was left out."""
    for table, added in _ADDED_COLUMNS.items():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        for name in added:
            if name not in columns:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")


def _unreadable(database: Path, error: Exception) -> KioskError:
    return KioskError(
        "The device's list of packs cannot be read",
        thing=database.name,
        found=error.found if isinstance(error, KioskError) else str(error),
        remedy=f"put {database.name} aside, trust its operator again and install the packs again; their files are still there",
        code="packs.state-unreadable",
    )
