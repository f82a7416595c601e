"""The tour on its page: made for what is wished, changed by the visitor, begun; and what it says where there is none."""

from __future__ import annotations

import pytest

from kiosk.model.content import StopCard
from kiosk.visits.clock import Reading, WallQuality
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import SteppedClock
from tests.screens.conftest import OpenShell
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

__all__ = ["open_hand"]

PILLAR = "qutb/iron-pillar"
TOWER = "qutb/qutb-minar"
FOLLY = "qutb/smith-folly"


class OneStop(FakeLibrary):
    """A site with a single stop."""

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        return super().stop_cards(site_id, language)[:1]


def test_a_tour_says_how_long_it_takes_and_what_is_left_out(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.fakes.guide.closed = {PILLAR}
    hand.make(40)
    assert hand.read("state") == "ready"
    assert len(hand.stops) + len(hand.left_out) == 10
    assert hand.left_out[PILLAR] == "closed"
    assert set(hand.left_out.values()) == {"closed", "time"}
    finish = hand.read("finish")
    assert 0 < finish["least"] < finish["most"] <= 40
    assert finish["begin"] < finish["end"]
    assert hand.read("metres") > 0


def test_where_the_clock_cannot_be_believed_no_time_of_day_is_told(
    open_hand: OpenHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = open_hand(TourHand)

    def read_unset(clock: SteppedClock) -> Reading:
        return Reading("0" * 32, clock.now_ms, clock.now_ms, 86_400_000, WallQuality.UNSET)

    monkeypatch.setattr(SteppedClock, "read", read_unset)
    hand.make(40)
    assert hand.read("finish")["begin"] == ""
    assert hand.read("finish")["most"] > 0


def test_where_nobody_knows_how_far_things_are_no_metres_are_told(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.fakes.guide.distances_known = False
    hand.make(40)
    assert hand.read("metres") == -1


def test_a_stop_is_taken_out_and_put_in_again(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.make(40)
    first = hand.stops[0]
    hand.models.tour.take_out(first)
    hand.wait()
    assert first not in hand.stops
    assert hand.left_out[first] == "taken-out"
    hand.models.tour.put_in(first)
    hand.wait()
    assert first in hand.stops
    assert first not in hand.left_out


def test_a_stop_that_is_put_in_has_room_before_others(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.make(40)
    assert FOLLY not in hand.stops
    hand.models.tour.put_in(FOLLY)
    hand.wait()
    assert FOLLY in hand.stops
    assert hand.read("unfit") == ""


def test_a_stop_without_room_is_said_to_have_none(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.make(5)
    hand.models.tour.put_in(TOWER)
    hand.wait()
    assert hand.read("unfit") == "Qutb Minar"


@pytest.mark.parametrize(("minutes", "state"), [(5, "nothing"), (600, "ready"), (0, "ready")])
def test_too_little_time_and_more_than_enough(open_hand: OpenHand, minutes: int, state: str) -> None:
    hand = open_hand(TourHand)
    hand.make(minutes)
    assert hand.read("state") == state
    assert len(hand.stops) == (0 if state == "nothing" else 10)


def test_with_nothing_in_so_short_a_time_the_way_on_is_more_time(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.make(5)
    hand.shell.tap("tour-go")
    assert hand.page == "wish-minutes"


@pytest.mark.parametrize("case", ["closed", "seen", "failed"])
def test_where_there_is_no_tour_the_page_says_why_and_leads_on(open_guide: OpenShell, case: str) -> None:
    hand = TourHand.on_screen(open_guide)
    cards = hand.fakes.library.stop_cards("qutb", "en")
    if case == "closed":
        hand.fakes.guide.closed = {card.id for card in cards}
    elif case == "seen":
        for card in cards:
            hand.models.flow.open_stop(card.id, "number")
    else:
        hand.fakes.guide.failing = ValueError("a plan that cannot be made")
    hand.make(60)
    assert hand.read("state") == case
    hand.shell.tap("tour-go")
    assert hand.page == "browse"


def test_a_site_with_one_stop_has_a_tour_of_one(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand, library=OneStop())
    hand.make(20)
    assert len(hand.stops) == 1
    hand.models.tour.start()
    assert hand.models.followed.property("left") == 1


def test_stairs_are_told_and_are_in_no_tour_without_them(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.fakes.guide.stairs = {TOWER}
    hand.make(60)
    row = next(row for row in hand.read("stops") if row["id"] == TOWER)
    assert row["ways"] == [{"kind": "stairs", "name": ""}]
    hand.models.dialogue.choose_step_free(True)
    hand.wait()
    assert hand.left_out[TOWER] == "stairs"


def test_another_wish_on_the_page_makes_another_tour(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.make(60)
    before = len(hand.stops)
    hand.models.dialogue.choose_pace("calm")
    hand.wait()
    assert len(hand.stops) < before


def test_a_ready_made_tour_is_shown_with_its_authors_minutes_until_it_is_reckoned(
    open_guide: OpenShell,
) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.fakes.guide.closed = {PILLAR}
    hand.models.tour.open_ready("essential")
    assert hand.read("ready_made")
    assert (hand.read("promised"), hand.read("finish")["most"]) == (40, 0)
    assert len(hand.stops) == 6
    hand.wait()
    assert hand.read("finish")["most"] > 0
    assert hand.left_out == {PILLAR: "closed"}
    assert len(hand.stops) == 5
    hand.shell.tap("tour-go")
    assert hand.page == "home"
    assert hand.journey.tour_id == "essential"
    assert hand.models.followed.property("kind") == "everyone"


def test_a_ready_made_tour_that_cannot_be_reckoned_is_there_all_the_same(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.fakes.guide.failing = ValueError("no way")
    hand.models.tour.open_ready("essential")
    hand.wait()
    assert hand.read("state") == "ready"
    assert len(hand.stops) == 6
    hand.models.tour.open_ready("no-such-tour")
    assert not hand.read("ready_made")


def test_after_a_ready_made_tour_the_questions_lead_to_ones_own(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.tour.open_ready("essential")
    hand.models.flow.back()
    hand.models.dialogue.begin()
    for _ in range(3):
        hand.models.dialogue.skip()
    hand.wait()
    assert not hand.read("ready_made")


def test_an_answer_for_a_visit_that_is_over_is_dropped(open_hand: OpenHand) -> None:
    """The packs switch between two visits: what was asked in the one before says nothing of the site that is there now."""
    hand = open_hand(TourHand)
    hand.models.dialogue.choose_minutes(40)
    hand.models.tour.open()
    hand.models.flow.end()
    hand.wait()
    hand.fakes.background.close()
    assert hand.read("stops") == []


def test_a_stop_that_went_while_the_tour_was_made_is_not_in_it(
    open_guide: OpenShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.make(60)
    assert TOWER in hand.stops
    kept = tuple(card for card in hand.fakes.library.stop_cards("qutb", "en") if card.id != TOWER)
    monkeypatch.setattr(hand.fakes.library, "stop_cards", lambda _site, _language: kept)
    hand.models.tour.changed.emit()
    assert TOWER not in hand.stops
    hand.models.tour.start()
    assert hand.models.followed.property("gone") == 1
    assert TOWER not in hand.models.followed.list_to_come()
    assert hand.shell.find("tour-gone") is not None
