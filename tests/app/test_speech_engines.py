from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.settings import Settings
from kiosk.app.speech_engines import SpeechFitting, make_speech, read_speech_fitting
from kiosk.speech.clip_cache import FILE_NAME

PIPER = SpeechFitting(piper_command="/opt/piper/bin/python", piper_voices="/opt/piper/voices")


@pytest.mark.parametrize(
    ("fitting", "names"),
    [
        (SpeechFitting(), ["pyttsx3"]),
        (PIPER, ["pyttsx3", "piper"]),
        (replace(PIPER, engine="piper"), ["piper"]),
        (replace(PIPER, engine="pyttsx3"), ["pyttsx3"]),
        (replace(PIPER, engine="none"), []),
        (SpeechFitting(engine="piper"), []),
    ],
)
def test_the_engines_a_site_wishes(fitting: SpeechFitting, names: list[str]) -> None:
    assert list(make_speech(fitting).engine_names) == names


def test_a_site_without_engines_has_no_voices_and_no_fault() -> None:
    speech = make_speech(SpeechFitting(engine="none"))
    assert (speech.voices(), speech.faults(), speech.can_speak("en")) == ((), (), False)
    speech.close()


def test_the_settings_say_it_all() -> None:
    assert read_speech_fitting(Settings()).cache_bytes == 100_000_000
    assert read_speech_fitting(Settings(speech_cache_mb=0, speech_engine="piper")) == SpeechFitting(
        "piper", cache_bytes=0
    )


@pytest.mark.parametrize(("cache_bytes", "is_kept"), [(1_000_000, True), (0, False)])
def test_sentences_are_kept_where_the_site_gives_room(
    tmp_path: Path, cache_bytes: int, is_kept: bool
) -> None:
    speech = make_speech(SpeechFitting(cache_bytes=cache_bytes), tmp_path)
    if not speech.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    speech.synthesise("The tower is old.", "en", is_from_pack=True)
    speech.close()
    assert (tmp_path / FILE_NAME).exists() is is_kept


def test_a_site_that_keeps_none_keeps_nothing_of_before(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"sentences of yesterday")
    make_speech(SpeechFitting(cache_bytes=0), tmp_path).close()
    assert list(tmp_path.iterdir()) == []
