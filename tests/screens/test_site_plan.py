"""The plan draws a way floor by floor, and never joins stops that do not follow each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.model.content import Floor, StopCard
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

GATE, TOWER, COURT, PILLAR, SCREEN = (
    f"qutb/{name}" for name in ("alai-darwaza", "qutb-minar", "mosque-court", "iron-pillar", "great-screen")
)

__all__ = ["open_hand"]


class TwoFloors(FakeLibrary):
    """The demonstration with the pillar on an upper floor, and the screen without a place on any plan."""

    def floors(self, site_id: str, language: str) -> tuple[Floor, ...]:
        (ground,) = super().floors(site_id, language)
        return (ground, replace(ground, id="upper", level=1, name="First floor"))

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        return tuple(self._move(card) for card in super().stop_cards(site_id, language))

    def _move(self, card: StopCard) -> StopCard:
        if card.id == PILLAR:
            return replace(card, floor_id="upper")
        return replace(card, plan_x=None, plan_y=None) if card.id == SCREEN else card


class Reader(TourHand):
    """Looks at the plan while a tour is followed."""

    def follow(self, *stops: str) -> None:
        self.journey.planned = stops
        self.models.flow.show("map")

    def plan(self, name: str) -> Any:
        return self.models.plan.property(name)

    def spot(self, stop: str) -> dict[str, float]:
        found = next(spot for spot in self.plan("spots") if spot["id"] == stop)
        return {"x": found["x"], "y": found["y"]}


def test_a_way_is_drawn_in_pieces_and_says_where_it_goes_on(open_guide: OpenShell) -> None:
    hand = Reader.on_screen(open_guide, library=TwoFloors())
    hand.follow(GATE, TOWER, PILLAR, COURT)
    spots = [hand.spot(stop) for stop in (GATE, TOWER)]
    assert hand.plan("tour_lines") == [spots], "nothing joins the tower and the court past the other floor"
    assert hand.plan("tour_changes") == [{**hand.spot(TOWER), "floor": "First floor"}]
    assert hand.shell.find("to-floor") is not None
    hand.models.plan.show_floor("upper")
    assert hand.plan("tour_lines") == []
    assert hand.plan("tour_changes") == [{**hand.spot(PILLAR), "floor": "The grounds"}]


def test_a_stop_without_a_place_does_not_break_the_line(open_hand: OpenHand) -> None:
    hand = open_hand(Reader, library=TwoFloors())
    hand.follow(GATE, SCREEN, "qutb/gone", TOWER)
    assert hand.plan("tour_lines") == [[hand.spot(GATE), hand.spot(TOWER)]]


def test_the_way_that_was_gone_is_drawn_likewise(open_hand: OpenHand) -> None:
    hand = open_hand(Reader, library=TwoFloors())
    for stop in (GATE, PILLAR, TOWER, COURT):
        hand.models.flow.open_stop(stop, "code")
    hand.models.plan.show_floor("ground")
    assert hand.plan("route_lines") == [[hand.spot(TOWER), hand.spot(COURT)]]
    assert hand.plan("route_changes") == [{**hand.spot(GATE), "floor": "First floor"}]


def test_what_is_worth_the_detour_is_ringed_and_named_under_the_plan(open_hand: OpenHand) -> None:
    hand = open_hand(Reader)
    hand.follow(GATE, TOWER)
    ringed = [spot["id"] for spot in hand.plan("spots") if spot["detour"]]
    assert hand.plan("has_detours")
    assert ringed
    assert not {GATE, TOWER} & set(ringed)
    hand.models.flow.back()
    hand.fakes.guide.closed = {card.id for card in hand.fakes.library.stop_cards("qutb", "en")}
    hand.models.flow.show("map")
    assert not hand.plan("has_detours")


def test_the_stop_opened_last_says_that_you_are_here(open_guide: OpenShell) -> None:
    hand = Reader.on_screen(open_guide)
    hand.models.flow.show("map")
    assert hand.shell.find("you-are-here") is None
    hand.models.flow.open_stop(TOWER, "code")
    hand.models.flow.show("map")
    assert hand.shell.find("you-are-here") is not None
