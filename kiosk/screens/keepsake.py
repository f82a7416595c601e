"""What the visitor takes home at the end: minutes, route, the longest stay, what is left, where next. QML: ``Keepsake``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import StopCard
from kiosk.model.opening_hours import parse_hours
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_MISSED = 3
MOST_NEARBY = 3


@QmlElement
@QmlSingleton
class Keepsake(QObject):
    """Filled when the visit ends by choice; emptied when the page is left."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._minutes = 0
        flow.ended.connect(self._fill)

    @staticmethod
    def create(engine: QQmlEngine) -> Keepsake:
        """Hand QML the one object the shell made."""
        return get_models(engine).keepsake

    def forget(self) -> None:
        """Empty the page."""
        self._minutes = 0
        self.changed.emit()

    @Slot(str)
    def _fill(self, reason: str) -> None:
        journey = self._flow.journey
        if journey is not None and reason == "leave":
            elapsed_ms = self._rooms.clock.read().boot_ms - journey.started_ms
            self._minutes = max(1, round(elapsed_ms / 60_000))
            self.changed.emit()

    def _cards(self) -> dict[str, StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return {}
        return {card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}

    def _longest(self) -> dict[str, Any]:
        journey = self._flow.journey
        found = self._cards().get(journey.find_longest() or "") if journey else None
        return make_row(found, self._media) if found else {"id": "", "title": "", "where": "", "picture": ""}

    def _missed(self) -> list[dict[str, Any]]:
        journey = self._flow.journey
        unseen = [card for card in self._cards().values() if journey and card.id not in journey.seen]
        return [make_row(card, self._media) for card in unseen[:MOST_MISSED]]

    def _hours(self) -> list[dict[str, Any]]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return []
        site = self._rooms.library.get_site(journey.site_id, journey.language)
        return [
            {
                "days": [list(span) for span in rule.days],
                "times": [list(span) for span in rule.times],
                "sun": rule.sun,
            }
            for rule in parse_hours(site.opening_hours)
        ]

    def _nearby(self) -> list[dict[str, Any]]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return []
        library = self._rooms.library
        site = library.get_site(journey.site_id, journey.language)
        places = self._rooms.nearby(library.nearby(site.id, journey.language), site.lat, site.lon)
        return [
            {
                "id": place.site.id,
                "name": place.site.name,
                "summary": place.site.summary,
                "metres": round(place.distance_m),
            }
            for place in places[:MOST_NEARBY]
        ]

    minutes = Property(int, lambda self: self._minutes, notify=changed)
    stops_seen = Property(
        int, lambda self: len(self._flow.journey.seen) if self._flow.journey else 0, notify=changed
    )
    stops_in_all = Property(int, lambda self: len(self._cards()), notify=changed)
    longest = Property(dict, _longest, notify=changed)
    missed = Property(list, _missed, notify=changed)
    nearby = Property(list, _nearby, notify=changed)
    hours = Property(list, _hours, notify=changed)
