"""A real museum's own recordings: whole, of the length they say, and played to their end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

from kiosk.narration.player import QtPlayer
from tests.fakes.player_ear import Ear
from tests.fakes.qt_loop import spin_until

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.allow_qt_message("No audio device detected")]

LAST_MS = 400


@pytest.fixture
def recordings(shared_data: Path) -> list[Path]:
    found = sorted((shared_data / "museums" / "kronan" / "media").glob("*.mp3"))
    if not found:
        pytest.skip("the museum's recordings are not among the collected real data")
    return found


@pytest.fixture
def player() -> Iterator[QtPlayer]:
    made = QtPlayer()
    made.set_rate(2)
    yield made
    made.close()


def test_each_is_played_to_its_end_and_lasts_as_long_as_it_says(
    player: QtPlayer, recordings: list[Path]
) -> None:
    for recording in recordings:
        with soundfile.SoundFile(str(recording)) as sound:
            decoded_ms = sound.frames * 1000 / sound.samplerate
        ear = Ear()
        player.open(recording, ear)
        spin_until(lambda: player.duration_ms)
        assert player.duration_ms == pytest.approx(decoded_ms, rel=0.01), recording.name
        player.seek_ms(player.duration_ms - LAST_MS)
        player.play()
        spin_until(lambda: ear.told)  # noqa: B023  waited for before the next turn
        assert ear.told == ["ended"], recording.name
        assert player.position_ms == player.duration_ms, recording.name
