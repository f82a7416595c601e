"""WebVTT as other programs and hands write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import KioskError
from kiosk.narration.captions import read_timings
from kiosk.narration.webvtt import MAX_CUES, read_webvtt

ONE = "00:01.000 --> 00:02.000\nLook up."
OTHERS_WRITE = {
    "byte order mark": "\ufeffWEBVTT\n\n" + ONE,
    "a title in the first line": "WEBVTT - The tower\nKind: captions\nLanguage: en\n\n" + ONE,
    "windows": "WEBVTT\r\n\r\n" + ONE.replace("\n", "\r\n"),
    "old mac": "WEBVTT\r\r" + ONE.replace("\n", "\r"),
    "a cue's name": "WEBVTT\n\nintro\n" + ONE,
    "settings": "WEBVTT\n\n00:01.000 --> 00:02.000 align:start position:10%,line-left region:fred\nLook up.",
    "hours": "WEBVTT\n\n00:00:01.000 --> 000:00:02.000\nLook up.",
    "commas": "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nLook up.",
    "styles": "WEBVTT\n\nSTYLE\n::cue(b) {\n  color: red;\n}\n\nREGION\nid:fred\nwidth:40%\n\n" + ONE,
    "notes": "WEBVTT\n\nNOTE\nmade by hand\nand checked\n\n" + ONE + "\n\nNOTE the end",
    "a voice": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Amina>Look <c.hot>up</c>.</v>",
    "bold and language": "WEBVTT\n\n00:01.000 --> 00:02.000\n<lang en-GB><b>Look</b> <u>up</u>.</lang>",
    "ruby": "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>Look<rt>luk</rt></ruby> up.",
    "entities": "WEBVTT\n\n00:01.000 --> 00:02.000\nLook&nbsp;up&#46;",
    "two lines": "WEBVTT\n\n00:01.000 --> 00:02.000\nLook\nup.",
    "no space round the arrow": "WEBVTT\n\n00:01.000-->00:02.000\nLook up.",
}


@pytest.mark.parametrize("source", OTHERS_WRITE.values(), ids=OTHERS_WRITE)
def test_it_is_read_as_others_write_it(source: str) -> None:
    read = read_timings(source)
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in read.cues] == [(1_000, 2_000, "Look up.")]
    assert read.faults == ()


def test_who_speaks_is_known() -> None:
    (cue,), _ = read_webvtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Amina Khan>Look.")
    assert cue.voice == "Amina Khan"


def test_what_only_looks_like_a_tag_is_text() -> None:
    (cue,), _ = read_webvtt("WEBVTT\n\n00:01.000 --> 00:02.000\n3 < 4 & I <3 towers > walls")
    assert cue.text == "3 < 4 & I <3 towers > walls"


def test_emoji_are_text_and_belong_to_no_word() -> None:
    text = "👑 The king 🏰 built it."
    read = read_timings(
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<00:00.000>The <00:00.500>king 🏰 <00:01.000>built <00:01.500>it. 😀",
        text,
    )
    places = [text[word.start : word.end] for word in read.cues[0].words]
    assert places == ["The", "king", "built", "it."]
    assert [read.cues[0].text[slice(*read.cues[0].place_word(index))] for index in range(4)] == [
        "The",
        "king 🏰",
        "built",
        "it. 😀",
    ]


def test_the_first_line_may_be_missing_and_is_missed() -> None:
    read = read_timings(ONE)
    assert read.cues[0].text == "Look up."
    assert read.faults == ("line 1: WEBVTT is missing",)


def test_a_line_without_a_time_costs_one_caption() -> None:
    read = read_timings("WEBVTT\n\n0:99 --> later\nlost\n\n" + ONE)
    assert [cue.text for cue in read.cues] == ["Look up."]
    assert read.faults == ("line 3: no times like 00:01.000 --> 00:02.500: 0:99 --> later",)


def test_a_caption_that_ends_before_it_begins_lasts_to_the_next() -> None:
    read = read_timings("WEBVTT\n\n00:01.000 --> 00:00.500\nOne.\n\n00:03.000 --> 00:04.000\nTwo.")
    assert [(cue.start_ms, cue.end_ms) for cue in read.cues] == [(1_000, 3_000), (3_000, 4_000)]
    assert read.faults == ("line 3: it ends at 0:00.500, before it begins",)


def test_one_mistyped_time_costs_one_caption() -> None:
    read = read_timings(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n59:02.000 --> 59:03.000\nTwo.\n\n"
        "00:03.000 --> 00:04.000\nThree.\n\n00:04.000 --> 00:05.000\nFour."
    )
    assert [cue.text for cue in read.cues] == ["One.", "Three.", "Four."]
    assert "line 6" in read.faults[0]


def test_of_captions_that_overlap_one_is_shown_at_a_time() -> None:
    read = read_timings("WEBVTT\n\n00:01.000 --> 00:09.000\nOne.\n\n00:03.000 --> 00:04.000\nTwo.")
    assert [(cue.start_ms, cue.end_ms) for cue in read.cues] == [(1_000, 3_000), (3_000, 4_000)]


def test_captions_of_one_moment_are_one_of_two_lines() -> None:
    (cue,) = read_timings("WEBVTT\n\n00:01.000 --> 00:03.000\nOne.\n\n00:01.000 --> 00:04.000\nTwo.").cues
    assert (cue.text, cue.end_ms) == ("One. Two.", 4_000)


def test_words_of_one_moment_are_marked_together() -> None:
    text = "The great tower fell."
    (cue,) = read_timings(
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<00:01.000>The great tower <00:02.000>fell.", text
    ).cues
    assert [text[word.start : word.end] for word in cue.words] == ["The great tower", "fell."]


def test_captions_in_another_language_are_refused() -> None:
    with pytest.raises(KioskError) as refused:
        read_timings(
            "WEBVTT\n\n00:00.000 --> 00:09.000\nDer Turm wurde im zwölften Jahrhundert von vielen Händen gebaut.",
            "The tower was built in the twelfth century by many hands, and then it fell.",
        )
    assert refused.value.code == "narration.bad-timings"


def test_captions_of_an_older_text_are_used() -> None:
    text = "The tower, which is tall, was built in the twelfth century. Nobody knows by whom."
    read = read_timings(
        "WEBVTT\n\n00:00.000 --> 00:09.000\nThe old tower was built by many hands, nobody knows who.", text
    )
    assert text[read.cues[0].start :].startswith("The tower")
    assert 0.4 < read.agreement < 0.8


def test_more_faults_than_anyone_reads_are_not_collected() -> None:
    _, faults = read_webvtt("WEBVTT\n" + "x --> y\n" * (MAX_CUES - 1))
    assert len(faults) == 20


@given(st.text(alphabet="WEBVTT\n\r<>-:.0123 abव👑&;/\u202e\x00", max_size=400))
def test_anything_is_read_or_refused(body: str) -> None:
    text = body[::2]
    try:
        read = read_timings("WEBVTT\n\n00:00.000 --> 00:01.000\nab\n\n" + body, text)
    except KioskError:
        return
    starts = [cue.start_ms for cue in read.cues]
    assert starts == sorted(set(starts))
    assert all(cue.start_ms <= cue.end_ms for cue in read.cues)
    places = [place for cue in read.cues for place in (cue.start, cue.end)]
    assert places == sorted(places)


def test_a_sign_named_by_thousands_of_digits_is_left_out() -> None:
    cues, faults = read_webvtt(f"WEBVTT\n\n00:00.000 --> 00:01.000\nOne&#{'9' * 5_000}; two&#33;\n")
    assert ([cue.text for cue in cues], faults) == (["One two!"], [])
