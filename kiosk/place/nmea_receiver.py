"""A receiver that speaks NMEA: at a serial port or a pipe, or recorded in a file that is shown at its own pace."""

from __future__ import annotations

import os
import select
import threading
import time
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.place.events import SILENCE_MS, Fix, Silent, Troubled
from kiosk.place.nmea_clock import SilenceWatch, play
from kiosk.place.nmea_fixes import LineSplitter, MomentMaker
from kiosk.place.nmea_port import Port, open_port
from kiosk.place.receiver import Tell
from kiosk.place.recording import read_moments

RETRY_S = 3.0
"""A receiver that was pulled out is looked for again so often."""

_AT_ONCE_BYTES = 4_096
_TICK_S = 1.0
# Between two reads: whatever floods the port takes no more than 400 kB/s from us; a receiver sends a hundredth of that.
_BREATH_S = 0.01


class NmeaReceiver:
    """Reads on a thread of its own and tells there."""

    def __init__(self, path: Path, pace: float = 1.0) -> None:
        """Read from ``path``, opened at each start; ``pace`` shows a recording so many times as quick."""
        self._path = path
        self._pace = pace
        self._thread: threading.Thread | None = None
        self._wake = -1

    def start(self, tell: Tell) -> None:
        """See Receiver."""
        self.stop()
        wake, self._wake = os.pipe()
        reading = _Reading(self._path, self._pace, wake, tell)
        self._thread = threading.Thread(target=reading.run, name="place-nmea", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """See Receiver."""
        if self._thread is not None:
            os.close(self._wake)
            self._thread.join()
            self._thread = None


class _Reading:
    """One run of the thread, between a start and its stop. Told to end when ``wake``, a pipe, is closed at its other end."""

    def __init__(self, path: Path, pace: float, wake: int, tell: Tell) -> None:
        self._path = path
        self._pace = pace
        self._wake = wake
        self._tell = tell
        self._is_troubled = False

    def run(self) -> None:
        """Tell until told to end."""
        try:
            while True:
                trouble = self._read()
                if trouble is None:
                    return
                if not self._is_troubled:
                    self._is_troubled = True
                    self._tell(Troubled(trouble))
                if not self._pause(RETRY_S):
                    return
        finally:
            os.close(self._wake)

    def _read(self) -> KioskError | None:
        """Read until told to end or to the end of a recording; return what went wrong."""
        try:
            with open_port(self._path) as port:
                if port.is_recording:
                    self._show(port)
                else:
                    self._listen(port)
        except KioskError as error:
            return error
        except OSError as error:
            return _make_lost_error(self._path, error)
        return None

    def _listen(self, port: Port) -> None:
        splitter, maker, silence = LineSplitter(), MomentMaker(), SilenceWatch(_now_ms())
        while port.wait(self._wake, _TICK_S) and self._pause(_BREATH_S):
            for line in splitter.split(port.read(_AT_ONCE_BYTES)):
                for moment in maker.take(line):
                    self._is_troubled = False
                    self._pass_on(silence.take(moment, _now_ms()))
            self._pass_on(silence.tick(_now_ms()))

    def _show(self, port: Port) -> None:
        now_ms = 0
        for at_ms, event in play(read_moments(port, lambda: self._pause(0))):
            if not self._pause((at_ms - now_ms) / 1000 / self._pace):
                return
            now_ms = at_ms
            self._pass_on(event)
        if self._pause(SILENCE_MS / 1000 / self._pace):  # it is over: no sky any more
            self._pass_on(Silent())
            self._pause(None)

    def _pass_on(self, event: Fix | Silent | None) -> None:
        if event is not None:
            self._tell(event)

    def _pause(self, seconds: float | None) -> bool:
        """Wait, for ever without a time; return False as soon as it is time to end."""
        ready, _, _ = select.select([self._wake], [], [], seconds)
        return not ready


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000


def _make_lost_error(path: Path, error: OSError) -> KioskError:
    return KioskError(
        "No positions come any more",
        thing=str(path),
        found=error.strerror or str(error),
        remedy="plug the receiver in again; stops are found by their labels meanwhile",
        code="place.receiver-lost",
    )
