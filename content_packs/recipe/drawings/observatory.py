"""The pictures of the Jantar Mantar: `observatory.py FOLDER` draws them into the folder."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from arena import Rama
from bowl import Bowl, ring
from canvas import Sheet
from colour import CORAL, GOLD, LAWN, LEAF, PAVING
from nature import DUSK, birds, clouds, disc, lawn, person, sky, tree, tree_line
from space import Camera, Scene
from sundial import Samrat


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
