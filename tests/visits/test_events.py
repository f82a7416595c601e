from __future__ import annotations

import pytest

from kiosk.visits.events import EVENTS, check_event


@pytest.mark.parametrize("name", EVENTS)
def test_every_datum_says_why_and_within_what(name: str) -> None:
    declared = EVENTS[name]
    assert declared.reason and declared.retention
    for datum in declared.data:
        assert datum.reason and datum.format_bounds()


def test_names_are_those_of_the_design() -> None:
    assert {"VisitStarted", "StopOpened", "NarrationStarted", "NarrationProgress", "NarrationEnded"} <= set(
        EVENTS
    )
    assert {"DepthChanged", "SuggestionShown", "SuggestionTaken", "Attention", "StopClosed"} <= set(EVENTS)
    assert {"VisitEnded", "ScanFailed", "SearchFailed", "Incident", "PackSwitched", "Sync"} <= set(EVENTS)


def test_an_undeclared_event_is_refused() -> None:
    with pytest.raises(ValueError, match="no event is declared as 'FaceSeen'"):
        check_event("FaceSeen", {})


def test_an_undeclared_datum_is_refused() -> None:
    with pytest.raises(ValueError, match="StopOpened declares no 'name'"):
        check_event("StopOpened", {"stop": "qutb/minar", "by": "code", "name": "Ada"})


def test_a_missing_datum_is_refused() -> None:
    with pytest.raises(ValueError, match=r"StopOpened\.by"):
        check_event("StopOpened", {"stop": "qutb/minar"})


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("StopOpened", {"stop": "qutb/minar", "by": "guess"}),
        ("StopOpened", {"stop": "minar", "by": "code"}),
        ("StopOpened", {"stop": "qutb/" + "m" * 200, "by": "code"}),
        ("StopOpened", {"stop": "qutb/a\nb", "by": "code"}),
        ("PackSwitched", {"pack": "in.delhi.qutb", "version": -1}),
        ("PackSwitched", {"pack": "in.delhi.qutb", "version": True}),
        ("PackSwitched", {"pack": "in.delhi.qutb", "version": "1"}),
        ("Incident", {"code": "the visitor said: my name is Ada"}),
        ("Attention", {"sign": "touch", "lost_ms": 86_400_001}),
    ],
)
def test_a_value_out_of_bounds_is_refused_and_not_repeated(name: str, values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=name) as refusal:
        check_event(name, values)
    for value in values.values():
        assert len(str(value)) < 8 or str(value) not in str(refusal.value)
