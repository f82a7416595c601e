"""The site's own plan: where the visitor is, what they saw, the tour they follow. From QML: ``SitePlan``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import Floor, StopCard
from kiosk.place.plan_fit import PlanFit, find_fit
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.moment_now import read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class SitePlan(QObject):
    """One floor of the site's plan with its stops; places are 0 to 1 from the plan's top left.

    ``visitor`` is where they are by their position outdoors (``x``, ``y``, and ``radius`` of the circle they are in, as a
    share of the plan's width); empty where that is not known, or the plan's stops do not tell how it lies on the ground.
    ``tour_lines`` and ``route_lines`` are the pieces of a way that lie on this floor; where one goes on to another floor,
    ``tour_changes`` and ``route_changes`` have the spot and the other floor's name.
    """

    changed = Signal()
    visitor_changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._floor_id = ""
        self._fits: dict[str, PlanFit | None] = {}
        self._detours: frozenset[str] = frozenset()
        flow.changed.connect(self._follow)
        if rooms.place is not None:
            rooms.place.watch(self.visitor_changed.emit)
            self.changed.connect(self.visitor_changed)

    @staticmethod
    def create(engine: QQmlEngine) -> SitePlan:
        """Hand QML the one object the shell made."""
        return get_models(engine).plan

    @Slot(str)
    def show_floor(self, floor_id: str) -> None:
        """Show another floor."""
        self._floor_id = floor_id
        self.changed.emit()

    def forget(self) -> None:
        """Show the visitor's own floor again."""
        self._fits.clear()
        self.show_floor("")

    @Slot()
    def _follow(self) -> None:
        if self._flow.shown in ("map", "end"):
            self._detours = self._find_detours()
            self.changed.emit()

    def _find_detours(self) -> frozenset[str]:
        """Return the ids of stops that are not in the visitor's tour and worth a detour."""
        journey, guide = self._flow.journey, self._rooms.guide
        if guide is None or journey is None or not journey.site_id or self._flow.shown != "map":
            return frozenset()
        offered = (
            one.stop.id for one in guide.suggest(read_moment(self._rooms, journey)) if not one.withheld
        )
        # What is withheld from the cards is not shown here either.
        return frozenset(
            stop for stop in offered if stop not in journey.planned and not journey.withheld.get(stop)
        )

    def _list_floors(self) -> Sequence[Floor]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return ()
        floors = self._rooms.library.floors(journey.site_id, journey.language)
        return [
            floor for floor in floors if self._media.make_url(floor.plan)
        ]  # a floor with no drawing is no plan

    def _list_cards(self) -> Sequence[StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return ()
        return self._rooms.library.stop_cards(journey.site_id, journey.language)

    def _find_floor(self) -> Floor | None:
        floors = self._list_floors()
        here = self._flow.journey.here if self._flow.journey else ""
        own = next((card.floor_id for card in self._list_cards() if card.id == here), "")
        for wanted in (self._floor_id, own):
            for floor in floors:
                if floor.id == wanted:
                    return floor
        return floors[0] if floors else None

    def _spots(self) -> list[dict[str, Any]]:
        floor = self._find_floor()
        journey = self._flow.journey
        if floor is None or journey is None:
            return []
        return [
            make_row(card, self._media, journey.seen)
            | {"x": card.plan_x, "y": card.plan_y, "here": card.id == journey.here}
            | {"detour": card.id in self._detours, "planned": card.id in journey.planned}
            for card in self._list_cards()
            if card.floor_id == floor.id and card.plan_x is not None and card.plan_y is not None
        ]

    def _lines(self, stop_ids: Sequence[str]) -> list[list[dict[str, float]]]:
        """Return the pieces of a way through these stops that lie on the floor that is shown."""
        spots = {spot["id"]: {"x": spot["x"], "y": spot["y"]} for spot in self._spots()}
        known = self._list_known(stop_ids)
        pieces: list[list[dict[str, float]]] = [[]]
        for stop in known:
            if stop in spots:
                pieces[-1].append(spots[stop])
            else:
                pieces.append([])
        return [piece for piece in pieces if len(piece) > 1]

    def _changes(self, stop_ids: Sequence[str]) -> list[dict[str, Any]]:
        """Return where a way through these stops leaves the floor that is shown, with the name of the next one."""
        spots = {spot["id"]: spot for spot in self._spots()}
        floors = {floor.id: floor.name for floor in self._list_floors()}
        on_floor = {card.id: card.floor_id for card in self._list_cards()}
        known = self._list_known(stop_ids)
        return [
            {"x": spots[one]["x"], "y": spots[one]["y"], "floor": floors[on_floor[other]]}
            for one, other in pairwise(known)
            if one in spots and other not in spots and on_floor[other] in floors
        ]

    def _list_known(self, stop_ids: Sequence[str]) -> list[str]:
        """Return those that are drawn on some floor; a stop without a place, or gone, does not break the line."""
        drawn = {
            card.id for card in self._list_cards() if card.plan_x is not None and card.plan_y is not None
        }
        return [stop for stop in stop_ids if stop in drawn]

    def _visitor(self) -> dict[str, float]:
        floor = self._find_floor()
        place = self._rooms.place
        if floor is None or place is None or place.spot is None or place.accuracy_m is None:
            return {}
        key = f"{floor.id} {floor.plan}"  # another release may draw the same floor otherwise
        if key not in self._fits:
            self._fits[key] = find_fit(floor, self._list_cards())
        fit = self._fits[key]
        spot = fit.find_spot(*place.spot, place.accuracy_m) if fit else None
        return {"x": spot.x, "y": spot.y, "radius": spot.radius} if spot else {}

    def _tour(self) -> tuple[str, ...]:
        return self._flow.journey.planned if self._flow.journey else ()

    def _route(self) -> list[str]:
        return self._flow.journey.seen if self._flow.journey else []

    def _plan(self) -> dict[str, Any]:
        floor = self._find_floor()
        if floor is None:
            return {"url": "", "id": "", "name": "", "ratio": 1.0}
        ratio = floor.width_px / floor.height_px if floor.height_px else 1.0
        return {"url": self._media.make_url(floor.plan), "id": floor.id, "name": floor.name, "ratio": ratio}

    floors = Property(
        list, lambda self: [{"id": one.id, "name": one.name} for one in self._list_floors()], notify=changed
    )
    plan = Property(dict, _plan, notify=changed)
    spots = Property(list, _spots, notify=changed)
    visitor = Property(dict, _visitor, notify=visitor_changed)
    tour_lines = Property(list, lambda self: self._lines(self._tour()), notify=changed)
    tour_changes = Property(list, lambda self: self._changes(self._tour()), notify=changed)
    route_lines = Property(list, lambda self: self._lines(self._route()), notify=changed)
    route_changes = Property(list, lambda self: self._changes(self._route()), notify=changed)
    follows_tour = Property(bool, lambda self: bool(self._tour()), notify=changed)
    has_detours = Property(bool, lambda self: bool(self._detours), notify=changed)
