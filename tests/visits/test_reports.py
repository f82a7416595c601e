from __future__ import annotations

from kiosk.model.facts import Fact
from kiosk.model.suppression import HIDE_UNDER_OUTSIDE
from kiosk.visits.reports import format_moves, format_report, make_reports
from tests.fakes.made_facts import make_fact

FACTS = [
    *(make_fact(number, "visit") for number in range(1, 21)),
    *(make_fact(number) for number in range(20, 32)),
    *(make_fact(number, "move") for number in range(50, 57)),
    Fact("dwell", {**make_fact(40).values, "stop": "qutb/tomb"}),
]


def test_the_table_shows_bars_and_hides_small_counts() -> None:
    (report,) = make_reports(FACTS, 1_000)
    table = format_report(report)
    minar, tomb = table.splitlines()[-2:]
    assert "20 guide visits, 30.0 min mean, middle half 30-30 min" in table
    assert "60% ████████████░░░░░░░░ " in minar
    assert "30 s" in minar and "10+" in minar
    assert "·" in tomb and not any(digit.isdigit() for digit in tomb)


def test_columns_stand_under_each_other() -> None:
    (report,) = make_reports(FACTS)
    rows = format_report(report).splitlines()[-3:]
    assert len({len(row) for row in rows}) == 1


def test_moves_are_told_by_their_stops_and_small_ones_are_not() -> None:
    (report,) = make_reports(FACTS)
    assert format_moves(report).split() == ["moves", "7", "minar", ">", "gate"]
    (outside,) = make_reports(FACTS, under=HIDE_UNDER_OUTSIDE)
    assert format_moves(outside) == ""


def test_the_device_s_own_counts_of_failures_stand_for_those_that_have_left() -> None:
    left = Fact("failure", {"site": "qutb", "kind": "scan-foreign", "count": 6, "day": None})
    (report,) = make_reports([*FACTS, left], failures={("qutb", "scan-foreign"): 9, ("", "search-words"): 8})
    assert report.use.failures == {"scan-foreign": 9, "search-words": 8}
    assert "led nowhere: scan-foreign 9, search-words 8" in format_report(report)


def test_a_count_of_no_known_site_is_left_out_where_there_are_several() -> None:
    other = Fact("visit", {**make_fact(90, "visit").values, "site": "fort"})
    reports = make_reports([*FACTS, other], failures={("", "search-words"): 8})
    assert all(not report.use.failures for report in reports)


def test_the_lift_is_told_beside_how_often_suggestions_are_taken() -> None:
    def suggested(number: int, shown: bool, opened: bool) -> Fact:
        where = {
            "id": f"{number:016x}",
            "stop": "qutb/minar",
            "slot": 1,
            "day": "2026-11-21",
            "counted": True,
        }
        return Fact("suggestion", {**where, "shown": shown, "taken": shown and opened, "opened": opened})

    shown = [suggested(number, True, number % 2 == 0) for number in range(200)]
    withheld = [suggested(200 + number, False, number % 4 == 0) for number in range(40)]
    (report,) = make_reports([*FACTS, *shown, *withheld])
    assert "opened 50% when shown, 25% when withheld: lift 2.00" in format_report(report)


def test_a_stop_on_trial_has_a_line_for_each_version() -> None:
    told = [
        Fact(
            "dwell",
            {**make_fact(number).values, "version": "ab"[number % 2], "heard_ms": 60_000 * (number % 2)},
        )
        for number in range(100, 180)
    ]
    visits = [make_fact(number, "visit") for number in range(200, 300)]
    (report,) = make_reports([*told, *visits])
    first, second = format_report(report).splitlines()[-2:]
    assert first.split() == [
        "version",
        "a:",
        "told",
        "to",
        "40+,",
        "heard",
        "0%,",
        "complete",
        "0%",
        "of",
        "40+",
    ]
    assert second.split() == [
        "version",
        "b:",
        "told",
        "to",
        "40+,",
        "heard",
        "100%,",
        "complete",
        "100%",
        "of",
        "40+",
        "holds",
        "better",
    ]
