"""Loudness, and the recording's file: Opus at 24 kb/s, mono, -18 LUFS, true peak under -1 dBTP."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyloudnorm
import soundfile
from scipy.ndimage import maximum_filter1d, uniform_filter1d

TARGET_LUFS = -18.0
# Opus at this rate overshoots, mostly by less than 1 dB; the file is measured after encoding.
CEILING_DBFS = -2.5
MAX_TRUE_PEAK_DBTP = -1.0
TOLERANCE_LU = 0.5


@dataclass(frozen=True, slots=True)
class Loudness:
    """What ffmpeg measures in an encoded file (EBU R 128): integrated LUFS and true peak dBTP."""

    integrated_lufs: float
    true_peak_dbtp: float


def write_opus(samples: np.ndarray, rate_hz: int, path: Path) -> Loudness:
    """Write ``samples`` at the target loudness and return what the encoded file measures."""
    gain_db = TARGET_LUFS - pyloudnorm.Meter(rate_hz).integrated_loudness(samples)
    ceiling_dbfs = CEILING_DBFS
    for _ in range(6):
        _encode(_limit(samples * 10 ** (gain_db / 20), rate_hz, ceiling_dbfs), rate_hz, path)
        measured = measure(path)
        too_far_lu = TARGET_LUFS - measured.integrated_lufs
        too_high_db = measured.true_peak_dbtp - MAX_TRUE_PEAK_DBTP
        if abs(too_far_lu) <= TOLERANCE_LU / 2 and too_high_db < 0:
            break
        gain_db += too_far_lu
        if too_high_db >= 0:
            ceiling_dbfs -= too_high_db + 0.3
    return measured


def measure(path: Path) -> Loudness:
    """Return the loudness of a file after decoding."""
    done = subprocess.run(
        ["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-af", "ebur128=peak=true", "-f", "null", "-"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    summary = done.stderr.rsplit("Summary:", 1)[1]
    integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
    if integrated is None or peak is None:
        raise ValueError(f"ffmpeg told no loudness of {path.name}")
    return Loudness(float(integrated[1]), float(peak[1]))


def _limit(samples: np.ndarray, rate_hz: int, ceiling_dbfs: float) -> np.ndarray:
    """Turn the level down, smoothly over 5 ms, around each sample above the ceiling."""
    ceiling = 10 ** (ceiling_dbfs / 20)
    window = rate_hz // 200
    loudest = maximum_filter1d(np.abs(samples), 2 * window + 1)
    gain = np.minimum(1.0, ceiling / np.maximum(loudest, 1e-9))
    return np.asarray(samples * uniform_filter1d(gain, window))


def _encode(samples: np.ndarray, rate_hz: int, path: Path) -> None:
    scratch = path.with_suffix(".wav")
    soundfile.write(scratch, samples, rate_hz, subtype="FLOAT")
    try:
        subprocess.run(
            ["ffmpeg", "-y", "-loglevel", "error", "-i", str(scratch), "-ac", "1", "-c:a", "libopus", "-b:a", "24k",
             "-application", "audio", "-bitexact", "-map_metadata", "-1", str(path)],
            check=True,
        )  # fmt: skip
    finally:
        scratch.unlink()
