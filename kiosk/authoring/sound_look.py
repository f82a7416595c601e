"""Looks at one sound of a table: what it is, whether it decodes to its end.

Needs soundfile, which only the importer has to load; never import this on the start path.
"""

from __future__ import annotations

from pathlib import Path

import soundfile

from kiosk.authoring.media_types import SOUNDS, Look, compare_name, read_head, refuse, shorten_error, sniff

MAX_SOUND_BYTES = 256_000_000
# Small: what comes before a fault in the middle is to be counted.
_BLOCK_FRAMES = 1 << 12
# MP3 headers estimate; more missing than this is a file cut short.
_MISSING_TOLERATED = 0.02
_OGG_PAGE_MAX_BYTES = 65_307
_OGG_LAST_PAGE = 0x04
_OGG_HEAD_BYTES = 27
_TAKEN_SOUNDS = ("MP3", "WAV", "FLAC", "Ogg")
_MP3_RATES = (44_100, 48_000, 32_000)
_MP3_KBITS = {
    # MPEG 1 layer III, and MPEG 2 and 2.5 layer III (ISO 11172-3, 13818-3)
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}


def look_at_sound(path: Path) -> Look:
    """Decode a sound to its end and return what is to be told of it."""
    try:
        size_bytes = path.stat().st_size
        content = sniff(read_head(path))
    except OSError as error:
        return refuse("audio_unreadable", f"it cannot be read ({error.strerror})")
    if size_bytes == 0:
        return refuse("audio_empty", "0 bytes")
    if size_bytes > MAX_SOUND_BYTES:
        return refuse("audio_unreadable", f"it is larger than {MAX_SOUND_BYTES // 1_000_000} MB")
    if content and content not in _TAKEN_SOUNDS:
        return refuse("audio_unreadable", f"it is {content}, which is not taken")
    fault = _decode(path, content)
    if fault is not None:
        return refuse(*fault)
    return Look(tuple(compare_name(path, content, SOUNDS)), is_usable=True)


def lacks_end(path: Path) -> bool:
    """Tell whether the end of a sound is missing, where decoders are too lenient to say so."""
    return _lacks_end(path, sniff(read_head(path)))


def _decode(path: Path, content: str) -> tuple[str, str] | None:
    """Return what is wrong with a sound's content; None for nothing."""
    decoded = promised = 0
    rate = 1
    fault = ""
    try:
        with soundfile.SoundFile(str(path)) as sound:
            rate, promised = sound.samplerate, sound.frames
            while len(block := sound.read(_BLOCK_FRAMES, dtype="int16")):
                decoded += len(block)
    except soundfile.SoundFileError as error:
        fault = shorten_error(error)
    lacks_end = _lacks_end(path, content)
    if decoded < promised * (1 - _MISSING_TOLERATED) or lacks_end:
        if decoded or lacks_end:
            return "audio_cut_short", f"after {decoded / rate:.1f} s"
        return "audio_unreadable", fault or "nothing of it"
    if fault:
        return "audio_unreadable", fault
    return None if decoded else ("audio_empty", "no sound in it")


def _lacks_end(path: Path, content: str) -> bool:
    """Tell whether the end is missing where decoders are too lenient to say so."""
    size_bytes = path.stat().st_size
    with path.open("rb") as stream:
        if content == "WAV":
            promised = int.from_bytes(stream.read(8)[4:], "little")
            return promised not in (0, 0xFFFFFFFF) and promised + 8 > size_bytes
        if content == "Ogg":
            stream.seek(max(0, size_bytes - _OGG_PAGE_MAX_BYTES))
            tail = stream.read()
            return not _is_last_page(tail[tail.rfind(b"OggS") :])
        return content == "MP3" and _ends_within_frame(stream.read())


def _is_last_page(page: bytes) -> bool:
    """Tell whether an Ogg page is whole and says that it is the last (RFC 3533, 6)."""
    if len(page) < _OGG_HEAD_BYTES or not page[5] & _OGG_LAST_PAGE:
        return False
    segments = page[26]
    return len(page) >= _OGG_HEAD_BYTES + segments + sum(page[_OGG_HEAD_BYTES : _OGG_HEAD_BYTES + segments])


def _ends_within_frame(data: bytes) -> bool:
    """Tell whether an MP3 stream stops within a frame, following its frames from the first to the last."""
    at = 0
    if data[:3] == b"ID3" and len(data) > 10:
        at = 10 + sum((byte & 0x7F) << (7 * (3 - place)) for place, byte in enumerate(data[6:10]))
    while at + 4 <= len(data):
        length = _frame_length(data[at : at + 4])
        if not length:
            # Tags and padding behind the sound are no frames.
            return False
        if at + length > len(data):
            return True
        at += length
    return False


def _frame_length(header: bytes) -> int:
    """Return an MP3 frame's length in bytes; 0 where it is none."""
    if header[0] != 0xFF or header[1] & 0xE0 != 0xE0 or (header[1] >> 1) & 3 != 1:
        return 0
    version = (header[1] >> 3) & 3
    rate_place = (header[2] >> 2) & 3
    if version == 1 or rate_place == 3:
        return 0
    rate = _MP3_RATES[rate_place] // {3: 1, 2: 2, 0: 4}[version]
    kbits = _MP3_KBITS[3 if version == 3 else 2][header[2] >> 4]
    samples = 144 if version == 3 else 72
    return samples * kbits * 1000 // rate + ((header[2] >> 1) & 1) if kbits else 0
