import pytest

from kiosk.speech.piper_words import (
    MAX_SOUNDS,
    Heard,
    SpokenWord,
    clean_ipa,
    keep_sounds,
    place_words,
    split_words,
)

# What eSpeak NG makes of the whole, in which "of the" runs together, 100 ms a sound.
TEXT = "one of the 26"
ALONE = ["wʌn", "ʌv", "ðə", "twɛntisɪks"]
WHOLE = "wʌnəvðətwɛntisɪks"


def hear(sounds: str) -> list[Heard]:
    return [Heard(sound, 100 * index) for index, sound in enumerate(sounds)]


def test_words_that_run_together_have_each_their_own_beginning() -> None:
    placed = place_words(split_words(TEXT, ()), ALONE, hear(WHOLE))
    assert [(ms, TEXT[start:end]) for ms, start, end in placed] == [
        (0, "one"),
        (400, "of"),  # its vowel is another in company: the consonant is found
        (500, "the"),
        (700, "26"),
    ]


def test_a_word_that_is_not_heard_has_no_time() -> None:
    assert [word[1] for word in place_words(split_words("one two", ()), ["wʌn", "xx"], hear("wʌn"))] == [0]


def test_nothing_heard_nothing_placed() -> None:
    assert place_words(split_words(TEXT, ()), ALONE, []) == []
    assert place_words([SpokenWord(0, 1)], ["a" * (MAX_SOUNDS + 1)], hear("a")) == []


def test_what_the_lexicon_spells_is_one_word() -> None:
    words = split_words("the Qutb Minar.", [(4, 14, "kʊtb mɪnɑːr")])
    assert words == [SpokenWord(0, 3), SpokenWord(4, 14, "kʊtb mɪnɑːr"), SpokenWord(14, 15)]


def test_spellings_that_overlap_are_taken_once() -> None:
    assert split_words("abc", [(0, 3, "a"), (1, 2, "b")]) == [SpokenWord(0, 3, "a")]


@pytest.mark.parametrize(
    ("phonemes", "kept"), [("ˈtaʊ.ɚ, ", "taʊɚ"), ("mɪnɑːr", "mɪnɑr"), ("ã", "a"), ("", "")]
)
def test_sounds_without_stress_and_length(phonemes: str, kept: str) -> None:
    assert keep_sounds(phonemes) == kept


def test_no_spelling_ends_its_own_brackets() -> None:
    assert clean_ipa("g]] b[[") == "ɡ b"
