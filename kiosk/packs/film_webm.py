"""Reads what a WebM says of itself (EBML, RFC 8794; Matroska, RFC 9559): elements with an id and a length."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from kiosk.packs.film_container import (
    MAX_HEAD_BYTES,
    MAX_PIECES,
    Container,
    FilmError,
    make_cut_short,
    make_no_pictures,
)

_EBML, _DOC_TYPE, _SEGMENT, _INFO, _TRACKS = 0x1A45DFA3, 0x4282, 0x18538067, 0x1549A966, 0x1654AE6B
_SCALE, _DURATION = 0x2AD7B1, 0x4489
_TRACK, _TRACK_TYPE, _CODEC, _VIDEO, _WIDTH, _HEIGHT = 0xAE, 0x83, 0x86, 0xE0, 0xB0, 0xBA
_PICTURES = 1
_NANOSECONDS = 1_000_000  # in a tick, where nothing is said of it
_LONGEST_HEAD = 12


def read_webm(stream: BinaryIO, size_bytes: int) -> Container:
    """Return what the file says of its pictures.

    Raises:
        FilmError: It is no WebM, cut short, or has no pictures.
    """
    header = _read_element(stream, 0, size_bytes)
    if header[0] != _EBML or _find(_load(stream, header), _DOC_TYPE) != b"webm":
        raise FilmError("it is no WebM")
    segment = _read_element(stream, header[2], size_bytes)
    if segment[0] != _SEGMENT:
        raise make_cut_short()
    info = tracks = b""
    at = segment[1]
    for _ in range(MAX_PIECES):
        if at >= segment[2]:
            break
        element = _read_element(stream, at, segment[2])
        if element[0] == _INFO:
            info = _load(stream, element)
        elif element[0] == _TRACKS:
            tracks = _load(stream, element)
        at = element[2]
    return _read_tracks(info, tracks)


def _read_tracks(info: bytes, tracks: bytes) -> Container:
    ticks = _find(info, _DURATION)
    duration = struct.unpack({4: ">f", 8: ">d"}[len(ticks)], ticks)[0] if len(ticks) in (4, 8) else 0.0
    scale = int.from_bytes(_find(info, _SCALE), "big") or _NANOSECONDS
    for kind, track in _list_elements(tracks):
        if kind == _TRACK and int.from_bytes(_find(track, _TRACK_TYPE), "big") == _PICTURES:
            pictures = _find(track, _VIDEO)
            return Container(
                duration_ms=round(duration * scale / 1_000_000) if 0 < duration < 1e15 else 0,
                codec=_find(track, _CODEC).decode("ascii", "replace"),
                width_px=int.from_bytes(_find(pictures, _WIDTH), "big"),
                height_px=int.from_bytes(_find(pictures, _HEIGHT), "big"),
            )
    raise make_no_pictures()


def _read_element(stream: BinaryIO, at: int, limit: int) -> tuple[int, int, int]:
    """Return id, start and end of the element at ``at``; one of unknown length goes to ``limit``."""
    stream.seek(at)
    kind, length, head_bytes = _parse_head(stream.read(_LONGEST_HEAD))
    start = at + head_bytes
    end = limit if length is None else start + length
    if end > limit:
        raise make_cut_short()
    return kind, start, end


def _load(stream: BinaryIO, element: tuple[int, int, int]) -> bytes:
    _, start, end = element
    if end - start > MAX_HEAD_BYTES:
        raise FilmError("its index is too long")
    stream.seek(start)
    return stream.read(end - start)


def _list_elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, length, head_bytes = _parse_head(data[at : at + _LONGEST_HEAD])
        start = at + head_bytes
        at = len(data) if length is None else start + length
        if at > len(data):
            raise make_cut_short()
        yield kind, data[start:at]


def _find(data: bytes, wanted: int) -> bytes:
    return next((body for kind, body in _list_elements(data) if kind == wanted), b"")


def _parse_head(head: bytes) -> tuple[int, int | None, int]:
    """Return an element's id, its length (None: unknown), and the length of both as written."""
    id_bytes = _count_bytes(head, 4)
    length_bytes = _count_bytes(head[id_bytes:], 8)
    if len(head) < id_bytes + length_bytes:
        raise make_cut_short()
    raw = int.from_bytes(head[id_bytes : id_bytes + length_bytes], "big")
    most = (1 << 7 * length_bytes) - 1
    length = raw & most
    return (
        int.from_bytes(head[:id_bytes], "big"),
        None if length == most else length,
        id_bytes + length_bytes,
    )


def _count_bytes(head: bytes, most: int) -> int:
    """Return how many bytes a number has: its first byte's leading zeros tell."""
    count = 9 - head[0].bit_length() if head else 9
    if count > most:
        raise FilmError("it is damaged")
    return count
