"""After a story: "tell me more", by itself after a countdown that any touch stops. From QML: ``GoingOn``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import Depth
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.voice_wishes import VoiceWishes

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 250


@QmlElement
@QmlSingleton
class GoingOn(QObject, NarrationListener):
    """Offers the next deeper text of a stop that this visitor has not heard to its end.

    It counts down only on the stop's page, only after what a voice told, and never a second time in a row with no
    sign of the visitor between: nobody tells an empty room everything. ``seconds_left`` is 0 where nothing is counted.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage, wishes: VoiceWishes) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._stop = stop
        self._wishes = wishes
        self._narration: Narration | None = None
        self._heard: set[tuple[str, Depth]] = set()
        self._offer: dict[str, Any] = {}
        self._until_ms = 0
        self._seconds_left = 0
        self._went_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.tick)
        rooms.narrator.add_listener(self)
        flow.changed.connect(self._look_where)
        wishes.changed.connect(self._look_where)
        wishes.opened.connect(self.hold)

    @staticmethod
    def create(engine: QQmlEngine) -> GoingOn:
        """Hand QML the one object the shell made."""
        return get_models(engine).going_on

    @property
    def is_counting(self) -> bool:
        """Whether more is about to be told by itself."""
        return self._timer.isActive()

    @Slot()
    def hold(self) -> None:
        """Take any sign of the visitor's: nothing follows by itself now; what was offered stays on offer."""
        self._went_on = False
        self._stop_counting()

    @Slot()
    def begin_anew(self) -> None:
        """Count from the beginning: what is on offer is just being read to the visitor."""
        if self.is_counting:
            self._seconds_left = self._rooms.continue_after_s
            self._until_ms = self._now_ms() + self._seconds_left * 1000
            self.changed.emit()

    @Slot()
    def tell_more(self) -> None:
        """Tell what is on offer: the visitor wants it."""
        self._went_on = False
        self._tell()

    @Slot()
    def decline(self) -> None:
        """Take the offer away."""
        self.hold()
        self._take_back()

    @Slot()
    def tick(self) -> None:
        """Let time pass."""
        if not self.is_counting:
            return
        left_ms = self._until_ms - self._now_ms()
        if left_ms <= 0:
            self._went_on = True
            self._tell(by_itself=True)
        elif -(-left_ms // 1000) != self._seconds_left:
            self._seconds_left = -(-left_ms // 1000)
            self.changed.emit()

    def forget(self) -> None:
        """Leave nothing of a visit."""
        self._heard.clear()
        self._narration = None
        self.decline()

    def close(self) -> None:
        """Count no more, and listen no more."""
        self._timer.stop()
        self._rooms.narrator.remove_listener(self)

    def narration_told(self, narration: Narration) -> None:
        """Take back what was offered after another story."""
        self._narration = narration
        self._take_back()

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:
        """Note what was told to its end."""
        del heard_ms
        if reason is EndReason.FINISHED and self._narration is not None:
            self._heard.add((self._narration.stop_id, self._narration.depth))

    def narration_state(self, state: NarrationState) -> None:
        """Offer more at the end; what goes on or is told again needs no offer."""
        if state is NarrationState.ENDED:
            self._make_offer()
        elif state is not NarrationState.PAUSED:
            self._take_back()

    def _make_offer(self) -> None:
        told = self._narration
        if told is None or told.stop_id != self._stop.property("stop_id"):
            return
        heard = {depth for stop_id, depth in self._heard if stop_id == told.stop_id}
        self._offer = self._stop.find_deeper(heard | {told.depth})
        if self._offer and self._may_count(told):
            self._timer.start()
            self.begin_anew()
        self.changed.emit()

    def _may_count(self, told: Narration) -> bool:
        """Tell whether it may begin by itself: whoever reads at their own pace is not led on to another text."""
        reads = told.kind is NarrationKind.TEXT or self._wishes.volume == 0
        return not reads and self._is_wanted() and not self._went_on

    def _is_wanted(self) -> bool:
        is_there = self._flow.shown == "stop" and not self._flow.is_asking and not self._wishes.is_open
        return is_there and self._wishes.goes_on

    def _tell(self, *, by_itself: bool = False) -> None:
        offered = self._offer.get("depth", "")
        self._take_back()
        if offered:
            self._stop.tell_more(offered, by_itself=by_itself)

    def _take_back(self) -> None:
        self._timer.stop()
        if self._offer or self._seconds_left:
            self._offer, self._seconds_left = {}, 0
            self.changed.emit()

    def _stop_counting(self) -> None:
        if self.is_counting:
            self._timer.stop()
            self._seconds_left = 0
            self.changed.emit()

    @Slot()
    def _look_where(self) -> None:
        """Count only where the visitor sees it: whoever went on to another page does something else."""
        if not self._is_wanted():
            self._stop_counting()

    def _now_ms(self) -> int:
        return self._rooms.clock.read().boot_ms

    offer = Property(str, lambda self: self._offer.get("depth", ""), notify=changed)
    """The depth on offer: a word of ``Depth``; "" where there is nothing more."""
    amount = Property(int, lambda self: self._offer.get("amount", 0), notify=changed)
    unit = Property(str, lambda self: self._offer.get("unit", ""), notify=changed)
    seconds_left = Property(int, lambda self: self._seconds_left, notify=changed)
