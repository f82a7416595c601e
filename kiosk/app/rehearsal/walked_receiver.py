"""A rehearsal's receiver of positions: silent, until the visitor is sent along a recorded walk."""

from __future__ import annotations

from pathlib import Path

from kiosk.place.nmea_receiver import NmeaReceiver
from kiosk.place.receiver import Tell


class WalkedReceiver:
    """A receiver that shows recordings when it is told to; it knows no place before and after."""

    def __init__(self) -> None:
        self._tell: Tell | None = None
        self._walk: NmeaReceiver | None = None

    def start(self, tell: Tell) -> None:
        """See Receiver."""
        self.stop()
        self._tell = tell

    def stop(self) -> None:
        """See Receiver."""
        self._tell = None
        self.stand_still()

    def walk(self, recording: Path, pace: float) -> None:
        """Walk along a recording, so many times as quick as it was made; only in a visit that asks for positions."""
        self.stand_still()
        if self._tell is not None:
            self._walk = NmeaReceiver(recording, pace)
            self._walk.start(self._tell)

    def stand_still(self) -> None:
        """Tell no position any more."""
        if self._walk is not None:
            self._walk.stop()
            self._walk = None
