"""Finds moments in bytes, however they are written: as numbers of milliseconds or seconds, or as text."""

from __future__ import annotations

import calendar
import re
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_DIGITS = re.compile(rb"(?<!\d)(?:\d{10}|\d{13})(?!\d)")
_TEXT = re.compile(rb"20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d")


def find_moments(raw: bytes, start_ms: int, end_ms: int) -> list[str]:
    """Return in words what in ``raw`` is a moment from ``start_ms`` to ``end_ms`` (UTC, ms since 1970)."""
    found: list[str] = []
    # SQLite writes such a number in six bytes, larger ones first; programs in eight, of either order.
    for name, size, order in (("ms", 6, "big"), ("ms, reversed", 6, "little")):
        found += (
            f"{name}: {moment}"
            for moment in _scan(raw, size, order == "little", _as_ms(size), start_ms, end_ms)
        )
    for name, is_reversed in (("s, float", False), ("s, float, reversed", True)):
        found += (
            f"{name}: {moment}" for moment in _scan(raw, 8, is_reversed, _as_float_ms, start_ms, end_ms)
        )
    for match in _DIGITS.finditer(raw):
        digits = match.group()
        moment = int(digits) * (1_000 if len(digits) == 10 else 1)
        if start_ms <= moment <= end_ms:
            found.append(f"digits: {moment}")
    found += (f"text: {text}" for text in _find_texts(raw, start_ms, end_ms))
    return found


def find_in_folder(folder: Path, start_ms: int, end_ms: int) -> list[str]:
    """Return the same of every file in ``folder``, after its name."""
    return [
        f"{path.name}: {moment}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for moment in find_moments(path.read_bytes(), start_ms, end_ms)
    ]


def _as_ms(size: int) -> Callable[[bytes], float]:
    return lambda window: float(int.from_bytes(window[:size], "big"))


def _as_float_ms(window: bytes) -> float:
    return float(struct.unpack(">d", window)[0]) * 1_000


def _scan(
    raw: bytes, size: int, is_reversed: bool, read: Callable[[bytes], float], start_ms: int, end_ms: int
) -> Iterator[float]:
    if is_reversed:
        raw = raw[::-1]
    ends = [
        moment.to_bytes(6, "big") if size == 6 else struct.pack(">d", moment / 1_000)
        for moment in (start_ms, end_ms)
    ]
    same = next((count for count, (one, other) in enumerate(zip(*ends, strict=True)) if one != other), size)
    prefix = ends[0][:same]
    at = raw.find(prefix)
    while at >= 0:
        window = raw[at : at + size]
        if len(window) == size and start_ms <= read(window) <= end_ms:
            yield read(window)
        at = raw.find(prefix, at + 1)


def _find_texts(raw: bytes, start_ms: int, end_ms: int) -> Iterator[str]:
    for match in _TEXT.finditer(raw):
        text = match.group().decode()
        second = time.strptime(text.replace("T", " "), "%Y-%m-%d %H:%M:%S")
        as_utc, as_local = calendar.timegm(second), time.mktime(second)
        if any(start_ms - 999 <= moment * 1_000 <= end_ms for moment in (as_utc, as_local)):
            yield text
