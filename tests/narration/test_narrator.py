"""The narrator on fakes and a virtual clock: every millisecond is exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.narrator import EndReason, NarrationState
from kiosk.narration.stall import STALLED_MS
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import STORY, chain_of_three, make_narration, make_recording

TIMINGS = """WEBVTT

00:00.000 --> 00:02.000
<00:00:00.000>The <00:00:00.500>tower

00:02.000 --> 00:04.000
<00:00:02.000>Look <00:00:03.000>up!
"""


@pytest.fixture
def room(tmp_path: Path) -> NarrationRoom:
    return NarrationRoom(tmp_path)


def recorded(room: NarrationRoom, timings: str = "") -> Narration:
    recording = make_recording(timings=timings)
    room.keep(recording.sha256)
    return chain_of_three(recording)


def test_a_recording_plays_from_the_first_moment_to_its_end(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    assert room.is_in(NarrationState.PLAYING)
    room.run(5_000)
    assert room.diary.states == ["preparing", "playing", "ended"]
    assert room.diary.ended == [(EndReason.FINISHED, 4_000)]
    assert not room.ticker.is_running


def is_under_way(room: NarrationRoom) -> bool:
    """Ask anew each time, where a checker of types would take the first answer for all."""
    return room.narrator.is_under_way


def test_a_story_is_under_way_when_nothing_can_hold_it_up_any_more(room: NarrationRoom) -> None:
    assert not is_under_way(room)
    room.narrator.tell(recorded(room), after_ms=30)
    assert not is_under_way(room), "it waits"
    room.run(50)
    assert is_under_way(room)
    room.narrator.pause()
    assert not is_under_way(room)
    room.narrator.tell(make_narration(NarrationKind.TEXT))
    assert is_under_way(room), "words need no sound"


def test_captions_follow_the_recordings_timings(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room, TIMINGS))
    room.run(5_000)
    assert room.diary.captions[-4:] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_bad_timings_are_reported_and_the_captions_estimated(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room, "nonsense"))
    room.run(100)
    assert room.diary.incidents == ["narration.bad-timings"]
    assert room.is_in(NarrationState.PLAYING)
    assert [cue.text for cue in room.narrator.cues][-1] == "Look up!"


def test_pause_stands_still_and_resume_goes_on(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(1_000)
    room.narrator.pause()
    room.run(5_000)
    assert (room.narrator.state, room.narrator.position_ms) == ("paused", 1_000)
    assert not room.ticker.is_running
    room.narrator.resume()
    room.run(500)
    assert (room.narrator.state, room.narrator.position_ms) == ("playing", 1_500)


def test_going_back_is_not_heard_twice_and_a_leap_is_not_heard(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(2_000)
    room.narrator.back(1_000)
    room.run(1_500)
    room.narrator.seek_ms(3_500)
    room.narrator.stop()
    assert room.diary.ended == [(EndReason.STOPPED, 2_500)]
    assert (room.narrator.state, room.narrator.cues, room.narrator.position_ms) == ("idle", (), 0)


def test_the_speed_holds_for_the_next_story_and_stays_within_bounds(room: NarrationRoom) -> None:
    room.narrator.set_rate(9)
    assert room.narrator.rate == 2
    room.narrator.tell(recorded(room))
    room.run(1_000)
    assert room.narrator.position_ms == 2_000
    room.narrator.set_rate(0.1)
    assert room.narrator.rate == 0.75


def test_after_the_end_it_can_be_told_again(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(5_000)
    room.narrator.resume()
    room.run(1_000)
    assert (room.narrator.state, room.narrator.position_ms) == ("playing", 1_000)
    assert room.narrator.heard_ms == 4_000


def test_back_after_the_end_tells_the_rest_again(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(5_000)
    room.narrator.back(1_000)
    assert (room.narrator.state, room.narrator.position_ms) == ("playing", 3_000)


def test_another_story_replaces_the_first(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(1_000)
    room.narrator.tell(recorded(room))
    assert room.diary.ended == [(EndReason.REPLACED, 1_000)]
    assert room.narrator.position_ms == 0


def test_speech_is_heard_sentence_by_sentence_as_one_story(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH))
    assert room.is_in(NarrationState.PREPARING)
    room.background.run_one()
    assert room.is_in(NarrationState.PLAYING)
    assert len(room.speech.spoken) == 1
    room.run(200)
    assert len(room.speech.spoken) == 3
    room.run(6_000)
    assert room.diary.ended == [(EndReason.FINISHED, room.narrator.duration_ms)]
    assert {cue for cue, _ in room.diary.captions} == {0, 1, 2}


def test_speech_that_is_slow_waits_and_goes_on(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH))
    room.background.run_one()
    room.clock.advance(3_000)
    assert room.is_in(NarrationState.PREPARING)
    room.run(100)
    assert room.is_in(NarrationState.PLAYING)
    assert room.diary.incidents == []


def test_back_and_forward_cross_the_sentences_of_speech(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH))
    room.run(1_600)
    assert room.narrator.caption[0] == 1
    room.narrator.back(1_000)
    assert (room.narrator.position_ms, room.narrator.caption[0]) == (600, 0)
    room.narrator.seek_ms(3_000)
    assert (room.narrator.position_ms, room.narrator.caption[0]) == (3_000, 1)
    room.narrator.forward(100_000)
    room.run(50)
    assert room.is_in(NarrationState.ENDED)


def test_speech_paused_before_its_first_sentence_stays_paused(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH))
    room.narrator.pause()
    room.run(2_000)
    assert (room.narrator.state, room.narrator.position_ms) == ("paused", 0)
    room.narrator.resume()
    room.run(500)
    assert room.narrator.position_ms == 500


def test_text_alone_runs_at_reading_pace(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.TEXT))
    room.run(room.narrator.duration_ms + 100)
    assert room.diary.ended == [(EndReason.FINISHED, room.narrator.duration_ms)]
    assert [cue for cue, _ in room.diary.captions] == [0, 1, 2]
    assert room.player.opened == []


def test_text_can_be_paused_sped_up_and_told_again(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.TEXT))
    room.run(1_000)
    room.narrator.pause()
    room.run(1_000)
    room.narrator.set_rate(2)
    room.narrator.resume()
    room.run(1_000)
    assert room.narrator.position_ms == 3_000
    room.narrator.back(2_500)
    assert room.narrator.position_ms == 500
    room.run(10_000)
    room.narrator.resume()
    room.run(500)
    assert (room.narrator.state, room.narrator.position_ms) == ("playing", 1_000)


def test_a_device_without_sound_says_so_and_the_words_run(room: NarrationRoom) -> None:
    room.player.has_output = False
    room.narrator.tell(recorded(room, TIMINGS))
    room.run(4_000)
    assert room.diary.no_sound == 1
    assert room.diary.captions[-1] == (1, 1)


def test_headphones_out_pauses_and_says_so(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(1_000)
    room.player.lose_output()
    assert (room.narrator.state, room.diary.output_lost) == ("paused", 1)
    room.player.regain_output()
    assert (room.narrator.state, room.diary.sound_back) == ("paused", 1)
    room.narrator.resume()
    room.run(100)
    assert room.narrator.position_ms == 1_100


def test_a_missing_recording_is_spoken_instead(room: NarrationRoom) -> None:
    room.narrator.tell(chain_of_three())
    room.run(100)
    assert room.diary.incidents == ["narration.recording-missing"]
    assert [told.kind for told in room.diary.told] == ["speech"]


def test_a_recording_that_breaks_goes_on_from_the_sentence_it_had_come_to(room: NarrationRoom) -> None:
    room.player.fail_at_ms = 2_000
    room.narrator.tell(recorded(room))
    room.run(2_100)
    assert room.diary.incidents == ["narration.unplayable"]
    assert room.narrator.caption[0] == 1
    assert room.narrator.narration is not None
    assert room.narrator.narration.kind is NarrationKind.SPEECH
    room.run(100)
    assert 2_000 <= room.narrator.heard_ms <= 2_500, "in the time of the voice, which takes longer"


def test_nobody_hears_more_of_a_story_than_there_is_whatever_tells_it(room: NarrationRoom) -> None:
    room.player.fail_at_ms = 3_000
    room.narrator.tell(recorded(room))
    room.run(3_100)
    room.player.fail_at_ms = None
    room.narrator.seek_ms(0)
    room.run(60_000)
    assert room.is_in(NarrationState.ENDED)
    assert room.narrator.heard_ms == room.narrator.duration_ms
    assert room.diary.ended == [(EndReason.FINISHED, room.narrator.duration_ms)]


def test_a_recording_cut_short_is_told_to_its_end_by_speech(room: NarrationRoom) -> None:
    recording = make_recording(duration_ms=12_000)
    room.keep(recording.sha256)
    room.narrator.tell(chain_of_three(recording))
    room.run(4_100)
    assert room.diary.incidents == ["narration.recording-short"]
    room.run(10_000)
    assert room.is_in(NarrationState.ENDED)


def test_when_the_voice_fails_too_the_words_are_shown(room: NarrationRoom) -> None:
    room.speech.fail_on = "73"
    room.narrator.tell(chain_of_three())
    room.run(1_000)
    assert room.is_in(NarrationState.PLAYING)
    assert room.diary.incidents == ["narration.recording-missing"]  # the first sentence is still heard
    room.run(700)
    assert room.diary.incidents[-1] == "narration.speech-failed"
    assert room.diary.told[-1].kind is NarrationKind.TEXT
    assert room.narrator.caption[0] == 1
    room.run(10_000)
    assert room.is_in(NarrationState.ENDED)


def test_a_player_that_stands_still_gives_way_to_words(room: NarrationRoom) -> None:
    room.player.stands_still = True
    room.narrator.tell(recorded(room))
    room.run(STALLED_MS + 200)
    assert room.diary.incidents == ["narration.stalled"]
    assert room.diary.told[-1].kind is NarrationKind.TEXT
    room.run(20_000)
    assert room.is_in(NarrationState.ENDED)


def test_a_pause_is_no_stall(room: NarrationRoom) -> None:
    room.narrator.tell(recorded(room))
    room.run(500)
    room.narrator.pause()
    room.run(STALLED_MS * 2)
    room.narrator.resume()
    room.run(200)
    assert room.diary.incidents == []


def test_with_nothing_at_all_to_tell_it_fails_in_words(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.TEXT, ""))
    assert room.diary.failures == ["narration.nothing-to-say"]
    assert room.is_in(NarrationState.FAILED)
    room.narrator.tell(make_narration(NarrationKind.TEXT, STORY))
    assert room.is_in(NarrationState.PLAYING)


def test_a_row_of_asterisks_does_not_stop_the_story(room: NarrationRoom) -> None:
    room.speech.fail_on = "73"
    room.narrator.tell(make_narration(NarrationKind.SPEECH, "One.\n\n \n\nTwo."))
    room.run(3_000)
    assert room.is_in(NarrationState.ENDED)


def test_stale_speech_of_a_story_that_was_left_is_thrown_away(room: NarrationRoom) -> None:
    room.narrator.tell(make_narration(NarrationKind.SPEECH))
    room.narrator.stop()
    room.run(1_000)
    assert (room.player.opened, room.narrator.state) == ([], "idle")


def test_every_command_is_harmless_when_idle(room: NarrationRoom) -> None:
    room.narrator.pause()
    room.narrator.resume()
    room.narrator.back()
    room.narrator.forward()
    room.narrator.seek_ms(5)
    room.narrator.stop()
    room.narrator.close()
    assert (room.diary.states, room.diary.ended) == ([], [])


def test_warming_up_asks_for_the_voices(room: NarrationRoom) -> None:
    room.narrator.warm_up()
    room.background.run_all()
    assert room.player.warmed_up == 1
    room.narrator.remove_listener(room.diary)
