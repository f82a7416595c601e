"""Which features of a picture are worth keeping."""

from __future__ import annotations

import cv2
import numpy as np

from kiosk.recognition.features import fit_for_looking
from kiosk.recognition.lasting import choose_lasting, is_recognisable
from tests.fakes.made_looks import paint_thing


def test_what_has_its_like_in_the_same_picture_comes_last() -> None:
    tile = np.asarray(cv2.resize(paint_thing(1)[:, :, 0], (48, 48), interpolation=cv2.INTER_AREA), np.uint8)
    lattice = np.tile(tile, (10, 5))
    looked_at = fit_for_looking(np.hstack([lattice, paint_thing(2)[:, :240, 0]]))
    best, _ = choose_lasting(looked_at, 60)
    assert (best.points_px[:, 0] > 230).mean() > 0.9


def test_a_painted_thing_can_be_recognised() -> None:
    assert is_recognisable(paint_thing(4)[:, :, 1])


def test_a_plain_and_a_fogged_picture_cannot() -> None:
    plain = np.full((480, 640), 140, np.uint8)
    fogged = np.asarray(cv2.GaussianBlur(paint_thing(4)[:, :, 1], (0, 0), 40), np.uint8)
    assert not is_recognisable(plain)
    assert not is_recognisable(fogged)
