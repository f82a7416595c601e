from __future__ import annotations

from dataclasses import replace

from kiosk.model.content import Depth, Recording, VoiceKind
from kiosk.screens.trial_depths import find_trial_depths
from tests.fakes.fake_library import FakeLibrary

STOP = FakeLibrary().get_stop("qutb/iron-pillar", "en")


def recorded(sha256: str) -> Recording:
    return Recording(sha256, "audio/ogg", "en", Depth.GLANCE, 20_000, VoiceKind.PERSON, "Somebody", "")


def test_versions_that_are_told_alike_are_on_trial_nowhere() -> None:
    assert find_trial_depths(STOP, replace(STOP, version="b")) == frozenset()


def test_another_text_puts_its_depth_on_trial() -> None:
    texts = tuple(
        replace(text, text="Otherwise.") if text.depth is Depth.STORY else text for text in STOP.texts
    )
    assert find_trial_depths(STOP, replace(STOP, texts=texts)) == {Depth.STORY}


def test_another_speaker_of_the_same_text_does_too() -> None:
    one, other = replace(STOP, recordings=(recorded("1"),)), replace(STOP, recordings=(recorded("2"),))
    assert find_trial_depths(one, other) == {Depth.GLANCE}
