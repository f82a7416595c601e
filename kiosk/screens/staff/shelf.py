"""The releases on this device: go back to one, or remove it, asked first. From QML: ``StaffShelf``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.pack_offer import InstallJob, ShelfRelease, TaskKind
from kiosk.screens.engine import get_staff
from kiosk.screens.staff.offer_rows import make_key, make_shelf_row, may_remove
from kiosk.screens.staff_door import StaffDoor
from kiosk.screens.staff_rooms import StaffDesk

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING: dict[str, Any] = {"key": ""}


@QmlElement
@QmlSingleton
class StaffShelf(QObject):
    """What is installed, and the question that comes before a change."""

    changed = Signal()
    began = Signal()
    """Something was begun: its outcome is shown on the page of releases."""

    def __init__(self, desk: StaffDesk, door: StaffDoor) -> None:
        super().__init__()
        self._desk = desk
        self._asks = ""
        self._about: dict[str, Any] = NOTHING
        self._altered: dict[str, Any] = NOTHING
        self._old: InstallJob | None = None
        self._seen: object = None
        door.desk_changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffShelf:
        """Hand QML the one object the shell made."""
        return get_staff(engine).shelf

    def forget(self) -> None:
        """Forget the question, and what came of the last answer."""
        self._asks = ""
        self._about = self._altered = NOTHING
        self._old = self._desk.job
        self.changed.emit()

    @Slot(str, str)
    def ask(self, what: str, key: str) -> None:
        """Ask whether a release is to be shown (``activate``) or removed (``remove``)."""
        release = self._find(key)
        if release is not None and what in (TaskKind.ACTIVATE, TaskKind.REMOVE) and not self._is_busy():
            self.forget()
            self._asks, self._about = what, make_shelf_row(release)
            self.changed.emit()

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """Do what was asked, or leave everything as it is."""
        asked, about = self._asks, self._about
        self.forget()
        if not yes or not asked:
            return
        self._altered = about
        work = self._desk.activate if asked == TaskKind.ACTIVATE else self._desk.remove
        work(about["pack_id"], about["version"])
        self.began.emit()
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Take the desk's news, of which most are only how far a copy is."""
        seen = (tuple(self._desk.shelf), self._desk.operator, self._is_busy(), self._find_task())
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()

    def _find(self, key: str) -> ShelfRelease | None:
        return next((one for one in self._desk.shelf if make_key(one.pack_id, one.version) == key), None)

    def _find_task(self) -> InstallJob | None:
        """Return what was begun here since the pages were opened, or asked about last."""
        job = self._desk.job
        if job is None or job == self._old or job.kind not in (TaskKind.ACTIVATE, TaskKind.REMOVE):
            return None
        return job

    def _is_busy(self) -> bool:
        return self._desk.job is not None and not self._desk.job.result

    def _find_state(self) -> str:
        """Return "" where nothing was begun, else running, activated, removed or refused."""
        task = self._find_task()
        return (task.result or "running") if task else ""

    def _find_message(self) -> str:
        task = self._find_task()
        return task.message if task else ""

    def _find_code(self) -> str:
        task = self._find_task()
        return task.code if task else ""

    def _releases(self) -> list[dict[str, Any]]:
        """Return the releases, a pack's together, what visitors see first, then the newest."""
        shelf = self._desk.shelf
        ordered = sorted(shelf, key=lambda one: (one.pack_id, not one.shown, -one.version))
        return [make_shelf_row(release) | {"removable": may_remove(release, shelf)} for release in ordered]

    def _operator_name(self) -> str:
        return self._desk.operator.name if self._desk.operator else ""

    releases = Property(list, _releases, notify=changed)
    operator_name = Property(str, _operator_name, notify=changed)
    asks = Property(str, lambda self: self._asks, notify=changed)
    about = Property(dict, lambda self: self._about, notify=changed)
    busy = Property(bool, _is_busy, notify=changed)
    state = Property(str, _find_state, notify=changed)
    altered = Property(dict, lambda self: self._altered, notify=changed)
    message = Property(str, _find_message, notify=changed)
    code = Property(str, _find_code, notify=changed)
