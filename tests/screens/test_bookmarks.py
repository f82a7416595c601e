"""Places in stories that were left: kept where they help, and held against the voice that tells them."""

from __future__ import annotations

from dataclasses import replace

from kiosk.model.content import Depth
from kiosk.narration.choose import NarrationKind
from kiosk.narration.performance import Place
from kiosk.screens.bookmarks import AGAIN_MS, LEAST_LEFT_MS, LEAST_TOLD_MS, Bookmarks
from tests.fakes.stories import make_narration, make_recording

TOLD = make_narration(NarrationKind.RECORDING, recording=make_recording(duration_ms=60_000))
LEFT = Place(30_000, 120)


def test_a_story_goes_on_a_little_before_it_was_left() -> None:
    marks = Bookmarks()
    marks.put(TOLD, LEFT, 60_000)
    assert marks.find(TOLD) == Place(30_000 - AGAIN_MS, 120)


def test_another_stop_depth_or_language_begins_at_its_beginning() -> None:
    marks = Bookmarks()
    marks.put(TOLD, LEFT, 60_000)
    for other in (
        replace(TOLD, stop_id="qutb/gate"),
        replace(TOLD, depth=Depth.DEEP),
        replace(TOLD, language="hi"),
    ):
        assert marks.find(other) == Place()


def test_another_voice_goes_on_at_the_sentence() -> None:
    marks = Bookmarks()
    marks.put(TOLD, LEFT, 60_000)
    assert marks.find(make_narration(NarrationKind.SPEECH)) == Place(0, 120)
    other_file = replace(TOLD, recording=make_recording(sha256="bb" * 32))
    assert marks.find(other_file) == Place(0, 120)


def test_near_the_beginning_and_the_end_there_is_nothing_to_remember() -> None:
    marks = Bookmarks()
    for ms in (LEAST_TOLD_MS - 1, 60_000 - LEAST_LEFT_MS + 1):
        marks.put(TOLD, LEFT, 60_000)
        marks.put(TOLD, Place(ms, 1), 60_000)
        assert marks.find(TOLD) == Place()


def test_what_was_heard_to_its_end_and_what_another_visitor_left_is_forgotten() -> None:
    marks = Bookmarks()
    marks.put(TOLD, LEFT, 60_000)
    marks.take_out(TOLD)
    assert marks.find(TOLD) == Place()
    marks.put(TOLD, LEFT, 60_000)
    marks.clear()
    assert marks.find(TOLD) == Place()
