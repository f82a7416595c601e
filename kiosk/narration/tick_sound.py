"""The tick of recognition: a short, soft tap of wood, made here and not recorded, so that nobody owns it."""

from __future__ import annotations

import array
import io
import math
import sys
import wave

TICK_MS = 30
RATE_HZ = 48_000
LOUDNESS = 0.12
"""Its peak beside full scale (-18 dB): heard in a quiet gallery, not at the next plinth."""

_ATTACK_S = 0.002
_FADE_S = 0.006
_PARTIALS = ((1_180.0, 0.7), (2_690.0, 0.3))


def make_tick() -> bytes:
    """Return the tick as a mono 16-bit WAV file of ``TICK_MS``."""
    count = RATE_HZ * TICK_MS // 1000
    samples = array.array("h", (round(32_767 * LOUDNESS * _swing(index / RATE_HZ)) for index in range(count)))
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def _swing(at_s: float) -> float:
    """Return the sample at a moment, -1 to 1: it sets in without a click and dies away."""
    loud = min(1.0, at_s / _ATTACK_S) * math.exp(-at_s / _FADE_S)
    return loud * sum(share * math.sin(2 * math.pi * hertz * at_s) for hertz, share in _PARTIALS)
