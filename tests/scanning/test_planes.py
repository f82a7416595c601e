"""Frames with bytes missing are passed over: reading on would read somebody else's memory, or end the process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from kiosk.scanning import planes
from kiosk.scanning.planes import Memory, TornFrameError

WIDTH_PX, HEIGHT_PX = 64, 48
Layout = tuple[Callable[..., object], list[tuple[int, int]]]
LAYOUTS: dict[str, Layout] = {
    "Y8": (planes.from_luminance, [(64, 48)]),
    "NV12": (planes.from_semi_planar, [(64, 48), (64, 24)]),
    "YUV420P": (planes.from_planar, [(64, 48), (32, 24), (32, 24)]),
    "YUV422P": (partial(planes.from_planar, rows_per_chroma=1), [(64, 48), (32, 48), (32, 48)]),
    "YUYV": (planes.from_packed, [(128, 48)]),
    "BGRA": (planes.from_four_bytes, [(256, 48)]),
}


def make_memory(row_bytes: int, rows: int, missing: int = 0) -> Memory:
    return Memory(memoryview(bytes(row_bytes * rows - missing)), row_bytes)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_whole_frame_is_read_and_a_torn_one_is_not(name: str) -> None:
    read, shapes = LAYOUTS[name]
    whole = [make_memory(*shape) for shape in shapes]
    assert read(whole, WIDTH_PX, HEIGHT_PX) is not None
    for number, shape in enumerate(shapes):
        for missing in (1, shape[0], shape[0] * shape[1]):
            torn = [*whole[:number], make_memory(*shape, missing), *whole[number + 1 :]]
            with pytest.raises(TornFrameError):
                read(torn, WIDTH_PX, HEIGHT_PX)


@pytest.mark.parametrize(
    ("row_bytes", "size_px"), [(10, (64, 48)), (0, (64, 48)), (64, (0, 48)), (64, (64, 0))]
)
def test_sizes_that_cannot_be_are_torn_frames_too(row_bytes: int, size_px: tuple[int, int]) -> None:
    with pytest.raises(TornFrameError):
        planes.from_luminance([Memory(memoryview(bytes(64 * 48)), row_bytes)], *size_px)


def test_the_last_row_may_come_without_its_padding() -> None:
    memory = Memory(memoryview(bytes(80 * 47 + 64)), 80)
    looks = planes.from_luminance([memory], 64, 48)
    assert looks[0].shape == (48, 64) and looks[0].flags.owndata
