"""Outlines of arches as points from the left foot over the top to the right foot, in metres."""

from __future__ import annotations

import itertools
import math

from canvas import Point


def _mirror(left: list[Point], centre: float) -> list[Point]:
    return left + [(2 * centre - u, v) for u, v in reversed(left[:-1])]


def pointed(
    centre: float, width: float, spring: float, rise: float, foot: float = 0.0, steps: int = 12
) -> list[Point]:
    """Two arcs that meet in a point, springing at height `spring` and rising `rise` above it."""
    half = width / 2
    radius = (half * half + rise * rise) / (2 * half)
    top = math.asin(min(1.0, rise / radius))
    if rise > radius:
        top = math.pi - top
    left = [(centre - half, foot)]
    for at in range(steps + 1):
        angle = top * at / steps
        left.append((centre - half + radius - radius * math.cos(angle), spring + radius * math.sin(angle)))
    return _mirror(left, centre)


def ogee(
    centre: float, width: float, spring: float, rise: float, foot: float = 0.0, steps: int = 18
) -> list[Point]:
    """A corbelled arch with the reversed curve at its tip, as in Aibak's screen."""
    half = width / 2
    left = [(centre - half, foot)]
    for at in range(steps + 1):
        share = at / steps
        bulge = math.cos(share * math.pi / 2) ** 0.62
        tip = 0.13 * max(0.0, (share - 0.72) / 0.28) * (1 - share) * 4
        left.append((centre - half * max(0.0, bulge - tip), spring + rise * share))
    return _mirror(left, centre)


def horseshoe(
    centre: float,
    width: float,
    spring: float,
    rise: float,
    foot: float = 0.0,
    bulge: float = 0.1,
    steps: int = 16,
) -> list[Point]:
    """A pointed arch whose sides draw in below the springing, as in the Alai Darwaza."""
    half = width / 2
    jamb = half * (1 - bulge)
    left: list[Point] = [(centre - jamb, foot), (centre - jamb, spring - rise * 0.28)]
    for at in range(1, 7):
        share = at / 6
        left.append(
            (
                centre - jamb - (half - jamb) * math.sin(share * math.pi / 2),
                spring - rise * 0.28 * (1 - share),
            )
        )
    radius = (half * half + rise * rise) / (2 * half)
    top = math.asin(min(1.0, rise / radius)) if rise <= radius else math.pi - math.asin(rise / radius)
    for at in range(1, steps + 1):
        angle = top * at / steps
        left.append((centre - half + radius - radius * math.cos(angle), spring + radius * math.sin(angle)))
    return _mirror(left, centre)


def widened(curve: list[Point], by: float) -> list[Point]:
    """The same outline moved outwards by so many metres (inwards below 0), its feet kept at their height."""
    moved: list[Point] = []
    for at, (u, v) in enumerate(curve):
        before, after = curve[max(0, at - 1)], curve[min(len(curve) - 1, at + 1)]
        length = math.dist(before, after) or 1.0
        normal = (-(after[1] - before[1]) / length, (after[0] - before[0]) / length)
        moved.append((u + normal[0] * by, v + normal[1] * by))
    moved[0] = (curve[0][0] - by, curve[0][1])
    moved[-1] = (curve[-1][0] + by, curve[-1][1])
    middle = len(curve) // 2
    moved[middle] = (curve[middle][0], curve[middle][1] + by * 1.25)
    return moved


def along(curve: list[Point], lines: list[list[Point]], top: float) -> list[list[Point]]:
    """Bend ornament drawn on a straight strip round a curve.

    A point (s, t) of a line lands s metres along the curve and t metres outside it (at most `top`).
    """
    spans = [math.dist(a, b) for a, b in itertools.pairwise(curve)]
    bent: list[list[Point]] = []
    for line in lines:
        moved = []
        for s, t in line:
            at, left = 0, s
            while at < len(spans) - 1 and left > spans[at]:
                left -= spans[at]
                at += 1
            share = min(1.0, max(0.0, left / spans[at])) if spans[at] else 0.0
            a, b = curve[at], curve[at + 1]
            length = spans[at] or 1.0
            normal = (-(b[1] - a[1]) / length, (b[0] - a[0]) / length)
            reach = min(t, top)
            moved.append(
                (
                    a[0] + (b[0] - a[0]) * share + normal[0] * reach,
                    a[1] + (b[1] - a[1]) * share + normal[1] * reach,
                )
            )
        bent.append(moved)
    return bent


def length_of(curve: list[Point]) -> float:
    """The curve's length in metres."""
    return sum(math.dist(a, b) for a, b in itertools.pairwise(curve))
