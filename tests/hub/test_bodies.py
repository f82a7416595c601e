from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator

import pytest
import zstandard

from kiosk.hub import bodies
from kiosk.hub.bodies import MAX_PLAIN_BYTES, TooLargeError, TooSlowError, read_capped, unpack


async def chunks(count: int, size: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield bytes(size)


def test_a_body_within_its_bound_is_whole() -> None:
    assert len(asyncio.run(read_capped(chunks(10, 10), 100))) == 100


def test_reading_stops_at_the_first_byte_too_many() -> None:
    with pytest.raises(TooLargeError):
        asyncio.run(read_capped(chunks(10**9, 1_000), 10_000))


def test_half_a_body_holds_its_place_for_a_while_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "READ_TIME_OUT_S", 0.05)

    async def half() -> AsyncIterator[bytes]:
        yield b"half"
        await asyncio.sleep(3_600)

    with pytest.raises(TooSlowError):
        asyncio.run(read_capped(half()))


def test_what_was_pressed_comes_back() -> None:
    content = os.urandom(10_000)
    assert unpack(zstandard.ZstdCompressor().compress(content)) == content


def test_a_bomb_is_defused() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(200_000_000))
    assert len(bomb) < 30_000
    with pytest.raises(TooLargeError):
        unpack(bomb)


def test_a_bomb_that_lies_about_its_size_is_defused() -> None:
    packer = zstandard.ZstdCompressor(write_content_size=False)
    with pytest.raises(TooLargeError):
        unpack(packer.compress(bytes(MAX_PLAIN_BYTES * 100)))


@pytest.mark.parametrize("cut", [1, 5, 50, 5_000])
def test_a_frame_cut_short_is_no_whole_one(cut: int) -> None:
    packed = zstandard.ZstdCompressor().compress(os.urandom(10_000))
    with pytest.raises(ValueError, match="zstd frame"):
        unpack(packed[:-cut])


@pytest.mark.parametrize("packed", [b"", b"\x00", b"not zstd at all", b"\x28\xb5\x2f\xfd" + bytes(20)])
def test_anything_else_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="zstd frame"):
        unpack(packed)


def test_a_window_that_would_take_all_memory_is_refused() -> None:
    greedy = zstandard.ZstdCompressionParameters(window_log=27, write_content_size=False)
    packed = zstandard.ZstdCompressor(compression_params=greedy).compressobj()
    frame = packed.compress(os.urandom(1_000)) + packed.flush()
    with pytest.raises(ValueError, match="zstd frame"):
        unpack(frame)
