"""The Alai Darwaza: a cube of red sandstone with bands of white marble under a shallow dome."""

from __future__ import annotations

import math
from random import Random

from arches import along, horseshoe, length_of, pointed, widened
from canvas import Point
from colour import CORAL, GOLD, INK, LIGHT, MARBLE, PLUM, SANDSTONE, Stuff
from ornament import Line, courses, interlace, leaf, lotus_fringe, lozenges, merlons, rosette, scroll, stars
from space import Scene, Wall, box
from tower import Shaft, revolve

SIDE_M, EAVES_M, PLINTH_M = 17.2, 13.4, 1.5
MIDDLE = SIDE_M / 2


def frame(u0: float, v0: float, u1: float, v1: float, thick: float, *, sill: bool = True) -> list[Line]:
    """Four strips round a panel, or three where there is no sill."""
    strips = [
        box(u0, v0, u0 + thick, v1),
        box(u1 - thick, v0, u1, v1),
        box(u0 + thick, v1 - thick, u1 - thick, v1),
    ]
    return [*strips, box(u0 + thick, v0, u1 - thick, v0 + thick)] if sill else strips


class Gate:
    """Draws the gate with the middle of its ground at `centre`; `detail` below 0.5 leaves out the fine carving."""

    def __init__(
        self, scene: Scene, centre: Point = (0.0, 0.0), *, haze: float = 0.0, detail: float = 1.0
    ) -> None:
        self.scene, self.centre, self.detail, self.random = scene, centre, detail, Random(21)
        self.red, self.white = SANDSTONE.hazed(haze), MARBLE.hazed(haze)

    def _corner(self, x: float, y: float) -> Point:
        return (self.centre[0] + x * MIDDLE, self.centre[1] + y * MIDDLE)

    def draw(self) -> None:
        """Draw the dome, then whichever walls are seen."""
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        self._dome()
        for at in range(4):
            wall = Wall(self.scene, self._corner(*corners[at]), self._corner(*corners[(at + 1) % 4]))
            if wall.seen:
                self._side(wall)
                self._steps(wall)

    def shadow(self) -> None:
        """Lay its shadow on the ground."""
        self.scene.cast([(*self._corner(x, y), z) for x in (-1, 1) for y in (-1, 1) for z in (0.0, EAVES_M)])

    def _dome(self) -> None:
        finial = [(0.9, 19.1), (0.75, 19.5), (0.35, 19.6), (0.5, 20.0), (0.15, 20.4), (0.05, 21.0)]
        revolve(self.scene, self.centre, finial, self.red, facets=24)
        shape = []
        steps = 14 if self.detail > 0.5 else 8
        for at in range(steps + 1):
            angle = math.pi / 2 * at / steps
            shape.append((6.7 * math.cos(angle) ** 0.9, EAVES_M + 1.6 + 4.3 * math.sin(angle)))
        revolve(self.scene, self.centre, shape, self.white, facets=60 if self.detail > 0.5 else 30)
        octagon = Shaft(self.scene, self.centre, facets=8, turn=1 / 16)
        octagon.skin((7.35, 7.35), (EAVES_M + 1.3, EAVES_M + 1.6), self.white)
        octagon.skin((7.2, 7.2), (EAVES_M - 0.5, EAVES_M + 1.3), self.red)

    def _side(self, wall: Wall) -> None:
        light = wall.light
        red, white = self.red.at(light), self.white.at(light + 0.06)
        arch = horseshoe(MIDDLE, 4.7, 5.9, 3.7, foot=PLINTH_M)
        windows = [pointed(u, 1.9, 4.9, 1.7, foot=3.2) for u in (2.75, SIDE_M - 2.75)]
        self._inside(wall, arch)
        for window in windows:
            self._window(wall, window, light)
        wall.pierced(box(0, 0, SIDE_M, EAVES_M), [arch, *windows], red)
        if self.detail > 0.5:
            self._masonry(wall, light)
        self._marble(wall, white, light)
        self._portal(wall, arch, white, light)
        self._eaves(wall, light)
        if self.detail > 0.5:
            low, high = wall.paper([(0, 0), (0, EAVES_M)])
            fade = self.scene.sheet.gradient(
                low, high, [(0, PLUM, 0.32), (0.35, PLUM, 0.05), (1, LIGHT, 0.1 if light > 0.4 else 0)]
            )
            wall.fill(box(0, 0, SIDE_M, EAVES_M), fade)

    def _steps(self, wall: Wall) -> None:
        for step in range(4, -1, -1):
            out, top = 0.4 * (5 - step), PLINTH_M * (step + 1) / 6
            edge = [(MIDDLE - 2.7, 0.0), (MIDDLE - 2.7, top), (MIDDLE + 2.7, top), (MIDDLE + 2.7, 0.0)]
            wall.fill(edge, self.red.at(wall.light - 0.12), out=out)
            tread = [
                wall.spot(u, top, o)
                for u, o in (
                    (MIDDLE - 2.7, out),
                    (MIDDLE + 2.7, out),
                    (MIDDLE + 2.7, out - 0.4),
                    (MIDDLE - 2.7, out - 0.4),
                )
            ]
            self.scene.face(tread, self.red.at(0.78))

    def _inside(self, wall: Wall, arch: list[Point]) -> None:
        wall.fill(arch, INK)
        far = pointed(MIDDLE, 4.2, 4.6, 2.6, foot=PLINTH_M)
        self.scene.sheet.open_clip(wall.paper(arch))
        wall.fill(widened(far, 0.5), PLUM, out=-13)
        wall.fill(far, GOLD, out=-15)
        wall.fill(pointed(MIDDLE, 4.2, 2.2, 0.2, foot=PLINTH_M), CORAL, out=-15, opacity=0.7)
        wall.reveal(arch, 1.5, self.red)
        self.scene.sheet.close_group()

    def _window(self, wall: Wall, window: list[Point], light: float) -> None:
        u0, u1 = min(u for u, _ in window), max(u for u, _ in window)
        wall.fill(window, INK)
        self.scene.sheet.open_clip(wall.paper(window))
        lattice = self.white.at(light * 0.75)
        size = 0.48 if self.detail > 0.5 else 0.68
        wall.draw(lozenges(u0, 3.2, u1, 6.8, size), lattice, 2.2 if self.detail > 0.5 else 1, out=-0.45)
        if self.detail > 0.5:
            wall.draw([[*s, s[0]] for s in stars(u0, 3.2, u1, 6.8, size)], lattice, 1.4, out=-0.45)
        wall.reveal(window, 0.5, self.red)
        self.scene.sheet.close_group()

    def _masonry(self, wall: Wall, light: float) -> None:
        blocks, joints = courses(0, PLINTH_M, SIDE_M, EAVES_M, 0.62, 1.5, self.random)
        arch = [(u, v) for u, v in horseshoe(MIDDLE, 4.9, 5.9, 3.8)]
        reach = (min(u for u, _ in arch), max(u for u, _ in arch))
        away = [b for b in blocks if b[2][0] < reach[0] - 1 or b[0][0] > reach[1] + 1]
        wall.fill_all([b for b in away if not self._in_window(b)], self.red.at(light - 0.1), opacity=0.55)
        kept = [
            j
            for j in joints
            if len(j) == 2 and j[0][0] == j[1][0] and not self._in_window(j) and abs(j[0][0] - MIDDLE) > 3
        ]
        wall.draw(kept, PLUM, 0.6, opacity=0.35)

    @staticmethod
    def _in_window(shape: Line) -> bool:
        return any(abs(u - m) < 1.9 and 2.6 < v < 7.3 for m in (2.75, SIDE_M - 2.75) for u, v in shape)

    def _marble(self, wall: Wall, white: str, light: float) -> None:
        dark = self.red.at(light - 0.3)
        for base, step in ((0.0, 0.5), (0.72, 0.12), (PLINTH_M - 0.2, 0.2)):
            keep = [box(0, base, MIDDLE - 2.6, base + step), box(MIDDLE + 2.6, base, SIDE_M, base + step)]
            wall.fill_all(keep, dark if step == 0.5 else white)
        for middle in (2.75, SIDE_M - 2.75):
            self._panel(wall, middle, white, light, dark)
        wall.fill_all(
            [box(0, 7.5, 5.2, 7.72), box(SIDE_M - 5.2, 7.5, SIDE_M, 7.72), box(0, 11.9, SIDE_M, 12.05)], white
        )

    def _panel(self, wall: Wall, middle: float, white: str, light: float, dark: str) -> None:
        wall.fill_all(frame(middle - 2.05, 2.2, middle + 2.05, 7.2, 0.22), white)
        wall.fill_all(frame(middle - 1.55, 2.7, middle + 1.55, 6.95, 0.12), white)
        window = pointed(middle, 1.9, 4.9, 1.7, foot=3.2)
        wall.draw([widened(window, 0.14)], white, 2.4 * self.detail + 0.4)
        for side in (-0.98, 0.98):
            low = (middle + side - 0.85, 8.2)
            wall.fill_all(frame(low[0], low[1], low[0] + 1.7, 11.5, 0.16), white)
            blind = pointed(middle + side, 0.95, 9.8, 0.8, foot=8.6)
            wall.fill(blind, dark)
            wall.draw([blind], white, 1.6 * self.detail + 0.3)
            if self.detail > 0.5:
                wall.draw(
                    lozenges(middle + side - 0.3, 8.8, middle + side + 0.3, 9.8, 0.3), self.red.at(light), 0.9
                )
        if self.detail > 0.5:
            for side in (-1.8, 1.62):
                wall.draw(
                    scroll(middle + side, 2.75, middle + side + 0.2, 6.9), self.red.at(light - 0.35), 0.9
                )

    def _portal(self, wall: Wall, arch: list[Point], white: str, light: float) -> None:
        dark = self.red.at(light - 0.32)
        outer = frame(MIDDLE - 3.5, PLINTH_M, MIDDLE + 3.5, 11.7, 0.62, sill=False)
        wall.fill_all(outer, white)
        wall.fill_all(frame(MIDDLE - 2.72, PLINTH_M, MIDDLE + 2.72, 10.9, 0.14, sill=False), white)
        fine = self.detail > 0.5
        if fine:
            for u in (MIDDLE - 3.42, MIDDLE + 2.96):
                upright = interlace(PLINTH_M, 0, 11.0, 0.46)
                wall.draw([[(u + 0.46 - y, x) for x, y in line] for line in upright], dark, 1.1)
            wall.draw(interlace(MIDDLE - 2.9, 11.12, MIDDLE + 2.9, 11.66), dark, 1.1)
        for grow, width in ((0.12, 4.2), (0.52, 1.8)):
            wall.draw([widened(arch, grow)[1:-1]], white, width * self.detail + 0.5)
        if fine:
            ring = widened(arch, 0.18)
            wall.draw(
                along(ring, interlace(0, 0.02, length_of(ring), 0.3), 0.3),
                white,
                0.9,
                opacity=0.8,
            )
            self._spandrels(wall, white)
        buds = lotus_fringe(arch[5:-5], 0.34 if self.detail > 0.5 else 0.5, 0.42)
        wall.fill_all(buds, self.white.at(light + 0.02), out=-0.1)

    def _spandrels(self, wall: Wall, white: str) -> None:
        for side in (-1, 1):
            centre = (MIDDLE + side * 1.85, 9.6)
            wall.fill(rosette(centre, 0.42, 0.26, 10), white)
            wall.fill(rosette(centre, 0.2, 0.12, 8), PLUM)
            for turn in range(7):
                wall.fill(leaf(centre, 2 * math.pi * turn / 7, 0.75), white, opacity=0.55)

    def _eaves(self, wall: Wall, light: float) -> None:
        stone: Stuff = self.red
        wall.fill(box(0, 12.35, SIDE_M, 13.1), stone.at(light + 0.08), out=0.05)
        if self.detail > 0.5:
            wall.draw(interlace(0.1, 12.38, SIDE_M - 0.1, 13.08), PLUM, 1.1, opacity=0.7)
        wall.fill(box(-0.2, 13.1, SIDE_M + 0.2, EAVES_M), self.white.at(light), out=0.3)
        wall.fill(box(0, 12.9, SIDE_M, 13.1), INK, out=0.06, opacity=0.35)
        wall.fill_all(merlons(0, EAVES_M, SIDE_M, 0.78, 0.95), stone.at(light), out=0.1)
        if self.detail > 0.5:
            wall.draw(
                [m[1:-1] for m in merlons(0.08, EAVES_M, SIDE_M + 0.08, 0.78, 0.72)],
                white_line(light),
                0.8,
                opacity=0.5,
            )


def white_line(light: float) -> str:
    """The colour of a thin lit edge."""
    return LIGHT if light > 0.35 else CORAL
