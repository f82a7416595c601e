from __future__ import annotations

from kiosk.scanning.lasting import LastingCodes
from kiosk.scanning.reader import Code


def located(x: float, y: float, side: float = 80, text: str = "") -> Code:
    corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    return Code(text, corners, "fake")


def test_a_code_that_was_read_is_believed_at_once() -> None:
    code = located(100, 100, text="A")
    assert LastingCodes().see([code], 0) == [code]


def test_a_code_only_located_is_believed_the_second_time() -> None:
    lasting = LastingCodes()
    assert lasting.see([located(100, 100)], 0) == []
    again = located(112, 104)
    assert lasting.see([again], 66) == [again]


def test_one_frame_without_it_is_forgiven_and_a_long_time_is_not() -> None:
    lasting = LastingCodes()
    lasting.see([located(100, 100)], 0)
    lasting.see([], 66)
    assert lasting.see([located(104, 100)], 132)
    lasting.see([], 200)
    assert lasting.see([located(104, 100)], 600) == []


def test_an_ornament_that_looks_like_a_code_here_and_there_is_none() -> None:
    lasting = LastingCodes()
    places = [(100, 100, 80), (400, 100, 80), (100, 400, 80), (400, 400, 80), (100, 100, 220)]
    for number, (x, y, side) in enumerate(places):
        assert lasting.see([located(x, y, side)], 66 * number) == []


def test_a_code_without_an_area_is_none() -> None:
    lasting = LastingCodes()
    lasting.see([located(100, 100, 0)], 0)
    assert lasting.see([located(100, 100, 0)], 66) == []
