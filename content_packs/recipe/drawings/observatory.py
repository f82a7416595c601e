"""The instruments of the Jantar Mantar: `observatory.py FOLDER` draws them into the folder."""

from __future__ import annotations

import math
import sys
from itertools import pairwise
from pathlib import Path
from random import Random

from canvas import Sheet
from colour import CORAL, GOLD, INK, LAWN, LEAF, LIGHT, MARBLE, PAVING, PLUM, SANDSTONE, Stuff
from nature import DUSK, birds, clouds, disc, lawn, person, sky, tree, tree_line
from space import Camera, Scene, Spot

LATITUDE = math.radians(28.63)


def ring(centre: Spot, radius: float, count: int, start: float = 0.0, end: float = 2 * math.pi) -> list[Spot]:
    """Places on a level circle, or on part of it."""
    steps = [start + (end - start) * at / count for at in range(count + 1)]
    x, y, z = centre
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle), z) for angle in steps]


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
            low = self._edge(at / 70, -side - 0.01, -0.6 if at % 5 == 0 else -0.1)
            self.scene.lines([[self._edge(at / 70, -side - 0.01, 0.3), low]], PLUM, 1.3, opacity=0.7)
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


def draw_samrat(path: Path) -> None:
    """The great sundial at evening."""
    sheet, random = Sheet(), Random(11)
    sky(sheet, (260, 800))
    clouds(sheet, random, 250, 640, 9, GOLD, 0.35)
    birds(sheet, random, (470, 300), 9, 13)
    scene = Scene(
        sheet,
        Camera((-27.0, -27.0, 7.5), 1780, (735.0, 830.0), yaw=1.02, pitch=0.02),
        sun=(-0.7, -0.62, 0.36),
    )
    tree_line(sheet, random, 815, 110, LEAF.hazed(0.5))
    lawn(sheet, random, 805, stuff=LAWN)
    Samrat(scene).draw()
    for x, y in ((-1.5, -14.0), (-0.6, -14.6), (-9.0, 3.0)):
        person(scene, (x, y, 0.0), random)
    sheet.save(path)


def draw_bowl(path: Path) -> None:
    """The bowl from its rim, the shadow of the crossed wires inside it."""
    sheet = Sheet()
    scene = Scene(sheet, Camera((0.0, -8.6, 8.4), 1180, (800.0, 560.0), pitch=-0.72), sun=(-0.5, -0.35, 0.8))
    sheet.raw(f'<rect y="0" width="1600" height="1200" fill="{PAVING.at(0.55)}"/>')
    paving = [[(x * 1.4, -9.0, 0.0), (x * 1.4, 22.0, 0.0)] for x in range(-14, 15)]
    paving += [[(-20.0, y * 1.4, 0.0), (20.0, y * 1.4, 0.0)] for y in range(-6, 16)]
    scene.lines(paving, PAVING.at(0.32), 1.6, opacity=0.55)
    scene.cast(ring((0, 0, 0.45), Bowl.radius_m + 0.8, 40))
    Bowl(scene).draw()
    sheet.save(path)


def draw_rama(path: Path) -> None:
    """The round at dusk, seen over its rim."""
    sheet, random = Sheet(), Random(13)
    sky(sheet, (1180, 560), colours=DUSK)
    disc(sheet, (390, 210), 52)
    clouds(sheet, random, 180, 430, 7, CORAL, 0.4)
    tree_line(sheet, random, 500, 110, LEAF.hazed(0.45))
    lawn(sheet, random, 490)
    scene = Scene(
        sheet, Camera((0.0, -21.5, 11.5), 1250, (800.0, 560.0), pitch=-0.27), sun=(-0.75, -0.5, 0.45)
    )
    tree(sheet, (120, 640), 330, random)
    tree(sheet, (1500, 620), 300, random)
    Rama(scene).draw()
    for x in (-11.5, 11.0, 11.9):
        person(scene, (x, -4.0, 0.0), random)
    sheet.save(path)


def main() -> None:
    """Draw all three."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    draw_samrat(folder / "samrat-yantra.svg")
    draw_bowl(folder / "jai-prakash.svg")
    draw_rama(folder / "rama-yantra.svg")


if __name__ == "__main__":
    main()
