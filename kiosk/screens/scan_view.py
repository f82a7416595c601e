"""What the camera sees, as the home page shows it. From QML: ``ScanView``."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.scanning.events import (
    CameraBack,
    CameraLost,
    CameraReady,
    Guided,
    Hint,
    Located,
    Pictured,
    ScannerEvent,
    Settled,
    Several,
    SourceEnded,
    Struggling,
    Unreadable,
)
from kiosk.scanning.frame import Frame
from kiosk.screens.camera_duty import WATCHING_PAGES, CameraDuty
from kiosk.screens.code_outline import Outline, find_place, make_outlines
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.scan_answer import PaperReader, ScanAnswer
from kiosk.screens.stop_choice import StopChoice
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class ScanView(QObject):
    """Runs the scanner while a page shows it, and shows what it tells.

    ``state`` is absent, starting, seeing or lost. ``answer`` is "" or why a code led nowhere: ``foreign``, ``newer``
    or ``unreadable``; ``hint`` what would help, as :class:`kiosk.scanning.events.Hint` has it.
    """

    changed = Signal()
    outline_changed = Signal()
    recognised = Signal()
    """A stop is about to be opened: what the camera saw was understood."""
    noticed = Signal()
    """Somebody holds something before the camera: they are there."""
    _arrived = Signal(object)

    def __init__(self, rooms: Rooms, flow: VisitFlow, choice: StopChoice) -> None:
        super().__init__()
        self._flow = flow
        self._can_recognise = rooms.can_recognise
        self._knows_things = False
        self._answering = ScanAnswer(rooms, flow, choice, self._recognise)
        self._hint = Hint.NONE
        self._is_struggling = False
        self._outlines: list[Outline] = []
        self._ratio = 1.0
        self._place: dict[str, float] = {}
        self._has_moment = False
        # Events come on the scanner's thread; the queue brings them to this object's own.
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        scanner = rooms.make_scanner(self._arrived.emit) if rooms.make_scanner is not None else None
        self._duty = CameraDuty(scanner, flow)
        self._state = "absent" if scanner is None else "starting"
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> ScanView:
        """Hand QML the one object the shell made."""
        return get_models(engine).scan

    def add_paper(self, reader: PaperReader) -> None:
        """Show codes to ``reader`` before they are taken for a stop's."""
        self._answering.papers.append(reader)

    def latest_frame(self) -> Frame | None:
        """Return the newest frame, or None where there is none."""
        return self._duty.latest_frame()

    def close(self) -> None:
        """Stop the scanner; its thread is gone afterwards."""
        self._duty.close()

    @Slot()
    def forget(self) -> None:
        """Take away all that was said, and where it was seen."""
        self._answering.forget()
        self._place, self._has_moment = {}, False
        self._fall_silent()

    @Slot()
    def toggle_light(self) -> None:
        """Switch the camera's lamp on or off, where it has one."""
        self._duty.toggle_light()
        self.changed.emit()

    @Slot(result=bool)
    def take_moment(self) -> bool:
        """Tell once whether the stop that is shown was recognised just now, and not opened or come back to by hand."""
        has_moment, self._has_moment = self._has_moment, False
        return has_moment

    def _recognise(self) -> None:
        self._has_moment = True
        self.recognised.emit()

    @Slot()
    def _follow(self) -> None:
        """Scan on the page that shows it only."""
        # Whoever comes back from a stop still holds its label in view: that is no wish to hear it again.
        if not self._duty.follow(forget=not self._answering.has_answered):
            return
        if self._duty.is_watching:
            journey, can_recognise = self._flow.journey, self._can_recognise
            self._knows_things = bool(
                journey and journey.site_id and can_recognise and can_recognise(journey.site_id)
            )
            self._answering.return_home()
        else:
            self._answering.take_back()
        self._fall_silent()

    def _fall_silent(self) -> None:
        """Take away what is shown of codes in view."""
        self._hint, self._is_struggling = Hint.NONE, False
        self._show_outlines([])
        self.changed.emit()

    @Slot(object)
    def _take(self, event: ScannerEvent) -> None:
        if not self._duty.has_camera:
            return
        if isinstance(event, CameraReady):
            self._duty.note_started(event.abilities)
            self._state = "seeing"
            self.changed.emit()
        elif isinstance(event, CameraLost | SourceEnded):
            self._lose()
        elif isinstance(event, CameraBack):
            self._set_state("seeing")
        elif self._flow.shown in WATCHING_PAGES:
            self._take_sight(event)

    def _take_sight(self, event: ScannerEvent) -> None:
        self._set_state("seeing")
        before, page = self._said(), self._flow.shown
        self._act_on(event)
        if isinstance(event, Settled | Several) or self._flow.shown != page:
            self.noticed.emit()
        if self._said() != before:
            self.changed.emit()

    def _said(self) -> tuple[str, Hint, bool, dict[str, float]]:
        return self._answering.answer, self._hint, self._is_struggling, self._place

    def _act_on(self, event: ScannerEvent) -> None:
        if isinstance(event, Located):
            self._draw(event)
        elif isinstance(event, Guided):
            self._hint = event.hint
        elif isinstance(event, Struggling):
            self._is_struggling = True
        elif isinstance(event, Unreadable):
            self._answering.refuse("unreadable")
        elif isinstance(event, Settled):
            self._is_struggling = False
            mirrored = self._duty.abilities.faces_user
            self._place = find_place(event.code, event.width_px, event.height_px, mirrored=mirrored)
            self._answering.take_code(event.code)
        elif isinstance(event, Several):
            self._place = {}
            self._answering.take_several(event.codes)
        elif isinstance(event, Pictured):
            self._place = {}
            self._answering.take_pictures(event.matches)

    def _lose(self) -> None:
        self._duty.note_lost()
        self._state = "lost"
        self._fall_silent()

    def _draw(self, event: Located) -> None:
        self._ratio = event.width_px / event.height_px
        mirrored = self._duty.abilities.faces_user
        self._show_outlines(make_outlines(event.codes, event.width_px, event.height_px, mirrored=mirrored))
        if not event.codes and self._answering.answer == "unreadable":
            self._answering.take_back()

    def _show_outlines(self, outlines: list[Outline]) -> None:
        if outlines or self._outlines:
            self._outlines = outlines
            self.outline_changed.emit()

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()

    state = Property(str, lambda self: self._state, notify=changed)
    answer = Property(str, lambda self: self._answering.answer, notify=changed)
    hint = Property(str, lambda self: str(self._hint), notify=changed)
    struggling = Property(bool, lambda self: self._is_struggling, notify=changed)
    mirrored = Property(bool, lambda self: self._duty.abilities.faces_user, notify=changed)
    has_light = Property(bool, lambda self: self._duty.abilities.has_torch, notify=changed)
    lit = Property(bool, lambda self: self._duty.is_lit, notify=changed)
    outlines = Property(list, lambda self: self._outlines, notify=outline_changed)
    knows_things = Property(bool, lambda self: self._knows_things, notify=changed)
    """Whether things are recognised here by their looks."""
    ratio = Property(float, lambda self: self._ratio, notify=outline_changed)
    """Width to height of the picture that the outlines are in."""
    place = Property(dict, lambda self: self._place, notify=changed)
    """Where the code that was understood last was seen: shares of the picture; empty where it was no code."""
