"""A stop's label as it hangs there: its code on a pale card, with the number to type below."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Levels = npt.NDArray[np.float32]

CARD_WIDTH_MM, CARD_HEIGHT_MM = 90.0, 118.0
_PX_PER_MM = 8
_CODE_SHARE = 0.82  # of the card's width, quiet zone included
_PAPER, _INK = (236, 242, 245), 28  # blue, green, red; and how dark print is


def draw_label(text: str, number: str = "") -> Plane:
    """Return a label as (944, 720, 3), blue first: ``text`` as a QR code, ``number`` in figures."""
    import numpy as np

    width_px, height_px = int(CARD_WIDTH_MM * _PX_PER_MM), int(CARD_HEIGHT_MM * _PX_PER_MM)
    code_px = int(width_px * _CODE_SHARE)
    light = np.ones((height_px, width_px), np.float32)
    left = (width_px - code_px) // 2
    light[left : left + code_px, left : left + code_px] = _draw_code(text, code_px)
    if number:
        _print_number(light, number, top=left + code_px)
    paper = np.array(_PAPER, np.float32)
    label: Plane = (_INK + (paper - _INK) * light[:, :, None]).astype(np.uint8)
    return label


def _draw_code(text: str, side_px: int) -> Levels:
    import numpy as np
    import segno
    from PIL import Image

    code = segno.make(text, error="q", micro=False, boost_error=False)
    drawn = io.BytesIO()
    code.save(drawn, kind="png", scale=8, border=4)
    with Image.open(drawn) as image:
        scaled = image.convert("L").resize((side_px, side_px), Image.Resampling.BOX)
    light: Levels = (np.asarray(scaled) / 255).astype(np.float32)
    return light


def _print_number(light: Levels, number: str, top: int) -> None:
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    height_px, width_px = light.shape[0] - top, light.shape[1]
    band = Image.new("L", (width_px, height_px), 255)
    font = ImageFont.load_default(size=height_px * 0.62)
    middle = (width_px / 2, height_px * 0.42)
    ImageDraw.Draw(band).text(middle, number[:6], fill=0, font=font, anchor="mm")
    light[top:] = np.asarray(band, np.float32) / 255
