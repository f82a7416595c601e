"""How connections to the two databases are made and how their transactions begin."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event

BUSY_S: Final = 10.0
# Whoever waits longer for one of our own connections is told that the database is busy.
POOL_WAIT_S: Final = 30.0
READERS: Final = 4
SERVER_CONNECTIONS: Final = 8
# PostgreSQL lets go of what a hub holds that does nothing in the midst of a transaction: a process that was stopped, a
# machine that lost its power. Longer than a backup waits for a slow stick.
IDLE_S: Final = 300.0
# At 64 MB whoever writes carries the write-ahead log over; before it comes to that, HubDatabase.tidy has.
CHECKPOINT_PAGES: Final = 16_384


def make_engines(url: URL) -> tuple[Engine, Engine]:
    """Return the engine that writes and the one that only reads."""
    if url.get_backend_name() == "sqlite":
        return _make_sqlite(url, writes=True), _make_sqlite(url, writes=False)
    return _make_postgresql(url)


def _make_sqlite(url: URL, *, writes: bool) -> Engine:
    engine = create_engine(
        url,
        # One writer: threads wait for their turn in the pool instead of asking the file again and again.
        pool_size=1 if writes else READERS,
        max_overflow=0,
        pool_timeout=POOL_WAIT_S,
        connect_args={"timeout": BUSY_S, "isolation_level": None, "cached_statements": 512},
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL" if writes else "PRAGMA query_only = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")

    # The driver itself begins no transactions (isolation_level None); SQLAlchemy says when.
    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _make_postgresql(url: URL) -> tuple[Engine, Engine]:
    engine = create_engine(
        url,
        pool_size=SERVER_CONNECTIONS,
        max_overflow=0,
        pool_timeout=POOL_WAIT_S,
        # A connection that a restarted server or a firewall cut is noticed and made again.
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": int(BUSY_S),
            "application_name": "heritage-kiosk-hub",
            "options": _write_options(url),
        },
    )
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine, reader


def _write_options(url: URL) -> str:
    """Write for how long a connection waits for others, and others for it; the address's own options have the last word."""
    own = url.query.get("options", "")
    bounds = {"lock_timeout": BUSY_S, "idle_in_transaction_session_timeout": IDLE_S}
    written = [f"-c {name}={int(bound_s * 1_000)}" for name, bound_s in bounds.items()]
    return " ".join([*written, own if isinstance(own, str) else " ".join(own)]).strip()
