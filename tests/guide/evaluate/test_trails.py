"""A file of recorded visits: hostile until it was read."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guide.evaluate import trails as trails_module
from kiosk.guide.evaluate.trails import parse_trails
from kiosk.model.errors import KioskError

ITEMS = [{"id": "1", "name": "Gate", "category": "Door", "lat": 28.5, "lon": 77.2}, {"id": 2}]


def write(visits: Any, visitors: Any = None, items: Any = ITEMS, **more: Any) -> bytes:
    visitors = list(range(len(visits))) if visitors is None else visitors
    return json.dumps({"items": items, "visits": visits, "visitor": visitors, **more}).encode()


def stay(item: Any, start_s: Any = 0, end_s: Any = 10) -> dict[str, Any]:
    return {"item": item, "start_s": start_s, "end_s": end_s}


def test_a_file_is_read() -> None:
    found = parse_trails(write([[stay("1"), stay("2", 20, 30)], [stay("1")]], [7, 7], name="Fort"))
    assert (found.name, [item.id for item in found.items]) == ("Fort", ["1", "2"])
    assert [[one.item for one in trail.stays] for trail in found.trails] == [["1", "2"], ["1"]]
    assert {trail.visitor for trail in found.trails} == {"7"}
    assert found.items[0].categories == ("Door",) and found.items[1].lat is None


def test_stays_are_put_in_the_order_they_began() -> None:
    (trail,) = parse_trails(write([[stay("2", 60, 70), stay("1", 0, 50)]])).trails
    assert [one.item for one in trail.stays] == ["1", "2"]


def test_what_cannot_be_used_is_left_out_and_counted() -> None:
    bad = [stay("none"), stay("1", "soon"), stay("1", None), stay("1", True), stay(["1"]), 7]
    found = parse_trails(write([[stay("1"), *bad, stay("2", 30, 20)], bad]))
    assert (found.unknown_items, found.bad_stays, found.negative_stays) == (4, 8, 1)
    (trail,) = found.trails
    assert [(one.item, one.stay_s) for one in trail.stays] == [("1", 10), ("2", 0)]


def test_a_name_is_text_that_may_be_shown_on_a_terminal() -> None:
    found = parse_trails(write([[stay("1")]], ["\ud800seven\n"], name="\x1b[31mFort\ud800"))
    assert (found.name, found.trails[0].visitor) == ("[31mFort", "seven")
    with pytest.raises(KioskError):
        parse_trails(write([], items=[{"id": "\ud800"}]))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400])
def test_numbers_that_are_none_are_no_times(number: str) -> None:
    content = write([[stay("1", 0, 99)]]).replace(b"99", number.encode())
    assert parse_trails(content).bad_stays == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b"null",
        write([], items=[]),
        write([], items={}),
        write([], items=[{"name": "no id"}]),
        write([], items=[{"id": ""}]),
        write([], items=[{"id": "1"}, {"id": 1}]),
        write([[stay("1")]], []),
        write([[stay("1")]], 5),
        write(["visit"]),
        b'{"items": [{"id": "1"}], "visits": 3, "visitor": []}',
    ],
)
def test_a_file_of_another_form_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(KioskError) as refused:
        parse_trails(content, "visits.json")
    assert refused.value.code == "guide.trails-unreadable"
    assert refused.value.thing == "visits.json" and refused.value.expected and refused.value.found


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trails_module, "MAX_TRAILS_BYTES", 100)
    with pytest.raises(KioskError):
        parse_trails(write([[stay("1")]] * 10))
    monkeypatch.setattr(trails_module, "MAX_TRAILS_BYTES", 10_000)
    monkeypatch.setattr(trails_module, "MAX_STAYS", 5)
    with pytest.raises(KioskError):
        parse_trails(write([[stay("1")]] * 10))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "item", "start_s", "end_s", "lat", "lon", "category", "categories", "order"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(items=json_values, visits=json_values, visitors=json_values)
def test_whatever_is_written_is_read_or_refused(items: Any, visits: Any, visitors: Any) -> None:
    content = json.dumps({"items": items, "visits": visits, "visitor": visitors}).encode()
    with suppress(KioskError):
        parse_trails(content)
