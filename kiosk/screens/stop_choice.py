"""Which of two or three stops is meant, where the camera saw several. From QML: ``StopChoice``."""

from __future__ import annotations

from collections.abc import Sequence
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

MOST_CHOICES = 4
"""More labels than this in one view are a wall of labels: going nearer helps more than choosing."""

ASKED_AGAIN_MS = 15_000
"""Whoever said "none of these" is not asked the same again so soon."""


@QmlElement
@QmlSingleton
class StopChoice(QObject):
    """The stops to choose from; ``kind`` is ``codes`` or ``pictures``, "" while there is nothing to choose."""

    changed = Signal()
    chosen = Signal(str)
    """One of them was chosen: its id. Told before it is opened."""

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._kind = ""
        self._rows: list[dict[str, Any]] = []
        self._declined: frozenset[str] = frozenset()
        self._declined_at_ms = 0
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> StopChoice:
        """Hand QML the one object the shell made."""
        return get_models(engine).choice

    def offer(self, kind: str, stop_ids: Sequence[str]) -> bool:
        """Show the page that asks; False where the same was declined just now or nothing of it is of this site."""
        journey = self._flow.journey
        if journey is None or self.was_declined(stop_ids):
            return False
        cards = {card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}
        known = [cards[stop_id] for stop_id in dict.fromkeys(stop_ids) if stop_id in cards][:MOST_CHOICES]
        if not known:
            return False
        self._kind = kind
        self._rows = [make_row(card, self._media, journey.seen) for card in known]
        self.changed.emit()
        self._flow.show("choose")
        return True

    @Slot(str)
    def choose(self, stop_id: str) -> None:
        """Open one of them."""
        by = "picture" if self._kind == "pictures" else "code"
        self.forget()
        self.chosen.emit(stop_id)
        self._flow.open_stop(stop_id, by)

    @Slot()
    def decline(self) -> None:
        """None of these: back to the camera."""
        self._flow.back()

    def forget(self) -> None:
        """Take the choice away; what was declined is forgotten too."""
        self._kind, self._rows, self._declined = "", [], frozenset()
        self.changed.emit()

    def was_declined(self, stop_ids: Sequence[str]) -> bool:
        """Tell whether the visitor has just said that it is none of these."""
        passed_ms = self._rooms.clock.read().boot_ms - self._declined_at_ms
        return self._declined.issuperset(stop_ids) and passed_ms < ASKED_AGAIN_MS

    @Slot()
    def _follow(self) -> None:
        """Take it that the page was left without a choice, whichever way: what was offered is not meant."""
        if self._rows and self._flow.shown != "choose":
            declined = frozenset(row["id"] for row in self._rows)
            self.forget()
            self._declined, self._declined_at_ms = declined, self._rooms.clock.read().boot_ms

    kind = Property(str, lambda self: self._kind, notify=changed)
    rows = Property(list, lambda self: self._rows, notify=changed)
