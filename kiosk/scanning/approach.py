"""What a visitor's hand does before a label, seeded, so always the same.

The bare wall, then the code coming nearer, shaken and blurred, then held, then away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.scanning.optics import Optics
from kiosk.scanning.scenes import Label, Scene, View

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

FRAMES_PER_S = 15


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


@lru_cache(maxsize=2)
def _make_scene(labels: tuple[Label, ...], seed: int) -> Scene:
    return Scene(labels, seed)
