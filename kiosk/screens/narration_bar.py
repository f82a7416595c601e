"""The voice and its captions, which stay while the visitor wanders to other pages. From QML: ``NarrationBar``."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.narration.choose import Narration, choose_narration
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 80
"""How often the word spoken is looked up: words are told at three a second."""

BACK_MS = 10_000
RATES = (1.0, 1.25, 1.5, 0.75)


@dataclass(frozen=True, slots=True)
class _Marked:
    """What is marked in the text: places are (first character, the one after the last)."""

    caption: str = ""
    word: tuple[int, int] = (0, 0)
    sentence: tuple[int, int] = (0, 0)


@QmlElement
@QmlSingleton
class NarrationBar(QObject):
    """Plays what the stop page shows. ``state`` is idle, playing, paused or ended."""

    changed = Signal()
    moved = Signal()
    word_changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage) -> None:
        super().__init__()
        self._rooms = rooms
        self._narrator = rooms.narrator
        self._flow = flow
        self._stop = stop
        self._narration: Narration | None = None
        self._state = "idle"
        self._rate = RATES[0]
        self._marked = _Marked()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        stop.to_be_told.connect(self._tell)

    @staticmethod
    def create(engine: QQmlEngine) -> NarrationBar:
        """Hand QML the one object the shell made."""
        return get_models(engine).bar

    @property
    def is_heard(self) -> bool:
        """Whether a narration is playing: nobody who listens is ever interrupted."""
        return self._state == "playing"

    def silence(self) -> None:
        """Stop, and forget what was told."""
        self._timer.stop()
        self._narrator.stop()
        self._narration = None
        self._rate = RATES[0]
        self._narrator.set_rate(self._rate)
        self._marked = _Marked()
        self._set_state("idle")
        self.changed.emit()
        self.word_changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Pause, go on, or tell it again from the beginning."""
        if self._state == "playing":
            self._narrator.pause()
        elif self._state == "paused":
            self._narrator.resume()
        else:
            self._tell()
        self._look()

    @Slot()
    def back(self) -> None:
        """Go back ten seconds."""
        self._report()
        self._narrator.back(BACK_MS)
        self._look()

    @Slot(float)
    def seek(self, share: float) -> None:
        """Go to a place, 0 the beginning to 1 the end."""
        self._report()
        self._narrator.seek_ms(round(min(1.0, max(0.0, share)) * self._narrator.duration_ms))
        self._look()

    @Slot()
    def change_rate(self) -> None:
        """Take the next speed: 1, 1.25, 1.5, 0.75 and again 1."""
        self._report()
        self._rate = RATES[(RATES.index(self._rate) + 1) % len(RATES)]
        self._narrator.set_rate(self._rate)
        self._rooms.visit.set_preference("speed", f"{self._rate:g}")
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        stop, text, journey = self._stop.stop, self._stop.text, self._flow.journey
        if stop is None or text is None or journey is None:
            return
        site = self._rooms.library.get_site(stop.card.site_id, journey.language)
        self._narration = told = choose_narration(
            stop, journey.language, text.depth, site.fallback_language, self._rooms.can_speak
        )
        self._marked = _Marked()
        self._narrator.tell(told)
        self._narrator.set_rate(self._rate)
        length_ms = told.recording.duration_ms if told.recording else self._narrator.duration_ms
        self._rooms.visit.narration_started(
            told.language, str(told.depth), str(told.kind), length_ms
        )
        self.changed.emit()
        self._timer.start()
        self._look()

    @Slot()
    def _look(self) -> None:
        state = str(self._narrator.state)
        if state == "ended" and self._state != "ended":
            self._rooms.visit.narration_ended("finished", self._narrator.position_ms)
        self._set_state(state)
        if state in ("playing", "paused"):
            self._report()
        self._mark_word()
        self.moved.emit()

    def _report(self) -> None:
        """Say where the voice is: dwell counts what was really heard."""
        self._rooms.visit.narration_progress(
            self._narrator.position_ms, playing=self._state == "playing", rate=self._rate
        )

    def _mark_word(self) -> None:
        position_ms = self._narrator.position_ms
        heard = self._state in ("playing", "paused")
        told = [cue for cue in self._narrator.cues if cue.start_ms <= position_ms] if heard else []
        cue = told[-1] if told else None
        words = [word for word in cue.words if word.start_ms <= position_ms] if cue else []
        marked = _Marked(
            caption=cue.text if cue else "",
            word=self._place(words[-1].start, words[-1].end) if words else (0, 0),
            sentence=self._place(cue.start, cue.end) if cue and not cue.words else (0, 0),
        )
        if marked != self._marked:
            self._marked = marked
            self.word_changed.emit()

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of characters as Qt counts them: some take two units of UTF-16."""
        text = self._narration.text if self._narration else ""
        return _count_units(text[:start]), _count_units(text[:end])

    def _set_state(self, state: str) -> None:
        if state != "playing":
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        if state != self._state:
            self._state = state
            self.changed.emit()

    state = Property(str, lambda self: self._state, notify=changed)
    rate = Property(float, lambda self: self._rate, notify=changed)
    kind = Property(str, lambda self: str(self._narration.kind) if self._narration else "", notify=changed)
    language = Property(str, lambda self: self._narration.language if self._narration else "", notify=changed)
    position_ms = Property(int, lambda self: self._narrator.position_ms, notify=moved)
    duration_ms = Property(int, lambda self: self._narrator.duration_ms, notify=moved)
    caption = Property(str, lambda self: self._marked.caption, notify=word_changed)
    word_start = Property(int, lambda self: self._marked.word[0], notify=word_changed)
    word_end = Property(int, lambda self: self._marked.word[1], notify=word_changed)
    sentence = Property(QPoint, lambda self: QPoint(*self._marked.sentence), notify=word_changed)


def _count_units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
