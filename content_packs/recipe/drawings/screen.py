"""The great screen of the mosque and the iron pillar that stands before it."""

from __future__ import annotations

import itertools
import math
from random import Random

from arches import along, length_of, ogee, widened
from canvas import Point
from colour import BUFF, INK, IRON, LIGHT, PLUM, SANDSTONE, Stuff
from minar import blend
from ornament import Line, beads, courses, interlace, scroll
from space import Scene, Wall
from tower import Shaft

WEATHERED = blend(SANDSTONE, BUFF, 0.4)
THICK_M = 2.6
ARCHES = (
    (3.3, 2.9, 4.6, 3.2),
    (8.9, 3.1, 4.8, 3.4),
    (16.8, 6.7, 8.6, 6.4),
    (24.7, 3.1, 4.8, 3.4),
    (30.3, 2.9, 4.6, 3.2),
)
TOP: tuple[Point, ...] = (
    (0, 0), (0, 9.2), (0.9, 9.9), (2.2, 9.6), (3.9, 10.6), (5.0, 10.3), (6.4, 11.2), (7.6, 10.9), (9.6, 11.6), (10.8, 11.4), (11.2, 12.6),
    (11.9, 12.9), (12.0, 15.6), (12.7, 16.2), (12.8, 17.0), (15.0, 17.3), (18.5, 17.2), (20.4, 17.4), (20.8, 16.5), (21.5, 16.3), (21.7, 13.4),
    (22.4, 12.2), (23.6, 11.9), (25.2, 11.0), (26.8, 11.3), (28.2, 10.2), (29.6, 10.5), (31.2, 9.4), (32.4, 9.8), (33.6, 8.4), (33.6, 0),
)  # fmt: skip


class Screen:
    """Draws the screen from (x, y) `left` to `right` as seen from the court, 33.6 m long."""

    def __init__(
        self, scene: Scene, left: Point, right: Point, *, haze: float = 0.0, detail: float = 1.0
    ) -> None:
        self.wall = Wall(scene, left, right)
        self.scene, self.detail, self.random = scene, detail, Random(8)
        self.stone = WEATHERED.hazed(haze)
        self.k = self.wall.length_m / 33.6

    def _scaled(self, points: list[Point] | tuple[Point, ...]) -> list[Point]:
        return [(u * self.k, v * self.k) for u, v in points]

    def draw(self) -> None:
        """Draw thickness, face and carving."""
        wall, light = self.wall, self.wall.light
        arches = [self._scaled(ogee(*arch)) for arch in ARCHES]
        for arch in arches:
            wall.reveal(arch, THICK_M * self.k, self.stone)
        self._crest()
        wall.pierced(self._scaled(TOP), arches, self.stone.at(light))
        if self.detail > 0.4:
            self._masonry(light)
        for arch, size in zip(arches, ARCHES, strict=True):
            self._bands(arch, size[1] > 5, light)
        if self.detail > 0.4:
            low, high = wall.paper([(0, 0), (0, 17 * self.k)])
            fade = self.scene.sheet.gradient(low, high, [(0, PLUM, 0.4), (0.4, PLUM, 0.05), (1, LIGHT, 0.16)])
            data = [self._scaled(TOP), *arches]
            wall.pierced(data[0], data[1:], fade)

    def _crest(self) -> None:
        points = self._scaled(TOP)[1:-1]
        for (u0, v0), (u1, v1) in itertools.pairwise(points):
            normal_up = u1 - u0
            lit = 0.85 if normal_up > abs(v1 - v0) else (0.7 if v1 > v0 else 0.15)
            shape = [
                self.wall.spot(u0, v0),
                self.wall.spot(u1, v1),
                self.wall.spot(u1, v1, -THICK_M),
                self.wall.spot(u0, v0, -THICK_M),
            ]
            self.scene.face(shape, self.stone.at(lit))

    def _masonry(self, light: float) -> None:
        blocks, joints = courses(0, 0, 33.6, 17, 0.55, 1.2, self.random)
        holes = [widened(ogee(*arch), 1.9 if arch[1] > 5 else 1.0) for arch in ARCHES]

        def bare(shape: Line) -> bool:
            for u, v in shape:
                if not inside((u, v), list(TOP)) or any(inside((u, v), hole) for hole in holes):
                    return False
            return True

        chosen = [self._scaled(block) for block in blocks if bare(block)]
        self.wall.fill_all(chosen[::3], self.stone.at(light - 0.12), opacity=0.6)
        self.wall.fill_all(chosen[1::3], self.stone.at(light + 0.12), opacity=0.5)
        self.wall.fill_all(chosen[2::3], SANDSTONE.at(light), opacity=0.4)
        short = [self._scaled(joint) for joint in joints if joint[0][0] == joint[1][0] and bare(joint)]
        self.wall.draw(short, PLUM, 0.7, opacity=0.4)

    def _bands(self, arch: list[Point], great: bool, light: float) -> None:
        widths: tuple[float, ...]
        widths = (0.28, 0.5, 0.22, 0.62) if great else (0.2, 0.34, 0.16)
        widths = widths if self.detail > 0.4 else widths[1:2]
        reach = 0.0
        for at, band in enumerate(widths):
            inner, wide = widened(arch, reach * self.k), band * self.k
            self._strip(inner, wide, self.stone.at(light + (0.1 if at % 2 else -0.06)))
            if self.detail > 0.4:
                pen = 1.4 if great else 1.0
                ornament = self._ornament(length_of(inner), wide, at)
                bent = along(inner, ornament, wide)
                self.wall.draw(bent, PLUM, pen, opacity=0.72)
            self.wall.draw([inner], INK, 1.5 * self.detail + 0.3, opacity=0.5)
            self.wall.draw([widened(inner, wide * 0.92)], LIGHT, 0.9 * self.detail + 0.2, opacity=0.35)
            reach += band

    def _ornament(self, length: float, wide: float, at: int) -> list[Line]:
        if at % 2:
            return interlace(0, wide * 0.08, length, wide * 0.95)
        if wide > 0.25 * self.k:
            return scroll(0, wide * 0.1, length, wide * 0.9)
        return [[*bead, bead[0]] for bead in beads(0, wide / 2, length, wide * 0.9)]

    def _strip(self, inner: list[Point], wide: float, colour: str) -> None:
        self.wall.fill([*inner, *reversed(widened(inner, wide))], colour)


def inside(point: Point, outline: list[Point]) -> bool:
    """Whether the point lies in the polygon (even-odd rule)."""
    u, v = point
    hit = False
    for (u0, v0), (u1, v1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (v0 > v) != (v1 > v) and u < (u1 - u0) * (v - v0) / (v1 - v0) + u0:
            hit = not hit
    return hit


def ribs(share: float) -> float:
    """The section of the pillar's bell and discs: many fine round ribs."""
    return 0.95 + 0.06 * abs(math.sin(math.pi * share * 24))


class Pillar:
    """Draws the iron pillar, 7.2 m tall, on its low stone platform."""

    def __init__(self, scene: Scene, centre: Point = (0.0, 0.0)) -> None:
        self.scene, self.centre = scene, centre

    def draw(self) -> None:
        """Platform, shaft and capital."""
        self.platform()
        self.shaft()

    def platform(self) -> None:
        """Two round steps of stone."""
        base = Shaft(self.scene, self.centre, facets=48)
        for radius, low, high in ((1.75, 0.0, 0.16), (1.2, 0.16, 0.34)):
            base.skin((radius, radius), (low, high), WEATHERED)
            self.scene.face([base.spot(at / 48, radius, high) for at in range(48)], WEATHERED.at(0.74))
            base.ring(radius, high, LIGHT, 1.2, opacity=0.6)

    def shaft(self) -> None:
        """The plain tapering shaft and the bell capital with its discs and square top."""
        shaft = Shaft(self.scene, self.centre, facets=72)
        shaft.skin((0.21, 0.21), (0.34, 0.7), IRON, dim=0.08)
        shaft.skin((0.205, 0.155), (0.7, 6.15), IRON)
        ribbed = Shaft(self.scene, self.centre, ribs, facets=240)
        for r0, r1, z0, z1, fluted in (
            (0.155, 0.17, 6.15, 6.2, False), (0.17, 0.2, 6.2, 6.32, True), (0.2, 0.275, 6.32, 6.52, True), (0.275, 0.27, 6.52, 6.58, True),
            (0.19, 0.19, 6.58, 6.62, False), (0.2, 0.25, 6.62, 6.67, True), (0.25, 0.2, 6.67, 6.73, True), (0.21, 0.265, 6.73, 6.78, True),
            (0.265, 0.21, 6.78, 6.84, True), (0.2, 0.25, 6.84, 6.88, True), (0.25, 0.2, 6.88, 6.93, True), (0.18, 0.18, 6.93, 6.98, False),
            (0.24, 0.24, 6.98, 7.02, False),
        ):  # fmt: skip
            (ribbed if fluted else shaft).skin((r0, r1), (z0, z1), IRON)
        block = Shaft(self.scene, self.centre, facets=4, turn=0.085)
        self.scene.face([block.spot(at / 4, 0.3, 7.02) for at in range(4)], IRON.at(0.1))
        block.skin((0.3, 0.3), (7.02, 7.2), IRON)

    def shadow(self) -> None:
        """Its shadow over the paving."""
        self.scene.cast(
            [(self.centre[0] + dx, self.centre[1], z) for dx in (-0.2, 0.2) for z in (0.0, 7.2)], ground_m=0.0
        )


def paving(
    scene: Scene,
    stuff: Stuff,
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    random: Random,
    *,
    slab: float = 1.5,
) -> None:
    """A floor of stone slabs, a few lighter or darker than the rest."""
    scene.face([(x0, y0, 0), (x1, y0, 0), (x1, y1, 0), (x0, y1, 0)], stuff.at(0.6))
    tints: dict[float, list[list[tuple[float, float, float]]]] = {0.5: [], 0.68: [], 0.76: []}
    rows = int((y1 - y0) / slab)
    joints = []
    for row in range(rows + 1):
        y, x = y0 + row * slab, x0 + random.uniform(0, slab)
        joints.append([(x0, y, 0.0), (x1, y, 0.0)])
        while x < x1:
            wide = slab * random.uniform(0.8, 1.9)
            joints.append([(x, y, 0.0), (x, y + slab, 0.0)])
            if random.random() < 0.45:
                tints[random.choice((0.5, 0.68, 0.76))].append(
                    [(x, y, 0), (x + wide, y, 0), (x + wide, y + slab, 0), (x, y + slab, 0)]
                )
            x += wide
    for light, slabs in tints.items():
        scene.faces(slabs, stuff.at(light), opacity=0.7)
    scene.lines(joints, PLUM, 0.9, opacity=0.28)
