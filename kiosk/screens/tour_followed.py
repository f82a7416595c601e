"""The tour this visitor follows: what comes next, and whether it still fits their time. From QML: ``TourFollowed``."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.plan import LeftOut, Plan
from kiosk.model.content import StopCard, Tour
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.moment_now import MS_A_MINUTE, read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.tour_rows import make_stop_rows
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

WORTH_TELLING_MIN = 5.0
"""Less than this, behind or ahead, is nothing to speak of."""

SAID_AGAIN_MIN = 10.0
"""Whoever keeps their tour is asked again only when so much more has gone."""


@QmlElement
@QmlSingleton
class TourFollowed(QObject):
    """Keeps to the tour that was begun, their own or a ready-made one, until it is left, seen to its end, or the visit is over.

    It never changes by itself: a stop that is opened out of turn is seen, and the tour goes on with the next one.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._plan: Plan | None = None
        self._begun_ms = 0
        self._kept_at_min = 0.0
        self._next: dict[str, Any] = {}
        self._to_come: list[str] = []
        self._gone = 0
        flow.changed.connect(self.refresh)
        if rooms.closings is not None:
            rooms.closings.watch(self.refresh)

    @staticmethod
    def create(engine: QQmlEngine) -> TourFollowed:
        """Hand QML the one object the shell made."""
        return get_models(engine).followed

    @property
    def plan(self) -> Plan | None:
        """How the tour that is followed was reckoned; None where none is, or a ready-made one that nobody reckoned."""
        return self._plan

    @property
    def is_own(self) -> bool:
        """Whether the tour that is followed was made for this visitor."""
        return self._is_on() and self.tour is None

    @property
    def tour(self) -> Tour | None:
        """The ready-made tour; None where they follow none or their own."""
        journey = self._flow.journey
        if journey is None or not journey.tour_id:
            return None
        tours = self._rooms.library.tours(journey.site_id, journey.language)
        return next((one for one in tours if one.id == journey.tour_id), None)

    def follow_plan(self, plan: Plan) -> None:
        """Follow the visitor's own tour from now on."""
        self._begin("", [one.stop_id for one in plan.stops], plan)

    def follow_ready(self, tour: Tour, reckoned: Plan | None) -> None:
        """Follow a ready-made tour from now on; ``reckoned`` is how long it takes, None where nobody knows."""
        shut = {stop for stop, _ in reckoned.left_out} if reckoned else set()
        self._begin(tour.id, [stop for stop in tour.stop_ids if stop not in shut], reckoned)

    @Slot()
    def leave(self) -> None:
        """Follow no tour any more."""
        self._begin("", (), None)

    @Slot()
    def keep(self) -> None:
        """Go on with the tour as it is, though it takes longer or shorter."""
        self._kept_at_min = self.find_drift_min()
        self.refresh()

    def forget(self) -> None:
        """Leave nothing of the visit."""
        self._plan, self._kept_at_min = None, 0.0
        self._next, self._to_come, self._gone = {}, [], 0
        self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Look again what comes next, and what time it is."""
        journey = self._flow.journey
        planned = journey.planned if journey else ()
        seen = set(journey.seen) if journey else set()
        cards = self._cards() if planned else {}
        self._to_come = [stop for stop in planned if stop not in seen and stop in cards]
        self._gone = sum(stop not in cards for stop in planned)
        self._next = self._tell_next(cards)
        self.changed.emit()

    def list_to_come(self) -> list[str]:
        """Return the ids of the stops still to come that are on show, in the tour's order."""
        return self._to_come

    def find_drift_min(self) -> float:
        """Return how many minutes the visitor is behind their tour; below 0 ahead of it, 0 where it has no times.

        Whoever has not come to the next stop when it was their time to be there is behind; whoever opened a stop
        before their time is ahead.
        """
        journey, to_come = self._flow.journey, set(self.list_to_come())
        if self._plan is None or journey is None or not to_come:
            return 0.0
        gone_min = self.find_gone_min()
        arrive = {one.stop_id: one.arrive_min for one in self._plan.stops}
        due_min = min((arrive[stop] for stop in to_come if stop in arrive), default=inf)
        if gone_min > due_min:
            return gone_min - due_min
        here = next((one for one in self._plan.stops if one.stop_id == journey.here), None)
        free_from_min = here.arrive_min + here.stay_min if here else 0.0
        return min(0.0, gone_min - free_from_min) if here else 0.0

    def find_gone_min(self) -> float:
        """Return how many minutes ago the tour was begun."""
        return (self._rooms.clock.read().boot_ms - self._begun_ms) / MS_A_MINUTE

    def _begin(self, tour_id: str, stops: Sequence[str], plan: Plan | None) -> None:
        journey = self._flow.journey
        if journey is None:
            return
        journey.tour_id, journey.planned = tour_id, tuple(stops)
        self._plan, self._kept_at_min = plan, 0.0
        self._begun_ms = self._rooms.clock.read().boot_ms
        self.refresh()

    def _cards(self) -> dict[str, StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return {}
        guide = self._rooms.guide
        closed = guide.closed_stops(read_moment(self._rooms, journey)) if guide is not None else ()
        cards = self._rooms.library.stop_cards(journey.site_id, journey.language)
        return {card.id: card for card in cards if card.id not in closed}

    def _tell_next(self, cards: dict[str, StopCard]) -> dict[str, Any]:
        if not self._to_come:
            return {}
        stop = self._to_come[0]
        planned = [one for one in (self._plan.stops if self._plan else ()) if one.stop_id == stop]
        rows = make_stop_rows(planned, cards, self._media, ())
        return rows[0] if rows else make_row(cards[stop], self._media) | _NOTHING_KNOWN

    def _is_on(self) -> bool:
        return bool(self._flow.journey and self._flow.journey.planned)

    def _offer(self) -> str:
        """Return ``behind`` or ``ahead`` where another tour would fit the time better, else ""."""
        drift_min = self.find_drift_min()
        if self._plan is None or not self.is_own or abs(drift_min) < WORTH_TELLING_MIN:
            return ""
        if self._kept_at_min and abs(drift_min - self._kept_at_min) < SAID_AGAIN_MIN:
            return ""
        if drift_min > 0:
            journey = self._flow.journey
            return "behind" if journey and journey.wishes.minutes is not None else ""
        return "ahead" if any(why is LeftOut.TIME for _, why in self._plan.left_out) else ""

    def _kind(self) -> str:
        tour = self.tour
        return str(tour.kind) if tour else "own" if self._is_on() else ""

    on = Property(bool, _is_on, notify=changed)
    kind = Property(str, _kind, notify=changed)
    """``own``, or whom the ready-made tour is for (everyone, children, quiz); "" while none is followed."""
    name = Property(str, lambda self: self.tour.name if self.tour else "", notify=changed)
    next = Property(dict, lambda self: self._next, notify=changed)
    """The next stop as a row; ``walk`` and ``stay`` are minutes, 0 where nobody knows, ``ways`` the lifts and stairs to it."""
    left = Property(int, lambda self: len(self._to_come), notify=changed)
    gone = Property(int, lambda self: self._gone, notify=changed)
    """How many stops of the tour are not on show any more."""
    offer = Property(str, _offer, notify=changed)
    offer_minutes = Property(int, lambda self: round(abs(self.find_drift_min()) / 5) * 5, notify=changed)


_NOTHING_KNOWN: dict[str, Any] = {"walk": 0, "stay": 0, "ways": []}
