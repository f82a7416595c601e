"""The engine for rendering, up to where the weights would be needed; with them where ``KIOSK_KOKORO`` names them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.speech import espeak_phonemes
from kiosk.speech.engine import find_voice
from kiosk.speech.espeak_phonemes import NoPhonemesError, ask_phonemes
from kiosk.speech.kokoro_engine import KokoroEngine, find_missing
from kiosk.speech.kokoro_phonemes import convert_espeak, convert_lexicon
from kiosk.speech.kokoro_score import MAX_SIGNS, PARAGRAPH_PAUSE_MS, Breath, score
from kiosk.speech.kokoro_voices import find_language, sort_voices, title_voice
from kiosk.speech.speakable import make_speakable

needs_espeak = pytest.mark.skipif(not espeak_phonemes.is_there(), reason="no espeak-ng on this machine")


def score_all(text: str, *spans: tuple[int, int, str], voice: str = "en-us") -> list[Breath]:
    return list(score(text, spans, voice, lambda _: True))


@pytest.mark.parametrize(
    ("ipa", "voice", "signs"),
    [
        ("ˈdɛli", "en-us", "dˈɛli"),
        ("ˈʃɑː", "en-us", "ʃˈɑ"),
        ("ˈkʊtəb mɪˈnɑːr", "en-us", "kˈʊtəb mɪnˈɑɹ"),
        ("ˈdʒaɪ", "en-us", "ʤˈI"),
        ("t͡ʃʌndrə", "en-us", "ʧʌndɹə"),
        ("ˈloːdi", "en-us", "lˈOdi"),
        ("ˌkwʊ.wət", "en-us", "kwˌʊwət"),
        ("kʊt̪b miːnaːr", "hi", "kʊt̪b miːnaːr"),
        ("", "en-us", ""),
        ("ˈ", "en-us", "ˈ"),
    ],
)
def test_a_lexicons_ipa_is_put_into_the_voices_signs(ipa: str, voice: str, signs: str) -> None:
    assert convert_lexicon(ipa, voice) == signs


@pytest.mark.parametrize(
    ("said", "voice", "signs"),
    [
        ("d^ʒˈa^ɪənt", "en-us", "ʤˈIənt"),
        ("bˈɜːd", "en-us", "bˈɜɹd"),
        ("bˈɜːd", "en-gb", "bˈɜːd"),
        ("ɡˈə^ʊ", "en-gb", "ɡˈQ"),
        ("ɡˈo^ʊ", "en-us", "ɡˈO"),
        ("bʌr.i", "hi", "bʌɽi"),
        ("ɲˈu", "es", "ɲˈu"),
    ],
)
def test_espeaks_sounds_are_put_into_the_voices_signs(said: str, voice: str, signs: str) -> None:
    assert convert_espeak(said, voice) == signs


@needs_espeak
def test_each_word_keeps_its_own_sounds_and_place() -> None:
    text = "The tower of the king stands."
    (breath,) = score_all(text)
    assert [text[word.start : word.end] for word in breath.words] == [
        "The",
        "tower",
        "of",
        "the",
        "king",
        "stands",
    ]
    assert all(word.phonemes for word in breath.words)
    assert "kˈɪŋ" in breath.phonemes
    assert breath.phonemes.endswith(".")
    for word, place in zip(breath.words, breath.places, strict=True):
        assert breath.phonemes[place:].startswith(word.phonemes)


@needs_espeak
def test_what_the_lexicon_says_is_one_word_with_its_marks() -> None:
    text = "See “Qutb Minar”, Qutb's tower."
    (breath,) = score_all(text, (5, 15, "ˈkʊtəb mɪˈnɑːr"), (18, 22, "ˈkʊtəb"))
    by_word = {text[word.start : word.end]: word for word in breath.words}
    assert by_word["Qutb Minar"].phonemes == "kˈʊtəb mɪnˈɑɹ"
    assert (by_word["Qutb Minar"].before, by_word["Qutb Minar"].after) == ('"', ",")
    assert by_word["Qutb's"].phonemes == "kˈʊtəbz"


@needs_espeak
def test_letters_are_said_one_by_one_and_their_full_stops_end_no_sentence() -> None:
    (breath,) = score_all("In 300 B.C.E., before the BCE, NATO met. It was CE.")
    by_letters = [word.phonemes for word in breath.words if " " in word.phonemes]
    assert by_letters == ["bˌi sˌi ˈi", "bˌi sˌi ˈi", "sˌi ˈi"]
    assert breath.phonemes.count(".") == 2


@needs_espeak
def test_paragraphs_are_apart_and_no_breath_is_too_long() -> None:
    sentence = "The builders carried the stones up the long ramp in the heat of the day. "
    breaths = score_all(sentence * 12 + "\n\n" + sentence)
    assert [breath.pause_ms for breath in breaths if breath.pause_ms] == [PARAGRAPH_PAUSE_MS]
    assert all(len(breath.phonemes) <= MAX_SIGNS for breath in breaths)
    assert sum(len(breath.words) for breath in breaths) == 13 * 15


@needs_espeak
@pytest.mark.parametrize("text", ["x" * 3_000, "“”", "… — …", "(", "\x00 a", "a\u0301" * 500, "1 " * 600])
def test_hostile_texts_become_bounded_breaths(text: str) -> None:
    for breath in score_all(text):
        assert len(breath.phonemes) <= MAX_SIGNS + 100
        assert len(breath.words) == len(breath.places)


def test_a_program_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert not espeak_phonemes.is_there()
    with pytest.raises(NoPhonemesError):
        ask_phonemes("nobody ever asked this", "en-us")


def test_the_best_voice_of_each_language_comes_first() -> None:
    names = sort_voices(
        ["bf_alice", "af_alloy", "jf_alpha", "am_adam", "af_heart", "bf_emma", "nonsense", "hf_alpha"]
    )
    assert names == ["af_heart", "af_alloy", "am_adam", "bf_emma", "bf_alice", "hf_alpha"]
    assert title_voice("af_heart") == "Heart"
    assert find_language("zf_xiaobei") is None


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A folder that looks like the voice's environment and has no weights."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").symlink_to(sys.executable)
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices/af_heart.bin").write_bytes(b"")
    return tmp_path


def test_what_an_environment_lacks_is_said(environment: Path) -> None:
    assert find_missing(environment) == ""
    shutil.rmtree(environment / "voices")
    assert "package/voices" in find_missing(environment)
    (environment / "bin/python").unlink()
    assert "bin/python" in find_missing(environment)
    assert "no folder" in find_missing(environment / "elsewhere")


@needs_espeak
def test_an_environment_without_weights_says_so_in_words(environment: Path) -> None:
    engine = KokoroEngine(environment)
    try:
        (voice,) = engine.voices()
        assert (voice.id, voice.name, voice.languages) == ("af_heart", "Heart", ("en-US",))
        with pytest.raises(KioskError) as refused:
            engine.synthesise(make_speakable("The tower.", "en"), voice)
        assert refused.value.code == "narration.speech-failed"
        assert "Error" in refused.value.found
    finally:
        engine.close()


SPOKEN = {
    "en": "In 1368 Firuz rebuilt the “Qutb Minar”. It stands.",
    "hi": "यह मीनार 1199 में बनी।",
    "es": "La torre mide 72 m.",
    "fr": "Louis XIV est venu ici.",
    "it": "La torre fu iniziata nel 1199.",
    "pt": "A torre foi iniciada em 1199.",
}


@pytest.fixture
def kokoro() -> Iterator[KokoroEngine]:
    told = os.environ.get("KIOSK_KOKORO", "")
    if not told or find_missing(Path(told)):
        pytest.skip("KIOSK_KOKORO names no environment of the voice (docs/how-to/narrate-a-pack.md)")
    engine = KokoroEngine(Path(told))
    yield engine
    engine.close()


def test_with_the_weights_it_speaks_six_languages_and_tells_its_words(kokoro: KokoroEngine) -> None:
    for language, text in SPOKEN.items():
        voice = find_voice(kokoro.voices(), language)
        assert voice is not None
        what = make_speakable(text, language, [Pronunciation("Qutb Minar", "", "ˈkʊtəb mɪˈnɑːr")])
        clip = kokoro.synthesise(what, voice)
        starts = [word.start_ms for word in clip.words]
        assert 1_000 < clip.duration_ms < 8_000, language
        assert starts == sorted(starts), language
        assert starts[-1] < clip.duration_ms, language
        assert text[clip.words[0].start : clip.words[0].end] == text.split(maxsplit=1)[0], language
        assert len(clip.words) >= 4, language
