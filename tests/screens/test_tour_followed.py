"""The tour that is followed: what is next, and whether it still fits the time. It never changes by itself."""

from __future__ import annotations

from kiosk.guide.closures import ClosedKind, Closure
from tests.screens.conftest import OpenShell
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

__all__ = ["open_hand"]


def test_the_next_stop_stands_on_the_first_page_and_on_the_stops(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.start(60)
    assert hand.page == "home"
    first, second = hand.models.followed.list_to_come()[:2]
    assert hand.models.followed.property("next")["id"] == first
    assert hand.shell.find("tour-next") is not None
    hand.shell.tap(f"stop-{first}")
    assert hand.page == "stop"
    assert hand.models.followed.property("next")["id"] == second


def test_a_stop_out_of_turn_is_seen_and_the_tour_goes_on(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(60)
    first, second, third = hand.models.followed.list_to_come()[:3]
    hand.models.flow.open_stop(second, "code")
    assert hand.models.followed.list_to_come()[:2] == [first, third]


def test_after_the_last_stop_the_tour_says_so(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(20)
    for stop in hand.models.followed.list_to_come():
        hand.models.flow.open_stop(stop, "code")
    assert hand.models.followed.property("left") == 0
    assert hand.models.followed.property("on")
    assert hand.models.followed.property("next") == {}
    assert hand.models.followed.property("offer") == ""


def test_who_is_behind_is_offered_a_shorter_tour_in_one_line(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.start(60)
    to_come = hand.models.followed.list_to_come()
    hand.pass_minutes(6)
    assert hand.models.followed.property("offer") == "", "three minutes are nothing to speak of"
    hand.pass_minutes(20)
    assert hand.models.followed.property("offer") == "behind"
    assert hand.models.followed.property("offer_minutes") == 25
    assert hand.models.followed.list_to_come() == to_come, "nothing changes by itself"
    hand.shell.tap("drift-fit")
    hand.wait()
    assert hand.page == "tour"
    assert len(hand.stops) < len(to_come)
    assert hand.stops == [stop for stop in to_come if stop in hand.stops]
    assert not hand.read("followed")
    hand.shell.tap("tour-go")
    assert hand.models.followed.list_to_come() == [*hand.journey.planned]
    assert hand.models.followed.property("offer") == ""


def test_who_keeps_the_tour_is_asked_again_only_when_much_more_has_gone(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(60)
    hand.pass_minutes(12)
    hand.models.followed.keep()
    assert hand.models.followed.property("offer") == ""
    hand.pass_minutes(5)
    assert hand.models.followed.property("offer") == ""
    hand.pass_minutes(6)
    assert hand.models.followed.property("offer") == "behind"


def test_who_is_ahead_is_offered_more_where_there_is_more(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(60)
    third = hand.models.followed.list_to_come()[2]
    for stop in hand.models.followed.list_to_come()[:3]:
        hand.models.flow.open_stop(stop, "code")
    assert hand.journey.here == third
    assert hand.models.followed.property("offer") == "ahead"


def test_who_is_ahead_of_a_tour_of_everything_is_left_alone(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(0)
    for stop in hand.models.followed.list_to_come()[:4]:
        hand.models.flow.open_stop(stop, "code")
    assert hand.models.followed.find_drift_min() < -5
    assert hand.models.followed.property("offer") == ""


def test_who_has_all_the_time_is_never_behind(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(0)
    hand.pass_minutes(300)
    assert hand.models.followed.property("offer") == ""


def test_the_finish_goes_back_with_those_who_are_behind(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(60)
    hand.models.tour.open()
    assert hand.read("followed"), "the tour that is followed is shown, and no other is made"
    on_time = hand.read("finish")
    hand.pass_minutes(25)
    hand.models.tour.changed.emit()
    late = hand.read("finish")
    assert late["end"] > on_time["end"]


def test_a_tour_is_left_when_the_visitor_says_so(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.start(60)
    hand.models.tour.open()
    hand.shell.tap("tour-leave")
    assert hand.page == "home"
    assert hand.journey.planned == ()
    assert not hand.models.followed.property("on")
    assert hand.shell.find("own-tour") is not None


def test_a_ready_made_tour_is_its_authors_and_no_other_is_offered(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.tour.open_ready("essential")
    hand.wait()
    hand.models.tour.start()
    hand.pass_minutes(200)
    assert hand.models.followed.property("offer") == ""
    assert hand.models.followed.property("name") == "The essential forty minutes"
    assert hand.models.followed.property("next")["walk"] > 0


def test_a_stop_that_staff_close_meanwhile_is_left_out_at_once(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand, closes=True)
    hand.start(60)
    first, second = hand.models.followed.list_to_come()[:2]
    hand.fakes.guide.closed = {first}
    hand.fakes.closings.close(Closure("qutb", ClosedKind.STOP, first))
    assert hand.models.followed.list_to_come()[0] == second
    assert hand.models.followed.property("next")["id"] == second
    assert hand.models.followed.property("gone") == 1


def test_looking_at_all_stops_does_not_end_a_tour(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.models.tour.open_ready("essential")
    hand.models.tour.start()
    hand.shell.tap("browse")
    assert len(hand.models.browse.property("stops")) == 10
    hand.models.flow.back()
    assert hand.journey.tour_id == "essential"
    assert hand.models.followed.property("left") == 6
