"""Sound files of a pack: what they are, how long they last, and that they decode to their end.

Needs soundfile (libsndfile), which only a build has to load; never import this on the start path.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import soundfile

from kiosk.packs.catalogue_values import MAX_RECORDING_MS

MAX_FILE_BYTES = 256_000_000
# MP3 headers estimate their length; more missing than this is a file cut short.
MISSING_TOLERATED = 0.02
BLOCK_FRAMES = 1 << 16
# RFC 3533: a page has at most 65,307 bytes; the last one of a stream carries this flag.
OGG_PAGE_MAX_BYTES = 65_307
OGG_LAST_PAGE = 0x04
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
            if _is_cut_short(path, sound.format):
                raise SoundError("its end is missing")
            duration_ms = round(decoded * 1000 / sound.samplerate)
    except soundfile.SoundFileError as error:
        raise SoundError(f"it cannot be decoded ({error})") from error
    if not 0 < duration_ms <= MAX_RECORDING_MS:
        raise SoundError(f"it lasts {duration_ms / 1000:.1f} s")
    return Sound(media_type, duration_ms)


def _count_frames(sound: soundfile.SoundFile) -> int:
    decoded = 0
    while len(block := sound.read(BLOCK_FRAMES, dtype="int16")):
        decoded += len(block)
    return decoded


def _is_cut_short(path: Path, form: str) -> bool:
    """Tell whether the end is missing, where decoders are too lenient to say so."""
    size_bytes = path.stat().st_size
    with path.open("rb") as stream:
        if form == "WAV":
            promised = int.from_bytes(stream.read(8)[4:], "little")
            # Written to a pipe, a WAV has no proper length; then there is nothing to compare.
            return promised not in (0, 0xFFFFFFFF) and promised + 8 > size_bytes
        if form == "OGG":
            stream.seek(max(0, size_bytes - OGG_PAGE_MAX_BYTES))
            tail = stream.read()
            last_page = tail[tail.rfind(b"OggS") :]
            return len(last_page) < 6 or not last_page[5] & OGG_LAST_PAGE
    return False
