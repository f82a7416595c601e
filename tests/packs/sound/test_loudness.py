"""The meter against the signals of EBU Tech 3341, for one channel, and against ffmpeg's where that is installed."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from kiosk.packs.sound.loudness import LoudnessMeter, PeakMeter
from tests.packs.sound.sounds import (
    Samples,
    find_ffmpeg,
    make_speech,
    make_tone,
    measure_with_ffmpeg,
    write_sound,
)

RATE = 24_000
FULL_SCALE_TONE_LUFS = -3.01


def measure(samples: Samples, rate_hz: int = RATE, blocks: int = 1) -> float:
    meter = LoudnessMeter(rate_hz)
    for block in np.array_split(samples, blocks):
        meter.add(block)
    return meter.integrated_lufs()


def tone(lufs: float, seconds: float, rate_hz: int = RATE) -> Samples:
    return make_tone(seconds, rate_hz, peak=10 ** ((lufs - FULL_SCALE_TONE_LUFS) / 20))


@pytest.mark.parametrize("rate_hz", [8_000, 12_000, 16_000, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("lufs", [-23.0, -33.0])
def test_a_steady_tone(rate_hz: int, lufs: float) -> None:
    assert measure(tone(lufs, 3, rate_hz), rate_hz) == pytest.approx(lufs, abs=0.1)


@pytest.mark.parametrize(
    "parts",
    [
        [(-36, 10), (-23, 60), (-36, 10)],
        [(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)],
        [(-26, 20), (-20, 20.1), (-26, 20)],
    ],
)
def test_quiet_passages_do_not_count(parts: list[tuple[float, float]]) -> None:
    sound = np.concatenate([tone(lufs, seconds, 8_000) for lufs, seconds in parts])
    assert measure(sound, 8_000) == pytest.approx(-23, abs=0.1)


def test_blocks_of_any_size_give_the_same() -> None:
    sound = make_speech(5, RATE)
    whole = measure(sound)
    for blocks in (2, 9, 700):
        assert measure(sound, blocks=blocks) == pytest.approx(whole, abs=1e-9)


def test_silence_has_no_loudness() -> None:
    assert measure(np.zeros(RATE)) == -math.inf
    assert measure(np.zeros(0)) == -math.inf
    assert measure(tone(-75, 2)) == -math.inf


def test_a_very_short_sound_is_one_block() -> None:
    assert measure(tone(-20, 0.2)) == pytest.approx(-20, abs=0.5)


@pytest.mark.parametrize("phase", [0, 45, 60, 67.5])
def test_a_peak_between_the_samples_is_seen(phase: float) -> None:
    """Tech 3341, 15 to 19: a quarter of the rate, peaks of -6 dB that no sample hits; within +0.2 and -0.4 dB."""
    meter = PeakMeter(RATE)
    sine = 0.5 * np.sin(2 * np.pi * np.arange(RATE) / 4 + math.radians(phase))
    fade = np.minimum(1, np.arange(RATE) / 2000)
    meter.add(sine * fade * fade[::-1])
    assert -6.4 <= meter.true_peak_dbtp() <= -5.8


@pytest.mark.skipif(find_ffmpeg() is None, reason="ffmpeg, the second opinion, is not installed")
@pytest.mark.parametrize(("rate_hz", "peak"), [(24_000, 0.9), (44_100, 0.2), (48_000, 0.05)])
def test_ffmpeg_measures_the_same(tmp_path: Path, rate_hz: int, peak: float) -> None:
    sound = make_speech(8, rate_hz, peak)
    integrated, true_peak = measure_with_ffmpeg(write_sound(tmp_path / "a.wav", sound, rate_hz))
    meter = PeakMeter(rate_hz)
    meter.add(sound)
    assert measure(sound, rate_hz) == pytest.approx(integrated, abs=0.11)
    assert meter.true_peak_dbtp() == pytest.approx(true_peak, abs=0.2)
