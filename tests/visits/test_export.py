from __future__ import annotations

from kiosk.model.facts import Fact
from kiosk.visits.export import format_csv
from tests.fakes.made_facts import make_fact


def test_a_spreadsheet_gets_no_formulas_and_no_ids() -> None:
    hostile = Fact("dwell", {**make_fact(1).values, "stop": "=cmd|'/c calc'!A1/x"})
    header, *rows = format_csv([make_fact(1), hostile])
    assert header.startswith("fact,stop,dwell_ms") and ",id" not in header
    assert all(row.count(",") >= header.count(",") for row in rows)
    assert "'=cmd" in rows[1]
