"""Labels as a camera would see them, for rehearsals and tests: seeded, so always the same.

A flat wall with labels on it, seen by a pinhole camera from some distance and angle, through
:mod:`kiosk.scanning.optics`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from kiosk.scanning.bent import Pose, find_bent_places
from kiosk.scanning.label_drawing import CARD_HEIGHT_MM, CARD_WIDTH_MM, draw_label
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.optics import Optics, expose
from kiosk.scanning.wall import WALL_HEIGHT_PX, WALL_WIDTH_MM, WALL_WIDTH_PX, draw_wall

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Matrix = npt.NDArray[np.float64]

_CARD_PX = 720  # how wide a card is drawn
_FOCAL_SHARE = 0.9  # focal length over the frame's width: a view 58 degrees wide


@dataclass(frozen=True, slots=True)
class Label:
    """A label on the wall: the text of its code, the number printed on it, and its place.

    ``x_mm``/``y_mm`` are from the point the camera looks at, right and down. ``radius_mm`` is of the pillar it is
    bent round; None hangs it flat on the wall.
    """

    text: str
    number: str = ""
    x_mm: float = 0.0
    y_mm: float = 0.0
    radius_mm: float | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Where the camera is: ``distance_mm`` from the wall, turned by three angles in degrees.

    ``yaw_deg`` is from the side, ``pitch_deg`` from above or below, ``roll_deg`` in the hand;
    ``shift_x``/``shift_y`` move the picture by a share of the frame's width.
    """

    distance_mm: float = 450.0
    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0
    shift_x: float = 0.0
    shift_y: float = 0.0
    optics: Optics = field(default_factory=Optics)


class Scene:
    """A wall with labels, ready to be looked at. ``seed`` chooses the stone and the grain."""

    def __init__(
        self, labels: tuple[Label, ...], seed: int = 0, width_px: int = 1280, height_px: int = 720
    ) -> None:
        import numpy as np

        self._labels = labels
        self._wall = _draw_wall(seed)
        self._size = (width_px, height_px)
        self._random = np.random.default_rng(seed + 1)

    def look(self, view: View) -> Plane:
        """Return what the camera records as (height, width, 3), blue first."""
        cv2 = load_cv2()
        pose = find_pose(view, *self._size)
        camera = pose.wall_to_frame
        picture = cv2.warpPerspective(
            self._wall, camera @ _make_wall_place(), self._size, borderMode=cv2.BORDER_REFLECT
        )
        for label in self._labels:
            _hang(picture, label, pose)
        return expose(picture, view.optics, self._random)


def find_pose(view: View, width_px: int, height_px: int) -> Pose:
    """Return the camera that has ``view`` in a frame of that size."""
    import numpy as np

    yaw, pitch, roll = (angle * pi / 180 for angle in (view.yaw_deg, view.pitch_deg, view.roll_deg))
    about_y = np.array([[cos(yaw), 0, sin(yaw)], [0, 1, 0], [-sin(yaw), 0, cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, cos(pitch), -sin(pitch)], [0, sin(pitch), cos(pitch)]])
    about_z = np.array([[cos(roll), -sin(roll), 0], [sin(roll), cos(roll), 0], [0, 0, 1]])
    turned = about_z @ about_x @ about_y
    focal_px = _FOCAL_SHARE * width_px
    middle_x, middle_y = width_px * (0.5 + view.shift_x), height_px * 0.5 + width_px * view.shift_y
    lens = np.array([[focal_px, 0, middle_x], [0, focal_px, middle_y], [0, 0, 1]])
    return Pose(lens, turned, view.distance_mm)


def _hang(picture: Plane, label: Label, pose: Pose) -> None:
    """Draw the label into ``picture`` as the camera sees it, with the shadow of its edge."""
    cv2 = load_cv2()
    left, top, right, bottom = _find_box(pose.wall_to_frame @ _make_card_place(label), picture.shape)
    if right <= left or bottom <= top:
        return
    size = (right - left, bottom - top)
    # The lens averages what falls on a pixel; warping a card much larger would only pick points of it.
    card, cover = _draw_card(label.text, label.number, 1 << max(0, int(_CARD_PX / size[0]).bit_length() - 1))
    region = picture[top:bottom, left:right]
    if label.radius_mm is None:
        hung, share = _lay_flat(card, cover, label, pose, (left, top), size)
    else:
        hung, share = _bend(card, cover, label, pose, (left, top), size)
    _cast_shadow(region, share)
    share = cv2.merge([share] * 3)
    kept = cv2.multiply(region, cv2.bitwise_not(share), scale=1 / 255)
    picture[top:bottom, left:right] = cv2.add(kept, cv2.multiply(hung, share, scale=1 / 255))


def _lay_flat(
    card: Plane, cover: Plane, label: Label, pose: Pose, corner: tuple[int, int], size: tuple[int, int]
) -> tuple[Plane, Plane]:
    """Return the card as seen in the part of the frame at ``corner``, and what of that part it covers."""
    import numpy as np

    cv2 = load_cv2()
    to_part = np.array([[1, 0, -corner[0]], [0, 1, -corner[1]], [0, 0, 1]])
    to_card = np.diag([1 / card.shape[1], 1 / card.shape[0], 1])
    place = to_part @ pose.wall_to_frame @ _make_card_place(label) @ to_card
    hung = cv2.warpPerspective(card, place, size, borderMode=cv2.BORDER_REPLICATE)
    return hung, cv2.warpPerspective(cover, place, size)


def _bend(
    card: Plane, cover: Plane, label: Label, pose: Pose, corner: tuple[int, int], size: tuple[int, int]
) -> tuple[Plane, Plane]:
    """Return the same of a card round a pillar."""
    cv2 = load_cv2()
    assert label.radius_mm is not None
    along, down = find_bent_places(pose, label.radius_mm, label.x_mm, *corner, size)
    x = (along / CARD_WIDTH_MM + 0.5) * card.shape[1] - 0.5
    y = ((down - label.y_mm) / CARD_HEIGHT_MM + 0.5) * card.shape[0] - 0.5
    hung = cv2.remap(card, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return hung, cv2.remap(cover, x, y, cv2.INTER_LINEAR)


def _cast_shadow(region: Plane, share: Plane) -> None:
    """Darken the wall just below and right of the card: it stands a little off the stone."""
    import numpy as np

    cv2 = load_cv2()
    away = max(1, share.shape[1] // 60)
    moved = np.zeros_like(share)
    moved[away:, away:] = share[:-away, :-away]
    shade = cv2.GaussianBlur(moved, (0, 0), away)
    dark = cv2.merge([cv2.convertScaleAbs(shade, alpha=-0.45, beta=0)] * 3)
    region[:] = cv2.multiply(region, cv2.bitwise_not(dark), scale=1 / 255)


def _make_card_place(label: Label) -> Matrix:
    """Return the map from the card (0..1 across and down) to millimetres on the wall."""
    import numpy as np

    left, top = label.x_mm - CARD_WIDTH_MM / 2, label.y_mm - CARD_HEIGHT_MM / 2
    return np.array([[CARD_WIDTH_MM, 0, left], [0, CARD_HEIGHT_MM, top], [0, 0, 1]])


def _find_box(place: Matrix, frame_shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the card and its shadow in the frame, cut to it."""
    import numpy as np

    cv2 = load_cv2()
    corners = np.array([[[0, 0], [1, 0], [1, 1], [0, 1]]], np.float64)
    points = cv2.perspectiveTransform(corners, place)[0]
    margin = 4 + (points[:, 0].max() - points[:, 0].min()) / 20
    (left, top), (right, bottom) = points.min(axis=0) - margin, points.max(axis=0) + margin
    frame_height, frame_width = frame_shape[:2]
    left, right = (int(min(max(edge, 0), frame_width)) for edge in (left, right))
    top, bottom = (int(min(max(edge, 0), frame_height)) for edge in (top, bottom))
    return left, top, right, bottom


@lru_cache(maxsize=16)
def _draw_card(text: str, number: str, shrink: int) -> tuple[Plane, Plane]:
    """Return a label at 1/``shrink`` of its full size, and what it covers (all of it)."""
    import numpy as np

    cv2 = load_cv2()
    if shrink == 1:
        card = draw_label(text, number)
    else:
        full, _ = _draw_card(text, number, 1)
        card = cv2.resize(full, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    return card, np.full(card.shape[:2], 255, np.uint8)


@lru_cache(maxsize=2)
def _draw_wall(seed: int) -> Plane:
    return draw_wall(seed)


def _make_wall_place() -> Matrix:
    import numpy as np

    scale = WALL_WIDTH_MM / WALL_WIDTH_PX
    return np.array(
        [
            [scale, 0, -scale * WALL_WIDTH_PX / 2],
            [0, scale, -scale * WALL_HEIGHT_PX / 2],
            [0, 0, 1],
        ]
    )
