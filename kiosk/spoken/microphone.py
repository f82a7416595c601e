"""The microphone's face: what a recording asks of it, and what it tells. No Qt here."""

from __future__ import annotations

from typing import Final, Protocol

from kiosk.model.errors import KioskError

RATE_HZ: Final = 24_000
"""Samples a second: a voice needs no more, and Opus takes it as it is."""

SAMPLE_BYTES: Final = 2


class MicrophoneListener(Protocol):
    """Whoever started the microphone is told what it hears, until it is stopped."""

    def heard(self, samples: bytes) -> None:
        """Take the next samples: 16 bits, native byte order, one channel, :data:`RATE_HZ`."""
        ...

    def microphone_lost(self, error: KioskError) -> None:
        """It was pulled out, or hears no more (``spoken.microphone-lost``); nothing follows."""
        ...


class Microphone(Protocol):
    """One microphone. Every call belongs to the interface thread, returns at once, and tells its listener there."""

    @property
    def is_there(self) -> bool:
        """Tell whether the device has a microphone now."""
        ...

    def start(self, listener: MicrophoneListener) -> None:
        """Listen from now on.

        Raises:
            KioskError: ``spoken.no-microphone``: there is none, or it does not start.
        """
        ...

    def stop(self) -> None:
        """Listen no more; what was heard until now has been told. May be called twice."""
        ...
