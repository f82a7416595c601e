"""Recordings made worse in known ways: noise, music under the voice, a hall, long pauses, another voice."""

from __future__ import annotations

import numpy as np

from kiosk.authoring.aligning.spectra import RATE_HZ
from kiosk.packs.sound.resampling import Resampler, Samples

CHORD = (1, 1.25, 1.5, 2, 3, 4, 5, 6)


def add_noise(sound: Samples, below_db: float) -> Samples:
    """Return the sound with white noise so many dB below it."""
    noise = np.random.default_rng(1).standard_normal(len(sound))
    return sound + noise * _strength(sound) * 10 ** (-below_db / 20)


def add_music(sound: Samples, rate_hz: int, below_db: float) -> Samples:
    """Return the sound with plucked chords under it, so many dB below it."""
    generator = np.random.default_rng(2)
    music = np.zeros(len(sound))
    length = round(1.5 * rate_hz)
    for begin in range(0, len(sound), length):
        at = np.arange(min(length, len(sound) - begin)) / rate_hz
        root_hz = 110 * 2 ** (generator.integers(0, 12) / 12)
        for overtone in CHORD:
            music[begin : begin + length] += (
                np.sin(2 * np.pi * root_hz * overtone * at) * np.exp(-1.2 * at) / overtone
            )
    return sound + music * _strength(sound) / _strength(music) * 10 ** (-below_db / 20)


def put_into_hall(sound: Samples, rate_hz: int, dies_after_s: float) -> Samples:
    """Return the sound as in a hall, in which it has died by 60 dB after some seconds."""
    count = round(rate_hz * dies_after_s)
    answer = np.random.default_rng(3).standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
    answer *= 0.7 / np.sqrt((answer**2).sum())
    answer[0] += 1
    size = 1 << (len(sound) + count).bit_length()
    return np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(answer, size), size)[: len(sound)]


def insert_silence(sound: Samples, rate_hz: int, at_ms: float, length_ms: float) -> Samples:
    """Return the sound with a pause at a moment."""
    at = round(at_ms * rate_hz / 1000)
    pause = np.random.default_rng(4).standard_normal(round(length_ms * rate_hz / 1000)) * 1e-4
    return np.concatenate([sound[:at], pause, sound[at:]])


def speak_higher(sound: Samples, times: float) -> Samples:
    """Return a sound at 16 kHz as of a smaller speaker: quicker, higher, its vowels moved."""
    resampler = Resampler(round(RATE_HZ * times / 100) * 100, RATE_HZ)
    return np.concatenate([resampler.push(sound), resampler.finish()])


def _strength(sound: Samples) -> float:
    return float(np.sqrt((sound**2).mean())) or 1.0
