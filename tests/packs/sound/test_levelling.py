"""Every recording comes out at one loudness, as long as it was, with nothing moved, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kiosk.packs.recordings import SoundError
from kiosk.packs.sound.levelling import (
    MAX_TRUE_PEAK_DBTP,
    TARGET_LUFS,
    TOLERANCE_LU,
    finish_recording,
    measure_opus,
)
from kiosk.packs.sound.ogg_opus import count_channels, strip_ogg_opus
from tests.packs.sound.sounds import (
    Samples,
    count_ms_with_ffmpeg,
    decode,
    find_ffmpeg,
    make_speech,
    make_tone,
    measure_with_ffmpeg,
    write_sound,
)

DURATION_MS = 2500


def write_speech(path: Path, rate_hz: int, peak: float = 0.3) -> Path:
    return write_sound(path, make_speech(DURATION_MS / 1000, rate_hz, peak), rate_hz)


@pytest.mark.parametrize(
    ("suffix", "rate_hz", "peak"),
    [
        (".wav", 44_100, 0.01),
        (".wav", 8_000, 0.5),
        (".wav", 96_000, 0.99),
        (".flac", 48_000, 0.1),
        (".mp3", 32_000, 0.05),
        (".opus", 48_000, 0.9),
    ],
)
def test_every_recording_is_levelled(tmp_path: Path, suffix: str, rate_hz: int, peak: float) -> None:
    path = write_speech(tmp_path / f"a{suffix}", rate_hz, peak)
    before = path.read_bytes()
    made = finish_recording(path)
    assert abs(made.loudness.integrated_lufs - TARGET_LUFS) <= TOLERANCE_LU
    assert made.loudness.true_peak_dbtp <= MAX_TRUE_PEAK_DBTP
    assert measure_opus(made.data) == (made.loudness, made.duration_ms)
    assert abs(made.duration_ms - DURATION_MS) <= 20
    assert count_channels(made.data) == 1
    assert len(made.data) * 8 / made.duration_ms < 32
    assert path.read_bytes() == before


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    path = write_speech(tmp_path / "a.wav", 44_100)
    assert finish_recording(path) == finish_recording(path)


def find_shift(one: Samples, other: Samples) -> int:
    """Return by how many samples ``other`` is late."""
    size = 1 << (len(one) + len(other)).bit_length()
    product = np.fft.rfft(other, size) * np.conj(np.fft.rfft(one, size))
    best = int(np.fft.irfft(product, size).argmax())
    return best - size if best > size // 2 else best


@pytest.mark.parametrize("rate_hz", [24_000, 44_100])
def test_nothing_moves_in_time(tmp_path: Path, rate_hz: int) -> None:
    """Timings of words stay true: checked to a millisecond, at the rate of what comes out."""
    made = finish_recording(write_speech(tmp_path / "a.wav", rate_hz))
    samples, made_hz = decode(made.data)
    original = make_speech(DURATION_MS / 1000, rate_hz)
    at = np.arange(len(samples)) * rate_hz / made_hz
    assert abs(find_shift(np.interp(at, np.arange(len(original)), original), samples)) <= made_hz / 1000


def test_what_is_right_already_keeps_its_sound(tmp_path: Path) -> None:
    first = finish_recording(write_speech(tmp_path / "a.wav", 24_000))
    (tmp_path / "a.opus").write_bytes(first.data)
    again = finish_recording(tmp_path / "a.opus")
    assert (again.data, again.raised_db) == (first.data, 0.0)


def test_an_opus_file_in_stereo_or_at_a_high_rate_is_made_anew(tmp_path: Path) -> None:
    right = decode(finish_recording(write_speech(tmp_path / "a.wav", 24_000)).data)[0]
    for name, samples in (("stereo.opus", np.stack([right, right], axis=1)), ("fat.opus", right)):
        path = write_sound(tmp_path / name, samples, 24_000)
        made = finish_recording(path)
        assert len(made.data) < path.stat().st_size
        assert made.data != path.read_bytes()
        assert count_channels(made.data) == 1


def test_channels_that_cancel_one_another_are_heard_all_the_same(tmp_path: Path) -> None:
    """A cable soldered the wrong way round: the mean of both channels is silence."""
    speech = make_speech(2, 24_000)
    path = write_sound(tmp_path / "a.wav", np.stack([speech, -speech], axis=1), 24_000)
    assert abs(finish_recording(path).loudness.integrated_lufs - TARGET_LUFS) <= TOLERANCE_LU


def test_one_silent_channel_is_no_loss(tmp_path: Path) -> None:
    speech = make_speech(2, 24_000)
    path = write_sound(tmp_path / "a.wav", np.stack([speech, np.zeros_like(speech)], axis=1), 24_000)
    assert abs(finish_recording(path).loudness.integrated_lufs - TARGET_LUFS) <= TOLERANCE_LU


def test_how_much_louder_it_was_made_is_told(tmp_path: Path) -> None:
    assert finish_recording(write_speech(tmp_path / "a.wav", 24_000, peak=0.004)).raised_db > 25


@pytest.mark.parametrize("samples", [np.zeros(24_000), make_tone(1, 24_000, peak=1e-4)])
def test_silence_is_refused(tmp_path: Path, samples: Samples) -> None:
    with pytest.raises(SoundError, match="nothing is to be heard"):
        finish_recording(write_sound(tmp_path / "a.wav", samples, 24_000))


def test_a_single_click_keeps_the_peak_and_gives_up_the_loudness(tmp_path: Path) -> None:
    click = make_tone(3, 24_000, peak=0.0008)
    click[30_000:30_010] = 0.9
    made = finish_recording(write_sound(tmp_path / "a.wav", click, 24_000))
    assert made.loudness.true_peak_dbtp <= MAX_TRUE_PEAK_DBTP


def test_tags_of_a_kept_file_are_taken_out(tmp_path: Path) -> None:
    made = finish_recording(write_speech(tmp_path / "a.wav", 24_000)).data
    assert strip_ogg_opus(made) == made
    assert b"libopus" not in made


@pytest.mark.skipif(find_ffmpeg() is None, reason="ffmpeg, the second opinion, is not installed")
def test_a_museums_own_recording_by_another_meter_and_decoder(shared_data: Path, tmp_path: Path) -> None:
    original = shared_data / "museums/kronan/media/crown-8.mp3"
    if not original.exists():
        pytest.skip("the museum's recordings are not here")
    made = finish_recording(original)
    path = tmp_path / "a.opus"
    path.write_bytes(made.data)
    integrated, true_peak = measure_with_ffmpeg(path)
    assert abs(integrated - TARGET_LUFS) <= TOLERANCE_LU + 0.1
    assert true_peak <= MAX_TRUE_PEAK_DBTP
    assert abs(count_ms_with_ffmpeg(path) - count_ms_with_ffmpeg(original)) <= 20
