from __future__ import annotations

import pytest

from kiosk.model.facts import Fact
from kiosk.model.site_use import Suggested, count_use


def suggestion(shown: bool, opened: bool) -> Fact:
    return Fact(
        "suggestion",
        {"stop": "qutb/gate", "slot": 1, "shown": shown, "taken": False, "opened": opened, "counted": True},
    )


def dwell(by: str | None, dwell_ms: int | None = 9_000, *, counted: bool = True) -> Fact:
    return Fact("dwell", {"stop": "qutb/minar", "dwell_ms": dwell_ms, "by": by, "counted": counted})


def test_each_site_has_its_own_counts() -> None:
    sites = count_use(
        [
            Fact("failure", {"site": "qutb", "kind": "scan-foreign", "count": 3}),
            Fact("failure", {"site": "qutb", "kind": "scan-foreign", "count": 4}),
            Fact("ticket", {"site": "fort", "product": 2, "party": 4}),
            Fact("voucher", {"site": "fort", "from_site": "qutb"}),
            Fact("return", {"site": "fort", "from_site": "qutb", "nth": "2"}),
            Fact("move", {"from_stop": "qutb/a", "to_stop": "qutb/b", "counted": True}),
            Fact("setting", {"site": "qutb", "preference": "text-size", "value": "2", "counted": True}),
            Fact("gap", {"facts": 3}),
        ]
    )
    assert set(sites) == {"qutb", "fort"}
    assert sites["qutb"].failures == {"scan-foreign": 7}
    assert sites["qutb"].moves == {("qutb/a", "qutb/b"): 1}
    assert sites["qutb"].settings == {"text-size 2": 1}
    fort = sites["fort"]
    assert (fort.tickets, fort.people, fort.vouchers) == ({"2": 1}, 4, {"qutb": 1})
    assert (fort.returns, fort.returns_from) == ({"2": 1}, {"qutb": 1})


def test_how_a_stop_was_found_counts_for_those_who_stopped_in_visits_that_count() -> None:
    facts = [
        dwell("code"),
        dwell("code", None),
        dwell("list", 2_999),
        dwell(None),
        dwell("code", counted=False),
    ]
    assert count_use(facts)["qutb"].found_by == {"code": 2, "unknown": 1}


def test_lift_compares_what_was_shown_with_what_was_withheld() -> None:
    facts = [
        *[suggestion(True, True)] * 6,
        *[suggestion(True, False)] * 4,
        suggestion(False, True),
        *[suggestion(False, False)] * 4,
    ]
    suggested = count_use(facts)["qutb"].suggested
    assert suggested == Suggested(shown=10, opened=6, withheld=5, withheld_opened=1)
    assert suggested.lift() == pytest.approx(3.0)


def test_without_a_withheld_slot_there_is_no_lift() -> None:
    assert count_use([suggestion(True, True)])["qutb"].suggested.lift() is None
