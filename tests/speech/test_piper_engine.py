from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.speech.piper_engine import PiperEngine, find_python


def test_the_python_beside_the_program_is_found(tmp_path: Path) -> None:
    (tmp_path / "python").touch()
    assert find_python(tmp_path / "piper") == tmp_path / "python"
    assert find_python(tmp_path / "python3") == tmp_path / "python3"
    assert find_python(tmp_path / "other" / "piper") == tmp_path / "other" / "piper"


def test_a_folder_without_voices_has_none(tmp_path: Path) -> None:
    (tmp_path / "en_US-half-medium.onnx").touch()  # without its description
    engine = PiperEngine(Path(sys.executable), tmp_path)
    assert engine.voices() == ()
    engine.close()


def test_an_environment_without_piper_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "en_US-joe-medium.onnx").touch()
    (tmp_path / "en_US-joe-medium.onnx.json").touch()
    engine = PiperEngine(Path(sys.executable), tmp_path)
    with pytest.raises(KioskError) as refused:
        engine.voices()
    assert "No module named 'piper'" in str(refused.value)
    engine.close()


def test_a_command_that_is_not_there(tmp_path: Path) -> None:
    engine = PiperEngine(tmp_path / "piper", tmp_path)
    with pytest.raises(KioskError) as refused:
        engine.voices()
    assert refused.value.code == "narration.speech-failed"
    engine.close()
