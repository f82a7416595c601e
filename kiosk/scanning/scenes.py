"""Labels as a camera would see them, for rehearsals and tests: seeded, so always the same.

A flat wall with a label on it, seen by a pinhole camera from some distance and angle, through
:mod:`kiosk.scanning.optics`. An approach is what a visitor's hand does: the bare wall, the code
coming nearer, shaken and blurred, then held, then away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import cos, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.scanning.label_drawing import CARD_HEIGHT_MM, CARD_WIDTH_MM, draw_label
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.optics import Optics, expose
from kiosk.scanning.wall import WALL_HEIGHT_PX, WALL_WIDTH_MM, WALL_WIDTH_PX, draw_wall

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Matrix = npt.NDArray[np.float64]

FRAMES_PER_S = 15
_FOCAL_SHARE = 0.9  # focal length over the frame's width: a view 58 degrees wide


@dataclass(frozen=True, slots=True)
class Label:
    """A label on the wall: the text of its code, the number printed on it, and its place.

    ``x_mm``/``y_mm`` are from the point the camera looks at, right and down.
    """

    text: str
    number: str = ""
    x_mm: float = 0.0
    y_mm: float = 0.0


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
        camera = _camera_matrix(view, *self._size)
        picture = cv2.warpPerspective(
            self._wall, camera @ _make_wall_place(), self._size, borderMode=cv2.BORDER_REFLECT
        )
        for label in self._labels:
            picture = _hang(picture, label, camera, self._size)
        return expose(picture, view.optics, self._random)


def approach(seed: int = 0, seconds_held: float = 1.2) -> Iterator[tuple[bool, View]]:
    """Yield (label is on the wall, view) for each frame of a visitor's approach, 15 a second."""
    import numpy as np

    random = np.random.default_rng(seed)
    yaw, pitch, roll = random.normal(0, (14, 9, 6))
    light = float(random.uniform(0.45, 1.0))
    held = max(1, round(seconds_held * FRAMES_PER_S))
    steps = [(False, 0.0)] * 8
    steps += [(True, step / 17) for step in range(18)]
    steps += [(True, 1.0)] * held + [(True, 1 - step / 6) for step in range(1, 7)]
    steps += [(False, 0.0)] * 4
    for is_there, nearness in steps:
        shake = random.normal(0, 1, 4)
        yield is_there, _view_at(nearness, (yaw, pitch, roll), light, shake)


def draw_bare_wall(seed: int = 0, number: int = 0) -> Plane:
    """Return one frame of the wall with nothing on it, as a hand that waits holds the camera."""
    import numpy as np

    shake = np.random.default_rng((seed, number)).normal(0, 1, 4)
    return _make_scene((), seed).look(_view_at(0.6, (0.0, 0.0, 0.0), 0.8, shake))


def draw_approach(label: Label, seed: int = 0, seconds_held: float = 1.2) -> Iterator[Plane]:
    """Yield the frames of an approach to ``label`` as (720, 1280, 3), blue first."""
    bare, hung = _make_scene((), seed), Scene((label,), seed)
    for is_there, view in approach(seed, seconds_held):
        yield (hung if is_there else bare).look(view)


def write_approach(folder: Path, label: Label, seed: int = 0, first_number: int = 0) -> list[Path]:
    """Write an approach into ``folder`` as numbered JPEG files and return their paths."""
    cv2 = load_cv2()
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, picture in enumerate(draw_approach(label, seed), first_number):
        path = folder / f"{number:05d}.jpg"
        path.write_bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 88])[1].tobytes())
        paths.append(path)
    return paths


def _view_at(
    nearness: float, tilt: tuple[float, float, float], light: float, shake: npt.NDArray[np.float64]
) -> View:
    hurry = 1 - nearness
    yaw, pitch, roll = tilt
    return View(
        distance_mm=380 + 1100 * hurry**1.5,
        yaw_deg=yaw + 1.5 * shake[0],
        pitch_deg=pitch + 10 * hurry + shake[1],
        roll_deg=roll + 8 * hurry + shake[2],
        shift_x=0.22 * hurry + 0.008 * shake[0],
        shift_y=0.12 * hurry + 0.008 * shake[1],
        optics=Optics(
            light=light,
            defocus_px=0.7 + 2.6 * hurry,
            motion_px=abs(2 + 26 * hurry * (0.6 + 0.4 * shake[3])) if nearness < 1 else 1.0,
            motion_deg=200 + 25 * shake[3],
            grain=3.0,
            glare=0.25,
            glare_x=0.78 + 0.05 * shake[2],
            glare_y=0.18,
        ),
    )


def _camera_matrix(view: View, width_px: int, height_px: int) -> Matrix:
    """Return the homography from millimetres on the wall (right, down) to pixels."""
    import numpy as np

    yaw, pitch, roll = (angle * pi / 180 for angle in (view.yaw_deg, view.pitch_deg, view.roll_deg))
    about_y = np.array([[cos(yaw), 0, sin(yaw)], [0, 1, 0], [-sin(yaw), 0, cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, cos(pitch), -sin(pitch)], [0, sin(pitch), cos(pitch)]])
    about_z = np.array([[cos(roll), -sin(roll), 0], [sin(roll), cos(roll), 0], [0, 0, 1]])
    turned = about_z @ about_x @ about_y
    focal_px = _FOCAL_SHARE * width_px
    middle_x, middle_y = width_px * (0.5 + view.shift_x), height_px * 0.5 + width_px * view.shift_y
    lens = np.array([[focal_px, 0, middle_x], [0, focal_px, middle_y], [0, 0, 1]])
    place = np.column_stack([turned[:, 0], turned[:, 1], [0, 0, view.distance_mm]])
    matrix: Matrix = lens @ place
    return matrix


def _hang(picture: Plane, label: Label, camera: Matrix, size: tuple[int, int]) -> Plane:
    """Return ``picture`` with the label on it, seen by ``camera``; its shadow first."""
    import numpy as np

    cv2 = load_cv2()
    card, mask = _draw_card(label.text, label.number)
    left, top = label.x_mm - CARD_WIDTH_MM / 2, label.y_mm - CARD_HEIGHT_MM / 2
    to_mm = np.array(
        [
            [CARD_WIDTH_MM / card.shape[1], 0, left],
            [0, CARD_HEIGHT_MM / card.shape[0], top],
            [0, 0, 1],
        ]
    )
    place = camera @ to_mm
    # The lens averages what falls on a pixel; warping alone would only pick one point of it.
    shrink = max(1.0, card.shape[1] / max(8.0, _width_px(place, card.shape)))
    soft = cv2.GaussianBlur(card, (0, 0), 0.45 * shrink) if shrink > 1.2 else card
    cover = cv2.warpPerspective(mask, place, size, flags=cv2.INTER_LINEAR)
    hung = cv2.warpPerspective(soft, place, size, flags=cv2.INTER_LINEAR)
    cv2.copyTo(hung, cover, picture)
    return picture


def _width_px(place: Matrix, shape: tuple[int, ...]) -> float:
    import numpy as np

    cv2 = load_cv2()
    ends = np.array([[[0, shape[0] / 2], [shape[1], shape[0] / 2]]], np.float64)
    begin, end = cv2.perspectiveTransform(ends, place)[0]
    return float(np.hypot(*(end - begin)))


@lru_cache(maxsize=8)
def _draw_card(text: str, number: str) -> tuple[Plane, Plane]:
    import numpy as np

    card = draw_label(text, number)
    return card, np.full(card.shape[:2], 255, np.uint8)


@lru_cache(maxsize=2)
def _draw_wall(seed: int) -> Plane:
    return draw_wall(seed)


@lru_cache(maxsize=2)
def _make_scene(labels: tuple[Label, ...], seed: int) -> Scene:
    return Scene(labels, seed)


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
