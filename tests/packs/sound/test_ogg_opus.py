from __future__ import annotations

import io
import struct

import numpy as np
import pytest
import soundfile

from kiosk.packs.sound.ogg_opus import SERIAL, count_channels, strip_ogg_opus
from tests.packs.sound.sounds import decode, make_speech

SPEECH = make_speech(2, 24_000)


def encode(channels: int = 1, title: str = "") -> bytes:
    stream = io.BytesIO()
    samples = np.repeat(SPEECH[:, None], channels, axis=1)
    with soundfile.SoundFile(stream, "w", 24_000, channels, "OPUS", format="OGG") as file:
        if title:
            file.title = title
        file.write(samples)
    return stream.getvalue()


def test_the_encoder_gives_each_file_another_serial_number() -> None:
    """If this ever fails, half of the module can go."""
    assert encode() != encode()


def test_the_same_sound_gives_the_same_bytes() -> None:
    one, other = strip_ogg_opus(encode(title="Somewhere private")), strip_ogg_opus(encode())
    assert one == other
    assert b"private" not in one
    assert struct.unpack_from("<I", one, 14) == (SERIAL,)
    assert strip_ogg_opus(one) == one


def test_not_a_sample_changes() -> None:
    raw = encode()
    assert np.array_equal(decode(strip_ogg_opus(raw))[0], decode(raw)[0])


def checksum(page: bytes) -> int:
    """Ogg's CRC as RFC 3533 describes it, a bit at a time."""
    register = 0
    for value in page:
        register ^= value << 24
        for _ in range(8):
            register = (register << 1) ^ (0x104C11DB7 if register & 0x80000000 else 0)
    return register


def format_page(number: int, flags: int, body: bytes, ends: bool) -> bytes:
    lacing = bytes([255] * (len(body) // 255)) + (bytes([len(body) % 255]) if ends else b"")
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, 0, SERIAL, number, 0, len(lacing)) + lacing
    return head[:22] + struct.pack("<I", checksum(head + body)) + head[26:] + body


def test_tags_over_many_pages_go_too() -> None:
    """A cover picture is larger than a page; here it has a page and a half."""
    plain = strip_ogg_opus(encode())
    second = plain.index(b"OggS", 4)
    third = plain.index(b"OggS", second + 4)
    comment = b"METADATA_BLOCK_PICTURE=" + b"x" * 100_000
    tags = b"OpusTags" + struct.pack("<I", 0) + struct.pack("<II", 1, len(comment)) + comment
    cut = 255 * 255
    pages = format_page(1, 0, tags[:cut], ends=False) + format_page(2, 1, tags[cut:], ends=True)
    assert strip_ogg_opus(plain[:second] + pages + plain[third:]) == plain


@pytest.mark.parametrize("channels", [1, 2])
def test_channels_are_counted(channels: int) -> None:
    assert count_channels(encode(channels)) == channels


def test_another_files_channels_are_none() -> None:
    assert [count_channels(raw) for raw in (b"", b"OggS", b"RIFF" + bytes(100), encode()[:40])] == [
        0,
        0,
        0,
        0,
    ]


@pytest.mark.parametrize("at", [5, 30, 50, 400, -100, -1])
def test_a_damaged_page_is_refused(at: int) -> None:
    raw = bytearray(encode())
    raw[at] ^= 4
    with pytest.raises(ValueError, match="it"):
        strip_ogg_opus(bytes(raw))


def test_what_is_not_one_whole_stream_is_refused() -> None:
    """Cut short, twice the same behind one another, nothing at all, without its head."""
    raw = encode()
    for odd in (raw[:-9], raw + raw, b"", raw[47:], raw[:47]):
        with pytest.raises(ValueError, match="it"):
            strip_ogg_opus(odd)
