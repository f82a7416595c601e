"""A picture in a pack looks as it was meant, and tells nothing but itself."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from kiosk.packs.pictures import render_picture

SECRET = b"taken at 28.5245 N, 77.1855 E"
GPS_TAG = 0x8825
# Primaries of sRGB as ICC profiles give them (D50), for red, green and blue.
PRIMARIES = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))


def read_back(path: Path) -> Image.Image:
    with Image.open(io.BytesIO(render_picture(path)[0].data)) as image:
        image.load()
        return image


def middle(image: Image.Image) -> tuple[int, ...]:
    return tuple(np.asarray(image)[image.height // 2, image.width // 2])


def make_profile(primaries: tuple[tuple[float, float, float], ...]) -> bytes:
    """Return a display profile of version 2 with these primaries and a gamma of 2.2."""

    def number(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    white = b"XYZ \0\0\0\0" + b"".join(map(number, (0.9642, 1.0, 0.8249)))
    colours = [b"XYZ \0\0\0\0" + b"".join(map(number, colour)) for colour in primaries]
    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Test\0" + bytes(78) + b"\0"
    words = b"text\0\0\0\0none" + b"\0" * 4
    tags = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), colours, strict=True)) | {b"wtpt": white, b"desc": name}
    tags |= {b"rTRC": gamma, b"gTRC": gamma, b"bTRC": gamma, b"cprt": words}
    table, body, at = b"", b"", 132 + 12 * len(tags)
    for tag, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", at, len(data))
        body, at = body + padded, at + len(padded)
    head = (
        struct.pack(">I4sI4s4s4s", at, b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ") + bytes(12) + b"acsp"
    )
    head = (head + bytes(28) + b"".join(map(number, (0.9642, 1.0, 0.8249)))).ljust(128, b"\0")
    return head + struct.pack(">I", len(tags)) + table + body


def test_nothing_of_the_camera_is_left(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A Camera"
    exif.get_ifd(GPS_TAG)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (40, 30), "red").save(
        tmp_path / "a.jpg", exif=exif, comment=SECRET, icc_profile=profile, dpi=(300, 300)
    )
    for made in render_picture(tmp_path / "a.jpg"):
        assert SECRET not in made.data
        assert b"Exif" not in made.data
        assert b"ICC_PROFILE" not in made.data


def test_nothing_of_a_transparent_pictures_maker_is_left(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 30), (255, 0, 0, 90))
    image.info["transparency"] = 3
    image.save(tmp_path / "a.png", icc_profile=make_profile(PRIMARIES), dpi=(300, 300))
    made = render_picture(tmp_path / "a.png")[0]
    assert made.media_type == "image/png"
    chunks = {made.data[at : at + 4] for at in range(len(made.data) - 4)} & {
        b"iCCP",
        b"pHYs",
        b"tEXt",
        b"eXIf",
    }
    assert chunks == set()


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_profile_is_followed(tmp_path: Path, mode: str) -> None:
    """In this profile red is called blue: a picture of pure red is meant to be blue."""
    red, green, blue = PRIMARIES
    colour = (255, 0, 0) if mode == "RGB" else (255, 0, 0, 128)
    Image.new(mode, (40, 30), colour).save(tmp_path / "a.png", icc_profile=make_profile((blue, green, red)))
    found = middle(read_back(tmp_path / "a.png"))
    assert found[2] > 240 and found[0] < 30
    assert found[3:] == ((128,) if mode == "RGBA" else ())


@pytest.mark.parametrize("profile", [b"", b"junk", make_profile(PRIMARIES)[:200], bytes(500_000)])
def test_a_broken_profile_is_ignored(tmp_path: Path, profile: bytes) -> None:
    Image.new("RGB", (40, 30), (200, 30, 30)).save(tmp_path / "a.png", icc_profile=profile)
    assert np.abs(np.subtract(middle(read_back(tmp_path / "a.png")), (200, 30, 30))).max() <= 3


def test_a_picture_for_print_is_shown_in_its_colours(tmp_path: Path) -> None:
    Image.new("CMYK", (40, 30), (255, 0, 0, 0)).save(tmp_path / "a.jpg")
    red, green, blue = middle(read_back(tmp_path / "a.jpg"))
    assert red < 60 and green > 120 and blue > 160


def test_sixteen_bits_of_grey_stay_grey(tmp_path: Path) -> None:
    """Cut off at 255, all but the black would be white."""
    Image.fromarray(np.full((30, 40), 0x8080, dtype=np.uint16)).save(tmp_path / "a.png")
    assert np.abs(np.subtract(middle(read_back(tmp_path / "a.png")), 128)).max() <= 2


@pytest.mark.parametrize(
    ("mode", "colour"), [("1", 1), ("L", 200), ("P", 5), ("LA", (200, 255)), ("RGBA", "white")]
)
def test_what_is_opaque_is_a_jpeg_whatever_it_was(tmp_path: Path, mode: str, colour: int) -> None:
    Image.new(mode, (40, 30), colour).save(tmp_path / "a.png")
    assert render_picture(tmp_path / "a.png")[0].media_type == "image/jpeg"


def test_a_huge_photograph_is_read_in_a_quarter_of_its_memory(tmp_path: Path) -> None:
    Image.new("RGB", (9000, 9000), "green").save(tmp_path / "a.jpg", quality=30)
    made = render_picture(tmp_path / "a.jpg")[0]
    assert (made.width_px, made.height_px) == (2048, 2048)
