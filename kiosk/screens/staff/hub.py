"""What waits for the hub and why, the stick, enrolling. From QML: ``StaffHub``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.hub_look import HubLook
from kiosk.scanning.events import ScannerEvent, Settled
from kiosk.scanning.frame import Frame
from kiosk.screens.engine import get_staff
from kiosk.screens.rooms import Rooms
from kiosk.screens.staff.code_camera import CodeCamera
from kiosk.screens.staff_door import StaffDoor

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "hub"
CODE_LENGTH = 12
INVITATION = "kiosk-enrol:"


@QmlElement
@QmlSingleton
class StaffHub(QObject):
    """The way to the hub. The camera runs only while a hub's QR code is looked for.

    ``camera`` is absent, off, starting, seeing or lost; ``typed`` the code so far.
    """

    changed = Signal()
    scanned = Signal()
    """Somebody holds a code before the camera: they are there, though nothing is touched."""

    def __init__(self, rooms: Rooms, door: StaffDoor) -> None:
        super().__init__()
        self._link = rooms.hub
        self._clock = rooms.clock
        self._desk = rooms.staff
        self._camera = CodeCamera(rooms.make_scanner)
        self._is_strange = False
        self._typed = ""
        self._camera.seen.connect(self._take)
        self._camera.changed.connect(self.changed)
        if self._link is not None:
            self._link.watch(self.changed.emit)
        door.desk_changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffHub:
        """Hand QML the one object the shell made."""
        return get_staff(engine).hub

    def latest_frame(self) -> Frame | None:
        """Return the newest frame, or None where there is none."""
        return self._camera.latest_frame()

    def forget(self) -> None:
        """Forget what was typed and how the last task ended, and switch the camera off."""
        self.close()
        self._typed, self._is_strange = "", False
        if self._link is not None:
            self._link.forget()
        self.changed.emit()

    def close(self) -> None:
        """Stop the scanner; its thread is gone afterwards."""
        self._camera.close()

    @Slot(str)
    def follow(self, page: str) -> None:
        """Read anew when the page is shown; have no camera on when it is not."""
        if page == PAGE and self._link is not None:
            self._link.refresh()
        elif self._camera.is_on:
            self.close()
            self.changed.emit()

    @Slot()
    def renew(self) -> None:
        """Read anew what waits: called while the page is shown."""
        if self._link is not None:
            self._link.refresh()

    @Slot()
    def try_now(self) -> None:
        """Send what waits now."""
        if self._link is not None:
            self._link.try_now()
            self._link.refresh()

    @Slot(str)
    def carry(self, drive: str) -> None:
        """Write what waits to a stick, and take the hub's answers from it."""
        if self._link is not None and drive:
            self._link.carry(drive)

    @Slot(str)
    def press(self, sign: str) -> None:
        """Take a sign of the code."""
        if len(self._typed) < CODE_LENGTH and len(sign) == 1:
            self._typed += sign
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last sign back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def enrol(self) -> None:
        """Enrol the device with the code that was typed."""
        if self._link is not None and len(self._typed) == CODE_LENGTH:
            typed, self._typed = self._typed, ""
            self._link.enrol(typed)
            self.changed.emit()

    @Slot()
    def scan(self) -> None:
        """Look for the hub's QR code with the camera, or look no more."""
        if self._camera.is_on:
            self.close()
        else:
            self._is_strange = False
            self._camera.open()
        self.changed.emit()

    @Slot(object)
    def _take(self, event: ScannerEvent) -> None:
        if isinstance(event, Settled):
            self.scanned.emit()
            self._take_code(event.code.text)

    def _take_code(self, text: str) -> None:
        self._is_strange = not text.lower().startswith(INVITATION)
        if not self._is_strange and self._link is not None:
            self.close()
            self._link.enrol(text)
        self.changed.emit()

    def _get(self) -> HubLook:
        return self._link.look if self._link is not None else HubLook()

    def _age_s(self, at_ms: int | None) -> float:
        """Return how long something is ago, in s; -1 where it never was."""
        if not at_ms:
            return -1.0
        return max(0.0, (self._clock.read().wall_ms - at_ms) / 1000)

    def _list_drives(self) -> list[dict[str, Any]]:
        drives = self._desk.drives if self._desk is not None else ()
        return [{"name": look.name, "path": look.path, "read_only": look.read_only} for look in drives]

    kept = Property(bool, lambda self: self._link is not None, constant=True)
    hub = Property(str, lambda self: self._get().hub, notify=changed)
    enrolled_as = Property(str, lambda self: self._get().enrolled_as, notify=changed)
    waiting = Property(int, lambda self: self._get().waiting, notify=changed)
    waiting_s = Property(float, lambda self: self._age_s(self._get().waiting_since_ms), notify=changed)
    reached_s = Property(float, lambda self: self._age_s(self._get().reached_ms), notify=changed)
    written_s = Property(float, lambda self: self._age_s(self._get().stick_written_ms), notify=changed)
    reason = Property(str, lambda self: self._get().reason, notify=changed)
    why = Property(str, lambda self: self._get().why, notify=changed)
    task = Property(str, lambda self: self._get().task, notify=changed)
    result = Property(str, lambda self: self._get().result, notify=changed)
    message = Property(str, lambda self: self._get().message, notify=changed)
    code = Property(str, lambda self: self._get().code, notify=changed)
    written = Property(int, lambda self: self._get().written, notify=changed)
    acknowledged = Property(int, lambda self: self._get().acknowledged, notify=changed)
    busy = Property(bool, lambda self: self._get().task != "" and not self._get().result, notify=changed)
    drives = Property(list, _list_drives, notify=changed)
    camera = Property(str, lambda self: self._camera.state, notify=changed)
    mirrored = Property(bool, lambda self: self._camera.is_mirrored, notify=changed)
    strange = Property(bool, lambda self: self._is_strange, notify=changed)
    typed = Property(str, lambda self: self._typed, notify=changed)
    whole = Property(bool, lambda self: len(self._typed) == CODE_LENGTH, notify=changed)
