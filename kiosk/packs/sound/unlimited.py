"""A sound that is no speech as it goes into the pack: Opus, mono, turned up or down as a whole and never limited.

A voice is limited so that every word is as loud as every other. Music and the sounds of a place live from the difference
between soft and loud: one gain for all of it keeps that (docs/adr/0128-sounds-keep-their-dynamics.md).
"""

from __future__ import annotations

import math
from pathlib import Path

from kiosk.model.content import SoundKind
from kiosk.packs.recordings import SoundError
from kiosk.packs.sound.levelling import (
    AIMED_TRUE_PEAK_DBTP,
    TARGET_LUFS,
    Original,
    Recording,
    encode_opus,
    measure_opus,
    survey_original,
)
from kiosk.packs.sound.loudness import ABSOLUTE_GATE_LUFS

TARGETS_LUFS = {SoundKind.MUSIC: TARGET_LUFS, SoundKind.AMBIENT: TARGET_LUFS - 6.0}
"""Music is as loud as the voices; the sound of a place is around one, not in front."""

MOST_RAISED_DB = 20.0
"""A quiet sound stays quiet: beyond this its hiss would be what is heard."""

BIT_RATE = 64_000
"""Music at the 24 kb/s of a voice has audible faults; at 64 kb/s in one channel it has none worth the bytes."""

_ATTEMPTS = 5
_NO_CEILING_DB = math.inf


def finish_unlimited(path: Path, kind: SoundKind) -> Recording:
    """Return the sound ``path`` as it goes into the pack; the same bytes each time. ``path`` stays as it is.

    Its loudness is that of its kind, unless its peak would pass -1 dBTP or it would have to be raised by more than 20 dB.

    Raises:
        SoundError: It cannot be decoded to its end, or nothing is to be heard in it.
    """
    original = survey_original(path, with_peak=True)
    if original.loudness.integrated_lufs <= ABSOLUTE_GATE_LUFS:
        raise SoundError("nothing is to be heard in it")
    gain_db = _choose_gain(original, kind)
    for _ in range(_ATTEMPTS):
        data = encode_opus(original, gain_db, _NO_CEILING_DB, BIT_RATE)
        loudness, duration_ms = measure_opus(data)
        # Opus overshoots what it was given, by less than 1 dB at this rate.
        too_high_db = loudness.true_peak_dbtp - AIMED_TRUE_PEAK_DBTP
        if too_high_db <= 0:
            return Recording(data, duration_ms, loudness, round(gain_db, 1))
        gain_db -= too_high_db + 0.1
    raise SoundError("its clicks are too loud for the rest of it: mend the recording")


def _choose_gain(original: Original, kind: SoundKind) -> float:
    wanted_db = TARGETS_LUFS[kind] - original.loudness.integrated_lufs
    room_db = AIMED_TRUE_PEAK_DBTP - original.loudness.true_peak_dbtp
    return min(wanted_db, room_db, MOST_RAISED_DB)
