"""Which engines may render: what is installed, and what is asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.app.rendering_engines import find_kokoro, make_rendering_engines, tell_missing


@pytest.fixture
def kokoro(tmp_path: Path) -> Path:
    folder = tmp_path / "data/voices/kokoro"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin/python").symlink_to(sys.executable)
    (folder / "package/voices").mkdir(parents=True)
    return folder


def name_engines(wished: str, data: Path, given: Path | None = None) -> list[str]:
    return [engine.name for engine in make_rendering_engines(wished, data, given)]


def test_what_is_installed_may_render(kokoro: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_KOKORO", raising=False)
    data = tmp_path / "data"
    (data / "settings.toml").write_text(
        'piper_command = "/opt/piper/bin/python"\npiper_voices = "/opt/voices"\n'
    )
    assert name_engines("auto", data) == ["kokoro", "piper"]
    assert name_engines("kokoro", data) == ["kokoro"]
    assert name_engines("piper", data) == ["piper"]
    assert name_engines("auto", tmp_path / "elsewhere") == []
    assert name_engines("auto", tmp_path / "elsewhere", kokoro) == ["kokoro"]


def test_the_plain_voice_renders_only_when_named(tmp_path: Path) -> None:
    assert "pyttsx3" not in name_engines("auto", tmp_path)
    assert name_engines("pyttsx3", tmp_path) == ["pyttsx3"]


def test_the_environment_is_found_by_option_variable_and_place(
    kokoro: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIOSK_KOKORO", raising=False)
    assert find_kokoro(tmp_path / "data") == kokoro
    monkeypatch.setenv("KIOSK_KOKORO", str(tmp_path / "told"))
    assert find_kokoro(tmp_path / "data") == tmp_path / "told"
    assert find_kokoro(tmp_path / "data", tmp_path / "given") == tmp_path / "given"


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_KOKORO", raising=False)
    assert "no folder" in tell_missing("auto", tmp_path)
    assert "settings" in tell_missing("piper", tmp_path)
    assert tell_missing("pyttsx3", tmp_path) == "none that speaks it"
