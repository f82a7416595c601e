"""The power goes, the disk fills, bytes rot: what was known of the labels is whole or mended, and visits go on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.upkeep import notes
from kiosk.upkeep.book import FILE_NAME, LabelBook
from kiosk.upkeep.rows import read_records, read_round
from tests.faults.sudden_end import count_lines, run_in_child, trace

UPKEEP = f"{os.sep}kiosk{os.sep}upkeep{os.sep}"
DAY = "2026-05-04"
MOMENTS = 24


def read_once(stop_id: str, connection: sqlite3.Connection) -> None:
    notes.note_read(connection, stop_id, DAY, 0.9)


def make_round(connection: sqlite3.Connection) -> None:
    """One batch: a read, a stranger, and a round that confirms."""
    notes.note_read(connection, "mill/1", DAY, 1.0)
    notes.note_seen(connection, "mill/2", DAY, "forged")
    notes.keep_round(connection, "mill")
    notes.note_confirmed(connection, "mill/3", DAY)


def count(folder: Path) -> tuple[int, int, bool]:
    """Return the reads of the first label, the strangers at the second, and whether the third is confirmed."""
    book = LabelBook(folder)
    records = book.do(lambda connection: read_records(connection, "mill"))
    _, confirmed = book.do(read_round)
    assert book.take_mended() is None, "a power cut damages nothing"
    book.close()
    days = {stop_id: record.days.get(DAY) for stop_id, record in records.items()}
    first, second = days.get("mill/1"), days.get("mill/2")
    return first.reads if first else 0, second.forged if second else 0, "mill/3" in confirmed


def work(folder: Path) -> None:
    book = LabelBook(folder)
    book.do(partial(read_once, "mill/1"))
    book.do(make_round)
    book.close()


def test_killed_before_any_line_a_batch_is_whole_or_not_there(tmp_path: Path) -> None:
    total = count_lines(UPKEEP, lambda: work(tmp_path / "whole"))
    assert count(tmp_path / "whole") == (2, 1, True)
    for moment in range(MOMENTS):
        folder = tmp_path / str(moment)
        assert run_in_child(partial(work_until, folder, 1 + moment * (total - 1) // (MOMENTS - 1)))
        assert count(folder) in ((0, 0, False), (1, 0, False), (2, 1, True))
        work(folder)  # and it goes on where it was
        assert count(folder)[1:] == ((2 if count(folder)[0] == 4 else 1), True)


def work_until(folder: Path, line: int) -> None:
    left = line

    def on_line() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    trace(UPKEEP, lambda: work(folder), on_line)


def test_a_journal_left_by_a_power_cut_is_undone(tmp_path: Path) -> None:
    """The machine stops in the middle of a commit: the pages are half written, the journal still knows the old ones."""
    book = LabelBook(tmp_path)
    book.do(partial(read_once, "mill/1"))
    book.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("BEGIN IMMEDIATE")
        for stop in range(2_000):
            connection.execute("INSERT INTO label(stop_id, first) VALUES(?, ?)", (f"mill/x{stop}", "y" * 200))
        cut = tmp_path / "cut"
        cut.mkdir()
        for name in (FILE_NAME, f"{FILE_NAME}-journal"):
            (cut / name).write_bytes((tmp_path / name).read_bytes())
        connection.execute("ROLLBACK")
    assert (cut / f"{FILE_NAME}-journal").stat().st_size > 0
    assert count(cut) == (1, 0, False)


@pytest.mark.parametrize(
    "seed", [*range(12), 109, 133, 202]
)  # the last three each found a way that damage had not been seen
def test_bytes_that_rot_are_noticed_and_what_can_be_read_is_kept(tmp_path: Path, seed: int) -> None:
    book = LabelBook(tmp_path)
    for stop in range(40):
        book.do(partial(read_once, f"mill/{stop}"))
    book.close()
    lot = random.Random(seed)
    raw = bytearray((tmp_path / FILE_NAME).read_bytes())
    for _ in range(lot.choice((1, 40, 4_000))):
        raw[lot.randrange(len(raw))] = lot.randrange(256)
    (tmp_path / FILE_NAME).write_bytes(bytes(raw[: lot.randrange(len(raw))] if seed % 3 == 0 else raw))
    book = LabelBook(tmp_path)
    book.do(partial(read_once, "mill/1"))
    records = book.do(lambda connection: read_records(connection, "mill"))
    assert records["mill/1"].days[DAY].reads >= 1
    book.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_refuses_in_words_and_leaves_the_file_whole(tmp_path: Path) -> None:
    book = LabelBook(tmp_path)
    book.do(partial(read_once, "mill/1"))

    def fill(connection: sqlite3.Connection) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        for stop in range(500):
            read_once(f"mill/{stop}", connection)

    with pytest.raises(KioskError) as refused:
        book.do(fill)
    assert refused.value.code == "upkeep.labels-not-written"
    book.close()
    assert count(tmp_path) == (1, 0, False)


def test_a_folder_that_cannot_be_written_refuses_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    book = LabelBook(tmp_path / "data")
    with pytest.raises(KioskError) as refused:
        book.do(partial(read_once, "mill/1"))
    assert refused.value.code == "upkeep.labels-not-written"
    book.close()


def test_another_program_that_holds_the_file_is_waited_for_and_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.upkeep.store.BUSY_S", 0.05)
    book = LabelBook(tmp_path)
    with held(tmp_path, book.do), pytest.raises(KioskError) as refused:
        book.do(partial(read_once, "mill/1"))
    assert refused.value.code == "upkeep.labels-not-written"
    book.do(partial(read_once, "mill/1"))
    book.close()
    assert count(tmp_path) == (1, 0, False)


@contextmanager
def held(folder: Path, do: Callable[[Callable[[sqlite3.Connection], object]], object]) -> Iterator[None]:
    """Hold the database's lock from elsewhere."""
    do(lambda connection: connection.execute("SELECT 1").fetchone())
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")
