"""The whole complex in its true places: metres east (x) and north (y) of the plan's south-west corner."""

from __future__ import annotations

import itertools
import math
from random import Random

from canvas import Point
from colour import INK, LIGHT, PAVING, PLUM, RUBBLE, SANDSTONE, Stuff
from court import STONE, solid
from gate import Gate
from imam_zamin import ImamZaminTomb
from minar import Minar
from plan import PATHS
from screen import Screen
from space import Scene, Wall, box
from stump import AlaiMinar

WIDTH_M, HEIGHT_M = 254.6, 267.5


def at(x: float, y: float) -> Point:
    """Plan coordinates (0..1, y down) in metres."""
    return (x * WIDTH_M, (1 - y) * HEIGHT_M)


class Site:
    """Draws the complex from the south-east, far things first."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.random = scene, Random(71)

    def draw(self) -> None:
        """Grounds, then buildings from the north to the south-east."""
        self._grounds()
        far = AlaiMinar(self.scene, at(0.454, 0.1795), haze=0.32, detail=0.05)
        far.shadow()
        far.draw()
        self._iltutmish()
        Screen(self.scene, at(0.312, 0.5225), at(0.312, 0.3925), haze=0.22, detail=0.3).draw()
        Screen(self.scene, at(0.312, 0.6725), at(0.312, 0.5375), haze=0.15, detail=0.4).draw()
        x, y = at(0.369, 0.6085)
        self.scene.face([(x - 0.25, y, 0), (x + 0.25, y, 0), (x + 0.2, y, 7.2), (x - 0.2, y, 7.2)], INK)
        Screen(self.scene, at(0.312, 0.8225), at(0.312, 0.6875), haze=0.1, detail=0.3).draw()
        self._mosque()
        self._tower()
        self._south_east()

    def _grounds(self) -> None:
        for x0, y0, x1, y1, stuff, light in (
            (0.235, 0.3625, 0.64, 0.885, PAVING, 0.5),
            (0.255, 0.5175, 0.52, 0.6925, PAVING, 0.72),
        ):
            a, b = at(x0, y0), at(x1, y1)
            ground: Stuff = stuff
            self.scene.face(
                [(a[0], a[1], 0), (b[0], a[1], 0), (b[0], b[1], 0), (a[0], b[1], 0)],
                ground.at(light),
                opacity=0.9,
            )
        for line, width in PATHS:
            self._path([at(*spot) for spot in line], width / 5)

    def _path(self, points: list[Point], width: float) -> None:
        for a, b in itertools.pairwise(points):
            length = math.dist(a, b)
            across = ((b[1] - a[1]) / length * width / 2, (a[0] - b[0]) / length * width / 2)
            strip = [
                (end[0] + sign * across[0], end[1] + sign * across[1], 0.0)
                for end, sign in ((a, 1), (b, 1), (b, -1), (a, -1))
            ]
            self.scene.face(strip, PAVING.at(0.8))
            for end in (a, b):
                disc = [
                    (end[0] + width / 2 * math.cos(t), end[1] + width / 2 * math.sin(t), 0.0)
                    for t in (k * math.pi / 8 for k in range(16))
                ]
                self.scene.face(disc, PAVING.at(0.8))

    def _block(
        self, x0: float, y0: float, x1: float, y1: float, tall: float, stuff: Stuff, *, low: float = 0.0
    ) -> None:
        a, b = at(x0, y0), at(x1, y1)
        left, right, far, near = min(a[0], b[0]), max(a[0], b[0]), max(a[1], b[1]), min(a[1], b[1])
        corners = [(left, near), (right, near), (right, far), (left, far)]
        for side in range(4):
            wall = Wall(self.scene, corners[side], corners[(side + 1) % 4], low)
            if wall.seen:
                wall.fill(box(0, 0, wall.length_m, tall - low), stuff.at(wall.light))
        if self.scene.camera.eye[2] > tall:
            self.scene.face([(*corner, tall) for corner in corners], stuff.at(0.74))

    def _iltutmish(self) -> None:
        self._block(0.147, 0.4175, 0.199, 0.4655, 9.0, SANDSTONE.hazed(0.3))

    def _row(self, start: Point, end: Point, count: int, tall: float) -> None:
        spots = [
            (
                start[0] + (end[0] - start[0]) * k / (count - 1),
                start[1] + (end[1] - start[1]) * k / (count - 1),
            )
            for k in range(count)
        ]
        for x, y in sorted(spots, key=lambda spot: -spot[1]):
            solid(self.scene, (x - 0.3, y - 0.3, 0), (x + 0.3, y + 0.3, tall))
            solid(self.scene, (x - 0.55, y - 0.55, tall - 0.7), (x + 0.55, y + 0.55, tall))
            solid(self.scene, (x - 0.45, y - 0.45, tall * 0.5), (x + 0.45, y + 0.45, tall * 0.5 + 0.3))

    def _mosque(self) -> None:
        self._row(at(0.345, 0.5375), at(0.47, 0.5375), 11, 4.7)
        self._block(0.345, 0.5155, 0.52, 0.5425, 5.6, STONE, low=4.7)
        for x in (0.478, 0.5):
            self._row(at(x, 0.5325), at(x, 0.6825), 13, 4.7)
        self._block(0.345, 0.6895, 0.52, 0.6955, 6.2, STONE)
        south = Wall(self.scene, at(0.345, 0.6955), at(0.52, 0.6955))
        self._openings(south, 12, 1.6, 3.2)
        self._block(0.516, 0.5155, 0.522, 0.6955, 6.2, STONE)
        self._openings(Wall(self.scene, at(0.522, 0.6955), at(0.522, 0.5155)), 10, 1.8, 3.4)
        self._block(0.49, 0.5175, 0.52, 0.6955, 6.2, STONE, low=5.4)
        south.draw([[(0, 5.2), (south.length_m, 5.2)]], LIGHT, 1.2, opacity=0.4)

    def _openings(self, wall: Wall, count: int, wide: float, tall: float) -> None:
        step = wall.length_m / count
        wall.fill_all(
            [
                box((k + 0.5) * step - wide / 2, 1.0, (k + 0.5) * step + wide / 2, 1.0 + tall)
                for k in range(count)
            ],
            INK,
            opacity=0.6,
        )
        for v in (0.9, 4.9):
            wall.draw([[(0, v), (wall.length_m, v)]], PLUM, 1.2, opacity=0.5)

    def _tower(self) -> None:
        tower = Minar(self.scene, at(0.531, 0.738), detail=0.45)
        tower.shadow(0.35)
        tower.draw()

    def _south_east(self) -> None:
        self._block(0.335, 0.882, 0.553, 0.888, 4.6, RUBBLE)
        self._openings(Wall(self.scene, at(0.335, 0.888), at(0.553, 0.888)), 15, 1.5, 2.4)
        self._row(at(0.629, 0.75), at(0.629, 0.86), 12, 4.4)
        self._block(0.617, 0.745, 0.64, 0.868, 5.2, STONE, low=4.4)
        gate = Gate(self.scene, at(0.585, 0.85), detail=0.45)
        gate.shadow()
        gate.draw()
        self._block(0.62, 0.882, 0.66, 0.888, 3.2, RUBBLE)
        self._openings(Wall(self.scene, at(0.62, 0.888), at(0.66, 0.888)), 3, 1.2, 1.6)
        tomb = ImamZaminTomb(self.scene, at(0.669, 0.85), detail=0.45)
        tomb.shadow()
        tomb.draw()
