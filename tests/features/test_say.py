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
