"""What 20, 40, 60 and 90 minutes hold here, what is closed, and what others said. From QML: ``Expectations``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.plan import Expectation, LeftOut
from kiosk.model.content import StopCard
from kiosk.model.suppression import HIDE_UNDER
from kiosk.screens.engine import get_models
from kiosk.screens.latest_answer import LatestAnswer
from kiosk.screens.moment_now import read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.wish_dialogue import MINUTES_PAGE

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

SPANS_MIN = (20, 40, 60, 90)
MOST_NAMED = 3
MOST_CLOSED = 4


@QmlElement
@QmlSingleton
class Expectations(QObject):
    """Worked out when the question about time is shown; until then, and without, each span is offered by its minutes alone.

    Each of ``spans`` has ``minutes``, and once it is ``known``: ``few`` and ``many`` stops, ``metres`` on foot (-1 unknown),
    and the titles of some stops in ``names``; where ``adds``, of such as a shorter time has no room for. ``whole`` where
    there is time for every stop that can be seen, and ``lingers`` where a shorter time has that already; ``shut`` where
    nothing is open.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._answer = LatestAnswer(rooms.background, self)
        self._answer.changed.connect(self.changed)
        self._held: Sequence[Expectation] = ()
        self._shut: list[str] = []
        self._page = ""
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> Expectations:
        """Hand QML the one object the shell made."""
        return get_models(engine).expectations

    def forget(self) -> None:
        """Expect nothing: the visit is over."""
        self._answer.drop()
        self._held, self._shut = (), []
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        came = self._flow.shown == MINUTES_PAGE and self._page != MINUTES_PAGE
        self._page = self._flow.shown
        if came:
            self._ask()

    def _ask(self) -> None:
        journey, guide = self._flow.journey, self._rooms.guide
        if journey is None or guide is None or not journey.site_id:
            return
        # What is followed already does not tell what a span of time holds.
        moment = replace(read_moment(self._rooms, journey), planned=())
        guide.prepare(moment)
        shut = guide.closed_stops(moment)
        self._held, self._shut = (), [card.title for card in self._cards().values() if card.id in shut]
        self.changed.emit()
        self._answer.ask(lambda: guide.expect(moment, SPANS_MIN), self._take, self._fail)

    def _take(self, held: Sequence[Expectation]) -> None:
        self._held = held
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        """Offer the minutes alone: what they hold is not known, and a guess would be no help."""
        del error
        self.changed.emit()

    def _cards(self) -> dict[str, StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return {}
        return {card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}

    def _spans(self) -> list[dict[str, Any]]:
        expected = {one.minutes: one for one in self._held}
        cards = self._cards()
        told: list[dict[str, Any]] = []
        met: set[str] = set()
        for minutes in SPANS_MIN:
            span = _tell(minutes, expected.get(minutes), cards, met)
            told.append(span | {"lingers": span["whole"] and any(one["whole"] for one in told)})
        return told

    def _rating(self) -> dict[str, float]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return {}
        stars = self._rooms.library.sums(journey.site_id).ratings
        count = sum(stars)
        if count < HIDE_UNDER:
            return {}
        mean = sum(star * given for star, given in enumerate(stars, 1)) / count
        return {"mean": round(mean, 1), "count": count}

    spans = Property(list, _spans, notify=changed)
    slow = Property(bool, lambda self: self._answer.is_slow, notify=changed)
    known = Property(bool, lambda self: bool(self._held), notify=changed)
    measured = Property(bool, lambda self: any(one.measured for one in self._held), notify=changed)
    closed = Property(list, lambda self: self._shut[:MOST_CLOSED], notify=changed)
    closed_more = Property(int, lambda self: max(0, len(self._shut) - MOST_CLOSED), notify=changed)
    rating = Property(dict, _rating, notify=changed)


def _tell(
    minutes: int, expected: Expectation | None, cards: dict[str, StopCard], met: set[str]
) -> dict[str, Any]:
    """Return what a card says of a span of time; stops that are gone meanwhile are not named.

    ``met`` are ids of the stops that shorter spans hold; those of this one are added.
    """
    if expected is None:
        return {"minutes": minutes, "known": False, **_NOTHING_KNOWN}
    held = [one.stop_id for one in expected.plan.stops if one.stop_id in cards]
    added = [stop for stop in held if stop not in met]
    adds = bool(met) and bool(added)
    names = held if not met else added
    met.update(held)
    walk_m = expected.plan.walk_m
    return {
        "minutes": minutes,
        "known": True,
        "few": expected.stops[0],
        "many": expected.stops[1],
        "metres": -1 if walk_m is None else round_walk(walk_m),
        "names": [cards[stop].title for stop in names[:MOST_NAMED]],
        "adds": adds,
        "whole": bool(held) and not any(why is LeftOut.TIME for _, why in expected.plan.left_out),
        "shut": not held and any(why is LeftOut.CLOSED for _, why in expected.plan.left_out),
    }


_NOTHING_KNOWN: dict[str, Any] = {
    "few": 0,
    "many": 0,
    "metres": -1,
    "names": [],
    "adds": False,
    "whole": False,
    "shut": False,
}


def round_walk(metres: float) -> int:
    """Return a way on foot as people tell it: to 10 m, from 200 m on to 50 m."""
    step = 10 if metres < 200 else 50
    return max(step, round(metres / step) * step)
