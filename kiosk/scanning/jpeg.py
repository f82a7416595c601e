"""Frames that come as JPEGs, as most cameras on a cable send them: luminance first, colours if asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.scanning.frame import resize_plane
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

# No camera sends more; a header that says so is damaged.
MAX_PIXELS = 40_000_000
_NO_FRAME_HEADERS = (0xC4, 0xC8, 0xCC)  # tables, which share their numbers with the headers of frames


@dataclass(frozen=True, slots=True, eq=False)
class JpegPicture:
    """The colours of a frame that came as a JPEG: decoded no larger than they are shown."""

    content: bytes

    def rgb(self, width_px: int, height_px: int) -> Plane:
        """See Picture. Black where the colours turn out to be torn."""
        import numpy as np

        cv2 = load_cv2()
        bgr = decode_jpeg(self.content, long_side_px=max(width_px, height_px))
        if bgr is None:
            return np.zeros((height_px, width_px, 3), np.uint8)
        picture: Plane = cv2.cvtColor(resize_plane(bgr, width_px, height_px), cv2.COLOR_BGR2RGB)
        return picture


def decode_jpeg(content: bytes, *, is_grey: bool = False, long_side_px: int = 0) -> Plane | None:
    """Return the luminance of a JPEG, or its colours (blue first); None for a damaged one.

    With ``long_side_px`` colours are decoded at half their size where that is large enough.
    """
    import numpy as np

    cv2 = load_cv2()
    size = _find_size(content)
    if size is None or size[0] * size[1] > MAX_PIXELS:
        return None
    way = cv2.IMREAD_GRAYSCALE if is_grey else cv2.IMREAD_COLOR
    if not is_grey and max(size) >= 2 * long_side_px > 0:
        way = cv2.IMREAD_REDUCED_COLOR_2
    memory = np.frombuffer(content, np.uint8)
    decoded: Plane | None = cv2.imdecode(memory, way | cv2.IMREAD_IGNORE_ORIENTATION)
    return decoded


def _find_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height as the header tells them, before memory is given for them."""
    at = 2
    while content[:2] == b"\xff\xd8" and at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker == 0xFF:  # filling before a header
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME_HEADERS:
            height_px = int.from_bytes(content[at + 5 : at + 7])
            return int.from_bytes(content[at + 7 : at + 9]), height_px
        at += 2 + length
    return None
