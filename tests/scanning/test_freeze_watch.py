from __future__ import annotations

import numpy as np

from kiosk.scanning.frame import Frame
from kiosk.scanning.freeze_watch import FROZEN_MS, FreezeWatch

RAMP = np.tile(np.arange(128, dtype=np.uint8), (72, 1))


def test_a_living_camera_may_look_at_the_same_thing_for_ever() -> None:
    watch, noise = FreezeWatch(), np.random.default_rng(1)
    for at_ms in range(0, 10 * FROZEN_MS, 500):
        picture = RAMP + noise.integers(0, 2, RAMP.shape, dtype=np.uint8)
        assert watch.look(Frame(picture, at_ms, 0))


def test_one_picture_for_too_long_is_a_fault_until_another_comes() -> None:
    watch = FreezeWatch()
    assert watch.look(Frame(RAMP, 0, 0)) and watch.look(Frame(RAMP, FROZEN_MS - 1, 1))
    assert not watch.look(Frame(RAMP, FROZEN_MS, 2))
    assert not watch.look(Frame(RAMP, FROZEN_MS + 50, 3))
    assert watch.look(Frame(RAMP + 1, FROZEN_MS + 100, 4))


def test_a_start_counts_anew() -> None:
    watch = FreezeWatch()
    watch.look(Frame(RAMP, 0, 0))
    watch.begin(FROZEN_MS)
    assert watch.look(Frame(RAMP, FROZEN_MS, 0)) and watch.look(Frame(RAMP, 2 * FROZEN_MS - 1, 1))
    assert not watch.look(Frame(RAMP, 2 * FROZEN_MS, 2))


def test_before_a_cover_or_a_lamp_nothing_is_wrong() -> None:
    for level in (0, 16, 255):
        watch, plain = FreezeWatch(), np.full((72, 128), level, np.uint8)
        assert all(watch.look(Frame(plain, at_ms, 0)) for at_ms in range(0, 4 * FROZEN_MS, 1000))
