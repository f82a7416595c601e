"""``kiosk say``, as staff and curators use it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import soundfile

from kiosk.app.cli import main
from kiosk.speech.pyttsx_engine import PyttsxEngine
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]

Say = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(scope="module", autouse=True)
def _needs_a_voice() -> None:
    engine = PyttsxEngine()
    voices = engine.voices()
    engine.close()
    if not voices:
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str]) -> Say:
    def run(*words: str) -> tuple[int, dict[str, Any]]:
        status = main(["say", *words, "--json"])
        return status, json.loads(capfd.readouterr().out)

    return run


def test_a_text_is_spoken_into_a_file(say: Say, tmp_path: Path) -> None:
    target = tmp_path / "story.wav"
    status, record = say("--text", "The tower is old. Look up!", "--out", str(target))
    assert (status, record["kind"], record["speaker"], record["language"]) == (0, "speech", "computer", "en")
    assert soundfile.info(str(target)).duration * 1000 == pytest.approx(record["duration_ms"], abs=2)


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_qt_message("No audio device detected|pipewire")
def test_a_text_is_told_aloud_even_with_no_sound_device(say: Say) -> None:
    status, record = say("--text", "Look up!")
    assert (status, record["kind"]) == (0, "speech")
    assert record["heard_ms"] == pytest.approx(record["duration_ms"], abs=60)


def test_numbers_are_said_in_full_and_the_voice_is_named(say: Say, tmp_path: Path) -> None:
    status, record = say("--text", "1199", "--out", str(tmp_path / "year.wav"))
    assert (status, record["engine"], record["voice"]) == (0, "pyttsx3", "gmw/en-us")
    assert record["duration_ms"] > 1_000  # eleven ninety-nine


def test_an_author_hears_a_name_before_the_pack_is_built(say: Say, tmp_path: Path) -> None:
    (tmp_path / "pronunciations.toml").write_text('[[en]]\nwritten = "Qutb"\nsaid = "Kootub"\n', "utf-8")
    words = ("--text", "Qutb, 1199", "--lexicon", str(tmp_path), "--out", str(tmp_path / "name.wav"))
    status, record = say(*words)
    assert (status, record["text"], record["said"]) == (0, "Qutb, 1199", "Kootub, eleven ninety-nine")
    assert say(*words, "--lang", "en-GB")[1]["said"] == record["said"]
    assert say(*words, "--lang", "de")[1]["said"].startswith("Qutb")
    (tmp_path / "pronunciations.toml").write_text('[[en]]\nwritten = "Qutb"\n', "utf-8")
    assert say(*words)[1]["error"]["code"] == "packs.source-faulty"
    (tmp_path / "pronunciations.toml").unlink()
    assert say(*words)[1]["error"]["code"] == "packs.source-missing"


def test_faster_is_shorter(say: Say, tmp_path: Path) -> None:
    told = [
        say("--text", "The tower is old.", "--rate", rate, "--out", str(tmp_path / "story.wav"))[1]
        for rate in ("1", "2")
    ]
    assert told[1]["duration_ms"] == pytest.approx(told[0]["duration_ms"] / 2, rel=0.2)


def test_a_voice_is_chosen_by_its_name(say: Say, tmp_path: Path) -> None:
    out = str(tmp_path / "story.wav")
    assert say("--text", "Look up!", "--voice", "gmw/en-us", "--out", out)[1]["voice"] == "gmw/en-us"


@pytest.mark.parametrize(
    ("asked", "expected", "found", "remedy"),
    [
        (("--voice", "nobody"), "the voice nobody", "none of that name", "--voices --lang en lists"),
        (("--voice", "gmw/en-u"), "the voice gmw/en-u", "perhaps gmw/en-us", "--voices"),
        (
            ("--voice", "gmw/en-us", "--lang", "de"),
            "a voice for de",
            "gmw/en-us, which speaks en-us",
            "--lang de",
        ),
        (("--engine", "piper"), "the engine piper", "do not say where Piper is", "piper-voices.md"),
        (("--engine", "kokoro"), "the engine kokoro", "no folder", "narrate-a-pack.md"),
        (("--lang", "xx"), "a voice for xx", "of other languages", "kiosk doctor"),
    ],
)
def test_what_is_missing_is_named_and_what_to_install(
    say: Say, tmp_path: Path, asked: tuple[str, ...], expected: str, found: str, remedy: str
) -> None:
    words = ("--text", "Look up!", *asked, "--data", str(tmp_path), "--out", str(tmp_path / "story.wav"))
    status, record = say(*words)
    error = record["error"]
    assert (status, error["code"], error["expected"]) == (1, "narration.no-voice", expected)
    assert found in error["found"]
    assert remedy in error["remedy"]


def test_speech_that_is_switched_off_is_said_to_be(say: Say, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('speech_engine = "none"\n', "utf-8")
    record = say("--text", "Look up!", "--data", str(tmp_path))[1]
    assert "switched off" in record["error"]["found"]


def test_a_recording_of_the_fall_back_language_is_said_to_be_one(
    data: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = ["say", "--stop", "mill/wheel", "--lang", "fr", "--data", str(data)]
    out = ["--out", str(tmp_path / "story.wav")]
    assert main([*asked, *out, "--json"]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["language"], record["asked_language"], record["is_fallback"]) == ("en", "fr", True)
    assert main([*asked, *out]) == 0
    assert "nothing is told in fr" in capfd.readouterr().out
    assert main([*asked, *out, "--engine", "pyttsx3", "--json"]) == 1
    assert "a text" in json.loads(capfd.readouterr().out)["error"]["expected"]


def test_the_voices_of_a_language_are_listed(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "--voices", "--lang", "hi", "--json"]) == 0
    (voice,) = map(json.loads, capfd.readouterr().out.splitlines())
    assert voice == {"voice": "inc/hi", "name": "Hindi", "languages": ["hi"], "engine": "pyttsx3"}
    assert main(["say", "--voices", "--lang", "xx"]) == 1
    assert "[narration.no-voice]" in capfd.readouterr().err


def test_an_engine_that_is_not_there_has_no_voice(say: Say, tmp_path: Path) -> None:
    status, record = say("--text", "Look up!", "--engine", "piper", "--data", str(tmp_path))
    assert (status, record["error"]["code"]) == (1, "narration.no-voice")


def test_a_stop_is_told_by_its_recording_or_by_the_voice_that_is_asked_for(
    say: Say, data: Path, tmp_path: Path
) -> None:
    asked = (
        "--stop",
        "mill/wheel",
        "--lang",
        "en",
        "--data",
        str(data),
        "--out",
        str(tmp_path / "story.wav"),
    )
    assert say(*asked)[1]["kind"] == "recording"
    spoken = say(*asked, "--engine", "pyttsx3")[1]
    assert (spoken["kind"], spoken["engine"]) == ("speech", "pyttsx3")
    assert (data / "speech.db").exists()
    assert say(*asked, "--engine", "pyttsx3")[1]["duration_ms"] == spoken["duration_ms"]


def test_what_somebody_types_is_not_kept(say: Say, tmp_path: Path) -> None:
    assert say("--text", "Look up!", "--data", str(tmp_path), "--out", str(tmp_path / "story.wav"))[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["story.wav"]


@pytest.mark.parametrize("rate", ["3", "0", "fast"])
def test_a_speed_that_nobody_offers_is_wrong_usage(capfd: pytest.CaptureFixture[str], rate: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["say", "--text", "Look up!", "--rate", rate])
    assert ended.value.code == 2


def test_a_language_without_a_voice_is_an_answer_not_a_crash(say: Say) -> None:
    status, record = say("--text", "Look up!", "--lang", "xx")
    assert (status, record["error"]["code"]) == (1, "narration.no-voice")


def test_an_unknown_format_is_refused_before_anything_is_said(say: Say, tmp_path: Path) -> None:
    status, record = say("--text", "Look up!", "--out", str(tmp_path / "story.doc"))
    assert (status, record["error"]["code"]) == (1, "narration.unknown-format")


def test_a_stop_that_is_not_there(say: Say, tmp_path: Path) -> None:
    status, record = say("--stop", "qutb/minar", "--data", str(tmp_path))
    assert status == 1
    assert record["error"]["code"].startswith("packs.")


def test_neither_stop_nor_text_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["say"])
    assert ended.value.code == 2
    assert "--text" in capfd.readouterr().err
