"""Sky, birds, trees, lawns and people: what stands round the buildings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from canvas import Point, Sheet, number, outline
from colour import CORAL, GOLD, INDIGO, INK, LAWN, LEAF, LIGHT, NIGHT, PLUM, ROSE, VIOLET, Stuff, mix
from space import Scene, Spot

DUSK = (LIGHT, GOLD, CORAL, ROSE, VIOLET, INDIGO, NIGHT)
DAWN = ("#fff1cf", "#fbd9a0", "#eeb08a", "#cf8f92", "#94789a", "#5b5c8f", "#3a4479")


def sky(
    sheet: Sheet, glow: Point, *, reach: float = 1750.0, colours: Sequence[str] = DUSK, steps: int = 30
) -> None:
    """Flat rings of colour round the place where the sun went down."""
    sheet.raw(f'<rect width="{sheet.width}" height="{sheet.height}" fill="{colours[-1]}"/>')
    for at in range(steps, 0, -1):
        share = at / steps
        place = share**0.8 * (len(colours) - 1)
        low = min(int(place), len(colours) - 2)
        colour = mix(colours[low], colours[low + 1], place - low)
        sheet.ellipse(glow, (reach * share * 1.25, reach * share * 0.8), colour)


def clouds(
    sheet: Sheet, random: Random, top: float, bottom: float, count: int, colour: str, opacity: float
) -> None:
    """Long thin bars of cloud, lit by the low sun."""
    for _ in range(count):
        x, y = random.uniform(-100, sheet.width), random.uniform(top, bottom)
        length, thick = random.uniform(180, 620), random.uniform(3, 11)
        edge = [
            (x + length * at / 14, y - thick * math.sin(math.pi * at / 14) * random.uniform(0.5, 1))
            for at in range(15)
        ]
        under = [
            (x + length * at / 14, y + thick * 0.3 * math.sin(math.pi * at / 14)) for at in range(14, -1, -1)
        ]
        sheet.polygon(edge + under, colour, opacity=opacity * random.uniform(0.5, 1))


def disc(sheet: Sheet, centre: Point, radius: float, colour: str = "#fbe3c0") -> None:
    """A full moon (or low sun) with two faint rings."""
    for grow, opacity in ((1.55, 0.07), (1.25, 0.1), (1.0, 0.95)):
        sheet.ellipse(centre, (radius * grow, radius * grow), colour, opacity=opacity)


def birds(sheet: Sheet, random: Random, centre: Point, count: int, size: float, colour: str = INK) -> None:
    """A loose flock on the wing."""
    for _ in range(count):
        x, y = centre[0] + random.gauss(0, size * 9), centre[1] + random.gauss(0, size * 4)
        span, lift = size * random.uniform(0.6, 1.2), random.uniform(0.25, 0.6)
        body = f"M{x - span:.1f} {y - span * lift:.1f}Q{x - span * 0.4:.1f} {y - span * lift:.1f} {x:.1f} {y:.1f}"
        body += f"Q{x + span * 0.4:.1f} {y - span * lift:.1f} {x + span:.1f} {y - span * lift * 0.8:.1f}"
        body += f"Q{x + span * 0.4:.1f} {y - span * lift * 0.6:.1f} {x:.1f} {y + span * 0.17:.1f}"
        body += f"Q{x - span * 0.4:.1f} {y - span * lift * 0.6:.1f} {x - span:.1f} {y - span * lift:.1f}Z"
        sheet.path(body, colour, opacity=0.85)


def leaves(centre: Point, radius: float, random: Random, lobes: int = 11) -> list[Point]:
    """A clump of foliage: a ring with a scalloped edge."""
    start, ring = random.uniform(0, 6.28), []
    parts = 5 if radius > 60 else 4 if radius > 34 else 3
    for lobe in range(lobes):
        size = radius * random.uniform(0.86, 1.1)
        for part in range(parts):
            angle = start + (lobe + part / parts) * 2 * math.pi / lobes
            reach = size * (1 + 0.13 * math.sin(math.pi * part / parts))
            ring.append((centre[0] + reach * math.cos(angle), centre[1] + reach * 0.86 * math.sin(angle)))
    return ring


def clump(centre: Point, radius: float, random: Random, lobes: int = 11) -> str:
    """A clump of foliage as path data: a ring of round scallops."""
    start = random.uniform(0, 6.28)
    sizes = [radius * random.uniform(0.86, 1.1) for _ in range(lobes)]
    sizes.append(sizes[0])
    ring = []
    for lobe in range(lobes + 1):
        angle = start + lobe * 2 * math.pi / lobes
        ring.append(
            (centre[0] + sizes[lobe] * math.cos(angle), centre[1] + sizes[lobe] * 0.86 * math.sin(angle))
        )
    x, y = ring[0]
    data = f"M{number(x)} {number(y)}"
    for lobe, (nx, ny) in enumerate(ring[1:]):
        angle, reach = (
            start + (lobe + 0.5) * 2 * math.pi / lobes,
            max(sizes[lobe], sizes[lobe + 1]) * (1 + 2.6 / lobes),
        )
        bend = (centre[0] + reach * math.cos(angle) - x, centre[1] + reach * 0.86 * math.sin(angle) - y)
        data += f"q{number(bend[0])} {number(bend[1])} {number(nx - x)} {number(ny - y)}"
        x, y = nx, ny
    return data + "Z"


def tree(
    sheet: Sheet, foot: Point, height: float, random: Random, stuff: Stuff = LEAF, *, spread: float = 0.5
) -> None:
    """A broad neem or fig: trunk, then four printings of leaves, the lightest to the left."""
    _trunk(sheet, foot, height, random, stuff)
    clumps = []
    for _ in range(max(14, min(34, int(height / 11)))):
        angle, reach = random.uniform(0, 6.28), math.sqrt(random.random())
        cx = foot[0] + math.cos(angle) * reach * height * spread * 0.85
        cy = foot[1] - height * 0.66 - math.sin(angle) * reach * height * 0.27
        clumps.append((cx, cy, height * random.uniform(0.075, 0.13)))
    for light, shrink, shift in ((0.12, 1.0, 0.0), (0.4, 0.76, 0.24), (0.62, 0.54, 0.42), (0.9, 0.27, 0.58)):
        edge = foot[0] + height * spread * (0.9 - light)
        shapes = [
            clump(
                (cx - size * shift, cy - size * shift * 0.95),
                size * shrink,
                random,
                9 if light < 0.5 and size > 22 else 7,
            )
            for cx, cy, size in clumps
            if cx < edge + height * 0.1
        ]
        sheet.path("".join(shapes), stuff.at(light))


def _trunk(sheet: Sheet, foot: Point, height: float, random: Random, stuff: Stuff) -> None:
    x, y = foot
    bark = stuff.at(0.1) if stuff.haze else mix(stuff.at(0.1), PLUM, 0.5)
    wide, fork = height * 0.024, y - height * random.uniform(0.22, 0.3)
    sheet.polygon(
        [(x - wide * 1.5, y), (x - wide * 0.8, fork), (x + wide * 0.8, fork), (x + wide * 1.6, y)], bark
    )
    for lean in (-0.2, -0.05, 0.1, 0.22):
        tip = (x + lean * height, y - height * 0.62)
        sheet.polygon(
            [
                (x - wide * 0.8, fork + wide),
                (tip[0] - wide * 0.2, tip[1]),
                (tip[0] + wide * 0.3, tip[1]),
                (x + wide * 0.8, fork + wide),
            ],
            bark,
        )
    if not stuff.haze:
        sheet.polygon(
            [(x - wide * 1.5, y), (x - wide * 0.8, fork), (x - wide * 0.3, fork), (x - wide * 0.7, y)],
            CORAL,
            opacity=0.5,
        )


def lawn(
    sheet: Sheet, random: Random, horizon: float, *, stuff: Stuff = LAWN, air: str = CORAL, strips: int = 9
) -> None:
    """Grass to the horizon: hazy far off, deep near by, with broad bars of light and shade."""
    far = mix(stuff.at(0.62), air, 0.38)
    paint = sheet.gradient(
        (0, horizon),
        (0, sheet.height),
        [(0, far, 1), (0.25, stuff.at(0.5), 1), (0.7, stuff.at(0.27), 1), (1, stuff.at(0.05), 1)],
    )
    sheet.raw(
        f'<rect y="{horizon:.0f}" width="{sheet.width}" height="{sheet.height - horizon:.0f}" fill="{paint}"/>'
    )
    depth = sheet.height - horizon
    for at in range(strips):
        y = horizon + depth * ((at + random.uniform(0.2, 0.8)) / strips) ** 1.8
        x, length, thick = (
            random.uniform(-400, 1200),
            random.uniform(500, 1300),
            1.5 + depth * 0.035 * (at / strips),
        )
        bar = [
            (x, y),
            (x + length * 0.3, y - thick),
            (x + length * 0.8, y - thick * 0.7),
            (x + length, y),
            (x + length * 0.6, y + thick),
        ]
        sheet.polygon(bar, stuff.at(0.85 if at % 2 else 0.0), opacity=0.16)


def tree_shadow(sheet: Sheet, foot: Point, height: float, *, opacity: float = 0.35) -> None:
    """The long shadow a tree throws to the right over the grass."""
    x, y = foot
    sheet.polygon(
        [
            (x - 6, y - 3),
            (x + height * 0.9, y - height * 0.012),
            (x + height * 0.9, y + height * 0.012),
            (x + 6, y + 4),
        ],
        INK,
        opacity=opacity,
    )
    ring = []
    for at in range(48):
        angle, reach = 2 * math.pi * at / 48, 1 + 0.11 * math.sin(at * 2.4) + 0.06 * math.sin(at * 1.1)
        ring.append(
            (
                x + height * (1.25 + 0.52 * reach * math.cos(angle)),
                y + height * 0.035 * reach * math.sin(angle),
            )
        )
    sheet.polygon(ring, INK, opacity=opacity * 0.8)


def palm(sheet: Sheet, foot: Point, height: float, random: Random, stuff: Stuff = LEAF) -> None:
    """A date palm with a lean."""
    x, y = foot
    top = (x + height * random.uniform(-0.08, 0.08), y - height)
    wide = height * 0.022
    sheet.polygon(
        [(x - wide, y), (top[0] - wide * 0.7, top[1]), (top[0] + wide * 0.7, top[1]), (x + wide, y)],
        stuff.at(0.1),
    )
    for at in range(13):
        angle = -math.pi * (at + random.uniform(-0.3, 0.3)) / 12
        reach = height * random.uniform(0.26, 0.34)
        tip = (top[0] + reach * math.cos(angle), top[1] + reach * (0.25 + math.sin(angle) * 0.75))
        bend = (top[0] + reach * 0.55 * math.cos(angle), top[1] + reach * (math.sin(angle) * 0.8 - 0.18))
        blade = f"M{top[0]:.1f} {top[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}"
        blade += f"Q{bend[0]:.1f} {bend[1] + reach * 0.17:.1f} {top[0]:.1f} {top[1]:.1f}Z"
        sheet.path(blade, stuff.at(0.6 if math.cos(angle) < 0 else 0.2))


def tree_line(
    sheet: Sheet, random: Random, base: float, height: float, stuff: Stuff, *, span: Point = (-60.0, 1660.0)
) -> None:
    """A far wood: one silhouette with a lighter edge towards the sun."""
    crowns: list[str] = []
    lights: list[str] = []
    x = span[0]
    while x < span[1]:
        size = height * random.uniform(0.45, 1.0)
        crowns.append(clump((x, base - size * 0.5), size * 0.62, random, 9))
        lights.append(clump((x - size * 0.13, base - size * 0.66), size * 0.38, random, 8))
        x += size * random.uniform(0.45, 0.85)
    floor = [
        (span[0], base - height * 0.2),
        (span[1], base - height * 0.2),
        (span[1], base + 4),
        (span[0], base + 4),
    ]
    sheet.path("".join(crowns) + outline(floor), stuff.at(0.2))
    sheet.path("".join(lights), stuff.at(0.42))


COATS = ("#f2e3c6", "#c9472f", "#f0a93b", "#2f6a5f", "#e9d5b5", "#7b2d4f", "#d96a3a")


def person(scene: Scene, at: Spot, random: Random, *, height: float = 1.68, coat: str = "") -> None:
    """A visitor for scale, in kurta or sari, with a long shadow."""
    x, y, z = at
    run = height / scene.sun[2]
    away = (-scene.sun[0] * run, -scene.sun[1] * run)
    fallen = [
        (x - 0.16, y, z),
        (x + 0.16, y, z),
        (x + away[0] + 0.1, y + away[1], z),
        (x + away[0] - 0.1, y + away[1], z),
    ]
    scene.face(fallen, INK, opacity=0.38)
    colour, lean = coat or random.choice(COATS), random.uniform(-0.02, 0.02)

    def part(points: Sequence[Point], fill: str) -> None:
        scene.face([(x + (u + lean * v) * height, y, z + v * height) for u, v in points], fill)

    shaded = mix(colour, PLUM, 0.5)
    if random.random() < 0.5:
        part(
            [
                (-0.13, 0),
                (-0.1, 0.35),
                (-0.09, 0.55),
                (-0.115, 0.72),
                (-0.1, 0.81),
                (0, 0.84),
                (0.1, 0.81),
                (0.115, 0.7),
                (0.09, 0.55),
                (0.11, 0.3),
                (0.14, 0),
            ],
            colour,
        )
        part(
            [
                (0.01, 0),
                (0.03, 0.5),
                (0.0, 0.84),
                (0.1, 0.81),
                (0.115, 0.7),
                (0.09, 0.55),
                (0.11, 0.3),
                (0.14, 0),
            ],
            shaded,
        )
        part(
            [(-0.1, 0.81), (-0.03, 0.84), (0.1, 0.5), (0.12, 0.22), (0.06, 0.24), (0.03, 0.5)],
            mix(colour, GOLD, 0.55),
        )
    else:
        trousers = mix("#e9d5b5", PLUM, 0.3)
        part([(-0.1, 0), (-0.09, 0.45), (0.0, 0.45), (-0.02, 0)], trousers)
        part([(0.03, 0), (0.0, 0.45), (0.09, 0.45), (0.11, 0)], mix(trousers, PLUM, 0.4))
        part(
            [
                (-0.12, 0.3),
                (-0.09, 0.58),
                (-0.14, 0.4),
                (-0.165, 0.42),
                (-0.12, 0.76),
                (-0.05, 0.83),
                (0.05, 0.83),
                (0.12, 0.76),
                (0.16, 0.42),
                (0.13, 0.4),
                (0.095, 0.58),
                (0.12, 0.3),
            ],
            colour,
        )
        part(
            [
                (0.02, 0.3),
                (0.02, 0.83),
                (0.05, 0.83),
                (0.12, 0.76),
                (0.16, 0.42),
                (0.13, 0.4),
                (0.095, 0.58),
                (0.12, 0.3),
            ],
            shaded,
        )
    part([(-0.025, 0.82), (-0.025, 0.87), (0.025, 0.87), (0.025, 0.82)], "#7a4630")
    part([(0.052 * math.cos(turn / 2), 0.915 + 0.066 * math.sin(turn / 2)) for turn in range(13)], "#8a5238")
    part(
        [(0.056 * math.cos(turn / 2), 0.925 + 0.064 * math.sin(turn / 2)) for turn in range(-1, 8)], "#2a1520"
    )
