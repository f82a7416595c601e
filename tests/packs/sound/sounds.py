"""Made-up sounds for the tests: as full-scale samples, and a second opinion on how loud a file is."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float64]


def make_tone(seconds: float, rate_hz: int, hertz: float = 997.0, peak: float = 0.1) -> Samples:
    return peak * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate_hz)) / rate_hz)


def make_speech(seconds: float, rate_hz: int, peak: float = 0.3, seed: int = 1) -> Samples:
    """Return something as uneven as speech: syllables of coloured noise and a buzz, with gaps between them."""
    spot = np.random.default_rng(seed)
    count = round(seconds * rate_hz)
    at = np.arange(count) / rate_hz
    envelope = np.clip(np.sin(2 * np.pi * 3.1 * at) + 0.4 * np.sin(2 * np.pi * 0.7 * at), 0, None)
    buzz = sum(np.sin(2 * np.pi * 140 * n * at + n) / n for n in range(1, 20))
    noise = np.convolve(spot.standard_normal(count), np.ones(6) / 6, "same")
    sound = envelope * (buzz + noise)
    return np.asarray(peak * sound / np.abs(sound).max())


def write_sound(path: Path, samples: Samples, rate_hz: int) -> Path:
    """Write samples in the format that the suffix names."""
    form = {
        ".opus": ("OGG", "OPUS"),
        ".mp3": ("MP3", None),
        ".wav": ("WAV", "PCM_16"),
        ".flac": ("FLAC", None),
    }
    name, subtype = form[path.suffix]
    soundfile.write(str(path), samples, rate_hz, format=name, subtype=subtype)
    return path


def decode(data: bytes) -> tuple[Samples, int]:
    samples, rate_hz = soundfile.read(io.BytesIO(data))
    return samples, int(rate_hz)


def find_ffmpeg() -> str | None:
    return shutil.which("ffmpeg")


def measure_with_ffmpeg(path: Path) -> tuple[float, float]:
    """Return integrated loudness (LUFS) and true peak (dBTP) as ffmpeg's meter sees them, with its own decoder."""
    command = [
        "ffmpeg",
        "-hide_banner",
        "-nostats",
        "-i",
        str(path),
        "-af",
        "ebur128=peak=true",
        "-f",
        "null",
        "-",
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stderr.rsplit("Summary:", 1)[1]
    found = [re.search(rf"{name}:\s+(-?[\d.]+)", said) for name in ("I", "Peak")]
    integrated, peak = (float(match[1]) for match in found if match)
    return integrated, peak


def count_ms_with_ffmpeg(path: Path) -> float:
    """Return how long a file lasts once ffmpeg has decoded it."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-ac", "1", "-ar", "48000", "-f", "s16le", "-"]
    return len(subprocess.run(command, check=True, capture_output=True).stdout) / 96
