"""Outdoor stops on the screens: offered, opened, dismissed; and the visitor's dot on the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from kiosk.model.content import StopCard
from kiosk.model.place_offer import PlaceOffer, PlaceState
from kiosk.narration.listening import NarrationState
from kiosk.screens.place_guide import round_for_eyes
from kiosk.screens.shell import Shell
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_place import FakePlace
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell

MINAR = "qutb/qutb-minar"
PILLAR = "qutb/iron-pillar"


class OpeningLibrary(FakeLibrary):
    """The demonstration, its minar opening by itself."""

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        cards = super().stop_cards(site_id, language)
        return tuple(replace(card, opens_by_place=card.id == MINAR) for card in cards)


@pytest.fixture
def enter(
    open_guide: OpenShell, settle: Callable[[], None]
) -> Callable[..., tuple[Shell, FakeRooms, FakePlace]]:
    """Open a guide whose visitor has come to the home page."""

    def enter_guide(
        library: FakeLibrary | None = None, language: str = "en"
    ) -> tuple[Shell, FakeRooms, FakePlace]:
        place = FakePlace()
        shell, fakes = open_guide(place=place, library=library or FakeLibrary())
        settle()
        shell.tap("attract")
        settle()
        assert place.state is PlaceState.OFF, "nobody is at a site yet"
        shell.tap(f"language-{language}")
        settle()
        return shell, fakes, place

    return enter_guide


def offer(stop_id: str, metres: float = 40, turn: float | None = None, *, here: bool = False) -> PlaceOffer:
    return PlaceOffer(stop_id, metres, 45.0, turn, here)


def said(shell: Shell, stop_id: str) -> str:
    item = shell.find(f"place-{stop_id}")
    return str(item.property("text")) if item else ""


def touch(shell: Shell, name: str) -> None:
    """Touch an offer once it has come to its place: its page is laid out with the next frame."""
    QTest.qWait(50)
    shell.tap(name)
    QTest.qWait(10)


def rows(shell: Shell) -> Sequence[dict[str, object]]:
    found: Sequence[dict[str, object]] = shell.models.place.property("offers")
    return found


Enter = Callable[..., tuple[Shell, FakeRooms, FakePlace]]


def test_the_receiver_runs_while_a_visit_is_at_a_site(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    assert place.state is PlaceState.SEARCHING
    assert [card.id for card in place.stops] == [card.id for card in FakeLibrary().stop_cards("qutb", "en")]
    shell.models.flow.open_stop(MINAR, "list")
    shell.models.flow.end("leave")
    settle()
    assert (shell.page, place.state) == ("end", PlaceState.OFF)
    shell.tap("done")
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    assert place.state is PlaceState.SEARCHING
    shell.models.flow.end("idle")
    assert (shell.page, place.state) == ("attract", PlaceState.OFF), "an abandoned visit ends it too"


def test_how_far_and_which_way(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    for turn, words in (
        (10.0, "40 m straight on"),
        (-80.0, "40 m to the left"),
        (95.0, "40 m to the right"),
        (-170.0, "40 m behind you"),
        (None, "40 m to the north-east"),
    ):
        place.put(offer(MINAR, turn=turn), offer(PILLAR, 60))
        settle()
        assert said(shell, MINAR) == f"{words}: Qutb Minar"
        assert shell.find(f"place-{PILLAR}") is None, "one at a time"
        arrow = shell.find("place-arrow")
        assert arrow is not None and arrow.rotation() == (turn or 0)
    place.put(offer(MINAR, turn=20.0), state=PlaceState.ROUGH)
    settle()
    assert said(shell, MINAR) == "Near here: Qutb Minar", "a rough place tells no distance"


def test_whoever_stands_at_a_stop_opens_it_by_place(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    place.put(offer(MINAR, 3, here=True))
    settle()
    assert said(shell, MINAR) == "You stand at: Qutb Minar"
    touch(shell, f"place-{MINAR}")
    assert shell.page == "stop"
    assert shell.models.flow.property("found_by") == "place"
    assert place.dismissed == [MINAR]
    shell.models.flow.show("home")
    place.put(offer(PILLAR))
    settle()
    touch(shell, f"place-{PILLAR}")
    assert shell.models.flow.property("found_by") == "list", "nobody has been there yet"


def test_at_two_stops_at_once_the_visitor_chooses(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    place.put(offer(MINAR, 3, here=True), offer(PILLAR, 5, here=True), offer("qutb/alai-minar", 90))
    settle()
    assert shell.find(f"place-{MINAR}") is not None and shell.find(f"place-{PILLAR}") is not None
    assert shell.find("place-qutb/alai-minar") is None


def test_coming_to_a_stop_ticks_once_and_never_over_a_story(enter: Enter, settle: Callable[[], None]) -> None:
    _, fakes, place = enter()
    place.put(offer(MINAR))
    assert fakes.asides.heard == []
    place.put(offer(MINAR, 3, here=True))
    place.put(offer(MINAR, 2, here=True))
    assert fakes.asides.heard == ["tick"]
    fakes.narrator.state = NarrationState.PLAYING
    place.put(offer(PILLAR, 2, here=True))
    assert fakes.asides.heard == ["tick"] and fakes.narrator.state is NarrationState.PLAYING


def test_not_now_is_heard(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    place.put(offer(MINAR))
    settle()
    touch(shell, f"dismiss-{MINAR}")
    assert place.dismissed == [MINAR] and shell.find(f"place-{MINAR}") is None
    assert shell.page == "home"


def stand(place: FakePlace) -> None:
    place.put(offer(MINAR, 3, here=True), settled=MINAR)


def test_it_opens_by_itself_only_where_the_author_says_so(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    stand(place)
    settle()
    assert shell.page == "home"
    other, _, place = enter(OpeningLibrary())
    stand(place)
    settle()
    assert (other.page, other.models.flow.property("found_by")) == ("stop", "place")


def test_it_does_not_open_for_one_who_passes_or_stands_elsewhere(
    enter: Enter, settle: Callable[[], None]
) -> None:
    shell, _, place = enter(OpeningLibrary())
    place.put(offer(MINAR, 3, here=True))
    place.put(offer(PILLAR, 4, here=True), settled=PILLAR)
    settle()
    assert shell.page == "home"


def test_it_never_opens_over_another_page_or_while_something_is_told(
    enter: Enter, settle: Callable[[], None]
) -> None:
    shell, fakes, place = enter(OpeningLibrary())
    for page in ("map", "browse", "number", "language"):
        shell.models.flow.show(page)
        stand(place)
        settle()
        assert shell.page == page
    shell.models.flow.show("home")
    for state in (NarrationState.PREPARING, NarrationState.PLAYING, NarrationState.PAUSED):
        fakes.narrator.state = state
        stand(place)
        settle()
        assert shell.page == "home"


def test_it_opens_once_and_not_while_the_visitor_is_asked_something(
    enter: Enter, settle: Callable[[], None]
) -> None:
    shell, fakes, place = enter(OpeningLibrary())
    stand(place)
    settle()
    fakes.narrator.state = NarrationState.ENDED
    shell.models.flow.show("home")
    stand(place)
    settle()
    assert shell.page == "home", "it was heard already"
    shell, _, place = enter(OpeningLibrary())
    shell.models.flow.open_stop(PILLAR, "list")
    shell.models.flow.show("home")
    shell.models.flow.ask_to_end()
    stand(place)
    settle()
    assert shell.page == "home"


def test_who_walks_with_the_device_is_there(enter: Enter) -> None:
    """The way to the next stop takes longer than the 90 s after which an abandoned device asks."""
    shell, fakes, place = enter()
    for is_moving, asks in ((True, False), (False, True)):
        place.is_moving = is_moving
        for _ in range(8):
            fakes.clock.step(12_000)
            shell.models.attention.tick()
        assert shell.models.attention.property("asking") is asks


def test_the_visitor_is_a_dot_on_the_plan(enter: Enter, settle: Callable[[], None]) -> None:
    shell, _, place = enter()
    shell.tap("map")
    settle()
    assert shell.find("visitor-dot") is None
    card = next(card for card in FakeLibrary().stop_cards("qutb", "en") if card.id == MINAR)
    assert card.lat is not None and card.lon is not None
    place.put(offer(MINAR, 3, here=True), spot=(card.lat, card.lon), accuracy_m=8.0)
    settle()
    visitor = shell.models.plan.property("visitor")
    assert (visitor["x"], visitor["y"]) == pytest.approx((card.plan_x, card.plan_y), abs=0.002)
    assert shell.find("visitor-dot") is not None
    place.put(spot=(28.6, 77.3))
    settle()
    assert shell.models.plan.property("visitor") == {} and shell.find("visitor-dot") is None


def test_a_guide_that_cannot_know_its_place_offers_nothing(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, _ = open_guide()
    settle()
    shell.tap("attract")
    settle()
    shell.tap("language-en")
    settle()
    assert rows(shell) == [] and shell.models.place.property("state") == "off"
    shell.models.place.dismiss(MINAR)


@pytest.mark.parametrize(
    ("metres", "told"), [(0.0, 5), (3.0, 5), (12.6, 15), (97.4, 95), (98.0, 100), (143.0, 140), (996.0, 1000)]
)
def test_distances_as_people_tell_them(metres: float, told: int) -> None:
    assert round_for_eyes(metres) == told
