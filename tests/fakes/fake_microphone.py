"""A microphone that hears what a test says: it passes the same contract suite as Qt's."""

from __future__ import annotations

import math
from array import array

from kiosk.model.errors import KioskError
from kiosk.spoken.microphone import RATE_HZ, MicrophoneListener

PIECE_MS = 50


def make_voice(ms: int, loudness: float = 0.3) -> bytes:
    """Return a hum of ``ms``, 16 bits, of a loudness from 0 to 1."""
    count = RATE_HZ * ms // 1_000
    return array("h", (round(32_000 * loudness * math.sin(at * 0.07)) for at in range(count))).tobytes()


class FakeMicrophone:
    """Hears only while a test speaks into it."""

    def __init__(self, *, is_there: bool = True) -> None:
        self.is_there = is_there
        self._listener: MicrophoneListener | None = None

    @property
    def is_listening(self) -> bool:
        """Tell whether somebody would be heard."""
        return self._listener is not None

    def start(self, listener: MicrophoneListener) -> None:
        """See Microphone."""
        self.stop()
        if not self.is_there:
            raise _problem("spoken.no-microphone")
        self._listener = listener

    def stop(self) -> None:
        """See Microphone."""
        self._listener = None

    def speak(self, ms: int, loudness: float = 0.3) -> None:
        """Let it hear a hum, in pieces as a microphone gives them; what nobody listens to is lost."""
        piece = make_voice(PIECE_MS, loudness)
        for _ in range(ms // PIECE_MS):
            if self._listener is not None:
                self._listener.heard(piece)

    def unplug(self) -> None:
        """Pull it out."""
        self.is_there = False
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.microphone_lost(_problem("spoken.microphone-lost"))


def _problem(code: str) -> KioskError:
    return KioskError(
        "The microphone does not listen", thing="microphone", found="none", remedy="", code=code
    )
