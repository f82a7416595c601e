"""Frames of a sound: the same however it comes in, at the moments they stand for, and in other surroundings."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.authoring.aligning.spectra import (
    FRAME_WIDTH,
    RATE_HZ,
    find_frame,
    find_moment_ms,
    measure_surroundings,
    move_into,
    read_spectra,
    standardise,
)


@pytest.mark.parametrize("rate_hz", [RATE_HZ, 44_100])
def test_blocks_of_any_length_give_the_same_frames(rate_hz: int) -> None:
    sound = np.random.default_rng(0).standard_normal(rate_hz * 2)
    whole = read_spectra([sound], rate_hz)
    parts = read_spectra(np.split(sound, [1, 77, 5_000, 5_001, 20_000]), rate_hz)
    assert np.allclose(whole.frames, parts.frames, atol=1e-3)
    assert whole.frames.shape == (len(whole), FRAME_WIDTH)


def test_a_click_is_in_the_frame_of_its_moment() -> None:
    sound = np.zeros(RATE_HZ)
    sound[RATE_HZ * 600 // 1000] = 1.0
    spectra = read_spectra([sound], RATE_HZ)
    assert abs(find_moment_ms(int(spectra.levels.argmax())) - 600) <= 10
    assert find_frame(find_moment_ms(33)) == 33


def test_a_sound_shorter_than_a_frame_is_one_frame() -> None:
    assert len(read_spectra([np.ones(7)], RATE_HZ)) == 1
    assert len(read_spectra([], RATE_HZ)) == 1


def test_in_other_surroundings_nothing_is_quieter_than_their_noise() -> None:
    generator = np.random.default_rng(0)
    noise = read_spectra([generator.standard_normal(RATE_HZ) * 0.1], RATE_HZ)
    voice = read_spectra([np.repeat([0.0, 1.0], RATE_HZ // 2) * generator.standard_normal(RATE_HZ)], RATE_HZ)
    around = measure_surroundings(noise.bands)
    moved = move_into(voice, measure_surroundings(voice.bands), around)
    assert (moved.bands >= around.quiet - 1e-4).all()


def test_standardised_frames_have_no_mean_and_one_deviation() -> None:
    frames = (np.random.default_rng(0).standard_normal((500, 4)) * 7 + 3).astype(np.float32)
    moved = standardise(frames, np.ones(500, dtype=bool))
    assert np.allclose(moved.mean(axis=0), 0, atol=1e-3)
    assert np.allclose(moved.std(axis=0), 1, atol=1e-2)
