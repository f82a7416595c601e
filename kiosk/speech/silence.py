"""Silence as a WAV file: to warm the player up, and to stand for a sentence that has no sound."""

from __future__ import annotations

import io
import wave


def make_silence(duration_ms: int, rate_hz: int) -> bytes:
    """Return a mono 16-bit WAV file of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(bytes(2 * (rate_hz * duration_ms // 1000)))
    return file.getvalue()
