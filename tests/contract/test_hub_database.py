"""What holds for the hub's database in SQLite holds in PostgreSQL."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.device_tables import devices
from kiosk.hub.database.migrating import latest_revision
from kiosk.hub.database.tables import all_tables
from kiosk.model.errors import KioskError

DEVICE = "d" * 32


def enrol(database: HubDatabase, device: str = DEVICE) -> None:
    with database.writing() as connection:
        connection.execute(
            insert(devices).values(
                device=device,
                name="Desk 1",
                signing_key=bytes(32),
                sealing_key=bytes(32),
                enrolled_at=1_700_000_000_000,
            )
        )


def count(database: HubDatabase) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(devices)) or 0


def test_the_migrations_make_exactly_the_declared_tables(hub_database: HubDatabase) -> None:
    with hub_database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, all_tables()) == []


def test_what_was_written_is_there_when_it_is_opened_again(hub_address: str) -> None:
    with closing(open_database(hub_address)) as database:
        enrol(database)
    with closing(open_database(hub_address)) as again, again.reading() as connection:
        row = connection.execute(select(devices.c.device, devices.c.site, devices.c.enrolled_at)).one()
    assert tuple(row) == (DEVICE, None, 1_700_000_000_000)


def test_nothing_of_a_transaction_that_failed_is_kept(hub_database: HubDatabase) -> None:
    rows = [
        {"device": DEVICE, "name": name, "signing_key": b"", "sealing_key": b"", "enrolled_at": 1}
        for name in ("once", "twice")
    ]
    with pytest.raises(IntegrityError), hub_database.writing() as connection:
        connection.execute(insert(devices), rows)
    assert count(hub_database) == 0


def test_a_reader_cannot_write(hub_database: HubDatabase) -> None:
    with pytest.raises(DBAPIError, match=r"read.?only"), hub_database.reading() as connection:
        connection.execute(text("DELETE FROM devices"))


def test_a_reader_sees_one_moment(hub_database: HubDatabase) -> None:
    with hub_database.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(devices))
        enrol(hub_database)
        assert connection.scalar(select(func.count()).select_from(devices)) == before == 0
    assert count(hub_database) == 1


def test_writers_in_several_threads_take_turns(hub_database: HubDatabase) -> None:
    def work(number: int) -> None:
        for index in range(5):
            enrol(hub_database, f"{number * 10 + index:032x}")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(hub_database) == 20


def test_several_hubs_may_open_an_empty_database_at_once(hub_address: str) -> None:
    opened: list[HubDatabase] = []
    threads = [threading.Thread(target=lambda: opened.append(open_database(hub_address))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for database in opened:
        database.close()
    assert len(opened) == 4


def test_a_database_of_a_newer_hub_is_refused_in_words_and_left_alone(hub_address: str) -> None:
    with closing(open_database(hub_address)) as database, database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(KioskError, match="9999") as refusal:
        open_database(hub_address)
    assert refusal.value.code == "hub.schema-newer"
    assert latest_revision() in str(refusal.value)


def test_the_password_is_never_told() -> None:
    with pytest.raises(KioskError) as refusal:
        open_database("postgresql://hub:secret@127.0.0.1:1/hub")
    assert refusal.value.code == "hub.database-not-opened"
    assert "secret" not in str(refusal.value)
