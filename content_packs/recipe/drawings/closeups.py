"""Two close views: the rows of writing on the iron pillar, and the carved bands of the screen. Neither shows a letter."""

from __future__ import annotations

import math
from random import Random

from canvas import Point, Sheet
from colour import INK, IRON, LEAF, LIGHT, PLUM, SANDSTONE
from minar import blend
from nature import clouds, sky, tree_line
from ornament import Line, courses, leaf, rosette
from screen import WEATHERED, Screen
from space import Camera, Scene
from tower import Shaft

CARVED = blend(WEATHERED, SANDSTONE, 0.35)


def stroke_marks(random: Random, u: float, z: float, size: float) -> list[Line]:
    """A few upright cuts of uneven height, as on a tally: the rhythm of a word and no sign of any script."""
    marks: list[Line] = []
    for _ in range(random.randint(2, 6)):
        foot, head = z + size * random.uniform(0.0, 0.25), z + size * random.uniform(0.7, 1.1)
        marks.append([(u + size * random.uniform(-0.04, 0.04), head), (u, foot)])
        u += size * random.uniform(0.34, 0.44)
    return marks


def iron_pillar_inscription() -> Sheet:
    """The shaft from an arm's length, with six rows of cuts where the writing runs."""
    sheet, random = Sheet(), Random(19)
    sky(sheet, (80, 900))
    clouds(sheet, random, 200, 800, 8, LIGHT, 0.25)
    tree_line(sheet, random, 1090, 150, LEAF.hazed(0.55))
    Screen(
        Scene(sheet, Camera((2.5, -16, 2.0), 1350, (800, 1010))), (-16.8, 0), (16.8, 0), haze=0.5, detail=0.3
    ).draw()
    scene = Scene(sheet, Camera((0, -1.42, 2.25), 2350, (800, 600)), (-0.8, -0.45, 0.35))
    shaft = Shaft(scene, (0, 0), facets=220)
    shaft.skin((0.235, 0.228), (1.5, 3.0), IRON)
    _patina(shaft, random)
    _rows(shaft, random)
    return sheet


def _patina(shaft: Shaft, random: Random) -> None:
    for colour, count, opacity in ((IRON.at(0.75), 90, 0.1), (INK, 110, 0.16), ("#b4603a", 60, 0.13)):
        shapes = []
        for _ in range(count):
            share, z = random.uniform(-0.24, 0.24), random.uniform(1.8, 2.75)
            wide, tall = random.uniform(0.003, 0.02), random.uniform(0.004, 0.05)
            shapes.append(
                [
                    (share + wide * math.cos(t), z + tall * math.sin(t) * random.uniform(0.6, 1))
                    for t in (k * 0.7 for k in range(9))
                ]
            )
        shaft.wrap_shapes(shapes, 0.232, colour, opacity=opacity)


def _rows(shaft: Shaft, random: Random) -> None:
    girth, lines = 2 * math.pi * 0.232, []
    for row in range(6):
        u, z = -0.225 + 0.01 * (row % 2), 2.415 - row * 0.066
        while u < 0.215:
            word = stroke_marks(random, u, z, 0.033)
            lines += [mark for mark in word if mark[0][0] < 0.225]
            u = word[-1][0][0] + random.uniform(0.02, 0.03)
    placed = [[(u / girth, z) for u, z in line] for line in lines]
    shifted = [[(share + 0.0018, z - 0.0018) for share, z in line] for line in placed]
    shaft.wrap(shifted, 0.2325, IRON.at(1.0), 4.2, opacity=0.55)
    shaft.wrap(placed, 0.2325, "#07050d", 4.8, opacity=0.95)


def great_screen_detail() -> Sheet:
    """Carved bands close by: vine, interlace, lotus, in raking light from the left."""
    sheet, random = Sheet(), Random(20)
    sheet.raw(f'<rect width="1600" height="1200" fill="{CARVED.at(0.5)}"/>')
    _blocks(sheet, random, 0, 250)
    _blocks(sheet, random, 1345, 1600)
    x = 250.0
    for kind, wide in (
        ("edge", 34),
        ("vine", 215),
        ("edge", 34),
        ("knots", 330),
        ("edge", 34),
        ("lotus", 150),
        ("edge", 34),
        ("vine", 230),
        ("edge", 34),
    ):
        _band(sheet, kind, x, float(wide))
        x += wide
    glow = sheet.gradient((0, 0), (1600, 500), [(0, "#ffd9a0", 0.34), (0.5, "#ffd9a0", 0.0), (1, PLUM, 0.45)])
    sheet.raw(f'<rect width="1600" height="1200" fill="{glow}"/>')
    return sheet


def _blocks(sheet: Sheet, random: Random, x0: float, x1: float) -> None:
    blocks, joints = courses(x0, 0, x1, 1200, 118, 220, random)
    sheet.polygons(blocks[::2], CARVED.at(0.42))
    sheet.polygons(blocks[1::2], CARVED.at(0.62))
    sheet.stroke([[(x + 2, y + 3) for x, y in joint] for joint in joints], CARVED.at(0.85), 2.5, opacity=0.6)
    sheet.stroke(joints, PLUM, 4, opacity=0.8)


def _relief(sheet: Sheet, lines: list[Line], width: float, light: float = 0.72) -> None:
    """Raised lines: a cast shadow to the lower right, a body, a lit edge to the upper left."""
    lift = width * 0.42
    sheet.stroke([[(x + lift, y + lift) for x, y in line] for line in lines], "#2a0f22", width, opacity=0.75)
    sheet.stroke(lines, CARVED.at(light - 0.16), width)
    sheet.stroke(
        [[(x - width * 0.16, y - width * 0.16) for x, y in line] for line in lines],
        CARVED.at(light + 0.1),
        width * 0.55,
    )
    sheet.stroke(
        [[(x - width * 0.3, y - width * 0.3) for x, y in line] for line in lines],
        LIGHT,
        width * 0.13,
        opacity=0.7,
    )


def _raised(sheet: Sheet, shapes: list[Line], light: float = 0.75) -> None:
    sheet.polygons([[(x + 6, y + 7) for x, y in shape] for shape in shapes], "#2a0f22", opacity=0.7)
    sheet.polygons(shapes, CARVED.at(light))
    for shape in shapes:
        middle = (sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape))
        sheet.polygon(
            [
                (middle[0] + (x - middle[0]) * 0.55 + 2, middle[1] + (y - middle[1]) * 0.55 + 2)
                for x, y in shape
            ],
            CARVED.at(light - 0.28),
        )


def _band(sheet: Sheet, kind: str, x: float, wide: float) -> None:
    sheet.polygon(
        [(x, 0), (x + wide, 0), (x + wide, 1200), (x, 1200)], CARVED.at(0.22 if kind != "edge" else 0.66)
    )
    if kind == "edge":
        sheet.polygon([(x, 0), (x + 5, 0), (x + 5, 1200), (x, 1200)], LIGHT, opacity=0.55)
        sheet.polygon(
            [(x + wide - 8, 0), (x + wide + 12, 0), (x + wide + 12, 1200), (x + wide - 8, 1200)],
            INK,
            opacity=0.5,
        )
        beads = [rosette((x + wide * 0.45, y), 8, 5.5, 4) for y in range(12, 1200, 26)]
        sheet.polygons(beads, CARVED.at(0.3))
    elif kind == "vine":
        _vine(sheet, x, wide, 7.0 * wide / 100, 0.74)
    elif kind == "lotus":
        for y in range(-20, 1300, 132):
            centre = (x + wide / 2, float(y))
            _raised(sheet, [leaf(centre, math.pi * k / 4 + 0.39, 58) for k in range(8)])
            _raised(sheet, [rosette(centre, 21, 16, 8)], 0.85)
    else:
        _knots(sheet, x, wide)


def _knots(sheet: Sheet, x: float, wide: float) -> None:
    """Two strands that cross, a flower in every eye and a pair of leaves in every bay between."""
    step, middle = 240.0, x + wide / 2
    strands: list[Line] = [
        [
            (middle + side * wide * 0.36 * math.sin(math.pi * at / 16), at * step / 16 - step)
            for at in range(16 * 7 + 1)
        ]
        for side in (1, -1)
    ]
    leaves = [
        leaf((middle + side * wide * 0.13, row * step), turn, wide * 0.3)
        for row in range(6)
        for side in (1, -1)
        for turn in (math.pi / 2 - side * 1.2, -math.pi / 2 + side * 1.2)
    ]
    _raised(sheet, leaves, 0.62)
    _relief(sheet, strands, 15, 0.86)
    for row in range(6):
        _raised(sheet, [rosette((middle, row * step), 22, 14, 4)], 0.85)
        eye = (middle, (row - 0.5) * step)
        _raised(sheet, [leaf(eye, math.pi * k / 4, 60) for k in range(8)], 0.8)
        _raised(sheet, [rosette(eye, 20, 15, 8)], 0.9)


def _vine(sheet: Sheet, x: float, wide: float, width: float, light: float) -> None:
    count, step = 1200 / (wide * 0.98), wide * 0.98
    middle = x + wide / 2
    stem = [
        (middle + wide * 0.33 * math.sin(math.pi * at / 16), at * step / 16 - step)
        for at in range(int((count + 3) * 16))
    ]
    lines: list[Line] = [stem]
    leaves: list[Line] = []
    for bend in range(int(count) + 4):
        side = 1 if bend % 2 else -1
        centre: Point = (middle + side * wide * 0.04, (bend - 0.5) * step)
        spiral = []
        for at in range(34):
            angle = (0.0 if side > 0 else math.pi) + side * 2.6 * math.pi * at / 33
            reach = wide * 0.3 * (1 - at / 39)
            spiral.append((centre[0] - reach * math.cos(angle), centre[1] + reach * math.sin(angle)))
        lines.append(spiral)
        for at in (3, 8, 13, 18, 23):
            root = spiral[at]
            out = math.atan2(root[1] - centre[1], root[0] - centre[0])
            leaves.append(leaf(root, out + side * 0.9, wide * (0.25 - at * 0.003)))
        corner = (middle - side * wide * 0.4, (bend - 0.5) * step)
        leaves += [
            leaf(corner, (0.0 if side > 0 else math.pi) + turn, wide * 0.2) for turn in (-0.75, 0.0, 0.75)
        ]
    _relief(sheet, lines, width, light)
    if light > 0.5:
        _raised(sheet, leaves, light)
