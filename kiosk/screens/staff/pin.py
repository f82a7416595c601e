"""Typing the staff's PIN, and choosing one. From QML: ``StaffPin``."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.errors import KioskError
from kiosk.screens.engine import get_staff
from kiosk.screens.staff_door import StaffDoor
from kiosk.screens.staff_rooms import StaffDesk

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MIN_DIGITS = 4
MAX_DIGITS = 8


@QmlElement
@QmlSingleton
class StaffPin(QObject):
    """The digits typed so far; only their number leaves this object.

    The stage is one of ``enter``, ``choose`` (a new PIN), ``repeat`` (the new PIN once more) and ``none``: there
    is no PIN yet, and it is chosen here only by somebody who has a stick in the device. A visitor who finds the
    corner can then not choose one and lock staff out.
    """

    changed = Signal()
    passed = Signal()
    """The PIN was right, or a new one is set."""

    def __init__(self, desk: StaffDesk, door: StaffDoor) -> None:
        super().__init__()
        self._desk = desk
        self._typed = ""
        self._new = ""
        self._said = ""
        self._message = ""
        self._anew = False
        self._plugged = bool(desk.drives)
        door.desk_changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffPin:
        """Hand QML the one object the shell made."""
        return get_staff(engine).pin

    @Slot(int)
    def press(self, digit: int) -> None:
        """Type one digit."""
        if 0 <= digit <= 9 and len(self._typed) < MAX_DIGITS and self._may_type():
            self._typed += str(digit)
            self._said = ""
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take back the last digit."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def go(self) -> None:
        """Take what was typed."""
        if not self._may_go():
            return
        typed, self._typed, stage = self._typed, "", self._find_stage()
        if stage == "enter":
            self._enter(typed)
        elif stage == "choose":
            self._new = typed
        else:
            self._set(typed)
        self.changed.emit()

    def choose_anew(self) -> None:
        """Let somebody who is inside choose another PIN."""
        self.forget()
        self._anew = True
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """Begin anew."""
        self._typed = self._new = self._message = ""
        self._said = "wait" if self._desk.pin_wait_s > 0 else ""
        self._anew = False
        self.changed.emit()

    def tick(self) -> None:
        """Count down the wait after too many wrong PINs."""
        if self._said == "wait" or self._desk.pin_wait_s > 0:
            self._said = "wait" if self._desk.pin_wait_s > 0 else ""
            self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Take note of a stick that is plugged in or pulled: with one, a first PIN may be chosen."""
        plugged = bool(self._desk.drives)
        if plugged != self._plugged:
            self._plugged = plugged
            self.changed.emit()

    def _enter(self, typed: str) -> None:
        try:
            right = self._desk.check_pin(typed)
        except KioskError as error:
            self._refuse(error)
            return
        if right:
            self.passed.emit()
        else:
            self._said = "wait" if self._desk.pin_wait_s > 0 else "wrong"

    def _set(self, typed: str) -> None:
        new, self._new = self._new, ""
        if typed != new:
            self._said = "differs"
            return
        try:
            self._desk.set_pin(typed)
        except KioskError as error:
            self._refuse(error)
        else:
            self._anew = False
            self.passed.emit()

    def _refuse(self, error: KioskError) -> None:
        self._said = "refused"
        self._message = error.format()

    def _find_stage(self) -> str:
        if self._desk.has_pin and not self._anew:
            return "enter"
        if not self._anew and not self._desk.drives:
            return "none"
        return "repeat" if self._new else "choose"

    def _may_type(self) -> bool:
        stage = self._find_stage()
        return stage != "none" and not (stage == "enter" and self._desk.pin_wait_s > 0)

    def _may_go(self) -> bool:
        return len(self._typed) >= MIN_DIGITS and self._may_type()

    stage = Property(str, _find_stage, notify=changed)
    length = Property(int, lambda self: len(self._typed), notify=changed)
    said = Property(str, lambda self: self._said, notify=changed)
    message = Property(str, lambda self: self._message, notify=changed)
    wait_s = Property(int, lambda self: math.ceil(self._desk.pin_wait_s), notify=changed)
    may_type = Property(bool, _may_type, notify=changed)
    may_go = Property(bool, _may_go, notify=changed)
