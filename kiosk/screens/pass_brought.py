"""A visit pass that the visitor brought: it sets the guide up at once. Seen from QML as ``PassBrought``."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.errors import KioskError
from kiosk.model.language import pick, primary
from kiosk.passes.code import looks_like_pass, parse_pass
from kiosk.passes.visit_pass import VisitPass, days_since_epoch, find_after, find_nth
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.visitor_wishes import VisitorWishes
from kiosk.visits.clock import WallQuality

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "pass"


@QmlElement
@QmlSingleton
class PassBrought(QObject):
    """Reads a pass on its own page or wherever codes are read; kept until the visit is over, and nowhere else.

    ``answer`` is "" or the code of why the last one was not taken (``passes.newer`` ...).
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, wishes: VisitorWishes) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._wishes = wishes
        self._held: VisitPass | None = None
        self._is_settled = False
        self._answer = ""
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> PassBrought:
        """Hand QML the one object the shell made."""
        return get_models(engine).pass_brought

    @property
    def held(self) -> VisitPass | None:
        """The pass the visitor brought; None where they brought none."""
        return self._held

    def takes(self, text: str) -> bool:
        """Take a code's text where it is a pass, or where a pass is waited for; say whether it was taken care of."""
        is_awaited = self._flow.shown == PAGE
        if self._rooms.pass_keys is None or not (is_awaited or looks_like_pass(text)):
            return False
        secrets = dict(self._rooms.pass_keys())
        try:
            self._take(parse_pass(text, secrets.get))
        except KioskError as refusal:
            self._answer = refusal.code
            self.changed.emit()
        return True

    def forget(self) -> None:
        """Leave nothing of the pass."""
        self._held, self._is_settled, self._answer = None, False, ""
        self.changed.emit()

    def _take(self, held: VisitPass) -> None:
        is_counted = self._held is not None and self._is_settled
        self._held, self._is_settled, self._answer = held, False, ""
        self._wishes.set_before_visit(held.access, held.depth)
        self.changed.emit()
        if not self._flow.is_at_site:
            self._go_on(held)
        else:
            self._settle(is_counted=is_counted)

    def _go_on(self, held: VisitPass) -> None:
        """Leave the pages before the visit: in the pass's language where a site here speaks it."""
        tag = pick(held.language, self._flow.tags(), "")
        if tag is not None and primary(tag) == primary(held.language):
            self._flow.choose_language(tag)
        else:
            self._flow.show("language")

    def _settle(self, *, is_counted: bool = False) -> None:
        """Set what belongs to a visit under way, and note, once in a visit, that somebody came back."""
        assert self._held is not None and self._flow.journey is not None
        self._is_settled = True
        journey = self._flow.journey
        self._wishes.set_in_visit(self._held.access)
        cards = self._rooms.library.stop_cards(journey.site_id, journey.language)
        known = self._rooms.library.tags(journey.site_id, journey.language)
        drawn_by = {tag for tag in self._held.interests if tag in known}
        journey.wishes = replace(journey.wishes, interests=journey.wishes.interests | drawn_by)
        journey.seen_before = self._held.list_seen(card.id for card in cards)
        if not is_counted:
            self._note_return()

    def _note_return(self) -> None:
        held = self._held
        before = held.sites[0] if held and held.sites else None
        if held is None or before is None:
            return
        from_site = next((site for site in self._list_sites() if held.find_site(site) is before), None)
        if from_site is None:  # a place that nothing here knows by name
            return
        reading = self._rooms.clock.read()
        today = 0 if reading.quality is WallQuality.UNSET else days_since_epoch(reading.wall_ms)
        self._rooms.visit.pass_read(from_site, find_nth(held), find_after(before, today))

    def _list_sites(self) -> list[str]:
        journey, library = self._flow.journey, self._rooms.library
        assert journey is not None
        own = [site.id for site in library.sites(journey.language)]
        return [*own, *(near.id for near in library.nearby(journey.site_id, journey.language))]

    @Slot()
    def _follow(self) -> None:
        if not self._flow.is_visiting:
            if self._held is not None or self._answer:
                self.forget()
        elif self._held is not None and not self._is_settled and self._flow.is_at_site:
            self._settle()
        elif self._answer and self._flow.shown != PAGE:
            self._answer = ""
            self.changed.emit()

    available = Property(
        bool,
        lambda self: (
            self._rooms.make_scanner is not None and bool(self._rooms.pass_keys and self._rooms.pass_keys())
        ),
        notify=changed,
    )
    """Whether a pass can be read here; asked anew by each page that says so, since keys may come with the hub."""
    answer = Property(str, lambda self: self._answer, notify=changed)
    taken = Property(bool, lambda self: self._held is not None, notify=changed)
    seen_before = Property(
        int, lambda self: len(self._flow.journey.seen_before) if self._flow.journey else 0, notify=changed
    )
