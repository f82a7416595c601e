"""A visitor sees whose voice it is, and is told when there is none, no sound, or the headphones are out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.model.content import Depth, Recording, Stop, VoiceKind
from kiosk.narration.listening import NarrationListener
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import open_guide, settle, translations
from tests.screens.listener import Listens, listens

__all__ = ["listens", "open_guide", "settle", "translations"]


RECORDING = Recording("a" * 64, "audio/ogg", "en", Depth.STORY, 53_000, VoiceKind.PERSON, "Amina Khan", "")


@pytest.mark.parametrize(
    ("recording", "said"),
    [
        (RECORDING, "Recorded by Amina Khan"),
        (replace(RECORDING, credit=""), "A person's voice, recorded"),
        (replace(RECORDING, voice_kind=VoiceKind.COMPUTER, credit="Computer voice Heart"), "Computer voice"),
        (None, "Computer voice"),
    ],
)
def test_i_see_whose_voice_it_is(
    listens: Listens, monkeypatch: pytest.MonkeyPatch, recording: Recording | None, said: str
) -> None:
    give(monkeypatch, recording)
    assert listens().reads("voice-line") == said


def test_i_see_that_the_voice_speaks_another_language_and_whose_it_is(
    listens: Listens, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, RECORDING)
    visitor = listens("hi", can_speak=lambda language: language == "en")
    assert visitor.reads("voice-line") == "आवाज़ English में है। रिकॉर्डिंग: Amina Khan"


def test_i_am_told_that_there_is_no_voice_for_my_language(
    listens: Listens, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, None)
    visitor = listens(can_speak=lambda _language: False)
    assert visitor.reads("voice-line").startswith("There is no voice in this language")


def test_i_am_told_that_there_is_no_sound_and_when_it_is_back(listens: Listens) -> None:
    visitor = listens()
    visitor.tell_all(NarrationListener.narration_no_sound)
    assert visitor.reads("voice-line") == "This device has no sound. The words run along."
    visitor.touch("play", "play")
    assert visitor.reads("voice-line").startswith("This device has no sound."), (
        "a pause does not bring it back"
    )
    visitor.tell_all(NarrationListener.narration_sound_back)
    assert "no sound" not in visitor.reads("voice-line")


def test_headphones_out_is_said_no_more_when_they_are_in_again(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(12)
    visitor.pull_headphones()
    assert visitor.sees("voice-note")
    visitor.tell_all(NarrationListener.narration_sound_back)
    assert not visitor.sees("voice-note") and not visitor.hears()
    visitor.touch("play")
    assert visitor.hears()


def test_headphones_out_is_said_on_every_page_with_a_way_to_the_words(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(12)
    visitor.touch("back")
    visitor.pull_headphones()
    assert not visitor.hears()
    assert visitor.reads("voice-note") == "The headphones are out. Touch Play to go on."
    visitor.touch("to-the-words")
    assert visitor.shell.page == "stop"
    visitor.touch("play")
    assert visitor.hears()
    assert visitor.place_ms == 12_000
    assert not visitor.sees("voice-note")


def give(monkeypatch: pytest.MonkeyPatch, recording: Recording | None) -> None:
    """Have the minar's story recorded so."""
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        recordings = (recording,) if recording is not None else ()
        return replace(real(library, stop_id, language, version), recordings=recordings)

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)
