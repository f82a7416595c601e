"""Sound files of a pack: what they are, how long they last, and that they decode to their end.

Needs soundfile (libsndfile), which only a build has to load; never import this on the start path.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import soundfile

MAX_FILE_BYTES = 256_000_000
MAX_DURATION_MS = 60 * 60 * 1000
# MP3 headers estimate their length; more missing than this is a file cut short.
MISSING_TOLERATED = 0.02
BLOCK_FRAMES = 1 << 16
MEDIA_TYPES = {
    "OGG": "audio/ogg",
    "MP3": "audio/mpeg",
    "MPEG": "audio/mpeg",
    "WAV": "audio/wav",
    "FLAC": "audio/flac",
}


class SoundError(ValueError):
    """A recording cannot be used; the message says why in an author's words."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What a sound file holds. ``duration_ms`` is what was decoded, not what the header says."""

    media_type: str
    duration_ms: int


def probe_recording(path: Path) -> Sound:
    """Decode a recording to its end and return what it is.

    Raises:
        SoundError: It is too large, too long, cut short, silent for want of samples, or no sound.
    """
    if path.stat().st_size > MAX_FILE_BYTES:
        raise SoundError(f"it is larger than {MAX_FILE_BYTES // 1_000_000} MB")
    try:
        with soundfile.SoundFile(str(path)) as sound:
            media_type = MEDIA_TYPES.get(sound.format)
            if media_type is None:
                raise SoundError(
                    f"{sound.format} is no format the guide plays: save it as Opus, MP3, WAV or FLAC"
                )
            decoded = _count_frames(sound)
            if decoded < sound.frames * (1 - MISSING_TOLERATED):
                raise SoundError(
                    f"it ends after {decoded / sound.samplerate:.1f} s of {sound.frames / sound.samplerate:.1f} s"
                )
            duration_ms = round(decoded * 1000 / sound.samplerate)
    except soundfile.SoundFileError as error:
        raise SoundError(f"it cannot be decoded ({error})") from error
    if not 0 < duration_ms <= MAX_DURATION_MS:
        raise SoundError(f"it lasts {duration_ms / 1000:.1f} s")
    return Sound(media_type, duration_ms)


def _count_frames(sound: soundfile.SoundFile) -> int:
    decoded = 0
    while len(block := sound.read(BLOCK_FRAMES, dtype="int16")):
        decoded += len(block)
    return decoded
