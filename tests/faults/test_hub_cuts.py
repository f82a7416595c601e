"""Connections of the hub to PostgreSQL are cut, and others keep what it wants: nothing is counted twice, nobody hangs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub import rollups
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.account_tables import tries
from kiosk.hub.database.adding import add_rows
from kiosk.hub.database.rollup_tables import visit_days
from kiosk.hub.database.stream_tables import counted_streams
from kiosk.hub.ingest import Ingest
from kiosk.hub.log_in import BY_BOTH
from kiosk.hub.rollups import Rollups
from kiosk.hub.stream_heads import hold
from kiosk.model.batch import start_hash
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.fakes.postgres_cluster import PostgresCluster
from tests.faults.hub_kills import HUB, find_wrong_totals, list_batches
from tests.faults.sudden_end import trace

VISITS = make_lines(20, name="visit")
CUT_ALL = text(
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


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
    others = list[threading.Thread]()

    def add_late(*given: Any) -> None:
        if not others:
            cut_who_holds(on_postgresql, rollups.LOCK)
            others.append(threading.Thread(target=Rollups(on_postgresql).fold))
            others[0].start()
            others[0].join(0.5)
        add_rows(*given)

    monkeypatch.setattr(rollups, "add_rows", add_late)
    with pytest.raises(SQLAlchemyError):
        Rollups(on_postgresql).fold()
    others[0].join()
    with on_postgresql.reading() as connection:
        assert connection.scalar(select(func.sum(visit_days.c.visits))) == 20
        assert connection.scalar(select(func.sum(counted_streams.c.counted_through))) == 20


def test_who_waits_too_long_for_a_device_is_told_so_and_the_others_go_on(
    postgres: PostgresCluster, postgres_template: str
) -> None:
    """Another hub was stopped, or lost its power, in the midst of a transaction."""
    address = postgres.make_database(postgres_template)
    held, free = cut_batch(VISITS, 1, 20), cut_batch(VISITS, 1, 20, "2" * 32)
    free = replace(free, device="e" * 32, previous_hash=start_hash("e" * 32, "2" * 32))
    with (
        closing(open_database(address)) as stopped,
        closing(open_database(f"{address}&options=-c lock_timeout=200")) as database,
    ):
        ingest = Ingest(database)
        with stopped.writing() as connection:
            hold(connection, [(held.device, held.incarnation)])
            with pytest.raises(SQLAlchemyError, match="lock timeout"):
                ingest.take(held)
            assert ingest.take(free).acked_through == 20
        assert ingest.take(held).acked_through == 20


def test_two_who_come_back_after_a_day_do_not_wait_for_each_others_old_tries(
    postgres: PostgresCluster, postgres_template: str
) -> None:
    address, day_ms = postgres.make_database(postgres_template), 86_400_000
    with closing(open_database(f"{address}&options=-c lock_timeout=200")) as database:
        for who in ("asha", "ravi", "gone"):
            with database.writing() as connection:
                BY_BOTH.begin_try(connection, who, 1)
        with database.writing() as first, database.writing() as second:
            BY_BOTH.take_back(second, "ravi")
            assert BY_BOTH.begin_try(first, "asha", 2 * day_ms) == 0
        with database.reading() as connection:
            assert set(connection.scalars(select(tries.c.who))) == {"asha", "ravi"}


@pytest.mark.parametrize("step", [1_733, 4_409])
def test_connections_cut_before_any_line_of_ingest_cost_nothing_but_another_try(
    postgres: PostgresCluster, postgres_template: str, step: int
) -> None:
    left, address = step, postgres.make_database(postgres_template)
    with closing(open_database(address)) as knife, closing(open_database(address)) as database:
        ingest, counting = Ingest(database), Rollups(database)

        def on_line() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                with knife.writing() as connection:
                    assert connection.scalar(CUT_ALL)

        def work() -> None:
            for batch in list_batches():
                try_twice(partial(ingest.take, batch))
                try_twice(counting.fold)

        trace(HUB, work, on_line)
        assert left < 0
        assert list(find_wrong_totals(database)) == []


def try_twice(act: Callable[[], object]) -> None:
    try:
        act()
    except SQLAlchemyError:
        act()
