"""A stream of facts cut into batches as a device would."""

from __future__ import annotations

from collections.abc import Sequence

import zstandard

from kiosk.model.batch import Batch, chain, format_batch, start_hash

DEVICE = "d" * 32
INCARNATION = "1" * 32


def cut_batch(lines: Sequence[bytes], first: int, count: int, incarnation: str = INCARNATION) -> Batch:
    """Return facts ``first`` and following (from 1) of the stream of ``lines``."""
    head = start_hash(DEVICE, incarnation)
    for seq, line in enumerate(lines[: first - 1], 1):
        head = chain(head, seq, line)
    return Batch(DEVICE, incarnation, first, head, tuple(lines[first - 1 : first - 1 + count]))


def pack(batch: Batch) -> bytes:
    """Return a batch as it goes over the wire."""
    return zstandard.ZstdCompressor().compress(format_batch(batch))
