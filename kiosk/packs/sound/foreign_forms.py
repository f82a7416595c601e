"""Files that are no recording, told by their first bytes: what is said of them then helps more than a decoder's words."""

from __future__ import annotations

from pathlib import Path

_HEAD_BYTES = 12
_SAVE_AS = "save the sound as Opus, MP3, WAV or FLAC"
# Containers of films and of sounds that no encoder of ours reads, by their first bytes and where these stand.
_CONTAINERS = (
    (4, b"ftyp", "MP4, a film or an M4A sound"),
    (0, b"\x1aE\xdf\xa3", "Matroska or WebM"),
    (0, b"0&\xb2u", "Windows Media"),
    (0, b"#!AMR", "AMR"),
    (0, b"#EXTM3U", "a playlist"),
)


def find_foreign_form(path: Path) -> str:
    """Return why a file cannot be a recording, in an author's words; "" where it may be one."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    if not head:
        return "it is empty"
    for place, start, name in _CONTAINERS:
        if head.startswith(start, place):
            return f"it is {name}, which is not taken: {_SAVE_AS}"
    return "" if any(head) else "it holds nothing but zeros"
