"""How this visitor wants to hear: how fast, how loud, and whether more follows by itself. From QML: ``VoiceWishes``."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

RATES = (0.75, 1.0, 1.25, 1.5, 2.0)
USUAL_RATE = 1.0
LOUDEST = 10
"""Levels of loudness above silence; each is heard to differ from the next."""


@QmlElement
@QmlSingleton
class VoiceWishes(QObject):
    """The visitor's choices for all stops; at the end of a visit they go back to the site's.

    ``open`` says whether the panel is shown in which they are chosen.
    """

    changed = Signal()
    rate_chosen = Signal(float)
    volume_chosen = Signal(float)
    """The share of the loudest that the site allows, 0 to 1."""
    opened = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._page = flow.shown
        self._flow = flow
        self._is_open = False
        self.forget()
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> VoiceWishes:
        """Hand QML the one object the shell made."""
        return get_models(engine).wishes

    @property
    def goes_on(self) -> bool:
        """Whether more of a stop may be told by itself: as the site has set it and the visitor wishes."""
        return self._rooms.continue_after_s > 0 and self._goes_on

    @property
    def wants_more(self) -> bool:
        """Whether the visitor wishes more to be told by itself, where the site does so."""
        return self._goes_on

    @property
    def is_open(self) -> bool:
        """Whether the visitor is choosing just now."""
        return self._is_open

    @property
    def volume(self) -> float:
        """How loud it is to be, as a share of the loudest that the site allows, 0 to 1 as it is felt."""
        return self._loudness / LOUDEST

    @property
    def rate(self) -> float:
        """How fast the voice speaks, 0.75 to 2."""
        return self._rate

    def forget(self) -> None:
        """Go back to what the site has set, so that nobody hears at the pace of the visitor before."""
        self._rate = USUAL_RATE
        self._loudness = _find_level(self._rooms.volume_start)
        self._goes_on = True
        self.rate_chosen.emit(self._rate)
        self.volume_chosen.emit(self.volume)
        self._show(False)
        self.changed.emit()

    @Slot(float)
    def choose_rate(self, rate: float) -> None:
        """Have it told at one of the speeds on offer."""
        if rate in RATES and rate != self._rate:
            self._rate = rate
            self.rate_chosen.emit(rate)
            self._note("speed", f"{rate:g}")

    @Slot(int)
    def choose_loudness(self, level: int) -> None:
        """Have it told as loud as ``level``: 0 not to be heard, to 10 the loudest that the site allows."""
        level = min(LOUDEST, max(0, level))
        if level != self._loudness:
            self._loudness = level
            self.volume_chosen.emit(self.volume)
            self._note("volume", str(level))

    @Slot()
    def louder(self) -> None:
        """Take the next louder level."""
        self.choose_loudness(self._loudness + 1)

    @Slot()
    def quieter(self) -> None:
        """Take the next quieter level."""
        self.choose_loudness(self._loudness - 1)

    @Slot(bool)
    def choose_going_on(self, goes_on: bool) -> None:
        """Set whether more of a stop is told by itself."""
        if goes_on != self._goes_on:
            self._goes_on = goes_on
            self._note("goes-on", "on" if goes_on else "off")

    @Slot()
    def toggle(self) -> None:
        """Show the panel, or put it away."""
        self._show(not self._is_open)

    @Slot()
    def close(self) -> None:
        """Put the panel away."""
        self._show(False)

    def _note(self, preference: str, value: str) -> None:
        self._rooms.visit.set_preference(preference, value)
        self.changed.emit()

    def _show(self, is_open: bool) -> None:
        if is_open != self._is_open:
            self._is_open = is_open
            self.opened.emit()

    @Slot()
    def _follow(self) -> None:
        """Stay on the page it was opened on."""
        if self._flow.shown != self._page:
            self._page = self._flow.shown
            self._show(False)

    rates = Property(list, lambda _self: list(RATES), constant=True)
    rate_now = Property(float, lambda self: self._rate, notify=changed)
    loudness = Property(int, lambda self: self._loudness, notify=changed)
    loudest = Property(int, lambda _self: LOUDEST, constant=True)
    going_on = Property(bool, lambda self: self._goes_on, notify=changed)
    may_go_on = Property(bool, lambda self: self._rooms.continue_after_s > 0, notify=changed)
    """Whether the site lets more follow by itself, so that there is something to choose."""
    open = Property(bool, lambda self: self._is_open, notify=opened)


def _find_level(share: float) -> int:
    return min(LOUDEST, max(1, round(share * LOUDEST)))
