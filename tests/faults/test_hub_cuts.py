"""Connections of the hub to PostgreSQL are cut, and others keep what it wants: nothing is counted twice, nobody hangs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub import rollups
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.rollup_tables import visit_days
from kiosk.hub.database.stream_tables import counted_streams
from kiosk.hub.ingest import Ingest
from kiosk.hub.rollups import Rollups
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.fakes.postgres_cluster import PostgresCluster

VISITS = make_lines(20, name="visit")


@pytest.fixture
def on_postgresql(postgres: PostgresCluster, postgres_template: str) -> Iterator[HubDatabase]:
    with closing(open_database(postgres.make_database(postgres_template))) as database:
        yield database


def cut_who_holds(database: HubDatabase, lock: int) -> None:
    cut = text(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND objid = :lock"
    )
    with database.writing() as connection:
        assert connection.scalar(cut, {"lock": lock}) == 1


def test_a_count_whose_reader_is_cut_lets_nobody_else_count_the_same(
    on_postgresql: HubDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    Ingest(on_postgresql).take(cut_batch(VISITS, 1, 20))
    adds, others = rollups.add_rows, list[threading.Thread]()

    def add_late(*given: Any) -> None:
        if not others:
            cut_who_holds(on_postgresql, rollups.LOCK)
            others.append(threading.Thread(target=Rollups(on_postgresql).fold))
            others[0].start()
            others[0].join(0.5)
        adds(*given)

    monkeypatch.setattr(rollups, "add_rows", add_late)
    with pytest.raises(SQLAlchemyError):
        Rollups(on_postgresql).fold()
    others[0].join()
    with on_postgresql.reading() as connection:
        assert connection.scalar(select(func.sum(visit_days.c.visits))) == 20
        assert connection.scalar(select(func.sum(counted_streams.c.counted_through))) == 20
