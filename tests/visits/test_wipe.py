"""After a visit's end nothing of it is on the disk: every byte of every file is looked at."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.visits.conftest import Bench, make_bench

MARKERS = [b"VisitStarted", b"StopOpened", b"NarrationProgress", b"played_ms"]


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_the_rows_are_there_before_and_gone_after(folder: Path) -> None:
    bench = make_bench(folder, after_visits=5)
    with closing(bench.log):
        bench.visitor.follow("start open tell:60 listen:20")
        bench.visit.scan_failed("foreign")
        visit = (bench.visit.id or "").encode()
        before = all_bytes(folder)
        assert visit in before and all(marker in before for marker in MARKERS)
        bench.visitor.follow("close open:gate end")
        assert bench.settle()
        after = all_bytes(folder)
    assert visit not in after
    assert [marker for marker in MARKERS if marker in after] == []
    assert b"b" * 32 not in after  # the boot id of the visit's rows


def test_a_long_visit_that_filled_many_pages_is_gone_too(bench: Bench) -> None:
    bench.visitor.follow("start " + "open wait:3 touch open:gate wait:3 touch " * 150)
    visit = (bench.visit.id or "").encode()
    assert visit in all_bytes(bench.folder)
    bench.visitor.follow("end")
    assert bench.settle()
    assert visit not in all_bytes(bench.folder)
    assert b"StopOpened" not in all_bytes(bench.folder)


def test_another_visit_that_goes_on_keeps_its_rows(bench: Bench) -> None:
    bench.visitor.follow("start open end start open:gate")
    assert bench.settle()
    assert bench.names() == ["VisitStarted", "StopOpened"]


def test_a_reader_in_the_way_puts_the_wipe_off_and_not_away(bench: Bench) -> None:
    bench.visitor.follow("start open")
    visit = (bench.visit.id or "").encode()
    with closing(sqlite3.connect(bench.log.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        bench.log.submit(lambda connection: connection.execute("PRAGMA busy_timeout = 10")).result(10)
        bench.visitor.follow("end")
        assert not bench.settle()
    assert bench.settle()
    assert visit not in all_bytes(bench.folder)


def test_what_failed_stays_as_a_count(bench: Bench) -> None:
    for _ in range(3):
        bench.visitor.follow("start")
        bench.visit.scan_failed("foreign")
        bench.visit.search_failed("number")
        bench.visitor.follow("end")
    assert bench.settle()
    failures = bench.log.submit(
        lambda connection: connection.execute("SELECT * FROM failures").fetchall()
    ).result(10)
    assert failures == [
        ("2026-11-21", "qutb", "scan-foreign", 3, 0),
        ("2026-11-21", "qutb", "search-number", 3, 0),
    ]


def test_where_waiting_facts_lie_in_the_file_does_not_tell_the_way(folder: Path) -> None:
    """SQLite fills a page in the order of writing: facts written as they are folded would tell the stops' order."""
    stops = ("gate", "tomb", "well", "mosque")
    as_walked = 0
    for number in range(30):
        place = folder / str(number)
        bench = make_bench(place, after_visits=5)
        with closing(bench.log):
            bench.visitor.follow("start " + " ".join(f"open:{stop} wait:4" for stop in stops) + " end")
            assert bench.settle()
        raw = all_bytes(place)
        ways = [
            [raw.find(b'"stop":"qutb/%s"' % stop.encode()) for stop in order]
            for order in (stops, stops[::-1])
        ]
        assert all(position > 0 for way in ways for position in way)
        as_walked += any(way == sorted(way) for way in ways)
    assert as_walked < 12, "one of twelve by chance"


def test_where_waiting_facts_lie_does_not_tell_which_are_of_one_visit(folder: Path) -> None:
    apart = 0
    for number in range(20):
        place = folder / str(number)
        bench = make_bench(place, after_visits=5)
        with closing(bench.log):
            for stop in ("gate", "tomb"):
                bench.visitor.follow("start " + f"open:{stop}-1 wait:4 open:{stop}-2 wait:4 " + "end")
                assert bench.settle()
        raw = all_bytes(place)
        found = sorted(
            (raw.find(b'"stop":"qutb/%s-%d"' % (stop, n)), stop)
            for stop in (b"gate", b"tomb")
            for n in (1, 2)
        )
        visits = [stop for _position, stop in found]
        apart += visits[0] == visits[1]
    assert apart < 16, "a third by chance"
