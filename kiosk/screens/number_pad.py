"""Typing a stop's number. From QML: ``NumberPad``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MAX_DIGITS = 5


@QmlElement
@QmlSingleton
class NumberPad(QObject):
    """The digits typed so far (always 0 to 9 inside, shown in the digits of the language)."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._typed = ""
        self._unknown = ""
        self._choices: list[dict[str, Any]] = []

    @staticmethod
    def create(engine: QQmlEngine) -> NumberPad:
        """Hand QML the one object the shell made."""
        return get_models(engine).pad

    @Slot(int)
    def press(self, digit: int) -> None:
        """Type one digit."""
        if 0 <= digit <= 9 and len(self._typed) < MAX_DIGITS:
            self._typed += str(digit)
            self._unknown = ""
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take back the last digit."""
        self._typed = self._typed[:-1]
        self._unknown = ""
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """Begin anew."""
        self._typed, self._unknown, self._choices = "", "", []
        self.changed.emit()

    @Slot()
    def go(self) -> None:
        """Open the stop of this number; where several bear it, offer them; where none does, say so kindly."""
        journey = self._flow.journey
        if journey is None or not self._typed:
            return
        found = self._rooms.library.find_by_number(journey.site_id, self._typed)
        if len(found) == 1:
            self.choose(found[0])
        elif found:
            cards = {
                card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)
            }
            self._choices = [make_row(cards[stop_id], self._media) for stop_id in found if stop_id in cards]
            self.changed.emit()
        else:
            self._rooms.visit.search_failed("number")
            self._unknown, self._typed = self._typed, ""
            self.changed.emit()

    @Slot(str)
    def choose(self, stop_id: str) -> None:
        """Open one of the stops that bear the number."""
        self.forget()
        self._flow.open_stop(stop_id, "number")

    typed = Property(str, lambda self: self._typed, notify=changed)
    unknown = Property(str, lambda self: self._unknown, notify=changed)
    choices = Property(list, lambda self: self._choices, notify=changed)
