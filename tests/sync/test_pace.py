"""How fast the network may be used."""

from __future__ import annotations

import pytest

from kiosk.sync.pace import Pace


def test_what_was_moved_is_waited_for() -> None:
    pace = Pace(64)  # 8,000 bytes a second
    assert pace.wait_s(100.0) == 0
    pace.note(16_000, 100.0)
    assert pace.wait_s(100.0) == pytest.approx(2.0)
    assert pace.wait_s(101.5) == pytest.approx(0.5)
    assert pace.wait_s(103.0) == 0


def test_a_quiet_time_is_not_saved_up() -> None:
    pace = Pace(64)
    pace.note(8_000, 0.0)
    pace.note(8_000, 1_000.0)
    assert pace.wait_s(1_000.0) == pytest.approx(1.0)


def test_no_limit_waits_for_nothing() -> None:
    pace = Pace(0)
    pace.note(10**9, 0.0)
    assert pace.wait_s(0.0) == 0
