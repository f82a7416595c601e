"""The little domed tomb of Imam Zamin, all lattice screens."""

from __future__ import annotations

from random import Random

from canvas import Point
from colour import BUFF, CORAL, GOLD, INK, LIGHT, MARBLE, PLUM, SANDSTONE
from gate import frame
from minar import blend
from ornament import lozenges, merlons, scroll, stars
from space import Scene, Wall, box
from tower import Shaft, dome, revolve


class ImamZaminTomb:
    """A cube of lattice screens between square pillars, deep eaves, leaf battlements, octagonal drum and dome."""

    def __init__(
        self, scene: Scene, centre: Point = (0.0, 0.0), *, haze: float = 0.0, detail: float = 1.0
    ) -> None:
        self.scene, self.centre, self.detail, self.random = scene, centre, detail, Random(41)
        self.red, self.white = blend(SANDSTONE, BUFF, 0.35).hazed(haze), blend(MARBLE, BUFF, 0.3).hazed(haze)

    def draw(self) -> None:
        """From the dome down, then the walls that are seen."""
        half = 3.75
        corners = [
            (self.centre[0] + x * half, self.centre[1] + y * half)
            for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
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
        self.scene.cast(
            [
                ring.spot(at / 16, radius, z)
                for at in range(16)
                for radius, z in ((3.2, 7.0), (2.6, 10.0), (0.3, 13.0))
            ],
            opacity=0.3,
        )

    def _roof(self) -> None:
        finial = [
            (0.75, 11.55),
            (0.8, 11.75),
            (0.25, 11.95),
            (0.42, 12.3),
            (0.2, 12.6),
            (0.3, 12.8),
            (0.05, 13.4),
        ]
        revolve(self.scene, self.centre, finial, MARBLE, facets=24)
        steps, facets = (15, 60) if self.detail > 0.5 else (9, 30)
        revolve(
            self.scene, self.centre, dome(3.15, 8.2, 3.7, lip=0.05, steps=steps), self.white, facets=facets
        )
        rims = [[(s / 21.99, v + 8.2) for s, v in merlon] for merlon in merlons(-11, 0, 11, 0.69, 0.6)]
        Shaft(self.scene, self.centre, facets=96).wrap_shapes(rims, 3.3, self.red.at(0.4))
        drum = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        drum.skin((3.7, 3.6), (8.0, 8.25), self.red)
        drum.skin((3.5, 3.5), (5.6, 8.0), self.white, dim=0.14)
        for face in range(8):
            middle = face / 8 + 1 / 16
            panel = [
                (middle + x / 8, 6.9 + y)
                for x, y in ((-0.3, 0), (-0.3, 0.55), (0, 0.85), (0.3, 0.55), (0.3, 0))
            ]
            drum.wrap_shapes([panel], 3.3, PLUM, opacity=0.35)

    def _side(self, wall: Wall) -> None:
        light, wide = wall.light, 7.5
        red = self.red
        wall.fill(box(0, 0, wide, 5.4), red.at(light))
        wall.fill(box(-0.25, 0, wide + 0.25, 0.5), red.at(light - 0.2), out=0.25)
        self.scene.face(
            [
                wall.spot(-0.25, 0.5, 0.25),
                wall.spot(wide + 0.25, 0.5, 0.25),
                wall.spot(wide + 0.25, 0.5),
                wall.spot(-0.25, 0.5),
            ],
            red.at(0.8),
        )
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
            if self.detail > 0.5:
                wall.draw([[*s, s[0]] for s in stars(left, 2.4, right, 4.2, 0.41)], stone, pen)
                wall.draw(
                    [[(x, 2.4), (x, 4.2)] for x in (left + 0.41 * k for k in range(5))], stone, pen * 0.8
                )
            else:
                wall.draw(lozenges(left, 2.4, right, 4.2, 0.41), stone, pen)
            wall.fill(box(left, 2.28, right, 2.46), self.red.at(light))
        self.scene.sheet.close_group()
        for post in (u, u + width - 0.32):
            wall.fill(box(post, 0.5, post + 0.32, 4.2), self.red.at(light + 0.1), out=0.06)
            wall.fill(box(post + 0.2, 0.5, post + 0.32, 4.2), PLUM, out=0.06, opacity=0.3)
        wall.fill(box(u - 0.05, 4.2, u + width + 0.05, 4.45), self.red.at(light + 0.14), out=0.08)

    def _eaves(self, wall: Wall, light: float) -> None:
        wide = 7.5
        wall.fill([(0, 4.7), (0, 5.2), (wide, 5.2), (wide, 4.3)], INK, opacity=0.3, out=0.02)
        slope = [
            wall.spot(-1.0, 5.05, 1.0),
            wall.spot(wide + 1.0, 5.05, 1.0),
            wall.spot(wide, 5.6),
            wall.spot(0, 5.6),
        ]
        self.scene.face(slope, self.red.at(light * 0.6 + 0.38))
        lip = [
            wall.spot(-1.0, 4.93, 1.0),
            wall.spot(-1.0, 5.07, 1.0),
            wall.spot(wide + 1.0, 5.07, 1.0),
            wall.spot(wide + 1.0, 4.93, 1.0),
        ]
        self.scene.face(lip, self.red.at(light + 0.12))
        brackets = [
            [wall.spot(u, 5.0, 0.0), wall.spot(u, 4.5, 0.0), wall.spot(u, 4.95, 0.7)]
            for u in (0.2, 2.5, 4.9, 7.2)
        ]
        self.scene.faces(brackets, self.red.at(light - 0.15))
        wall.fill(box(0, 5.6, wide, 6.1), self.white.at(light))
        crest = merlons(0, 6.1, wide, 0.62, 0.7)
        wall.fill_all([[(u + 0.07, v) for u, v in merlon] for merlon in crest], INK, opacity=0.3, out=-0.02)
        wall.fill_all(crest, self.red.at(light + 0.1))
        if self.detail > 0.5:
            wall.draw([[(0, 5.75), (wide, 5.75)], [(0, 6.05), (wide, 6.05)]], PLUM, 1.0, opacity=0.5)
            wall.draw([m[1:-1] for m in merlons(0.06, 6.1, wide + 0.06, 0.62, 0.5)], LIGHT, 0.8, opacity=0.5)
