"""Going on where a story was left, its loudness, its fading, and a device without sound: on a virtual clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.listening import NarrationState
from kiosk.narration.narrator import FADE_MS
from kiosk.narration.performance import BEGINNING, Place
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import KURZ, STORY, chain_of_three, make_narration, make_recording

LONG = "This is a sentence of a long story. " * 40


@pytest.fixture
def room(tmp_path: Path) -> NarrationRoom:
    return NarrationRoom(tmp_path)


def recorded(room: NarrationRoom) -> Narration:
    recording = make_recording()
    room.keep(recording.sha256)
    return chain_of_three(recording)


def test_a_recording_goes_on_at_the_moment_where_it_was_left(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(2_300)
    left = room.narrator.place
    room.narrator.tell(make_narration(NarrationKind.TEXT))
    room.run(500)
    room.narrator.tell(recorded(room), start=left)
    room.run(100)
    assert left.ms == 2_300
    assert room.narrator.position_ms == 2_400
    room.narrator.stop()
    assert room.diary.ended[-1][1] == 100, "what was leapt over was not heard again"


def test_a_recording_may_go_on_after_the_tick(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room), start=Place(2_000), after_ms=60)
    room.run(50)
    assert room.is_in(NarrationState.PREPARING)
    room.run(60)
    assert (room.narrator.state, room.narrator.position_ms // 100) == ("playing", 20)


@pytest.mark.parametrize("kind", [NarrationKind.SPEECH, NarrationKind.TEXT])
def test_speech_and_words_go_on_with_the_sentence_where_they_were_left(
    room: NarrationRoom, kind: NarrationKind
) -> None:
    story = make_narration(kind, LONG)
    room.narrator.tell(story)
    room.run(30_000)
    left, cue = room.narrator.place, room.narrator.caption[0]
    room.narrator.stop()
    room.speech.spoken.clear()
    room.narrator.tell(story, start=left)
    room.run(50)
    assert cue > 5
    assert room.narrator.caption[0] == cue
    if kind is NarrationKind.SPEECH:
        assert len(room.speech.spoken) < 14, (
            "nobody waits until the sentences before it have been spoken again"
        )


def test_what_was_heard_to_its_end_begins_anew(room: NarrationRoom) -> None:
    assert room.narrator.place == BEGINNING
    room.narrator.tell(recorded(room))
    room.run(5_000)
    assert room.narrator.place == BEGINNING


def test_a_recording_that_cannot_go_on_is_spoken_from_that_sentence(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(2_100)
    left = room.narrator.place
    assert left.character == STORY.index("It is")
    room.narrator.tell(chain_of_three(make_recording(sha256="cc" * 32)), start=left)
    room.run(50)
    assert room.diary.told[-1].kind is NarrationKind.SPEECH
    assert room.speech.spoken[0].startswith("It is")


def test_going_back_before_the_sentence_where_speech_went_on_speaks_what_was_left_out(
    room: NarrationRoom,
) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH, LONG), start=Place(0, LONG.index("This", 700)))
    room.run(300)
    cue = room.narrator.caption[0]
    room.narrator.back(8_000)
    room.run(50)
    assert room.narrator.caption[0] < cue
    assert room.is_in(NarrationState.PLAYING)
    room.run(120_000)
    assert room.is_in(NarrationState.ENDED)


def test_a_long_text_is_spoken_a_minute_ahead_and_no_further(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH, LONG * 50))
    room.run(100)
    assert len(room.speech.spoken) < 20
    room.run(60_000)
    assert room.is_in(NarrationState.PLAYING)
    assert room.diary.incidents == []


def test_a_leap_far_ahead_in_speech_speaks_from_there(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH, LONG))
    room.run(500)
    wanted_ms = room.narrator.duration_ms * 3 // 4
    room.narrator.seek_ms(wanted_ms)
    room.run(100)
    assert room.is_in(NarrationState.PLAYING)
    assert room.narrator.position_ms == pytest.approx(wanted_ms, abs=3_000)
    room.narrator.stop()
    assert room.diary.ended[-1][1] < 1_000


def test_a_story_that_is_left_fades_and_one_that_follows_does_not_wait(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(500)
    room.narrator.tell(recorded(room))
    assert room.player.faded_ms == 0
    room.run(500)
    room.narrator.stop()
    assert room.player.faded_ms == FADE_MS


def test_the_loudness_stays_within_bounds_and_holds_for_later_stories(room: NarrationRoom) -> None:
    room.narrator.set_volume(4)
    assert (room.narrator.volume, room.player.volume) == (1, 1)
    room.narrator.set_volume(0.3)
    room.narrator.tell(recorded(room))
    room.run(100)
    assert (room.narrator.volume, room.player.volume) == (0.3, 0.3)


def test_staff_are_told_once_that_the_device_has_no_sound_and_each_visitor_is(room: NarrationRoom) -> None:
    room.player.has_output = False
    for _ in range(3):
        room.narrator.tell(recorded(room))
        room.run(100)
    assert room.diary.incidents == ["narration.no-output"]
    assert room.diary.no_sound == 3
    assert room.is_in(NarrationState.PLAYING)


def test_a_device_that_appears_later_is_told_of(room: NarrationRoom) -> None:
    room.player.has_output = False
    room.narrator.tell(recorded(room))
    room.run(500)
    assert room.diary.sound_back == 0
    room.player.has_output = True
    room.run(100)
    assert room.diary.sound_back == 1
    assert room.is_in(NarrationState.PLAYING)


def test_words_of_mine_run_rather_than_a_voice_in_another_language_that_nobody_hears(
    room: NarrationRoom,
) -> None:
    recording = make_recording("de")
    room.keep(recording.sha256)
    words = make_narration(NarrationKind.TEXT)
    foreign = make_narration(
        NarrationKind.RECORDING, KURZ, recording=recording, otherwise=words, language="de"
    )
    room.player.has_output = False
    room.narrator.tell(foreign)
    assert room.narrator.narration == words
    room.run(1_000)
    assert room.diary.captions
    room.player.has_output = True
    room.narrator.tell(foreign)
    assert room.narrator.narration == foreign


def test_words_alone_need_no_sound(room: NarrationRoom) -> None:
    room.player.has_output = False
    room.narrator.tell(make_narration(NarrationKind.TEXT))
    room.run(100)
    assert (room.diary.no_sound, room.diary.incidents) == (0, [])


def test_who_goes_on_without_headphones_and_without_any_sound_is_told(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(500)
    room.player.lose_output()
    room.player.has_output = False
    room.narrator.resume()
    room.run(100)
    assert (room.diary.output_lost, room.diary.no_sound) == (1, 1)
    assert room.narrator.position_ms > 500
