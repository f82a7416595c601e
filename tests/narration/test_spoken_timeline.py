from kiosk.narration.spoken_timeline import KEPT_SENTENCES, SpokenTimeline
from kiosk.speech.engine import SpeechClip
from tests.fakes.fake_speech import FakeSpeech
from tests.fakes.stories import STORY


def speak(timeline: SpokenTimeline, *sentences: int) -> list[SpeechClip]:
    clips = [FakeSpeech().synthesise(timeline.get_sentence(index), "en") for index in sentences]
    for index, clip in zip(sentences, clips, strict=True):
        timeline.add(index, clip, 0)
    return clips


def test_what_has_not_been_spoken_is_estimated_by_the_pace_so_far() -> None:
    timeline = SpokenTimeline(STORY)
    speak(timeline, 0)
    speak_rest = SpokenTimeline(STORY)
    speak(speak_rest, 0, 1, 2)
    assert abs(timeline.duration_ms - speak_rest.duration_ms) <= 50
    assert timeline.find_unspoken(0) == 1
    assert speak_rest.find_unspoken(0) is None


def test_captions_follow_the_measured_lengths() -> None:
    timeline = SpokenTimeline(STORY)
    clips = speak(timeline, 0, 1, 2)
    cues = timeline.make_track().cues
    assert [cue.end_ms - cue.start_ms for cue in cues] == [clip.duration_ms for clip in clips]
    assert [STORY[word.start : word.end] for word in cues[2].words] == ["Look", "up!"]
    assert cues[2].words[0].start_ms == cues[2].start_ms


def test_every_position_has_its_sentence() -> None:
    timeline = SpokenTimeline(STORY)
    first, second = speak(timeline, 0, 1)
    assert timeline.find(-5) == (0, 0)
    assert timeline.find(first.duration_ms - 1) == (0, first.duration_ms - 1)
    assert timeline.find(first.duration_ms + 7) == (1, 7)
    assert timeline.find(first.duration_ms + second.duration_ms + 7) == (2, 0), (
        "not spoken yet: its beginning"
    )
    assert timeline.find(10**9) == (2, 0)


def test_the_sentence_of_a_character() -> None:
    timeline = SpokenTimeline(STORY)
    assert timeline.find_sentence_at_character(0) == 0
    assert timeline.find_sentence_at_character(STORY.index("73")) == 1
    assert timeline.find_sentence_at_character(10**6) == 2


def test_the_sentence_where_one_goes_on_stays_where_it_is_while_others_are_spoken() -> None:
    timeline = SpokenTimeline(STORY)
    timeline.settle(2)
    guessed_ms = timeline.start_ms(2)
    speak(timeline, 2)
    assert timeline.start_ms(2) == guessed_ms
    speak(timeline, 0)
    assert timeline.start_ms(2) != guessed_ms, "gone back to: its length is known now"


def test_a_text_of_ten_thousand_words_keeps_the_sound_of_a_minute_each_way() -> None:
    timeline = SpokenTimeline("Nine words stand here in a row for you. " * 1_111)
    for index in range(60):
        timeline.add(index, FakeSpeech().synthesise("word", "en"), index)
    kept = [index for index in range(60) if timeline.find_sound(index)]
    assert kept == list(range(59 - KEPT_SENTENCES, 60))
    assert timeline.find_unspoken(60) == 60
    assert timeline.find_unspoken(10) == 10, "its sound was given up: it is spoken anew"
