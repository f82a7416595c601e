"""Reads what an MP4 says of itself (ISO/IEC 14496-12): boxes with a length and four letters, boxes within them."""

from __future__ import annotations

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

_WIDTH_AT, _HEIGHT_AT = 32, 34  # in a visual sample entry, from its size on
_MVHD = {0: (12, 4), 1: (20, 8)}  # by version: where the time scale stands, how long the duration after it is


def read_mp4(stream: BinaryIO, size_bytes: int) -> Container:
    """Return what the file says of its pictures.

    Raises:
        FilmError: It is cut short, in pieces, or has no pictures.
        IndexError: A box is shorter than its kind must be.
    """
    movie = None
    has_media = False
    for kind, start, end in _list_top_boxes(stream, size_bytes):
        if kind == b"moov":
            if end - start > MAX_HEAD_BYTES:
                raise FilmError("its index is too long")
            stream.seek(start)
            movie = stream.read(end - start)
        has_media |= kind == b"mdat"
    if movie is None or not has_media:
        raise make_cut_short()
    return _read_movie(movie)


def _list_top_boxes(stream: BinaryIO, size_bytes: int) -> Iterator[tuple[bytes, int, int]]:
    at = 0
    for _ in range(MAX_PIECES):
        if at == size_bytes:
            return
        stream.seek(at)
        length, head_bytes = _measure_box(stream.read(16))
        end = size_bytes if length == 0 else at + length
        if (length and length < head_bytes) or end > size_bytes:
            raise make_cut_short()
        stream.seek(at + 4)
        yield stream.read(4), at + head_bytes, end
        at = end
    raise FilmError("it is in too many pieces")


def _measure_box(head: bytes) -> tuple[int, int]:
    """Return a box's length with its head (0: to the end of the file), and that of the head."""
    if len(head) < 8:
        raise make_cut_short()
    length = int.from_bytes(head[:4], "big")
    return (int.from_bytes(head[8:16], "big"), 16) if length == 1 else (length, 8)


def _list_boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    for _ in range(MAX_PIECES):
        if at + 8 > len(data):
            return
        length, head_bytes = _measure_box(data[at : at + 16])
        end = len(data) if length == 0 else at + length
        if (length and length < head_bytes) or end > len(data):
            raise make_cut_short()
        yield data[at + 4 : at + 8], data[at + head_bytes : end]
        at = end


def _find_box(data: bytes, *path: bytes) -> bytes:
    for name in path:
        data = next((body for kind, body in _list_boxes(data) if kind == name), b"")
    return data


def _read_movie(movie: bytes) -> Container:
    header = _find_box(movie, b"mvhd")
    scale_at, width = _MVHD.get(header[0], _MVHD[0])
    scale = int.from_bytes(header[scale_at : scale_at + 4], "big")
    duration = int.from_bytes(header[scale_at + 4 : scale_at + 4 + width], "big")
    for kind, track in _list_boxes(movie):
        if kind != b"trak" or _find_box(track, b"mdia", b"hdlr")[8:12] != b"vide":
            continue
        entry = _find_box(track, b"mdia", b"minf", b"stbl", b"stsd")[8:]
        return Container(
            duration_ms=round(duration * 1000 / scale) if scale else 0,
            codec=entry[4:8].decode("ascii", "replace"),
            width_px=int.from_bytes(entry[_WIDTH_AT : _WIDTH_AT + 2], "big"),
            height_px=int.from_bytes(entry[_HEIGHT_AT : _HEIGHT_AT + 2], "big"),
        )
    raise make_no_pictures()
