"""A recording becomes a small file: Opus, about 24 kb a second of a voice."""

from __future__ import annotations

import io
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.spoken.microphone import RATE_HZ

MAX_BYTES: Final = 500 * 1024
# libsndfile puts what it is given at once onto its stack: a minute in one piece would not fit.
_PIECE: Final = RATE_HZ


def encode_opus(samples: bytes) -> bytes:
    """Return samples (16 bits, one channel, 24 kHz) as Ogg Opus, of at most 500 KiB. Takes a second for a minute's.

    Nothing of when or where it was recorded is in it: the encoder's serial numbers begin with the time and follow from
    one another, so that they would tell which recordings one visitor made; all of ours have the same.

    Raises:
        KioskError: ``spoken.not-encoded``.
    """
    if not samples:
        raise _not_encoded("nothing")
    import numpy as np
    import soundfile

    from kiosk.packs.sound.ogg_opus import strip_ogg_opus

    whole = np.frombuffer(samples, np.int16)
    made = io.BytesIO()
    try:
        with soundfile.SoundFile(made, "w", RATE_HZ, 1, format="OGG", subtype="OPUS") as sound:
            for start in range(0, len(whole), _PIECE):
                sound.write(whole[start : start + _PIECE])
    except (soundfile.SoundFileError, RuntimeError, OSError) as error:
        raise _not_encoded(str(error)) from error
    content = strip_ogg_opus(made.getvalue())
    if len(content) > MAX_BYTES:
        raise _not_encoded(f"{len(content):,} bytes")
    return content


def _not_encoded(found: str) -> KioskError:
    return KioskError(
        "A visitor's recording was not made",
        thing="Opus",
        expected=f"1 to {MAX_BYTES:,} bytes",
        found=found,
        remedy="Install the program again if it goes on; visitors can still write",
        code="spoken.not-encoded",
    )
