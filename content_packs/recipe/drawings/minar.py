"""The Qutb Minar, storey by storey, to its measured heights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from canvas import Point
from colour import BUFF, INK, LIGHT, MARBLE, PLUM, SANDSTONE, Stuff, mix
from ornament import Line, interlace
from space import Scene
from tower import FLUTES, Profile, Shaft, angular_flutes, mixed_flutes, plain, round_flutes

Blend = tuple[str, ...]


def blend(first: Stuff, second: Stuff, share: float) -> Stuff:
    """A stone between two others."""
    ramp = tuple(mix(a, b, share) for a, b in zip(first.ramp, second.ramp, strict=True))
    return replace(first, ramp=ramp)


WARM = blend(SANDSTONE, BUFF, 0.22)


@dataclass(frozen=True)
class Storey:
    """One storey: heights and radii in metres, its section, its carved bands and their stone."""

    heights: Point
    radii: Point
    profile: Profile
    stone: Stuff
    bands: tuple[Point, ...]
    band_stone: Stuff


STOREYS = (
    Storey((0.6, 28.6), (7.1, 5.25), mixed_flutes, WARM,
           ((2.4, 4.0), (7.4, 9.0), (11.6, 13.4), (15.8, 17.6), (20.2, 22.0), (24.6, 26.4)), blend(SANDSTONE, BUFF, 0.5)),
    Storey((29.0, 44.0), (4.8, 3.95), round_flutes, SANDSTONE, ((31.6, 33.2), (36.6, 37.6), (40.8, 42.4)), blend(SANDSTONE, BUFF, 0.45)),
    Storey((44.4, 56.4), (3.6, 2.95), angular_flutes, SANDSTONE, ((46.8, 48.0), (53.2, 54.4)), blend(SANDSTONE, BUFF, 0.45)),
    Storey((56.8, 64.3), (2.72, 2.25), plain, MARBLE, ((57.0, 58.0), (60.6, 61.3), (63.6, 64.2)), SANDSTONE),
    Storey((64.7, 72.0), (2.06, 1.45), plain, WARM, ((66.6, 67.2), (68.6, 70.6)), MARBLE),
)  # fmt: skip


class Minar:
    """Draws the tower at a place on the ground; `detail` 0..1 thins the ornament for far views."""

    def __init__(
        self,
        scene: Scene,
        centre: Point = (0.0, 0.0),
        *,
        haze: float = 0.0,
        detail: float = 1.0,
        pen: float = 1.0,
    ) -> None:
        self.scene, self.centre, self.haze, self.detail, self.pen = scene, centre, haze, detail, pen
        self.random = Random(5)

    def draw(self) -> None:
        """Draw it whole, from the top down: each balcony hides what stands above it."""
        foot = Shaft(self.scene, self.centre, mixed_flutes)
        foot.skin((7.6, 7.6), (0.0, 0.6), self._hazed(BUFF))
        self._crown()
        for at in range(len(STOREYS) - 1, -1, -1):
            if at < len(STOREYS) - 1:
                self._corbels(STOREYS[at], "back")
            self._storey(STOREYS[at])
            if at < len(STOREYS) - 1:
                self._corbels(STOREYS[at], "front")
                self._parapet(STOREYS[at])

    def shadow(self, opacity: float = 0.45) -> None:
        """Lay its long shadow on the ground."""
        spots = []
        for storey in STOREYS:
            shaft = Shaft(self.scene, self.centre)
            for height, radius in zip(storey.heights, storey.radii, strict=True):
                spots += [shaft.spot(part / 16, radius, height) for part in range(16)]
        self.scene.cast(spots, opacity=opacity)

    def _hazed(self, stuff: Stuff) -> Stuff:
        return stuff.hazed(self.haze) if self.haze else stuff

    def _storey(self, storey: Storey) -> None:
        shaft = Shaft(
            self.scene,
            self.centre,
            storey.profile,
            facets=FLUTES * (6 if self.pen > 1 else 4 if self.detail > 0.5 else 2),
        )
        low, high = storey.heights
        slope = (storey.radii[1] - storey.radii[0]) / (high - low)

        def radii(bottom: float, top: float) -> Point:
            return (storey.radii[0] + slope * (bottom - low), storey.radii[0] + slope * (top - low))

        core = Shaft(self.scene, self.centre, facets=48)
        core.skin(
            (storey.radii[0] * 0.93, storey.radii[1] * 0.93),
            storey.heights,
            self._hazed(storey.stone),
            dim=0.3,
        )
        if self.pen > 1:
            shaft.skin(
                storey.radii, storey.heights, self._hazed(storey.stone), dim=0.3
            )  # the dark under each band
        for bottom, top in reversed(storey.bands):
            self._plain(shaft, radii(top, high), (top, high), storey)
            self._band(shaft, radii(bottom, top), (bottom, top), storey)
            high = bottom
        self._plain(shaft, radii(low, high), (low, high), storey)

    def _plain(self, shaft: Shaft, radii: Point, heights: Point, storey: Storey) -> None:
        """A stretch of bare shaft with its courses of stone."""
        shaft.skin(radii, heights, self._hazed(storey.stone))
        count = round((heights[1] - heights[0]) / (0.95 if self.pen > 1 else 1.3)) if self.detail > 0.4 else 0
        for course in range(1, count):
            share = course / count
            z, radius = (
                heights[0] + (heights[1] - heights[0]) * share,
                radii[0] + (radii[1] - radii[0]) * share,
            )
            shaft.ring(radius, z, PLUM, 0.7 * self.pen, opacity=0.22, reach=0.21)

    def _band(self, shaft: Shaft, radii: Point, heights: Point, storey: Storey) -> None:
        wide = (radii[0] * 1.025, radii[1] * 1.025)
        shaft.skin(wide, heights, self._hazed(storey.band_stone))
        edge = 0.13 * (heights[1] - heights[0])
        for z, radius in ((heights[0] + edge, wide[0]), (heights[1] - edge, wide[1])):
            shaft.ring(radius, z, PLUM, self.pen * self.detail + 0.2, opacity=0.6, reach=0.21)
        shaft.ring(wide[0], heights[0], INK, 1.6 * self.pen * self.detail + 0.2, opacity=0.55, reach=0.22)
        shaft.ring(wide[1], heights[1], LIGHT, 1.1 * self.pen * self.detail + 0.2, opacity=0.4, reach=0.22)
        if self.detail > 0.5 and storey.band_stone is not MARBLE and storey.stone is not MARBLE:
            self._carving(shaft, wide, (heights[0] + edge * 1.6, heights[1] - edge * 1.6))

    def _carving(self, shaft: Shaft, radii: Point, heights: Point) -> None:
        girth = 6.283 * radii[0]
        lines: list[Line] = interlace(-girth * 0.2, heights[0], girth * 0.2, heights[1])
        shaft.wrap(
            [[(shaft.front + u / girth, z) for u, z in line] for line in lines],
            radii[0],
            PLUM,
            1.3 * self.pen,
            opacity=0.75,
        )

    def _corbels(self, storey: Storey, half: str) -> None:
        shaft = Shaft(self.scene, self.centre, facets=96 if self.pen > 1 else 48)
        top, radius = storey.heights[1], storey.radii[1]
        reach, tall, tiers = radius * 0.16 + 0.35, radius * 0.34 + 0.4, 4 if self.detail > 0.5 else 2
        for tier in range(tiers):
            heights = (top - tall + tall * tier / tiers, top - tall + tall * (tier + 1) / tiers)
            radii = (radius + reach * (tier / tiers) ** 1.2, radius + reach * ((tier + 1) / tiers) ** 1.2)
            shaft.skin(radii, heights, self._hazed(WARM), dim=0.1, half=half)
            if half == "front":
                self._niches(shaft, radii, heights, 0.5 if tier % 2 else 0.0)
        shaft.skin((radius + reach, radius + reach * 1.06), (top, top + 0.35), self._hazed(BUFF), half=half)

    def _niches(self, shaft: Shaft, radii: Point, heights: Point, shift: float) -> None:
        """One tier of the honeycomb: pointed cells, each with a dark hollow, a lit side and a rib between."""
        count, low, tall = FLUTES * 2, heights[0], heights[1] - heights[0]
        layers: list[tuple[tuple[Point, ...], str, float]] = [
            (((0.05, -0.1), (0.07, 0.5), (0.5, 1.0), (0.93, 0.5), (0.95, -0.1)), INK, 0.6),
        ]
        if self.pen > 1.5:
            layers += [
                (((0.5, -0.05), (0.5, 0.9), (0.86, 0.48), (0.88, -0.05)), self._hazed(WARM).at(0.5), 0.95),
                (
                    ((0.12, -0.05), (0.14, 0.48), (0.5, 0.9), (0.5, 0.72), (0.26, 0.4), (0.24, -0.05)),
                    self._hazed(WARM).at(0.22),
                    0.95,
                ),
                (((0.3, -0.1), (0.34, 0.36), (0.5, 0.62), (0.66, 0.36), (0.7, -0.1)), INK, 0.85),
                (
                    ((0.93, -0.28), (0.9, 0.5), (1.0, 1.0), (1.1, 0.5), (1.07, -0.28), (1.0, -0.42)),
                    self._hazed(BUFF).at(0.66),
                    0.95,
                ),
                (((1.02, -0.3), (1.02, 0.9), (1.1, 0.5), (1.07, -0.28)), PLUM, 0.5),
            ]
        front = round(shaft.front * count) / count
        for outline, colour, opacity in layers:
            cells = []
            for at in range(-count // 4 + 1, count // 4):
                cells.append([(front + (at + shift + x) / count, low + tall * y) for x, y in outline])
            spots = []
            for cell in cells:
                if shaft.seen(cell[0][0], radii[0], low, (radii[0] - radii[1]) / tall):
                    spots.append(
                        [
                            shaft.spot(
                                share, (radii[0] + (radii[1] - radii[0]) * (z - low) / tall) * 1.003, z
                            )
                            for share, z in cell
                        ]
                    )
            self.scene.faces(spots, colour, opacity=opacity)

    def _parapet(self, below: Storey) -> None:
        shaft = Shaft(self.scene, self.centre, facets=96)
        top, radius = below.heights[1] + 0.35, below.radii[1] * 1.16 + 0.36
        tall = 1.15
        shaft.skin((radius, radius), (top, top + tall), self._hazed(WARM))
        shaft.ring(radius, top + tall * 0.85, LIGHT, 1.2 * self.pen * self.detail + 0.2, opacity=0.5)
        count = FLUTES * 2
        panels = [
            [
                ((at + x) / count, top + tall * y)
                for x, y in ((0.2, 0.18), (0.2, 0.7), (0.8, 0.7), (0.8, 0.18))
            ]
            for at in range(-count // 2, count // 2)
        ]
        shaft.wrap_shapes(panels, radius, PLUM, opacity=0.5)

    def _crown(self) -> None:
        shaft = Shaft(self.scene, self.centre, facets=96)
        shaft.skin((1.5, 1.95), (72.0, 72.35), self._hazed(SANDSTONE))
        posts = [[(at / 20, 72.35), (at / 20, 73.1)] for at in range(-10, 11)]
        shaft.wrap(posts, 1.9, INK, 1.2)
        shaft.ring(1.9, 73.1, INK, 1.4)
