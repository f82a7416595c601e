"""``kiosk doctor`` on who tells the stories, language by language, and what to install where nobody does."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.doctor.finding import Finding, Status
from kiosk.app.doctor.voices import Teller, check_engines, check_voices, list_tellers
from kiosk.app.speech_engines import SpeechFitting
from kiosk.model.content import Depth, Recording, Text, VoiceKind
from kiosk.packs.store import PackStore
from kiosk.speech.engine import SpeechVoice
from kiosk.speech.ranked_speech import RankedSpeech
from tests.fakes.composed_guide import data, pack
from tests.fakes.fake_engine import FakeEngine
from tests.fakes.fake_library import FakeLibrary

__all__ = ["data", "pack"]

PIPER = SpeechFitting(piper_command="/opt/piper/bin/python", piper_voices="/opt/piper/voices")


def find_hindi(language: str) -> SpeechVoice | None:
    return SpeechVoice("inc/hi", "Hindi", ("hi",), "pyttsx3") if language == "hi" else None


def check_data(data: Path, fitting: SpeechFitting) -> dict[str, Finding]:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        return {finding.check: finding for finding in check_voices(library, find_hindi, fitting)}


def test_each_language_tells_who_tells_it(data: Path) -> None:
    found = check_data(data, SpeechFitting())
    assert {check: finding.status for check, finding in found.items()} == {
        "voice en": Status.WARN, "voice hi": Status.OK, "voice ar": Status.WARN,
    }  # fmt: skip
    assert "5 rendered with the pack, 2 text only" in found["voice en"].found
    assert "spoken by the device (pyttsx3, Hindi)" in found["voice hi"].found
    assert "text only" in found["voice ar"].found
    assert found["voice ar"].remedy == "Have them recorded", "no computer's voice renders Arabic here"
    assert "kiosk pack narrate FOLDER --language en" in found["voice en"].remedy


@pytest.mark.parametrize(("path", "is_told"), [(None, True), ("/usr/bin/espeak-ng", False)])
def test_espeak_is_to_be_installed_only_where_it_is_not(
    data: Path, monkeypatch: pytest.MonkeyPatch, path: str | None, is_told: bool
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: path)
    assert ("apt install espeak-ng" in check_data(data, SpeechFitting())["voice ar"].remedy) is is_told


def test_where_piper_is_a_voice_can_be_added(data: Path) -> None:
    remedy = check_data(data, PIPER)["voice ar"].remedy
    assert remedy.startswith("Add a voice for ar to the folder piper_voices")
    assert "kiosk pack narrate FOLDER --language ar" in remedy, "Piper renders as well"


def test_rendered_and_recorded_are_told_apart() -> None:
    library = FakeLibrary()
    card = library.stop_cards(library.site_id, "en")[0]
    recording = Recording("0" * 64, "audio/ogg", "en", Depth.STORY, 1_000, VoiceKind.PERSON, "A", "")
    rendered = replace(recording, depth=Depth.DEEP, voice_kind=VoiceKind.COMPUTER)
    texts = tuple(Text("en-GB", depth, "Words.") for depth in (Depth.GLANCE, Depth.STORY, Depth.DEEP))
    stop = replace(
        library.get_stop(card.id, "en"),
        texts=(*texts, Text("hi", Depth.CHILDREN, "शब्द")),
        recordings=(
            recording,
            rendered,
            replace(rendered, depth=Depth.STORY),
            replace(rendered, language="hi"),
        ),
    )
    assert Counter(list_tellers(stop, "en", None)) == {Teller.PERSON: 1, Teller.RENDERED: 1, Teller.NOBODY: 1}
    assert set(list_tellers(stop, "hi", find_hindi("hi"))) == {Teller.RENDERED, Teller.DEVICE}


def describe(speech: RankedSpeech, fitting: SpeechFitting | None = None) -> list[tuple[Status, str]]:
    found = [
        (finding.status, f"{finding.found} {finding.remedy}")
        for finding in check_engines(speech, fitting or SpeechFitting())
    ]
    speech.close()
    return found


def test_engines_are_told_with_their_voices() -> None:
    speech = RankedSpeech([FakeEngine("en", "hi", name="pyttsx3"), FakeEngine("en", name="piper")])
    assert describe(speech) == [(Status.OK, "pyttsx3: 2 voices, piper: 1 voice ")]


@pytest.mark.allow_log("piper is asked last")
def test_an_engine_that_fails_is_told_beside_those_that_speak() -> None:
    piper = FakeEngine("en", name="piper")
    piper.fails_with = "narration.speech-failed"
    (fault, rest) = describe(RankedSpeech([piper, FakeEngine("en", name="pyttsx3")]))
    assert fault[0] is Status.WARN and "[narration.speech-failed]" in fault[1]
    assert rest == (Status.OK, "piper: 0 voices, pyttsx3: 1 voice ")


@pytest.mark.allow_log("piper is asked last")
def test_when_the_only_engine_fails_the_reason_is_told() -> None:
    piper = FakeEngine("en", name="piper")
    piper.fails_with = "narration.speech-failed"
    assert [status for status, _ in describe(RankedSpeech([piper]))] == [Status.WARN]


def test_without_espeak_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    ((status, words),) = describe(RankedSpeech([]))
    assert status is Status.WARN and "apt install espeak-ng" in words


def test_a_site_that_wishes_no_speech_is_not_warned() -> None:
    ((status, words),) = describe(RankedSpeech([]), SpeechFitting(engine="none"))
    assert status is Status.OK and "switched off" in words
