"""A recording as it goes into the pack: Opus at about 24 kb/s, mono, levelled, measured after encoding.

What a visitor hears at one stop must be as loud as at the next, whoever recorded it with what. Opus overshoots
what it was given, so the finished file is decoded and measured, and encoded again where it missed.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from kiosk.packs.recordings import BLOCK_FRAMES, SoundError, SoundReader, open_recording
from kiosk.packs.sound.limiter import Limiter, PeakSurvey
from kiosk.packs.sound.loudness import ABSOLUTE_GATE_LUFS, Loudness, LoudnessMeter, PeakMeter
from kiosk.packs.sound.ogg_opus import count_channels, strip_ogg_opus
from kiosk.packs.sound.resampling import Resampler, Samples

TARGET_LUFS = -18.0
MAX_TRUE_PEAK_DBTP = -1.0
TOLERANCE_LU = 0.5
"""A file that is Opus, mono, this near to the target and under the peak is taken as it is."""

AIMED_TRUE_PEAK_DBTP = -1.6
"""What is encoded here stays below this: players decode with other decoders, which differ by some tenths of a dB."""

BIT_RATE = 24_000
_KEPT_BIT_RATE = 40_000
_OPUS_RATES_HZ = (8_000, 12_000, 16_000, 24_000, 48_000)
# Opus at this rate overshoots, mostly by less than 1.5 dB.
_FIRST_CEILING_DB = -3.0
_GOOD_ENOUGH_LU = 0.4
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished recording: Ogg Opus in ``data``.

    ``loudness`` is that of ``data`` when decoded; ``raised_db`` by how much the original was made louder, 0 where
    it was taken as it is.
    """

    data: bytes
    duration_ms: int
    loudness: Loudness
    raised_db: float


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of an author's file before it is encoded, at the rate it will have.

    ``peaks`` is the largest value in each millisecond. The true peak in ``loudness`` is -inf where it was not asked for.
    """

    path: Path
    rate_hz: int
    duration_ms: int
    loudness: Loudness
    peaks: Samples
    is_opus: bool


def finish_recording(path: Path) -> Recording:
    """Return the recording ``path`` as it goes into the pack; the same bytes each time. ``path`` stays as it is.

    Raises:
        SoundError: It cannot be decoded to its end, or nothing is to be heard in it.
    """
    original = survey_original(path)
    if original.loudness.integrated_lufs <= ABSOLUTE_GATE_LUFS:
        raise SoundError("nothing is to be heard in it")
    return _keep(original) or _encode_to_target(original)


def measure_opus(data: bytes) -> tuple[Loudness, int]:
    """Return the loudness of an Ogg Opus file once decoded, and how long it lasts in ms."""
    with soundfile.SoundFile(io.BytesIO(data)) as file:
        meter, peak = LoudnessMeter(file.samplerate), PeakMeter(file.samplerate)
        frames = 0
        while len(block := file.read(BLOCK_FRAMES, dtype="float64")):
            frames += len(block)
            meter.add(block)
            peak.add(block)
        return Loudness(meter.integrated_lufs(), peak.true_peak_dbtp()), round(
            frames * 1000 / file.samplerate
        )


def survey_original(path: Path, *, with_peak: bool = False) -> Original:
    """Measure a sound as it will be encoded; its true peak only ``with_peak``, or where it is Opus already.

    Raises:
        SoundError: It cannot be decoded to its end.
    """
    with open_recording(path) as reader:
        rate_hz = _choose_rate(reader.rate_hz)
        meter, survey, peak = LoudnessMeter(rate_hz), PeakSurvey(rate_hz), PeakMeter(rate_hz)
        for block in _resample(reader, rate_hz):
            meter.add(block)
            survey.add(block)
            if reader.is_opus or with_peak:  # of a voice only asked for where the file may be taken as it is
                peak.add(block)
        loudness = Loudness(meter.integrated_lufs(), peak.true_peak_dbtp())
        return Original(path, rate_hz, reader.duration_ms, loudness, survey.peaks(), reader.is_opus)


def _keep(original: Original) -> Recording | None:
    """Return the file as it is where it already is what would be made of it; None where it is not."""
    loudness = original.loudness
    if (
        not original.is_opus
        or abs(loudness.integrated_lufs - TARGET_LUFS) > TOLERANCE_LU
        or loudness.true_peak_dbtp > MAX_TRUE_PEAK_DBTP
    ):
        return None
    raw = original.path.read_bytes()
    if count_channels(raw) != 1 or len(raw) * 8000 > _KEPT_BIT_RATE * original.duration_ms + 8_000_000:
        return None
    try:
        data = strip_ogg_opus(raw)
    except ValueError:  # odd pages that still decode: they are encoded anew
        return None
    return Recording(data, original.duration_ms, loudness, 0.0)


def _encode_to_target(original: Original) -> Recording:
    """Encode, measure, mend the level; in the end the peak is kept, whatever it costs in loudness."""
    gain_db, ceiling_db = TARGET_LUFS - original.loudness.integrated_lufs, _FIRST_CEILING_DB
    for attempt in range(_ATTEMPTS):
        data = encode_opus(original, gain_db, ceiling_db)
        loudness, duration_ms = measure_opus(data)
        too_quiet_lu = TARGET_LUFS - loudness.integrated_lufs
        too_high_db = loudness.true_peak_dbtp - AIMED_TRUE_PEAK_DBTP
        if too_high_db <= 0 and (abs(too_quiet_lu) <= _GOOD_ENOUGH_LU or attempt >= _ATTEMPTS - 2):
            break
        if math.isfinite(too_quiet_lu):
            gain_db += too_quiet_lu
        if too_high_db > 0:
            ceiling_db -= too_high_db + 0.3
    if too_high_db > 0:
        raise SoundError("its clicks are too loud for the rest of it: mend the recording")
    return Recording(data, duration_ms, loudness, round(gain_db, 1))


def encode_opus(original: Original, gain_db: float, ceiling_db: float, bit_rate: int = BIT_RATE) -> bytes:
    """Return the sound as Ogg Opus, mono, made louder by ``gain_db``; limited where it would pass ``ceiling_db``.

    ``bit_rate`` is in bits a second, 6,000 to 256,000.
    """
    stream = io.BytesIO()
    # libsndfile takes 6 to 256 kb/s a channel as a number from 1 to 0.
    compression = 1 - (bit_rate - 6_000) / 250_000
    # Rounded, so that the last bit of a logarithm does not show in the file.
    gain, ceiling = (float(10 ** (round(level, 2) / 20)) for level in (gain_db, ceiling_db))
    limiter = Limiter(original.peaks, original.rate_hz, gain, ceiling)
    with (
        open_recording(original.path) as reader,
        soundfile.SoundFile(
            stream, "w", original.rate_hz, 1, "OPUS", format="OGG", compression_level=compression
        ) as file,
    ):
        for block in _resample(reader, original.rate_hz):
            # To 16 bits: where processors differ in how they add up, the difference ends here.
            file.write(np.rint(np.clip(limiter.apply(block), -1, 1) * 32767).astype(np.int16))
    return strip_ogg_opus(stream.getvalue())


def _resample(reader: SoundReader, rate_hz: int) -> Iterator[Samples]:
    if reader.rate_hz == rate_hz:
        yield from reader.blocks()
        return
    resampler = Resampler(reader.rate_hz, rate_hz)
    for block in reader.blocks():
        yield resampler.push(block)
    yield resampler.finish()


def _choose_rate(rate_hz: int) -> int:
    """Return the rate to encode at: the lowest that Opus takes and that loses nothing."""
    return next((rate for rate in _OPUS_RATES_HZ if rate >= rate_hz), _OPUS_RATES_HZ[-1])
