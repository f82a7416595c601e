"""One picture of the camera: its luminance for reading, and its colour for those who look at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Plane: TypeAlias = npt.NDArray[np.uint8]

# Longest side a live frame is read at. 8K gives no farther reach than this in the time there is.
LIVE_LONG_SIDE_PX = 1920


class Picture(Protocol):
    """The colours of a frame, made only when somebody wants to look at them."""

    def rgb(self, width_px: int, height_px: int) -> Plane:
        """Return a (height, width, 3) array of new memory, red first."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What a source hands out; it owns its memory and nobody writes to it.

    Attributes:
        luminance: (height, width) bytes, black 0 to white 255; rows may be strided.
        at_ms: When it was taken, on the monotonic clock.
        seq: Number of the frame since the source started, from 0.
        picture: Its colours; None where the source has luminance only.
    """

    luminance: Plane
    at_ms: int
    seq: int
    picture: Picture | None = None

    @property
    def width_px(self) -> int:
        """The width of the luminance."""
        return int(self.luminance.shape[1])

    @property
    def height_px(self) -> int:
        """The height of the luminance."""
        return int(self.luminance.shape[0])

    def rgb(self, max_width_px: int) -> Plane:
        """Return the frame for a preview: (height, width, 3), red first, at most so wide, new memory."""
        width_px = min(max_width_px, self.width_px)
        height_px = max(1, round(self.height_px * width_px / self.width_px))
        if self.picture is not None:
            return self.picture.rgb(width_px, height_px)
        cv2 = load_cv2()
        grey = resize_plane(self.luminance, width_px, height_px)
        rgb: Plane = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)
        return rgb


@dataclass(frozen=True, slots=True, eq=False)
class BgrPicture:
    """Colours as OpenCV keeps them: (height, width, 3), blue first."""

    bgr: Plane

    def rgb(self, width_px: int, height_px: int) -> Plane:
        """See Picture."""
        cv2 = load_cv2()
        picture: Plane = cv2.cvtColor(resize_plane(self.bgr, width_px, height_px), cv2.COLOR_BGR2RGB)
        return picture


@dataclass(frozen=True, slots=True, eq=False)
class YuvPicture:
    """Colours as cameras keep them: luminance and two smaller planes of colour difference (BT.601).

    ``is_narrow`` says that black is 16 and white 235, as in television, and not 0 and 255.
    """

    y: Plane
    u: Plane
    v: Plane
    is_narrow: bool = False

    def rgb(self, width_px: int, height_px: int) -> Plane:
        """See Picture."""
        cv2 = load_cv2()
        planes = [
            resize_plane(self.y, width_px, height_px),
            _resize_quickly(self.v, width_px, height_px),
            _resize_quickly(self.u, width_px, height_px),
        ]
        if self.is_narrow:
            y, difference = _widening_tables()
            planes = [cv2.LUT(planes[0], y), *(cv2.LUT(plane, difference) for plane in planes[1:])]
        picture: Plane = cv2.cvtColor(cv2.merge(planes), cv2.COLOR_YCrCb2RGB)
        return picture


def _resize_quickly(plane: Plane, width_px: int, height_px: int) -> Plane:
    """Return ``plane`` at that size from every so manieth pixel: in colours nobody sees it, at half the cost."""
    cv2 = load_cv2()
    thin = plane[:: max(1, plane.shape[0] // height_px), :: max(1, plane.shape[1] // width_px)]
    resized: Plane = cv2.resize(thin, (width_px, height_px), interpolation=cv2.INTER_NEAREST)
    return resized


@cache
def _widening_tables() -> tuple[Plane, Plane]:
    """Return what turns narrow levels into full ones: luminance from 16 to 235, colours by 112 around 128."""
    import numpy as np

    levels = np.arange(256)
    y = np.clip((levels - 16) * (255 / 219), 0, 255).round().astype(np.uint8)
    difference = np.clip((levels - 128) * (255 / 224) + 128, 0, 255).round().astype(np.uint8)
    return y, difference


def fit_plane(plane: Plane, long_side_px: int) -> Plane:
    """Return ``plane`` (grey or colour), scaled down where its longest side is over ``long_side_px``."""
    height_px, width_px = plane.shape[:2]
    scale = long_side_px / max(height_px, width_px)
    if scale >= 1:
        return plane
    return resize_plane(plane, max(1, round(width_px * scale)), max(1, round(height_px * scale)))


def resize_plane(plane: Plane, width_px: int, height_px: int) -> Plane:
    """Return ``plane`` (grey or colour) at that size, always new memory."""
    if plane.shape[1] == width_px and plane.shape[0] == height_px:
        return plane.copy()
    cv2 = load_cv2()
    # Averaging keeps thin modules when shrinking; it only copies when enlarging a colour plane.
    shrinking = plane.shape[1] >= width_px
    way = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    resized: Plane = cv2.resize(plane, (width_px, height_px), interpolation=way)
    return resized
