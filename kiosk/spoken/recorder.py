"""One recording in the making: at most a minute, in memory only, gone when it is not sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.spoken.loudness import measure_level
from kiosk.spoken.microphone import RATE_HZ, SAMPLE_BYTES, Microphone

MOST_S: Final = 60
LEAST_MS: Final = 700
"""A touch by mistake is no message."""

HEARD_LEVEL: Final = 0.2
_BYTES_A_SECOND: Final = RATE_HZ * SAMPLE_BYTES
_MOST_BYTES: Final = MOST_S * _BYTES_A_SECOND


class Recorder:
    """Takes what the microphone hears. Interface thread only.

    ``on_change`` is called with each piece that was heard, at the end too: when the minute is over, or the microphone
    is gone.
    """

    def __init__(self, microphone: Microphone) -> None:
        self._microphone = microphone
        self._samples = bytearray()
        self._level = self._loudest = 0.0
        self._is_recording = False
        self._problem: KioskError | None = None
        self._on_change: Callable[[], None] = lambda: None

    @property
    def is_there(self) -> bool:
        """Tell whether there is a microphone now."""
        return self._microphone.is_there

    @property
    def is_recording(self) -> bool:
        """Tell whether it listens now."""
        return self._is_recording

    @property
    def level(self) -> float:
        """How loud it is just now, 0 to 1; 0 while nothing is recorded."""
        return self._level if self._is_recording else 0.0

    @property
    def length_ms(self) -> int:
        """How long the recording is, 0 to 60,000."""
        return len(self._samples) * 1_000 // _BYTES_A_SECOND

    @property
    def was_heard(self) -> bool:
        """Tell whether it holds a voice: long enough, and louder than a quiet room."""
        return self.length_ms >= LEAST_MS and self._loudest >= HEARD_LEVEL

    @property
    def problem(self) -> KioskError | None:
        """Why the recording ended before its time; None where it did not."""
        return self._problem

    @property
    def samples(self) -> bytes:
        """What was recorded: 16 bits, one channel, :data:`~kiosk.spoken.microphone.RATE_HZ`."""
        return bytes(self._samples)

    def start(self, on_change: Callable[[], None]) -> None:
        """Record from now on; what was recorded before is gone.

        Raises:
            KioskError: ``spoken.no-microphone``; nothing is recorded.
        """
        self.discard()
        self._on_change = on_change
        self._microphone.start(self)
        self._is_recording = True

    def stop(self) -> None:
        """Record no more; what there is stays until it is discarded. May be called twice."""
        if self._is_recording:
            self._is_recording = False
            self._microphone.stop()

    def discard(self) -> None:
        """Record no more, and keep nothing of it."""
        self.stop()
        self._on_change = lambda: None
        self._samples = bytearray()
        self._level = self._loudest = 0.0
        self._problem = None

    def heard(self, samples: bytes) -> None:
        """Take what the microphone heard."""
        if not self._is_recording:
            return
        self._samples += samples[: _MOST_BYTES - len(self._samples)]
        self._level = measure_level(samples)
        self._loudest = max(self._loudest, self._level)
        if len(self._samples) >= _MOST_BYTES:
            self.stop()
        self._on_change()

    def microphone_lost(self, error: KioskError) -> None:
        """Keep what was heard until then."""
        self._is_recording = False
        self._problem = error
        self._on_change()
