"""What a media file is, by its first bytes, and what is to be told of one that was looked into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Look:
    """``marks`` are kinds of findings, each with a detail; ``is_usable`` whether it can go into a pack."""

    marks: tuple[tuple[str, str], ...]
    is_usable: bool


def find_suffix(path: Path, types: dict[str, tuple[str, ...]]) -> str:
    """Return the ending that fits a file's content: its own, where that is right or nobody knows."""
    suffix = path.suffix.lower()
    endings = types.get(sniff(read_head(path)), (suffix,))
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


def read_head(path: Path) -> bytes:
    """Return so much of a file as tells its type."""
    with path.open("rb") as stream:
        return stream.read(4096)


def refuse(kind: str, detail: str) -> Look:
    """Return what is told of a file that cannot be used."""
    return Look(((kind, detail),), is_usable=False)


def compare_name(path: Path, content: str, types: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return what is told of a file whose ending is not that of its content."""
    if not content or path.suffix.lower() in types[content]:
        return []
    return [("file_type_differs_from_name", f"it is {content}")]


def shorten_error(error: Exception) -> str:
    """Return a decoder's words without the path, which may be long."""
    return str(error).rpartition(": ")[2].strip(" .'") or type(error).__name__
