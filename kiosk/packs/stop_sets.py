"""Sets of stops as the index of words keeps them, and as a search reckons with them.

In memory a set is a whole number: bit n stands for the stop of rank n. In a catalogue it is a letter and bytes:
``l`` and the ranks in ascending order, two little-endian bytes each, or ``b`` and the bits, little-endian, whichever
is shorter.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

MAX_STOPS = 50_000
"""Ranks have two bytes."""

_LIST, _BITS = b"l", b"b"


def format_stop_set(ranks: Sequence[int]) -> bytes:
    """Return the set of ``ranks``, which ascend and are below ``MAX_STOPS``; the pair of :func:`parse_stop_set`."""
    if not ranks or len(ranks) * 16 <= ranks[-1] + 1:
        return _LIST + struct.pack(f"<{len(ranks)}H", *ranks)
    bits = _set_bits(ranks)
    return _BITS + bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def parse_stop_set(raw: bytes) -> int:
    """Return the set as a number. What cannot be one is empty: it came from outside, and finding nothing is safe."""
    if raw[:1] == _BITS and len(raw) <= MAX_STOPS // 8 + 1:
        return int.from_bytes(raw[1:], "little")
    if raw[:1] == _LIST and len(raw) % 2 == 1:
        return _set_bits(struct.unpack(f"<{len(raw) // 2}H", raw[1:]))
    return 0


def iterate_ranks(stops: int) -> Iterator[int]:
    """Yield the ranks of a set in ascending order."""
    while stops:
        lowest = stops & -stops
        yield lowest.bit_length() - 1
        stops ^= lowest


def _set_bits(ranks: Sequence[int]) -> int:
    if len(ranks) < 8:
        bits = 0
        for rank in ranks:
            bits |= 1 << rank
        return bits
    row = bytearray(max(ranks) // 8 + 1)
    for rank in ranks:
        row[rank >> 3] |= 1 << (rank & 7)
    return int.from_bytes(row, "little")
