"""What staff close for a while, and open again: stops and ways. From QML: ``StaffClosing``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.closures import ClosedKind, Closure
from kiosk.model.content import StopCard
from kiosk.model.errors import KioskError
from kiosk.screens.engine import get_staff
from kiosk.screens.look import Look
from kiosk.screens.rooms import Library
from kiosk.screens.staff.closing_rows import NOTHING, make_closing_row
from kiosk.screens.staff.site_choice import SiteChoice
from kiosk.screens.staff_rooms import Closings

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class StaffClosing(QObject):
    """What is closed at one site, what could be, and how to take back what was done last."""

    changed = Signal()

    def __init__(self, closings: Closings | None, library: Library, look: Look) -> None:
        super().__init__()
        self._closings = closings
        self._library = library
        self._choice = SiteChoice(library, look)
        self._done: dict[str, Any] = NOTHING
        self._undo: Callable[[], None] | None = None
        self._problem = ""
        if closings is not None:
            closings.watch(self.changed.emit)
        look.changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffClosing:
        """Hand QML the one object the shell made."""
        return get_staff(engine).closing

    @property
    def site_id(self) -> str:
        """The site that is looked at: the one chosen, else the first; "" for none."""
        return self._choice.find()

    def forget(self) -> None:
        """Forget what was chosen, and how to take back what was done."""
        self._choice.choose("")
        self._done, self._undo, self._problem = NOTHING, None, ""

    @Slot()
    def renew(self) -> None:
        """Look anew: visitors see other content, and so other stops."""
        self.changed.emit()

    @Slot(str)
    def choose_site(self, site_id: str) -> None:
        """Look at another site."""
        self.forget()
        self._choice.choose(site_id)
        self.changed.emit()

    @Slot()
    def show_more(self) -> None:
        """Show some more of what is open."""
        self._choice.show_more()
        self.changed.emit()

    @Slot(str)
    def close_today(self, key: str) -> None:
        """Close a stop or way to the end of the day; until somebody opens it where nobody knows what day it is."""
        assert self._closings is not None
        self._close(key, replace(self._name(key), until=self._closings.find_today(self.site_id)))

    @Slot(str)
    def close(self, key: str) -> None:
        """Close a stop or way until somebody opens it."""
        self._close(key, self._name(key))

    @Slot(str)
    def open_again(self, key: str) -> None:
        """Open a stop or way."""
        assert self._closings is not None
        closings, thing = self._closings, self._name(key)
        was = next((one for one in closings.list_closed(self.site_id) if one.is_same_thing(thing)), None)
        if was is not None:
            self._do(lambda: closings.open_again(was), lambda: closings.close(was), thing, closed=False)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._try(undo)
            self._done = NOTHING
            self.changed.emit()

    def _close(self, key: str, new: Closure) -> None:
        assert self._closings is not None
        closings = self._closings
        self._do(lambda: closings.close(new), lambda: closings.open_again(new), self._name(key), closed=True)

    def _do(self, act: Callable[[], None], undo: Callable[[], None], thing: Closure, *, closed: bool) -> None:
        if self._try(act):
            self._undo = undo
            self._done = make_closing_row(thing, self._cards(), self._ways(), closed=closed)
        self.changed.emit()

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except KioskError as error:
            self._problem = str(error)
            return False
        self._problem = ""
        return True

    def _name(self, key: str) -> Closure:
        kind, _, thing_id = key.partition("-")
        return Closure(self.site_id, ClosedKind(kind), thing_id)

    def _cards(self) -> dict[str, StopCard]:
        return self._choice.list_cards(self.site_id)

    def _ways(self) -> dict[str, Any]:
        site_id = self.site_id
        return {way.id: way for way in self._library.ways(site_id)} if site_id else {}

    def _list_closed(self) -> list[dict[str, Any]]:
        if self._closings is None or not self.site_id:
            return []
        cards, ways = self._cards(), self._ways()
        return [
            make_closing_row(one, cards, ways, closed=True)
            for one in self._closings.list_closed(self.site_id)
        ]

    def _list_open(self) -> list[dict[str, Any]]:
        """Return what is open: first the ways that staff gave a name, then the stops in their order."""
        site_id, cards, ways = self.site_id, self._cards(), self._ways()
        closed = {row["key"] for row in self._list_closed()}
        named = [Closure(site_id, ClosedKind.WAY, way.id) for way in ways.values() if way.name]
        stops = [Closure(site_id, ClosedKind.STOP, stop_id) for stop_id in cards]
        rows = (make_closing_row(one, cards, ways, closed=False) for one in (*named, *stops))
        return [row for row in rows if row["key"] not in closed]

    closed = Property(list, _list_closed, notify=changed)
    open = Property(list, lambda self: self._list_open()[: self._choice.shown], notify=changed)
    more = Property(int, lambda self: max(0, len(self._list_open()) - self._choice.shown), notify=changed)
    sites = Property(list, lambda self: self._choice.list_sites(self.site_id), notify=changed)
    done = Property(dict, lambda self: self._done, notify=changed)
    """What was closed or opened last, while it can be taken back; without a key for nothing."""
    problem = Property(str, lambda self: self._problem, notify=changed)
    kept = Property(bool, lambda self: self._closings is not None, constant=True)
