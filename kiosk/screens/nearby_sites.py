"""Other sites near the one the visitor is at: a page of its own, and a few on the last page. From QML: ``NearbySites``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.nearby import NearbyPlace
from kiosk.model.content import NearbySite
from kiosk.screens.engine import get_models
from kiosk.screens.moment_now import read_moment
from kiosk.screens.nearby_rows import make_found_row, make_place_row
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

FEW: Final = 3
_SAME_FOR: Final = timedelta(minutes=1)
_ON_PAGES: Final = frozenset({"nearby", "end"})


@QmlElement
@QmlSingleton
class NearbySites(QObject):
    """Where a visitor can go on to, read when a page that shows it is turned to, and again after a minute."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._read_for: tuple[str, str] = ("", "")
        self._now: datetime | None = None
        self._places: Sequence[NearbyPlace] = ()
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> NearbySites:
        """Hand QML the one object the shell made."""
        return get_models(engine).nearby

    def make_row(self, site: NearbySite) -> dict[str, Any]:
        """Return what a row shows of a site that was found by its name: how far it is only where it is near."""
        self._read()
        found = next((place for place in self._places if place.site.id == site.id), None)
        return make_place_row(found, self._now) if found else make_found_row(site)

    def forget(self) -> None:
        """Forget where the visitor was."""
        if self._read_for != ("", ""):
            self._read_for, self._now, self._places = ("", ""), None, ()
            self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        if self._flow.journey is None:
            self.forget()  # the last page has been left
        elif self._flow.shown in _ON_PAGES:
            self._read()

    def _read(self) -> None:
        journey, guide = self._flow.journey, self._rooms.guide
        if journey is None or not journey.site_id or guide is None:
            return
        moment = read_moment(self._rooms, journey)
        asked = (journey.site_id, journey.language)
        if asked == self._read_for and _is_about(moment.now, self._now):
            return
        self._read_for, self._now = asked, moment.now
        self._places = guide.nearby(moment)
        self.changed.emit()

    def _is_offered(self) -> bool:
        journey = self._flow.journey
        if journey is None or not journey.site_id or self._rooms.guide is None:
            return False
        library = self._rooms.library
        site = library.get_site(journey.site_id, journey.language)
        others = library.nearby(site.id, journey.language) or library.sites(journey.language)[1:]
        return site.lat is not None and bool(others)

    def _make_rows(self, places: Sequence[NearbyPlace]) -> list[dict[str, Any]]:
        return [make_place_row(place, self._now) for place in places]

    def _walks(self) -> list[dict[str, Any]]:
        return self._make_rows([place for place in self._places if place.is_walk])

    def _rides(self) -> list[dict[str, Any]]:
        return self._make_rows([place for place in self._places if not place.is_walk])

    def _few(self) -> list[dict[str, Any]]:
        return self._make_rows(self._places[:FEW])

    walks = Property(list, _walks, notify=changed)
    rides = Property(list, _rides, notify=changed)
    few = Property(list, _few, notify=changed)
    offered = Property(bool, _is_offered, notify=changed)
    count = Property(int, lambda self: len(self._places), notify=changed)


def _is_about(now: datetime | None, then: datetime | None) -> bool:
    if now is None or then is None:
        return now is then
    return timedelta(0) <= now - then < _SAME_FOR
