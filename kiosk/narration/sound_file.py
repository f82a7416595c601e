"""Writes what would be heard into a file, for ``kiosk say --out``."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.speech.engine import SpeechClip

_FORMATS = {
    ".wav": {"format": "WAV", "subtype": "PCM_16"},
    ".flac": {"format": "FLAC"},
    ".mp3": {"format": "MP3"},
    ".ogg": {"format": "OGG", "subtype": "OPUS"},
    ".opus": {"format": "OGG", "subtype": "OPUS"},
}
_OPUS_RATES_HZ = (8_000, 12_000, 16_000, 24_000, 48_000)
_OPUS_RATE_HZ = 48_000


def check_sound_suffix(path: Path) -> None:
    """See that a file's suffix is one we can write.

    Raises:
        KioskError: ``narration.unknown-format``.
    """
    if path.suffix.lower() not in _FORMATS:
        raise _not_written("narration.unknown-format", path, ", ".join(_FORMATS), path.suffix or "no suffix")


def write_speech(clips: Iterable[SpeechClip], path: Path) -> int:
    """Write clips one after the other and return the length in milliseconds.

    Raises:
        KioskError: ``narration.unknown-format`` or ``narration.not-written``.
    """
    return _write([io.BytesIO(clip.wav) for clip in clips], path)


def write_recording(source: Path | bytes, path: Path) -> int:
    """Write a recording, in the format that ``path`` asks for, and return its length in milliseconds.

    Raises:
        KioskError: ``narration.unknown-format`` or ``narration.not-written``.
    """
    return _write([io.BytesIO(source) if isinstance(source, bytes) else str(source)], path)


def _write(sources: list[Any], path: Path) -> int:
    import numpy as np
    import soundfile

    check_sound_suffix(path)
    form = _FORMATS[path.suffix.lower()]
    # Whoever reads the file while it is written, or after a failure, never sees half of it.
    part = path.with_name(f"{path.name}.part")
    try:
        read = [soundfile.read(source, dtype="float32") for source in sources]
        rate_hz = int(read[0][1])
        samples = np.concatenate([block for block, _ in read])
        if form.get("subtype") == "OPUS" and rate_hz not in _OPUS_RATES_HZ:
            samples, rate_hz = _resample(samples, rate_hz, _OPUS_RATE_HZ), _OPUS_RATE_HZ
        soundfile.write(str(part), samples, rate_hz, **form)
        part.replace(path)
    except (OSError, soundfile.SoundFileError) as error:
        raise _not_written("narration.not-written", path, "a sound file", str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return round(len(samples) * 1000 / rate_hz)


def _resample(samples: Any, from_hz: int, to_hz: int) -> Any:
    # Upwards only, so that a straight line between samples is good enough for speech.
    import numpy as np

    mono = samples if samples.ndim == 1 else samples.mean(axis=1)
    places = np.arange(len(mono) * to_hz // from_hz) * (from_hz / to_hz)
    return np.interp(places, np.arange(len(mono)), mono).astype("float32")


def _not_written(code: str, path: Path, expected: str, found: str) -> KioskError:
    return KioskError(
        "The sound was not written",
        code=code,
        thing=path.name,
        expected=expected,
        found=found,
        remedy="give another file name with --out",
    )
