"""The sixteen pictures: where the eye stands, what the light does, and what is put round each building."""

from __future__ import annotations

from random import Random

from canvas import Point, Sheet
from closeups import great_screen_detail, iron_pillar_inscription
from colour import CORAL, INK, LAWN, LEAF, LIGHT, PAVING, PLUM, ROSE, mix
from court import Aisle, Column, solid
from folly import Folly
from gate import Gate
from iltutmish import IltutmishTomb
from imam_zamin import ImamZaminTomb
from madrasa import Madrasa
from minar import Minar
from nature import DAWN, birds, clouds, disc, lawn, palm, person, sky, tree, tree_line, tree_shadow
from ornament import scroll
from screen import Pillar, Screen, paving
from site_view import Site
from space import Camera, Scene, Spot, Wall
from stump import AlaiMinar

FRONT: Spot = (-0.78, -0.5, 0.42)
SIDE: Spot = (-0.9, -0.28, 0.36)


class Picture:
    """Paper with a sky, a far wood and grass, and a scene to build on."""

    def __init__(
        self,
        camera: Camera,
        *,
        sun: Spot = FRONT,
        seed: int = 3,
        glow: Point = (120.0, 980.0),
        wood: float = 110.0,
    ) -> None:
        self.sheet, self.random = Sheet(), Random(seed)
        horizon = camera.centre[1]
        sky(self.sheet, (glow[0], min(glow[1], horizon)))
        clouds(self.sheet, self.random, horizon * 0.22, horizon * 0.86, 12, LIGHT, 0.3)
        if wood:
            tree_line(self.sheet, self.random, horizon + 4, wood, LEAF.hazed(0.62, CORAL))
            tree_line(self.sheet, self.random, horizon + 9, wood * 0.75, LEAF.hazed(0.4, ROSE))
        lawn(self.sheet, self.random, horizon)
        self.scene = Scene(self.sheet, camera, sun)

    def people(self, *spots: Point) -> None:
        """Visitors, far ones first."""
        for x, y in sorted(spots, key=lambda spot: -spot[1]):
            person(self.scene, (x, y, 0.0), self.random)

    def tree(self, foot: Point, height: float, haze: float = 0.0, spread: float = 0.5) -> None:
        """A tree with its shadow."""
        if not haze:
            tree_shadow(self.sheet, foot, height, opacity=0.3)
        tree(self.sheet, foot, height, self.random, LEAF.hazed(haze) if haze else LEAF, spread=spread)

    def path(self, *edges: Spot) -> None:
        """A sandy walk between points on the ground."""
        self.scene.face(edges, mix(PAVING.at(0.78), CORAL, 0.15))

    def flock(self, centre: Point, count: int, size: float) -> None:
        """Birds."""
        birds(self.sheet, self.random, centre, count, size)


def qutb_minar() -> Sheet:
    """The tower whole, at moonrise, from the lawn to its south."""
    picture = Picture(Camera((0, -150, 6), 1740, (790, 975)), sun=SIDE, seed=7, glow=(100, 1000), wood=95)
    picture.flock((560, 400), 9, 12)
    disc(picture.sheet, (1010, 560), 78)
    scene, random = picture.scene, picture.random
    picture.path((-9, -150, 0), (13, -150, 0), (5, -9, 0), (-5, -9, 0))
    picture.path((-60, -8, 0), (-60, -12, 0), (70, -12, 0), (70, -8, 0))
    for x, count in ((-46, 11), (26, 8)):
        for at in range(count):
            Column(scene, (x + at * 3.0, 16), at + 40, fine=False).draw()
        solid(scene, (x - 1, 15.4, 4.5), (x + count * 3.0 - 2, 16.6, 5.3))
    gate = Gate(scene, (46, 6), detail=0.45)
    gate.shadow()
    gate.draw()
    picture.tree((560, 1008), 150, 0.22)
    tower = Minar(scene)
    tower.shadow()
    tower.draw()
    picture.people(
        (-14, -30), (-12.5, -31), (6, -55), (12, -22), (-4, -70), (22, -35), (-30, -38), (2, -14), (4, -15)
    )
    picture.tree((190, 1075), 400)
    palm(picture.sheet, (452, 1052), 300, random)
    picture.tree((1500, 1085), 420)
    return picture.sheet


def alai_darwaza() -> Sheet:
    """The gate from the south, a little to its east."""
    picture = Picture(Camera((5.5, -34, 2.2), 1230, (760, 905), yaw=-0.1), seed=4)
    picture.flock((1120, 330), 7, 12)
    scene = picture.scene
    Minar(scene, (-52, 130), haze=0.42, detail=0.3).draw()
    picture.tree((1330, 935), 300, 0.3)
    picture.tree((170, 945), 340, 0.15)
    picture.path((-4, -9, 0), (4, -9, 0), (10, -34, 0), (-4, -34, 0))
    gate = Gate(scene)
    gate.shadow()
    gate.draw()
    picture.people((-7, -13), (-6, -13.4), (3.4, -15), (10.5, -12), (-1.2, -19))
    return picture.sheet


def iron_pillar() -> Sheet:
    """The pillar, with the great arch behind it."""
    picture = Picture(Camera((0.9, -21.5, 1.5), 1340, (790, 895)), seed=5)
    picture.flock((420, 300), 6, 14)
    scene = picture.scene
    paving(scene, PAVING, -30, 30, -26, 2.6, picture.random)
    Screen(scene, (-17.6, 0), (16.0, 0)).draw()
    pillar = Pillar(scene, (0.75, -10.2))
    pillar.shadow()
    picture.people((-3.6, -6), (7.4, -5.4), (8.2, -5.6))
    pillar.draw()
    return picture.sheet


def great_screen() -> Sheet:
    """The whole screen from across the court."""
    picture = Picture(Camera((-1.5, -37, 1.9), 1180, (800, 940)), seed=6)
    picture.flock((1180, 260), 9, 12)
    scene = picture.scene
    paving(scene, PAVING, -34, 34, -40, 3, picture.random)
    Screen(scene, (-16.8, 0), (16.8, 0)).draw()
    pillar = Pillar(scene, (0.4, -14))
    pillar.shadow()
    picture.people((-6, -8), (-5.2, -8.3), (9.5, -7), (4.4, -12), (-12, -5))
    pillar.draw()
    return picture.sheet


def mosque_court() -> Sheet:
    """Along the aisle, with the court's light falling in from the left."""
    picture = Picture(Camera((0.1, -5.4, 1.65), 1010, (770, 735)), sun=(-0.85, -0.16, 0.36), seed=8, wood=80)
    scene = picture.scene
    paving(scene, PAVING, -40, 5, -6, 40, picture.random)
    Aisle(scene).draw()
    picture.people((0.6, 14), (-0.2, 14.4))
    return picture.sheet


def iltutmish_tomb() -> Sheet:
    """Inside the roofless chamber."""
    picture = Picture(Camera((-0.35, -2.3, 1.75), 850, (775, 740)), sun=(-0.75, -0.35, 0.45), seed=9)
    picture.flock((620, 130), 6, 12)
    scene = picture.scene
    paving(scene, PAVING, -4.6, 4.6, -2.2, 9.2, picture.random, slab=1.1)
    IltutmishTomb(scene).draw()
    return picture.sheet


def imam_zamin_tomb() -> Sheet:
    """The little tomb beside the gate."""
    picture = Picture(Camera((4.4, -19, 1.9), 1290, (800, 935), yaw=-0.22), seed=10)
    picture.flock((1080, 330), 6, 12)
    scene = picture.scene
    picture.tree((1400, 975), 380, 0.15)
    picture.tree((150, 965), 300, 0.25)
    tomb = ImamZaminTomb(scene)
    tomb.shadow()
    picture.path((-2, -3.9, 0), (2, -3.9, 0), (6, -19, 0), (0.5, -19, 0))
    tomb.draw()
    picture.people((-5.6, -5), (5.9, -6))
    return picture.sheet


def alai_minar() -> Sheet:
    """The stump, with people to measure it by."""
    picture = Picture(Camera((2, -60, 3), 1460, (800, 930)), seed=11, glow=(140, 960))
    picture.flock((980, 200), 11, 12)
    scene = picture.scene
    picture.tree((1420, 960), 260, 0.25)
    picture.tree((150, 955), 220, 0.35)
    tower = AlaiMinar(scene)
    tower.shadow()
    picture.path((2, -13.5, 0), (6.5, -13.5, 0), (8, -60, 0), (-1, -60, 0))
    tower.draw()
    picture.people((3.4, -17), (-7.5, -20), (-6.5, -20.6), (11.5, -22), (1.4, -27))
    picture.tree((60, 1080), 330)
    return picture.sheet


def alauddin_madrasa() -> Sheet:
    """The quadrangle from the south-east."""
    picture = Picture(Camera((-2.5, -27, 2.5), 1090, (790, 830), yaw=-0.06), seed=12, glow=(60, 860))
    picture.flock((620, 240), 8, 12)
    scene = picture.scene
    for x, size in ((330, 250), (700, 210), (960, 260)):
        picture.tree((x, 868), size, 0.28)
    madrasa = Madrasa(scene)
    picture.path((4.4, -3.3, 0), (7, -3.3, 0), (2, -27, 0), (-3, -27, 0))
    madrasa.draw()
    picture.people((-9, 6), (-8.2, 5.6), (3.2, -6), (-15, 9))
    picture.tree((1510, 1000), 520)
    picture.tree((110, 1010), 400)
    madrasa.near_wall((-21, -12), (-11, -12), 1.3)
    return picture.sheet


def smith_folly() -> Sheet:
    """The cupola on its mound, the Minar far behind."""
    picture = Picture(Camera((0.6, -17, 2.0), 1280, (800, 900)), seed=13)
    picture.flock((1090, 300), 7, 12)
    sheet, scene = picture.sheet, picture.scene
    Minar(scene, (-62, 175), haze=0.45, detail=0.25).draw()
    picture.tree((1390, 950), 360, 0.2)
    picture.tree((110, 960), 260, 0.3)
    side = sheet.gradient(
        (100, 1000),
        (1500, 1000),
        [(0, LAWN.at(0.72), 1), (0.4, LAWN.at(0.5), 1), (0.75, LAWN.at(0.22), 1), (1, LAWN.at(0.1), 1)],
    )
    sheet.path(
        "M20 1100C330 1080 420 880 800 880C1180 880 1270 1080 1580 1100C1400 1190 260 1190 20 1100Z", side
    )
    for left, right, y in (
        (520, 900, 968),
        (360, 760, 1016),
        (420, 1010, 1064),
        (250, 640, 1092),
        (780, 1180, 1020),
    ):
        sheet.polygon(
            [(left, y), ((left + right) / 2, y - 7), (right, y), ((left + right) / 2, y + 5)],
            LAWN.at(0.85),
            opacity=0.22,
        )
    folly = Folly(scene, (0.1, 0), ground_m=1.45)
    folly.shadow()
    folly.draw()
    picture.people((-5.6, -1.6), (-5.0, -1.8))
    return sheet


def qutb_minar_balcony() -> Sheet:
    """The first balcony from below: honeycomb corbels, carved bands beneath."""
    sheet, random = Sheet(), Random(14)
    sky(sheet, (-150, 1250), reach=2300)
    clouds(sheet, random, 150, 1000, 14, LIGHT, 0.25)
    scene = Scene(
        sheet, Camera((2.5, -27, 1.7), 3150, (770, 560), yaw=-0.09, pitch=0.80), sun=(-0.85, -0.42, 0.3)
    )
    Minar(scene, pen=2.4).draw()
    birds(sheet, random, (1330, 330), 6, 17)
    return sheet


def attract_1() -> Sheet:
    """The whole complex at dusk."""
    camera = Camera((252, -84, 33), 1830, (985, 640), yaw=-0.62)
    picture = Picture(camera, sun=(-0.74, -0.62, 0.36), seed=15, glow=(60, 820), wood=60)
    picture.flock((420, 300), 12, 12)
    disc(picture.sheet, (1180, 330), 64)
    Site(picture.scene).draw()
    for foot, size in (((1180, 905), 150), ((1290, 930), 190), ((400, 930), 140)):
        picture.tree(foot, size, 0.1)
    picture.tree((120, 1120), 430)
    picture.tree((1585, 1130), 400)
    return picture.sheet


def attract_2() -> Sheet:
    """Straight up the Minar, with the first stars."""
    sheet, random = Sheet(), Random(16)
    sky(sheet, (-250, 1500), reach=2500)
    for _ in range(110):
        x, y = random.uniform(300, 1600), random.uniform(0, 650)
        sheet.ellipse((x, y), (random.uniform(0.8, 2.0),) * 2, LIGHT, opacity=random.uniform(0.25, 0.9))
    disc(sheet, (1240, 300), 62)
    clouds(sheet, random, 550, 1150, 12, LIGHT, 0.22)
    scene = Scene(
        sheet, Camera((-3.5, -27, 1.6), 960, (800, 600), yaw=0.13, pitch=0.72), sun=(-0.85, -0.42, 0.3)
    )
    Minar(scene, pen=1.5).draw()
    birds(sheet, random, (420, 480), 11, 13)
    return sheet


def attract_3() -> Sheet:
    """The court at dawn, framed by the east colonnade."""
    sheet, random = Sheet(), Random(18)
    camera = Camera((1.2, -44, 1.7), 1300, (800, 890))
    sky(sheet, (200, 860), colours=DAWN)
    clouds(sheet, random, 150, 760, 12, "#fff1cf", 0.4)
    tree_line(sheet, random, 898, 70, LEAF.hazed(0.6, "#cf8f92"))
    lawn(sheet, random, 890, air="#eeb08a")
    scene = Scene(sheet, camera, (-0.62, -0.68, 0.36))
    paving(scene, PAVING, -40, 40, -48, 3, random)
    Screen(scene, (-16.8, 0), (16.8, 0)).draw()
    pillar = Pillar(scene, (0.3, -15))
    pillar.shadow()
    pillar.draw()
    for x, y in ((-6.5, -12), (4.6, -14), (5.3, -14.2)):
        person(scene, (x, y, 0), random)
    birds(sheet, random, (560, 330), 9, 12)
    scene.face(
        [(-12, -48, 0.005), (12, -48, 0.005), (12, -38.6, 0.005), (-12, -38.6, 0.005)], PLUM, opacity=0.55
    )
    scene.face([(-12, -47, 4.7), (12, -47, 4.7), (12, -38, 4.7), (-12, -38, 4.7)], mix(INK, PLUM, 0.5))
    for x, seed in ((-1.5, 3), (3.9, 8)):
        Column(scene, (x, -39), seed, dim=0.22).draw()
    solid(scene, (-12, -39.4, 4.35), (12, -38.6, 4.75), dim=0.2)
    beam = Wall(scene, (-12, -39.4), (12, -39.4), 4.35)
    beam.draw(scroll(0, 0.05, 24, 0.35), PLUM, 3, opacity=0.7)
    beam.draw([[(0, 0.02), (24, 0.02)]], LIGHT, 3, opacity=0.5)
    return sheet


PICTURES = {
    "qutb-minar": qutb_minar, "alai-darwaza": alai_darwaza, "iron-pillar": iron_pillar, "great-screen": great_screen,
    "mosque-court": mosque_court, "iltutmish-tomb": iltutmish_tomb, "imam-zamin-tomb": imam_zamin_tomb, "alai-minar": alai_minar,
    "alauddin-madrasa": alauddin_madrasa, "smith-folly": smith_folly, "qutb-minar-balcony": qutb_minar_balcony,
    "iron-pillar-inscription": iron_pillar_inscription, "great-screen-detail": great_screen_detail,
    "attract-1": attract_1, "attract-2": attract_2, "attract-3": attract_3,
}  # fmt: skip
