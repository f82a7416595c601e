from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.upkeep import notes
from kiosk.upkeep.book import FILE_NAME, LabelBook
from kiosk.upkeep.rows import read_records
from tests.upkeep.labels_room import LabelsRoom

DAY = "2026-05-04"
NO_READS = " ".join("0" * 21)


def read_once(stop_id: str, connection: sqlite3.Connection) -> None:
    notes.note_read(connection, stop_id, DAY, 1.0)


@pytest.fixture
def database(room: LabelsRoom) -> Path:
    room.read("mill/1", times=3)
    room.meet_stranger("mill/2")
    room.background.run_all()
    room.upkeep.close()
    return room.folder / FILE_NAME


def test_nothing_finer_than_a_day_and_nothing_of_a_visit_is_kept(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        rows = [
            row
            for table in ("label", "day", "confirmed", "meta")
            for row in connection.execute(f"SELECT * FROM {table}")
        ]
    words = {str(value) for row in rows for value in row if not isinstance(value, int)}
    assert words <= {"mill/1", "mill/2", DAY, "", NO_READS, NO_READS[:-1] + "3", "round"}
    assert not any(isinstance(value, int) and value > 1_000 for row in rows for value in row), "no time"


def test_the_order_of_the_reads_is_not_on_the_disk(tmp_path: Path) -> None:
    """Visitors who read the same labels in another order leave the same bytes."""
    left = []
    for name, order in (("there", "12345"), ("back", "54321"), ("to and fro", "35142")):
        room = LabelsRoom(tmp_path / name)
        for stop in order:
            room.read(f"mill/{stop}", times=3)
            room.background.run_all()
        room.upkeep.notes.forget()
        room.background.run_all()
        room.close()
        files = {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.stat().st_size}
        assert list(files) == [FILE_NAME]
        left.append(files[FILE_NAME])
    assert left[0] == left[1] == left[2]


def test_what_cannot_be_written_anew_is_not_counted_twice(
    room: LabelsRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_book: LabelBook) -> None:
        raise KioskError("Not written", code="upkeep.labels-not-written")

    with monkeypatch.context() as patch:
        patch.setattr(LabelBook, "rewrite", refuse)
        room.read("mill/1")
        room.upkeep.notes.forget()
        room.background.run_all()
    assert room.codes == ["upkeep.labels-not-written"]
    assert room.state("mill/1").reads == 1


def test_a_visit_that_read_no_label_writes_nothing(room: LabelsRoom) -> None:
    room.upkeep.notes.code_refused("foreign", "https://poster.example/a")
    room.upkeep.notes.forget()
    room.background.run_all()
    assert not (room.folder / FILE_NAME).exists()


def test_a_thousand_stops_and_years_of_days_stay_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "MAX_LABELS", 50)
    book = LabelBook(tmp_path)

    def years(connection: sqlite3.Connection) -> None:
        for day in range(200):
            notes.note_read(connection, "mill/1", f"2026-{1 + day // 28:02d}-{1 + day % 28:02d}", 1.0)
        for stop in range(80):
            notes.note_read(connection, f"mill/{stop}", f"2027-01-{1 + stop % 28:02d}", 1.0)

    book.do(years)
    records = book.do(lambda connection: read_records(connection, "mill"))
    assert len(records) == 50
    assert max(len(record.days) for record in records.values()) <= notes.KEPT_DAYS
    assert "mill/79" in records, "the newest is kept"
    book.close()


@pytest.mark.parametrize("damage", ["garbage", "middle", "empty", "other", "cut"])
def test_a_damaged_file_is_mended_and_told(room: LabelsRoom, database: Path, damage: str) -> None:
    whole = database.read_bytes()
    if damage == "garbage":
        database.write_bytes(b"not a database at all" * 400)
    elif damage == "middle":
        database.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    elif damage == "empty":
        database.write_bytes(b"")
    elif damage == "cut":
        database.write_bytes(whole[: len(whole) // 2])
    else:
        database.unlink()
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE TABLE other(a)")
            connection.execute("PRAGMA user_version = 1")
    room.restart()
    room.read("mill/1")
    assert room.state("mill/1").reads >= 1
    assert set(room.codes) <= {"upkeep.labels-damaged"}
    assert (room.codes == []) == (damage == "empty")


def test_rows_that_are_nonsense_count_as_nothing(room: LabelsRoom, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE day SET reads = 'many', foreign_codes = -5")
        connection.execute("UPDATE label SET first = x'ff', read_on = 12")
        connection.execute("INSERT INTO meta VALUES('round', 'nowhere')")
    room.restart()
    state = room.state("mill/1")
    assert (state.reads, state.foreign, state.spare) == (0, 0, None)


def test_a_disk_that_refuses_is_told_once_and_nothing_is_lost_when_it_is_over(room: LabelsRoom) -> None:
    (room.folder / FILE_NAME).mkdir()
    room.read("mill/1", times=3)
    room.background.run_all()
    room.read("mill/1")
    room.background.run_all()
    assert room.states("mill") == ()
    assert room.codes == ["upkeep.labels-not-written"]
    (room.folder / FILE_NAME).rmdir()
    assert room.state("mill/1").reads == 4


def test_two_processes_may_use_the_file_at_once(room: LabelsRoom) -> None:
    other = LabelBook(room.folder)
    room.read("mill/1")
    room.background.run_all()
    assert other.do(lambda connection: read_records(connection, "mill"))["mill/1"].days[DAY].reads == 1
    room.read("mill/1")
    room.background.run_all()
    assert other.do(lambda connection: read_records(connection, "mill"))["mill/1"].days[DAY].reads == 2
    other.close()


def test_work_that_fails_by_a_bug_is_not_taken_for_the_disks_fault(tmp_path: Path) -> None:
    book = LabelBook(tmp_path)
    with pytest.raises(ZeroDivisionError):
        book.do(lambda _connection: 1 // 0)
    assert book.do(lambda connection: connection.in_transaction)
    book.close()
    assert not isinstance(book.take_mended(), KioskError)


def test_work_that_comes_after_the_end_leaves_nothing_open(tmp_path: Path) -> None:
    book = LabelBook(tmp_path)
    book.close()
    book.do(partial(read_once, "mill/1"))  # whatever stays open fails this test at its end
    assert book.do(lambda connection: len(read_records(connection, "mill"))) == 1
