"""The tomb of Iltutmish: a roofless chamber, carved all over."""

from __future__ import annotations

from random import Random

from arches import along, length_of, pointed, widened
from canvas import Point
from colour import BUFF, CORAL, GOLD, INK, MARBLE, PLUM, SANDSTONE
from gate import frame
from minar import blend
from ornament import beads, interlace, lozenges, rosette, scroll
from space import Scene, Wall, box

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
        bands = (
            (0.0, 0.55, "plain"),
            (0.55, 0.95, "beads"),
            (4.72, 5.3, "text"),
            (5.3, 5.6, "scroll"),
            (6.9, 7.5, "text"),
            (7.5, 7.8, "beads"),
            (8.5, 8.9, "scroll"),
        )
        for low, high, kind in bands:
            wall.fill(box(0, low, wide, high), CARVED.at(light + (0.07 if kind == "text" else -0.07)))
            wall.draw([[(0, low), (wide, low)]], INK, 1.3, opacity=0.5)
            wall.draw([[(0, high), (wide, high)]], pale, 1.0, opacity=0.7)
            if kind == "text":
                wall.draw(interlace(0.05, low + 0.05, wide, high - 0.05), dark, 1.5)
            elif kind == "scroll":
                wall.draw(scroll(0, low + 0.03, wide, high - 0.03), dark, 1.2)
            elif kind == "beads":
                wall.fill_all(beads(0, (low + high) / 2, wide, 0.34), dark)
        for low, high, size in ((0.98, 4.7, 0.42), (5.64, 6.86, 0.4), (7.84, 8.46, 0.32)):
            wall.draw(lozenges(0, low, wide, high, size), dark, 0.9, opacity=0.7)
            wall.fill_all([rosette((u * size + size / 2, v * size + low + size / 2), size * 0.2, size * 0.1, 6)
                           for u in range(int(wide / size)) for v in range(int((high - low) / size))], pale, opacity=0.45)  # fmt: skip

    def _niche(
        self, wall: Wall, middle: float, width: float, top: float, light: float, *, white: bool
    ) -> None:
        stone = MARBLE if white else CARVED
        low, rise = 0.55, width * 0.62
        edge = width / 2 + 0.55
        wall.fill(box(middle - edge, low, middle + edge, top + 0.1), CARVED.at(light + 0.05))
        wall.fill_all(
            frame(middle - edge, low, middle + edge, top + 0.1, 0.3, sill=False), stone.at(light + 0.2)
        )
        for side in (middle - edge + 0.05, middle + edge - 0.25):
            wall.draw(scroll(side, low + 0.05, side + 0.2, top - 0.2), PLUM, 1.0, opacity=0.7)
        wall.draw(
            interlace(middle - edge + 0.3, top - 0.17, middle + edge - 0.3, top + 0.08),
            PLUM,
            1.1,
            opacity=0.8,
        )
        outer = pointed(middle, width, top - rise - 0.45, rise, foot=low)
        wall.fill(widened(outer, 0.16), stone.at(light + 0.28))
        wall.draw(
            along(outer, interlace(0, 0.02, length_of(outer), 0.15), 0.15),
            PLUM,
            0.8,
            opacity=0.6,
        )
        wall.fill(outer, stone.at(light - 0.2))
        shade = [(u, v) for u, v in outer if u <= middle] + [(middle - width * 0.18, low)]
        wall.fill(shade, INK, opacity=0.35)
        inner = pointed(middle, width * 0.55, top - rise - 1.1, rise * 0.6, foot=low)
        wall.fill(widened(inner, 0.12), stone.at(light + 0.1))
        wall.fill(inner, stone.at(light - 0.3))
        wall.fill(rosette((middle, top - rise - 0.15), width * 0.12, width * 0.07, 8), stone.at(light + 0.35))
        for side in (-1, 1):
            post = middle + side * width * 0.5
            wall.fill(
                box(post - 0.07, low, post + 0.07, top - rise - 0.45),
                stone.at(light + (0.3 if side > 0 else 0.1)),
            )

    def _door(self, wall: Wall, light: float) -> None:
        arch = pointed(HALF_M, 2.0, 2.6, 1.5)
        wall.fill(widened(arch, 0.45), CARVED.at(light + 0.1))
        wall.draw(
            along(arch, interlace(0, 0.08, length_of(arch), 0.4), 0.4),
            CARVED.at(light - 0.3),
            1.1,
        )
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
                ring = pointed(
                    wall.length_m / 2, wall.length_m * 0.74 * grow, 5.6 + 0.08 * step, 1.9 * grow, foot=5.4
                )
                if step == 0:
                    wall.pierced(shell, [arch], CARVED.at(light))
                    wall.fill(arch, CARVED.at(light - 0.22))
                wall.draw([ring], INK if step % 2 else CARVED.at(light + 0.1), 2.4, opacity=0.55)
            wall.draw(
                along(arch, interlace(0, 0.04, length_of(arch), 0.3), 0.3),
                PLUM,
                1.2,
                opacity=0.75,
            )
            for grow in (0.0, 0.34):
                wall.draw([widened(arch, grow)], CARVED.at(light + 0.3), 1.8)
            wall.draw(scroll(0.05, 8.0, wall.length_m - 0.05, 8.5), PLUM, 1.1, opacity=0.7)

    def _grave(self) -> None:
        scene = self.scene
        base = (
            (2.1, 1.55, 0.0, 0.45, BUFF),
            (1.75, 1.25, 0.45, 0.7, CARVED),
            (1.35, 0.85, 0.7, 1.25, MARBLE),
            (1.15, 0.62, 1.25, 1.55, MARBLE),
            (0.95, 0.36, 1.55, 1.8, MARBLE),
        )
        middle = 4.4
        scene.cast(
            [(x, middle + y, z) for x in (-1.6, 1.6) for y in (-2.1, 2.1) for z in (0.0, 0.7)], opacity=0.45
        )
        for deep, wide, low, high, stone in base:
            corners = [
                (-wide, middle - deep),
                (wide, middle - deep),
                (wide, middle + deep),
                (-wide, middle + deep),
            ]
            scene.face([(*corner, high) for corner in corners], stone.at(0.95))
            for at in (3, 1, 0):
                wall = Wall(scene, corners[at], corners[(at + 1) % 4], low)
                if wall.seen:
                    wall.fill(box(0, 0, wall.length_m, high - low), stone.at(wall.light + 0.1))
                    if high - low > 0.4 and stone is MARBLE:
                        wall.draw(
                            [*lozenges(0.1, 0.1, wall.length_m - 0.1, 0.45, 0.35)], MARBLE.at(0.35), 1.0
                        )
