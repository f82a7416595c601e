"""Two tombs: Iltutmish's roofless chamber, carved all over, and the little domed tomb of Imam Zamin."""

from __future__ import annotations

import math
from random import Random

from arches import along, length_of, pointed, widened
from canvas import Point
from colour import BUFF, CORAL, GOLD, INK, LIGHT, MARBLE, PLUM, SANDSTONE
from gate import frame
from minar import blend
from ornament import beads, lettering, lozenges, merlons, rosette, scroll, stars
from space import Scene, Wall, box
from tower import Shaft, dome, revolve

HALF_M, WALL_M = 4.6, 9.4
CARVED = blend(SANDSTONE, BUFF, 0.12)


class IltutmishTomb:
    """The chamber from its open east side: back wall with three prayer niches, side walls, squinches, the grave."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.random = scene, Random(31)

    def draw(self) -> None:
        """Walls, corner arches, then the grave."""
        left = Wall(self.scene, (-HALF_M, 0), (-HALF_M, 2 * HALF_M))
        right = Wall(self.scene, (HALF_M, 2 * HALF_M), (HALF_M, 0))
        back = Wall(self.scene, (-HALF_M, 2 * HALF_M), (HALF_M, 2 * HALF_M))
        for wall, light in ((left, 0.12), (right, 0.62), (back, 0.42)):
            self._wall(wall, light, niches=wall is back)
        self._sunlight(back, right)
        self._squinches()
        self._grave()

    def _wall(self, wall: Wall, light: float, *, niches: bool) -> None:
        wall.fill(self._ragged(), CARVED.at(light))
        self._courses(wall, light)
        if niches:
            self._niche(wall, HALF_M, 2.0, 4.6, light, white=True)
            for middle in (1.75, 2 * HALF_M - 1.75):
                self._niche(wall, middle, 1.35, 3.5, light, white=False)
        else:
            self._door(wall, light)

    def _ragged(self) -> list[Point]:
        top, u = [(0.0, 0.0), (0.0, WALL_M)], 0.6
        while u < 2 * HALF_M - 0.4:
            v = WALL_M - self.random.choice((0.0, 0.0, 0.3, 0.5))
            top += [(u, v), (u + 0.9, v)]
            u += 0.9
        return [*top, (2 * HALF_M, WALL_M), (2 * HALF_M, 0.0)]

    def _courses(self, wall: Wall, light: float) -> None:
        dark, pale, wide = CARVED.at(light - 0.3), CARVED.at(light + 0.22), 2 * HALF_M
        bands = ((0.0, 0.55, "plain"), (0.55, 0.95, "beads"), (4.72, 5.3, "text"), (5.3, 5.6, "scroll"), (6.9, 7.5, "text"), (7.5, 7.8, "beads"), (8.5, 8.9, "scroll"))
        for low, high, kind in bands:
            wall.fill(box(0, low, wide, high), CARVED.at(light + (0.07 if kind == "text" else -0.07)))
            wall.draw([[(0, low), (wide, low)]], INK, 1.3, opacity=0.5)
            wall.draw([[(0, high), (wide, high)]], pale, 1.0, opacity=0.7)
            if kind == "text":
                wall.draw(lettering(0.05, low + 0.05, wide, high - 0.05, self.random), dark, 1.5)
            elif kind == "scroll":
                wall.draw(scroll(0, low + 0.03, wide, high - 0.03), dark, 1.2)
            elif kind == "beads":
                wall.fill_all(beads(0, (low + high) / 2, wide, 0.34), dark)
        for low, high, size in ((0.98, 4.7, 0.42), (5.64, 6.86, 0.4), (7.84, 8.46, 0.32)):
            wall.draw(lozenges(0, low, wide, high, size), dark, 0.9, opacity=0.7)
            wall.fill_all([rosette((u * size + size / 2, v * size + low + size / 2), size * 0.2, size * 0.1, 6)
                           for u in range(int(wide / size)) for v in range(int((high - low) / size))], pale, opacity=0.45)  # fmt: skip

    def _niche(self, wall: Wall, middle: float, width: float, top: float, light: float, *, white: bool) -> None:
        stone = MARBLE if white else CARVED
        low, rise = 0.55, width * 0.62
        edge = width / 2 + 0.55
        wall.fill(box(middle - edge, low, middle + edge, top + 0.1), CARVED.at(light + 0.05))
        wall.fill_all(frame(middle - edge, low, middle + edge, top + 0.1, 0.3, sill=False), stone.at(light + 0.2))
        for side in (middle - edge + 0.05, middle + edge - 0.25):
            wall.draw(scroll(side, low + 0.05, side + 0.2, top - 0.2), PLUM, 1.0, opacity=0.7)
        wall.draw(lettering(middle - edge + 0.3, top - 0.17, middle + edge - 0.3, top + 0.08, self.random), PLUM, 1.1, opacity=0.8)
        outer = pointed(middle, width, top - rise - 0.45, rise, foot=low)
        wall.fill(widened(outer, 0.16), stone.at(light + 0.28))
        wall.draw(along(outer, lettering(0, 0.02, length_of(outer), 0.15, self.random), 0.15), PLUM, 0.8, opacity=0.6)
        wall.fill(outer, stone.at(light - 0.2))
        shade = [(u, v) for u, v in outer if u <= middle] + [(middle - width * 0.18, low)]
        wall.fill(shade, INK, opacity=0.35)
        inner = pointed(middle, width * 0.55, top - rise - 1.1, rise * 0.6, foot=low)
        wall.fill(widened(inner, 0.12), stone.at(light + 0.1))
        wall.fill(inner, stone.at(light - 0.3))
        wall.fill(rosette((middle, top - rise - 0.15), width * 0.12, width * 0.07, 8), stone.at(light + 0.35))
        for side in (-1, 1):
            post = middle + side * width * 0.5
            wall.fill(box(post - 0.07, low, post + 0.07, top - rise - 0.45), stone.at(light + (0.3 if side > 0 else 0.1)))

    def _door(self, wall: Wall, light: float) -> None:
        arch = pointed(HALF_M, 2.0, 2.6, 1.5)
        wall.fill(widened(arch, 0.45), CARVED.at(light + 0.1))
        wall.draw(along(arch, lettering(0, 0.08, length_of(arch), 0.4, self.random), 0.4), CARVED.at(light - 0.3), 1.1)
        wall.fill(arch, GOLD if light < 0.3 else PLUM)
        self.scene.sheet.open_clip(wall.paper(arch))
        if light < 0.3:
            wall.fill(box(0, 0, 9, 1.0), CORAL, out=-3)
        wall.reveal(arch, 1.6, CARVED, dim=0.1)
        self.scene.sheet.close_group()

    def _sunlight(self, back: Wall, right: Wall) -> None:
        """The shadow of the left wall, which climbs across the back wall and lies low on the right one."""
        back.fill([(0, 0), (0, WALL_M), (1.2, WALL_M), (2 * HALF_M, 4.2), (2 * HALF_M, 0)], PLUM, opacity=0.4)
        right.fill([(0, 0), (0, 4.2), (2 * HALF_M, 2.6), (2 * HALF_M, 0)], PLUM, opacity=0.5)

    def _squinches(self) -> None:
        for side in (-1, 1):
            cut = 2.3
            start, end = (side * HALF_M, 2 * HALF_M - cut), (side * (HALF_M - cut), 2 * HALF_M)
            wall = Wall(self.scene, start, end) if side < 0 else Wall(self.scene, end, start)
            light = 0.26 if side < 0 else 0.66
            arch = pointed(wall.length_m / 2, wall.length_m * 0.74, 6.0, 1.45, foot=5.4)
            shell = [(0, 5.5), (0, 8.9), (wall.length_m, 8.9), (wall.length_m, 5.5)]
            for step in range(5):
                grow = 0.5 + 0.12 * step
                ring = pointed(wall.length_m / 2, wall.length_m * 0.74 * grow, 5.6 + 0.08 * step, 1.9 * grow, foot=5.4)
                if step == 0:
                    wall.pierced(shell, [arch], CARVED.at(light))
                    wall.fill(arch, CARVED.at(light - 0.22))
                wall.draw([ring], INK if step % 2 else CARVED.at(light + 0.1), 2.4, opacity=0.55)
            wall.draw(along(arch, lettering(0, 0.04, length_of(arch), 0.3, self.random), 0.3), PLUM, 1.2, opacity=0.75)
            for grow in (0.0, 0.34):
                wall.draw([widened(arch, grow)], CARVED.at(light + 0.3), 1.8)
            wall.draw(scroll(0.05, 8.0, wall.length_m - 0.05, 8.5), PLUM, 1.1, opacity=0.7)

    def _grave(self) -> None:
        scene = self.scene
        base = ((2.1, 1.55, 0.0, 0.45, BUFF), (1.75, 1.25, 0.45, 0.7, CARVED), (1.35, 0.85, 0.7, 1.25, MARBLE), (1.15, 0.62, 1.25, 1.55, MARBLE), (0.95, 0.36, 1.55, 1.8, MARBLE))
        middle = 4.4
        scene.cast([(x, middle + y, z) for x in (-1.6, 1.6) for y in (-2.1, 2.1) for z in (0.0, 0.7)], opacity=0.45)
        for deep, wide, low, high, stone in base:
            corners = [(-wide, middle - deep), (wide, middle - deep), (wide, middle + deep), (-wide, middle + deep)]
            scene.face([(*corner, high) for corner in corners], stone.at(0.95))
            for at in (3, 1, 0):
                wall = Wall(scene, corners[at], corners[(at + 1) % 4], low)
                if wall.seen:
                    wall.fill(box(0, 0, wall.length_m, high - low), stone.at(wall.light + 0.1))
                    if high - low > 0.4 and stone is MARBLE:
                        wall.draw([*lozenges(0.1, 0.1, wall.length_m - 0.1, 0.45, 0.35)], MARBLE.at(0.35), 1.0)


class ImamZaminTomb:
    """A cube of lattice screens between square pillars, deep eaves, leaf battlements, octagonal drum and dome."""

    def __init__(self, scene: Scene, centre: Point = (0.0, 0.0), *, haze: float = 0.0, detail: float = 1.0) -> None:
        self.scene, self.centre, self.detail, self.random = scene, centre, detail, Random(41)
        self.red, self.white = blend(SANDSTONE, BUFF, 0.35).hazed(haze), blend(MARBLE, BUFF, 0.3).hazed(haze)

    def draw(self) -> None:
        """From the dome down, then the walls that are seen."""
        half = 3.75
        corners = [(self.centre[0] + x * half, self.centre[1] + y * half) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        self._roof()
        for at in (2, 3, 1, 0):
            wall = Wall(self.scene, corners[at], corners[(at + 1) % 4])
            if wall.seen:
                self._side(wall)

    def shadow(self) -> None:
        """Its shadow on the ground."""
        x, y = self.centre
        spots = [(x + dx, y + dy, z) for dx in (-3.8, 3.8) for dy in (-3.8, 3.8) for z in (0.0, 6.4)]
        ring = Shaft(self.scene, self.centre)
        self.scene.cast(spots)
        self.scene.cast([ring.spot(at / 16, radius, z) for at in range(16) for radius, z in ((3.2, 7.0), (2.6, 10.0), (0.3, 13.0))], opacity=0.3)

    def _roof(self) -> None:
        drum = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        drum.skin((3.5, 3.5), (5.6, 8.0), self.white, dim=0.14)
        for face in range(8):
            middle = face / 8 + 1 / 16
            panel = [(middle + x / 8, 6.9 + y) for x, y in ((-0.3, 0), (-0.3, 0.55), (0, 0.85), (0.3, 0.55), (0.3, 0))]
            drum.wrap_shapes([panel], 3.3, PLUM, opacity=0.35)
        drum.skin((3.7, 3.6), (8.0, 8.2), self.red)
        leaves = Shaft(self.scene, self.centre, facets=96)
        rims = [[(s / 21.99, v + 8.2) for s, v in merlon] for merlon in merlons(-11, 0, 11, 0.69, 0.6)]
        revolve(self.scene, self.centre, dome(3.15, 8.2, 3.7, lip=0.05, steps=15), self.white, facets=60)
        leaves.wrap_shapes(rims, 3.5, self.red.at(0.4))
        finial = [(0.75, 11.55), (0.8, 11.75), (0.25, 11.95), (0.42, 12.3), (0.2, 12.6), (0.3, 12.8), (0.05, 13.4)]
        revolve(self.scene, self.centre, finial, MARBLE, facets=20)

    def _side(self, wall: Wall) -> None:
        light, wide = wall.light, 7.5
        red = self.red
        wall.fill(box(0, 0, wide, 5.4), red.at(light))
        wall.fill(box(-0.25, 0, wide + 0.25, 0.5), red.at(light - 0.2), out=0.25)
        self.scene.face([wall.spot(-0.25, 0.5, 0.25), wall.spot(wide + 0.25, 0.5, 0.25), wall.spot(wide + 0.25, 0.5), wall.spot(-0.25, 0.5)], red.at(0.8))
        for bay in range(3):
            self._bay(wall, 0.35 + bay * 2.27, 2.27, light, door=bay == 1)
        wall.fill(box(0, 4.55, wide, 5.2), red.at(light + 0.08))
        if self.detail > 0.5:
            wall.draw(scroll(0.1, 4.62, wide - 0.1, 5.1), PLUM, 1.2, opacity=0.6)
        self._eaves(wall, light)

    def _bay(self, wall: Wall, u: float, width: float, light: float, *, door: bool) -> None:
        left, right = u + 0.32, u + width - 0.32
        panel = box(left, 0.5, right, 4.2)
        wall.fill(panel, INK)
        self.scene.sheet.open_clip(wall.paper(panel))
        if door:
            wall.fill(box(left, 0.5, right, 4.2), CORAL, out=-7, opacity=0.5)
            wall.fill(box(left + 0.55, 0.5, right - 0.55, 3.0), GOLD, out=-7, opacity=0.8)
            wall.fill_all(frame(left, 0.5, right, 4.2, 0.18, sill=False), MARBLE.at(light + 0.1))
        else:
            stone = self.white.at(light * 0.9 + 0.1)
            pen = 2.0 * self.detail
            wall.draw(lozenges(left, 0.5, right, 2.3, 0.41), stone, pen)
            wall.draw([[*s, s[0]] for s in stars(left, 2.4, right, 4.2, 0.41)], stone, pen)
            wall.draw([[(x, 2.4), (x, 4.2)] for x in (left + 0.41 * k for k in range(5))], stone, pen * 0.8)
            wall.fill(box(left, 2.28, right, 2.46), self.red.at(light))
        self.scene.sheet.close_group()
        for post in (u, u + width - 0.32):
            wall.fill(box(post, 0.5, post + 0.32, 4.2), self.red.at(light + 0.1), out=0.06)
            wall.fill(box(post + 0.2, 0.5, post + 0.32, 4.2), PLUM, out=0.06, opacity=0.3)
        wall.fill(box(u - 0.05, 4.2, u + width + 0.05, 4.45), self.red.at(light + 0.14), out=0.08)

    def _eaves(self, wall: Wall, light: float) -> None:
        wide = 7.5
        wall.fill([(0, 4.7), (0, 5.2), (wide, 5.2), (wide, 4.3)], INK, opacity=0.3, out=0.02)
        slope = [wall.spot(-1.0, 5.05, 1.0), wall.spot(wide + 1.0, 5.05, 1.0), wall.spot(wide, 5.6), wall.spot(0, 5.6)]
        self.scene.face(slope, self.red.at(light * 0.6 + 0.38))
        lip = [wall.spot(-1.0, 4.93, 1.0), wall.spot(-1.0, 5.07, 1.0), wall.spot(wide + 1.0, 5.07, 1.0), wall.spot(wide + 1.0, 4.93, 1.0)]
        self.scene.face(lip, self.red.at(light + 0.12))
        brackets = [[wall.spot(u, 5.0, 0.0), wall.spot(u, 4.5, 0.0), wall.spot(u, 4.95, 0.7)] for u in (0.2, 2.5, 4.9, 7.2)]
        self.scene.faces(brackets, self.red.at(light - 0.15))
        wall.fill(box(0, 5.6, wide, 6.1), self.white.at(light))
        crest = merlons(0, 6.1, wide, 0.62, 0.7)
        wall.fill_all([[(u + 0.07, v) for u, v in merlon] for merlon in crest], INK, opacity=0.3, out=-0.02)
        wall.fill_all(crest, self.red.at(light + 0.1))
        if self.detail > 0.5:
            wall.draw([[(0, 5.75), (wide, 5.75)], [(0, 6.05), (wide, 6.05)]], PLUM, 1.0, opacity=0.5)
            wall.draw([m[1:-1] for m in merlons(0.06, 6.1, wide + 0.06, 0.62, 0.5)], LIGHT, 0.8, opacity=0.5)
