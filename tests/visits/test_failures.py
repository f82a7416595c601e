"""What led nowhere leaves the device as counts of a day, and no count leaves twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.visits.clock import SystemClock
from kiosk.visits.failures import read_failures
from kiosk.visits.log import EventLog
from tests.fakes.fake_sink import FakeSink
from tests.visits.conftest import DEVICE, Bench, make_bench

A_DAY_S = 86_400


def fail(bench: Bench, times: int) -> None:
    for _ in range(times):
        bench.visitor.follow("start")
        bench.visit.scan_failed("foreign")
        bench.visit.search_failed("words")
        bench.visitor.follow("end")


def sent(sink: FakeSink) -> list[tuple[object, ...]]:
    return sorted(
        tuple(fact.values[name] for name in ("day", "site", "kind", "count"))
        for fact in sink.named("failure")
    )


def test_counts_of_today_stay(bench: Bench) -> None:
    fail(bench, 2)
    assert bench.settle()
    assert sent(bench.sink) == []
    assert read_failures(bench.log.path) == {("qutb", "scan-foreign"): 2, ("qutb", "search-words"): 2}


def test_a_day_s_counts_leave_when_it_is_over_and_only_once(bench: Bench) -> None:
    fail(bench, 2)
    assert bench.settle()
    bench.clock.sleep_ms(A_DAY_S * 1_000)
    assert bench.settle()
    assert bench.settle()
    assert sent(bench.sink) == [
        ("2026-11-21", "qutb", "scan-foreign", 2),
        ("2026-11-21", "qutb", "search-words", 2),
    ]


def test_what_is_counted_late_follows_as_the_difference(bench: Bench) -> None:
    fail(bench, 1)
    assert bench.settle()
    bench.visitor.follow("start")
    bench.visit.scan_failed("foreign")
    bench.clock.sleep_ms(A_DAY_S * 1_000)
    assert bench.settle()
    bench.visitor.follow("end")  # begun yesterday, folded today
    assert bench.settle()
    assert [row for row in sent(bench.sink) if row[2] == "scan-foreign"] == [
        ("2026-11-21", "qutb", "scan-foreign", 1)
    ] * 2


def test_a_clock_that_nobody_set_sends_no_day_and_waits_for_one_that_is(bench: Bench) -> None:
    bench.visitor.follow("wall:0")
    fail(bench, 1)
    assert bench.settle()
    assert sent(bench.sink) == []
    bench.visitor.follow("wall:1795262400000")
    assert bench.settle()
    assert [(fact.values["day"], fact.values["count"]) for fact in bench.sink.named("failure")] == [
        (None, 1)
    ] * 2


def test_staff_who_try_a_label_are_not_counted(bench: Bench) -> None:
    bench.visit.start("qutb", "en", staff=True)
    bench.visit.scan_failed("foreign")
    bench.visitor.follow("end")
    assert bench.settle()
    assert read_failures(bench.log.path) == {}


def test_counts_wait_while_the_outbox_refuses(folder: Path) -> None:
    bench = make_bench(folder)
    with closing(bench.log):
        fail(bench, 3)
        assert bench.settle()
        bench.clock.sleep_ms(A_DAY_S * 1_000)
        bench.sink.refuses = True
        bench.handover.settle().exception(10)
        bench.sink.refuses = False
        assert bench.settle()
    assert [row[3] for row in sent(bench.sink)] == [3, 3]


def test_what_an_earlier_version_counted_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "events.db"
    with closing(EventLog(path, DEVICE, SystemClock())) as log:
        log.append("Incident", code="a.b")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE failures")
        connection.execute("CREATE TABLE tallies(day TEXT, name TEXT, kind TEXT, count INTEGER)")
        connection.execute("INSERT INTO tallies VALUES('2026-11-20', 'ScanFailed', 'newer', 7)")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    with closing(EventLog(path, DEVICE, SystemClock())) as log:
        log.append("Incident", code="a.b")
    assert read_failures(path) == {("", "scan-newer"): 7}
