import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import KioskError
from kiosk.narration.captions import MAX_TIMINGS_LENGTH, estimate_cues, parse_timings, reading_time_ms
from tests.fakes.stories import STORY

TIMINGS = """WEBVTT

NOTE made by hand

00:00:00.465 --> 00:00:02.000
<00:00:00.475>The <00:00:00.700>tower &amp; <00:00:01.200>gate.

00:02.100 --> 00:03.000
<00:00:02.150>Look <00:00:02.500>up!
"""
TEXT = "The tower & gate.\n\nLook up!"


def test_words_have_their_times_and_places() -> None:
    first, second = parse_timings(TIMINGS, TEXT)
    assert (first.start_ms, first.end_ms, first.text) == (465, 2_000, "The tower & gate.")
    assert TEXT[second.start : second.end] == "Look up!"
    assert [(TEXT[word.start : word.end], word.start_ms, word.end_ms) for word in second.words] == [
        ("Look", 2_150, 2_500),
        ("up!", 2_500, 3_000),
    ]


def test_without_the_text_the_captions_are_it() -> None:
    first, second = parse_timings(TIMINGS)
    joined = "The tower & gate. Look up!"
    assert joined[second.words[1].start : second.words[1].end] == "up!"
    assert joined[first.start : first.end] == "The tower & gate."


def test_words_that_differ_from_the_text_lose_only_themselves() -> None:
    (cue,) = parse_timings(
        "WEBVTT\n\n00:00.000 --> 00:05.000\n"
        "<00:00:00.000>In <00:00:01.000>twelve <00:00:02.000>hundred <00:00:03.000>the <00:00:04.000>tower,",
        "In 1200 the tower fell.",
    )
    assert [(word.start, word.end) for word in cue.words] == [(0, 2), (3, 7), (3, 7), (8, 11), (12, 17)]


def test_punctuation_may_differ() -> None:
    (cue,) = parse_timings(
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<00:00:00.000>Look! <00:00:01.000>Up", "«Look» — up. Up"
    )
    assert [(word.start, word.end) for word in cue.words] == [(1, 5), (9, 11)]


def test_cues_without_word_times_have_no_words() -> None:
    (cue,) = parse_timings("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Amina>Look <i>up</i>.", "Look up.")
    assert (cue.text, cue.start, cue.end, cue.words) == ("Look up.", 0, 8, ())


@pytest.mark.parametrize(
    "timings",
    [
        "",
        "not WebVTT",
        "WEBVTT\n\n00:05.000 --> 00:06.000\n\n\n00:07.000 --> 00:08.000\n \n",
        "WEBVTT\n\n" + "x" * MAX_TIMINGS_LENGTH,
        "WEBVTT\n\n" + "00:00.000 --> 00:01.000\nx\n\n" * 5_001,
        "WEBVTT\n\n" + "00:00.000 --> 00:01.000\n<00:00:00.100>" + "w " * 450_000,
    ],
)
def test_bad_timings_are_refused_in_words(timings: str) -> None:
    with pytest.raises(KioskError) as refused:
        parse_timings(timings)
    assert refused.value.code == "narration.bad-timings"


def test_word_times_outside_their_cue_are_held_within_it() -> None:
    (cue,) = parse_timings(
        "WEBVTT\n\n00:10.000 --> 00:12.000\n<00:00:00.000>a <00:00:11.000>b <00:00:10.500>c <09:00:00.000>d"
    )
    assert [word.start_ms for word in cue.words] == [10_000, 11_000, 11_000, 12_000]
    assert all(word.start_ms <= word.end_ms for word in cue.words)


@given(st.text(max_size=300))
def test_any_text_after_the_header_is_read_or_refused(body: str) -> None:
    try:
        cues = parse_timings("WEBVTT\n\n00:00.000 --> 00:01.000\n" + body, body)
    except KioskError:
        return
    assert all(0 <= word.start <= word.end <= len(body) for cue in cues for word in cue.words)


def test_estimated_cues_share_the_time_by_length() -> None:
    cues = estimate_cues(STORY, 10_000)
    assert [cue.text for cue in cues] == [
        "The tower was begun in 1199.",
        "It is 73 m. high, and leans a little.",
        "Look up!",
    ]
    assert (cues[0].start_ms, cues[-1].end_ms) == (0, 10_000)
    assert cues[1].end_ms - cues[1].start_ms > cues[0].end_ms > cues[2].end_ms - cues[2].start_ms
    assert all(cue.words == () for cue in cues)


@given(st.text(max_size=500), st.integers(0, 600_000))
def test_estimated_cues_are_in_order_and_within_the_recording(text: str, duration_ms: int) -> None:
    cues = estimate_cues(text, duration_ms)
    times = [time for cue in cues for time in (cue.start_ms, cue.end_ms)]
    assert times == sorted(times)
    assert all(text[cue.start : cue.end] == cue.text for cue in cues)
    if cues:
        assert times[-1] == duration_ms


def test_reading_time_is_that_of_a_narration() -> None:
    assert reading_time_ms("") == 0
    assert reading_time_ms("x" * 1_400) == 100_000


def test_chinese_signs_take_longer_than_letters() -> None:
    assert reading_time_ms("故宫很大") > 2 * reading_time_ms("abcd")
    first, second = estimate_cues("故宫很大很老。 Look up now.", 10_000)
    assert first.end_ms - first.start_ms > second.end_ms - second.start_ms


def test_captions_of_one_moment_become_one_with_each_line_once() -> None:
    moment = "00:00.000 --> 00:0{}.000\n{}\n\n"
    lines = [moment.format(2, "The tower."), moment.format(3, "Look up!"), moment.format(1, "The tower.")]
    (cue,) = parse_timings("WEBVTT\n\n" + "".join(lines))
    assert (cue.text, cue.start_ms, cue.end_ms) == ("The tower. Look up!", 0, 3_000)
