"""How a tour's finish and ways are told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.guide.plan import Leg, Plan, PlannedStop
from kiosk.model.content import Depth
from kiosk.screens.expectations import round_walk
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.tour_rows import find_finish, make_stop_rows
from tests.fakes.fake_library import FakeLibrary

LIBRARY = FakeLibrary()
CARDS = {card.id: card for card in LIBRARY.stop_cards("qutb", "en")}
TOWER = "qutb/qutb-minar"


def make_plan(*minutes: float) -> Plan:
    least, usual, most = minutes
    return Plan((), (least, usual, most), None)


@pytest.mark.parametrize(
    ("now", "minutes", "gone", "told"),
    [
        ("13:42:10", (36.0, 41.0, 49.0), 0.0, (35, 50, "14:15", "14:35")),
        ("14:00:00", (20.0, 25.0, 30.0), 0.0, (20, 30, "14:20", "14:30")),
        ("23:50:00", (20.0, 25.0, 30.0), 0.0, (20, 30, "00:10", "00:20")),
        ("14:00:00", (20.0, 25.0, 30.0), 12.0, (5, 20, "14:05", "14:20")),
        ("14:00:00", (20.0, 25.0, 30.0), 500.0, (0, 0, "14:00", "14:00")),
    ],
)
def test_a_finish_is_a_range_that_holds_what_it_says(
    now: str, minutes: tuple[float, float, float], gone: float, told: tuple[int, int, str, str]
) -> None:
    time = datetime.fromisoformat(f"2026-11-22T{now}").replace(tzinfo=UTC)
    finish = find_finish(make_plan(*minutes), time, gone)
    assert (finish["least"], finish["most"], finish["begin"], finish["end"]) == told


def test_where_the_clock_cannot_be_believed_only_minutes_are_told() -> None:
    finish = find_finish(make_plan(36.0, 41.0, 49.0), None)
    assert finish == {"least": 35, "most": 50, "begin": "", "end": ""}


def test_a_stop_tells_its_minutes_and_each_lift_and_stair_once() -> None:
    legs = (
        Leg("w1", "", "walk", "a", 10.0),
        Leg("l1", "Lift A", "lift", "b", 3.0),
        Leg("l1", "Lift A", "lift", TOWER, 3.0),
        Leg("s1", "", "stairs", TOWER, 5.0),
    )
    planned = [
        PlannedStop(TOWER, Depth.STORY, 2.2, 4.6, 2.2, legs),
        PlannedStop("qutb/gone", Depth.STORY, 1.0, 1.0, 9.0),
    ]
    (row,) = make_stop_rows(planned, CARDS, MediaIndex(LIBRARY), [TOWER])
    assert (row["walk"], row["stay"], row["seen"]) == (3, 5, True)
    assert row["ways"] == [{"kind": "lift", "name": "Lift A"}, {"kind": "stairs", "name": ""}]


def test_a_stay_is_never_no_minute_and_a_step_is_no_walk() -> None:
    (row,) = make_stop_rows([PlannedStop(TOWER, Depth.GLANCE, 0.3, 0.2, 0.3)], CARDS, MediaIndex(LIBRARY), ())
    assert (row["walk"], row["stay"]) == (0, 1)


@pytest.mark.parametrize(
    ("metres", "told"), [(0.0, 10), (44.0, 40), (199.0, 200), (646.0, 650), (1_240.0, 1_250)]
)
def test_a_way_on_foot_is_told_as_people_tell_it(metres: float, told: int) -> None:
    assert round_walk(metres) == told
