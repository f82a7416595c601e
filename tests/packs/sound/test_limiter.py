from __future__ import annotations

import numpy as np
import pytest

from kiosk.packs.sound.limiter import Limiter, PeakSurvey
from tests.packs.sound.sounds import Samples, make_speech, make_tone

RATE = 24_000


def limit(samples: Samples, gain: float, ceiling: float, blocks: int = 1) -> Samples:
    survey = PeakSurvey(RATE)
    for block in np.array_split(samples, blocks):
        survey.add(block)
    limiter = Limiter(survey.peaks(), RATE, gain, ceiling)
    return np.concatenate([limiter.apply(block) for block in np.array_split(samples, blocks)])


@pytest.mark.parametrize("seed", range(5))
def test_nothing_passes_the_ceiling(seed: int) -> None:
    sound = make_speech(2, RATE, seed=seed) * np.random.default_rng(seed).uniform(0.1, 3, 48_000)
    assert np.abs(limit(sound, 4.0, 0.5)).max() <= 0.5 + 1e-9


def test_what_is_not_too_loud_is_only_made_louder() -> None:
    sound = make_tone(1, RATE, peak=0.1)
    assert np.allclose(limit(sound, 2.0, 0.5), sound * 2.0)


def test_the_level_changes_smoothly_around_a_click() -> None:
    sound = np.full(RATE, 0.1)
    sound[12_000] = 1.0
    gain = limit(sound, 1.0, 0.2) / sound
    assert gain[0] == pytest.approx(1) and gain[-1] == pytest.approx(1)
    assert gain[12_000] <= 0.2 + 1e-9
    assert np.abs(np.diff(gain)).max() < 0.01


def test_blocks_of_any_size_give_the_same() -> None:
    sound = make_speech(1, RATE)
    for blocks in (3, 1000):
        assert np.allclose(limit(sound, 3.0, 0.3, blocks), limit(sound, 3.0, 0.3))


def test_a_sound_shorter_than_a_millisecond() -> None:
    assert len(limit(np.ones(5), 1.0, 0.5)) == 5
