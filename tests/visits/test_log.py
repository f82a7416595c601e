from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.visits.log import EventLog
from tests.fakes.fake_clock import FakeClock
from tests.visits.conftest import Bench, make_bench


def rows(path: Path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {columns} FROM events ORDER BY seq").fetchall()


def test_an_event_is_on_the_disk_when_append_says_so(bench: Bench) -> None:
    assert bench.log.append("Incident", code="scanning.camera-lost")
    assert rows(bench.log.path, "seq, name, body") == [(1, "Incident", '{"code":"scanning.camera-lost"}')]


def test_each_row_carries_boot_time_wall_time_and_its_quality(bench: Bench) -> None:
    bench.clock.wall_ms = 1_000
    bench.log.append("Incident", "v1", code="a.b")
    (row,) = rows(bench.log.path, "incarnation, visit, boot_id, boot_ms, wall_ms, wall_quality")
    assert len(str(row[0])) == 32
    assert row[1:] == ("v1", "b" * 32, 5_000_000, 1_000, "unset")


def test_an_undeclared_event_is_never_written(bench: Bench) -> None:
    with pytest.raises(ValueError, match="declared"):
        bench.log.append("NameOfVisitor", name="Ada")
    assert bench.names() == []


def test_a_second_writer_is_refused_in_words(bench: Bench) -> None:
    with pytest.raises(KioskError, match="another one running") as refusal:
        make_bench(bench.folder)
    assert refusal.value.code == "visits.log-in-use"
    assert bench.log.append("Incident", code="a.b")


def test_a_closed_log_lets_the_next_writer_in(folder: Path) -> None:
    make_bench(folder).log.close()
    with closing(make_bench(folder).log) as log:
        assert log.append("Incident", code="a.b")


def test_close_writes_what_is_in_line(folder: Path) -> None:
    bench = make_bench(folder)
    for _ in range(200):
        bench.log.append("Incident", code="a.b")
    bench.log.close()
    bench.log.close()
    assert len(rows(folder / "events.db", "seq")) == 200


def test_numbers_are_never_used_twice_even_after_a_wipe(bench: Bench) -> None:
    bench.visitor.follow("start open close end")
    last = rows(bench.log.path, "max(seq)")[0][0]
    bench.settle()
    bench.log.append("Incident", code="a.b")
    assert rows(bench.log.path, "seq") == [(int(str(last)) + 1,)]


def test_a_disk_copied_to_another_device_begins_a_new_incarnation(folder: Path) -> None:
    incarnations = []
    for device in ("d" * 32, "d" * 32, "e" * 32):
        with closing(EventLog(folder / "events.db", device, FakeClock())) as log:
            log.append("Incident", code="a.b")
        incarnations.append(rows(folder / "events.db", "incarnation")[-1][0])
    assert incarnations[0] == incarnations[1] != incarnations[2]


def test_the_interface_never_waits_long_for_a_stuck_disk(bench: Bench) -> None:
    release = threading.Event()
    stuck = bench.log.submit(lambda _connection: release.wait(10))
    answers = [bench.log.append("Incident", code="a.b") for _ in range(20)]
    release.set()  # had append waited for the disk, this line would never have come
    assert stuck.result(10)
    assert not any(answers)
    bench.settle()
    assert bench.names() == ["Incident"] * 20


def test_what_nobody_waits_for_is_written_in_its_order(bench: Bench) -> None:
    release = threading.Event()
    stuck = bench.log.submit(lambda _connection: release.wait(10))
    bench.log.note("Incident", code="a.b")
    bench.log.note("Incident", code="a.c")
    release.set()
    assert stuck.result(10)
    assert bench.log.append("Incident", code="a.d")
    codes = bench.log.submit(
        lambda connection: [
            row[0] for row in connection.execute("SELECT body ->> 'code' FROM events ORDER BY seq")
        ]
    ).result(10)
    assert codes == ["a.b", "a.c", "a.d"]


def test_what_the_line_has_no_place_for_is_told_as_a_gap(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visits.log.MAX_IN_LINE", 1)
    release, begun = threading.Event(), threading.Event()

    def hold(_connection: sqlite3.Connection) -> bool:
        begun.set()
        return release.wait(10)

    stuck = bench.log.submit(hold)
    assert begun.wait(10)
    for _ in range(5):
        bench.log.note("Incident", code="a.b")
    release.set()
    assert stuck.result(10)
    assert bench.log.append("Incident", code="a.c")
    found = bench.log.submit(lambda connection: connection.execute("SELECT body FROM events").fetchall())
    gaps = [json.loads(body) for (body,) in found.result(10) if "first_seq" in body]
    assert [(gap["last_seq"] - gap["first_seq"] + 1, gap["reason"]) for gap in gaps] == [(3, "not-written")]


def test_a_job_runs_after_all_that_is_in_line(bench: Bench) -> None:
    bench.visitor.follow("start open")
    assert bench.names() == ["VisitStarted", "StopOpened"]


def test_a_read_only_database_costs_the_record_and_not_the_visit(folder: Path) -> None:
    bench = make_bench(folder)
    with closing(bench.log):
        bench.log.append("Incident", code="a.b")
        bench.log.submit(lambda connection: connection.execute("PRAGMA query_only = ON")).result(10)
        bench.visitor.follow("start open touch")
        assert [incident.code for incident in bench.incidents] == ["visits.log-not-written"]
        bench.log.submit(lambda connection: connection.execute("PRAGMA query_only = OFF")).result(10)
        bench.visitor.follow("wait:1 touch close")
        bench.names()  # all that is in line is written before
        found = rows(folder / "events.db", "seq, name, body")
    assert [row[1] for row in found] == ["Incident", "Gap", "Attention", "StopClosed"]
    assert found[1] == (4, "Gap", '{"first_seq": 2, "last_seq": 3, "rows": 2, "reason": "not-written"}')


def test_a_folder_that_cannot_be_made_is_told_once_and_costs_only_the_record(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    bench = make_bench(tmp_path / "data")
    with closing(bench.log):
        bench.visitor.follow("start open tell:30 listen:5 close end")
        with pytest.raises(KioskError, match=r"visits\.log-not-written"):
            bench.settle()
    assert [incident.code for incident in bench.incidents] == ["visits.log-not-written"]
