"""Robert Smith's cupola, once set on the Minar."""

from __future__ import annotations

from arches import pointed, widened
from canvas import Point
from colour import BUFF, INK, LIGHT, MARBLE, PLUM, SANDSTONE
from minar import blend
from ornament import merlons
from space import Scene, Wall
from tower import Shaft, dome, revolve


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
        self.scene.cast(
            [
                ring.spot(at / 16, radius, g + z)
                for at in range(16)
                for radius, z in ((3.2, 4.2), (2.6, 5.8), (0.2, 8.0))
            ],
            ground_m=g,
            opacity=0.3,
        )

    def _post(self, spot: Point, low: float) -> None:
        for radius, z0, z1, sides in (
            (0.34, 0.0, 0.3, 4),
            (0.2, 0.3, 0.5, 8),
            (0.19, 0.5, 2.4, 8),
            (0.19, 2.4, 2.55, 16),
            (0.3, 2.55, 2.75, 4),
        ):
            shaft = Shaft(self.scene, spot, facets=sides, turn=0.5 / sides)
            shaft.skin((radius, radius), (low + z0, low + z1), self.stone)
        revolve(
            self.scene,
            spot,
            [(0.19, low + 2.3), (0.27, low + 2.42), (0.2, low + 2.55)],
            self.stone,
            facets=16,
        )

    def _roof(self, z: float) -> None:
        finial = [
            (0.55, z + 2.75),
            (0.6, z + 2.85),
            (0.2, z + 3.0),
            (0.34, z + 3.25),
            (0.12, z + 3.5),
            (0.04, z + 4.0),
        ]
        revolve(self.scene, self.centre, finial, self.stone, facets=24)
        shape = dome(2.45, z + 0.75, 2.1, steps=14, lip=0.07)
        revolve(self.scene, self.centre, shape, blend(MARBLE, BUFF, 0.45), facets=60)
        rims = [
            [(s / 15.7, v + z + 0.78) for s, v in merlon] for merlon in merlons(-7.85, 0, 7.85, 0.49, 0.36)
        ]
        Shaft(self.scene, self.centre, facets=96).wrap_shapes(rims, 2.5, self.stone.at(0.42))
        ring = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        ring.skin((2.5, 2.5), (z + 0.3, z + 0.8), self.stone)
        corners = [ring.spot(at / 8, 2.75, z - 0.5) for at in range(8)]
        for at in sorted(range(8), key=lambda at: -(corners[at][1] + corners[(at + 1) % 8][1])):
            self._side(corners[at][:2], corners[(at + 1) % 8][:2], z - 0.5)

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
        lower = [wall.spot((u - wide / 2) * 1.36 + wide / 2, v - 0.22, 0.9) for u, v in droop]
        wall.fill(
            [*[(u, v + 0.42) for u, v in droop], *[(u, v - 0.25) for u, v in reversed(droop)]],
            INK,
            opacity=0.3,
        )
        self.scene.face(upper + lower[::-1], self.stone.at(light * 0.75 + 0.3))
        self.scene.face(lower + [(x, y, h - 0.12) for x, y, h in lower[::-1]], self.stone.at(light + 0.1))
        wall.draw([[(u, v + 0.42) for u, v in droop]], PLUM, 1.2, opacity=0.5)
