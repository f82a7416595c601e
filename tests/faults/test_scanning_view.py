"""What a camera may show that nobody expects: the scanner goes on, and says nothing false."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.scanning.events import Settled, Several
from kiosk.scanning.frame import Frame
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.sight import Sight, SightRules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.scanning.events import ScannerEvent
    from kiosk.scanning.frame import Plane

TIMES_MS = count(0, 66)


def look(sight: Sight, luminances: Iterator[Plane] | list[Plane]) -> list[ScannerEvent]:
    return [event for plane in luminances for event in sight.look(Frame(plane, next(TIMES_MS), 0))]


@pytest.fixture
def sight() -> Sight:
    return Sight(Ladder(), SightRules(), lambda: 0)


def test_frames_of_changing_sizes_in_the_dark_and_in_the_light(sight: Sight) -> None:
    random = np.random.default_rng(5)
    sizes = [(1, 1), (2, 3000), (720, 1280), (9, 16), (480, 640), (1080, 1920), (33, 31)]
    frames = [random.integers(0, top, size, dtype=np.uint8) for top in (2, 30, 256) for size in sizes]
    look(sight, frames + frames[::-1])
    assert sight.frames_read >= 2 * len(frames) - 1


def test_noise_in_the_dark_is_never_taken_for_a_code(sight: Sight) -> None:
    random = np.random.default_rng(6)
    events = look(sight, (random.integers(0, 40, (360, 640), dtype=np.uint8) for _ in range(60)))
    assert not [event for event in events if isinstance(event, Settled | Several)]


def test_a_light_switched_on_and_off_every_other_frame(sight: Sight) -> None:
    lit, dark = np.full((360, 640), 200, np.uint8), np.full((360, 640), 3, np.uint8)
    events = look(sight, [lit, dark] * 30)
    assert not [event for event in events if isinstance(event, Settled | Several)]


def test_strided_frames_are_stacked_as_others_are(sight: Sight) -> None:
    wide = np.random.default_rng(7).integers(0, 30, (360, 1280), dtype=np.uint8)
    look(sight, [wide[:, ::2] for _ in range(10)])
    assert sight.frames_read == 10


def test_a_clock_that_stands_or_jumps_back_harms_nothing(sight: Sight) -> None:
    random = np.random.default_rng(8)
    for at_ms in (1000, 1000, 1000, 0, 10**12, 5, 1066):
        sight.look(Frame(random.integers(0, 256, (90, 160), dtype=np.uint8), at_ms, 0))
    assert sight.frames_read == 7
