"""The Alai Minar: the rubble core of a tower that was never built."""

from __future__ import annotations

import itertools
import math
from random import Random

from arches import pointed, widened
from canvas import Point
from colour import INK, LIGHT, PLUM, RUBBLE, SANDSTONE
from minar import blend
from ornament import Line
from space import Scene
from tower import Shaft


def stump_ribs(share: float) -> float:
    """The Alai Minar's broad flanges, worn to the rubble core."""
    place = (share * 24) % 1
    wear = 0.012 * math.sin(share * 211) + 0.01 * math.sin(share * 97 + 1)
    return 0.93 + 0.09 * math.sqrt(abs(math.sin(math.pi * place))) + wear


class AlaiMinar:
    """Draws the stump, 24.5 m tall and 25 m across."""

    def __init__(
        self, scene: Scene, centre: Point = (0.0, 0.0), *, haze: float = 0.0, detail: float = 1.0
    ) -> None:
        self.scene, self.centre, self.detail, self.random = scene, centre, detail, Random(51)
        self.stone = RUBBLE.hazed(haze)
        self.shaft = Shaft(scene, centre, stump_ribs, facets=24 * (6 if detail > 0.3 else 3))

    def draw(self) -> None:
        """Plinth, drum, loose stones, doorway and the broken top."""
        core = Shaft(self.scene, self.centre, facets=48)
        core.skin((12.6, 10.9), (0.0, 23.2), self.stone, dim=0.22)
        base = Shaft(self.scene, self.centre, stump_ribs, facets=self.shaft.facets)
        base.skin((13.6, 13.3), (0.0, 1.6), blend(RUBBLE, SANDSTONE, 0.35).hazed(self.stone.haze))
        self.scene.face([base.spot(at / 144, 13.3, 1.6) for at in range(144)], self.stone.at(0.7))
        levels = ((1.6, 12.6), (6.0, 12.45), (10.6, 12.2), (15.0, 12.15), (19.4, 11.8), (23.2, 11.6))
        for (z0, r0), (z1, r1) in itertools.pairwise(levels):
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
            shape = [
                (share + x * wide, z + y * high)
                for x, y in ((0, 0.3), (0.3, 1), (0.8, 0.9), (1, 0.3), (0.6, 0))
            ]
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
        squares = [
            [(s + x * 0.003, z + y * 0.35) for x, y in ((0, 0), (0, 1), (1, 1), (1, 0))] for s, z in holes
        ]
        self._lay(squares, INK)

    def _door(self) -> None:
        arch = pointed(0, 2.5, 3.1, 2.2, foot=1.6)
        shift = 0.045
        outer = [(shift + u / 78.5, v) for u, v in widened(arch, 0.5)]
        inner = [(shift + u / 78.5, v) for u, v in arch]
        for shape, colour in ((outer, SANDSTONE.hazed(self.stone.haze).at(0.55)), (inner, INK)):
            self.scene.face(
                [Shaft(self.scene, self.centre).spot(s, self._radius(v) * 1.03, v) for s, v in shape], colour
            )

    def _crest(self) -> None:
        ring = []
        for at in range(144):
            share = at / 144
            z = 23.2 + 0.9 * abs(math.sin(share * 47)) + self.random.uniform(0, 0.8)
            ring.append((share - 0.5, z))
        for (s0, z0), (s1, z1) in zip(ring, [*ring[1:], (0.5, ring[0][1])], strict=True):
            if self.shaft.seen((s0 + s1) / 2, 11.6, 23.2):
                shape = [
                    self.shaft.spot(s0, 11.6, 23.1),
                    self.shaft.spot(s0, 11.4, z0),
                    self.shaft.spot(s1, 11.4, z1),
                    self.shaft.spot(s1, 11.6, 23.1),
                ]
                angle = 2 * math.pi * s0 - math.pi / 2
                light = self.scene.light((math.cos(angle), math.sin(angle), 0.25))
                self.scene.face(shape, self.stone.at(light), seam=0.7)
