"""Between a source's thread and the scanner's: room for one frame, the latest; older ones drop."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Frame


class FrameInbox:
    """Holds the newest frame, and what ended the source. ``put`` and ``put_lost`` never wait."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._latest: Frame | None = None
        self._is_fresh = False
        self._lost: KioskError | None = None
        self._is_poked = False
        self._is_open = False
        self._seen = 0
        self._dropped = 0

    @property
    def latest(self) -> Frame | None:
        """The newest frame, taken or not; None before the first and once the camera is off."""
        return self._latest

    @property
    def seen_and_dropped(self) -> tuple[int, int]:
        """How many frames came, and how many of them were replaced before they were taken."""
        with self._condition:
            return self._seen, self._dropped

    def put(self, frame: Frame) -> None:
        """Leave a frame; ignored while closed."""
        with self._condition:
            if not self._is_open:
                return
            self._seen += 1
            self._dropped += self._is_fresh
            self._latest, self._is_fresh = frame, True
            self._condition.notify_all()

    def put_lost(self, error: KioskError) -> None:
        """Leave word that no frame will come any more."""
        with self._condition:
            self._lost = error
            self._condition.notify_all()

    def poke(self) -> None:
        """Wake whoever waits or rests, so that it looks at the world anew."""
        with self._condition:
            self._is_poked = True
            self._condition.notify_all()

    def set_open(self, is_open: bool) -> None:
        """Open or close for frames, and wake whoever waits so that it looks at the world anew."""
        with self._condition:
            self._is_open = is_open
            self._is_fresh = self._is_fresh and is_open
            self._is_poked = True
            self._condition.notify_all()

    def clear(self) -> None:
        """Forget the last source's frame, which a visitor may be in, and how the source ended."""
        with self._condition:
            self._latest, self._is_fresh, self._lost = None, False, None

    def rest(self, rest_ms: float) -> bool:
        """Wait so long; return False at once when poked or the source is lost."""
        with self._condition:
            return not self._condition.wait_for(self._is_interrupted, max(0.0, rest_ms) / 1000)

    def take(self, timeout_ms: float | None) -> Frame | KioskError | None:
        """Return the newest untaken frame or what ended the source; None when poked or timed out."""
        timeout_s = None if timeout_ms is None else max(0.0, timeout_ms) / 1000
        with self._condition:
            self._condition.wait_for(lambda: self._is_fresh or self._is_interrupted(), timeout_s)
            if self._is_poked:
                self._is_poked = False
                return None
            if self._lost is not None:
                return self._lost
            if not self._is_fresh:
                return None
            self._is_fresh = False
            return self._latest

    def _is_interrupted(self) -> bool:
        return self._is_poked or self._lost is not None
