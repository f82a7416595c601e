"""What a span of time holds, said while the question is already there; and nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.model.site_sums import SiteSums
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.qt_loop import spin_until
from tests.screens.conftest import OpenShell
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

__all__ = ["open_hand"]


class Asked(TourHand):
    """Stands before the question about time."""

    def ask(self) -> list[dict[str, Any]]:
        """Wait until the answer is there, and return what the cards say."""
        self.models.dialogue.ask("wish-minutes")
        spin_until(lambda: self.told("known"))
        return list(self.told("spans"))

    def told(self, name: str) -> Any:
        return self.models.expectations.property(name)


def test_the_spans_stand_there_at_once_and_say_more_when_it_is_known(open_guide: OpenShell) -> None:
    hand = Asked.on_screen(open_guide)
    hand.models.dialogue.ask("wish-minutes")
    assert [span["known"] for span in hand.told("spans")] == [False] * 4
    assert hand.shell.find("minutes-40") is not None, "nobody has to wait for it"
    spin_until(lambda: hand.told("known"))
    assert [span["minutes"] for span in hand.told("spans")] == [20, 40, 60, 90]


def test_more_time_names_what_it_adds(open_hand: OpenHand) -> None:
    hand = open_hand(Asked)
    spans = hand.ask()
    assert [span["adds"] for span in spans] == [False, True, True, True]
    named = [name for span in spans for name in span["names"]]
    assert len(named) == len(set(named)), "no stop is named twice"
    assert all(span["metres"] > 0 for span in spans)


def test_where_all_fits_more_time_is_for_lingering(open_hand: OpenHand) -> None:
    hand = open_hand(Asked)
    hand.fakes.guide.closed = {
        card.id for card in hand.fakes.library.stop_cards("qutb", "en")[4:]
    }  # four are open
    spans = hand.ask()
    assert [span["whole"] for span in spans] == [False, True, True, True]
    assert [span["lingers"] for span in spans] == [False, False, True, True]
    assert spans[2]["names"] == []


def test_what_is_closed_is_named_and_the_rest_counted(open_hand: OpenHand) -> None:
    hand = open_hand(Asked)
    hand.fakes.guide.closed = {card.id for card in hand.fakes.library.stop_cards("qutb", "en")}
    spans = hand.ask()
    assert {span["many"] for span in spans} == {0}
    assert len(hand.told("closed")) == 4
    assert hand.told("closed_more") == 6


@pytest.mark.parametrize("measured", [False, True])
def test_how_it_is_known_is_said(open_hand: OpenHand, measured: bool) -> None:
    hand = open_hand(Asked)
    hand.fakes.guide.measured = measured
    hand.ask()
    assert hand.told("measured") is measured


@pytest.mark.parametrize(
    ("stars", "told"),
    [
        ((0, 0, 0, 0, 0), {}),
        ((0, 0, 0, 1, 3), {}),
        ((1, 0, 1, 4, 4), {"mean": 4.0, "count": 10}),
    ],
)
def test_what_others_gave_is_told_only_where_enough_did(
    open_hand: OpenHand, monkeypatch: pytest.MonkeyPatch, stars: tuple[int, ...], told: dict[str, float]
) -> None:
    sums = replace(SiteSums(), ratings=stars)  # type: ignore[arg-type]  # five of them
    monkeypatch.setattr(FakeLibrary, "sums", lambda _library, _site: sums)
    hand = open_hand(Asked)
    hand.ask()
    assert hand.told("rating") == told


def test_where_it_cannot_be_worked_out_the_minutes_are_offered_alone(open_guide: OpenShell) -> None:
    hand = Asked.on_screen(open_guide)
    hand.fakes.guide.failing = ValueError("no way")
    hand.models.dialogue.ask("wish-minutes")
    spin_until(lambda: bool(hand.fakes.guide.asked))
    hand.shell.tap("minutes-40")
    assert hand.journey.wishes.minutes == 40


def test_a_stop_that_is_gone_is_not_named(open_hand: OpenHand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = open_hand(Asked)
    first = hand.ask()[0]["names"][0]
    kept = tuple(card for card in hand.fakes.library.stop_cards("qutb", "en") if card.title != first)
    monkeypatch.setattr(hand.fakes.library, "stop_cards", lambda _site, _language: kept)
    assert first not in {name for span in hand.told("spans") for name in span["names"]}
