"""The install under way, or what became of the last one. From QML: ``StaffJob``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.pack_offer import InstallJob, ShelfRelease, TaskKind
from kiosk.screens.engine import get_staff
from kiosk.screens.staff.offer_rows import make_key
from kiosk.screens.staff_door import StaffDoor
from kiosk.screens.staff_rooms import StaffDesk

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

NO_JOB = InstallJob("", 0)


@QmlElement
@QmlSingleton
class StaffJob(QObject):
    """How far an install is, and how it ended."""

    changed = Signal()

    def __init__(self, desk: StaffDesk, door: StaffDoor) -> None:
        super().__init__()
        self._desk = desk
        self._stopping = False
        door.desk_changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffJob:
        """Hand QML the one object the shell made."""
        return get_staff(engine).job

    def forget(self) -> None:
        """Nothing here is anybody's choice: an install goes on when the pages close."""
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop copying; what is copied stays for the next time."""
        self._stopping = self._is_under_way()
        self._desk.cancel()
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        self._stopping = self._stopping and self._is_under_way()
        self.changed.emit()

    def _get(self) -> InstallJob:
        job = self._desk.job
        return job if job is not None and job.kind is TaskKind.INSTALL else NO_JOB

    def _is_under_way(self) -> bool:
        job = self._get()
        return job is not NO_JOB and not job.result

    def _find_state(self) -> str:
        """Return "" without a job, else running, stopping, installed, nothing-new, refused or cancelled."""
        job = self._get()
        if job is NO_JOB:
            return ""
        return job.result or ("stopping" if self._stopping else "running")

    def _find_share(self) -> float:
        job = self._get()
        return min(1.0, job.done_bytes / job.total_bytes) if job.total_bytes else 0.0

    def _find_release(self) -> ShelfRelease | None:
        job = self._get()
        releases = (one for one in self._desk.shelf if one.pack_id == job.pack_id)
        return next((one for one in releases if one.version == job.version), None)

    def _find_sites(self) -> str:
        """Return what is being installed: its sites as the drive or, once it is here, the device names them."""
        job = self._get()
        here = self._find_release()
        offers = (
            offer.site_names
            for look in self._desk.drives
            for offer in look.offers
            if (offer.pack_id, offer.version) == (job.pack_id, job.version)
        )
        return ", ".join(here.site_names if here else next(offers, ())) or job.pack_id

    def _find_before(self) -> dict[str, Any]:
        """Return the release that visitors saw before, or see still: its version and its key; 0 for none."""
        job = self._get()
        others = [
            one for one in self._desk.shelf if one.pack_id == job.pack_id and one.version != job.version
        ]
        before = next((one for one in others if one.shown), None) or max(
            others, key=lambda one: one.version, default=None
        )
        return {
            "version": before.version if before else 0,
            "key": make_key(before.pack_id, before.version) if before else "",
            "withdrawn": before.withdrawn if before else False,
        }

    def _is_waiting(self) -> bool:
        release = self._find_release()
        return release is not None and release.waiting

    def _is_shown(self) -> bool:
        release = self._find_release()
        return release is not None and (release.shown or release.waiting)

    state = Property(str, _find_state, notify=changed)
    sites = Property(str, _find_sites, notify=changed)
    version = Property(int, lambda self: self._get().version, notify=changed)
    before = Property(dict, _find_before, notify=changed)
    waiting = Property(bool, _is_waiting, notify=changed)
    shown = Property(bool, _is_shown, notify=changed)
    words = Property(str, lambda self: self._get().words, notify=changed)
    share = Property(float, _find_share, notify=changed)
    done_bytes = Property(float, lambda self: self._get().done_bytes, notify=changed)
    total_bytes = Property(float, lambda self: self._get().total_bytes, notify=changed)
    remaining_s = Property(
        float, lambda self: -1.0 if (left := self._get().remaining_s) is None else left, notify=changed
    )
    message = Property(str, lambda self: self._get().message, notify=changed)
    code = Property(str, lambda self: self._get().code, notify=changed)
