"""The sounds of the stop that is shown, and the one being listened to. From QML: ``SoundShow``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import Sound
from kiosk.model.errors import KioskError
from kiosk.screens.credit_line import join_credit
from kiosk.screens.engine import get_models
from kiosk.screens.narration_bar import NarrationBar
from kiosk.screens.reading_time import round_telling
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.waiting_story import WaitingStory

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 200


@QmlElement
@QmlSingleton
class SoundShow(QObject):
    """Lets a visitor listen to a sound on the stop's page. The story stands still meanwhile and goes on after it.

    The log hears nothing of it: dwell counts what is told, and touches.
    """

    offers_changed = Signal()
    changed = Signal()
    moved = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage, bar: NarrationBar) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._stop = stop
        self._story = WaitingStory(bar)
        self._offers: list[Sound] = []
        self._current = -1
        self._is_playing = False
        self._has_failed = False
        self._is_unplugged = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.moved)
        stop.changed.connect(self._find_offers)
        flow.changed.connect(self._follow)
        bar.changed.connect(self._note_story)

    @staticmethod
    def create(engine: QQmlEngine) -> SoundShow:
        """Hand QML the one object the shell made."""
        return get_models(engine).sound

    @property
    def is_playing(self) -> bool:
        """Whether a sound is being listened to: nobody who listens is ever interrupted."""
        return self._is_playing

    @Slot(int)
    def toggle(self, index: int) -> None:
        """Listen to a sound from its beginning; the one that is open stands still or goes on."""
        if index != self._current or self._has_failed:
            self._open(index)
        elif self._is_playing and self._rooms.sounds is not None:
            self._rooms.sounds.pause()
            self._set_playing(False)
        elif self._rooms.sounds is not None:
            self._story.interrupt(self._story.is_heard)
            self._rooms.sounds.resume()
            self._set_playing(True)

    @Slot()
    def leave(self) -> None:
        """Put the sound away; a story that it interrupted goes on."""
        self._put_away()
        self._story.go_on()
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Let go of the sound; nothing of it is left."""
        self._story.forget()
        self._put_away()

    def sound_stood_still(self) -> None:
        """Show that something else is heard."""
        self._set_playing(False)

    def sound_unplugged(self) -> None:
        """Say why it stands still: the headphones are out."""
        self._set_playing(False)
        self._set_unplugged(True)

    def sound_plugged_in(self) -> None:
        """Say no longer that the headphones are out."""
        self._set_unplugged(False)

    def sound_went_on(self) -> None:
        """Show that it is heard again: words were said in between."""
        self._set_playing(True)

    def sound_over(self) -> None:
        """Let the story go on."""
        self.leave()

    def sound_unplayable(self, error: KioskError) -> None:
        """Say so; staff are told too."""
        self._fail(error)

    def _put_away(self) -> None:
        if self._rooms.sounds is not None and self._current >= 0:
            self._rooms.sounds.stop()
        self._current, self._has_failed = -1, False
        self._set_playing(False)

    def _open(self, index: int) -> None:
        path = self._rooms.library.media_path(self._offers[index].sha256)
        sounds = self._rooms.sounds
        if path is None or sounds is None:
            return
        was_heard = self._story.is_heard
        self._current, self._has_failed = index, False
        try:
            sounds.open(path, self, loops=self._offers[index].loops)
        except KioskError as error:
            self._fail(error)
            return
        self._story.interrupt(was_heard)
        self._set_playing(True)

    def _fail(self, error: KioskError) -> None:
        self._has_failed = True
        self._rooms.visit.incident(error.code)
        self._set_playing(False)

    def _set_unplugged(self, unplugged: bool) -> None:
        self._is_unplugged = unplugged
        self.changed.emit()

    def _set_playing(self, playing: bool) -> None:
        """Show whether it is heard; either way, whatever was pulled out is known, or past."""
        self._is_playing, self._is_unplugged = playing, False
        if playing:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
        self.moved.emit()

    @Slot()
    def _follow(self) -> None:
        """Close with the page."""
        if self._current >= 0 and self._flow.shown != "stop":
            self.close()

    @Slot()
    def _note_story(self) -> None:
        """A story that went on by itself is not woken again when the sound is over."""
        if self._story.is_waiting and self._story.is_heard:
            self._story.forget()
            self.changed.emit()

    @Slot()
    def _find_offers(self) -> None:
        """A sound whose file is not here is not offered."""
        self.close()
        sounds = self._stop.stop.sounds if self._stop.stop and self._rooms.sounds is not None else ()
        self._offers = [sound for sound in sounds if self._rooms.library.media_path(sound.sha256)]
        self.offers_changed.emit()

    def _list_offers(self) -> list[dict[str, Any]]:
        return [
            {
                "kind": str(sound.kind),
                "title": sound.title,
                "description": sound.description,
                "loops": sound.loops,
                "credit": join_credit(sound.credit, sound.rights),
                **_measure(sound),
            }
            for sound in self._offers
        ]

    def _is_unheard(self) -> bool:
        sounds = self._rooms.sounds
        return self._current >= 0 and sounds is not None and not sounds.has_output

    def _progress(self) -> float:
        if self._current < 0 or self._rooms.sounds is None:
            return 0.0
        return min(1.0, self._rooms.sounds.position_ms / max(1, self._offers[self._current].duration_ms))

    offers = Property(list, _list_offers, notify=offers_changed)
    current = Property(int, lambda self: self._current, notify=changed)
    """Which sound is open; -1 for none."""
    playing = Property(bool, lambda self: self._is_playing, notify=changed)
    failed = Property(bool, lambda self: self._has_failed, notify=changed)
    unheard = Property(bool, lambda self: self._is_unheard(), notify=changed)
    """Whether the sound that is open plays with nothing to hear it through."""
    unplugged = Property(bool, lambda self: self._is_unplugged, notify=changed)
    """Whether the sound that is open stands still because the headphones are out."""
    holds_story = Property(bool, lambda self: self._story.is_waiting, notify=changed)
    """Whether a story waits for the sound."""
    progress = Property(float, _progress, notify=moved)


def _measure(sound: Sound) -> dict[str, Any]:
    amount, unit = round_telling(sound.duration_ms)
    return {"amount": amount, "unit": unit}
