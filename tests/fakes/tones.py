"""Makes sound files to test with: a steady tone of a known length."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

RATE_HZ = 48_000
_FORMATS = {
    ".opus": {"format": "OGG", "subtype": "OPUS"},
    ".mp3": {"format": "MP3"},
    ".wav": {"format": "WAV", "subtype": "PCM_16"},
}


def write_tone(path: Path, duration_ms: int, frequency_hz: float = 440.0) -> Path:
    """Write a tone; the file's suffix (.opus, .mp3, .wav) says how."""
    seconds = np.arange(RATE_HZ * duration_ms // 1000) / RATE_HZ
    samples = (0.3 * np.sin(2 * np.pi * frequency_hz * seconds)).astype("float32")
    soundfile.write(str(path), samples, RATE_HZ, **_FORMATS[path.suffix])
    return path
