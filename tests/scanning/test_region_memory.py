from __future__ import annotations

from kiosk.scanning.reader import Code
from kiosk.scanning.region_memory import RegionMemory

SHAPE = (720, 1280)
CODE = Code("", ((600, 300), (700, 300), (700, 400), (600, 400)), "fake")


def test_where_a_code_was_is_looked_at_closely_with_room_for_a_hand_that_moves() -> None:
    memory = RegionMemory()
    assert memory.find_region(SHAPE) is None
    memory.note([CODE], SHAPE)
    assert memory.find_region(SHAPE) == (540, 240, 760, 460)


def test_it_is_forgotten_after_half_a_second_without_a_code() -> None:
    memory = RegionMemory()
    memory.note([CODE], SHAPE)
    for _ in range(7):
        memory.note([], SHAPE)
    assert memory.find_region(SHAPE) is not None
    memory.note([], SHAPE)
    assert memory.find_region(SHAPE) is None


def test_a_picture_of_another_size_is_another_cameras() -> None:
    memory = RegionMemory()
    memory.note([CODE], SHAPE)
    assert memory.find_region((480, 640)) is None


def test_a_region_stays_in_the_picture_and_is_none_where_it_would_be_all_of_it() -> None:
    memory = RegionMemory()
    memory.note([Code("", ((-30, -30), (40, -30), (40, 40), (-30, 40)), "fake")], SHAPE)
    assert memory.find_region(SHAPE) == (0, 0, 82, 82)
    memory.note([Code("", ((50, 20), (1200, 20), (1200, 700), (50, 700)), "fake")], SHAPE)
    assert memory.find_region(SHAPE) is None
    memory.note([Code("", ((2000, 2000), (2100, 2000), (2100, 2100), (2000, 2100)), "fake")], SHAPE)
    assert memory.find_region(SHAPE) is None
