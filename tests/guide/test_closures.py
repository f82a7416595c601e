"""What staff closed: kept in a file that is checked before it counts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from kiosk.guide.closures import (
    MAX_BYTES,
    MOST_CLOSURES,
    Closed,
    ClosedKind,
    Closure,
    close,
    find_closed,
    format_closures,
    open_again,
    parse_closures,
)
from kiosk.model.errors import KioskError

GATE = Closure("qutb", ClosedKind.STOP, "qutb/gate")
LIFT = Closure("qutb", ClosedKind.WAY, "lift-a", date(2026, 11, 30))
ELSEWHERE = Closure("mill", ClosedKind.STOP, "mill/wheel")


def test_what_is_written_is_read() -> None:
    assert parse_closures(format_closures((GATE, LIFT))) == (GATE, LIFT)
    assert parse_closures(format_closures(())) == ()


def test_only_what_is_closed_at_this_site_today_counts() -> None:
    closures = (GATE, LIFT, ELSEWHERE)
    both = Closed(frozenset({"qutb/gate"}), frozenset({"lift-a"}))
    assert find_closed(closures, "qutb", date(2026, 11, 30)) == both
    assert find_closed(closures, "qutb", date(2026, 12, 1)) == Closed(frozenset({"qutb/gate"}))
    assert find_closed(closures, "qutb", None) == both, "a device that knows no day opens nothing by itself"


def test_closing_again_takes_the_place_of_the_closing_before() -> None:
    longer = Closure("qutb", ClosedKind.WAY, "lift-a")
    assert close((GATE, LIFT), longer) == (GATE, longer)
    assert open_again((GATE, LIFT), longer) == (GATE,)


ROW = {"site": "qutb", "stop": "qutb/gate", "until": None}


@pytest.mark.parametrize(
    "record",
    [
        [],
        {},
        {"format": 2, "closed": []},
        {"format": 1, "closed": {}},
        {"format": 1, "closed": [[]]},
        {"format": 1, "closed": [ROW] * (MOST_CLOSURES + 1)},
        {"format": 1, "closed": [ROW | {"way": "both"}]},
        {"format": 1, "closed": [{"site": "qutb"}]},
        {"format": 1, "closed": [ROW | {"stop": 7}]},
        {"format": 1, "closed": [ROW | {"stop": "a\u202eb"}]},
        {"format": 1, "closed": [ROW | {"site": ["qutb"]}]},
        {"format": 1, "closed": [ROW | {"until": "tomorrow"}]},
        {"format": 1, "closed": [ROW | {"until": 20261130}]},
    ],
)
def test_a_file_of_another_form_is_refused_whole(record: Any) -> None:
    with pytest.raises(KioskError) as refused:
        parse_closures(json.dumps(record).encode())
    assert refused.value.code == "guide.closures-unreadable"


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b" " * (MAX_BYTES + 1)])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(KioskError) as refused:
        parse_closures(data)
    assert refused.value.code == "guide.closures-unreadable"
