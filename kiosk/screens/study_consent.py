"""Whether the visitor agrees that the way through the site is told to a study. Seen from QML as ``StudyConsent``."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class StudyConsent(QObject):
    """Asked on the first page of a visit, where the site has a study; never taken from one visit to the next.

    ``state`` is "" where there is nothing to ask or to say, else ``asked``, ``agreed``, or ``withdrawn``
    for a yes that was taken back just now. A no is not asked again, and no answer is a no.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._state = ""
        self._visit: str | None = None
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> StudyConsent:
        """Hand QML the one object the shell made."""
        return get_models(engine).study

    @Slot()
    def agree(self) -> None:
        """The visitor agrees."""
        self._answer("agreed", agreed=True)

    @Slot()
    def refuse(self) -> None:
        """The visitor does not; the question goes."""
        self._answer("", agreed=False)

    @Slot()
    def withdraw(self) -> None:
        """The visitor takes back a yes: nothing of this visit goes to the study."""
        self._answer("withdrawn", agreed=False)

    def _answer(self, state: str, *, agreed: bool) -> None:
        if self._rooms.study and self._rooms.visit.id is not None:
            self._rooms.visit.answer_study(self._rooms.study, agreed=agreed)
            self._state = state
            self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        visit = self._rooms.visit.id
        if visit != self._visit:
            self._visit = visit
            self._state = "asked" if self._rooms.study and visit is not None else ""
            self.changed.emit()
        elif self._state == "withdrawn" and self._flow.shown != "home":
            self._state = ""  # said once, and no more
            self.changed.emit()

    state = Property(str, lambda self: self._state, notify=changed)
    study = Property(str, lambda self: self._rooms.study, notify=changed)
