"""A byte rots in what a database says of its own tables: SQLite's complaint cannot be decoded, and is damage all the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.sync.outbox import Outbox
from kiosk.upkeep.book import FILE_NAME, LabelBook
from kiosk.visits.clock import SystemClock
from kiosk.visits.failures import read_failures
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]

DEVICE = "d" * 32


def rot(path: Path) -> None:
    """Spoil one letter of the first table's making, once all is in the file itself."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = path.read_bytes()
    assert b"CREATE TABLE" in raw
    path.write_bytes(raw.replace(b"CREATE TABLE", b"CREATE \xf3ABLE", 1))
    with pytest.raises(UnicodeDecodeError), closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT 1 FROM sqlite_master")


def test_the_log_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "events.db"
    with closing(EventLog(path, DEVICE, SystemClock())) as log:
        Visit(log).start("mill", "en")
    rot(path)
    with pytest.raises(KioskError, match=r"visits\.log-not-read"):
        read_failures(path)
    told: list[KioskError] = []
    with closing(EventLog(path, DEVICE, SystemClock(), told.append)) as log:
        Visit(log).start("mill", "en")
        assert log.append("ScanFailed", None, kind="foreign")
    assert [problem.code for problem in told] == ["visits.log-damaged"]


def test_the_outbox_says_so(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    Outbox(path, DEVICE).close()
    rot(path)
    with pytest.raises(KioskError) as refused:
        Outbox(path, DEVICE)
    assert refused.value.code == "sync.outbox-not-opened"


def test_the_list_of_packs_gives_way_to_its_copy(data: Path) -> None:
    rot(data / "state.db")
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        assert [site.id for site in library.sites("en")] == ["mill"]
        assert [problem.code for problem in library.problems] == ["packs.state-restored"]


def test_a_rotten_copy_is_no_copy(data: Path) -> None:
    rot(data / "state.copy.db")
    rot(data / "state.db")
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        assert [problem.code for problem in library.problems] == ["packs.state-unreadable"]


def test_what_is_known_of_the_labels_begins_anew(tmp_path: Path) -> None:
    book = LabelBook(tmp_path)
    book.do(lambda connection: connection.execute("SELECT 1").fetchone())
    book.close()
    rot(tmp_path / FILE_NAME)
    assert book.do(lambda connection: connection.execute("SELECT count(*) FROM label").fetchone()) == (0,)
    problem = book.take_mended()
    assert problem is not None and problem.code == "upkeep.labels-damaged"
