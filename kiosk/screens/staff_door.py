"""The way from the visitor's pages to the staff's, and the notice of a stick. From QML: ``StaffDoor``.

It is made with every window and therefore small: what stands behind it is loaded when it is first asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.pack_offer import DriveLook, InstallJob, TaskKind
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

WITHOUT_VISITOR = frozenset({"attract", "empty"})
"""Pages from which staff come in: a visit is never interrupted by them."""


@QmlElement
@QmlSingleton
class StaffDoor(QObject):
    """Tells of sticks and installs while nobody visits, and opens the staff's pages."""

    changed = Signal()
    asked = Signal()
    """Somebody wants in; whoever answers makes what stands behind the door before the pages are loaded."""
    left = Signal()
    """The staff's pages are closed again."""
    desk_changed = Signal()
    """A stick came or went, an install went on, or the releases here are others."""
    content_changed = Signal()
    """Visitors are to see another release than before."""

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._desk = rooms.staff
        self._tickets = rooms.tickets
        self._flow = flow
        self._open = self._inside = False
        self._known: frozenset[str] = frozenset()
        self._ended: InstallJob | None = None
        # Read when the desk first has news: it costs a look into the store, which the first frame need not wait for.
        self._releases: frozenset[tuple[str, int]] | None = None
        if self._desk is not None:
            self._ended = self._desk.job
            self._desk.watch(self._follow_desk)
        flow.changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffDoor:
        """Hand QML the one object the shell made."""
        return get_models(engine).door

    @property
    def is_open(self) -> bool:
        """Whether the staff's pages are shown, for Python; QML binds to ``open``."""
        return self._open

    @Slot()
    def ask(self) -> None:
        """Ask for the staff's pages. They open on a device that has a desk, while nobody visits."""
        if self._desk is None or self._open:
            return
        if self._flow.shown not in WITHOUT_VISITOR and (
            not self._flow.is_at_site or self._flow.shown == "end"
        ):
            self._flow.finish()
        if self._flow.shown in WITHOUT_VISITOR:
            self.asked.emit()
            self._open = True
            self.changed.emit()

    def let_in(self) -> None:
        """Note that it is staff who are inside: they see what the notices are about."""
        self._inside = True
        self._note_seen()
        if self._tickets is not None:
            self._tickets.clear_tries()
        self.changed.emit()

    def leave(self) -> None:
        """Close the staff's pages; the visitor's stand anew, with what is installed now."""
        if self._open:
            if self._inside:
                self._flow.expect_staff()
            self._open = self._inside = False
            self.left.emit()
            self.changed.emit()

    def _note_seen(self) -> None:
        """Note that staff have seen the sticks that are plugged in and how the last install ended."""
        if self._desk is not None:
            self._known = frozenset(look.path for look in self._desk.drives)
            self._ended = self._desk.job

    def _follow_desk(self) -> None:
        assert self._desk is not None
        self._known &= frozenset(look.path for look in self._desk.drives)
        if self._inside:
            self._note_seen()
        releases = self._list_shown()
        if releases != self._releases:
            self._releases = releases
            self.content_changed.emit()
        self.desk_changed.emit()
        self.changed.emit()

    def _list_shown(self) -> frozenset[tuple[str, int]]:
        """Return the releases that visitors see."""
        shelf = self._desk.shelf if self._desk else ()
        return frozenset((one.pack_id, one.version) for one in shelf if one.shown and not one.waiting)

    def _find_new_drive(self) -> DriveLook | None:
        drives = self._desk.drives if self._desk else ()
        return next((look for look in reversed(drives) if look.path not in self._known), None)

    def _choose_notice(self) -> str:
        if self._desk is None or self._open or self._flow.shown not in WITHOUT_VISITOR:
            return ""
        job = self._desk.job
        if job is not None and job.kind is TaskKind.INSTALL:
            if not job.result:
                return "copying"
            if job.result == "refused" and job != self._ended:
                return "refused"
        return "stick" if self._find_new_drive() else ""

    def _find_name(self) -> str:
        drive = self._find_new_drive()
        return drive.name if drive else ""

    def _may_ask(self) -> bool:
        return self._desk is not None and not self._open and self._flow.shown in WITHOUT_VISITOR

    open = Property(bool, lambda self: self._open, notify=changed)
    may_ask = Property(bool, _may_ask, notify=changed)
    notice = Property(str, _choose_notice, notify=changed)
    drive_name = Property(str, _find_name, notify=changed)
