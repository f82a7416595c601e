"""How loud a mono sound is: integrated loudness and true peak, as ITU-R BS.1770-4 and EBU R 128 define them.

Written here because the package for it (pyloudnorm) needs scipy, which is larger than the whole guide; the
tests compare it with the signals of EBU Tech 3341 and, where it is installed, with ffmpeg.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from kiosk.packs.sound.resampling import Resampler, Samples

ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
_OFFSET_LU = -0.691
_HOPS_A_BLOCK = 4  # blocks of 400 ms, each 100 ms after the other
_OVERSAMPLING = 4
_PEAK_HALF_TAPS = 12
_IMPULSE_S = 0.16
"""The slower filter's answer has fallen by 160 dB after so long: cut there, it is exact for our purpose."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """``integrated_lufs`` is -inf where nothing is louder than the gate; ``true_peak_dbtp`` -inf in silence."""

    integrated_lufs: float
    true_peak_dbtp: float


class LoudnessMeter:
    """Measures a mono sound given block by block, in full scale (-1 to 1)."""

    def __init__(self, rate_hz: int) -> None:
        self._weighting = _KWeighting(rate_hz)
        self._hop = rate_hz // 10
        self._rest: Samples = np.zeros(0)
        self._hops: list[Samples] = []

    def add(self, block: Samples) -> None:
        """Take the next samples."""
        squares = np.concatenate([self._rest, self._weighting.filter(block) ** 2])
        whole = len(squares) // self._hop
        self._hops.append(squares[: whole * self._hop].reshape(whole, self._hop).mean(axis=1))
        self._rest = squares[whole * self._hop :]

    def integrated_lufs(self) -> float:
        """Return the gated loudness of all that was added; a sound under 400 ms is one block."""
        hops = np.concatenate([*self._hops, np.zeros(0)])
        if len(hops) < _HOPS_A_BLOCK:
            squares = np.concatenate([np.repeat(hops, self._hop), self._rest])
            blocks = squares.mean(keepdims=True) if len(squares) else np.zeros(0)
        else:
            blocks = np.convolve(hops, np.full(_HOPS_A_BLOCK, 1 / _HOPS_A_BLOCK), "valid")
        above = blocks[blocks > _power(ABSOLUTE_GATE_LUFS)]
        if not len(above):
            return -math.inf
        gate = above.mean() * 10 ** (RELATIVE_GATE_LU / 10)
        return _OFFSET_LU + 10 * math.log10(above[above > gate].mean())


class PeakMeter:
    """The true peak of a mono sound given block by block: the largest value at four times the rate."""

    def __init__(self, rate_hz: int) -> None:
        self._finer = Resampler(rate_hz, _OVERSAMPLING * rate_hz, _PEAK_HALF_TAPS)
        self._peak = 0.0

    def add(self, block: Samples) -> None:
        """Take the next samples."""
        self._note(block)
        self._note(self._finer.push(block))

    def true_peak_dbtp(self) -> float:
        """Return the true peak in dB; no block may follow."""
        self._note(self._finer.finish())
        return 20 * math.log10(self._peak) if self._peak else -math.inf

    def _note(self, samples: Samples) -> None:
        if len(samples):
            self._peak = max(self._peak, float(samples.max()), -float(samples.min()))


class _KWeighting:
    """The filter before the power is taken, by overlap-add: what a block rings on is added to the next."""

    def __init__(self, rate_hz: int) -> None:
        self._size = 1 << (int(_IMPULSE_S * rate_hz) * 8 - 1).bit_length()
        impulse = _impulse_response(rate_hz, self._size)
        self._answer = np.fft.rfft(impulse, self._size)
        self._piece = self._size - len(impulse) + 1
        self._ringing: Samples = np.zeros(len(impulse) - 1)

    def filter(self, block: Samples) -> Samples:
        pieces = [block[at : at + self._piece] for at in range(0, len(block), self._piece)]
        return np.concatenate([self._filter_piece(piece) for piece in pieces] or [np.zeros(0)])

    def _filter_piece(self, piece: Samples) -> Samples:
        made = np.fft.irfft(np.fft.rfft(piece, self._size) * self._answer, self._size)
        made[: len(self._ringing)] += self._ringing
        self._ringing = made[len(piece) : len(piece) + len(self._ringing)]
        return made[: len(piece)]


def _impulse_response(rate_hz: int, size: int) -> Samples:
    """Return the answer of both filters of BS.1770 to one impulse, cut where it has died away."""
    answer = np.ones(size // 2 + 1, dtype=complex)
    for above, below in _biquads(rate_hz):
        answer = answer * np.fft.rfft(above, size) / np.fft.rfft(below, size)
    return np.fft.irfft(answer, size)[: int(_IMPULSE_S * rate_hz)]


def _biquads(rate_hz: int) -> tuple[tuple[list[float], list[float]], ...]:
    """Return the shelf and the high-pass for any rate; at 48 kHz they are the table of BS.1770.

    The analogue values behind the table are from B. De Man, "Evaluation of implementations of the EBU R128
    loudness measurement" (AES 2018).
    """
    k, q = math.tan(math.pi * 1681.9744509555319 / rate_hz), 0.7071752369554193
    high = 10 ** (3.99984385397 / 20)
    middle = high**0.499666774155
    scale = 1 + k / q + k * k
    below = [1.0, 2 * (k * k - 1) / scale, (1 - k / q + k * k) / scale]
    shelf = [
        (high + middle * k / q + k * k) / scale,
        2 * (k * k - high) / scale,
        (high - middle * k / q + k * k) / scale,
    ]
    k, q = math.tan(math.pi * 38.13547087613982 / rate_hz), 0.5003270373253953
    scale = 1 + k / q + k * k
    return (shelf, below), (
        [1.0, -2.0, 1.0],
        [1.0, 2 * (k * k - 1) / scale, (1 - k / q + k * k) / scale],
    )


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET_LU) / 10))
