"""An Ogg Opus file with nothing in it that is not sound: a fixed serial number, no tags, right checksums.

libsndfile gives each file it writes a random serial number (as RFC 3533 wants for streams that are mixed), and
an author's own file may carry comments and pictures. The pages are the same but for that; the sound is untouched.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

SERIAL = 0x4B494F53
_HEADER = struct.Struct("<4sBBqIIIB")
_FIRST_PAGE = 0x02
_TAGS = b"OpusTags" + struct.pack("<I", 5) + b"kiosk" + struct.pack("<I", 0)
_MAX_TAG_PAGES = 300  # 20 MB: a cover picture, and then some
_MIRRORED = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))


@dataclass(frozen=True, slots=True)
class _Page:
    flags: int
    granule: int
    serial: int
    lacing: bytes
    body: bytes


def count_channels(data: bytes) -> int:
    """Return how many channels an Ogg Opus file has; 0 where it is none (RFC 7845, 5.1)."""
    try:
        head = next(_read_pages(data)).body
    except (ValueError, StopIteration):
        return 0
    return head[9] if head[:8] == b"OpusHead" and len(head) >= 19 else 0


def strip_ogg_opus(data: bytes) -> bytes:
    """Return an Ogg Opus file with the same sound, a fixed serial number and no tags.

    Raises:
        ValueError: It is not one Opus stream whose pages all have the right checksum.
    """
    pages = list(_read_pages(data))
    begins = [bool(page.flags & _FIRST_PAGE) for page in pages]
    one_stream = len({page.serial for page in pages}) == 1 and begins.count(True) == 1 and begins[0]
    if not one_stream or not pages[0].body.startswith(b"OpusHead"):
        raise ValueError("it is not one Opus stream")
    tag_pages = next(
        (n for n, page in enumerate(pages[1 : _MAX_TAG_PAGES + 1], 1) if page.lacing[-1:] < b"\xff"), None
    )
    if tag_pages is None or not pages[1].body.startswith(b"OpusTags"):
        raise ValueError("it has no Opus tags where they belong")
    tags = _Page(0, 0, SERIAL, bytes([len(_TAGS)]), _TAGS)
    kept = [pages[0], tags, *pages[tag_pages + 1 :]]
    return b"".join(_format_page(page, number) for number, page in enumerate(kept))


def _read_pages(data: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(data):
        if len(data) - at < _HEADER.size:
            raise ValueError("its last page is cut short")
        magic, version, flags, granule, serial, _number, crc, segments = _HEADER.unpack_from(data, at)
        body_at = at + _HEADER.size + segments
        lacing = data[at + _HEADER.size : body_at]
        end = body_at + sum(lacing)
        if magic != b"OggS" or version != 0 or end > len(data):
            raise ValueError("it is no Ogg file")
        if _checksum(data[at : at + 22] + bytes(4) + data[at + 26 : end]) != crc:
            raise ValueError("a page of it is damaged")
        yield _Page(flags, granule, serial, lacing, data[body_at:end])
        at = end


def _format_page(page: _Page, number: int) -> bytes:
    parts = (b"OggS", 0, page.flags, page.granule, SERIAL, number)
    rest = page.lacing + page.body
    crc = _checksum(_HEADER.pack(*parts, 0, len(page.lacing)) + rest)
    return _HEADER.pack(*parts, crc, len(page.lacing)) + rest


def _checksum(page: bytes) -> int:
    """Return Ogg's CRC: zlib's polynomial, but the high bit first and no inversion (RFC 3533, 6)."""
    mirrored = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
