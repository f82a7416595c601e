"""Which suggestions are withheld, and that each is drawn for once in a visit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.screens.journey import Journey
from kiosk.screens.moment_now import read_moment
from kiosk.screens.withheld import choose_shown
from tests.fakes.fake_rooms import FakeRooms

OpenRooms = Callable[[Callable[[], float]], FakeRooms]


@pytest.fixture
def open_rooms(qapp: QGuiApplication, tmp_path: Path) -> Iterator[OpenRooms]:
    """Open rooms with a visit under way, and chance as given."""
    with ExitStack() as opened:

        def open_one(chance: Callable[[], float]) -> FakeRooms:
            fakes = FakeRooms(tmp_path, chance=chance)
            opened.callback(fakes.close)
            fakes.visit.start("qutb", "en")
            return fakes

        yield open_one


def begin() -> Journey:
    return Journey("en", 0, site_id="qutb")


def show(fakes: FakeRooms, journey: Journey) -> list[str]:
    return [one.stop.id for one in choose_shown(fakes.rooms, journey, read_moment(fakes.rooms, journey))]


def logged(fakes: FakeRooms) -> list[dict[str, Any]]:
    query = "SELECT body FROM events WHERE name = 'SuggestionShown' ORDER BY seq"
    return fakes.log.submit(
        lambda connection: [json.loads(body) for (body,) in connection.execute(query)]
    ).result(5)


def visit_all(fakes: FakeRooms, journey: Journey) -> list[list[str]]:
    """Open every stop in the curator's order; return what was shown at each."""
    shown = []
    for card in fakes.library.stop_cards("qutb", "en"):
        journey.open(card.id)
        shown.append(show(fakes, journey))
    return shown


def test_another_takes_the_place_of_one_that_is_withheld(open_rooms: OpenRooms) -> None:
    draws = iter([0.5, 0.05, 0.5, 0.5])
    fakes, journey = open_rooms(lambda: next(draws)), begin()
    order = [card.id for card in fakes.library.stop_cards("qutb", "en")]
    assert show(fakes, journey) == [order[0], order[2], order[3]]
    assert logged(fakes) == [
        {"stop": order[0], "slot": 1},
        {"stop": order[1], "slot": 2, "withheld": True},
        {"stop": order[2], "slot": 3},
        {"stop": order[3], "slot": 3},
    ]
    assert show(fakes, journey) == [order[0], order[2], order[3]], "nothing is drawn for again"
    assert len(logged(fakes)) == 4


def test_however_chance_falls_one_card_is_left(open_rooms: OpenRooms) -> None:
    fakes, journey = open_rooms(lambda: 0.0), begin()
    assert len(show(fakes, journey)) == 1


def test_what_is_withheld_is_never_shown_and_about_one_in_ten(open_rooms: OpenRooms) -> None:
    fakes = open_rooms(Random(7).random)
    for _ in range(60):
        journey = begin()
        shown = {stop for stops in visit_all(fakes, journey) for stop in stops}
        assert shown.isdisjoint(stop for stop, withheld in journey.withheld.items() if withheld)
    rows = logged(fakes)
    assert 0.07 < sum(bool(row.get("withheld")) for row in rows) / len(rows) < 0.13


def test_who_has_seen_everything_is_offered_nothing(open_rooms: OpenRooms) -> None:
    fakes, journey = open_rooms(lambda: 0.5), begin()
    assert visit_all(fakes, journey)[-1] == []


def test_the_next_stop_of_a_tour_is_left_to_its_own_card(open_rooms: OpenRooms) -> None:
    fakes, journey = open_rooms(lambda: 0.5), begin()
    order = [card.id for card in fakes.library.stop_cards("qutb", "en")]
    journey.planned = (order[1], order[0])
    assert show(fakes, journey) == [order[0], order[2], order[3]]
    for stop_id in (order[0], *order[2:]):
        journey.open(stop_id)
    assert show(fakes, journey) == [], "not even where nothing else is left"
