"""Reading request bodies that may be hostile: capped as they come, and again as they unfold."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Final

import zstandard

from kiosk.model.batch import MAX_BATCH_BYTES, MAX_HEADER_BYTES

MAX_PLAIN_BYTES: Final = MAX_BATCH_BYTES + MAX_HEADER_BYTES
# Facts that cannot be pressed at all grow by a few bytes.
MAX_PACKED_BYTES: Final = MAX_PLAIN_BYTES + 1_024
MAX_WINDOW_BYTES: Final = 8 * 1024 * 1024
# A batch is 256 KB at most: at 20 KB/s it is there in time. Whoever sends half of one holds a place no longer.
READ_TIME_OUT_S: Final = 30.0


class TooLargeError(Exception):
    """A body over its bound."""


class TooSlowError(Exception):
    """A body that did not come in time."""


async def read_capped(chunks: AsyncIterator[bytes], limit_bytes: int = MAX_PACKED_BYTES) -> bytes:
    """Return a whole body; stops reading at the first byte too many.

    Raises:
        TooLargeError: It has more than ``limit_bytes``.
        TooSlowError: It was not whole within 30 s.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(READ_TIME_OUT_S):
            async for chunk in chunks:
                body += chunk
                if len(body) > limit_bytes:
                    raise TooLargeError
    except TimeoutError:
        raise TooSlowError from None
    return bytes(body)


def unpack(packed: bytes, limit_bytes: int = MAX_PLAIN_BYTES) -> bytes:
    """Return what is in a zstd frame, never more than ``limit_bytes`` however small the frame is.

    Raises:
        TooLargeError: It unfolds to more.
        ValueError: It is no whole zstd frame.
    """
    # Not decompress(): that allots the size the frame claims. Here the claim must come true, so that a
    # frame cut short is never taken for a whole one.
    unpacker = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW_BYTES)
    try:
        with unpacker.stream_reader(io.BytesIO(packed)) as reader:
            content = reader.read(limit_bytes + 1)
        claimed_bytes = zstandard.get_frame_parameters(packed).content_size
    except zstandard.ZstdError as error:
        raise ValueError("not a zstd frame") from error
    if len(content) > limit_bytes:
        raise TooLargeError
    if len(content) != claimed_bytes:
        raise ValueError("not a whole zstd frame")
    return content
