"""A sample of the hostile frames that ``./run bench fuzz`` reads by the hundred thousand."""

from __future__ import annotations

import pytest

from kiosk.scanning.ladder import Ladder
from kiosk.scanning.pyzbar_reader import PyzbarReader
from tests.benchmarks.bench_fuzz import Fuzz
from tests.benchmarks.fuzz_frames import GOOD, make_frames


def test_hostile_frames_raise_nothing_and_hide_no_good_label() -> None:
    fuzz = Fuzz()
    for frame in make_frames(160, seed=5):
        fuzz.read(frame)
    assert fuzz.outcome.failed == []
    assert fuzz.outcome.lost == []
    assert fuzz.outcome.forged == 0


@pytest.mark.parametrize("seed", [3, 4])
def test_the_same_frames_come_for_the_same_seed(seed: int) -> None:
    once, again = (list(make_frames(6, seed)) for _ in range(2))
    assert all((a.luminance == b.luminance).all() for a, b in zip(once, again, strict=True))


def test_a_reader_that_may_look_in_every_way_reads_a_label_beside_a_part_of_a_split_message() -> None:
    split = (
        frame
        for frame in make_frames(400, seed=9)
        if frame.kind == "structured append" and frame.has_good_label
    )
    for _ in range(3):
        frame = next(split)
        assert GOOD in {code.text for code in Ladder(budget_ms=None).read(frame.luminance)}
        PyzbarReader().read(frame.luminance)
