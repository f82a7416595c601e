"""Pictures of a pack: drawings rendered, photographs brought to one size and form.

Needs Pillow and resvg, which only a build has to load; never import this on the start path.
"""

from __future__ import annotations

import io
import math
import re
import warnings
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

import resvg_py
from PIL import Image, ImageOps, UnidentifiedImageError

from kiosk.packs.drawing_links import MAX_SVG_BYTES, check_links
from kiosk.packs.picture_colours import to_srgb

MAX_SIDE_PX = 2048
DRAWING_SIDE_PX = 1600
"""Drawings have no finer grain to show, and each pixel is computed: enough for a screen of 1080 x 1920."""

THUMBNAIL_SIDE_PX = 480
MAX_FILE_BYTES = 64_000_000
MAX_PIXELS = 100_000_000
MAX_FILE_SIDE_PX = 65_535  # JPEG knows no larger ones
JPEG_QUALITY = 86
THUMBNAIL_QUALITY = 78
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(?:px)?\s*")


class PictureError(ValueError):
    """A picture cannot be used; the message says why in an author's words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it goes into the pack: ``data`` is JPEG, or PNG where parts are transparent."""

    data: bytes
    media_type: str
    width_px: int
    height_px: int


def render_picture(path: Path) -> tuple[Picture, Picture]:
    """Return a picture no larger than 2048 px a side (1600 for a drawing), and its thumbnail of at most 480 px.

    Raises:
        PictureError: The file is too large, broken, or no picture.
    """
    image = load_picture(path, enough_px=2 * MAX_SIDE_PX)
    if image.mode in ("1", "P", "PA") or image.mode.startswith("I"):
        image = to_srgb(image)  # these cannot be made smaller as they are
    image.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX), Image.Resampling.LANCZOS)
    image = to_srgb(image)
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX), Image.Resampling.LANCZOS)
    return _encode(image, JPEG_QUALITY), _encode(small, THUMBNAIL_QUALITY)


def load_picture(
    path: Path, drawing_side_px: int = DRAWING_SIDE_PX, *, enough_px: int = MAX_FILE_SIDE_PX
) -> Image.Image:
    """Return a picture as it is meant to be seen; the longer side of a drawing has ``drawing_side_px``.

    A photograph comes whole, or smaller where each of its sides still has ``enough_px``.

    Raises:
        PictureError: The file is too large, broken, or no picture.
    """
    return (
        _load_svg(path, drawing_side_px) if path.suffix.lower() == ".svg" else _load_bitmap(path, enough_px)
    )


def _load_bitmap(path: Path, enough_px: int) -> Image.Image:
    if path.stat().st_size > MAX_FILE_BYTES:
        raise PictureError(f"it is larger than {MAX_FILE_BYTES // 1_000_000} MB")
    try:
        # A bomb is a warning in Pillow between one and two times its limit; here it is always an error.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise PictureError(f"it has more than {MAX_PIXELS // 1_000_000} million pixels")
                # A JPEG of 100 million pixels is unpacked at half size: a quarter of the memory and time.
                image.draft(None, (enough_px, enough_px))
                image.load()
                return ImageOps.exif_transpose(image)
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(f"it has more than {MAX_PIXELS // 1_000_000} million pixels") from error
    except UnidentifiedImageError as error:  # its words name the whole path
        raise PictureError("it cannot be decoded (no JPEG, PNG or WebP, or damaged)") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise PictureError(f"it cannot be decoded ({error})") from error


def _load_svg(path: Path, side_px: int) -> Image.Image:
    if path.stat().st_size > MAX_SVG_BYTES:
        raise PictureError(f"the drawing is larger than {MAX_SVG_BYTES // 1_000_000} MB")
    try:
        text = path.read_text("utf-8-sig")
        width, height = _measure_svg(text)
        check_links(text, path.parent)
        scale = side_px / max(width, height)
        data = resvg_py.svg_to_bytes(
            svg_string=text,
            # CSS counts so many pixels to an inch; without it sizes in millimetres, as Inkscape writes them, are refused.
            dpi=96,
            width=max(1, round(width * scale)),
            height=max(1, round(height * scale)),
            resources_dir=str(path.parent),
            # Looking for fonts takes longer than most drawings.
            skip_system_fonts="<text" not in text,
        )
        with Image.open(io.BytesIO(bytes(data)), formats=("PNG",)) as image:
            image.load()
            return image
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise PictureError(f"the drawing cannot be rendered ({error})") from error


def _measure_svg(text: str) -> tuple[float, float]:
    """Return a drawing's width and height in its own units, from its root element alone."""
    events = ElementTree.iterparse(io.BytesIO(text.encode("utf-8")), events=("start",))
    _, root = next(iter(events))
    box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    sizes = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if len(box) == 4:
        width, height = box[2], box[3]
    elif sizes[0] and sizes[1]:
        width, height = float(sizes[0][1]), float(sizes[1][1])
    else:
        raise ValueError("it has neither a viewBox nor a width and a height")
    if not (0 < width < math.inf and 0 < height < math.inf and 1 / 20 <= width / height <= 20):
        raise ValueError(f"its size {width:g} x {height:g} makes no picture")
    return width, height


def _encode(image: Image.Image, quality: int) -> Picture:
    stream = io.BytesIO()
    if image.mode == "RGBA":
        image.save(stream, "PNG")
        return Picture(stream.getvalue(), "image/png", image.width, image.height)
    # Full colour resolution: drawings have thin coloured lines that 4:2:0 smears. Not optimized: libjpeg then
    # needs the whole picture in one buffer, which Pillow makes too small for a noisy photograph.
    image.save(stream, "JPEG", quality=quality, subsampling=0)
    return Picture(stream.getvalue(), "image/jpeg", image.width, image.height)
