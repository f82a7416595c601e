"""Which of the staff's pages is shown, and when they close by themselves. From QML: ``StaffPages``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.pack_offer import TaskKind
from kiosk.screens.engine import get_staff
from kiosk.screens.languages import own_name
from kiosk.screens.look import Look
from kiosk.screens.staff.pin import StaffPin
from kiosk.screens.staff_door import StaffDoor
from kiosk.screens.staff_rooms import StaffDesk
from kiosk.screens.wording import Wording
from kiosk.visits.clock import Clock

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 1_000
IDLE_MS = 120_000
"""So long nobody touches anything, then the pages close and the PIN is asked anew."""

PAGES = frozenset({"drive", "job", "shelf", "labels", "round", "closing", "hub", "pin"})

_TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel}
)


class Forgets(Protocol):
    """A view-model of staff's that keeps something to be forgotten when the pages close."""

    def forget(self) -> None: ...


@QmlElement
@QmlSingleton
class StaffPages(QObject):
    """The staff's pages: pin; behind it drive, job, shelf, labels, round, closing and hub. It ticks only while they are open."""

    changed = Signal()
    shown = Signal(str)
    """This page is shown now; "" where the pages are closed."""
    language_chosen = Signal(str)
    """These pages are to be read in another language; the visitors' own is spoken again when they close."""

    def __init__(
        self,
        clock: Clock,
        desk: StaffDesk,
        door: StaffDoor,
        pin: StaffPin,
        others: Sequence[Forgets],
        look: Look,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._desk = desk
        self._door = door
        self._pin = pin
        self._others = others
        self._look = look
        self._languages = wording.languages
        self._page = "pin"
        self._unlocked = False
        self._touched_ms = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        pin.passed.connect(self._let_in)
        look.changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffPages:
        """Hand QML the one object the shell made."""
        return get_staff(engine).pages

    def open(self) -> None:
        """Stand before the PIN."""
        self._lock()
        self.touched()
        self._timer.start()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """See every touch and key of the window; let all of them through."""
        if event.type() in _TOUCHES:
            self.touched()
        return super().eventFilter(watched, event)

    @Slot()
    def touched(self) -> None:
        """Take a touch: somebody is there."""
        self._touched_ms = self._now_ms()

    @Slot()
    def tick(self) -> None:
        """Let a second pass."""
        self._pin.tick()
        if self._now_ms() - self._touched_ms >= IDLE_MS:
            self.leave()

    @Slot(str)
    def show(self, page: str) -> None:
        """Go to a page behind the PIN; ``pin`` is where another one is chosen."""
        if not self._unlocked or page not in PAGES:
            return
        if page == "pin":
            self._pin.choose_anew()
        self._page = page
        self.changed.emit()
        self.shown.emit(page)

    @Slot()
    def speak_next(self) -> None:
        """Speak the next of the languages that the interface is translated to."""
        self.language_chosen.emit(self._find_next_language())

    @Slot()
    def follow_job(self) -> None:
        """Show the install that has just been started."""
        self.show("job")

    @Slot()
    def follow_shelf(self) -> None:
        """Show the releases, of which one is being changed."""
        self.show("shelf")

    @Slot()
    def follow_round(self) -> None:
        """Show the round of the labels that has just been begun."""
        self.show("round")

    @Slot()
    def leave(self) -> None:
        """Close the pages: the next who comes types the PIN. What is being copied goes on."""
        self.close()
        self._door.leave()

    def close(self) -> None:
        """Tick no more, and forget what was typed and chosen."""
        self._timer.stop()
        self._lock()
        self.shown.emit("")

    def _lock(self) -> None:
        self._unlocked = False
        self._page = "pin"
        self._pin.forget()
        for one in self._others:
            one.forget()

    @Slot()
    def _let_in(self) -> None:
        was_inside = self._unlocked
        self._unlocked = True
        self._door.let_in()
        job = self._desk.job
        installs = job is not None and job.kind is TaskKind.INSTALL and not job.result
        self.show("shelf" if was_inside else "job" if installs else "drive")

    def _find_next_language(self) -> str:
        here = str(self._look.property("language"))
        place = self._languages.index(here) if here in self._languages else -1
        return self._languages[(place + 1) % len(self._languages)]

    def _now_ms(self) -> int:
        return self._clock.read().boot_ms

    page = Property(str, lambda self: self._page, notify=changed)
    unlocked = Property(bool, lambda self: self._unlocked, notify=changed)
    next_language = Property(str, _find_next_language, notify=changed)
    next_language_name = Property(str, lambda self: own_name(self._find_next_language()), notify=changed)
