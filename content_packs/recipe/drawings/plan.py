"""The plan of the site, north up, 4.71 px a metre, on the coordinates the content uses (see SITE below)."""

from __future__ import annotations

import itertools
import math
from random import Random

from canvas import Point, Sheet
from colour import INK, LEAF, PLUM, mix
from nature import clump, leaves

WIDTH, HEIGHT, PX_PER_M = 1200, 1260, 4.71
GROUND, GRASS, COURT, PATH = "#ead9b5", "#c9cb9a", "#e7c79b", "#f6e8cb"
POCHE, PALE, ACCENT = "#5a1f2c", "#b5735a", "#a8432f"
PATHS: tuple[tuple[tuple[Point, ...], float], ...] = (
    (((1.02, 0.335), (0.9, 0.345), (0.78, 0.43), (0.66, 0.53), (0.59, 0.59), (0.54, 0.605)), 28),
    (((0.585, 0.9), (0.585, 0.8), (0.56, 0.765), (0.545, 0.68), (0.535, 0.605), (0.5, 0.605)), 24),
    (((0.62, 0.915), (0.4, 0.925), (0.24, 0.92), (0.19, 0.9)), 20),
    (((0.312, 0.3725), (0.24, 0.4025), (0.215, 0.4415)), 18),
    (((0.312, 0.3725), (0.37, 0.2925), (0.42, 0.2125)), 20),
    (((0.215, 0.4415), (0.2, 0.5625), (0.195, 0.74), (0.19, 0.9)), 18),
    (((0.535, 0.605), (0.58, 0.5125), (0.57, 0.3625), (0.5, 0.2325)), 18),
    (((0.585, 0.9), (0.62, 0.915), (0.74, 0.91), (0.84, 0.918), (0.92, 0.927)), 20),
    (((0.66, 0.91), (0.668, 0.875)), 14),
)  # fmt: skip


def at(x: float, y: float) -> Point:
    """Plan coordinates (0..1, y down) on paper."""
    return (x * WIDTH, y * HEIGHT)


class Plan:
    """Draws the plan, from the ground up."""

    def __init__(self) -> None:
        self.sheet = Sheet(WIDTH, HEIGHT)
        self.random = Random(11)
        self._kept_clear: list[tuple[float, float, float, float]] = [
            (0.2, 0.34, 0.7, 0.91), (0.09, 0.78, 0.235, 0.9), (0.4, 0.12, 0.51, 0.245), (0.63, 0.82, 0.71, 0.88), (0.12, 0.39, 0.22, 0.49),
            (0.885, 0.88, 1.0, 0.98), (0.22, 0.03, 0.34, 0.38), (0.03, 0.93, 0.27, 0.985), (0.86, 0.0, 1.0, 0.14),
        ]  # fmt: skip

    def draw(self) -> Sheet:
        """Everything, in order."""
        self._grounds()
        self._paths()
        self._trees()
        self._third_enclosure()
        self._second_enclosure()
        self._mosque()
        self._tombs_and_towers()
        self._north_and_scale()
        return self.sheet

    def _rect(self, x0: float, y0: float, x1: float, y1: float, fill: str, opacity: float = 1.0) -> None:
        a, b = at(x0, y0), at(x1, y1)
        self.sheet.polygon([a, (b[0], a[1]), b, (a[0], b[1])], fill, opacity=opacity)

    def _wall(self, start: Point, end: Point, metres: float, colour: str = POCHE) -> None:
        a, b = at(*start), at(*end)
        self.sheet.raw(
            f'<path d="M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" fill="none" stroke="{colour}" stroke-width="{metres * PX_PER_M:.1f}"/>'
        )

    def _dashed(self, start: Point, end: Point, metres: float = 1.6) -> None:
        a, b = at(*start), at(*end)
        self.sheet.raw(
            f'<path d="M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" fill="none" stroke="{PALE}" opacity="0.75" '
            f'stroke-width="{metres * PX_PER_M:.1f}" stroke-dasharray="15 9"/>'
        )

    def _disc(self, x: float, y: float, radius_m: float, fill: str, opacity: float = 1.0) -> None:
        self.sheet.ellipse(at(x, y), (radius_m * PX_PER_M, radius_m * PX_PER_M), fill, opacity=opacity)

    def _shade(self, points: list[Point], dx: float = 9, dy: float = 7) -> None:
        self.sheet.polygon([(x + dx, y + dy) for x, y in points], INK, opacity=0.22)

    def _grounds(self) -> None:
        self.sheet.raw(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GRASS}"/>')
        for _ in range(46):
            centre = (self.random.uniform(0, WIDTH), self.random.uniform(0, HEIGHT))
            self.sheet.polygon(
                leaves(centre, self.random.uniform(40, 120), self.random, 8), "#b9c088", opacity=0.3
            )
        self._rect(0.235, 0.03, 0.76, 0.885, "#d8cf9f", 0.75)
        self._rect(0.235, 0.3625, 0.64, 0.885, GROUND)
        self._rect(0.255, 0.5175, 0.52, 0.6925, COURT)
        for line in range(1, 26):
            x = 0.255 + 0.265 * line / 26
            self._hair((x, 0.5175), (x, 0.6925))
        for line in range(1, 18):
            y = 0.5175 + 0.175 * line / 18
            self._hair((0.255, y), (0.52, y))

    def _hair(self, start: Point, end: Point) -> None:
        self.sheet.stroke([[at(*start), at(*end)]], "#c99a6d", 0.8, opacity=0.55)

    def _paths(self) -> None:
        for colour, more in ((mix(PATH, PALE, 0.45), 4), (PATH, 0)):
            for line, width in PATHS:
                points = [at(*spot) for spot in line]
                data = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
                for here, there in itertools.pairwise(points):
                    middle = (
                        ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)
                        if there is not points[-1]
                        else there
                    )
                    data += f"Q{here[0]:.1f} {here[1]:.1f} {middle[0]:.1f} {middle[1]:.1f}"
                if len(points) == 2:
                    data += f"L{points[1][0]:.1f} {points[1][1]:.1f}"
                self.sheet.raw(
                    f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width + more}" stroke-linecap="round" stroke-linejoin="round"/>'
                )

    def _free(self, x: float, y: float, radius: float) -> bool:
        if any(
            x0 - radius < x < x1 + radius and y0 - radius < y < y1 + radius
            for x0, y0, x1, y1 in self._kept_clear
        ):
            return False
        for line, width in PATHS:
            for (x0, y0), (x1, y1) in itertools.pairwise(line):
                share = max(
                    0.0,
                    min(
                        1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)
                    ),
                )
                if (
                    math.dist((x, y), (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
                    < radius + width / WIDTH * 0.55
                ):
                    return False
        return True

    def _trees(self) -> None:
        spots: list[tuple[float, float, float]] = []
        for _ in range(5200):
            x, y = self.random.uniform(0, 1), self.random.uniform(0, 1)
            size = self.random.uniform(0.009, 0.021)
            thick = 1.0 if x < 0.2 or (x > 0.66 and y < 0.5) else 0.22 if x > 0.77 or y > 0.93 else 0.05
            near = any(math.dist((x, y), spot[:2]) < (size + spot[2]) * 0.82 for spot in spots)
            if self.random.random() < thick and not near and self._free(x, y, size) and len(spots) < 330:
                spots.append((x, y, size))
        for x, y, size in spots:
            self._tree(at(x, y), size * WIDTH)

    def _tree(self, centre: Point, radius: float) -> None:
        x, y = centre
        layers = (
            ((x + radius * 0.3, y + radius * 0.28), 1.0, INK, 0.2), (centre, 1.0, mix(LEAF.at(0.5), GRASS, 0.18), 1.0),
            ((x - radius * 0.2, y - radius * 0.15), 0.62, mix(LEAF.at(0.75), GRASS, 0.25), 1.0),
            ((x - radius * 0.36, y - radius * 0.28), 0.26, mix(LEAF.at(0.95), GRASS, 0.3), 1.0),
        )  # fmt: skip
        for spot, share, colour, opacity in layers:
            self.sheet.path(
                clump(spot, radius * share, self.random, 8 if share > 0.5 else 6), colour, opacity=opacity
            )

    def _third_enclosure(self) -> None:
        for start, end in (
            ((0.235, 0.03), (0.76, 0.03)), ((0.76, 0.03), (0.76, 0.885)), ((0.235, 0.03), (0.235, 0.3625)),
        ):  # fmt: skip
            self._dashed(start, end)
        self._wall((0.64, 0.885), (0.76, 0.885), 1.6, PALE)
        for pier in range(8):
            y = 0.08 + 0.04 * pier
            self._rect(0.293, y - 0.008, 0.307, y + 0.008, PALE, 0.9)

    def _columns(self, x0: float, y0: float, x1: float, y1: float, spacing: float = 0.0118) -> None:
        across, down = max(1, round((x1 - x0) / spacing)), max(1, round((y1 - y0) / (spacing * 0.96)))
        for column in range(across + 1):
            for row in range(down + 1):
                x = x0 + (x1 - x0) * column / across
                y = y0 + (y1 - y0) * row / down
                self._disc(x, y, 0.46, POCHE)

    def _second_enclosure(self) -> None:
        self._wall((0.235, 0.3625), (0.64, 0.3625), 1.5, PALE)
        self._dashed((0.235, 0.3625), (0.235, 0.885))
        self._dashed((0.64, 0.3625), (0.64, 0.74))
        self._wall((0.64, 0.74), (0.64, 0.893), 1.7)
        self._wall((0.235, 0.885), (0.335, 0.885), 1.5, PALE)
        self._wall((0.335, 0.885), (0.553, 0.885), 1.7)
        self._wall((0.617, 0.885), (0.647, 0.885), 1.7)
        self._columns(0.617, 0.752, 0.631, 0.868)
        self._columns(0.43, 0.862, 0.545, 0.874)
        for low, high in ((0.3925, 0.5225), (0.6875, 0.8225)):
            self._screen(low, high, (0.27, 0.46, 0.27), PALE if low < 0.5 else POCHE)

    def _screen(self, low: float, high: float, shares: tuple[float, ...], colour: str) -> None:
        piers, gap = len(shares) + 1, 0.5
        pier = (high - low) * (1 - gap) / piers
        y = low
        for share in (*shares, 0.0):
            self._rect(0.3065, y, 0.3185, y + pier, colour)
            y += pier + (high - low) * gap * share / sum(shares)

    def _mosque(self) -> None:
        for start, end in (
            ((0.255, 0.5175), (0.52, 0.5175)), ((0.255, 0.6925), (0.52, 0.6925)), ((0.52, 0.514), (0.52, 0.5905)),
            ((0.52, 0.6185), (0.52, 0.696)),
        ):  # fmt: skip
            self._wall(start, end, 1.9)
        self._dashed((0.255, 0.5175), (0.255, 0.6925))
        self._rect(0.514, 0.5865, 0.53, 0.5935, POCHE)
        self._rect(0.514, 0.6155, 0.53, 0.6225, POCHE)
        self._columns(0.474, 0.5285, 0.51, 0.6815)
        self._columns(0.345, 0.5265, 0.462, 0.5465)
        self._columns(0.345, 0.6635, 0.462, 0.6835)
        self._columns(0.266, 0.5345, 0.29, 0.5625)
        self._columns(0.266, 0.6525, 0.29, 0.6765)
        self._screen(0.5375, 0.6725, (0.15, 0.17, 0.36, 0.17, 0.15), POCHE)

    def _tombs_and_towers(self) -> None:
        self._minar()
        self._square(0.585, 0.85, 17.2, 2.9, dome_m=5.4)
        self._square(0.669, 0.85, 7.5, 0.9, dome_m=2.7)
        self._square(0.173, 0.4415, 13.2, 2.2, dome_m=0)
        self._rect(0.1695, 0.434, 0.1765, 0.449, "#fff6e4")
        self._disc(0.369, 0.6085, 1.9, mix(COURT, PALE, 0.4))
        self._disc(0.369, 0.6085, 0.75, INK)
        self._alai_minar()
        self._madrasa()
        self._folly()

    def _minar(self) -> None:
        centre = at(0.531, 0.738)
        self.sheet.polygon(
            [
                (centre[0] - 20, centre[1] + 24),
                (centre[0] + 24, centre[1] - 20),
                (centre[0] + 92, centre[1] + 62),
                (centre[0] + 84, centre[1] + 70),
            ],
            INK,
            opacity=0.25,
        )
        self._disc(0.531, 0.738, 9.2, mix(GROUND, PALE, 0.45))
        ring = []
        for part in range(192):
            angle, place = 2 * math.pi * part / 192, part % 8 / 8
            radius = (
                7.15
                * PX_PER_M
                * (0.9 + 0.12 * (math.sin(math.pi * place) if part // 8 % 2 else 1 - abs(2 * place - 1)))
            )
            ring.append((centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)))
        self.sheet.polygon(ring, "#3a0f20")
        for radius_m, colour in ((5.2, ACCENT), (4.1, "#3a0f20"), (2.9, ACCENT), (1.7, "#fff6e4")):
            self._disc(0.531, 0.738, radius_m, colour)

    def _square(self, x: float, y: float, side_m: float, wall_m: float, *, dome_m: float) -> None:
        centre, half, inner = at(x, y), side_m * PX_PER_M / 2, (side_m / 2 - wall_m) * PX_PER_M
        corners = [
            (centre[0] + sx * half, centre[1] + sy * half) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
        self._shade(corners)
        self.sheet.polygon(corners, POCHE)
        self.sheet.polygon(
            [
                (centre[0] + sx * inner, centre[1] + sy * inner)
                for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
            ],
            COURT,
        )
        door = max(2.0, side_m * 0.12) * PX_PER_M
        for turn in range(4):
            dx, dy = (0, -1) if turn == 0 else (1, 0) if turn == 1 else (0, 1) if turn == 2 else (-1, 0)
            if dome_m or turn in (0, 1, 2):
                a, b = centre[0] + dx * (half + inner) / 2, centre[1] + dy * (half + inner) / 2
                w, h = (door / 2, (half - inner) / 2 + 0.6) if dy else ((half - inner) / 2 + 0.6, door / 2)
                self.sheet.polygon([(a - w, b - h), (a + w, b - h), (a + w, b + h), (a - w, b + h)], COURT)
        if dome_m:
            self._disc(x, y, dome_m, "#fff1da")
            self._disc(x + 0.001, y + 0.001, dome_m * 0.82, mix("#fff1da", PALE, 0.22))
            self._disc(x, y, dome_m * 0.16, POCHE)

    def _alai_minar(self) -> None:
        centre = at(0.454, 0.1795)
        for radius_m, colour, seed in (
            (14.2, INK, 3),
            (12.8, POCHE, 4),
            (9.6, ACCENT, 5),
            (6.2, POCHE, 6),
            (3.2, COURT, 7),
        ):
            spot = (centre[0] + 9, centre[1] + 8) if colour == INK else centre
            shape = leaves(spot, radius_m * PX_PER_M * 0.93, Random(seed), 16)
            self.sheet.polygon(
                [(x, spot[1] + (y - spot[1]) / 0.86) for x, y in shape],
                colour,
                opacity=0.22 if colour == INK else 1,
            )

    def _madrasa(self) -> None:
        self._rect(0.112, 0.795, 0.212, 0.885, GROUND)
        for row in range(7):
            x = 0.1 + row * 0.0145
            self._cell(x, 0.79)
        for row in range(6):
            self._cell(0.1, 0.8035 + row * 0.0138)
        self._square(0.162, 0.876, 15, 2.4, dome_m=0)
        for x in (0.117, 0.204):
            self._rect(x - 0.011, 0.868, x + 0.011, 0.884, POCHE)
        self._rect(0.1615 - 0.0035, 0.872, 0.1615 + 0.0035, 0.88, PALE)

    def _cell(self, x: float, y: float) -> None:
        self._rect(x - 0.0075, y - 0.0072, x + 0.0075, y + 0.0072, POCHE)
        self._rect(x - 0.0042, y - 0.0042, x + 0.0042, y + 0.0042, COURT)

    def _folly(self) -> None:
        centre = at(0.9385, 0.929)
        for radius, colour in ((72, "#b3bb7d"), (52, "#c3c58d"), (34, "#d3d0a0")):
            self.sheet.polygon(leaves(centre, radius, self.random, 8), colour)
        ring = [
            (centre[0] + 15.5 * math.cos(a), centre[1] + 15.5 * math.sin(a))
            for a in (math.pi * (2 * k + 1) / 8 for k in range(8))
        ]
        self._shade(ring, 7, 6)
        self.sheet.polygon(ring, "#fff1da")
        self.sheet.stroke([[*ring, ring[0]]], PLUM, 2)
        for x, y in ring:
            self.sheet.ellipse((x, y), (3.4, 3.4), POCHE)
        self.sheet.ellipse(centre, (7.5, 7.5), ACCENT)

    def _north_and_scale(self) -> None:
        x, y = 1118.0, 92.0
        self.sheet.ellipse((x, y), (44, 44), PATH, opacity=0.85)
        self.sheet.polygon([(x, y - 38), (x + 13, y + 24), (x, y + 14)], POCHE)
        self.sheet.polygon([(x, y - 38), (x - 13, y + 24), (x, y + 14)], PALE)
        bar = 50 * PX_PER_M / 5
        x, y = 60.0, HEIGHT - 58.0
        self.sheet.polygon(
            [(x - 16, y - 14), (x + 5 * bar + 16, y - 14), (x + 5 * bar + 16, y + 24), (x - 16, y + 24)],
            PATH,
            opacity=0.85,
        )
        for part in range(5):
            colour = POCHE if part % 2 == 0 else "#fff6e4"
            self.sheet.polygon(
                [
                    (x + part * bar, y),
                    (x + (part + 1) * bar, y),
                    (x + (part + 1) * bar, y + 10),
                    (x + part * bar, y + 10),
                ],
                colour,
            )
        self.sheet.stroke(
            [[(x, y), (x + 5 * bar, y), (x + 5 * bar, y + 10), (x, y + 10), (x, y)]], POCHE, 1.5
        )
