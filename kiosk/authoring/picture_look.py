"""Looks at one picture of a table: what it is, whether it decodes completely, what will be done with it.

Needs Pillow, which only the importer has to load; never import this on the start path.
"""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from kiosk.authoring.media_types import PICTURES, Look, compare_name, read_head, refuse, shorten_error, sniff

MAX_PICTURE_BYTES = 64_000_000
# What the guide's builder takes at most; and more than the largest screen has (3840 x 2160).
MAX_PIXELS = 100_000_000
LARGE_PIXELS = 8_300_000
LARGE_SIDE_PX = 4_096
_ORIENTATION = 0x0112
_TAKEN_PICTURES = ("JPEG", "PNG", "WebP", "SVG")


def look_at_picture(path: Path) -> Look:
    """Decode a picture and return what is to be told of it."""
    try:
        size_bytes = path.stat().st_size
        content = sniff(read_head(path))
    except OSError as error:
        return refuse("image_unreadable", f"it cannot be read ({error.strerror})")
    if size_bytes == 0:
        return refuse("image_unreadable", "it is empty")
    if size_bytes > MAX_PICTURE_BYTES:
        return refuse("image_unreadable", f"it is larger than {MAX_PICTURE_BYTES // 1_000_000} MB")
    if content not in _TAKEN_PICTURES:
        return refuse("image_unreadable", f"it is {content or 'no picture'}, which is not taken")
    named = list(compare_name(path, content, PICTURES))
    if content == "SVG":
        return Look(tuple(named), is_usable=True)
    marks, is_usable = _open_picture(path)
    return Look((*named, *marks), is_usable)


def _open_picture(path: Path) -> tuple[list[tuple[str, str]], bool]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                marks = _describe(image)
                if image.width * image.height > MAX_PIXELS:
                    return [
                        *marks,
                        ("image_unreadable", f"more than {MAX_PIXELS // 1_000_000} million pixels"),
                    ], False
                # A JPEG is decoded at an eighth of its size: its whole stream is read all the same.
                image.draft("RGB", (image.width // 8 or 1, image.height // 8 or 1))
                image.load()
    except UnidentifiedImageError:
        return [("image_unreadable", "its head is damaged")], False
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        return [("image_unreadable", shorten_error(error))], False
    return marks, True


def _describe(image: Image.Image) -> list[tuple[str, str]]:
    marks = []
    size = f"{image.width} x {image.height} pixels"
    if max(image.size) > LARGE_SIDE_PX or image.width * image.height > LARGE_PIXELS:
        marks.append(("image_very_large", size))
    if image.mode == "CMYK":
        marks.append(("image_colours_for_print", ""))
    if image.getexif().get(_ORIENTATION, 1) not in (0, 1):
        marks.append(("image_rotated_by_tag", ""))
    return marks
