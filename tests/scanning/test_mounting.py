"""Frames of a turned or mirrored camera come upright, in luminance and in colours."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.frame import BgrPicture, Frame
from kiosk.scanning.mounting import Mirroring, MountedSource, Mounting
from tests.fakes.fake_camera import FakeCamera

# A dark picture with a bright upper left corner, 40 by 20; in the colours that corner is red.
GREY = np.zeros((20, 40), np.uint8)
GREY[:10, :10] = 200
BGR = np.zeros((20, 40, 3), np.uint8)
BGR[:10, :10, 2] = 200
FRAME = Frame(GREY, 5, 7, BgrPicture(BGR))


@pytest.mark.parametrize(
    ("turn_deg", "mirroring", "corner"),
    [
        (0, Mirroring.AUTO, (0, 0)),
        (90, Mirroring.AUTO, (0, -1)),
        (180, Mirroring.YES, (-1, -1)),
        (270, Mirroring.NO, (-1, 0)),
        (0, Mirroring.UNDO, (0, -1)),
        (90, Mirroring.UNDO, (-1, -1)),
    ],
)
def test_a_picture_is_turned_clockwise_and_flipped_only_where_a_mirror_did_so(
    turn_deg: int, mirroring: Mirroring, corner: tuple[int, int]
) -> None:
    frame = Mounting(turn_deg, mirroring).turn(FRAME)
    size_px = (40, 20) if turn_deg in (0, 180) else (20, 40)
    assert (frame.width_px, frame.height_px) == size_px
    assert (frame.at_ms, frame.seq) == (5, 7)
    assert frame.luminance[corner] == 200
    assert int(frame.luminance.sum()) == int(GREY.sum()), "every pixel once"
    colours = frame.rgb(10)
    assert colours.shape == (10 * size_px[1] // size_px[0], 10, 3)
    assert colours[corner].tolist() == [200, 0, 0]


def test_a_plain_camera_costs_nothing() -> None:
    assert Mounting().is_plain and Mounting().turn(FRAME) is FRAME
    assert not Mounting(90).is_plain and not Mounting(0, Mirroring.NO).is_plain


@pytest.mark.parametrize(
    ("mirroring", "front", "back"),
    [
        (Mirroring.AUTO, True, False),
        (Mirroring.YES, True, True),
        (Mirroring.NO, False, False),
        (Mirroring.UNDO, False, False),
    ],
)
def test_whether_a_visitor_sees_a_mirror(mirroring: Mirroring, front: bool, back: bool) -> None:
    camera = FakeCamera()
    for faces_user, shown in ((True, front), (False, back)):
        camera.can = CameraAbilities(has_torch=True, faces_user=faces_user)
        abilities = MountedSource(camera, Mounting(0, mirroring)).abilities
        assert abilities == CameraAbilities(has_torch=True, faces_user=shown)
