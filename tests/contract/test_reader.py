"""What every reader of codes keeps to, whichever decoder is behind it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
import segno

from kiosk.scanning.ladder import Ladder
from kiosk.scanning.pyzbar_reader import PyzbarReader, is_pyzbar_usable
from kiosk.scanning.rungs import make_looks
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.reader import Reader

OURS = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"
SHAPES = [(0, 0), (1, 1), (1, 5000), (5000, 1), (2, 2), (15, 33), (31, 31), (33, 32), (64, 64)]


def draw(text: str, scale: int = 6, border: int = 4, *, version: int | None = None) -> Plane:
    code = segno.make(text, error="m", micro=False, version=version)
    matrix = np.array([[*row] for row in code.matrix_iter(scale=scale, border=border)], np.uint8)
    plane: Plane = np.where(matrix > 0, 20, 235).astype(np.uint8)
    return plane


@pytest.fixture(params=["zxing", "zxing, one threshold", "pyzbar", "ladder", "ladder for photographs"])
def reader(request: pytest.FixtureRequest) -> Reader:
    if request.param == "pyzbar" and not is_pyzbar_usable():
        pytest.skip("ZBar is not on this machine")
    made: dict[str, Reader] = {
        "zxing": ZxingReader(),
        "zxing, one threshold": ZxingReader(is_global=True),
        "pyzbar": PyzbarReader(),
        "ladder": Ladder(),
        "ladder for photographs": Ladder(budget_ms=None),
    }
    return made[request.param]


def texts(reader: Reader, plane: Plane) -> list[str]:
    return [code.text for code in reader.read(plane) if code.is_read]


@pytest.mark.parametrize(
    "text", [OURS, "قطب منار", "कुतुब मीनार", "Qutb Minar – 73 m", "日本語", "é", "a\n\x1b\tb", "<GS>"]
)
def test_a_text_comes_out_as_it_went_in(reader: Reader, text: str) -> None:
    assert texts(reader, draw(text)) == [text]


def test_corners_are_where_the_code_is_and_go_round_it(reader: Reader) -> None:
    plane = np.full((600, 800), 235, np.uint8)
    code = draw(OURS)
    plane[100 : 100 + code.shape[0], 300 : 300 + code.shape[1]] = code
    (found,) = reader.read(plane)
    quiet_px = 4 * 6
    near_x, near_y = 300 + quiet_px, 100 + quiet_px
    far_x, far_y = 300 + code.shape[1] - quiet_px, 100 + code.shape[0] - quiet_px
    expected = [(near_x, near_y), (far_x, near_y), (far_x, far_y), (near_x, far_y)]
    for corner in expected:
        assert min(math.dist(corner, each) for each in found.corners) < 12
    sides = [math.dist(found.corners[i], found.corners[i - 1]) for i in range(4)]
    assert max(sides) < 1.3 * min(sides)
    assert math.dist(found.centre, ((near_x + far_x) / 2, (near_y + far_y) / 2)) < 8


def test_rows_may_be_strided(reader: Reader) -> None:
    code = draw(OURS)
    camera = np.full((code.shape[0], code.shape[1] + 96), 7, np.uint8)
    camera[:, : code.shape[1]] = code
    assert texts(reader, camera[:, : code.shape[1]]) == [OURS]


def test_the_picture_read_is_not_written_to(reader: Reader) -> None:
    plane = draw(OURS)
    plane.flags.writeable = False
    before = plane.copy()
    assert texts(reader, plane) == [OURS]
    assert (plane == before).all()


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_no_size_of_picture_is_too_odd(reader: Reader, shape: tuple[int, int]) -> None:
    assert texts(reader, np.full(shape, 128, np.uint8)) == []


@pytest.mark.parametrize("level", [0, 128, 255])
def test_nothing_is_read_in_an_even_picture(reader: Reader, level: int) -> None:
    assert reader.read(np.full((480, 640), level, np.uint8)) == []


def test_nothing_is_read_in_noise(reader: Reader) -> None:
    random = np.random.default_rng(1)
    for _ in range(3):
        assert texts(reader, random.integers(0, 256, (480, 640), dtype=np.uint8)) == []


def test_several_codes_in_one_picture(reader: Reader) -> None:
    both = np.hstack([draw("ONE"), draw("TWO")])
    assert sorted(texts(reader, both)) == ["ONE", "TWO"]


def test_the_largest_symbol_does_no_harm(reader: Reader) -> None:
    assert texts(reader, draw("9" * 5000, scale=3)) == ["9" * 5000]


def test_a_part_of_a_split_message_does_not_hide_the_label_beside_it(reader: Reader) -> None:
    if isinstance(reader, PyzbarReader):
        pytest.skip("pyzbar gives up on structured append; that is why it is asked last")
    part = next(iter(segno.make_sequence("A message in parts " * 9, symbol_count=3)))
    matrix = np.array([[*row] for row in part.matrix_iter(scale=6, border=4)], np.uint8)
    split: Plane = np.where(matrix > 0, 20, 235).astype(np.uint8)
    label = draw(OURS)
    side = max(split.shape[0], label.shape[0])
    plane = np.full((side, split.shape[1] + label.shape[1]), 235, np.uint8)
    plane[: split.shape[0], : split.shape[1]] = split
    plane[: label.shape[0], split.shape[1] :] = label
    assert OURS in texts(reader, plane)


def test_looks_are_readers_that_find_their_way_back_to_the_picture() -> None:
    from kiosk.scanning.looks import Target

    plane = np.full((700, 900), 235, np.uint8)
    code = draw(OURS, scale=4)
    top, left = (700 - code.shape[0]) // 2, (900 - code.shape[1]) // 2
    plane[top : top + code.shape[0], left : left + code.shape[1]] = code
    (plain,) = ZxingReader().read(plane)
    for look in make_looks():
        if look.name == "as-is" and not is_pyzbar_usable():
            continue
        (found,) = look.read(Target(plane, (plain,)))
        assert found.text == OURS, look.name
        assert math.dist(found.centre, plain.centre) < 4, look.name
        assert look.name in found.reader
