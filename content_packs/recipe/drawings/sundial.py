"""The Samrat Yantra of the Jantar Mantar: a sloping wall between two quadrants."""

from __future__ import annotations

import math
from itertools import pairwise

from bowl import ring
from colour import MARBLE, PLUM, SANDSTONE
from space import Scene, Spot

LATITUDE = math.radians(28.63)


class Samrat:
    """The great sundial, seen from the east: south is left, north is right."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.length_m = 20.7 / math.tan(LATITUDE)
        middle = self.length_m * 0.5
        self.hinge: Spot = (middle, 0.0, middle * math.tan(LATITUDE))

    def draw(self) -> None:
        """The far quadrant, the gnomon with its stair, the near quadrant."""
        self.scene.cast(
            [(0, 0, 0), (self.length_m, -1.6, 20.7), (self.length_m, 1.6, 20.7), (self.length_m, 0, 0)]
        )
        self._quadrant(1.0)
        self._gnomon()
        self._quadrant(-1.0)

    def _gnomon(self) -> None:
        side, top, end = 1.6, 20.7, self.length_m
        light = self.scene.light((0.0, -1.0, 0.0))
        self.scene.face([(0.0, -side, 0.0), (end, -side, top), (end, -side, 0.0)], SANDSTONE.at(light))
        for at in range(3):
            self._arch(12.0 + at * 8.4, 2.2, 3.6 + at * 1.6)
        slope = self.scene.light((-math.sin(LATITUDE), 0.0, math.cos(LATITUDE)))
        self._ramp(-side, side, SANDSTONE.at(slope * 0.6), 0.0)
        steps = [[self._edge(at / 90, y, -0.3) for y in (-side + 0.6, side - 0.6)] for at in range(1, 90)]
        self.scene.lines(steps, PLUM, 1.3, opacity=0.5)
        for low, high in ((-side, -side + 0.6), (side - 0.6, side)):
            self._ramp(low, high, MARBLE.at(slope + 0.1), 0.35)
        rim = [
            self._edge(0, -side, 0.35),
            self._edge(1, -side, 0.35),
            self._edge(1, -side, -0.7),
            self._edge(0, -side, -0.7),
        ]
        self.scene.face(rim, MARBLE.at(light + 0.12))
        for at in range(1, 70):
            foot = self._edge(at / 70, -side - 0.01, -0.6 if at % 5 == 0 else -0.1)
            self.scene.lines([[self._edge(at / 70, -side - 0.01, 0.3), foot]], PLUM, 1.3, opacity=0.7)
        self._house(end - 1.3, top)

    def _edge(self, share: float, y: float, lift: float) -> Spot:
        return (share * self.length_m, y, max(0.0, share * 20.7 + lift))

    def _ramp(self, low: float, high: float, colour: str, lift: float) -> None:
        corners = [self._edge(share, y, lift) for share, y in ((0, low), (1, low), (1, high), (0, high))]
        self.scene.face(corners, colour)

    def _house(self, x: float, top: float) -> None:
        """The small open pavilion at the top."""
        for dx, dy in ((1.0, 1.1), (-1.0, 1.1), (1.0, -1.1), (-1.0, -1.1)):
            post = [
                (x + dx - 0.18, dy, top - 1.0),
                (x + dx - 0.18, dy, top + 2.6),
                (x + dx + 0.18, dy, top + 2.6),
                (x + dx + 0.18, dy, top - 1.0),
            ]
            self.scene.face(post, SANDSTONE.at(0.3 if dy > 0 else 0.6))
        self.scene.face(ring((x, 0, top + 2.6), 1.9, 24), PLUM)
        for at in range(8):
            low, high = at * math.pi / 16, (at + 1) * math.pi / 16
            lower = ring((x, 0, top + 2.6 + 1.5 * math.sin(low)), 1.9 * math.cos(low), 24)
            upper = ring((x, 0, top + 2.6 + 1.5 * math.sin(high)), 1.9 * math.cos(high), 24)
            for one in range(24):
                normal = (math.cos(one * math.pi / 12), math.sin(one * math.pi / 12), math.sin(low))
                if self.scene.faces_eye(lower[one], normal):
                    self.scene.face(
                        [lower[one], lower[one + 1], upper[one + 1], upper[one]],
                        MARBLE.at(self.scene.light(normal)),
                        seam=0.8,
                    )

    def _arch(self, x: float, wide: float, rise: float) -> None:
        arch = [(x - wide / 2, -1.61, 0.0), (x - wide / 2, -1.61, rise)]
        arch += [
            (
                x + wide / 2 * math.cos(math.pi - at * math.pi / 8),
                -1.61,
                rise + 1.0 * math.sin(at * math.pi / 8),
            )
            for at in range(9)
        ]
        arch += [(x + wide / 2, -1.61, 0.0)]
        self.scene.face(arch, PLUM)

    def _on_arc(self, angle: float, radius: float, side: float, along: float) -> Spot:
        """A place on the quadrant: angle 0 is below the edge, a right angle is level with it."""
        cos_lat, sin_lat = math.cos(LATITUDE), math.sin(LATITUDE)
        down, out = radius * math.cos(angle), radius * math.sin(angle)
        x, _, z = self.hinge
        return (
            x + down * sin_lat + along * cos_lat,
            side * (1.6 + out),
            z - down * cos_lat + along * sin_lat,
        )

    def _quadrant(self, side: float) -> None:
        steps = [at * math.pi / 2 / 36 for at in range(37)]
        inner, wide = 14.6, 1.5
        shown = [angle for angle in steps if self._on_arc(angle, inner, side, 0)[2] > 0.2]
        front = [self._on_arc(angle, inner + 1.0, side, -wide) for angle in shown]
        outer = [self._on_arc(angle, inner + 1.0, side, wide) for angle in shown]
        lip = [self._on_arc(angle, inner, side, -wide) for angle in shown]
        end_light = self.scene.light((0.0, side, 0.0))
        if side < 0:
            self.scene.face(
                [front[-1], outer[-1], (*outer[-1][:2], 0.0), (*front[-1][:2], 0.0)], SANDSTONE.at(end_light)
            )
        south = self.scene.light((-1.0, 0.0, 0.0))
        self.scene.face([*front, (*front[-1][:2], 0.0), (*front[0][:2], 0.0)], SANDSTONE.at(south * 0.8))
        self.scene.face([*lip, *reversed(front)], MARBLE.at(south * 0.9))
        for low, high in pairwise(shown):
            normal = tuple(self.hinge[at] - self._on_arc(low, inner, side, 0)[at] for at in range(3))
            light = self.scene.light((normal[0], normal[1], normal[2]))
            self.scene.face(
                [
                    self._on_arc(low, inner, side, -wide),
                    self._on_arc(high, inner, side, -wide),
                    self._on_arc(high, inner, side, wide),
                    self._on_arc(low, inner, side, wide),
                ],
                MARBLE.at(light * 0.75 + 0.15),
                seam=0.8,
            )
        for edge in (-wide, wide):
            self.scene.lines(
                [[self._on_arc(angle, inner, side, edge) for angle in shown]], PLUM, 1.6, opacity=0.6
            )
        ticks = [
            [
                self._on_arc(angle, inner, side, -wide),
                self._on_arc(angle, inner, side, -wide * (0.1 if at % 6 else -1.0)),
            ]
            for at, angle in enumerate(shown)
        ]
        self.scene.lines(ticks, PLUM, 1.2, opacity=0.6)
