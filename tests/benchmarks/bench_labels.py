"""What a printed label bears: modules too small, glare over a code of each strength, a site of 1,000 stops.

The measured figure of the first two groups is how many of the floor's looks were read by a plain read; see docs/adr/0106.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.authoring.label_code import QUIET_MODULES, make_label_code
from kiosk.authoring.label_papers import get_paper
from kiosk.authoring.label_sheet import write_label_sheet
from kiosk.authoring.label_wish import LabelWish
from kiosk.authoring.labels import Label
from kiosk.model.marker import ALPHABET, format_marker
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.print_view import see_print
from kiosk.scanning.wall import draw_wall
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Row = tuple[str, float, str, float]

LOOKS = 60
LIVE_LOOKS = 40
STOPS = 1000
_SIDE_PX = 660
_KEY = bytes(16)


def measure() -> list[Row]:
    """Return the rows; a minute."""
    texts = _draw_texts(LOOKS)
    return [*_sizes(texts), *_live(texts[:LIVE_LOOKS]), *_strengths(texts), _sheet()]


def _draw_texts(count: int) -> list[str]:
    chance = random.Random(7)
    ids = ["".join(chance.choice(ALPHABET) for _ in range(8)) for _ in range(count)]
    return [format_marker("QUTB.EXAMPLE", stop_id, _KEY) for stop_id in ids]


def _sizes(texts: list[str]) -> list[Row]:
    """Look at codes from 20 degrees aside, a little out of focus, ever smaller."""
    rows = []
    for module_px in (4.0, 3.0, 2.5, 2.25, 2.0):
        prints = ((text, _draw(text, "m")) for text in texts)
        read = sum(
            _is_read(text, see_print(drawn, module_px * _across(text, "m") / _SIDE_PX, seed=seed))
            for seed, (text, drawn) in enumerate(prints)
        )
        rows.append((f"read at {module_px:g} pixels a module", float(read), "looks", float(len(texts))))
    return rows


def _live(texts: list[str]) -> list[Row]:
    """Hold a 720p camera before codes for ten frames, by a hand that is never still; the ladder reads as in the guide."""
    wall = load_cv2().resize(load_cv2().cvtColor(draw_wall(3), 6), (1280, 720))
    rows = []
    for module_px in (2.0, 2.25):
        for level in "mh":
            scale = module_px * _across(texts[0], level) / _SIDE_PX
            read = sum(_is_read_live(text, _draw(text, level), scale, wall) for text in texts)
            share = module_px / 2
            goal = f"{level.upper()} live at 720p from {1 / share:.0%} of the stated distance, in ten frames"
            rows.append((goal, float(read), "codes", float(len(texts))))
    return rows


def _is_read_live(text: str, drawn: Plane, scale: float, wall: Plane) -> bool:
    ladder, chance = Ladder(), random.Random(text)
    for frame_number in range(10):
        yaw, roll = chance.uniform(-20, 20), chance.uniform(-8, 8)
        seen = see_print(drawn, scale, yaw_deg=yaw, roll_deg=roll, seed=frame_number)
        top, left = (360 - seen.shape[0] // 2, 640 - seen.shape[1] // 2)
        top, left = top + chance.randint(-40, 40), left + chance.randint(-60, 60)
        frame = wall.copy()
        frame[top : top + seen.shape[0], left : left + seen.shape[1]] = seen
        if any(code.text == text for code in ladder.read(frame)):
            return True
    return False


def _strengths(texts: list[str]) -> list[Row]:
    """Put a lamp's reflection over codes of M, Q and H in one and the same square of 100 and 150 pixels."""
    rows = []
    for side_px in (100, 150):
        for share in (0.0, 0.05, 0.08, 0.12, 0.16):
            for level in "mqh":
                chance = random.Random(int(share * 100))  # the same reflections on each
                read = sum(
                    _is_read(
                        text,
                        see_print(_dazzle(_draw(text, level), share, chance), side_px / _SIDE_PX, seed=seed),
                    )
                    for seed, text in enumerate(texts)
                )
                goal = f"{level.upper()} in {side_px} pixels, {share:.0%} of it white"
                rows.append((goal, float(read), "looks", float(len(texts))))
    return rows


def _sheet() -> Row:
    texts = _draw_texts(STOPS)
    titles = (("en", "The iron pillar"), ("hi", "लौह स्तंभ"), ("ar", "العمود الحديدي"))
    labels = [Label(text, str(number), titles, "The site", "en") for number, text in enumerate(texts)]
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        begun_s = time.perf_counter()
        write_label_sheet(labels, Path(folder) / "labels.pdf", LabelWish(get_paper("L7160")))
        return (
            f"{STOPS} labels in three languages drawn and read back",
            time.perf_counter() - begun_s,
            "s",
            0.0,
        )


def _draw(text: str, level: str) -> Plane:
    """Return the code with its white edge as a square of ``_SIDE_PX``."""
    import numpy as np

    code = make_label_code(text, level)
    modules = np.pad(~np.array(code.modules), QUIET_MODULES, constant_values=True)
    side = (_SIDE_PX, _SIDE_PX)
    drawn: Plane = load_cv2().resize(modules.astype(np.uint8) * 255, side, interpolation=0)
    return drawn


def _across(text: str, level: str) -> int:
    return make_label_code(text, level).across


def _dazzle(drawn: Plane, share: float, chance: random.Random) -> Plane:
    """Return the code with an ellipse of white over ``share`` of its dark square, clear of the three corners."""
    square_px = _SIDE_PX * 0.78
    width, turned = chance.uniform(0.6, 1.6), chance.uniform(0, 180)
    middle = tuple(int(_SIDE_PX * 0.11 + square_px * chance.uniform(0.4, 0.75)) for _ in range(2))
    across = (share * square_px**2 / 3.1416 * width) ** 0.5
    if share > 0:
        load_cv2().ellipse(drawn, middle, (int(across), int(across / width)), turned, 0, 360, 255, -1)
    return drawn


def _is_read(text: str, seen: Plane) -> bool:
    return any(code.text == text for code in ZxingReader().read(seen))
