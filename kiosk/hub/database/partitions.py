"""PostgreSQL keeps facts by the month of their arrival: a month is dropped, moved or backed up as one table."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, text

# Any number, the same in all hubs, other than the one for migrations.
LOCK: Final = 0x4B494F54


def name_month(day: date) -> str:
    """Return the name of the table that holds the facts of a day's month."""
    return f"facts_{day:%Y_%m}"


def make_month(connection: Connection, day: date) -> None:
    """Make the table for the facts of a day's month, if it is absent. SQLite has one table for all.

    Ingest and readers go on meanwhile: the table is made by itself and then attached.
    """
    if connection.dialect.name != "postgresql":
        return
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    if _is_there(connection, day):
        return
    name, first = name_month(day), day.replace(day=1)
    connection.execute(text(f"CREATE TABLE {name} (LIKE facts INCLUDING ALL)"))
    connection.execute(
        text(
            f"ALTER TABLE facts ATTACH PARTITION {name} FOR VALUES FROM ('{first}') TO ('{next_month(day)}')"
        )
    )


def next_month(day: date) -> date:
    """Return the first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _is_there(connection: Connection, day: date) -> bool:
    # Not to_regclass: it may remember that there was none before another hub made it.
    found = text("SELECT 1 FROM pg_class WHERE relname = :name AND pg_table_is_visible(oid)")
    return connection.scalar(found, {"name": name_month(day)}) is not None
