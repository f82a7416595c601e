"""Where a visitor stands, as the guide is asked about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.screens.moment_now import read_moment, read_time
from kiosk.visits.clock import Reading, WallQuality
from tests.fakes.fake_rooms import SteppedClock
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

__all__ = ["open_hand"]


def test_the_time_is_the_sites_own(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    now = read_time(hand.fakes.rooms, hand.journey)
    assert now is not None
    assert now.utcoffset() == timedelta(hours=5, minutes=30)


def test_a_zone_that_nobody_knows_is_utc(open_hand: OpenHand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = open_hand(TourHand)
    site = replace(hand.fakes.library.get_site("qutb", "en"), timezone="Nowhere/Land")
    monkeypatch.setattr(hand.fakes.library, "get_site", lambda _site, _language: site)
    now = read_time(hand.fakes.rooms, hand.journey)
    assert now is not None
    assert now.utcoffset() == timedelta(0)


def test_a_clock_that_cannot_be_believed_tells_no_time(
    open_hand: OpenHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = open_hand(TourHand)
    unset = Reading("0" * 32, hand.fakes.clock.now_ms, 0, 86_400_000, WallQuality.UNSET)
    monkeypatch.setattr(SteppedClock, "read", lambda _clock: unset)
    assert read_moment(hand.fakes.rooms, hand.journey).now is None


def test_a_moment_knows_what_was_seen_and_what_is_still_to_come(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(60)
    first, *rest = hand.models.followed.list_to_come()
    hand.models.flow.open_stop(first, "code")
    moment = read_moment(hand.fakes.rooms, hand.journey)
    assert (moment.here, moment.seen, moment.planned) == (first, (first,), tuple(rest))
    assert moment.site_id == "qutb"
    assert moment.wishes.minutes == 60
