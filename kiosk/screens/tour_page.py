"""A tour on its page, before it is begun and while it is followed: made, changed, begun. From QML: ``TourPage``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.moment import Moment
from kiosk.guide.plan import Plan
from kiosk.guide.wishes import Wishes
from kiosk.model.content import Depth, StopCard, Tour, TourKind
from kiosk.screens.engine import get_models
from kiosk.screens.expectations import round_walk
from kiosk.screens.journey import Journey
from kiosk.screens.latest_answer import LatestAnswer
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.moment_now import read_moment, read_time
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.stop_rows import make_row
from kiosk.screens.tour_followed import TourFollowed
from kiosk.screens.tour_rows import (
    MOST_LEFT_OUT,
    find_emptiness,
    find_finish,
    make_ready_rows,
    make_stop_rows,
    rank_left_out,
)
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.wish_dialogue import TOUR_PAGE, WishDialogue

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class TourPage(QObject):
    """The tour that fits what the visitor wishes, or a ready-made one.

    ``state`` is ``making`` until there is one, then ``ready``, ``nothing`` (no stop fits), ``closed`` (every stop that is
    left is), ``seen`` (none is left) or ``failed``; "" while no tour is shown.
    """

    changed = Signal()

    def __init__(
        self,
        rooms: Rooms,
        flow: VisitFlow,
        media: MediaIndex,
        dialogue: WishDialogue,
        followed: TourFollowed,
        stop: StopPage,
    ) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._dialogue = dialogue
        self._followed = followed
        self._stop = stop
        self._answer = LatestAnswer(rooms.background, self)
        self._answer.changed.connect(self.changed)
        self._page = ""
        self._plan: Plan | None = None
        self._ready: Tour | None = None
        self._reckoned: Plan | None = None
        self._has_failed = False
        self._put_in: tuple[str, ...] = ()
        self._left_off: frozenset[str] = frozenset()
        self._made_for: Wishes | None = None
        flow.changed.connect(self._follow)
        dialogue.said.connect(self._wish_otherwise)
        dialogue.tour_wanted.connect(self.open)

    @staticmethod
    def create(engine: QQmlEngine) -> TourPage:
        """Hand QML the one object the shell made."""
        return get_models(engine).tour

    @property
    def is_making(self) -> bool:
        """Whether a tour is being made just now."""
        return self._answer.is_waiting

    @Slot()
    def open(self) -> None:
        """Show the visitor's own tour: the one they follow, or one made now."""
        self._ready = None
        self._flow.show(TOUR_PAGE)

    @Slot(str)
    def open_ready(self, tour_id: str) -> None:
        """Show a ready-made tour."""
        journey = self._flow.journey
        if journey is None:
            return
        tours = self._rooms.library.tours(journey.site_id, journey.language)
        self._ready = next((tour for tour in tours if tour.id == tour_id), None)
        if self._ready is not None:
            self._flow.show(TOUR_PAGE)
            self._reckon(self._ready, journey)

    @Slot()
    def open_followed(self) -> None:
        """Show the tour that is followed, of either kind."""
        tour = self._followed.tour
        if tour is not None:
            self.open_ready(tour.id)
        else:
            self.open()

    @Slot()
    def make(self) -> None:
        """Make the tour that fits now: after another wish, or when the time has run away."""
        journey, guide = self._flow.journey, self._rooms.guide
        if journey is None or guide is None or not journey.site_id:
            return
        self._ready = None
        self._made_for = self._wishes(journey)
        moment = self._read(journey)
        guide.prepare(moment)
        self._answer.ask(lambda: guide.plan(moment), self._take, self._fail)
        self.changed.emit()

    @Slot()
    def make_anew(self) -> None:
        """Make the tour that fits the time that is left, and show it: what was offered to one who is behind or ahead."""
        self._ready = None
        self._flow.show(TOUR_PAGE)
        self.make()

    @Slot(str)
    def take_out(self, stop_id: str) -> None:
        """Leave a stop out of the tour."""
        self._left_off |= {stop_id}
        self._put_in = tuple(stop for stop in self._put_in if stop != stop_id)
        self.make()

    @Slot(str)
    def put_in(self, stop_id: str) -> None:
        """Have a stop in the tour, before others where there is no room for all."""
        self._put_in = (*(stop for stop in self._put_in if stop != stop_id), stop_id)
        self._left_off -= {stop_id}
        self.make()

    @Slot()
    def start(self) -> None:
        """Follow the tour that is shown, from the page where stops are found."""
        journey = self._flow.journey
        if journey is None:
            return
        if self._ready is not None:
            if self._ready.kind is TourKind.CHILDREN:
                self._stop.prefer_depth(Depth.CHILDREN)
            self._followed.follow_ready(self._ready, self._reckoned)
        elif self._plan is not None and self._plan.stops:
            self._followed.follow_plan(self._plan)
        self._flow.show("home")

    @Slot()
    def leave(self) -> None:
        """Follow no tour any more, and go to the page where stops are found."""
        self._followed.leave()
        self._flow.show("home")

    def forget(self) -> None:
        """Leave nothing of the visit."""
        self._answer.drop()
        self._plan, self._ready, self._reckoned = None, None, None
        self._has_failed, self._made_for = False, None
        self._put_in, self._left_off = (), frozenset()
        self.changed.emit()

    def _wishes(self, journey: Journey) -> Wishes:
        """Return what the visitor wishes; how much they want to be told is chosen on the stops' pages too."""
        return replace(journey.wishes, depth=self._stop.wanted_depth)

    def _read(self, journey: Journey) -> Moment:
        moment = read_moment(self._rooms, journey)
        own = moment.planned if self._followed.is_own else ()
        return replace(
            moment,
            wishes=self._wishes(journey),
            planned=own,
            put_in=tuple(stop for stop in self._put_in if stop not in journey.seen),
            left_off=self._left_off,
        )

    def _reckon(self, tour: Tour, journey: Journey) -> None:
        """Have it worked out how long a ready-made tour takes now; until then its author's minutes stand for that."""
        guide = self._rooms.guide
        self._reckoned = None
        self._answer.drop()
        if guide is not None:
            moment = replace(self._read(journey), planned=(), put_in=(), left_off=frozenset())
            guide.prepare(moment)
            self._answer.ask(lambda: guide.reckon(moment, tour.stop_ids), self._take_reckoned, self._fail)
        self.changed.emit()

    def _take_reckoned(self, plan: Plan) -> None:
        self._reckoned = plan
        self.changed.emit()

    def _take(self, plan: Plan) -> None:
        self._plan, self._has_failed = plan, False
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        """Say that there is no tour; everything else of the guide is still there. A ready-made one is there anyhow."""
        del error
        if self._ready is None:
            self._plan, self._has_failed = None, True
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        came = self._flow.shown == TOUR_PAGE and self._page != TOUR_PAGE
        self._page = self._flow.shown
        journey = self._flow.journey
        if came and journey is not None and self._ready is None:
            self._come(journey)
        elif self._page == TOUR_PAGE:
            self.changed.emit()

    def _come(self, journey: Journey) -> None:
        """Show the tour that is followed as it was begun; make one where there is none for what is wished now."""
        if self._followed.is_own and self._made_for == self._wishes(journey):
            self._plan = self._followed.plan
            self.changed.emit()
        else:
            self.make()

    @Slot()
    def _wish_otherwise(self) -> None:
        journey = self._flow.journey
        if journey is None or self._flow.shown != TOUR_PAGE:
            return
        if self._ready is None:
            self.make()
        else:
            self._reckon(self._ready, journey)

    def _cards(self) -> dict[str, StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return {}
        return {card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}

    def _state(self) -> str:
        if self._ready is not None:
            return "ready"
        if self._has_failed:
            return "failed"
        if self._plan is None:
            return "making" if self._answer.is_waiting else ""
        if self._list_stops():
            return "ready"
        return find_emptiness(self._plan, taken_out=bool(self._left_off))

    def _seen(self) -> list[str]:
        return self._flow.journey.seen if self._flow.journey else []

    def _list_stops(self) -> list[dict[str, Any]]:
        cards, seen = self._cards(), self._seen()
        if self._ready is not None:
            return make_ready_rows(self._ready, self._reckoned, cards, self._media, seen)
        return make_stop_rows(self._plan.stops if self._plan else (), cards, self._media, seen)

    def _rank_left_out(self) -> list[tuple[str, str]]:
        if self._ready is not None:
            return rank_left_out(self._reckoned, self._cards()) if self._reckoned else []
        if self._plan is None:
            return []
        return rank_left_out(self._plan, self._cards(), self._put_in, self._left_off)

    def _left_out(self) -> list[dict[str, Any]]:
        cards = self._cards()
        some = self._rank_left_out()[:MOST_LEFT_OUT]
        return [make_row(cards[stop], self._media) | {"why": why} for stop, why in some]

    def _unfit(self) -> str:
        """Return the title of a stop the visitor put in that has no room; "" for none."""
        if self._ready is not None or not self._put_in:
            return ""
        unfit = (stop for stop, _ in self._rank_left_out() if stop in self._put_in)
        found = next(unfit, None)
        return self._cards()[found].title if found else ""

    def _shown(self) -> Plan | None:
        return self._plan if self._ready is None else self._reckoned

    def _finish(self) -> dict[str, Any]:
        journey, plan = self._flow.journey, self._shown()
        if journey is None or plan is None:
            return {"least": 0, "most": 0, "begin": "", "end": ""}
        gone_min = 0.0
        if self._is_followed() and self._ready is None:
            gone_min = self._followed.find_gone_min() - self._followed.find_drift_min()
        return find_finish(plan, read_time(self._rooms, journey), gone_min)

    def _metres(self) -> int:
        plan = self._shown()
        return -1 if plan is None or plan.walk_m is None else round_walk(plan.walk_m)

    def _is_followed(self) -> bool:
        journey = self._flow.journey
        if journey is None or not journey.planned:
            return False
        if self._ready is not None:
            return journey.tour_id == self._ready.id
        return self._plan is not None and self._followed.plan is self._plan

    state = Property(str, _state, notify=changed)
    slow = Property(bool, lambda self: self._answer.is_slow, notify=changed)
    ready_made = Property(bool, lambda self: self._ready is not None, notify=changed)
    kind = Property(str, lambda self: str(self._ready.kind) if self._ready else "own", notify=changed)
    name = Property(str, lambda self: self._ready.name if self._ready else "", notify=changed)
    summary = Property(str, lambda self: self._ready.summary if self._ready else "", notify=changed)
    promised = Property(int, lambda self: self._ready.minutes if self._ready else 0, notify=changed)
    """How many minutes a ready-made tour takes, as its author says: told until it is reckoned how long it takes now."""
    stops = Property(list, _list_stops, notify=changed)
    left_out = Property(list, _left_out, notify=changed)
    """Some of the stops that are not in the tour, as rows with ``why``; ``left_out_more`` are there besides."""
    left_out_more = Property(
        int, lambda self: max(0, len(self._rank_left_out()) - MOST_LEFT_OUT), notify=changed
    )
    unfit = Property(str, _unfit, notify=changed)
    finish = Property(dict, _finish, notify=changed)
    metres = Property(int, _metres, notify=changed)
    followed = Property(bool, _is_followed, notify=changed)
