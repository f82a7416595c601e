"""``kiosk pack align`` as people and programs see it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.authoring.faulty_sources import write
from tests.authoring.spoken_mill import STORY, record, speak
from tests.packs.small_source import write_small_source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small source with a recording of one story, and a file that is no recording."""
    speech = RankedSpeech([PyttsxEngine()])
    try:
        if not speech.voices():
            pytest.skip("eSpeak NG is not installed here")
        sound, rate_hz = speak(speech, STORY)
    finally:
        speech.close()
    folder = write_small_source(tmp_path / "mill")
    shutil.rmtree(folder / "recordings")
    record(folder, sound, rate_hz)
    write(folder, "recordings/hall.glance.en.opus", "no sound")
    return folder


def test_recordings_are_listed_timed_and_then_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "align", str(folder), "--list"]) == 0
    assert "wheel.story.en.wav  has no timings yet" in capsys.readouterr().out

    assert main(["pack", "align", str(folder)]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == f"Timed 1, {len(STORY.split())} words; 1 could not be timed"
    assert "The recording was not timed · hall.glance.en.opus" in said.err
    assert "[authoring.recording-unfit]" in said.err

    assert main(["pack", "align", str(folder), "--stops", "wheel", "--json"]) == 0
    outcome = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (outcome["timed"], outcome["up_to_date"], outcome["words"]) == (0, 1, 0)


def test_a_folder_that_holds_no_source_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "align", str(tmp_path)]) == 1
    assert "[packs.source-missing]" in capsys.readouterr().err


def test_a_stop_that_is_not_there_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "align", str(folder), "--stops", "99"]) == 1
    assert "[authoring.no-such-stop]" in capsys.readouterr().err
