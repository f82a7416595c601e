"""What is recognised in a frame, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.recognition.recogniser import Recogniser
from tests.benchmarks.handheld import WAYS, Shot, draw_shot, photograph
from tests.fakes.made_looks import MadeLooks, make_looks, paint_thing

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

FULL_ON = Shot(fill=0.85)


def take(picture: Plane, shot: Shot = FULL_ON, seed: int = 1) -> Plane:
    return photograph(picture, shot, np.random.default_rng(seed))


@pytest.mark.parametrize("way", WAYS)
def test_a_thing_is_known_however_the_camera_is_held(
    way: str, things: dict[str, Plane], looks: MadeLooks
) -> None:
    random = np.random.default_rng(len(way))
    shot = draw_shot(way, random)
    (match,) = Recogniser(looks).recognise(photograph(things["mill/thing-2"], shot, random))
    assert match.stop_id == "mill/thing-2"
    assert 0 < match.certainty < 1


def test_what_no_pack_knows_is_nothing(looks: MadeLooks) -> None:
    recogniser = Recogniser(looks)
    for seed in range(100, 103):
        assert recogniser.recognise(take(paint_thing(seed))) == ()


def test_two_stops_that_show_one_picture_are_both_told(things: dict[str, Plane]) -> None:
    looks = make_looks({"wheel": things["mill/thing-0"]}, {"mill/a": ["wheel"], "mill/b": ["wheel"]})
    matches = Recogniser(looks).recognise(take(things["mill/thing-0"]))
    assert [match.stop_id for match in matches] == ["mill/a", "mill/b"]


def test_a_picture_that_four_stops_show_says_nothing(things: dict[str, Plane]) -> None:
    looks = make_looks({"wheel": things["mill/thing-0"]}, {f"mill/{name}": ["wheel"] for name in "abcd"})
    assert Recogniser(looks).recognise(take(things["mill/thing-0"])) == ()


def test_of_two_pictures_side_by_side_the_one_in_the_middle_is_meant(
    things: dict[str, Plane], looks: MadeLooks
) -> None:
    wall = np.hstack([things["mill/thing-0"], things["mill/thing-1"], things["mill/thing-3"]])
    (match,) = Recogniser(looks).recognise(take(wall, Shot(fill=1.0)))
    assert match.stop_id == "mill/thing-1"


def test_a_mirrored_picture_is_another_one(things: dict[str, Plane], looks: MadeLooks) -> None:
    mirrored = np.asarray(cv2.flip(things["mill/thing-0"], 1), np.uint8)
    assert Recogniser(looks).recognise(take(mirrored)) == ()


def test_what_is_damaged_is_not_recognised_and_hides_nothing(things: dict[str, Plane]) -> None:
    looks = make_looks(dict(list(things.items())[:3]))
    looks.signatures[0] = looks.signatures[0][:-5]
    looks.signatures[1] = bytes(len(looks.signatures[1]))
    recogniser = Recogniser(looks)
    assert recogniser.recognise(take(things["mill/thing-0"])) == ()
    assert [match.stop_id for match in recogniser.recognise(take(things["mill/thing-2"]))] == ["mill/thing-2"]
    looks.signatures.clear()
    assert recogniser.recognise(take(things["mill/thing-2"])) == ()


def test_packs_that_come_and_go_are_noticed(things: dict[str, Plane], looks: MadeLooks) -> None:
    class Shelf:
        def __init__(self) -> None:
            self.shown: tuple[MadeLooks, ...] = ()

        def looks(self) -> tuple[MadeLooks, ...]:
            return self.shown

    shelf = Shelf()
    recogniser = Recogniser(shelf)
    frame = take(things["mill/thing-4"])
    assert recogniser.recognise(frame) == ()
    shelf.shown = (looks,)
    assert len(recogniser.recognise(frame)) == 1
    shelf.shown = (make_looks({"other": paint_thing(200)}), looks)
    assert [match.stop_id for match in recogniser.recognise(frame)] == ["mill/thing-4"]
    shelf.shown = ()
    assert recogniser.recognise(frame) == ()


@settings(max_examples=12, deadline=None)
@given(
    st.integers(1, 90),
    st.integers(1, 90),
    st.sampled_from(("dark", "white", "noise", "stripes")),
    st.integers(0, 9),
)
def test_whatever_is_in_the_frame_nothing_is_raised(
    looks: MadeLooks, height_px: int, width_px: int, kind: str, seed: int
) -> None:
    plane = np.zeros((height_px, width_px), np.uint8)
    if kind == "white":
        plane[:] = 255
    elif kind == "noise":
        plane = np.random.default_rng(seed).integers(0, 255, plane.shape, dtype=np.uint8)
    elif kind == "stripes":
        plane[:, :: seed + 2] = 255
    assert Recogniser(looks).recognise(plane) == ()


def test_a_frame_whose_rows_are_strided_is_read(things: dict[str, Plane], looks: MadeLooks) -> None:
    frame = take(things["mill/thing-5"])
    wide = np.zeros((720, 1400), np.uint8)
    wide[:, :1280] = frame
    assert len(Recogniser(looks).recognise(wide[:, :1280])) == 1
