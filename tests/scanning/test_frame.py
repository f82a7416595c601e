from __future__ import annotations

import numpy as np

from kiosk.scanning.frame import BgrPicture, Frame, YuvPicture, fit_plane


def test_a_frame_knows_its_size() -> None:
    frame = Frame(np.zeros((720, 1280), np.uint8), at_ms=5, seq=0)
    assert (frame.width_px, frame.height_px) == (1280, 720)


def test_a_preview_is_no_wider_than_asked_and_keeps_its_shape() -> None:
    frame = Frame(np.full((720, 1280), 90, np.uint8), 0, 0)
    assert frame.rgb(640).shape == (360, 640, 3)
    assert frame.rgb(9999).shape == (720, 1280, 3)


def test_a_preview_is_memory_of_its_own() -> None:
    frame = Frame(np.full((72, 128), 90, np.uint8), 0, 0)
    frame.rgb(128)[:] = 0
    assert frame.luminance.min() == 90


def test_a_frame_without_colours_is_shown_grey() -> None:
    picture = Frame(np.full((72, 128), 90, np.uint8), 0, 0).rgb(64)
    assert np.unique(picture).tolist() == [90]


def test_blue_first_comes_out_red_first() -> None:
    bgr = np.zeros((40, 60, 3), np.uint8)
    bgr[:, :, 2] = 200
    frame = Frame(np.zeros((40, 60), np.uint8), 0, 0, BgrPicture(bgr))
    assert frame.rgb(30)[10, 10].tolist() == [200, 0, 0]


def test_luminance_and_colour_difference_come_out_as_colours() -> None:
    red = YuvPicture(
        np.full((40, 60), 76, np.uint8), np.full((20, 30), 85, np.uint8), np.full((20, 30), 255, np.uint8)
    )
    r, g, b = Frame(red.y, 0, 0, red).rgb(30)[10, 10].tolist()
    assert r > 240 and g < 15 and b < 15


def test_an_8k_frame_is_scaled_down_and_a_small_one_is_not() -> None:
    assert fit_plane(np.zeros((4320, 7680), np.uint8), 1920).shape == (1080, 1920)
    small = np.zeros((48, 64), np.uint8)
    assert fit_plane(small, 1920) is small


def test_a_sliver_keeps_at_least_a_pixel() -> None:
    assert fit_plane(np.zeros((1, 8000), np.uint8), 100).shape == (1, 100)
