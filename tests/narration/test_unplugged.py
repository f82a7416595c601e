"""Headphones that came out are in again when a device has come that was not there without them."""

from __future__ import annotations

from kiosk.narration.unplugged import Unplugged

SPEAKER, HEADPHONES, OTHERS = b"speaker", b"headphones", b"others"


def test_the_same_or_others_are_put_in() -> None:
    for ones in (HEADPHONES, OTHERS):
        unplugged = Unplugged()
        unplugged.lose({SPEAKER})
        assert not unplugged.is_back({SPEAKER})
        assert unplugged.is_back({SPEAKER, ones})
        assert not unplugged.is_back({SPEAKER, ones}), "it is told once"


def test_the_speaker_goes_and_comes() -> None:
    unplugged = Unplugged()
    unplugged.lose({SPEAKER})
    assert not unplugged.is_back(set())
    assert unplugged.is_back({SPEAKER})


def test_who_went_on_is_told_nothing() -> None:
    unplugged = Unplugged()
    assert not unplugged.is_back({SPEAKER})
    unplugged.lose({SPEAKER})
    unplugged.forget()
    assert not unplugged.is_back({SPEAKER, HEADPHONES})
