"""Solids of revolution with flutes: the Minar's storeys, its balconies, drums and domes."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from canvas import Point
from colour import Stuff
from ornament import Line
from space import Scene, Spot

Profile = Callable[[float], float]
FLUTES = 24


def plain(_share: float) -> float:
    """A round shaft."""
    return 1.0


def round_flutes(share: float) -> float:
    """Half-round ribs all round."""
    return 0.94 + 0.075 * math.pow(abs(math.sin(math.pi * ((share * FLUTES) % 1))), 0.6)


def angular_flutes(share: float) -> float:
    """Sharp ribs all round, as a star."""
    place = (share * FLUTES) % 1
    return 0.93 + 0.095 * (1 - abs(2 * place - 1))


def mixed_flutes(share: float) -> float:
    """Sharp and half-round ribs in turn, as in the lowest storey."""
    return angular_flutes(share) if int(share * FLUTES) % 2 else round_flutes(share)


class Shaft:
    """A turned body about an upright axis at `centre` (x, y); its radius runs straight from foot to top.

    `turn` (0..1 of a full turn) sets where the facets begin.
    """

    def __init__(
        self,
        scene: Scene,
        centre: Point,
        profile: Profile = plain,
        *,
        facets: int = FLUTES * 6,
        turn: float = 0.0,
    ) -> None:
        self.scene, self.centre, self.profile, self.facets, self.turn = scene, centre, profile, facets, turn

        eye = scene.camera.eye
        ahead = math.atan2(eye[1] - centre[1], eye[0] - centre[0]) + math.pi / 2
        self.front = ahead / (2 * math.pi) - turn

    def spot(self, share: float, radius: float, z: float) -> Spot:
        """A place on the skin; `share` 0..1 goes round from the south; `front` is the share nearest the eye."""
        angle = 2 * math.pi * (share + self.turn) - math.pi / 2
        reach = radius * self.profile(share % 1)
        return (self.centre[0] + reach * math.cos(angle), self.centre[1] + reach * math.sin(angle), z)

    def _normal(self, share: float, lean: float) -> Spot:
        step = 0.5 / self.facets
        first, second = self.spot(share - step, 1, 0), self.spot(share + step, 1, 0)
        return (second[1] - first[1], first[0] - second[0], lean * math.dist(first, second))

    def _outward(self, share: float, lean: float) -> Spot:
        angle = 2 * math.pi * (share + self.turn) - math.pi / 2
        return (math.cos(angle), math.sin(angle), lean)

    def seen(self, share: float, radius: float, z: float, lean: float = 0.0) -> bool:
        """Whether this part of the skin looks at the camera."""
        return self.scene.faces_eye(self.spot(share, radius, z), self._normal(share, lean))

    def skin(self, radii: Point, heights: Point, stuff: Stuff, *, dim: float = 0.0, half: str = "") -> None:
        """Draw the skin between two heights (m) with their radii (m): all that is seen, or its `front` or `back` half."""
        lean = (radii[0] - radii[1]) / max(1e-6, heights[1] - heights[0])
        first = math.floor(self.front * self.facets) - self.facets // 2
        runs: list[tuple[str, float, float]] = []
        for at in range(first, first + self.facets):
            share = (at + 0.5) / self.facets
            normal = self._normal(share, lean)
            if self._kept(share, half) and self.scene.faces_eye(
                self.spot(share, radii[0], heights[0]), normal
            ):
                light = 0.55 * self.scene.light(normal) + 0.45 * self.scene.light(self._outward(share, lean))
                colour = stuff.at(light - dim)
                middle = abs(share - self.front) < 1 / self.facets or (
                    self.profile is not plain and at * FLUTES % self.facets == 0
                )
                if (
                    runs
                    and runs[-1][0] == colour
                    and abs(runs[-1][2] - at / self.facets) < 1e-9
                    and not middle
                ):
                    runs[-1] = (colour, runs[-1][1], (at + 1) / self.facets)
                else:
                    runs.append((colour, at / self.facets, (at + 1) / self.facets))
        for run in sorted(runs, key=lambda run: -abs((run[1] + run[2]) / 2 - self.front)):
            self._strip(run, radii, heights)

    def _kept(self, share: float, half: str) -> bool:
        ahead = abs((share - self.front + 0.5) % 1 - 0.5) < 0.25
        return not half or ahead == (half == "front")

    def _strip(self, run: tuple[str, float, float], radii: Point, heights: Point) -> None:
        colour, start, end = run
        parts = max(1, round((end - start) * self.facets))
        shares = [start + (end - start) * part / parts for part in range(parts + 1)]
        if self.facets < FLUTES:
            pass
        elif (
            start + end
        ) / 2 < self.front:  # goes a little under its nearer neighbour, so that no hairline is left
            shares.append(end + 0.3 / self.facets)
        else:
            shares.insert(0, start - 0.3 / self.facets)
        lower = [self.spot(share, radii[0], heights[0]) for share in shares]
        upper = [self.spot(share, radii[1], heights[1]) for share in reversed(shares)]
        self.scene.face(lower + upper, colour, seam=0.6 if self.facets < FLUTES else 0.0)

    def ring(
        self, radius: float, z: float, colour: str, width: float, *, opacity: float = 1.0, reach: float = 0.26
    ) -> None:
        """A line round the visible side, so far (share) to the left and right of its middle."""
        lines: list[list[Spot]] = [[]]
        facets = self.facets // 2
        for at in range(-facets // 2, facets // 2 + 1):
            share = self.front + at / facets
            if abs(at) < facets * reach and self.seen(share, radius, z):
                lines[-1].append(self.spot(share, radius, z))
            elif lines[-1]:
                lines.append([])
        self.scene.lines([line for line in lines if len(line) > 1], colour, width, opacity=opacity)

    def wrap(
        self, lines: Sequence[Line], radius: float, colour: str, width: float, *, opacity: float = 1.0
    ) -> None:
        """Lay lines of (share, z) on the skin, where it is seen."""
        kept: list[list[Spot]] = []
        for line in lines:
            if all(self.seen(share, radius, z) for share, z in line):
                kept.append([self.spot(share, radius * 1.004, z) for share, z in line])
        self.scene.lines(kept, colour, width, opacity=opacity)

    def wrap_shapes(
        self, shapes: Sequence[Line], radius: float, colour: str, *, opacity: float = 1.0
    ) -> None:
        """Lay filled shapes of (share, z) on the skin, where it is seen."""
        kept = [
            [self.spot(share, radius * 1.004, z) for share, z in shape]
            for shape in shapes
            if all(self.seen(share, radius, z) for share, z in shape)
        ]
        self.scene.faces(kept, colour, opacity=opacity)


def revolve(
    scene: Scene,
    centre: Point,
    outline: Sequence[tuple[float, float]],
    stuff: Stuff,
    *,
    facets: int = 48,
    dim: float = 0.0,
) -> None:
    """A dome or baluster from an outline of (radius, z), bottom to top."""
    shaft, smooth = Shaft(scene, centre, facets=facets), replace(stuff, levels=30)
    for (r0, z0), (r1, z1) in itertools.pairwise(outline):
        if z1 > z0:
            shaft.skin((r0, r1), (z0, z1), smooth, dim=dim)


def dome(
    radius: float, foot: float, height: float, *, steps: int = 12, lip: float = 0.0
) -> list[tuple[float, float]]:
    """The outline of a pointed dome; `lip` swells it above its foot."""
    line = []
    for at in range(steps + 1):
        share = at / steps
        swell = 1 + lip * math.sin(min(1.0, share * 2.2) * math.pi)
        line.append((radius * max(0.0, 1 - share**2.3) ** 0.62 * swell, foot + height * share))
    return line
