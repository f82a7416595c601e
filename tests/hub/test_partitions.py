"""PostgreSQL keeps facts by the month of their arrival; the months are made as they are needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.partitions import make_month, name_month, next_month
from kiosk.hub.ingest import Ingest
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.fakes.postgres_cluster import PostgresCluster

LIST = "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'facts'::regclass ORDER BY 1"


@pytest.fixture
def database(postgres: PostgresCluster, postgres_template: str) -> Iterator[HubDatabase]:
    with closing(open_database(postgres.make_database(postgres_template))) as opened:
        yield opened


def list_months(database: HubDatabase) -> list[str]:
    with database.reading() as connection:
        return list(connection.scalars(text(LIST)))


def test_the_month_after_december_is_january() -> None:
    assert next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 31)) == date(2026, 2, 1)


def test_ingest_makes_this_month_and_the_next_beforehand(database: HubDatabase) -> None:
    Ingest(database).take(cut_batch(make_lines(5), 1, 5))
    assert len(list_months(database)) == 2
    with database.reading() as connection:
        today = connection.scalar(text("SELECT (now() AT TIME ZONE 'UTC')::date"))
        assert today is not None
        assert connection.scalar(text(f"SELECT count(*) FROM {name_month(today)}")) == 5


def test_many_hubs_make_a_month_once(database: HubDatabase) -> None:
    def work() -> None:
        with database.writing() as connection:
            make_month(connection, date(2027, 3, 15))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list_months(database) == ["facts_2027_03"]


def test_a_month_has_the_key_of_the_whole_table(database: HubDatabase) -> None:
    with database.writing() as connection:
        make_month(connection, date(2027, 3, 15))
    with database.reading() as connection:
        definition = connection.scalar(
            text("SELECT indexdef FROM pg_indexes WHERE tablename = 'facts_2027_03'")
        )
    assert definition is not None and "(device, incarnation, seq, arrived_on)" in definition


def test_a_batch_that_comes_again_next_month_is_known(database: HubDatabase) -> None:
    lines = make_lines(9)
    Ingest(database).take(cut_batch(lines, 1, 5))
    later = Ingest(database, lambda: datetime(2031, 5, 6, tzinfo=UTC))
    assert later.take(cut_batch(lines, 1, 9)).acked_through == 9
    with database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM facts")) == 9
        assert connection.scalar(text("SELECT count(*) FROM facts_2031_05")) == 4
