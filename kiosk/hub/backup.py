"""Backing up and restoring a hub's whole database, while it serves, from either kind to either kind."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Table, exists, insert, select
from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub.backup_file import BackupReader, TableRows, reading_backup, writing_backup
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.migrating import knows_revision, read_revision
from kiosk.hub.database.opening import describe
from kiosk.hub.database.partitions import make_month, name_month
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.database.tables import all_tables
from kiosk.model.errors import KioskError

_ROWS_AT_A_TIME: Final = 2_000


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was written or restored: ``rows`` of all tables, at ``made_at`` (UTC ms), tables of ``revision``."""

    rows: int
    made_at: int
    revision: str


def back_up(database: HubDatabase, path: Path) -> BackedUp:
    """Write all tables to ``path``, as they were in one moment; devices and people go on meanwhile.

    Raises:
        KioskError: ``hub.backup-exists``, ``hub.backup-not-written``.
        SQLAlchemyError: The database could not be read; there is no backup.
    """
    made_at = time.time_ns() // 1_000_000
    with database.reading() as connection:
        revision = read_revision(connection)
        with writing_backup(path, revision, made_at) as writer:
            for table in all_tables().sorted_tables:
                writer.begin_table(table.name, [column.name for column in table.columns])
                found = connection.execute(select(table).execution_options(yield_per=_ROWS_AT_A_TIME))
                for row in found:
                    writer.write_row(row)
    return BackedUp(writer.rows, made_at, revision)


def restore(address: str, path: Path) -> BackedUp:
    """Fill the empty database at ``address``, made if absent, with the backup at ``path``: wholly, or not at all.

    Raises:
        KioskError: ``hub.backup-damaged``, ``hub.backup-newer``, ``hub.restore-not-empty``, ``hub.restore-not-written``,
            or as :func:`kiosk.hub.database.open_database`.
    """
    with reading_backup(path) as backup:
        if not knows_revision(backup.revision):
            raise _refuse(str(path), "a backup that this version knows", f"one of revision {backup.revision[:40]}", "Restore it with the version that made it, or a newer one", "hub.backup-newer")  # fmt: skip
        database = open_database(address)
        try:
            with database.writing() as connection:
                _require_empty(connection, database.name)
                return BackedUp(_fill(connection, backup), backup.made_at, backup.revision)
        except SQLAlchemyError as error:
            raise _refuse(database.name, "a database that can be written", describe(error), "See whether it has room, and who may write there", "hub.restore-not-written") from error  # fmt: skip
        finally:
            database.close()


def _fill(connection: Connection, backup: BackupReader) -> int:
    rows = 0
    tables = all_tables().tables
    for part in backup.tables():
        table = tables.get(part.name)
        if table is None or any(name not in table.columns for name in part.columns):
            raise backup.complain(f"a table that no hub has ever had: {part.name[:40]}")
        rows += _fill_table(connection, table, part)
    return rows


def _fill_table(connection: Connection, table: Table, part: TableRows) -> int:
    count, months = 0, set[str]()
    while rows := [dict(zip(part.columns, row, strict=True)) for row in islice(part.rows, _ROWS_AT_A_TIME)]:
        if table is facts:
            for day in {row["arrived_on"] for row in rows}:
                if name_month(day) not in months:
                    make_month(connection, day)
                    months.add(name_month(day))
        connection.execute(insert(table), rows)
        count += len(rows)
    return count


def _require_empty(connection: Connection, name: str) -> None:
    full = [table.name for table in all_tables().sorted_tables if connection.scalar(select(exists().select_from(table)))]  # fmt: skip
    if full:
        raise _refuse(name, "an empty database, or none yet", f"rows in {', '.join(full[:3])}", "Name another database; what is there is never written over", "hub.restore-not-empty")  # fmt: skip


def _refuse(thing: str, expected: str, found: str, remedy: str, code: str) -> KioskError:
    return KioskError("Nothing was restored", thing=thing, expected=expected, found=found, remedy=remedy, code=code)  # fmt: skip
