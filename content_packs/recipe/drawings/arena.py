"""The Rama Yantra of the Jantar Mantar: an open ring of piers about a pillar."""

from __future__ import annotations

import math

from bowl import ring
from colour import MARBLE, SANDSTONE
from space import Scene


class Rama:
    """One of the two open rounds of the Rama Yantra: a ring of piers about a pillar."""

    inner_m, height_m, sectors = 7.5, 7.5, 30

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def draw(self) -> None:
        """Far piers, the floor's sectors, the pillar, near piers."""
        self.scene.cast(
            ring((0, 0, self.height_m), self.inner_m + 1, 40) + ring((0, 0, 0), self.inner_m + 1, 40)
        )
        self.scene.face(ring((0, 0, 0.05), self.inner_m + 1.1, 60), SANDSTONE.at(0.24))
        order = sorted(range(self.sectors), key=lambda at: -math.sin(self._turn(at)))
        for at in [one for one in order if math.sin(self._turn(one)) >= 0]:
            self._pier(at)
        for at in range(self.sectors):
            turn, half = self._turn(at), math.pi / self.sectors * 0.5
            sector = [
                *ring((0, 0, 1.0), self.inner_m, 3, turn - half, turn + half),
                *ring((0, 0, 1.0), 1.2, 3, turn + half, turn - half),
            ]
            self.scene.face(sector, MARBLE.at(0.58 if math.cos(turn) > -0.3 else 0.85))
        self._pillar()
        for at in [one for one in order if math.sin(self._turn(one)) < 0]:
            self._pier(at)

    def _turn(self, at: int) -> float:
        return (at + 0.5) * 2 * math.pi / self.sectors

    def _pillar(self) -> None:
        for at in range(24):
            a, b = at * math.pi / 12, (at + 1) * math.pi / 12
            normal = (math.cos(a), math.sin(a), 0.0)
            low, high = (0.8 * math.cos(a), 0.8 * math.sin(a)), (0.8 * math.cos(b), 0.8 * math.sin(b))
            if self.scene.faces_eye((*low, 1.0), normal):
                colour = (MARBLE if at % 2 else SANDSTONE).at(self.scene.light(normal))
                self.scene.face(
                    [(*low, 1.0), (*high, 1.0), (*high, self.height_m), (*low, self.height_m)],
                    colour,
                    seam=0.8,
                )
        self.scene.face(ring((0, 0, self.height_m), 0.8, 24), SANDSTONE.at(0.8))

    def _pier(self, at: int) -> None:
        turn, half = self._turn(at), math.pi / self.sectors * 0.52
        near = math.sin(turn) < 0
        radius = self.inner_m + (0.9 if near else 0.0)
        sign = 1.0 if near else -1.0
        normal = (sign * math.cos(turn), sign * math.sin(turn), 0.0)
        light = self.scene.light(normal)
        low, high = ring((0, 0, 0), radius, 1, turn - half, turn + half)
        face = [low, (*low[:2], self.height_m), (*high[:2], self.height_m), high]
        self.scene.face(face, SANDSTONE.at(light))
        for foot in (1.1, 3.2, 5.3):
            shelf = [(*low[:2], foot), (*low[:2], foot + 0.28), (*high[:2], foot + 0.28), (*high[:2], foot)]
            self.scene.face(shelf, MARBLE.at(light * 0.8 + 0.1))
        self._lintels(turn, half, radius, light)
        top = [
            *ring((0, 0, self.height_m), self.inner_m, 1, turn - half, turn + half),
            *ring((0, 0, self.height_m), self.inner_m + 0.9, 1, turn + half, turn - half),
        ]
        self.scene.face(top, MARBLE.at(0.82))

    def _lintels(self, turn: float, half: float, radius: float, light: float) -> None:
        gap = 2 * math.pi / self.sectors - 2 * half
        low, high = ring((0, 0, 0), radius, 1, turn + half, turn + half + gap)
        for foot, rise in ((0.0, 1.0), (2.9, 0.45), (5.0, 0.45), (self.height_m - 0.5, 0.5)):
            beam = [(*low[:2], foot), (*low[:2], foot + rise), (*high[:2], foot + rise), (*high[:2], foot)]
            self.scene.face(beam, SANDSTONE.at(light * 0.9))
