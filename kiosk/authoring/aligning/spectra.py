"""What a sound is like from moment to moment: mel-frequency cepstra with their first and second differences.

S. Davis, P. Mermelstein, "Comparison of parametric representations for monosyllabic word recognition in continuously
spoken sentences", IEEE Trans. ASSP 28 (1980).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.packs.sound.resampling import Resampler, Samples

Frames = NDArray[np.float32]

RATE_HZ = 16_000
HOP_MS = 10
_HOP = RATE_HZ * HOP_MS // 1000
_WINDOW = RATE_HZ * 25 // 1000
_MIDDLE_MS = _WINDOW * 500 / RATE_HZ
_TRANSFORM = 512
_BANDS, _LOWEST_HZ, _HIGHEST_HZ = 26, 80.0, 7_600.0
_CEPSTRA = 13
FRAME_WIDTH = 3 * _CEPSTRA
_EMPHASIS = 0.97
_FLOOR = 1e-8
# Frames looked at together: a few MB, however long the sound.
_TOGETHER = 4_096


class SpectrumReader:
    """A mono sound given block by block becomes frames, one each 10 ms."""

    def __init__(self, rate_hz: int) -> None:
        self._resampler = Resampler(rate_hz, RATE_HZ) if rate_hz != RATE_HZ else None
        self._rest: Samples = np.zeros(0)
        self._last = 0.0
        self._bands: list[Frames] = []

    def add(self, block: Samples) -> None:
        """Take the next samples, full scale being -1 to 1."""
        self._take(self._resampler.push(block) if self._resampler else block)

    def finish(self) -> Spectra:
        """Return the frames of all that was added."""
        if self._resampler:
            self._take(self._resampler.finish())
        if not self._bands:  # shorter than one window
            self._take(np.zeros(_WINDOW))
        return Spectra(np.concatenate(self._bands))

    def _take(self, samples: Samples) -> None:
        if not len(samples):
            return
        sharper = samples - _EMPHASIS * np.concatenate([[self._last], samples[:-1]])
        self._last = float(samples[-1])
        known = np.concatenate([self._rest, sharper])
        count = max(0, (len(known) - _WINDOW) // _HOP + 1)
        self._rest = known[count * _HOP :]
        if count:
            windows = np.lib.stride_tricks.sliding_window_view(known, _WINDOW)[::_HOP][:count]
            for at in range(0, count, _TOGETHER):
                self._analyse(windows[at : at + _TOGETHER])

    def _analyse(self, windows: Samples) -> None:
        power = np.abs(np.fft.rfft(windows * np.hamming(_WINDOW), _TRANSFORM)) ** 2
        self._bands.append(np.log(power @ _mel_bands().T + _FLOOR).astype(np.float32))


class Spectra:
    """A sound as frames.

    Attributes:
        bands: How loud each of 26 bands of a mel scale is, as a logarithm of power; a row each 10 ms.
    """

    def __init__(self, bands: Frames) -> None:
        self.bands = bands

    def __len__(self) -> int:
        return len(self.bands)

    @cached_property
    def levels(self) -> Frames:
        """How loud each frame is, as a mean of logarithms."""
        return np.asarray(self.bands.mean(axis=1))

    @cached_property
    def frames(self) -> Frames:
        """39 numbers each 10 ms: 13 cepstra, their differences, and the differences of those."""
        cepstra = np.asarray(self.bands @ _cosines().T, dtype=np.float32)
        first = _differ(cepstra)
        return np.hstack([cepstra, first, _differ(first)])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The quietest and the loudest of each band of a sound: its noise, and its voice as the room and microphone give it."""

    quiet: Frames
    loud: Frames


def measure_surroundings(bands: Frames) -> Surroundings:
    """Return between which limits the bands of a sound move."""
    quiet, loud = np.percentile(bands, (5, 95), axis=0).astype(np.float32)
    return Surroundings(quiet, loud)


def move_into(spectra: Spectra, own: Surroundings, other: Surroundings) -> Spectra:
    """Return a sound as it would be heard in other surroundings: as loud, and no quieter than their noise."""
    return Spectra(np.logaddexp(spectra.bands + (other.loud - own.loud), other.quiet))


def read_spectra(blocks: Iterable[Samples], rate_hz: int) -> Spectra:
    """Return the frames of a mono sound."""
    reader = SpectrumReader(rate_hz)
    for block in blocks:
        reader.add(block)
    return reader.finish()


def find_moment_ms(frame: int) -> float:
    """Return when the middle of a frame is heard."""
    return frame * HOP_MS + _MIDDLE_MS


def find_frame(moment_ms: float) -> int:
    """Return the frame whose middle is nearest to a moment; 0 at the least."""
    return max(0, round((moment_ms - _MIDDLE_MS) / HOP_MS))


def standardise(frames: Frames, among: NDArray[np.bool_]) -> Frames:
    """Return frames of which those ``among`` which speech is have mean 0 and deviation 1.

    That takes away most of what differs between two voices, rooms and microphones.
    """
    chosen = frames[among] if among.any() else frames
    return np.asarray((frames - chosen.mean(axis=0)) / (chosen.std(axis=0) + 1e-3), dtype=np.float32)


def _differ(values: Frames, reach: int = 2) -> Frames:
    padded = np.pad(values, ((reach, reach), (0, 0)), mode="edge")
    count = len(values)
    total = sum(
        step * (padded[reach + step : reach + step + count] - padded[reach - step : reach - step + count])
        for step in range(1, reach + 1)
    )
    return np.asarray(total / (2 * sum(step * step for step in range(1, reach + 1))), dtype=np.float32)


@cache
def _mel_bands() -> Samples:
    edges_mel = np.linspace(_to_mel(_LOWEST_HZ), _to_mel(_HIGHEST_HZ), _BANDS + 2)
    edges = 700 * (10 ** (edges_mel / 2595) - 1)
    bins = np.arange(_TRANSFORM // 2 + 1) * RATE_HZ / _TRANSFORM
    low, middle, high = (edges[shift : shift + _BANDS, None] for shift in range(3))
    rising, falling = (bins - low) / (middle - low), (high - bins) / (high - middle)
    return np.asarray(np.clip(np.minimum(rising, falling), 0, None))


def _to_mel(hz: float) -> float:
    return float(2595 * np.log10(1 + hz / 700))


@cache
def _cosines() -> Samples:
    steps = np.outer(np.arange(_CEPSTRA), np.arange(_BANDS) + 0.5)
    return np.asarray(np.cos(np.pi / _BANDS * steps) * np.sqrt(2 / _BANDS))
