"""What a recording holds, decoded to its end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.recordings import open_recording


@dataclass(frozen=True, slots=True)
class Sound:
    """What a sound file holds. ``duration_ms`` is what was decoded, not what the header says."""

    media_type: str
    duration_ms: int


def probe_recording(path: Path) -> Sound:
    """Decode a recording to its end and return what it is.

    Raises:
        SoundError: It is too large, too long, cut short, silent for want of samples, or no sound.
    """
    with open_recording(path) as reader:
        for _ in reader.blocks():
            pass
        return Sound(reader.media_type, reader.duration_ms)
