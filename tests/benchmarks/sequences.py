"""Sequences of frames as a visitor's hand and a cheap camera give them: seeded, so always the same.

Each frame comes with whether it could be read in theory, by what is known of the drawing: the limits are those at which no
decoder read anything (docs/explanation/scanning.md), not those at which ours stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import pi, sin
from typing import TYPE_CHECKING

import cv2
import numpy as np

from kiosk.scanning.approach import FRAMES_PER_S
from kiosk.scanning.label_drawing import CARD_HEIGHT_MM, CARD_WIDTH_MM
from kiosk.scanning.optics import Optics
from kiosk.scanning.scenes import Label, Scene, View, find_pose

if TYPE_CHECKING:
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Points = npt.NDArray[np.float64]

FRAME_PX = (1280, 720)
TEXT = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"
KINDS = ("approach", "shake", "dim", "glare", "curve", "burst", "darkness")

# Of the label of TEXT: version 3 has 29 modules, and 8 more of quiet zone, on 0.82 of the card's width.
_MODULE_MM = 0.82 * CARD_WIDTH_MM / 37
_CODE_MM = 29 * _MODULE_MM
_CODE_MIDDLE_MM = CARD_WIDTH_MM / 2 - CARD_HEIGHT_MM / 2
_LEAST_MODULE_PX = 1.5
_MOST_MOTION_MODULES = 1.5
_MOST_DEFOCUS_MODULES = 0.7
_MOST_GLARE_SHARE = 0.12  # half of what correction level Q restores
_LEAST_CONTRAST = 1.0  # from ink to paper, in standard deviations of what is left of the grain on a module
_JPEG_QUALITY = 85


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One frame of a sequence: its luminance, when it was taken, whether the label hangs there and could be read in theory."""

    luminance: Plane
    at_ms: int
    is_there: bool
    is_readable: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """A moment: the camera's place, and whether the label hangs there already."""

    view: View
    is_there: bool = True


def draw_sequence(kind: str, seed: int) -> Iterator[Shown]:
    """Yield the frames of one of KINDS, 15 a second, 720p, with grain and a cheap camera's compression."""
    random = np.random.default_rng((KINDS.index(kind), seed))
    radius_mm = float(random.uniform(50, 130)) if kind == "curve" else None
    bare, hung = Scene((), seed), Scene((Label(TEXT, "12", radius_mm=radius_mm),), seed)
    for number, step in enumerate(_MAKERS[kind](random, _Tremor(random))):
        picture = (hung if step.is_there else bare).look(step.view)
        grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
        is_readable = step.is_there and is_readable_in_theory(step.view, kind == "darkness")
        yield Shown(_compress(grey), round(number * 1000 / FRAMES_PER_S), step.is_there, is_readable)


class _Tremor:
    """A hand's unrest: slow swaying and quicker trembling, smooth from frame to frame, each about 1 in size."""

    def __init__(self, random: np.random.Generator) -> None:
        self._phases = random.uniform(0, 2 * pi, (6, 3))
        self._rates = random.uniform((0.3, 1.0, 4.0), (0.8, 2.5, 9.0), (6, 3))

    def at(self, second: float) -> tuple[float, ...]:
        waves = np.sin(2 * pi * self._rates * second + self._phases) @ np.array([0.6, 0.5, 0.25])
        return tuple(float(wave) for wave in waves)


def _approach(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """The bare wall, then the label from afar, nearer within one to two seconds, then held."""
    far_mm, near_mm = random.uniform(1500, 2600), random.uniform(300, 480)
    frames = int(random.integers(14, 30))
    tilt = View(yaw_deg=random.normal(0, 16), pitch_deg=random.normal(0, 9), roll_deg=random.normal(0, 6))
    optics = Optics(light=random.uniform(0.3, 1.0), grain=random.uniform(2, 5), defocus_px=0.8)
    for number in range(6):
        yield _Step(_hold(tilt, tremor, number, far_mm, optics, hurry=1), is_there=False)
    for number in range(frames + 20):
        hurry = max(0.0, 1 - number / frames)
        distance_mm = near_mm + (far_mm - near_mm) * hurry**1.5
        yield _Step(_hold(tilt, tremor, number + 6, distance_mm, optics, hurry))


def _hold(tilt: View, tremor: _Tremor, number: int, distance_mm: float, optics: Optics, hurry: float) -> View:
    """Return the view of a hand that comes nearer in a ``hurry`` (1 to 0)."""
    sway = tremor.at(number / FRAMES_PER_S)
    return View(
        distance_mm=distance_mm,
        yaw_deg=tilt.yaw_deg + 0.8 * sway[0],
        pitch_deg=tilt.pitch_deg + 8 * hurry + 0.8 * sway[1],
        roll_deg=tilt.roll_deg + 6 * hurry + 0.8 * sway[2],
        shift_x=0.18 * hurry + 0.012 * sway[3],
        shift_y=0.10 * hurry + 0.012 * sway[4],
        optics=replace(
            optics,
            defocus_px=optics.defocus_px + 1.6 * hurry,
            motion_px=abs(1.5 + (2 + 14 * hurry) * (0.6 + 0.4 * sway[5])),
            motion_deg=200 + 40 * sway[0],
        ),
    )


def _still(
    random: np.random.Generator, tremor: _Tremor, optics: Callable[[int], Optics], frames: int = 36
) -> Iterator[_Step]:
    """A label held before the camera; only the light and the lens change."""
    tilt = View(yaw_deg=random.normal(0, 16), pitch_deg=random.normal(0, 9), roll_deg=random.normal(0, 8))
    distance_mm = random.uniform(380, 700)
    for number in range(frames):
        view = _hold(tilt, tremor, number, distance_mm, optics(number), hurry=0)
        yield _Step(replace(view, optics=optics(number)))


def _shake(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """A hand that cannot hold still: blurred by 2 to 15 pixels, clear only at its turning points."""
    rate, phase = random.uniform(1.2, 2.2), random.uniform(0, 2 * pi)
    light, grain = random.uniform(0.3, 0.9), random.uniform(2, 5)

    def optics(number: int) -> Optics:
        swing = abs(sin(2 * pi * rate * number / FRAMES_PER_S + phase))
        blur_px = 3 + 13 * swing + abs(tremor.at(number / FRAMES_PER_S)[5])
        return Optics(light=light, grain=grain, defocus_px=0.9, motion_px=blur_px, motion_deg=30 + 50 * swing)

    return _still(random, tremor, optics)


def _dim(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """A dim gallery: the gain is up, the shutter long."""
    light, grain, motion_px = random.uniform(0.05, 0.12), random.uniform(2.5, 4), random.uniform(1, 3)

    def optics(number: int) -> Optics:
        unrest = abs(tremor.at(number / FRAMES_PER_S)[5])
        return Optics(light=light, grain=grain, defocus_px=1.0, motion_px=motion_px + 2 * unrest)

    return _still(random, tremor, optics)


def _glare(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """A lamp's reflection that wanders over the code as the hand sways."""
    x, y = random.uniform(0.42, 0.58), random.uniform(0.35, 0.6)
    strength, light = random.uniform(0.8, 1.0), random.uniform(0.5, 1.0)

    def optics(number: int) -> Optics:
        sway = tremor.at(number / FRAMES_PER_S)
        return Optics(
            light=light,
            grain=3,
            defocus_px=1.0,
            motion_px=2,
            glare=strength,
            glare_x=x + 0.04 * sway[3] + 0.002 * number,
            glare_y=y + 0.04 * sway[4],
        )

    return _still(random, tremor, optics)


def _curve(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """Round a slender pillar."""
    light, motion_px = random.uniform(0.3, 0.9), random.uniform(1, 4)
    return _still(
        random, tremor, lambda _number: Optics(light=light, grain=3, defocus_px=1.0, motion_px=motion_px)
    )


def _burst(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """A camera swept across the label three times: five frames each, farther and dimmer than it should be."""
    distance_mm, light = random.uniform(600, 1100), random.uniform(0.15, 0.8)
    tilt = View(yaw_deg=random.normal(0, 18), pitch_deg=random.normal(0, 10), roll_deg=random.normal(0, 10))
    optics = Optics(light=light, grain=3.5, defocus_px=random.uniform(0.8, 1.4))
    for number in range(36):
        moment = number % 12
        is_there = 4 <= moment < 9
        view = _hold(tilt, tremor, number, distance_mm, optics, hurry=0)
        blur_px = abs(moment - 6) * random.uniform(1.0, 2.5) + 1
        view = replace(view, shift_x=(moment - 6) * 0.1, optics=replace(optics, motion_px=blur_px))
        yield _Step(view, is_there)


def _darkness(random: np.random.Generator, tremor: _Tremor) -> Iterator[_Step]:
    """A room in which the eye still sees a pale card."""
    light, grain = random.uniform(0.03, 0.06), random.uniform(2.5, 3.5)
    return _still(
        random,
        tremor,
        lambda _number: Optics(light=light, grain=grain, defocus_px=0.9, motion_px=1.5),
        frames=18,
    )


_MAKERS: dict[str, Callable[[np.random.Generator, _Tremor], Iterator[_Step]]] = {
    "approach": _approach,
    "shake": _shake,
    "dim": _dim,
    "glare": _glare,
    "curve": _curve,
    "burst": _burst,
    "darkness": _darkness,
}


def is_readable_in_theory(view: View, is_stacked: bool = False) -> bool:
    """Tell whether a perfect decoder could read the label of TEXT; ``is_stacked`` from six frames together."""
    corners = _find_corners(view)
    width_px, height_px = FRAME_PX
    if corners.min() < 0 or corners[:, 0].max() > width_px or corners[:, 1].max() > height_px:
        return False
    module_px = min(float(np.linalg.norm(corners[i] - corners[i - 1])) for i in range(4)) / 29
    optics = view.optics
    return (
        module_px >= _LEAST_MODULE_PX
        and optics.motion_px <= _MOST_MOTION_MODULES * module_px
        and optics.defocus_px <= _MOST_DEFOCUS_MODULES * module_px
        and _measure_contrast(optics, module_px, 6 if is_stacked else 1) >= _LEAST_CONTRAST
        and _measure_glare(optics, corners) <= _MOST_GLARE_SHARE
    )


def _find_corners(view: View) -> Points:
    half = _CODE_MM / 2
    square = [(-half, -half), (half, -half), (half, half), (-half, half)]
    wall = np.array([[(x, y + _CODE_MIDDLE_MM) for x, y in square]], np.float64)
    seen = cv2.perspectiveTransform(wall, find_pose(view, *FRAME_PX).wall_to_frame)
    return np.asarray(seen[0], np.float64)


def _measure_contrast(optics: Optics, module_px: float, frames: int) -> float:
    """Return ink to paper over the grain left when a module's points and the frames are averaged (see optics.py)."""
    gain = min(4.0, 0.8 / max(optics.light, 0.02)) if optics.light < 0.8 else 1.0
    contrast = 210 * optics.light * (1 + 0.5 * (gain - 1))
    left_grain: float = max(optics.grain * gain, 1.0) / (module_px * frames**0.5)
    return contrast / left_grain


def _measure_glare(optics: Optics, corners: Points) -> float:
    """Return the share of the code that is white whatever is printed there."""
    if optics.glare <= 0:
        return 0.0
    width_px = FRAME_PX[0]
    steps = np.linspace(0.05, 0.95, 10)
    a, b, c, d = corners
    points = np.array(
        [(1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * d + u * c) for u in steps for v in steps]
    )
    x = points[:, 0] / width_px - optics.glare_x
    y = points[:, 1] / width_px - optics.glare_y * FRAME_PX[1] / width_px
    spot = 255 * optics.glare * np.exp(-(x * x + y * y) / 0.006)
    return float(np.mean(spot > 215))


def _compress(grey: Plane) -> Plane:
    """Return what is left after a camera's JPEG."""
    _, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
