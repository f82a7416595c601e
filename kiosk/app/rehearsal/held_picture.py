"""The thing itself before the rehearsal's camera: a stop's own picture on the wall, seen by a hand that is not quite still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from kiosk.scanning.approach import FRAMES_PER_S
from kiosk.scanning.frame import BgrPicture, Frame, fit_plane
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.optics import Optics, expose
from kiosk.scanning.picture_file import decode_picture
from kiosk.scanning.source_thread import Pace, ThreadedSource, read_clock_ms
from kiosk.scanning.wall import draw_wall

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Corners = npt.NDArray[np.float32]

WIDTH_PX, HEIGHT_PX = 1280, 720
# How much of the view's height or width the picture takes; what is held at arm's length is not cut off.
_SHARE = 0.86
# The far side looks so much shorter than the near one: seen from some 15 degrees beside it.
_SLANT = 0.07
_SHAKE_PX = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """What stays the same from frame to frame: the wall behind, the picture before it."""

    wall: Plane
    picture: Plane
    optics: Optics


def open_held_picture(content: bytes, name: str, seed: int = 0) -> ThreadedSource:
    """Return a camera that looks at the picture in ``content`` until it is stopped; the same for the same ``seed``.

    Raises:
        KioskError: ``scanning.damaged-picture`` or ``scanning.picture-too-big``, before anything is started.
    """
    # Warping picks points: a picture much larger than the view would sparkle.
    picture = fit_plane(decode_picture(content, name), WIDTH_PX)

    def produce(pace: Pace) -> Iterator[Frame]:
        setting = _Setting(
            _draw_wall(seed), picture, Optics(light=0.75, defocus_px=0.8, motion_px=1.0, grain=3)
        )
        for seq in count():
            if not pace.wait(1 / FRAMES_PER_S):
                return
            yield _look(setting, seed, seq)

    return ThreadedSource(produce)


def _draw_wall(seed: int) -> Plane:
    wall: Plane = draw_wall(seed)[:HEIGHT_PX, :WIDTH_PX].copy()
    return wall


def _look(setting: _Setting, seed: int, seq: int) -> Frame:
    import numpy as np

    cv2 = load_cv2()
    random = np.random.default_rng((seed, seq))
    height_px, width_px = setting.picture.shape[:2]
    flat = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], np.float32)
    place = cv2.getPerspectiveTransform(flat, _find_corners(width_px, height_px, random))
    view = cv2.warpPerspective(
        setting.picture,
        place,
        (WIDTH_PX, HEIGHT_PX),
        dst=setting.wall.copy(),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    seen = expose(view, setting.optics, random)
    return Frame(cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY), read_clock_ms(), seq, BgrPicture(seen))


def _find_corners(width_px: int, height_px: int, random: np.random.Generator) -> Corners:
    """Return where the picture's corners stand in the view: clockwise from the top left."""
    import numpy as np

    scale = _SHARE * min(WIDTH_PX / width_px, HEIGHT_PX / height_px)
    half_x, half_y = width_px * scale / 2, height_px * scale / 2
    shake = random.normal(0, _SHAKE_PX, 2)
    middle = np.array([WIDTH_PX / 2, HEIGHT_PX / 2]) + shake
    far_y = half_y * (1 - _SLANT)
    offsets = np.array([[-half_x, -far_y], [half_x, -half_y], [half_x, half_y], [-half_x, far_y]])
    corners: Corners = (middle + offsets).astype(np.float32)
    return corners
