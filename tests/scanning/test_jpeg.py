"""Frames that come as JPEGs: luminance at once, colours if asked for, nonsense never."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from kiosk.scanning.jpeg import JpegPicture, decode_jpeg


def encode(width_px: int = 128, height_px: int = 72) -> bytes:
    bgr = np.full((height_px, width_px, 3), (20, 60, 240), np.uint8)
    return bytes(cv2.imencode(".jpg", bgr)[1])


def test_luminance_alone_or_colours() -> None:
    grey = decode_jpeg(encode(), is_grey=True)
    assert grey is not None and grey.shape == (72, 128) and 100 < grey[30, 30] < 120
    colours = decode_jpeg(encode())
    assert colours is not None and colours.shape == (72, 128, 3)


def test_colours_are_decoded_no_larger_than_they_are_shown() -> None:
    half = decode_jpeg(encode(), long_side_px=64)
    assert half is not None and half.shape == (36, 64, 3)
    whole = decode_jpeg(encode(), long_side_px=65)
    assert whole is not None and whole.shape == (72, 128, 3)
    red, _, blue = JpegPicture(encode()).rgb(32, 18)[9, 9].tolist()
    assert red > 200 > 60 > blue


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        b"GIF89a" + bytes(100),
        encode()[:200],
        # A header that promises 65,535 by 65,535 pixels.
        b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff" + bytes(100),
        b"\xff\xd8\xff\xe0\x00\x00" + bytes(100),
        b"\xff\xd8\xff\xe0\xff\xff" + bytes(100),
    ],
)
def test_a_damaged_one_is_passed_over(content: bytes) -> None:
    assert decode_jpeg(content, is_grey=True) is None
    assert JpegPicture(content).rgb(16, 9).max() == 0


def test_filling_before_a_header_is_read_over() -> None:
    content = encode()
    assert decode_jpeg(content[:2] + b"\xff\xff" + content[2:], is_grey=True) is not None
