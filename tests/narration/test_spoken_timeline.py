from kiosk.narration.spoken_timeline import SpokenTimeline
from kiosk.speech.engine import SpeechClip
from tests.fakes.fake_speech import FakeSpeech
from tests.fakes.stories import STORY


def speak(timeline: SpokenTimeline, sentences: int) -> list[SpeechClip]:
    clips = [FakeSpeech().synthesise(timeline.get_sentence(index), "en") for index in range(sentences)]
    for clip in clips:
        timeline.add(clip)
    return clips


def test_what_has_not_been_spoken_is_estimated_by_the_pace_so_far() -> None:
    timeline = SpokenTimeline(STORY)
    speak(timeline, 1)
    estimated_ms = timeline.duration_ms
    speak_rest = SpokenTimeline(STORY)
    speak(speak_rest, 3)
    assert abs(estimated_ms - speak_rest.duration_ms) <= 50
    assert speak_rest.is_complete and not timeline.is_complete


def test_captions_follow_the_measured_lengths() -> None:
    timeline = SpokenTimeline(STORY)
    clips = speak(timeline, 3)
    cues = timeline.make_track().cues
    assert [cue.end_ms - cue.start_ms for cue in cues] == [clip.duration_ms for clip in clips]
    assert [STORY[word.start : word.end] for word in cues[2].words] == ["Look", "up!"]
    assert cues[2].words[0].start_ms == cues[2].start_ms


def test_every_position_has_its_sentence() -> None:
    timeline = SpokenTimeline(STORY)
    first, _ = speak(timeline, 2)
    assert timeline.find(-5) == (0, 0)
    assert timeline.find(first.duration_ms - 1) == (0, first.duration_ms - 1)
    assert timeline.find(first.duration_ms + 7) == (1, 7)
    assert timeline.find(10**9) == (2, 0)


def test_the_sentence_of_a_character() -> None:
    timeline = SpokenTimeline(STORY)
    assert timeline.find_sentence_at_character(0) == 0
    assert timeline.find_sentence_at_character(STORY.index("73")) == 1
    assert timeline.find_sentence_at_character(10**6) == 2
