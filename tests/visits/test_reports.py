from __future__ import annotations

from kiosk.model.facts import Fact
from kiosk.visits.reports import format_csv, format_failures, format_report, make_reports
from tests.fakes.made_facts import make_fact

FACTS = [
    *(make_fact(number, "visit") for number in range(1, 9)),
    *(make_fact(number) for number in range(20, 26)),
    Fact("dwell", {**make_fact(40).values, "stop": "qutb/tomb"}),
]


def test_the_table_shows_bars_and_hides_small_counts() -> None:
    (report,) = make_reports(FACTS, 1_000)
    table = format_report(report)
    minar, tomb = table.splitlines()[-2:]
    assert "8 guide visits, 30.0 min mean" in table
    assert "75% ███████████████░░░░░ " in minar
    assert "30 s" in minar
    assert "·" in tomb and not any(digit.isdigit() for digit in tomb)


def test_columns_stand_under_each_other() -> None:
    (report,) = make_reports(FACTS)
    rows = format_report(report).splitlines()[-3:]
    assert len({len(row) for row in rows}) == 1


def test_failures_are_told_in_words() -> None:
    assert format_failures({"ScanFailed.foreign": 7, "SearchFailed.number": None}) == (
        "led nowhere: ScanFailed.foreign 7, SearchFailed.number ·"
    )
    assert format_failures({}) == "led nowhere: none"


def test_a_spreadsheet_gets_no_formulas_and_no_ids() -> None:
    hostile = Fact("dwell", {**make_fact(1).values, "stop": "=cmd|'/c calc'!A1/x"})
    header, *rows = format_csv([make_fact(1), hostile])
    assert header.startswith("fact,stop,dwell_ms") and ",id" not in header
    assert all(row.count(",") >= header.count(",") for row in rows)
    assert "'=cmd" in rows[1]
