"""Alauddin's madrasa: a ruined range of cells and a tomb chamber that has lost its dome."""

from __future__ import annotations

from random import Random

from arches import pointed, widened
from canvas import Point
from colour import INK, PLUM, RUBBLE, SANDSTONE
from minar import blend
from ornament import Line
from screen import inside
from space import Scene, Wall
from tower import dome, revolve


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
                shape = [
                    (u, v + h * 0.4),
                    (u + w * 0.2, v + h),
                    (u + w * 0.85, v + h * 0.9),
                    (u + w, v + h * 0.3),
                    (u + w * 0.5, v),
                ]
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
                    revolve(
                        self.scene, (middle[0], middle[1]), dome(1.7, 5.6, tall, steps=10), RUBBLE, facets=40
                    )
        doors = [pointed((at + 0.5) * step, 1.7, 1.9, 1.05) for at in range(cells)]
        self._rough(wall, self._ragged(wall.length_m, 5.0, 0.9), doors, wall.light)
        for door in doors:
            wall.draw([widened(door, 0.16)], RUBBLE.at(wall.light + 0.25), 3.0, opacity=0.8)
            wall.draw([widened(door, 0.36)], PLUM, 1.2, opacity=0.4)

    def _chamber(self, middle: Point, side: float) -> None:
        half = side / 2
        corners = [
            (middle[0] + x * half, middle[1] + y * half) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
        self.scene.cast([(x, y, z) for x, y in corners for z in (0.0, 10.5)])
        for at in (2, 3, 1, 0):
            wall = Wall(self.scene, corners[at], corners[(at + 1) % 4])
            if wall.seen:
                arch = pointed(side / 2, 4.2, 4.0, 2.9)
                outline = self._ragged(side, 10.8, 1.5)
                self._rough(wall, outline, [arch], wall.light)
                for grow, pen in ((0.3, 3.4), (0.75, 1.6)):
                    wall.draw([widened(arch, grow)], blend(RUBBLE, SANDSTONE, 0.4).at(wall.light + 0.2), pen)
                wall.draw(
                    [[(0.6, 7.9), (side - 0.6, 7.9)], [(0.6, 8.25), (side - 0.6, 8.25)]],
                    PLUM,
                    1.4,
                    opacity=0.4,
                )

    def near_wall(self, start: Point, end: Point, height: float) -> None:
        """A broken length of wall in the foreground."""
        wall = Wall(self.scene, start, end)
        self._rough(wall, self._ragged(wall.length_m, height, height * 0.5), [], wall.light)
