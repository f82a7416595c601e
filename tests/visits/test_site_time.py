"""Hours and days of facts are those of the site: at its midnight, when summer time ends, and where nobody set the clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.packs.time_zones import find_zone
from kiosk.visits.clock import Reading, judge_wall
from kiosk.visits.site_time import format_day, format_hour
from tests.visits.conftest import Bench


def read_at(moment: str) -> Reading:
    wall_ms = int(datetime.fromisoformat(moment).timestamp() * 1000)
    return Reading("b" * 32, 0, 0, wall_ms, judge_wall(wall_ms))


def set_clock(bench: Bench, moment: str) -> None:
    bench.clock.wall_ms = read_at(moment).wall_ms


def visit(bench: Bench, timezone: str | None) -> None:
    bench.visit.start("qutb", "en", 10, timezone=timezone)
    bench.visit.scan_failed("foreign")
    bench.visitor.follow("open:minar wait:90 close end")


@pytest.mark.parametrize(
    ("moment", "zone", "hour"),
    [
        ("2026-11-21T20:00+00:00", "Asia/Kolkata", "2026-11-22T01"),
        ("2026-11-22T01:30+00:00", "America/New_York", "2026-11-21T20"),
        ("2026-07-01T23:30+00:00", "Europe/London", "2026-07-02T00"),
        # Summer time ends: the hour from two to three comes twice, under one name.
        ("2026-10-25T00:30+00:00", "Europe/Berlin", "2026-10-25T02"),
        ("2026-10-25T01:30+00:00", "Europe/Berlin", "2026-10-25T02"),
        # It begins: the hour from two to three does not come.
        ("2026-03-29T00:59+00:00", "Europe/Berlin", "2026-03-29T01"),
        ("2026-03-29T01:00+00:00", "Europe/Berlin", "2026-03-29T03"),
        ("2026-11-21T20:00+00:00", "Nowhere/At_All", "2026-11-21T20"),
        ("2026-11-21T20:00+00:00", "../../etc/passwd", "2026-11-21T20"),
        ("2026-11-21T20:00+00:00", "", "2026-11-21T20"),
        ("1970-01-01T05:00+00:00", "Asia/Kolkata", None),
    ],
)
def test_the_hour_is_that_of_the_site(moment: str, zone: str, hour: str | None) -> None:
    reading = read_at(moment)
    assert format_hour(reading, find_zone(zone)) == hour
    assert format_day(reading, find_zone(zone)) == (hour or "")[:10]


def test_a_zone_that_is_not_known_is_utc() -> None:
    assert find_zone("Nowhere/At_All") is UTC


def test_facts_tell_the_day_and_hour_there(bench: Bench) -> None:
    set_clock(bench, "2026-11-22T01:30+00:00")
    visit(bench, "America/New_York")
    assert bench.settle()
    (told,) = bench.sink.named("visit")
    (dwell,) = bench.sink.named("dwell")
    assert (told.values["hour"], dwell.values["hour"]) == ("2026-11-21T20", "2026-11-21T20")


def test_a_visit_that_an_earlier_version_began_is_told_in_utc(bench: Bench) -> None:
    set_clock(bench, "2026-11-22T01:30+00:00")
    visit(bench, None)
    assert bench.settle()
    (told,) = bench.sink.named("visit")
    assert told.values["hour"] == "2026-11-22T01"


def test_what_failed_waits_until_the_day_is_over_at_the_site(bench: Bench) -> None:
    """At nine in the evening in New York, which is the next day in UTC, the counts of the day are not yet whole."""
    set_clock(bench, "2026-11-22T01:50+00:00")
    visit(bench, "America/New_York")
    assert bench.settle()
    bench.clock.sleep_ms(3 * 3_600_000)
    assert bench.settle()
    assert bench.sink.named("failure") == []
    bench.clock.sleep_ms(3_600_000)
    assert bench.settle()
    (counted,) = bench.sink.named("failure")
    assert (counted.values["day"], counted.values["count"]) == ("2026-11-21", 1)


def test_the_zone_stands_in_the_log_beside_the_site(bench: Bench) -> None:
    with pytest.raises(ValueError, match="timezone"):
        bench.visit.start("qutb", "en", timezone="no zone\n")
