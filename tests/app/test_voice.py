"""The guide's voice: nothing is loaded before it is needed, and nothing is left after it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.voice import LatePlayer, LateTicker
from tests.fakes.player_ear import Ear
from tests.fakes.qt_loop import spin_until
from tests.fakes.tones import write_tone

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]


def test_what_is_not_heard_needs_no_player() -> None:
    player = LatePlayer()
    player.pause()
    player.stop()
    player.set_rate(1.5)
    assert not player.is_playing
    player.close()
    ticker = LateTicker()
    ticker.stop()


def test_the_first_sound_is_told_to_its_end(tmp_path: Path) -> None:
    ear, player = Ear(), LatePlayer(cap=0.5)
    player.set_rate(2.0)
    try:
        player.open(write_tone(tmp_path / "tone.wav", 200), ear)
        player.play()
        spin_until(lambda: ear.told)
        assert ear.told == ["ended"] and player.duration_ms == 200
    finally:
        player.close()
        player.close()


def test_the_start_of_a_guide_loads_no_multimedia(house: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "application = QGuiApplication([])\n"
        "import kiosk.app.device, kiosk.app.window, kiosk.app.voice\n"
        "kiosk.app.voice.LatePlayer(), kiosk.app.voice.LateTicker()\n"
        "print([name for name in sys.modules if name.endswith('QtMultimedia') or name in ('cv2', 'numpy')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=house
    )
    assert done.stdout == "[]\n"
