"""The mosque court's colonnades: temple columns set one upon another, no two alike."""

from __future__ import annotations

import math
from random import Random

from canvas import Point
from colour import BUFF, CORAL, INK, LIGHT, PLUM, SANDSTONE
from minar import blend
from ornament import beads, leaf, lozenges, rosette, scroll
from space import Scene, Spot, Wall, box
from tower import Shaft

STONE = blend(SANDSTONE, BUFF, 0.3)
CEILING_M = 4.7
Part = tuple[int, float, float, float, str]


def column_parts(random: Random) -> list[Part]:
    """One column as (sides, radius at foot, radius at top, height, ornament), bottom to top: two shafts, stacked."""
    parts: list[Part] = [(4, 0.52, 0.52, 0.28, "plain"), (4, 0.46, 0.4, 0.14, "plain")]
    for storey in range(2):
        sides = random.choice((4, 4, 8, 16))
        wide = 0.36 if storey == 0 else 0.32
        parts.append(
            (sides, wide, wide, random.uniform(0.55, 0.75), random.choice(("bell", "pot", "lozenge", "bell")))
        )
        parts.append((16, wide * 0.8, wide * 1.08, 0.1, "plain"))
        parts.append((16, wide * 1.08, wide * 0.84, 0.1, "plain"))
        parts.append(
            (
                random.choice((8, 16)),
                wide * 0.9,
                wide * 0.88,
                random.uniform(0.4, 0.55),
                random.choice(("beads", "faces")),
            )
        )
        parts.append((16, wide * 0.8, wide * 1.2, 0.14, "plain"))
        parts.append((4, wide * 1.45, wide * 1.45, 0.14, "plain"))
    tall = sum(part[3] for part in parts)
    return [(s, a, b, h * (CEILING_M - 0.75) / tall, o) for s, a, b, h, o in parts]


def coarse(parts: list[Part]) -> list[Part]:
    """The same column from afar: its thin mouldings left out, its sides no more than eight."""
    kept = [part for part in parts if part[3] > 0.2]
    grow = sum(part[3] for part in parts) / sum(part[3] for part in kept)
    return [(min(sides, 8), r0, r1, height * grow, ornament) for sides, r0, r1, height, ornament in kept]


class Column:
    """Draws one column."""

    def __init__(
        self, scene: Scene, centre: Point, seed: int, *, fine: bool = True, dim: float = 0.0
    ) -> None:
        self.scene, self.centre, self.fine, self.dim = scene, centre, fine, dim
        self.random = Random(seed)
        self.parts = column_parts(self.random) if fine else coarse(column_parts(self.random))

    def draw(self) -> None:
        """Draw it from its foot to its bracket."""
        low = 0.0
        for sides, r0, r1, height, ornament in self.parts:
            shaft = Shaft(self.scene, self.centre, facets=sides, turn=0.5 / sides if sides < 16 else 0.0)
            shaft.skin((r0, r1), (low, low + height), STONE, dim=self.dim)
            self._top(shaft, sides, r1, low + height)
            if self.fine and ornament != "plain":
                self._carve(sides, r0, low, height, ornament)
            shaft.ring(r1, low + height, INK, 1.0, opacity=0.4)
            low += height
        self._bracket(low)

    def _top(self, shaft: Shaft, sides: int, radius: float, z: float) -> None:
        if self.scene.camera.eye[2] > z:
            self.scene.face(
                [shaft.spot(at / sides, radius, z) for at in range(sides)], STONE.at(0.8 - self.dim)
            )

    def _carve(self, sides: int, radius: float, low: float, height: float, ornament: str) -> None:
        count = max(4, min(sides, 8))
        for side in range(count):
            angle = 2 * math.pi * (side + (0.5 if sides == 4 else 0.0)) / count
            middle = angle - math.pi / 2 + (math.pi / 4 if sides == 4 else 0.0)
            wide = radius * math.sin(math.pi / count) * 2
            reach = radius * math.cos(math.pi / count)
            along = (-math.sin(middle), math.cos(middle))
            centre = (self.centre[0] + reach * math.cos(middle), self.centre[1] + reach * math.sin(middle))
            left = (centre[0] - along[0] * wide / 2, centre[1] - along[1] * wide / 2)
            right = (centre[0] + along[0] * wide / 2, centre[1] + along[1] * wide / 2)
            wall = Wall(self.scene, left, right, low)
            if wall.seen:
                self._panel(wall, wide, height, ornament)

    def _panel(self, wall: Wall, wide: float, height: float, ornament: str) -> None:
        dark, pale = STONE.at(wall.light - 0.28 - self.dim), STONE.at(wall.light + 0.18 - self.dim)
        m = wide / 2
        if ornament == "bell":
            for side in (-0.1, 0.1):
                wall.draw(
                    [[(m + side * wide, height * 0.95), (m + side * wide * 0.4, height * 0.5)]], dark, 1.3
                )
            bell = [
                (m - 0.2 * wide, 0.16),
                (m - 0.16 * wide, 0.3),
                (m - 0.06 * wide, 0.38),
                (m + 0.06 * wide, 0.38),
                (m + 0.16 * wide, 0.3),
                (m + 0.2 * wide, 0.16),
            ]
            wall.fill([(u, v * height / 0.7) for u, v in bell], dark)
            wall.fill(
                [
                    (m - 0.05 * wide, 0.1 * height),
                    (m, 0.2 * height),
                    (m + 0.05 * wide, 0.1 * height),
                    (m, 0.05 * height),
                ],
                dark,
            )
            wall.draw(
                [
                    [
                        (wide * 0.08, height * 0.06),
                        (wide * 0.08, height * 0.94),
                        (wide * 0.92, height * 0.94),
                        (wide * 0.92, height * 0.06),
                    ]
                ],
                pale,
                1.0,
            )
        elif ornament == "pot":
            pot = [
                (0.38, 0.08),
                (0.25, 0.22),
                (0.24, 0.36),
                (0.4, 0.48),
                (0.6, 0.48),
                (0.76, 0.36),
                (0.75, 0.22),
                (0.62, 0.08),
            ]
            wall.fill([(u * wide, v * height) for u, v in pot], dark)
            wall.fill_all(
                [leaf((m, height * 0.5), turn, height * 0.36) for turn in (0.5, 1.05, 1.57, 2.1, 2.65)], dark
            )
            wall.draw([[(0.3 * wide, 0.4 * height), (0.7 * wide, 0.4 * height)]], pale, 1.0)
        elif ornament == "lozenge":
            wall.draw(
                lozenges(wide * 0.08, height * 0.06, wide * 0.92, height * 0.94, wide * 0.42), dark, 1.2
            )
        elif ornament == "beads":
            wall.fill_all(
                beads(0, height * 0.25, wide, wide / 3) + beads(0, height * 0.75, wide, wide / 3), dark
            )
            wall.draw([[(0, height * 0.5), (wide, height * 0.5)]], pale, 1.0)
        else:
            wall.fill(rosette((m, height * 0.5), min(wide, height) * 0.42, min(wide, height) * 0.27, 8), dark)
            wall.fill(rosette((m, height * 0.5), min(wide, height) * 0.17, min(wide, height) * 0.1, 8), pale)

    def _bracket(self, low: float) -> None:
        x, y = self.centre
        for reach, z0, z1 in ((0.62, low, low + 0.22), (0.88, low + 0.22, low + 0.42)):
            for dx, dy in ((1, 0), (0, 1)):
                solid(self.scene, (x - 0.24 - dx * (reach - 0.24), y - 0.24 - dy * (reach - 0.24), z0),
                      (x + 0.24 + dx * (reach - 0.24), y + 0.24 + dy * (reach - 0.24), z1), dim=self.dim + 0.26)  # fmt: skip

    def shadow(self) -> None:
        """Its shadow on the floor."""
        x, y = self.centre
        self.scene.cast(
            [(x + dx, y + dy, z) for dx in (-0.3, 0.3) for dy in (-0.3, 0.3) for z in (0.0, CEILING_M)],
            opacity=0.4,
        )


def solid(scene: Scene, low: Spot, high: Spot, *, dim: float = 0.0) -> None:
    """A squared block between two corners."""
    corners = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    for at in range(4):
        wall = Wall(scene, corners[at], corners[(at + 1) % 4], low[2])
        if wall.seen:
            wall.fill(box(0, 0, wall.length_m, high[2] - low[2]), STONE.at(wall.light - dim))
    if scene.camera.eye[2] < low[2]:
        scene.face([(*corner, low[2]) for corner in corners], STONE.at(0.1))
    if scene.camera.eye[2] > high[2]:
        scene.face([(*corner, high[2]) for corner in corners], STONE.at(0.8 - dim))


class Aisle:
    """The covered aisle looked along from within: court on the left, back wall on the right."""

    def __init__(self, scene: Scene, *, bays: int = 8) -> None:
        self.scene, self.bays, self.random = scene, bays, Random(17)

    def draw(self) -> None:
        """Floor, wall, ceiling, then the columns from far to near."""
        length = self.bays * 3.0
        self._light(length)
        self._back(length)
        self._ceiling(length)
        for bay in range(self.bays, -1, -1):
            for x in (2.3, -2.3):
                Column(self.scene, (x, bay * 3.0), bay * 7 + (3 if x > 0 else 5), fine=bay < 6).draw()
            self._beam(bay * 3.0)
            for x in (-2.55, 2.05):
                solid(
                    self.scene, (x, bay * 3.0 - 3, CEILING_M - 0.33), (x + 0.5, bay * 3.0, CEILING_M), dim=0.3
                )

    def _light(self, length: float) -> None:
        for bay in range(self.bays + 1):
            y = bay * 3.0
            beam = [
                (-2.3, y + 0.35, 0.01),
                (-2.3, y + 2.65, 0.01),
                (4.9, y + 4.7, 0.01),
                (4.9, y + 2.4, 0.01),
            ]
            self.scene.face(beam, LIGHT, opacity=0.42)
        self.scene.face(
            [(2.3, -3, 0.005), (4.95, -3, 0.005), (4.95, length, 0.005), (2.3, length, 0.005)],
            PLUM,
            opacity=0.25,
        )

    def _back(self, length: float) -> None:
        wall = Wall(self.scene, (4.95, length), (4.95, -6.0))
        wall.fill(box(0, 0, wall.length_m, CEILING_M), STONE.at(0.38))
        rows = [[(0, v), (wall.length_m, v)] for v in (0.6, 1.2, 1.8, 2.4, 3.0, 3.6, 4.2)]
        wall.draw(rows, PLUM, 1.2, opacity=0.35)
        for bay in range(self.bays + 2):
            u = bay * 3.0
            patch = [
                (u + 0.2, 0.0),
                (u + 2.3, 0.0),
                (u + 2.3, 1.5),
                (u + 1.9, 2.3),
                (u + 0.6, 2.2),
                (u + 0.2, 1.3),
            ]
            wall.fill(patch, CORAL, opacity=0.55)
            wall.draw([[(u, 0), (u, CEILING_M)]], PLUM, 1.0, opacity=0.3)

    def _ceiling(self, length: float) -> None:
        z = CEILING_M
        self.scene.face([(-2.6, -6, z), (4.95, -6, z), (4.95, length, z), (-2.6, length, z)], STONE.at(0.07))
        for bay in range(-1, self.bays):
            y = bay * 3.0
            for grow, light in ((1.1, 0.17), (0.8, 0.09), (0.5, 0.22)):
                square = [(-grow, y + 1.5), (0.0, y + 1.5 + grow), (grow, y + 1.5), (0.0, y + 1.5 - grow)]
                self.scene.face([(u * 1.5, v, z - 0.001) for u, v in square], STONE.at(light))
            self.scene.face(
                [(0.3 * math.cos(t / 2), y + 1.5 + 0.3 * math.sin(t / 2), z - 0.002) for t in range(13)],
                STONE.at(0.35),
            )

    def _beam(self, y: float) -> None:
        solid(self.scene, (-2.5, y - 0.24, CEILING_M - 0.3), (4.95, y + 0.24, CEILING_M), dim=0.12)
        face = Wall(self.scene, (-2.5, y - 0.24), (4.95, y - 0.24), CEILING_M - 0.3)
        if y < 13:
            face.draw(scroll(0.1, 0.05, 7.3, 0.25), PLUM, 1.0, opacity=0.6)


def colonnade(
    scene: Scene, start: Point, step: Point, count: int, *, seed: int = 1, fine: bool = False
) -> None:
    """A row of columns under one beam, drawn from the farther end; for views from outside."""
    spots = [(start[0] + step[0] * at, start[1] + step[1] * at) for at in range(count)]
    spots.sort(key=lambda spot: -spot[1])
    for at, spot in enumerate(spots):
        Column(scene, spot, seed + at, fine=fine).draw()
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    solid(
        scene,
        (min(xs) - 0.4, min(ys) - 0.35, CEILING_M - 0.33),
        (max(xs) + 0.4, max(ys) + 0.35, CEILING_M + 0.35),
    )
