from __future__ import annotations

import cv2
import numpy as np

from kiosk.scanning.approach import draw_approach, draw_bare_wall
from kiosk.scanning.optics import Optics
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.wall import draw_wall
from kiosk.scanning.zxing_reader import ZxingReader

LABEL = Label("HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD", "12")


def read(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> list[str]:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return [code.text for code in ZxingReader().read(grey.astype(np.uint8)) if code.is_read]


def test_a_label_held_before_the_camera_is_read() -> None:
    assert read(Scene((LABEL,), seed=1).look(View(yaw_deg=20, roll_deg=15))) == [LABEL.text]


def test_the_same_seed_gives_the_same_picture_and_another_one_another() -> None:
    first, again, other = (Scene((LABEL,), seed).look(View()) for seed in (1, 1, 2))
    assert (first == again).all() and not (first == other).all()


def test_distance_makes_it_small_and_too_far_is_not_read() -> None:
    scene = Scene((LABEL,), seed=1)
    assert read(scene.look(View(distance_mm=300)))
    assert not read(scene.look(View(distance_mm=4000)))


def test_dark_is_dark_and_blur_is_blurred() -> None:
    scene = Scene((LABEL,), seed=1)
    bright = scene.look(View())
    assert scene.look(View(optics=Optics(light=0.1))).mean() < bright.mean() / 2
    blurred = scene.look(View(optics=Optics(motion_px=30)))
    assert cv2.Laplacian(blurred, cv2.CV_64F).var() < cv2.Laplacian(bright, cv2.CV_64F).var() / 2


def test_glare_whitens_where_it_falls() -> None:
    scene = Scene((), seed=1)
    spot = scene.look(View(optics=Optics(glare=1, glare_x=0.25, glare_y=0.5)))[340:380, 300:340]
    assert spot.mean() > 240


def test_labels_hang_where_they_are_put() -> None:
    pair = (Label("LEFT", x_mm=-110), Label("RIGHT", x_mm=110))
    picture = Scene(pair, seed=3).look(View())
    middle = picture.shape[1] // 2
    assert (read(picture[:, :middle]), read(picture[:, middle:])) == (["LEFT"], ["RIGHT"])


def test_a_label_out_of_the_picture_is_simply_not_there() -> None:
    away = Label("AWAY", x_mm=5000)
    assert (Scene((away,), seed=1).look(View()) == Scene((), seed=1).look(View())).all()


def test_an_approach_begins_and_ends_at_the_bare_wall_and_is_read_between() -> None:
    seen = [read(picture) == [LABEL.text] for picture in draw_approach(LABEL, seed=2, seconds_held=0.4)]
    assert not any(seen[:10]) and not any(seen[-3:])
    assert sum(seen) >= 5


def test_the_bare_wall_has_no_code_and_is_never_twice_the_same() -> None:
    one, other = draw_bare_wall(seed=1, number=1), draw_bare_wall(seed=1, number=2)
    assert read(one) == [] and not (one == other).all()


def test_a_wall_is_stone_and_not_a_flat_colour() -> None:
    wall = draw_wall(seed=5)
    assert 40 < wall.mean() < 200 and wall.std() > 8


def test_a_label_round_a_pillar_is_narrower_and_still_read() -> None:
    bent = Label(LABEL.text, LABEL.number, radius_mm=50)
    flat_code, bent_code = (
        ZxingReader().read(
            cv2.cvtColor(Scene((label,), 1).look(View()), cv2.COLOR_BGR2GRAY).astype(np.uint8)
        )[0]
        for label in (LABEL, bent)
    )
    assert bent_code.text == LABEL.text
    flat_px, bent_px = (code.corners[1][0] - code.corners[0][0] for code in (flat_code, bent_code))
    assert 0.8 * flat_px < bent_px < 0.97 * flat_px
