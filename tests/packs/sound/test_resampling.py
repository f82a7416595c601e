"""A change of rate moves nothing in time, keeps what fits, and lets nothing else in."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.packs.sound.resampling import Resampler
from tests.packs.sound.sounds import Samples, make_tone


def resample(samples: Samples, from_hz: int, to_hz: int, blocks: int = 1) -> Samples:
    resampler = Resampler(from_hz, to_hz)
    made = [resampler.push(block) for block in np.array_split(samples, blocks)]
    return np.concatenate([*made, resampler.finish()])


RATES = [
    (44_100, 48_000),
    (22_050, 24_000),
    (11_025, 12_000),
    (96_000, 48_000),
    (192_000, 48_000),
    (32_000, 48_000),
]


@pytest.mark.parametrize(("from_hz", "to_hz"), RATES)
def test_a_tone_stays_the_tone_it_was(from_hz: int, to_hz: int) -> None:
    made = resample(make_tone(1.0, from_hz, 1000), from_hz, to_hz)
    wanted = make_tone(1.0, to_hz, 1000)
    assert len(made) == len(wanted)
    assert np.abs(made - wanted)[100:-100].max() < 1e-5


@pytest.mark.parametrize("count", [0, 1, 2, 63, 64, 147, 148, 1000, 44_101])
def test_the_length_is_kept_to_the_sample(count: int) -> None:
    assert len(resample(np.ones(count), 44_100, 48_000)) == -(-count * 48_000 // 44_100)


def test_blocks_of_any_size_give_the_same() -> None:
    noise = np.random.default_rng(3).standard_normal(30_000)
    whole = resample(noise, 44_100, 48_000)
    for blocks in (2, 7, 500):
        assert np.allclose(resample(noise, 44_100, 48_000, blocks), whole, rtol=0, atol=1e-12)


def test_what_does_not_fit_is_not_folded_back() -> None:
    made = resample(make_tone(0.5, 96_000, 30_000, peak=1.0), 96_000, 48_000)
    assert np.abs(made)[500:-500].max() < 1e-4


def test_a_click_stays_where_it_is() -> None:
    click = np.zeros(44_100)
    click[22_050] = 1.0
    assert abs(int(resample(click, 44_100, 48_000).argmax()) - 24_000) <= 1
