"""The log says what it let go."""

from __future__ import annotations

import pytest

from kiosk.visits import bounds, log
from tests.visits.conftest import Bench


def test_a_gap_row_says_what_went(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_ROWS", 20)
    monkeypatch.setattr(log, "trim", lambda connection: bounds.trim(connection, keep_rows=10, diary_rows=10))
    for _ in range(25):
        bench.log.append("Incident", code="a.b")
    found = bench.log.submit(
        lambda connection: connection.execute("SELECT seq, name, body FROM events ORDER BY seq").fetchall()
    ).result(10)
    assert len(found) <= 21
    assert (22, "Gap", '{"first_seq": 1, "last_seq": 11, "rows": 11, "reason": "bounded"}') in found
