"""The Jai Prakash of the Jantar Mantar: the sky as a bowl sunk in the ground."""

from __future__ import annotations

import math

from colour import INK, LIGHT, MARBLE, PLUM, SANDSTONE, Stuff
from space import Scene, Spot


def ring(centre: Spot, radius: float, count: int, start: float = 0.0, end: float = 2 * math.pi) -> list[Spot]:
    """Places on a level circle, or on part of it."""
    steps = [start + (end - start) * at / count for at in range(count + 1)]
    x, y, z = centre
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle), z) for angle in steps]


class Bowl:
    """One of the two sunken bowls of the Jai Prakash."""

    radius_m = 4.15

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def _on(self, turn: float, dip: float) -> Spot:
        """A place inside: dip 0 is the rim, a right angle is the bottom."""
        level = self.radius_m * math.cos(dip)
        return (level * math.cos(turn), level * math.sin(turn), 0.45 - self.radius_m * math.sin(dip))

    def draw(self) -> None:
        """The rim, the strips of marble with steps between them, the wires and their shadow."""
        rim = ring((0, 0, 0.45), self.radius_m + 0.9, 72)
        self.scene.face(ring((0, 0, 0), self.radius_m + 0.95, 72), SANDSTONE.at(0.3))
        self.scene.face(rim, SANDSTONE.at(0.74))
        self.scene.face(ring((0, 0, 0.45), self.radius_m + 0.25, 72), MARBLE.at(0.8))
        mouth = ring((0, 0, 0.45), self.radius_m, 72)
        self.scene.sheet.open_clip(self.scene.camera.project(mouth))
        self.scene.face(mouth, SANDSTONE.at(0.1))
        for sector in range(12):
            self._strip(sector * math.pi / 6, filled=sector % 2 == 0)
        self._marks()
        spot = self._on(0.32, 0.93)
        self.scene.face(
            [
                (spot[0] + 0.17 * math.cos(a), spot[1] + 0.17 * math.sin(a), spot[2] + 0.05)
                for a in (at * math.pi / 10 for at in range(20))
            ],
            INK,
            opacity=0.85,
        )
        self.scene.sheet.close_group()
        cross = [[self._on(turn, 0), self._on(turn + math.pi, 0)] for turn in (math.pi / 4, 3 * math.pi / 4)]
        self.scene.lines([[(x, y, 0.5) for x, y, _ in wire] for wire in cross], LIGHT, 2.6)

    def _strip(self, start: float, *, filled: bool) -> None:
        for turn in range(4):
            for dip in range(10):
                a, b = start + turn * math.pi / 24, start + (turn + 1) * math.pi / 24
                c, d = dip * math.pi / 20, (dip + 1) * math.pi / 20
                corners = [self._on(a, c), self._on(b, c), self._on(b, d), self._on(a, d)]
                x, y, z = self._on((a + b) / 2, (c + d) / 2)
                light = self.scene.light((-x, -y, -z))
                stuff: Stuff = MARBLE if filled else SANDSTONE
                if self.scene.faces_eye((x, y, z), (-x, -y, -z)):
                    self.scene.face(
                        corners,
                        stuff.at(light * 0.85 + 0.08 if filled else 0.06 + 0.03 * (dip % 2)),
                        seam=0.8,
                    )

    def _marks(self) -> None:
        circles = [
            [self._on(at * math.pi / 36, dip * math.pi / 12) for at in range(73)] for dip in range(1, 6)
        ]
        spokes = [
            [self._on(turn * math.pi / 12, dip * math.pi / 24) for dip in range(12)] for turn in range(24)
        ]
        for line in circles + spokes:
            kept: list[Spot] = []
            for spot in line:
                if self.scene.faces_eye(spot, (-spot[0], -spot[1], -spot[2])):
                    kept.append(spot)
                else:
                    self.scene.lines([kept], PLUM, 1.3, opacity=0.45)
                    kept = []
            self.scene.lines([kept], PLUM, 1.3, opacity=0.45)
