"""Music and the sounds of a place are turned up or down as a whole: soft stays soft beside loud."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.model.content import SoundKind
from kiosk.packs.recordings import SoundError
from kiosk.packs.sound.levelling import MAX_TRUE_PEAK_DBTP, Recording, finish_recording, measure_opus
from kiosk.packs.sound.ogg_opus import count_channels
from kiosk.packs.sound.unlimited import MOST_RAISED_DB, TARGETS_LUFS, finish_unlimited
from tests.packs.sound.sounds import Samples, decode, make_tone, write_sound

RATE_HZ = 48_000


def make_music(soft_db: float = -20.0, peak: float = 0.4) -> Samples:
    """Return a chord that swells: two seconds soft, two loud, two soft, with a stroke of a drum in the loud part."""
    count = 2 * RATE_HZ
    at = np.arange(3 * count) / RATE_HZ
    chord = sum(np.sin(2 * np.pi * hertz * at) for hertz in (220.0, 277.2, 329.6)) / 3
    level = np.repeat([10 ** (soft_db / 20), 1.0, 10 ** (soft_db / 20)], count)
    stroke = np.zeros(3 * count)
    stroke[count + RATE_HZ :][:4800] = np.exp(-np.arange(4800) / 600) * np.sin(np.arange(4800) / 30)
    return np.asarray(peak * (0.15 * level * chord + 0.85 * stroke))


def measure_range(data: bytes) -> float:
    """Return by how many dB the loud part is above the soft one."""
    samples, rate_hz = decode(data)
    soft, loud = samples[rate_hz // 2 : rate_hz], samples[round(2.3 * rate_hz) : round(2.8 * rate_hz)]
    return float(10 * np.log10((loud**2).mean() / (soft**2).mean()))


def tower(made: Recording) -> float:
    """Return by how many dB the highest peak is above the mean."""
    return made.loudness.true_peak_dbtp - made.loudness.integrated_lufs


@pytest.mark.parametrize("kind", list(SoundKind))
def test_a_sound_comes_to_the_level_of_its_kind(tmp_path: Path, kind: SoundKind) -> None:
    path = write_sound(tmp_path / "a.wav", make_tone(3, RATE_HZ), RATE_HZ)
    before = path.read_bytes()
    made = finish_unlimited(path, kind)
    assert abs(made.loudness.integrated_lufs - TARGETS_LUFS[kind]) < 0.5
    assert made.loudness.true_peak_dbtp <= MAX_TRUE_PEAK_DBTP
    assert measure_opus(made.data) == (made.loudness, made.duration_ms)
    assert (made.duration_ms, count_channels(made.data)) == (3000, 1)
    assert finish_unlimited(path, kind) == made, "the same bytes each time"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "rate_hz", "subtype", "channels"),
    [("a.wav", 11_025, "PCM_U8", 1), ("a.flac", 96_000, "PCM_24", 2), ("a.mp3", 44_100, None, 2)],
    ids=["8 bits", "96 kHz", "MP3"],
)
def test_whatever_it_was_recorded_with(
    tmp_path: Path, name: str, rate_hz: int, subtype: str | None, channels: int
) -> None:
    samples = np.repeat(make_tone(2, rate_hz, peak=0.2)[:, None], channels, axis=1)
    soundfile.write(str(tmp_path / name), samples, rate_hz, subtype=subtype)
    made = finish_unlimited(tmp_path / name, SoundKind.MUSIC)
    assert abs(made.loudness.integrated_lufs - TARGETS_LUFS[SoundKind.MUSIC]) < 0.5
    assert abs(made.duration_ms - 2000) < 60


def test_music_keeps_its_dynamics_where_a_voice_would_be_limited(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.flac", make_music(), RATE_HZ)
    made, limited = finish_unlimited(path, SoundKind.MUSIC), finish_recording(path)
    assert measure_range(made.data) == pytest.approx(20, abs=0.7)
    assert made.loudness.true_peak_dbtp <= MAX_TRUE_PEAK_DBTP
    assert tower(made) > tower(limited) + 3, "the drum still stands out"


def test_a_sound_with_high_peaks_stays_quieter_than_its_kind(tmp_path: Path) -> None:
    stroke = np.zeros(4 * RATE_HZ)
    stroke[RATE_HZ : RATE_HZ + 200] = 0.9
    made = finish_unlimited(
        write_sound(tmp_path / "a.wav", stroke + make_tone(4, RATE_HZ, peak=0.01), RATE_HZ), SoundKind.MUSIC
    )
    assert made.loudness.integrated_lufs < TARGETS_LUFS[SoundKind.MUSIC] - 3
    assert made.loudness.true_peak_dbtp <= MAX_TRUE_PEAK_DBTP


def test_a_quiet_night_is_not_raised_until_it_hisses(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", make_tone(3, RATE_HZ, peak=0.0015), RATE_HZ)
    made = finish_unlimited(path, SoundKind.AMBIENT)
    assert made.raised_db == MOST_RAISED_DB
    assert made.loudness.integrated_lufs < TARGETS_LUFS[SoundKind.AMBIENT] - 10


def test_nothing_to_be_heard_is_refused(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.wav", np.zeros(RATE_HZ), RATE_HZ)
    with pytest.raises(SoundError, match="nothing is to be heard"):
        finish_unlimited(path, SoundKind.AMBIENT)


def test_a_broken_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(b"no sound at all")
    with pytest.raises(SoundError, match="cannot be decoded"):
        finish_unlimited(path, SoundKind.MUSIC)
