"""What is near a visitor outdoors, as the home page and the plan offer it. From QML: ``PlaceGuide``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import StopCard
from kiosk.model.place_offer import PlaceOffer, PlaceState
from kiosk.narration.listening import NarrationState
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

_HEARD = frozenset({NarrationState.PREPARING, NarrationState.PLAYING})
_TELLING = _HEARD | {NarrationState.PAUSED}


@QmlElement
@QmlSingleton
class PlaceGuide(QObject):
    """Offers the outdoor stops around a visitor; opens one by itself only where its author says so.

    The receiver runs while a visit is at a site, and at no other time. ``state`` is one of
    :class:`~kiosk.model.place_offer.PlaceState`'s words. Each of ``offers`` is a row of a list with ``metres`` (rounded for
    the eye), ``is_here``, ``bearing`` (degrees from north), and ``turn`` (degrees clockwise from where the visitor is
    heading; null while they stand).
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._followed = ""
        self._here: set[str] = set()
        if rooms.place is not None:
            rooms.place.watch(self._take)
            flow.changed.connect(self._follow)
            flow.stop_opened.connect(self.dismiss)

    @staticmethod
    def create(engine: QQmlEngine) -> PlaceGuide:
        """Hand QML the one object the shell made."""
        return get_models(engine).place

    @Slot(str)
    def open(self, stop_id: str) -> None:
        """Open a stop that is offered: found by place by those who stand at it, else from a list."""
        is_here = any(offer.stop_id == stop_id and offer.is_here for offer in self._list_offers())
        self._flow.open_stop(stop_id, "place" if is_here else "list")

    @Slot(str)
    def dismiss(self, stop_id: str) -> None:
        """Offer this stop no more, until the visitor comes to stand at it anew."""
        if self._rooms.place is not None:
            self._rooms.place.dismiss(stop_id)

    def close(self) -> None:
        """Let go of the receiver."""
        if self._rooms.place is not None:
            self._rooms.place.stop()

    @Slot()
    def _follow(self) -> None:
        """Follow the visitor at their site, and nobody else."""
        assert self._rooms.place is not None
        journey = self._flow.journey
        site_id = journey.site_id if journey and self._flow.shown != "end" else ""
        if site_id == self._followed:
            return
        self._followed = site_id
        if journey is not None and site_id:
            self._rooms.place.start(self._rooms.library.stop_cards(site_id, journey.language))
        else:
            self._rooms.place.stop()
        self.changed.emit()

    def _take(self) -> None:
        here = {offer.stop_id for offer in self._list_offers() if offer.is_here}
        if here - self._here:
            self._tick()
        self._here = here
        self._open_by_itself()
        self.changed.emit()

    def _tick(self) -> None:
        """Let a visitor who does not look at the screen hear that there is something to see; never over a story."""
        is_offered = self._flow.shown in ("home", "map") and self._rooms.narrator.state not in _HEARD
        if is_offered and self._rooms.asides is not None:
            self._rooms.asides.tick()

    def _open_by_itself(self) -> None:
        """Open the stop the visitor stays at, where its author says so, and while nothing else goes on."""
        place, journey = self._rooms.place, self._flow.journey
        if place is None or journey is None or not place.settled or place.settled in journey.seen:
            return
        is_busy = (
            self._flow.shown != "home"
            or self._flow.property("asks_to_end")
            or self._rooms.narrator.state in _TELLING
        )
        card = self._find_card(place.settled)
        if card is not None and card.opens_by_place and not is_busy:
            self._flow.open_stop(card.id, "place")

    def _list_offers(self) -> list[PlaceOffer]:
        return list(self._rooms.place.offers) if self._rooms.place and self._followed else []

    def _find_card(self, stop_id: str) -> StopCard | None:
        journey = self._flow.journey
        if journey is None:
            return None
        cards = self._rooms.library.stop_cards(journey.site_id, journey.language)
        return next((card for card in cards if card.id == stop_id), None)

    def _offers(self) -> list[dict[str, Any]]:
        seen = self._flow.journey.seen if self._flow.journey else ()
        return [
            make_row(card, self._media, seen)
            | {
                "metres": round_for_eyes(offer.distance_m),
                "is_here": offer.is_here,
                "bearing": offer.bearing_deg,
                "turn": offer.turn_deg,
            }
            for offer in self._list_offers()
            if (card := self._find_card(offer.stop_id)) is not None
        ]

    def _state(self) -> str:
        return str(self._rooms.place.state if self._rooms.place else PlaceState.OFF)

    offers = Property(list, _offers, notify=changed)
    state = Property(str, _state, notify=changed)


def round_for_eyes(metres: float) -> int:
    """Return a distance as people tell it: to 5 m, from 100 m on to 10 m; at least 5 m."""
    step = 5 if metres < 100 else 10
    return max(5, round(metres / step) * step)
