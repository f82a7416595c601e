"""Showing a ticket at the begin of a visit, typed or scanned. From QML: ``TicketEntry``."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QDate, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow
from kiosk.tickets.printed import looks_like_ticket
from kiosk.tickets.symbols import LENGTH, fold_typed, format_grouped
from kiosk.tickets.voucher import PREFIX as VOUCHER_PREFIX

if TYPE_CHECKING:
    from kiosk.screens.journey import Journey
    from kiosk.tickets.office import Verdict

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGE: Final = "ticket"
TICK_MS: Final = 500


@QmlElement
@QmlSingleton
class TicketEntry(QObject):
    """What was typed of a ticket's code so far, and what became of it.

    ``answer`` is "" or why a code does not open the visit, as :class:`kiosk.tickets.reading.Refusal` has it; ``checking``
    while a code is looked at. ``day`` is the day that matters to the answer, in the words of the language.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._typed = ""
        self._types = False
        self._answer = ""
        self._day = ""
        self._wait_until_ms = 0
        self._asked = 0
        self._is_checking = False
        self._came_from = ""
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._page = flow.shown
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> TicketEntry:
        """Hand QML the one object the shell made."""
        return get_models(engine).ticket

    def takes(self, text: str) -> bool:
        """Take a code that the camera read, where it is a ticket or a voucher or one is waited for; say whether it was."""
        if self._rooms.tickets is None:
            return False
        is_voucher = text[: len(VOUCHER_PREFIX)].upper() == VOUCHER_PREFIX
        if self._flow.shown == PAGE or (is_voucher and self._flow.is_at_site):
            self._submit(text)
            return True
        # Whoever is inside has shown their ticket: the code is not a stranger's.
        return looks_like_ticket(text) and self._flow.is_at_site

    def close(self) -> None:
        """Let no clock go on."""
        self._clock.stop()

    @Slot(str, result=bool)
    def press(self, sign: str) -> bool:
        """Type one sign, of a key on the screen or of a keyboard in any script; False where it is none of a code's."""
        symbol = fold_typed(sign) if len(sign) == 1 else None
        if not symbol:
            return False
        if len(self._typed) < LENGTH:
            self._typed += symbol
        self._types = True
        self._take_back()
        return True

    @Slot()
    def erase(self) -> None:
        """Take back the last sign."""
        self._typed = self._typed[:-1]
        self._take_back()

    @Slot()
    def go(self) -> None:
        """Have the typed code looked at."""
        if len(self._typed) == LENGTH:
            self._submit(self._typed)

    @Slot(bool)
    def choose_typing(self, types: bool) -> None:  # Qt hands it over by its place
        """Type the code, or hold it before the camera."""
        self._types = types
        self._take_back()

    @Slot()
    def go_without(self) -> None:
        """Go on without a ticket, where the site lets visitors."""
        if self.find_asking() == "asked":
            self._admit()

    @Slot()
    def forget(self) -> None:
        """Leave nothing of a visit."""
        self._typed, self._types, self._answer, self._day = "", False, "", ""
        self._came_from = ""
        self._asked += 1  # what comes now is nobody's answer any more
        self._is_checking = False
        self.changed.emit()

    def find_asking(self) -> str:
        """Return how the site whose ticket is wanted asks; off inside, where only a voucher can be shown."""
        site = self._flow.journey.wanted_site if self._flow.journey else ""
        return self._rooms.tickets.find_asking(site) if site and self._rooms.tickets else "off"

    def _submit(self, text: str) -> None:
        journey, tickets = self._flow.journey, self._rooms.tickets
        if journey is None or tickets is None or self._is_checking or self._wait_left_ms() > 0:
            return
        self._asked += 1
        number, site = self._asked, journey.wanted_site or journey.site_id
        self._is_checking = True
        tickets.redeem(site, text, lambda verdict: self._take(number, journey, site, verdict))
        self.changed.emit()

    def _take(self, number: int, asker: Journey, site: str, verdict: Verdict) -> None:
        if number != self._asked:
            if verdict.is_accepted and verdict.code is not None and verdict.code.claim is not None:
                # They left the page while a slow desk was asked: the ticket is used up, so it is theirs all the same.
                asker.admitted.add(site)
            return
        self._is_checking = False
        self._answer = str(verdict.refusal or "")
        self._typed = self._typed if verdict.refusal == "mistyped" else ""
        self._day = self._find_day(verdict)
        if verdict.refusal == "wait":
            self._wait_until_ms = self._now_ms() + math.ceil(verdict.wait_s * 1000)
            self._clock.start()
        self.changed.emit()
        if verdict.is_accepted:
            self._accept(site, verdict)

    def _accept(self, site: str, verdict: Verdict) -> None:
        code = verdict.code
        assert code is not None
        if code.voucher is not None:
            self._take_voucher(code.voucher.from_site)
            return
        self._admit()
        if code.claim is not None and self._flow.journey is not None and self._flow.journey.site_id == site:
            claim = code.claim
            self._rooms.visit.ticket_accepted(claim.product, claim.party, claim.price_class)

    def _take_voucher(self, from_site: str) -> None:
        """Note where the visitor comes from. It opens no site that requires a ticket: that is asked for all the same."""
        self._came_from = from_site
        if self.find_asking() != "required":
            self._admit()
        self.changed.emit()

    def _admit(self) -> None:
        """Let the visitor in, or back to where they showed a voucher."""
        journey, came_from = self._flow.journey, self._came_from
        if journey is None:
            return
        self._came_from = ""
        if site := journey.wanted_site:
            journey.admitted.add(site)
            self._flow.enter(site)
        elif self._flow.shown == PAGE:
            self._flow.back()
        if came_from:
            journey.came_from = came_from
            self._rooms.visit.voucher_redeemed(came_from)
            self.changed.emit()

    def _take_back(self) -> None:
        """Take the last answer away; a wait goes on by itself."""
        self._answer = ""
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        if self._wait_left_ms() <= 0:
            self._clock.stop()
            self._answer = "" if self._answer == "wait" else self._answer
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Begin anew on the ticket's page, and when the visit is over."""
        page, self._page = self._page, self._flow.shown
        if self._page != page and PAGE in (page, self._page):
            self.forget()
        if not self._flow.is_visiting:
            self._clock.stop()

    def _find_day(self, verdict: Verdict) -> str:
        code, journey = verdict.code, self._flow.journey
        if code is None or journey is None:
            return ""
        day = code.first_day if verdict.refusal == "not-yet" else code.last_day
        return _write_day(day, journey.language)

    def _wait_left_ms(self) -> int:
        return self._wait_until_ms - self._now_ms()

    def _now_ms(self) -> int:
        return self._rooms.clock.read().boot_ms

    def _find_help(self) -> str:
        journey, tickets = self._flow.journey, self._rooms.tickets
        return tickets.find_help(journey.language) if journey and tickets else ""

    def _find_site_name(self) -> str:
        journey = self._flow.journey
        site = (journey.wanted_site or journey.site_id) if journey else ""
        return self._rooms.library.get_site(site, journey.language).name if journey and site else ""

    def _name_origin(self) -> str:
        """Return the name of the site that a voucher came from, "" where there is none or nobody here knows it."""
        journey = self._flow.journey
        origin = self._came_from or (journey.came_from if journey else "")
        if journey is None or not origin:
            return ""
        library, here = self._rooms.library, journey.wanted_site or journey.site_id
        names = {near.id: near.name for near in library.nearby(here, journey.language)}
        names |= {site.id: site.name for site in library.sites(journey.language)}
        return names.get(origin, "")

    typed = Property(str, lambda self: format_grouped(self._typed), notify=changed)
    whole = Property(bool, lambda self: len(self._typed) == LENGTH, notify=changed)
    begun = Property(bool, lambda self: bool(self._typed), notify=changed)
    types = Property(bool, lambda self: self._types, notify=changed)
    answer = Property(str, lambda self: self._answer, notify=changed)
    day = Property(str, lambda self: self._day, notify=changed)
    checking = Property(bool, lambda self: self._is_checking, notify=changed)
    asking = Property(str, find_asking, notify=changed)
    help = Property(str, _find_help, notify=changed)
    site_name = Property(str, _find_site_name, notify=changed)
    welcomed = Property(
        bool,
        lambda self: bool(self._came_from or (self._flow.journey and self._flow.journey.came_from)),
        notify=changed,
    )
    """Whether a voucher was taken in this visit."""
    origin = Property(str, _name_origin, notify=changed)
    wait_s = Property(int, lambda self: max(0, math.ceil(self._wait_left_ms() / 1000)), notify=changed)
    takes_vouchers = Property(
        bool,
        lambda self: bool(self._rooms.tickets and self._rooms.tickets.takes_vouchers()),
        notify=changed,
    )


def _write_day(day: date, language: str) -> str:
    shown = QDate(day.year, day.month, day.day)
    return QLocale(language).toString(shown, QLocale.FormatType.LongFormat)
