"""Every stop of the site: as a list, in tours, by words, and on the plan. From QML: ``Browse``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import StopCard, Tour
from kiosk.model.found import NOTHING_FOUND, Found
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.nearby_sites import NearbySites
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MAX_SEARCH_SIGNS = 80
SOUGHT_SIGNS = 3
"""From so many letters on, a search that finds nothing tells the museum something."""


@QmlElement
@QmlSingleton
class Browse(QObject):
    """The stops of the site the visitor is at, with what they have seen; or what they look for, whatever it is."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex, nearby: NearbySites) -> None:
        super().__init__()
        self._nearby_sites = nearby
        self._found = NOTHING_FOUND
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._sought = ""
        self._found_nothing = False
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> Browse:
        """Hand QML the one object the shell made."""
        return get_models(engine).browse

    @Slot(str)
    def search(self, words: str) -> None:
        """Show only stops that these words are found in; all of them for none."""
        self._sought = words.strip()[:MAX_SEARCH_SIGNS]
        self._found = self._find()
        found_nothing = len(self._sought) >= SOUGHT_SIGNS and self._found.is_empty
        # Whoever types on after a word that leads nowhere has still failed once only.
        if found_nothing and not self._found_nothing:
            self._rooms.visit.search_failed("words")
        self._found_nothing = found_nothing
        self.changed.emit()

    def forget(self) -> None:
        """Forget the search."""
        self._sought, self._found, self._found_nothing = "", NOTHING_FOUND, False
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        if self._flow.shown in ("home", "browse", "map"):
            self._found = self._find()  # in another language, perhaps
            self.changed.emit()

    def _find(self) -> Found:
        journey = self._flow.journey
        if not self._sought or journey is None or not journey.site_id:
            return NOTHING_FOUND
        return self._rooms.library.search(journey.site_id, journey.language, self._sought)

    def _find_cards(self) -> Sequence[StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return ()
        if self._sought:
            return self._found.stops
        return self._rooms.library.stop_cards(journey.site_id, journey.language)

    def _stops(self) -> list[dict[str, Any]]:
        seen = self._flow.journey.seen if self._flow.journey else []
        return [make_row(card, self._media, seen) for card in self._find_cards()]

    def _tours(self) -> list[dict[str, Any]]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return []
        return [_make_tour(tour) for tour in self._rooms.library.tours(journey.site_id, journey.language)]

    def _found_tours(self) -> list[dict[str, Any]]:
        return [_make_tour(tour) for tour in self._found.tours]

    def _found_places(self) -> list[dict[str, Any]]:
        return [self._nearby_sites.make_row(site) for site in self._found.nearby]

    stops = Property(list, _stops, notify=changed)
    tours = Property(list, _tours, notify=changed)
    sought = Property(str, lambda self: self._sought, notify=changed)
    found_tours = Property(list, _found_tours, notify=changed)
    found_places = Property(list, _found_places, notify=changed)
    found_nothing = Property(bool, lambda self: bool(self._sought) and self._found.is_empty, notify=changed)
    is_near = Property(bool, lambda self: self._found.is_near, notify=changed)


def _make_tour(tour: Tour) -> dict[str, Any]:
    return {
        "id": tour.id,
        "name": tour.name,
        "summary": tour.summary,
        "minutes": tour.minutes,
        "kind": str(tour.kind),
        "stops": len(tour.stop_ids),
    }
