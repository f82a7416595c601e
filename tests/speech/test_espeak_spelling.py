from __future__ import annotations

import shutil
import subprocess
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.engine import SpeechClip, find_voice
from kiosk.speech.espeak_spelling import spell_ipa, spell_text
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.speakable import Piece, Speakable
from tests.house.repository import HOUSE

EN = "gmw/en"
LEXICON = tomllib.loads((HOUSE / "content_packs/delhi/pronunciations.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("ipa", "signs"),
    [
        ("əˈlaɪ", "@l'aI"),
        ("ˈʌdəm", "'Vd@m"),
        ("kʊtb mɪˈnɑːɹ", "kUtb mIn'A@"),
        ("tʃaːnd", "tSA:nd"),
        ("d͡ʒ", "dZ"),
        ("bʰaː.ɾat", "bA:rat"),
    ],
)
def test_ipa_in_the_signs_of_the_english_voices(ipa: str, signs: str) -> None:
    assert spell_ipa(ipa, EN) == signs
    assert spell_ipa(ipa, "gmw/en-us") == signs


@pytest.mark.parametrize(
    ("ipa", "voice"), [("ˈʌdəm", "inc/hi"), ("!kung", EN), ("a]] [[b", EN), ("", EN), ("ˈ", EN)]
)
def test_what_cannot_be_spelled_is_said_as_it_is_written(ipa: str, voice: str) -> None:
    assert spell_ipa(ipa, voice) is None


def test_every_name_of_the_example_can_be_spelled() -> None:
    entries = [entry for entry in LEXICON["en"] if "phonemes" in entry]
    assert len(entries) > 30
    assert [entry["written"] for entry in entries if spell_ipa(entry["phonemes"], EN) is None] == []


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng on this machine")
@pytest.mark.parametrize(
    ("ipa", "heard"), [("əˈlaɪ", "əlˈaɪ"), ("dʒɑːnˈtɑː", "dʒɑːntˈɑː"), ("ʃɛːɹ", "ʃˈeər")]
)
def test_espeak_hears_the_sounds_that_were_meant(ipa: str, heard: str) -> None:
    command = ["espeak-ng", "-q", "-v", "en", "--ipa", f"[[{spell_ipa(ipa, EN)}]]"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == heard


def test_the_words_are_found_in_the_text_without_spellings() -> None:
    text = "The Alai gate [[x]] stands."
    spelled = spell_text(text, [(4, 8, "əˈlaɪ")], EN)
    assert spelled.text == "The [[@l'aI]] gate ((x)) stands."
    at = spelled.text.index
    assert spelled.find_plain(0, 3) == (0, 3)
    assert spelled.find_plain(at("@l"), at("@l") + 2) == (4, 8)
    start, end = spelled.find_plain(at("stands"), at("stands") + 6)
    assert text[start:end] == "stands"


def test_a_text_without_spellings_is_as_it_was() -> None:
    text = "[[h@l'oU]] Hello"
    spelled = spell_text(text, [(11, 16, "??")], EN)
    assert (spelled.text, spelled.has_spelling) == (text, False)


@given(
    text=st.text(max_size=40),
    spans=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["aː", "x", "?"])), max_size=5
    ),
    start=st.integers(0, 200),
)
def test_every_place_is_in_the_text(text: str, spans: list[tuple[int, int, str]], start: int) -> None:
    spans = [(a, b, ipa) for a, b, ipa in spans if a < b <= len(text)]
    spelled = spell_text(text, spans, EN)
    found = spelled.find_plain(start, start + 3)
    assert found[0] >= 0 and found[1] <= len(text)


def speak(engine: PyttsxEngine, name: str, *, said: str = "", phonemes: str = "") -> SpeechClip:
    text = f"The {name} gate is old."
    end = 4 + len(name)
    pieces = (
        Piece(0, 3, "The"),
        Piece(4, end, said or name, phonemes),
        Piece(end + 1, len(text), text[end + 1 :]),
    )
    voice = find_voice(engine.voices(), "en")
    assert voice is not None
    return engine.synthesise(Speakable(text, "en", pieces), voice)


def test_a_name_is_spelled_and_its_words_keep_their_places() -> None:
    engine = PyttsxEngine()
    if not engine.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    written = speak(engine, "Alai")
    spelled = speak(engine, "Alai", phonemes="ˈɑːɑːɑːɑːɑːɑː")
    after = speak(engine, "Alai")
    engine.close()
    assert spelled.duration_ms > written.duration_ms + 300
    assert after.duration_ms == pytest.approx(written.duration_ms, abs=80)
    text = "The Alai gate is old."
    assert [text[word.start : word.end] for word in spelled.words] == ["The", "Alai", "gate", "is", "old"]
