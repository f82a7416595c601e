from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.scanning.motion import MotionWatch, measure_grid

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

FRAME_MS = 66
RANDOM = np.random.default_rng(3)


def grainy(level: int, strength: float = 12.0) -> Plane:
    noise = RANDOM.normal(level, strength, (360, 640))
    return np.clip(noise, 0, 255).astype(np.uint8)


def watch(frames: list[Plane], idle_after_ms: int = 1000) -> list[bool]:
    watcher = MotionWatch(idle_after_ms)
    return [watcher.see(frame, number * FRAME_MS).is_idle for number, frame in enumerate(frames)]


def test_a_bare_wall_seen_by_a_grainy_camera_is_idle_after_a_while() -> None:
    idle = watch([grainy(100) for _ in range(30)])
    assert not any(idle[:15]) and all(idle[17:])


def test_something_in_one_corner_wakes_it_at_once() -> None:
    still, moved = grainy(100), grainy(100)
    moved[:60, :60] = 200
    assert watch([*[still] * 30, moved])[-2:] == [True, False]


def test_a_slow_drift_counts_in_the_end() -> None:
    drifting = [np.full((90, 160), 100 + number // 10, np.uint8) for number in range(120)]
    idle = watch(drifting)
    assert any(idle) and not all(idle[50:])


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (9, 16), (100, 7), (719, 1279), (4320, 7680)])
def test_the_grid_is_the_same_for_every_size_of_frame(shape: tuple[int, int]) -> None:
    grid = measure_grid(np.full(shape, 77, np.uint8))
    assert grid.shape == (9, 16)
    assert set(np.unique(grid)) <= {0, 77}


def test_black_frames_are_idle_and_harm_nothing() -> None:
    assert watch([np.zeros((720, 1280), np.uint8)] * 20)[-1]
