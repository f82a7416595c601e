"""Qt's own code for Linux's cameras, over a stand-in driver: seen, lit, unplugged without a word, and plugged in again."""

from __future__ import annotations

import pytest

from tests.benchmarks.v4l2_probe import measure_stand_in


def test_a_camera_of_linux_from_its_first_frame_to_its_return() -> None:
    figures = measure_stand_in(lost_for_s=0.5)
    if not figures:
        pytest.skip("only root may make a device's file, and a C compiler is needed")
    assert list(figures) == [
        "to its first frame",
        "switching its light",
        "from unplugged to told",
        "from plugged in to back",
    ]
