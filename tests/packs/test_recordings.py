from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.packs.recordings import SoundError
from tests.packs.probed_recording import probe_recording
from tests.packs.small_source import write_tone


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [(".opus", "audio/ogg"), (".mp3", "audio/mpeg"), (".wav", "audio/wav"), (".flac", "audio/flac")],
)
def test_what_the_guide_plays_is_measured(tmp_path: Path, suffix: str, media_type: str) -> None:
    write_tone(tmp_path / f"a{suffix}", 440, seconds=1.5)
    sound = probe_recording(tmp_path / f"a{suffix}")
    assert sound.media_type == media_type
    assert abs(sound.duration_ms - 1500) <= 30


@pytest.mark.parametrize("suffix", [".opus", ".wav", ".flac"])
def test_a_recording_cut_short_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_tone(path, 440, seconds=4)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(SoundError):
        probe_recording(path)


@pytest.mark.parametrize("junk", [b"", b"RIFF", b"OggS" + bytes(100), b"\x00" * 5000, b"ID3" + b"\xff" * 100])
def test_junk_is_refused(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "a.opus").write_bytes(junk)
    with pytest.raises(SoundError):
        probe_recording(tmp_path / "a.opus")


def test_a_format_nobody_plays_is_named(tmp_path: Path) -> None:
    soundfile.write(str(tmp_path / "a.wav"), np.zeros(100), 8000, format="AIFF")
    with pytest.raises(SoundError, match="AIFF"):
        probe_recording(tmp_path / "a.wav")


def test_a_sound_with_no_samples_is_refused(tmp_path: Path) -> None:
    soundfile.write(str(tmp_path / "a.wav"), np.zeros(0), 8000)
    with pytest.raises(SoundError):
        probe_recording(tmp_path / "a.wav")
