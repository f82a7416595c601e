from __future__ import annotations

from collections.abc import Callable

from kiosk.model.errors import KioskError
from kiosk.model.place_offer import PlaceState
from kiosk.place.receiver import Receiver
from kiosk.place.watch import PlaceWatch
from tests.fakes.fake_place import FakeReceiver
from tests.place.cards import make_card, make_fix


class Desk:
    """A watch over a fake receiver; what it asks of the interface thread is done when :meth:`run` says so."""

    def __init__(self, make_receiver: Callable[[], Receiver] | None = None) -> None:
        self.receiver = FakeReceiver()
        self.asked: list[Callable[[], None]] = []
        self.reported: list[str] = []
        self.changes = 0
        self.watch = PlaceWatch(make_receiver or (lambda: self.receiver), self.asked.append, self.report)
        self.watch.watch(self.count)

    def report(self, error: KioskError) -> None:
        self.reported.append(error.code)

    def count(self) -> None:
        self.changes += 1

    def run(self) -> None:
        while self.asked:
            self.asked.pop(0)()

    @property
    def state(self) -> PlaceState:
        return self.watch.state

    @property
    def is_known(self) -> list[bool]:
        """Whether there is anything to know of the visitor: of state, offers, place, error and stay."""
        watch = self.watch
        return [
            watch.state is PlaceState.GOOD,
            any(offer.is_here for offer in watch.offers),
            watch.spot is not None,
            watch.accuracy_m is not None,
            watch.settled == "garden/gate",
        ]

    def stand(self, seconds: int) -> None:
        for second in range(seconds):
            self.receiver.give(make_fix(0, 0, second))
        self.run()


def test_a_visit_is_followed_and_then_forgotten() -> None:
    desk = Desk()
    assert (desk.state, desk.receiver.starts) == (PlaceState.OFF, 0)
    desk.watch.start([make_card("gate")])
    assert (desk.state, desk.receiver.is_running) == (PlaceState.SEARCHING, True)
    desk.stand(10)
    assert desk.is_known == [True] * 5
    desk.watch.stop()
    assert (desk.state, desk.receiver.is_running) == (PlaceState.OFF, False)
    assert desk.is_known == [False] * 5


def test_where_nothing_stands_outdoors_no_receiver_is_asked() -> None:
    desk = Desk()
    desk.watch.start([])
    assert (desk.state, desk.receiver.starts, desk.changes) == (PlaceState.OFF, 0, 0)


def test_what_was_on_its_way_when_the_visit_ended_is_dropped() -> None:
    desk = Desk()
    desk.watch.start([make_card("gate")])
    desk.receiver.give(make_fix(0, 0, 0))
    desk.watch.start([make_card("gate")])
    desk.run()
    assert desk.state is PlaceState.SEARCHING


def test_the_next_visitor_hears_nothing_of_the_one_before() -> None:
    desk = Desk()
    desk.watch.start([make_card("gate")])
    desk.stand(5)
    desk.watch.dismiss("garden/gate")
    assert not desk.watch.offers
    desk.watch.stop()
    desk.watch.start([make_card("gate")])
    desk.stand(5)
    assert [offer.stop_id for offer in desk.watch.offers] == ["garden/gate"]


def test_silence_and_trouble_are_no_end() -> None:
    desk = Desk()
    desk.watch.start([make_card("gate")])
    desk.stand(3)
    desk.receiver.fall_silent()
    desk.run()
    assert (desk.state, desk.watch.offers) == (PlaceState.LOST, ())
    desk.receiver.trouble()
    desk.receiver.trouble()
    desk.run()
    assert desk.reported == ["place.receiver-lost"], "told to staff once"
    desk.stand(3)
    assert (desk.state,) == (PlaceState.GOOD,)


def test_a_device_whose_receiver_cannot_be_made_goes_on_without_places() -> None:
    def fail() -> Receiver:
        raise KioskError("No service", code="place.no-service")

    desk = Desk(fail)
    desk.watch.start([make_card("gate")])
    desk.watch.start([make_card("gate")])
    assert (desk.state, desk.reported) == (PlaceState.OFF, ["place.no-service"])


def test_listeners_hear_of_each_change() -> None:
    desk = Desk()
    desk.watch.start([make_card("gate")])
    before = desk.changes
    desk.stand(4)
    desk.watch.dismiss("garden/gate")
    desk.watch.stop()
    desk.watch.stop()
    assert desk.changes == before + 6
