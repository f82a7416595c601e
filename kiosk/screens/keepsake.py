"""What the visitor takes home at the end: minutes, route, the longest stay, what is left, where next. QML: ``Keepsake``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import StopCard
from kiosk.model.dwell import is_valid_dwell
from kiosk.model.opening_hours import parse_hours
from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.moment_now import MS_A_MINUTE, read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.suggestion_rows import make_cards
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_MISSED = 3
NO_STOP = {
    "id": "",
    "number": "",
    "title": "",
    "where": "",
    "picture": "",
    "focus_x": 0.5,
    "focus_y": 0.5,
    "seen": False,
    "minutes": 0,
}


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
        self._clear()
        flow.ended.connect(self._fill)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> Keepsake:
        """Hand QML the one object the shell made."""
        return get_models(engine).keepsake

    def forget(self) -> None:
        """Empty the page."""
        self._clear()
        self.changed.emit()

    def _clear(self) -> None:
        self._minutes, self._rated = 0, 0
        self._longest: dict[str, Any] = NO_STOP
        self._missed: list[dict[str, Any]] = []

    @Slot()
    def _follow(self) -> None:
        if self._flow.journey is None and self._minutes:
            self.forget()

    @Slot(int)
    def rate(self, stars: int) -> None:
        """Say how the visit was, 1 to 5; the last answer before the page is left holds."""
        if self._may_rate() and 1 <= stars <= 5:
            self._rated = stars
            self._rooms.visit.rate(stars)
            self.changed.emit()

    @Slot(str)
    def _fill(self, reason: str) -> None:
        journey = self._flow.journey
        if journey is None or reason != "leave" or not self._flow.is_at_site:
            return
        elapsed_ms = self._rooms.clock.read().boot_ms - journey.started_ms
        self._minutes = max(1, round(elapsed_ms / MS_A_MINUTE))
        self._rated = 0
        self._longest = self._find_longest()
        self._missed = self._find_missed(journey)
        self.changed.emit()

    def _cards(self) -> dict[str, StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return {}
        return {card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}

    def _find_longest(self) -> dict[str, Any]:
        """Return the stop that had most of this visitor's attention, and how many minutes; of none under a glance."""
        dwells_ms = {stop: ms for stop, ms in self._rooms.visit.dwells_ms if is_valid_dwell(ms)}
        longest = max(dwells_ms, key=dwells_ms.__getitem__, default="")
        card = self._cards().get(longest)
        if card is None:
            return NO_STOP
        return make_row(card, self._media) | {"minutes": round(dwells_ms[longest] / MS_A_MINUTE)}

    def _find_missed(self, journey: Journey) -> list[dict[str, Any]]:
        """Return what this visitor would have liked best of what they did not see, with all the time there is."""
        if self._rooms.guide is None:
            return []
        moment = read_moment(self._rooms, journey)
        leisurely = replace(moment, here="", planned=(), wishes=replace(moment.wishes, minutes=None))
        missed = self._rooms.guide.suggest(leisurely, MOST_MISSED)
        return make_cards(missed, journey, self._rooms.library, self._media)

    def _may_rate(self) -> bool:
        journey = self._flow.journey
        return (
            journey is not None
            and bool(journey.site_id)
            and "rating" in self._rooms.library.allows(journey.site_id)
        )

    def _floors(self) -> list[dict[str, str]]:
        """Return the floors this visitor was on, those with a plan; none where one plan has it all."""
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return []
        cards = self._cards()
        been = {cards[stop].floor_id for stop in journey.seen if stop in cards}
        floors = self._rooms.library.floors(journey.site_id, journey.language)
        drawn = [floor for floor in floors if floor.id in been and self._media.make_url(floor.plan)]
        return [{"id": floor.id, "name": floor.name} for floor in drawn] if len(drawn) > 1 else []

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

    minutes = Property(int, lambda self: self._minutes, notify=changed)
    stops_seen = Property(
        int, lambda self: len(self._flow.journey.seen) if self._flow.journey else 0, notify=changed
    )
    stops_in_all = Property(int, lambda self: len(self._cards()), notify=changed)
    longest = Property(dict, lambda self: self._longest, notify=changed)
    missed = Property(list, lambda self: self._missed, notify=changed)
    floors = Property(list, _floors, notify=changed)
    may_rate = Property(bool, _may_rate, notify=changed)
    rated = Property(int, lambda self: self._rated, notify=changed)
    hours = Property(list, _hours, notify=changed)
