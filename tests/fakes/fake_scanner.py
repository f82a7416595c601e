"""A scanner that sees what a test shows it: one still frame, and codes when it is told to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.scanning.events import Located, ScannerEvent, Settled
from kiosk.scanning.frame import Frame
from kiosk.scanning.reader import Code, Corners

WIDTH_PX, HEIGHT_PX = 1280, 800
SQUARE: Corners = ((300.0, 330.0), (430.0, 322.0), (438.0, 456.0), (306.0, 462.0))


class FakeScanner:
    """``show`` lets it read a code; ``tell`` hands on any event."""

    def __init__(self, on_event: Callable[[ScannerEvent], None], picture: Any = None) -> None:
        self.tell = on_event
        self.calls: list[str] = []
        self._picture = picture

    def start(self) -> None:
        self.calls.append("start")
        self.tell(Located((), WIDTH_PX, HEIGHT_PX, 0))

    def stop(self) -> None:
        self.calls.append("stop")

    def pause(self, *, release_camera: bool = False) -> None:
        self.calls.append("release" if release_camera else "pause")

    def resume(self, *, forget: bool = True) -> None:
        self.calls.append("resume")

    def set_torch(self, is_on: bool) -> None:
        self.calls.append("light" if is_on else "dark")

    def latest_frame(self) -> Frame | None:
        if self._picture is None:
            return None
        return Frame(self._picture, at_ms=0, seq=0)

    def locate(self, text: str = "") -> None:
        """See a code without acting on it."""
        self.tell(Located((Code(text, SQUARE, "fake"),), WIDTH_PX, HEIGHT_PX, 0))

    def show(self, text: str) -> None:
        """Read a code and mean it."""
        self.tell(Settled(Code(text, SQUARE, "fake"), WIDTH_PX, HEIGHT_PX, 0, 0))
