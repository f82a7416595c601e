"""A scanner that sees what a test shows it: one still frame, and codes when it is told to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.events import (
    CameraReady,
    Guided,
    Hint,
    Located,
    Pictured,
    ScannerEvent,
    Settled,
    Several,
    Struggling,
)
from kiosk.scanning.frame import Frame
from kiosk.scanning.reader import Code, Corners
from kiosk.scanning.recogniser import PictureMatch

WIDTH_PX, HEIGHT_PX = 1280, 800
SQUARE: Corners = ((300.0, 330.0), (430.0, 322.0), (438.0, 456.0), (306.0, 462.0))
OTHER_SQUARE: Corners = ((760.0, 330.0), (880.0, 332.0), (878.0, 452.0), (758.0, 450.0))


class FakeScanner:
    """``show`` lets it read a code, ``recognise`` a thing; ``tell`` hands on any event."""

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
        self.calls.append("resume" if forget else "resume-same")

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

    def show_several(self, *texts: str) -> None:
        """Read two codes and not know which is meant."""
        codes = tuple(
            Code(text, square, "fake") for text, square in zip(texts, (SQUARE, OTHER_SQUARE), strict=False)
        )
        self.tell(Located(codes, WIDTH_PX, HEIGHT_PX, 0))
        self.tell(Several(codes, WIDTH_PX, HEIGHT_PX, 0))

    def recognise(self, *stop_ids: str) -> None:
        """Know the thing itself: one stop for sure, several to choose from."""
        matches = tuple(PictureMatch(stop_id, 0.9 - 0.1 * place) for place, stop_id in enumerate(stop_ids))
        self.tell(Pictured(matches, 0))

    def guide(self, hint: Hint) -> None:
        """Say what would help."""
        self.tell(Guided(hint, 0))

    def struggle(self) -> None:
        """Say that the visitor has tried for a while."""
        self.tell(Struggling(0))

    def begin(self, *, has_torch: bool = False, faces_user: bool = False) -> None:
        """Be a camera that has just been started."""
        self.tell(CameraReady(CameraAbilities(has_torch=has_torch, faces_user=faces_user), 0))
