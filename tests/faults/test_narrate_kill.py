"""kiosk pack narrate is killed at any moment: what is there is whole, and the next run goes on with the rest."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.app.own_process import own_environment
from kiosk.packs.findings import Findings
from kiosk.packs.narrated_notes import read_notes
from kiosk.speech import espeak_phonemes
from tests.packs.probed_recording import probe_recording
from tests.packs.small_source import write_small_source

KILLS = 2
TEXTS = 3


@pytest.mark.skipif(not espeak_phonemes.is_there(), reason="no espeak-ng on this machine")
def test_a_killed_narration_is_gone_on_with(tmp_path: Path) -> None:
    folder = write_small_source(tmp_path / "mill")
    shutil.rmtree(folder / "recordings")
    luck = random.Random(5)
    for _ in range(KILLS):
        process = start(folder, tmp_path)
        wait_for_a_sound(folder, process, luck.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert_whole(folder)
    done = set(read_notes(folder, Findings()).rendered)
    process = start(folder, tmp_path)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert f"Rendered {TEXTS - len(done)} " in said or not TEXTS - len(done)
    assert len(read_notes(folder, Findings()).rendered) == TEXTS
    assert_whole(folder)
    assert not list((folder / "narrated").glob(".*"))


def start(folder: Path, data: Path) -> subprocess.Popen[str]:
    words = [
        "pack",
        "narrate",
        str(folder),
        "--language",
        "en",
        "--depth",
        "glance",
        "--engine",
        "pyttsx3",
        "--data",
        str(data),
    ]
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words], env=own_environment(), stdout=subprocess.PIPE, text=True
    )


def wait_for_a_sound(folder: Path, process: subprocess.Popen[str], longer_s: float) -> None:
    """Wait until one more text is done, or is being written, and a little longer."""
    before = len(list(folder.glob("narrated/*")))
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        if len(list(folder.glob("narrated/*"))) > before:
            break
        time.sleep(0.01)
    time.sleep(longer_s)


def assert_whole(folder: Path) -> None:
    findings = Findings()
    rendered = read_notes(folder, findings).rendered
    assert not findings.all
    for name in rendered:
        assert probe_recording(folder / f"narrated/{name}.opus").duration_ms > 300
        assert (folder / f"narrated/{name}.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
