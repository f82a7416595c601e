"""How a text is said, and that nothing of it is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.normalisation.manners import LANGUAGES
from kiosk.speech.said_text import SaidText
from kiosk.speech.speakable import Speakable, make_speakable
from tests.speech.written_and_said import WRITTEN_AND_SAID
from tests.speech.written_and_said_north import NORTHERN
from tests.speech.written_and_said_south import SOUTHERN

PAIRS = [
    (language, *pair)
    for table in (WRITTEN_AND_SAID, NORTHERN, SOUTHERN)
    for language, pairs in table.items()
    for pair in pairs.items()
]
# What people write about old things, and what nobody should: the rules meet each other here.
FRAGMENTS = (
    *(
        "1368",
        "12th",
        "XIIe",
        "Louis XIV",
        "I",
        "c. ",
        "St. ",
        "300 BC",
        "BCE",
        "3,5",
        "72.5",
        " m",
        "km²",
        "%",
        "°C",
        "$",
        "€",
        "½",
    ),
    *(
        "1,00,000",
        "9:30",
        "a.m.",
        "-",
        "–",
        " ",
        "\u00a0",
        "\n\n",
        ".",
        ",",
        "/",
        "'",
        "१२वीं",
        "ई.पू.",
        "١٣٦٨",
        "ق.م",
        "é",
        "\ue000",
        "\ud800",
    ),
    *(
        "Qutb Minar",
        "Iltutmish's",
        "century",
        "Jahrhundert",
        "siglo ",
        "sec. ",
        "-talet",
        "&",
        "×",
        "(",
        "塔",
        "\u200d",
        "🏛",
    ),
)
LEXICON = (
    Pronunciation("Qutb Minar", "Kootb Minar"),
    Pronunciation("Iltutmish", phonemes="ɪltˈʊtmɪʃ"),
    Pronunciation("塔", "tǎ"),
)
HOSTILE = (
    "1",
    "1-",
    "1.",
    "X",
    "I ",
    "St. ",
    "1,",
    "'",
    "½",
    "$1",
    "12:30",
    "Aa ",
    "Louis IIIIIII",
    "Qutb Minar ",
    "Qutb ",
    "塔",
    "\u200d",
    "12. ",
    "1/2",
    "1 1/2 ",
    "½½",
    "0 1",
    "+1 ",
    "Tel. 1 ",
    "(1)",
    "1s ",
    "1'2",
    "Mon-",
    "Karl V. und ",
    "1.1.",
    "XII e ",
    "1 m ",
)
MUCH = 6_000


@pytest.mark.parametrize(
    ("language", "written", "said"), PAIRS, ids=[f"{pair[0]} {pair[1]}" for pair in PAIRS]
)
def test_it_is_said_as_a_narrator_says_it(language: str, written: str, said: str) -> None:
    assert SaidText(make_speakable(written, language)).text == said


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 200
    assert set(LANGUAGES) <= set(WRITTEN_AND_SAID)


def test_each_word_is_found_again_where_it_is_written() -> None:
    text = "Qutb Minar, 72.5 m high, was struck in 1368."
    said = SaidText(make_speakable(text, "en", LEXICON))
    assert said.text == "Kootb Minar, seventy-two point five metres high, was struck in thirteen sixty-eight."
    places = {
        word: said.find_place(said.text.index(word), said.text.index(word) + len(word))
        for word in said.text.split()
    }
    assert text[slice(*places["Kootb"])] == "Qutb Minar"
    assert text[slice(*places["metres"])] == "72.5 m"
    assert text[slice(*places["struck"])] == "struck"
    assert text[slice(*places["sixty-eight."])] == "1368."


@pytest.mark.parametrize(
    ("language", "written", "number", "said"),
    [
        ("en", "It is 17 metres on each side.", "17", "seventeen"),
        ("en", "It is 14.32 metres across.", "14.32", "fourteen point three two"),
        ("hi", "वह 17 मीटर ऊँची है।", "17", "सत्रह"),
        ("de", "Er ist 3 Meter hoch.", "3", "drei"),
    ],
)
def test_a_unit_that_is_written_in_full_is_a_word_of_its_own(
    language: str, written: str, number: str, said: str
) -> None:
    """It is marked when it is said; and a rendering of before units had rules is not called stale."""
    pieces = make_speakable(written, language).pieces
    assert [(written[piece.start : piece.end], piece.said) for piece in pieces][1] == (number, said)


def test_the_author_knows_best() -> None:
    lexicon = (Pronunciation("1368", "the year of the lightning"), Pronunciation("Louis XIV", "the Sun King"))
    assert (
        SaidText(make_speakable("In 1368, Louis XIV", "en", lexicon)).text
        == "In the year of the lightning, the Sun King"
    )


def test_a_ruler_of_the_lexicon_keeps_the_numeral() -> None:
    lexicon = (Pronunciation("Alauddin", phonemes="əlˌaʊdˈin"),)
    speakable = make_speakable("Alauddin II's tomb", "en", lexicon)
    assert [piece.said for piece in speakable.pieces] == ["Alauddin", "the second", "'s tomb"]
    assert speakable.pieces[0].phonemes == "əlˌaʊdˈin"


@pytest.mark.parametrize("language", [*LANGUAGES, "fi", "zh-Hant", "xx"])
@settings(max_examples=40)
@given(text=st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map("".join))
def test_nothing_is_lost_doubled_or_moved(language: str, text: str) -> None:
    speakable = make_speakable(text, language, LEXICON)
    _check_whole(speakable, text)
    said = SaidText(speakable)
    for at in range(len(said.text)):
        start, end = said.find_place(at, at + 1)
        assert 0 <= start <= end <= len(text)


def _check_whole(speakable: Speakable, text: str) -> None:
    at = 0
    for piece in speakable.pieces:
        assert at <= piece.start < piece.end <= len(text)
        assert not text[at : piece.start].strip()
        assert piece.said.strip()
        at = piece.end
    assert not text[at:].strip()


@pytest.mark.parametrize("language", ["de", "en", "fr", "hi", "it"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_its_length(language: str, unit: str) -> None:
    """By the square of its length the longest text that is spoken would take minutes."""
    text = (unit * MUCH)[: 2 * MUCH]
    make_speakable("Louis XIV, 1368", language, LEXICON)
    began = time.process_time()
    _check_whole(make_speakable(text, language, LEXICON), text)
    assert time.process_time() - began < 5
