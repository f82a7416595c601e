"""A rehearsal's microphone: somebody hums into it as long as it listens."""

from __future__ import annotations

import math
from array import array

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.spoken.microphone import RATE_HZ, MicrophoneListener

PIECE_MS = 50
LOUDNESS = 9_000
PITCH_HZ = 180


class SpokenInto(QObject):
    """A :class:`kiosk.spoken.microphone.Microphone` on the interface thread."""

    def __init__(self) -> None:
        super().__init__()
        self._listener: MicrophoneListener | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PIECE_MS)
        self._timer.timeout.connect(self._hum)
        count = RATE_HZ * PIECE_MS // 1_000
        turn = 2 * math.pi * PITCH_HZ / RATE_HZ
        self._piece = array("h", (round(LOUDNESS * math.sin(turn * at)) for at in range(count))).tobytes()

    @property
    def is_there(self) -> bool:
        """See Microphone."""
        return True

    def start(self, listener: MicrophoneListener) -> None:
        """See Microphone."""
        self._listener = listener
        self._timer.start()

    def stop(self) -> None:
        """See Microphone."""
        self._timer.stop()
        self._listener = None

    @Slot()
    def _hum(self) -> None:
        if self._listener is not None:
            self._listener.heard(self._piece)
