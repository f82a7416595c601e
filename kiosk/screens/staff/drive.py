"""What is on the stick, whose it is, and what it would change. From QML: ``StaffDrive``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.pack_offer import DriveLook, InstallJob, Offer, Publisher, TaskKind
from kiosk.screens.engine import get_staff
from kiosk.screens.staff.offer_rows import (
    choose_offer,
    count_needed_bytes,
    make_key,
    make_offer_row,
    make_part_rows,
    may_install,
)
from kiosk.screens.staff_door import StaffDoor
from kiosk.screens.staff_rooms import StaffDesk

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class StaffDrive(QObject):
    """The drive and the release that staff look at, with the parts they choose."""

    changed = Signal()
    started = Signal()
    """An install has begun."""

    def __init__(self, desk: StaffDesk, door: StaffDoor) -> None:
        super().__init__()
        self._desk = desk
        self._asked_about = ""
        self._seen: object = None
        self._path = ""
        self._key = ""
        self._left_out: dict[str, frozenset[str]] = {}
        self._old: InstallJob | None = None
        door.desk_changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffDrive:
        """Hand QML the one object the shell made."""
        return get_staff(engine).drive

    def forget(self) -> None:
        """Forget what was chosen."""
        self._path = self._key = ""
        self._left_out = {}
        self._old = self._desk.job
        self._asked_about = ""
        self.changed.emit()

    @Slot(str)
    def choose_drive(self, path: str) -> None:
        """Look at another of the drives that are plugged in."""
        self._path, self._key = path, ""
        self.changed.emit()

    @Slot(str)
    def choose_offer(self, key: str) -> None:
        """Look at another of the releases on the drive."""
        self._key = key
        self.changed.emit()

    @Slot(str)
    def toggle_part(self, part: str) -> None:
        """Copy a part, or leave it out."""
        offer = self._find_offer()
        if offer is not None and part != f"lang-{offer.fallback_language}":
            key = make_key(offer.pack_id, offer.version)
            self._left_out[key] = self._find_left_out(offer) ^ {part}
            self.changed.emit()

    @Slot()
    def look_again(self) -> None:
        """Read the drive once more."""
        drive = self._find_drive()
        if drive is not None:
            self._desk.look_again(drive.path)

    @Slot()
    def ask_to_trust(self) -> None:
        """Ask whether the fingerprint is the one on the paper."""
        publisher = self._find_publisher()
        self._asked_about = publisher.fingerprint if publisher and self._may_trust() else ""
        self.changed.emit()

    @Slot(bool)
    def answer(self, same: bool) -> None:
        """Trust the publisher where the fingerprint is the same."""
        fingerprint, self._asked_about = self._asked_about, ""
        drive = self._find_drive()
        if fingerprint and same and drive is not None:
            self._desk.trust(drive.path, fingerprint)
        self.changed.emit()

    @Slot()
    def install(self) -> None:
        """Install the release that is looked at, without the parts left out."""
        drive, offer = self._find_drive(), self._find_offer()
        if drive is None or offer is None or self._find_action() != "install":
            return
        self._desk.install(drive.path, offer.pack_id, offer.version, self._find_left_out(offer))
        self.started.emit()

    @Slot()
    def _follow(self) -> None:
        publisher = self._find_publisher()
        if publisher is None or publisher.fingerprint != self._asked_about or not self._may_trust():
            self._asked_about = ""  # what was being compared is not there any more
        # While something is copied the desk has news five times a second, and hardly ever for this page: what is
        # being touched must not be made anew below the finger.
        seen = (
            tuple(self._desk.drives),
            self._desk.operator,
            self._installs(),
            self._is_busy(),
            self._find_refusal(),
        )
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()

    def _find_drive(self) -> DriveLook | None:
        drives = self._desk.drives
        chosen = next((look for look in drives if look.path == self._path), None)
        return chosen or next(reversed(drives), None)

    def _find_offer(self) -> Offer | None:
        drive = self._find_drive()
        offers = drive.offers if drive else ()
        chosen = (offer for offer in offers if make_key(offer.pack_id, offer.version) == self._key)
        return next(chosen, None) or choose_offer(offers)

    def _find_left_out(self, offer: Offer) -> frozenset[str]:
        return self._left_out.get(make_key(offer.pack_id, offer.version), frozenset(offer.left_out))

    def _find_publisher(self) -> Publisher | None:
        drive = self._find_drive()
        return drive.publisher if drive else None

    def _may_trust(self) -> bool:
        """Tell whether staff may decide: not where this site has chosen another publisher already."""
        publisher = self._find_publisher()
        return publisher is not None and not publisher.trusted and self._desk.operator is None

    def _find_action(self) -> str:
        """Return what the page's one button does: trust, install, or nothing for want of room, being busy, or at all."""
        offer = self._find_offer()
        if self._is_busy():
            return "busy"
        if self._may_trust():
            return "trust"
        publisher = self._find_publisher()
        if offer is None or publisher is None or not publisher.trusted:
            return ""
        if not may_install(offer, self._find_left_out(offer)):
            return ""
        return "install" if self._count_needed() <= self._count_free() else "room"

    def _count_needed(self) -> int:
        offer = self._find_offer()
        return count_needed_bytes(offer, self._find_left_out(offer)) if offer else 0

    def _count_free(self) -> int:
        drive = self._find_drive()
        return drive.free_bytes if drive else 0

    def _find_refusal(self) -> InstallJob | None:
        """Return why a publisher was not trusted, since the pages were opened."""
        job = self._desk.job
        if job is None or job == self._old or job.kind is not TaskKind.TRUST or job.result != "refused":
            return None
        return job

    def _find_message(self) -> str:
        refusal = self._find_refusal()
        return refusal.message if refusal else ""

    def _find_code(self) -> str:
        refusal = self._find_refusal()
        return refusal.code if refusal else ""

    def _is_busy(self) -> bool:
        return self._desk.job is not None and not self._desk.job.result

    def _installs(self) -> bool:
        job = self._desk.job
        return job is not None and job.kind is TaskKind.INSTALL and not job.result

    def _drives(self) -> list[dict[str, Any]]:
        chosen = self._find_drive()
        return [
            {"path": look.path, "name": look.name, "chosen": look is chosen} for look in self._desk.drives
        ]

    def _drive(self) -> dict[str, Any]:
        look = self._find_drive()
        if look is None:
            return {"name": "", "looking": False, "read_only": False, "problem": "", "code": ""}
        return {
            "name": look.name,
            "looking": look.looking,
            "read_only": look.read_only,
            "problem": look.problem,
            "code": look.code,
        }

    def _publisher(self) -> dict[str, Any]:
        publisher = self._find_publisher()
        if publisher is None:
            return {"name": "", "fingerprint": "", "trusted": False}
        return {
            "name": publisher.name,
            "fingerprint": publisher.fingerprint,
            "trusted": publisher.trusted,
        }

    def _offers(self) -> list[dict[str, Any]]:
        drive = self._find_drive()
        return [make_offer_row(offer) for offer in drive.offers] if drive else []

    def _offer(self) -> dict[str, Any]:
        offer = self._find_offer()
        return make_offer_row(offer) if offer else {"key": ""}

    def _parts(self) -> list[dict[str, Any]]:
        offer = self._find_offer()
        return make_part_rows(offer, self._find_left_out(offer)) if offer else []

    def _operator_name(self) -> str:
        return self._desk.operator.name if self._desk.operator else ""

    drives = Property(list, _drives, notify=changed)
    drive = Property(dict, _drive, notify=changed)
    publisher = Property(dict, _publisher, notify=changed)
    operator_name = Property(str, _operator_name, notify=changed)
    offers = Property(list, _offers, notify=changed)
    offer = Property(dict, _offer, notify=changed)
    parts = Property(list, _parts, notify=changed)
    needed_bytes = Property(float, _count_needed, notify=changed)
    free_bytes = Property(float, _count_free, notify=changed)
    action = Property(str, _find_action, notify=changed)
    asks_to_trust = Property(bool, lambda self: bool(self._asked_about), notify=changed)
    message = Property(str, _find_message, notify=changed)
    code = Property(str, _find_code, notify=changed)
    installs = Property(bool, _installs, notify=changed)
