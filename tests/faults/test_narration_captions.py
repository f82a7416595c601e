"""Captions nobody should have written: the visitor hears the story with words that can be used, staff get the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.narration.listening import NarrationState
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import STORY, chain_of_three, make_recording

HEAD = "WEBVTT\n\n"
GOOD = "00:00.000 --> 00:01.500\n<00:00.000>The <00:00.500>tower\n\n00:01.500 --> 00:04.000\nLook up!\n\n"
ESTIMATED, USED = "narration.bad-timings", "narration.timings-faulty"

FAULTS = {
    "nothing": ("", []),
    "no cue": (HEAD, [ESTIMATED]),
    "only notes and styles": (HEAD + "NOTE\nlater\n\nSTYLE\n::cue { color: red }\n", [ESTIMATED]),
    "bytes of something else": ("\x7fELF\x00\x01\x02" * 40, [ESTIMATED]),
    "another language": (
        HEAD
        + "00:00.000 --> 00:04.000\nDer Turm wurde im Jahr elfhundertneunundneunzig begonnen, so sagt man heute.",
        [ESTIMATED],
    ),
    "too many": (HEAD + "00:00.000 --> 00:01.000\nx\n\n" * 5_001, [ESTIMATED]),
    "too long": (HEAD + GOOD + "NOTE " + "x" * 1_000_000, [ESTIMATED]),
    "ends before it begins": (HEAD + "00:03.000 --> 00:01.000\nThe tower.\n\n" + GOOD, [USED]),
    "a time mistyped": (HEAD + GOOD + "99:99 --> 00:05.000\nThe end.", [USED]),
    "no first line": (GOOD, [USED]),
    "overlaps": (HEAD + "00:00.000 --> 00:04.000\nThe tower.\n\n00:01.000 --> 00:02.000\nLook up!", []),
    "windows and a byte order mark": ("\ufeff" + (HEAD + GOOD).replace("\n", "\r\n"), []),
    "markup, emoji, a voice": (HEAD + "00:00.000 --> 00:04.000\n<v Amina><b>The</b> tower 🏰 &lt;b&gt;", []),
    "thousands at one moment": (
        HEAD + "\n\n".join(f"00:00.000 --> 00:04.000\nThe tower {number}" for number in range(4_900)),
        [ESTIMATED],
    ),
    "the same thousands of times": (HEAD + "00:00.000 --> 00:04.000\nThe tower. Look up!\n\n" * 4_900, []),
    "half a million words in one": (HEAD + "00:00.000 --> 00:04.000\n" + "<a" * 490_000, [ESTIMATED]),
    "words out of their caption": (HEAD + "00:00.000 --> 00:01.000\n<50:00.000>The <00:00.100>tower", []),
}


@pytest.mark.parametrize(("timings", "incidents"), FAULTS.values(), ids=FAULTS)
def test_the_story_is_told_with_words(tmp_path: Path, timings: str, incidents: list[str]) -> None:
    room = NarrationRoom(tmp_path)
    recording = make_recording(timings=timings)
    room.keep(recording.sha256)
    room.narrator.tell(chain_of_three(recording))
    room.run(100)
    assert room.diary.incidents == incidents
    assert room.is_in(NarrationState.PLAYING)
    assert room.narrator.cues
    assert all(0 <= cue.start <= cue.end <= len(STORY) for cue in room.narrator.cues)
    room.run(5_000)
    assert room.is_in(NarrationState.ENDED)
    assert not room.diary.failures
