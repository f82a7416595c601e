"""An onward voucher on the last page: a one-time code for another site, where the visitor wishes. From QML: ``VoucherOffer``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Onward, Rooms
from kiosk.screens.visit_flow import VisitFlow
from kiosk.tickets.symbols import format_grouped
from kiosk.tickets.voucher import PREFIX

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_SITES = 4


@QmlElement
@QmlSingleton
class VoucherOffer(QObject):
    """The sites that a visitor may go on to with a code, and the code once it is made; gone with the last page."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._onward: tuple[Onward, ...] = ()
        self._from_site = ""
        self._code = ""
        self._to_name = ""
        self._number = 0
        flow.ended.connect(self._fill)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> VoucherOffer:
        """Hand QML the one object the shell made."""
        return get_models(engine).voucher

    @property
    def text(self) -> str:
        """What the QR code says; "" while none is shown."""
        return PREFIX + self._code if self._code else ""

    @Slot(str)
    def make(self, site_id: str) -> None:
        """Make a code for a site, and show it."""
        to = next((one for one in self._onward if one.site_id == site_id), None)
        if to is not None and self._rooms.tickets is not None:
            self._code = self._rooms.tickets.make_voucher(self._from_site, site_id)
            self._to_name = to.name
            self._number += 1
            # One a visit: who wants another site takes the first code back by not using it.
            self._onward = ()
            self.changed.emit()

    @Slot()
    def put_away(self) -> None:
        """Show the page behind again."""
        self._code = ""
        self.changed.emit()

    @Slot(str)
    def _fill(self, reason: str) -> None:
        journey, tickets = self._flow.journey, self._rooms.tickets
        if journey is not None and tickets is not None and reason == "leave" and journey.seen:
            self._from_site = journey.site_id
            self._onward = tuple(tickets.list_onward(journey.site_id, journey.language))[:MOST_SITES]
            self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        if self._flow.journey is None and (self._onward or self._code or self._from_site):
            self._onward, self._from_site, self._code, self._to_name = (), "", "", ""
            self.changed.emit()

    def _sites(self) -> list[dict[str, Any]]:
        return [{"id": one.site_id, "name": one.name} for one in self._onward]

    sites = Property(list, _sites, notify=changed)
    shown = Property(bool, lambda self: self._code != "", notify=changed)
    code = Property(str, lambda self: format_grouped(self._code), notify=changed)
    to_name = Property(str, lambda self: self._to_name, notify=changed)
    picture = Property(
        str, lambda self: f"image://voucher/{self._number}" if self._code else "", notify=changed
    )
