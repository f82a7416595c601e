"""FFmpeg says nothing on the console of sounds that are sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.narration.decoder_log import quieten_decoders
from kiosk.narration.player import QtPlayer
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.tones import write_tone

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected"),
]


class Ear:
    def __init__(self) -> None:
        self.has_ended = False

    def sound_ended(self) -> None:
        self.has_ended = True

    def sound_failed(self, error: KioskError) -> None:
        raise AssertionError(str(error))

    def sound_output_lost(self) -> None:
        """Of no matter here."""

    def sound_output_back(self) -> None:
        """Of no matter here."""


def test_a_sound_is_played_without_a_remark(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tone, ear, player = write_tone(tmp_path / "tone.opus", 300), Ear(), QtPlayer()
    try:
        player.open(tone, ear)
        player.play()
        spin_until(lambda: ear.has_ended)
    finally:
        player.close()
    # FFmpeg prints past Python and past Qt, so the descriptor itself is looked at.
    assert "[opus @" not in (said := capfd.readouterr().err) and "[ogg @" not in said


def test_moving_to_the_last_moments_is_no_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tone, ear, player = write_tone(tmp_path / "tone.opus", 1_500), Ear(), QtPlayer()
    try:
        player.open(tone, ear)
        player.play()
        spin_until(lambda: player.duration_ms > 0)
        # Where the file's last page begins, wherever that is.
        for left_ms in range(700, 300, -10):
            player.seek_ms(player.duration_ms - left_ms)
            spin(30)
        spin_until(lambda: ear.has_ended)
    finally:
        player.close()
    assert "[ogg @" not in capfd.readouterr().err


def test_telling_them_again_changes_nothing() -> None:
    QtPlayer().close()
    assert quieten_decoders() == []
