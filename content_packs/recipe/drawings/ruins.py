"""The unfinished and the ruined: the Alai Minar, Alauddin's madrasa, and Smith's folly with its mound."""

from __future__ import annotations

import math
from random import Random

from arches import pointed, widened
from canvas import Point
from colour import BUFF, INK, LIGHT, MARBLE, PLUM, RUBBLE, SANDSTONE
from minar import blend
from ornament import Line, merlons
from screen import inside
from space import Scene, Wall
from tower import Shaft, dome, revolve


def stump_ribs(share: float) -> float:
    """The Alai Minar's broad flanges, worn to the rubble core."""
    place = (share * 24) % 1
    wear = 0.012 * math.sin(share * 211) + 0.01 * math.sin(share * 97 + 1)
    return 0.93 + 0.09 * math.sin(math.pi * place) ** 0.5 + wear


class AlaiMinar:
    """Draws the stump, 24.5 m tall and 25 m across."""

    def __init__(self, scene: Scene, centre: Point = (0.0, 0.0), *, haze: float = 0.0, detail: float = 1.0) -> None:
        self.scene, self.centre, self.detail, self.random = scene, centre, detail, Random(51)
        self.stone = RUBBLE.hazed(haze)
        self.shaft = Shaft(scene, centre, stump_ribs, facets=24 * 6)

    def draw(self) -> None:
        """Plinth, drum, loose stones, doorway and the broken top."""
        base = Shaft(self.scene, self.centre, stump_ribs, facets=24 * 6)
        base.skin((13.6, 13.3), (0.0, 1.6), blend(RUBBLE, SANDSTONE, 0.35).hazed(self.stone.haze))
        self.scene.face([base.spot(at / 144, 13.3, 1.6) for at in range(144)], self.stone.at(0.7))
        levels = ((1.6, 12.6), (6.0, 12.45), (10.6, 12.2), (15.0, 12.15), (19.4, 11.8), (23.2, 11.6))
        for (z0, r0), (z1, r1) in zip(levels, levels[1:], strict=False):
            self.shaft.skin((r0, r1), (z0, z1), self.stone)
        self._rubble()
        self._ledges()
        self._door()
        self._crest()

    def shadow(self) -> None:
        """Its shadow on the ground."""
        round_shaft = Shaft(self.scene, self.centre)
        self.scene.cast([round_shaft.spot(at / 24, 12.2, z) for at in range(24) for z in (0.0, 23.0)])

    def _radius(self, z: float) -> float:
        return 12.65 - 1.05 * z / 23

    def _rubble(self) -> None:
        count = int(3200 * self.detail)
        tints: dict[float, list[Line]] = {0.1: [], 0.3: [], 0.62: [], 0.85: []}
        for _ in range(count):
            share, z = self.random.uniform(-0.27, 0.27), self.random.uniform(1.8, 22.8)
            wide, high = self.random.uniform(0.002, 0.0055), self.random.uniform(0.14, 0.42)
            shape = [(share + x * wide, z + y * high) for x, y in ((0, 0.3), (0.3, 1), (0.8, 0.9), (1, 0.3), (0.6, 0))]
            lit = share < 0.02
            tints[self.random.choice((0.3, 0.62, 0.85) if lit else (0.1, 0.3, 0.3))].append(shape)
        for light, shapes in tints.items():
            self._lay(shapes, self.stone.at(light))

    def _lay(self, shapes: list[Line], colour: str) -> None:
        kept = []
        for shape in shapes:
            share, z = shape[0]
            radius = self._radius(z)
            if self.shaft.seen(share, radius, z):
                kept.append([self.shaft.spot(s, radius * 1.002, v) for s, v in shape])
        self.scene.faces(kept, colour, opacity=0.6)

    def _ledges(self) -> None:
        for z in (4.2, 8.0, 12.1, 16.2, 20.0):
            self.shaft.ring(self._radius(z) * 1.004, z, PLUM, 1.2 + 1.4 * self.detail, opacity=0.35)
            self.shaft.ring(self._radius(z) * 1.004, z + 0.16, LIGHT, 0.7 + 0.6 * self.detail, opacity=0.25)
        holes = [(s / 48 + 1 / 96, z) for s in range(-13, 13) for z in (6.2, 10.2, 14.4, 18.2)]
        squares = [[(s + x * 0.003, z + y * 0.35) for x, y in ((0, 0), (0, 1), (1, 1), (1, 0))] for s, z in holes]
        self._lay(squares, INK)

    def _door(self) -> None:
        arch = pointed(0, 2.5, 3.1, 2.2, foot=1.6)
        shift = 0.045
        outer = [(shift + u / 78.5, v) for u, v in widened(arch, 0.5)]
        inner = [(shift + u / 78.5, v) for u, v in arch]
        for shape, colour in ((outer, SANDSTONE.hazed(self.stone.haze).at(0.55)), (inner, INK)):
            self.scene.face([Shaft(self.scene, self.centre).spot(s, self._radius(v) * 1.03, v) for s, v in shape], colour)

    def _crest(self) -> None:
        ring = []
        for at in range(144):
            share = at / 144
            z = 23.2 + 0.9 * abs(math.sin(share * 47)) + self.random.uniform(0, 0.8)
            ring.append((share - 0.5, z))
        for (s0, z0), (s1, z1) in zip(ring, [*ring[1:], (0.5, ring[0][1])], strict=True):
            if self.shaft.seen((s0 + s1) / 2, 11.6, 23.2):
                shape = [self.shaft.spot(s0, 11.6, 23.1), self.shaft.spot(s0, 11.4, z0), self.shaft.spot(s1, 11.4, z1), self.shaft.spot(s1, 11.6, 23.1)]
                light = 0.75 if s0 < 0 else 0.3
                self.scene.face(shape, self.stone.at(light), seam=0.7)


class Madrasa:
    """The south-west corner of the ruins: a range of cells, and a tall tomb chamber that has lost its dome."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.random = scene, Random(61)

    def draw(self) -> None:
        """The far range first, then the chamber and the near range."""
        self._range((-24.0, 13.0), (3.0, 13.0), 7)
        self._range((-24.0, -6.0), (-24.0, 13.0), 5, domes=False)
        self._chamber((4.5, 3.0), 12.5)

    def _rough(self, wall: Wall, outline: list[Point], holes: list[list[Point]], light: float) -> None:
        for hole in holes:
            wall.fill(hole, INK)
            self.scene.sheet.open_clip(wall.paper(hole))
            wall.reveal(hole, 1.4, RUBBLE)
            self.scene.sheet.close_group()
        wall.pierced(outline, holes, RUBBLE.at(light))
        self._stones(wall, outline, holes, light)

    def _stones(self, wall: Wall, outline: list[Point], holes: list[list[Point]], light: float) -> None:
        tints: dict[float, list[Line]] = {-0.18: [], -0.08: [], 0.12: [], 0.22: []}
        high = max(v for _, v in outline)
        grown = [widened(hole, 0.5) for hole in holes]
        for _ in range(int(wall.length_m * high * 3.4)):
            u, v = self.random.uniform(0, wall.length_m), self.random.uniform(0, high)
            if inside((u, v), outline) and not any(inside((u, v), hole) for hole in grown):
                w, h = self.random.uniform(0.2, 0.62), self.random.uniform(0.12, 0.3)
                shape = [(u, v + h * 0.4), (u + w * 0.2, v + h), (u + w * 0.85, v + h * 0.9), (u + w, v + h * 0.3), (u + w * 0.5, v)]
                tints[self.random.choice(tuple(tints))].append(shape)
        for shift, shapes in tints.items():
            wall.fill_all(shapes, RUBBLE.at(light + shift), opacity=0.7)

    def _ragged(self, length: float, height: float, wear: float) -> list[Point]:
        points, u = [(0.0, 0.0), (0.0, height)], 0.0
        while u < length - 1.2:
            u += self.random.uniform(0.7, 1.6)
            points.append((u, height - self.random.uniform(0, wear)))
        return [*points, (length, height - wear * 0.4), (length, 0.0)]

    def _range(self, start: Point, end: Point, cells: int, *, domes: bool = True) -> None:
        wall = Wall(self.scene, start, end)
        step = wall.length_m / cells
        if domes:
            for at in range(cells):
                middle = wall.spot((at + 0.5) * step, 0, -2.2)
                if at % 3 != 1:
                    tall = 2.4 if at % 2 else 1.9
                    revolve(self.scene, (middle[0], middle[1]), [(1.75, 4.6), (1.75, 5.6)], RUBBLE, facets=16)
                    revolve(self.scene, (middle[0], middle[1]), dome(1.7, 5.6, tall, steps=10), RUBBLE, facets=40)
        doors = [pointed((at + 0.5) * step, 1.7, 1.9, 1.05) for at in range(cells)]
        self._rough(wall, self._ragged(wall.length_m, 5.0, 0.9), doors, wall.light)
        for door in doors:
            wall.draw([widened(door, 0.16)], RUBBLE.at(wall.light + 0.25), 3.0, opacity=0.8)
            wall.draw([widened(door, 0.36)], PLUM, 1.2, opacity=0.4)

    def _chamber(self, middle: Point, side: float) -> None:
        half = side / 2
        corners = [(middle[0] + x * half, middle[1] + y * half) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        self.scene.cast([(x, y, z) for x, y in corners for z in (0.0, 10.5)])
        for at in (2, 3, 1, 0):
            wall = Wall(self.scene, corners[at], corners[(at + 1) % 4])
            if wall.seen:
                arch = pointed(side / 2, 4.2, 4.0, 2.9)
                outline = self._ragged(side, 10.8, 1.5)
                self._rough(wall, outline, [arch], wall.light)
                for grow, pen in ((0.3, 3.4), (0.75, 1.6)):
                    wall.draw([widened(arch, grow)], blend(RUBBLE, SANDSTONE, 0.4).at(wall.light + 0.2), pen)
                wall.draw([[(0.6, 7.9), (side - 0.6, 7.9)], [(0.6, 8.25), (side - 0.6, 8.25)]], PLUM, 1.4, opacity=0.4)

    def near_wall(self, start: Point, end: Point, height: float) -> None:
        """A broken length of wall in the foreground."""
        wall = Wall(self.scene, start, end)
        self._rough(wall, self._ragged(wall.length_m, height, height * 0.5), [], wall.light)


class Folly:
    """Robert Smith's cupola, once set on the Minar: eight pillars, drooping Bengal eaves, a small dome."""

    def __init__(self, scene: Scene, centre: Point = (0.0, 0.0), *, ground_m: float = 0.0) -> None:
        self.scene, self.centre, self.ground_m = scene, centre, ground_m
        self.stone = blend(SANDSTONE, BUFF, 0.45)

    def draw(self) -> None:
        """Platform, far posts, near posts, eaves and dome."""
        g = self.ground_m
        base = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        for radius, low, high in ((3.9, 0.0, 0.3), (3.5, 0.3, 0.6), (3.1, 0.6, 0.95)):
            base.skin((radius, radius), (g + low, g + high), self.stone)
            self.scene.face([base.spot(at / 8, radius, g + high) for at in range(8)], self.stone.at(0.82))
            base.ring(radius, g + high, LIGHT, 1.4, opacity=0.5)
        posts = [base.spot(at / 8, 2.55, g) for at in range(8)]
        for x, y, _ in sorted(posts, key=lambda spot: -spot[1]):
            self._post((x, y), g + 0.95)
        self._roof(g + 4.2)

    def shadow(self) -> None:
        """Its shadow on the grass."""
        ring = Shaft(self.scene, self.centre)
        g = self.ground_m
        for radius, z in ((3.6, 0.5), (3.4, 4.4), (2.6, 6.0)):
            self.scene.cast([ring.spot(at / 16, radius, g + z) for at in range(16)], ground_m=g, opacity=0.3)
        self.scene.cast([ring.spot(at / 16, radius, g + z) for at in range(16) for radius, z in ((3.2, 4.2), (2.6, 5.8), (0.2, 8.0))], ground_m=g, opacity=0.3)

    def _post(self, spot: Point, low: float) -> None:
        for radius, z0, z1, sides in ((0.34, 0.0, 0.3, 4), (0.2, 0.3, 0.5, 8), (0.19, 0.5, 2.4, 8), (0.19, 2.4, 2.55, 16), (0.3, 2.55, 2.75, 4)):
            shaft = Shaft(self.scene, spot, facets=sides, turn=0.5 / sides)
            shaft.skin((radius, radius), (low + z0, low + z1), self.stone)
        revolve(self.scene, spot, [(0.19, low + 2.3), (0.27, low + 2.42), (0.2, low + 2.55)], self.stone, facets=16)

    def _roof(self, z: float) -> None:
        ring = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        corners = [ring.spot(at / 8, 2.75, z - 0.5) for at in range(8)]
        order = sorted(range(8), key=lambda at: -(corners[at][1] + corners[(at + 1) % 8][1]))
        for at in order:
            self._side(corners[at][:2], corners[(at + 1) % 8][:2], z - 0.5)
        shape = dome(2.45, z + 0.75, 2.1, steps=14, lip=0.07)
        base = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        base.skin((2.5, 2.5), (z + 0.3, z + 0.8), self.stone)
        revolve(self.scene, self.centre, shape, blend(MARBLE, BUFF, 0.45), facets=60)
        rims = [[(s / 15.7, v + z + 0.78) for s, v in merlon] for merlon in merlons(-7.85, 0, 7.85, 0.49, 0.36)]
        Shaft(self.scene, self.centre, facets=96).wrap_shapes(rims, 2.5, self.stone.at(0.42))
        finial = [(0.55, z + 2.75), (0.6, z + 2.85), (0.2, z + 3.0), (0.34, z + 3.25), (0.12, z + 3.5), (0.04, z + 4.0)]
        revolve(self.scene, self.centre, finial, self.stone, facets=20)

    def _side(self, left: tuple[float, ...], right: tuple[float, ...], z: float) -> None:
        wall = Wall(self.scene, (left[0], left[1]), (right[0], right[1]), z)
        if not wall.seen:
            wall = Wall(self.scene, (right[0], right[1]), (left[0], left[1]), z)
            arch = pointed(wall.length_m / 2, wall.length_m - 0.5, -0.35, 0.6, foot=-0.5)
            wall.fill([(0, 0.5), *[(u, v) for u, v in arch], (wall.length_m, 0.5)], self.stone.at(0.12))
            return
        wide, light = wall.length_m, wall.light
        arch = pointed(wide / 2, wide - 0.5, -0.35, 0.62, foot=-0.5)
        wall.fill([(0, -0.5), (0, 1.0), (wide, 1.0), (wide, -0.5), *reversed(arch)], self.stone.at(light))
        wall.draw([widened(arch, 0.1)], LIGHT, 1.4, opacity=0.4)
        steps = [at / 10 for at in range(11)]
        droop = [(wide * s, 0.62 - 0.5 * (2 * s - 1) ** 2) for s in steps]
        upper = [wall.spot(u, v + 0.42) for u, v in droop]
        lower = [wall.spot((u - wide / 2) * 1.3 + wide / 2, v - 0.02, 0.75) for u, v in droop]
        self.scene.face(upper + lower[::-1], self.stone.at(light * 0.75 + 0.3))
        self.scene.face(lower + [(x, y, h - 0.12) for x, y, h in lower[::-1]], self.stone.at(light + 0.1))
        wall.draw([[(u, v + 0.42) for u, v in droop]], PLUM, 1.2, opacity=0.5)
