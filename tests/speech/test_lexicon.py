"""A pack's lexicon finds its names in a text, whole, the longest first, whatever their case."""

from __future__ import annotations

import time

import pytest

from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.lexicon import MAX_WORDS, Lexicon


def find(text: str, *written: str, language: str = "en") -> list[str]:
    entries = [Pronunciation(one, said=f"<{one}>") for one in written]
    return [text[piece.start : piece.end] for piece in Lexicon(entries, language).find_in(text)]


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("The Qutb Minar of Qutb al-Din", ["Qutb", "Qutb Minar"], ["Qutb Minar", "Qutb"]),
        ("qutb QUTB Qutbism", ["Qutb"], ["qutb", "QUTB"]),
        ("Qutb\nMinar", ["Qutb Minar"], ["Qutb\nMinar"]),
        ("Qutb, Minar", ["Qutb Minar"], []),
        ("Quwwat‑ul‑Islam and Quwwat-ul-Islam", ["Quwwat-ul-Islam"], ["Quwwat‑ul‑Islam", "Quwwat-ul-Islam"]),
        ("Quwwat ul Islam", ["Quwwat-ul-Islam"], []),
        ("Iltutmish's tomb, Iltutmish’s", ["Iltutmish"], ["Iltutmish's", "Iltutmish’s"]),
        ("Straße STRASSE", ["straße"], ["Straße", "STRASSE"]),
        ("Cafe\u0301 Café", ["Café"], ["Cafe\u0301", "Café"]),
        ("क़ुतुब मीनार में, क़ुतुबमीनार", ["क़ुतुब मीनार"], ["क़ुतुब मीनार"]),
        ("قُطْب قطب القطب", ["قطب"], ["قُطْب", "قطب"]),
        ("参观塔和塔", ["塔"], ["塔", "塔"]),
        ("St. Paul, St Paul", ["St. Paul"], ["St. Paul"]),
        ("1368 and 13680", ["1368"], ["1368"]),
        ("", ["Qutb"], []),
        ("Qutb", ["", "...", "x " * (MAX_WORDS + 1)], []),
    ],
)
def test_names_are_found_whole(text: str, written: list[str], found: list[str]) -> None:
    assert find(text, *written) == found


@pytest.mark.parametrize(
    ("phonemes", "said"),
    [("ɪlˈtʊtmɪʃ", "ɪlˈtʊtmɪʃɪz"), ("ˈaɪˌbæk", "ˈaɪˌbæks"), ("ʃɑː", "ʃɑːz"), ("", "")],
)
def test_an_english_s_is_said_with_its_name(phonemes: str, said: str) -> None:
    (piece,) = Lexicon([Pronunciation("Name", "Nayme", phonemes)], "en-GB").find_in("Name's")
    assert (piece.said, piece.phonemes) == ("Nayme's", said)


def test_an_s_is_no_genitive_in_other_languages() -> None:
    assert find("Karl's", "Karl", language="de") == ["Karl"]


def test_what_has_no_respelling_is_said_as_it_is_written() -> None:
    (piece,) = Lexicon([Pronunciation("delhi", phonemes="ˈdɛli")], "en").find_in("in Delhi,")
    assert (piece.said, piece.phonemes) == ("Delhi", "ˈdɛli")


def test_the_first_of_two_entries_counts() -> None:
    (piece,) = Lexicon([Pronunciation("A", "one"), Pronunciation("a", "two")], "en").find_in("A")
    assert piece.said == "one"


def test_thousands_of_names_in_a_long_text_take_no_longer_than_the_text() -> None:
    lexicon = Lexicon([Pronunciation(f"King {number} of all", "k") for number in range(5_000)], "en")
    text = "King 17 of all King 17 of none " * 400
    began = time.process_time()
    assert len(lexicon.find_in(text)) == 400
    assert time.process_time() - began < 2
