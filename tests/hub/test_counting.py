from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.hub.counting import Counting
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.ingest import Ingest
from kiosk.hub.rollups import count_waiting
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines


def wait_until_counted(database: HubDatabase) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with database.reading() as connection:
            if not count_waiting(connection):
                return
        time.sleep(0.05)
    raise AssertionError("not counted")


def test_what_devices_send_is_counted_by_itself(hub_database: HubDatabase) -> None:
    ingest = Ingest(hub_database)
    ingest.take(cut_batch(make_lines(40), 1, 20))
    with Counting(hub_database):
        wait_until_counted(hub_database)
        ingest.take(cut_batch(make_lines(40), 21, 20))
        wait_until_counted(hub_database)


@pytest.mark.allow_log(r"kiosk\.hub\.counting: facts are not counted for now")
def test_it_goes_on_when_the_database_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.hub.counting.EVERY_S", 0.05)
    with closing(open_database(str(tmp_path / "hub.db"))) as database:
        Ingest(database).take(cut_batch(make_lines(5), 1, 5))
        with database.writing() as connection:
            connection.execute(text("ALTER TABLE stop_days RENAME TO away"))
        with Counting(database):
            time.sleep(0.3)
            with database.writing() as connection:
                connection.execute(text("ALTER TABLE away RENAME TO stop_days"))
            wait_until_counted(database)
