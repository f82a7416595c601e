"""Looks at one sound or picture of a table: what it is, and whether it can be used.

Needs soundfile and Pillow, which only the importer has to load; never import this on the start path.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import soundfile
from PIL import Image, UnidentifiedImageError

MAX_SOUND_BYTES = 256_000_000
MAX_PICTURE_BYTES = 64_000_000
# What the guide's builder takes at most; and more than the largest screen has (3840 x 2160).
MAX_PIXELS = 100_000_000
LARGE_PIXELS = 8_300_000
LARGE_SIDE_PX = 4_096
_ORIENTATION = 0x0112
# Small: what comes before a fault in the middle is to be counted.
_BLOCK_FRAMES = 1 << 12
# MP3 headers estimate; more missing than this is a file cut short.
_MISSING_TOLERATED = 0.02
_OGG_PAGE_MAX_BYTES = 65_307
_OGG_LAST_PAGE = 0x04
_OGG_HEAD_BYTES = 27

# Types by name: which endings they have; the first is the usual one.
SOUNDS = {
    "MP3": (".mp3",),
    "WAV": (".wav", ".wave"),
    "FLAC": (".flac",),
    "Ogg": (".opus", ".ogg", ".oga"),
    "MP4": (".m4a", ".mp4", ".aac", ".m4b"),
    "AIFF": (".aif", ".aiff"),
    "Windows Media": (".wma",),
}
PICTURES = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png",),
    "WebP": (".webp",),
    "SVG": (".svg",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp",),
    "HEIC": (".heic", ".heif"),
    "PDF": (".pdf",),
}
_TAKEN_SOUNDS = ("MP3", "WAV", "FLAC", "Ogg")
_TAKEN_PICTURES = ("JPEG", "PNG", "WebP", "SVG")


@dataclass(frozen=True, slots=True)
class Look:
    """``marks`` are kinds of findings, each with a detail; ``is_usable`` whether it can go into a pack."""

    marks: tuple[tuple[str, str], ...]
    is_usable: bool


def look_at_sound(path: Path) -> Look:
    """Decode a sound to its end and return what is to be told of it."""
    try:
        size_bytes = path.stat().st_size
        content = sniff(_read_head(path))
    except OSError as error:
        return _refuse("audio_unreadable", f"it cannot be read ({error.strerror})")
    if size_bytes == 0:
        return _refuse("audio_empty", "0 bytes")
    if size_bytes > MAX_SOUND_BYTES:
        return _refuse("audio_unreadable", f"it is larger than {MAX_SOUND_BYTES // 1_000_000} MB")
    if content and content not in _TAKEN_SOUNDS:
        return _refuse("audio_unreadable", f"it is {content}, which is not taken")
    fault = _decode(path, content)
    if fault is not None:
        return _refuse(*fault)
    return Look(tuple(_compare_name(path, content, SOUNDS)), is_usable=True)


def look_at_picture(path: Path) -> Look:
    """Decode a picture and return what is to be told of it."""
    try:
        size_bytes = path.stat().st_size
        content = sniff(_read_head(path))
    except OSError as error:
        return _refuse("image_unreadable", f"it cannot be read ({error.strerror})")
    if size_bytes == 0:
        return _refuse("image_unreadable", "it is empty")
    if size_bytes > MAX_PICTURE_BYTES:
        return _refuse("image_unreadable", f"it is larger than {MAX_PICTURE_BYTES // 1_000_000} MB")
    if content not in _TAKEN_PICTURES:
        return _refuse("image_unreadable", f"it is {content or 'no picture'}, which is not taken")
    named = list(_compare_name(path, content, PICTURES))
    if content == "SVG":
        return Look(tuple(named), is_usable=True)
    marks, is_usable = _open_picture(path)
    return Look((*named, *marks), is_usable)


def find_suffix(path: Path, types: dict[str, tuple[str, ...]]) -> str:
    """Return the ending that fits a file's content: its own, where that is right or nobody knows."""
    suffix = path.suffix.lower()
    endings = types.get(sniff(_read_head(path)), (suffix,))
    return suffix if suffix in endings else endings[0]


def sniff(head: bytes) -> str:
    """Return the type of a file by its first bytes; "" where they are none of the known ones."""
    if head[:4] == b"RIFF" and len(head) >= 12:
        return {b"WAVE": "WAV", b"WEBP": "WebP"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return "HEIC" if head[8:12] in (b"heic", b"heix", b"mif1", b"heif", b"avif") else "MP4"
    for start, name in _STARTS:
        if head.startswith(start):
            return name
    if head[:2] in (b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3"):
        return "MP3"
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    return "SVG" if text.startswith((b"<svg", b"<?xml", b"<!--")) and b"<svg" in head else ""


_STARTS = (
    (b"ID3", "MP3"),
    (b"fLaC", "FLAC"),
    (b"OggS", "Ogg"),
    (b"FORM", "AIFF"),
    (b"\x30\x26\xb2\x75", "Windows Media"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"%PDF", "PDF"),
)


def _read_head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4096)


def _refuse(kind: str, detail: str) -> Look:
    return Look(((kind, detail),), is_usable=False)


def _compare_name(path: Path, content: str, types: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    if not content or path.suffix.lower() in types[content]:
        return []
    return [("file_type_differs_from_name", f"it is {content}")]


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


def shorten_error(error: Exception) -> str:
    """Return a decoder's words without the path, which may be long."""
    return str(error).rpartition(": ")[2].strip(" .'") or type(error).__name__


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


_MP3_RATES = (44_100, 48_000, 32_000)
_MP3_KBITS = {
    # MPEG 1 layer III, and MPEG 2 and 2.5 layer III (ISO 11172-3, 13818-3)
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}


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


def _open_picture(path: Path) -> tuple[list[tuple[str, str]], bool]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                marks = _describe(image)
                if image.width * image.height > MAX_PIXELS:
                    return [
                        *marks,
                        ("image_unreadable", f"more than {MAX_PIXELS // 1_000_000} million pixels"),
                    ], False
                # A JPEG is decoded at an eighth of its size: its whole stream is read all the same.
                image.draft("RGB", (image.width // 8 or 1, image.height // 8 or 1))
                image.load()
    except UnidentifiedImageError:
        return [("image_unreadable", "its head is damaged")], False
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        return [("image_unreadable", shorten_error(error))], False
    return marks, True


def _describe(image: Image.Image) -> list[tuple[str, str]]:
    marks = []
    size = f"{image.width} x {image.height} pixels"
    if max(image.size) > LARGE_SIDE_PX or image.width * image.height > LARGE_PIXELS:
        marks.append(("image_very_large", size))
    if image.mode == "CMYK":
        marks.append(("image_colours_for_print", ""))
    if image.getexif().get(_ORIENTATION, 1) not in (0, 1):
        marks.append(("image_rotated_by_tag", ""))
    return marks
