"""Notices when a visitor has gone: asks "still there?", then ends the visit. From QML: ``AttentionWatch``."""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.film_show import FilmShow
from kiosk.screens.narration_bar import NarrationBar
from kiosk.screens.power_watch import PowerWatch
from kiosk.screens.rooms import Rooms
from kiosk.screens.sound_show import SoundShow
from kiosk.screens.visit_flow import VisitFlow
from kiosk.visits.attention import IdleWatch, Step

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 1000

_TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel}
)

_PRESSES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})


@QmlElement
@QmlSingleton
class AttentionWatch(QObject):
    """Ticks once a second while somebody is there, and never else.

    It never asks while a voice or a sound is heard or a film watched, nor while the device is carried along outdoors: the way to
    the next stop may take longer than anybody waits.
    """

    changed = Signal()
    seen = Signal()
    """Somebody touches the screen or a key just now, and has not done yet what they mean to."""

    asked = Signal()
    """The visitor is asked just now whether they are still there."""

    def __init__(
        self, rooms: Rooms, flow: VisitFlow, bar: NarrationBar, film: FilmShow, sound: SoundShow
    ) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._bar = bar
        self._film = film
        self._sound = sound
        self._power = PowerWatch(rooms, flow)
        self._watch: IdleWatch | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> AttentionWatch:
        """Hand QML the one object the shell made."""
        return get_models(engine).attention

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """See every touch and key of the window; let all of them through.

        A touch of the question is left to the question: it goes when it is answered, and not before, or the
        touch would fall through to the page below it.
        """
        if event.type() in _TOUCHES:
            self.seen.emit()
        if event.type() in _TOUCHES and not (self._is_asking() and event.type() in _PRESSES):
            self.touched()
        return super().eventFilter(watched, event)

    @Slot()
    def touched(self) -> None:
        """Take a touch: the visitor is there."""
        if self._watch is None:
            return
        answered = self._watch.touched(self._now_ms())
        self._rooms.visit.touch()
        if answered:
            self.changed.emit()

    @Slot()
    def spoken_to(self) -> None:
        """Take it that the visitor listens to the screen; the question is answered by touch alone."""
        if not self._is_asking():
            self.touched()

    @Slot()
    def tick(self) -> None:
        """Let time pass."""
        if self._watch is None:
            return
        self._rooms.visit.tick()
        if self._power.tick():
            return
        place = self._rooms.place
        is_there = (
            self._bar.is_heard
            or self._film.is_playing
            or self._sound.is_playing
            or (self._rooms.sounds is not None and self._rooms.sounds.is_playing)
            or (self._rooms.recorder is not None and self._rooms.recorder.is_recording)
            or (place is not None and place.is_moving)
        )
        step = self._watch.tick(self._now_ms(), heard=is_there)
        if step is Step.END:
            self._flow.end("idle")
            return
        if step is Step.ASK:
            self._rooms.visit.close_stop("idle")
            self._bar.lapse()
        if self._watch.asking:
            self.changed.emit()
        if step is Step.ASK:
            self.asked.emit()

    def close(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._watch = None

    @Slot()
    def _follow(self) -> None:
        if not self._flow.is_visiting:
            self.close()
            self.changed.emit()
        elif self._watch is None:
            self._power.begin()
            self._watch = IdleWatch(self._now_ms())
            self._timer.start()

    def _now_ms(self) -> int:
        return self._rooms.clock.read().boot_ms

    def _is_asking(self) -> bool:
        return self._watch is not None and self._watch.asking

    def _seconds_left(self) -> int:
        return -(-self._watch.asks_in_ms(self._now_ms()) // 1000) if self._watch else 0

    asking = Property(bool, _is_asking, notify=changed)
    seconds_left = Property(int, _seconds_left, notify=changed)
