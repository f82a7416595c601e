"""A program of its own that decodes one recording, which is hostile until then: bytes in, length in ms out.

It is run in a process that has little memory and little time, and knows nothing of the hub: a fault in the decoder
costs that process. It needs nothing of this package (``python -I recording_check.py``).
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

_MEMORY_BYTES = 1_500_000_000
_CPU_S = 10
_BLOCK = 48_000
_MOST_CHANNELS = 2
_MOST_S = 61


def main() -> int:
    """Decode what comes in at the standard input; 0 and the length in ms where it is Opus through and through."""
    _confine()
    try:
        print(measure_ms(sys.stdin.buffer.read()))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def measure_ms(content: bytes) -> int:
    """Return how long a recording is, having decoded all of it.

    Raises:
        ValueError: It is no Ogg Opus, has over two channels or over 61 s, or breaks off; the message says which.
    """
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(content)) as sound:
            if (sound.format, sound.subtype) != ("OGG", "OPUS"):
                raise ValueError(f"{sound.format} {sound.subtype} instead of Ogg Opus")
            if sound.channels > _MOST_CHANNELS:
                raise ValueError(f"{sound.channels} channels")
            frames = _count_frames(sound, sound.samplerate * _MOST_S)
            if frames != sound.frames:
                raise ValueError("it breaks off")
            return frames * 1_000 // int(sound.samplerate)
    except soundfile.SoundFileError as error:
        raise ValueError("no sound that can be decoded") from error


def _count_frames(sound: Any, most: int) -> int:
    # What the file claims is not believed: what can be decoded counts.
    frames = 0
    while read := len(sound.read(_BLOCK, dtype="int16")):
        frames += read
        if frames > most:
            raise ValueError(f"longer than {_MOST_S} s")
    return frames


def _confine() -> None:
    """Take away what decoding needs not; where the system has no such bounds, the caller's time-out holds."""
    if hasattr(os, "nice"):
        os.nice(10)  # devices' facts come first, however many workers of the hub each have one decoded
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
