"""How long the sound in a WAV file lasts; what claims to be one is looked at closely."""

from __future__ import annotations

import io
import wave

from kiosk.speech.refusals import NOTHING_TO_SAY, SPEECH_FAILED, not_spoken

MAX_CLIP_BYTES = 100_000_000
"""More than half an hour of sound: no engine makes that of a text of the greatest length."""


def measure_wav(data: bytes) -> int:
    """Return the length in milliseconds, by the samples that are there and not by those that are promised.

    Raises:
        KioskError: ``narration.speech-failed``: it is no WAV file; ``narration.nothing-to-say``: it has no samples.
    """
    try:
        with wave.open(io.BytesIO(data)) as sound:
            frame_bytes = sound.getnchannels() * sound.getsampwidth()
            frames = len(sound.readframes(sound.getnframes())) // frame_bytes
            duration_ms = int(frames * 1000 / sound.getframerate() + 0.5)
    except (EOFError, wave.Error, ZeroDivisionError) as error:
        raise not_spoken(SPEECH_FAILED, "a WAV file", str(error) or type(error).__name__) from error
    if duration_ms == 0:
        raise not_spoken(NOTHING_TO_SAY, "sound", "a clip without samples")
    return duration_ms
