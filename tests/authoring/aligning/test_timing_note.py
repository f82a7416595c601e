"""The remark that says what timings were made of is read back as it was written, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.aligning.timing_note import TimingNote, find_note, format_note
from kiosk.authoring.cue_writing import format_cue_file
from kiosk.model.spoken_word import Word

NOTE = TimingNote("a" * 32, "b" * 32, 0.031, (2, 14))


def write(note: TimingNote) -> str:
    return format_cue_file("One.", [Word(100, 500, 0, 4)], format_note(note))


def test_a_note_comes_back() -> None:
    assert find_note(write(NOTE)) == NOTE
    assert not NOTE.is_sure


def test_timings_of_others_have_none() -> None:
    assert find_note("WEBVTT\n\nNOTE by hand\n\n00:01.000 --> 00:02.000\nOne.\n") is None


@pytest.mark.parametrize("spoiled", ["fit=x", "fit=", "text="])
def test_a_note_somebody_wrote_over_is_no_longer_the_programs(spoiled: str) -> None:
    key = spoiled.partition("=")[0]
    file = write(NOTE)
    start = file.index(f"{key}=")
    end = min(place for place in (file.find(" ", start), file.find("\n", start)) if place > 0)
    assert find_note(file[:start] + spoiled + file[end:]) is None


def test_captions_cannot_pass_for_a_note() -> None:
    file = "WEBVTT\n\n00:01.000 --> 00:02.000\nNOTE timed by kiosk pack align; sound=a text=b fit=1\n"
    assert find_note(file) is None


@given(st.text(max_size=400))
def test_any_text_is_survived(text: str) -> None:
    find_note(f"WEBVTT\n\nNOTE timed by kiosk pack align; {text}\n\nNOTE doubtful: {text}\n")
