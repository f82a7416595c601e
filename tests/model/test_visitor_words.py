from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.model.visitor_words import (
    MAX_BYTES,
    MAX_CHARACTERS,
    clean_words,
    count_bytes,
    count_left,
    is_plain,
    is_seen,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    "text",
    [
        "Who carved this?",
        "मेरी दादी यहाँ आती थीं।",
        "من نحت هذا؟",
        "می\u200cخواهم",  # Persian needs its non-joiner
        "क्\u200dष",  # and Devanagari its joiner
        f"We came as a {FAMILY}",
        "<script>alert('x')</script> & \"more\" \\",
        "one\n\ntwo",
    ],
)
def test_what_was_meant_stays_as_it_is(text: str) -> None:
    assert clean_words(text) == text
    assert is_plain(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("\u200d\u200c", ""),
        ("\u3164\u2800 \u115f\u1160\uffa0", ""),
        ("\u0301\u0327 \u093e", ""),
        ("\ufe0f\u034f\u200d\u17b5", ""),
        ("\u3164!", "\u3164!"),
        ("a\tb\r\nc\u2028d", "a b\nc\nd"),
        ("abc\u202egnp.exe\u202c", "abcgnp.exe"),
        ("a\u2066b\u2069\u200fc\u061c", "abc"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("a\ud800b\ufffec\ue000\U000e0041", "abc"),
        ("a" + "\u0301" * 50, unicodedata.normalize("NFC", "a\u0301") + "\u0301" * 4),
        ("one\n\n\n \n\ntwo", "one\n\ntwo"),
        ("a" + " " * 40 + "b", "a b"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_what_hides_or_turns_words_is_taken_out(text: str, kept: str) -> None:
    assert clean_words(text) == kept


@pytest.mark.parametrize("letter", ["x", "ह", "\U0001f600", '"', "\n\nx"])
def test_a_hundred_thousand_characters_are_cut(letter: str) -> None:
    kept = clean_words(letter * 100_000)
    assert len(kept) <= MAX_CHARACTERS and count_bytes(kept) <= MAX_BYTES
    assert len(kept) > 600 and is_plain(kept)


def test_no_emoji_is_cut_in_half_and_no_mark_from_its_letter() -> None:
    assert clean_words("x" * 997 + FAMILY) == "x" * 997
    assert clean_words("x" * 999 + "e" + "\u0323\u0307") == "x" * 999


def test_what_is_left_is_told_in_letters_of_the_same_kind() -> None:
    assert count_left("") == MAX_CHARACTERS
    assert count_left("x" * 400) == 600
    assert count_left("ह" * 900) == 33
    assert count_left("x" * 1_000) == 0


BLANKS = st.sampled_from(
    [
        *"\u3164\u2800\u115f\u1160\uffa0\u200c\u200d\u034f\u180b\ufe0f\u0301\u093e\u20dd \n\t\u00a0\u3000\u200b\u202e"
    ]
)


@given(st.text(BLANKS, max_size=80))
def test_what_nobody_can_see_is_no_message(text: str) -> None:
    assert clean_words(text) == "" and not is_plain(text)


@given(
    st.text(BLANKS, max_size=40), st.characters(categories=["L", "N", "P", "S"]), st.text(BLANKS, max_size=40)
)
def test_one_letter_among_blanks_is_one(before: str, letter: str, after: str) -> None:
    assume(letter not in "\u3164\u2800\u115f\u1160\uffa0\U00013441\U00013442\U0001d159")
    assert is_seen(clean_words(before + letter + after))


@pytest.mark.parametrize(
    "text",
    [
        None,
        7,
        "",
        "  ",
        "a\u202eb",
        "x" * 1_001,
        "\U0001f600" * 900,
        "a\ud800",
        "\u3164",
        "\u2800\u2800",
        "\u0301",
    ],
)
def test_other_things_are_no_words(text: object) -> None:
    assert not is_plain(text)


@given(st.text(max_size=200))
def test_whatever_comes_is_plain_afterwards_and_stays_so(text: str) -> None:
    kept = clean_words(text)
    assert kept == "" or is_plain(kept)
    assert clean_words(kept) == kept
