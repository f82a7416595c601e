"""The rehearsal's ears: what was heard, written to a WAV file, and when its first sample came."""

from __future__ import annotations

import time
import wave
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.narration.sound import SoundBlock


class Ears:
    """Writes every block of decoded sound on its way to the ear into one file, one after another.

    Attributes:
        heard_ms: Length of all sound heard so far, in ms of media.
        first_sample_at_ms: When (monotonic clock, ms) the first block since :meth:`listen` came; None before it.
        loudest: The largest sample heard since :meth:`listen`, 0 to 32767.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: wave.Wave_write | None = None
        self.heard_ms = 0.0
        self.first_sample_at_ms: int | None = None
        self.loudest = 0

    def listen(self) -> None:
        """Begin to wait for a new sound's first sample."""
        self.first_sample_at_ms = None
        self.loudest = 0

    def hear(self, block: SoundBlock) -> None:
        """Take a block (see :class:`~kiosk.narration.sound.SoundTap`)."""
        if self.first_sample_at_ms is None:
            self.first_sample_at_ms = time.monotonic_ns() // 1_000_000
        if self._file is None:
            self._file = wave.open(str(self._path), "wb")  # noqa: SIM115  # open as long as somebody listens
            self._file.setnchannels(1)
            self._file.setsampwidth(2)
            self._file.setframerate(block.rate_hz)
        self._file.writeframes(block.samples)
        self.heard_ms += len(block.samples) / 2 / block.rate_hz * 1000
        self.loudest = max(self.loudest, *memoryview(block.samples).cast("h")[::16], 0)

    def close(self) -> None:
        """Finish the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
