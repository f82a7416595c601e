"""Labels as the years leave them, and visitors who read them: what error correction the reads leave unused."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import segno
from PIL import Image

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.optics import Optics
from kiosk.scanning.print_view import see_print
from kiosk.scanning.reader import Code
from kiosk.scanning.settle import Settler
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

MODULE_PX = 8
QUIET_MODULES = 4
STEPS = 7
HELD_FRAMES = 3
FIRST_PX_A_MODULE = 1.2
_TEXT = "HTTPS://Q.DELHI-FORTS.EXAMPLE/ABCDEFGH12345"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label hangs: how near visitors come, from which side, and the light."""

    px_a_module: float
    yaw_deg: float
    defocus_px: float
    light: float


PLACES: Mapping[str, Place] = {
    "near, bright": Place(4.0, 10, 0.6, 0.8),
    "far": Place(2.4, 20, 0.8, 0.6),
    "dim": Place(3.5, 15, 0.9, 0.3),
}


def draw_worn_labels() -> Mapping[str, Plane]:
    """Return the print of one label, whole and worn in several ways: (height, width) bytes, white 255."""
    whole = _draw()
    return {
        "whole": whole,
        "faded": (150 + (255 - 150) * (whole / 255)).astype(np.uint8),
        "scratched": _scratch(whole, 6),
        "torn a little": _tear(whole, 6),
        "torn": _tear(whole, 8),
        "torn more": _tear(whole, 10),
    }


def read_as_visitors(label: Plane, place: Place, visitors: int, seed: int = 0) -> Iterator[float | None]:
    """Yield for each visitor what the read that settled left unused; None for one who could not read it."""
    random = np.random.default_rng(seed)
    reader = ZxingReader()
    for _ in range(visitors):
        yield _approach(label, place, random, reader)


def _approach(label: Plane, place: Place, random: np.random.Generator, reader: ZxingReader) -> float | None:
    """Come nearer and hold still, as fast as hands do, until a code settles."""
    settler = Settler()
    nearest = place.px_a_module * random.uniform(0.8, 1.2)
    look = _make_look(place, random)
    for frame, scale in enumerate(
        [*np.linspace(FIRST_PX_A_MODULE, nearest, STEPS), *[nearest] * HELD_FRAMES]
    ):
        seen = look(label, scale / MODULE_PX)
        code = settler.see(reader.read(seen), seen.shape[1], seen.shape[0], frame * 66)
        if isinstance(code, Code):
            return code.label_spare
    return None


def _make_look(place: Place, random: np.random.Generator) -> Callable[[Plane, float], Plane]:
    """Return one visitor's way to look: their camera, their hand, where they stand."""
    optics = Optics(
        light=float(np.clip(random.normal(place.light, 0.1), 0.15, 1)),
        defocus_px=float(place.defocus_px * random.uniform(0.7, 1.5)),
        motion_px=float(random.uniform(0, 2.5)),
        motion_deg=float(random.uniform(0, 180)),
        grain=3.0,
    )
    yaw_deg, roll_deg = random.normal(place.yaw_deg, 8), random.normal(0, 6)

    def look(label: Plane, scale: float) -> Plane:
        return see_print(
            label,
            scale,
            yaw_deg=float(yaw_deg + random.normal(0, 1)),
            roll_deg=float(roll_deg),
            seed=int(random.integers(1 << 30)),
            optics=optics,
        )

    return look


def _draw() -> Plane:
    drawn = io.BytesIO()
    code = segno.make(_TEXT, error="q", micro=False, boost_error=False)
    code.save(drawn, kind="png", scale=MODULE_PX, border=QUIET_MODULES)
    with Image.open(drawn) as image:
        plane: Plane = np.asarray(image.convert("L")).copy()
    return plane


def _scratch(whole: Plane, scratches: int) -> Plane:
    """Bright lines through the ink, as keys and trolleys leave them."""
    random = np.random.default_rng(1)
    worn = whole.copy()
    side = whole.shape[0]
    for _ in range(scratches):
        x, y = (int(value) for value in random.integers(0, side, 2))
        angle, length = random.uniform(0, np.pi), random.uniform(0.3, 0.9) * side
        end = (int(x + length * np.cos(angle)), int(y + length * np.sin(angle)))
        load_cv2().line(worn, (x, y), end, 235, 3)
    return worn


def _tear(whole: Plane, modules: int) -> Plane:
    """The corner without a finder pattern is gone, so many modules of it."""
    worn = whole.copy()
    gone = (QUIET_MODULES + modules) * MODULE_PX
    worn[-gone:, -gone:] = 150
    return worn
