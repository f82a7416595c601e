"""Carved ornament as lines and small shapes in wall metres. Bands of writing are drawn as an interlace without any letter."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from random import Random

from canvas import Point

Line = list[Point]


def interlace(u0: float, v0: float, u1: float, v1: float) -> list[Line]:
    """Two strands that cross in a row of knots: it stands where the building has writing, and is none."""
    height, middle = v1 - v0, (v0 + v1) / 2
    count = max(1, round((u1 - u0) / (height * 0.9)))
    wave = (u1 - u0) / count
    lines: list[Line] = []
    for knot in range(count):
        start, u = u0 + knot * wave, u0 + (knot + 0.5) * wave
        for side in (1, -1):
            bend = [
                (start + wave * at / 8, middle + side * height * 0.38 * math.sin(math.pi * at / 8))
                for at in range(9)
            ]
            lines.append(bend)
        near, far = wave * 0.16, height * 0.16
        lines.append(
            [(u - near, middle), (u, middle + far), (u + near, middle), (u, middle - far), (u - near, middle)]
        )
    return lines


def scroll(u0: float, v0: float, u1: float, v1: float, *, turns: float = 1.25) -> list[Line]:
    """A vine in waves along the longer side, with a spiral shoot in every bend."""
    upright = (v1 - v0) > (u1 - u0)
    length, height = (v1 - v0, u1 - u0) if upright else (u1 - u0, v1 - v0)
    count = max(1, round(length / height))
    wave, middle = length / count, height / 2
    stem = [
        (length * at / (count * 6), middle + height * 0.36 * math.sin(math.pi * at / 6))
        for at in range(count * 6 + 1)
    ]
    lines = [stem]
    for bend in range(count):
        side = 1 if bend % 2 else -1
        centre = ((bend + 0.5) * wave, middle + side * height * 0.06)
        spiral = []
        for at in range(10):
            angle = math.pi * (0.5 if side < 0 else 1.5) + side * turns * 2 * math.pi * at / 9
            reach = height * 0.3 * (1 - at / 11)
            spiral.append((centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)))
        lines.append(spiral)
    if upright:
        return [[(u0 + y, v0 + x) for x, y in line] for line in lines]
    return [[(u0 + x, v0 + y) for x, y in line] for line in lines]


def leaf(at: Point, angle: float, length: float) -> Line:
    """A pointed leaf."""
    cos, sin = math.cos(angle), math.sin(angle)
    shape = [(0.0, 0.0), (0.3, 0.2), (0.6, 0.18), (1.0, 0.0), (0.6, -0.18), (0.3, -0.2)]
    return [(at[0] + length * (x * cos - y * sin), at[1] + length * (x * sin + y * cos)) for x, y in shape]


def lozenges(u0: float, v0: float, u1: float, v1: float, size: float) -> list[Line]:
    """A lattice of crossing diagonals."""
    columns, rows = max(1, round((u1 - u0) / size)), max(1, round((v1 - v0) / size))
    wide, high, lines = (u1 - u0) / columns, (v1 - v0) / rows, []
    for column in range(columns):
        for row in range(rows):
            u, v = u0 + column * wide, v0 + row * high
            lines.append(
                [
                    (u, v + high / 2),
                    (u + wide / 2, v + high),
                    (u + wide, v + high / 2),
                    (u + wide / 2, v),
                    (u, v + high / 2),
                ]
            )
    return lines


def stars(u0: float, v0: float, u1: float, v1: float, size: float) -> list[Line]:
    """Closed six-pointed stars in hexagons, as the lattice screens have."""
    columns, rows = max(1, round((u1 - u0) / size)), max(1, round((v1 - v0) / size))
    wide, high, shapes = (u1 - u0) / columns, (v1 - v0) / rows, []
    for column in range(columns):
        for row in range(rows):
            centre = (u0 + (column + 0.5) * wide, v0 + (row + 0.5) * high)
            shapes.append(rosette(centre, min(wide, high) * 0.46, min(wide, high) * 0.27, 6))
    return shapes


def rosette(centre: Point, outer: float, inner: float, points: int) -> Line:
    """A closed star."""
    ring = []
    for at in range(points * 2):
        reach, angle = (inner if at % 2 else outer), math.pi * at / points + math.pi / 2
        ring.append((centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)))
    return ring


def beads(u0: float, v: float, u1: float, size: float) -> list[Line]:
    """A row of small lozenges."""
    count = max(1, round((u1 - u0) / size))
    step = (u1 - u0) / count
    return [
        [(u0 + (at + 0.1) * step, v), (u0 + (at + 0.5) * step, v + step * 0.4), (u0 + (at + 0.9) * step, v), (u0 + (at + 0.5) * step, v - step * 0.4)]
        for at in range(count)
    ]  # fmt: skip


def merlons(u0: float, v: float, u1: float, width: float, height: float) -> list[Line]:
    """Leaf-shaped battlements."""
    count = max(1, round((u1 - u0) / width))
    step = (u1 - u0) / count
    shape = ((0.06, 0.0), (0.06, 0.5), (0.22, 0.74), (0.5, 1.0), (0.78, 0.74), (0.94, 0.5), (0.94, 0.0))
    return [[(u0 + (at + x) * step, v + y * height) for x, y in shape] for at in range(count)]


def lotus_fringe(curve: Sequence[Point], spacing: float, length: float) -> list[Line]:
    """Spear-shaped lotus buds that hang from the inner edge of an arch."""
    shapes: list[Line] = []
    due = spacing / 2
    for before, after in itertools.pairwise(curve):
        span = math.dist(before, after)
        while due < span:
            share = due / span
            at = (before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share)
            inward = math.atan2(-(after[0] - before[0]), after[1] - before[1])
            shapes.append(_bud(at, inward, length))
            due += spacing
        due -= span
    return shapes


def _bud(at: Point, angle: float, length: float) -> Line:
    cos, sin = math.cos(angle), math.sin(angle)
    shape = [
        (-0.05, 0.09),
        (0.3, 0.08),
        (0.45, 0.28),
        (0.7, 0.22),
        (1.0, 0.0),
        (0.7, -0.22),
        (0.45, -0.28),
        (0.3, -0.08),
        (-0.05, -0.09),
    ]
    return [(at[0] + length * (x * cos - y * sin), at[1] + length * (x * sin + y * cos)) for x, y in shape]


def courses(
    u0: float, v0: float, u1: float, v1: float, course: float, block: float, random: Random
) -> tuple[list[Line], list[Line]]:
    """Masonry: (blocks that stand out a little, joint lines)."""
    blocks: list[Line] = []
    joints: list[Line] = []
    rows = max(1, round((v1 - v0) / course))
    high = (v1 - v0) / rows
    for row in range(rows):
        v, u = v0 + row * high, u0
        joints.append([(u0, v), (u1, v)])
        while u < u1:
            wide = min(block * random.uniform(0.6, 1.5), u1 - u)
            if random.random() < 0.32:
                blocks.append([(u, v), (u, v + high), (u + wide, v + high), (u + wide, v)])
            u += wide
            if u < u1:
                joints.append([(u, v), (u, v + high)])
    return blocks, joints
