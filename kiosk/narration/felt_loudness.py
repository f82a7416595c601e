"""From loudness as it is felt to the factor that samples are multiplied with."""

from __future__ import annotations

# Twice as loud to the ear is ten decibels more (Stevens' sone scale, ISO 532; holds well for speech above a whisper).
_DECIBELS_A_DOUBLING = 10.0
_EXPONENT = _DECIBELS_A_DOUBLING / 6.020599913279624  # decibels of a factor of two


def find_gain(felt: float) -> float:
    """Return the factor for a loudness as it is felt.

    Shares multiply: nine tenths of eight tenths is felt as 0.72, whichever comes first.

    Args:
        felt: A share of the loudest, clamped to 0 (silence) to 1.

    Returns:
        0 to 1: 0.9 is 1.5 dB below the loudest, 0.5 is 10 dB below it.
    """
    return float(min(1.0, max(0.0, felt)) ** _EXPONENT)
