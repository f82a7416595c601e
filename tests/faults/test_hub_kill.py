"""The hub is killed at any line of its ingest, on SQLite and on PostgreSQL. A sample; ``./run bench hub_faults`` tries more."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.hub.database import open_database
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.fakes.postgres_cluster import PostgresCluster
from tests.faults.hub_kills import choose_steps, count_steps, try_steps

SAMPLE = 5


def test_a_killed_hub_on_sqlite_loses_nothing_acknowledged(tmp_path: Path) -> None:
    open_database(str(tmp_path / "count.db")).close()
    steps = count_steps(str(tmp_path / "count.db"), tmp_path / "count")
    assert steps > 1_000

    def make(step: int) -> tuple[str, Path]:
        open_database(str(tmp_path / f"{step}.db")).close()
        return str(tmp_path / f"{step}.db"), tmp_path / f"{step}.told"

    assert try_steps(choose_steps(steps, SAMPLE), make) == []


def test_a_killed_hub_on_postgresql_loses_nothing_acknowledged(
    postgres: PostgresCluster, postgres_template: str, tmp_path: Path
) -> None:
    steps = count_steps(postgres.make_database(postgres_template), tmp_path / "count")

    def make(step: int) -> tuple[str, Path]:
        return postgres.make_database(postgres_template), tmp_path / f"{step}.told"

    assert try_steps(choose_steps(steps, SAMPLE), make) == []


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_database_server_that_restarts_loses_nothing_acknowledged(
    postgres: PostgresCluster, postgres_template: str, tmp_path: Path, moment: str
) -> None:
    lines = make_lines(30)
    with closing(open_database(postgres.make_database(postgres_template))) as database:
        ingest = Ingest(database)
        if moment == "after":
            ingest.take(cut_batch(lines, 1, 10))
        postgres.restart()
        assert ingest.take(cut_batch(lines, 1, 30)).acked_through == 30
        assert Reports(database).totals().facts == 30
