"""The visit pass to take away: made on the last page where the visitor wishes. Seen from QML as ``PassToTake``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.passes.code import fit_pass, format_pass
from kiosk.passes.visit_pass import AccessWishes, VisitPass, add_visit, days_since_epoch
from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.languages import own_name
from kiosk.screens.pass_brought import PassBrought
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.visitor_wishes import VisitorWishes
from kiosk.visits.clock import WallQuality

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_INTERESTS = 4
"""More would say little of one visitor, and more than is needed."""


@QmlElement
@QmlSingleton
class PassToTake(QObject):
    """Filled when the visit ends by choice; made into a code only when asked for; gone when the page is left."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, wishes: VisitorWishes, brought: PassBrought) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._wishes = wishes
        self._brought = brought
        self._held: VisitPass | None = None
        self._text = ""
        self._number = 0
        flow.ended.connect(self._fill)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> PassToTake:
        """Hand QML the one object the shell made."""
        return get_models(engine).pass_to_take

    @property
    def text(self) -> str:
        """What the code says; "" while none is shown."""
        return self._text

    @property
    def held(self) -> VisitPass | None:
        """The pass of the visit that has ended; None where there is none to take."""
        return self._held

    @property
    def key(self) -> tuple[int, bytes] | None:
        """Number and secret of the key that passes are signed with now; None where this device has none."""
        keys = self._rooms.pass_keys() if self._rooms.pass_keys is not None else ()
        return keys[0] if keys else None

    @Slot()
    def make(self) -> None:
        """Make the code, and show it."""
        if self._held is not None and (key := self.key) is not None:
            self._text = format_pass(self._held, *key)
            self._number += 1
            self.changed.emit()

    @Slot()
    def put_away(self) -> None:
        """Show the page behind again."""
        self._text = ""
        self.changed.emit()

    @Slot(str)
    def _fill(self, reason: str) -> None:
        journey = self._flow.journey
        if journey is None or reason != "leave" or not journey.seen:
            return
        reading = self._rooms.clock.read()
        day = 0 if reading.quality is WallQuality.UNSET else days_since_epoch(reading.wall_ms)
        dwells_ms = dict(self._rooms.visit.dwells_ms)
        longest = sorted(journey.seen, key=lambda stop: -dwells_ms.get(stop, 0))
        wishes = VisitPass(
            journey.language,
            self._wishes.stop.wanted_depth,
            tuple(dict.fromkeys(self._list_interests(journey, longest)))[:MOST_INTERESTS],
            self._wishes.gather(),
            self._brought.held.sites if self._brought.held else (),
        )
        # What the words say is what the code holds.
        self._held = fit_pass(add_visit(wishes, journey.site_id, day, longest))
        self.changed.emit()

    def _list_interests(self, journey: Journey, longest: Sequence[str]) -> Iterator[str]:
        """Yield what the visitor chose, then what they asked for more of, then what they stayed with longest."""
        tags = self._rooms.library.tags(journey.site_id, journey.language)
        yield from (tag for tag in tags if tag in journey.wishes.interests)
        cards = {card.id: card for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}
        for stop in (*reversed(journey.taste.more), *longest[:MOST_INTERESTS]):
            if stop in cards and stop not in journey.taste.less:
                yield from cards[stop].tags

    @Slot()
    def _follow(self) -> None:
        if self._flow.shown != "end" and self._flow.journey is None and self._held is not None:
            self._held, self._text = None, ""
            self.changed.emit()

    def _interests(self) -> list[str]:
        journey = self._flow.journey
        if self._held is None or journey is None:
            return []
        names = self._rooms.library.tags(journey.site_id, journey.language)
        return [names[tag] for tag in self._held.interests if tag in names]

    def _language(self) -> str:
        return own_name(self._held.language) if self._held else ""

    def _list_access(self) -> list[str]:
        """Return which of the access settings are others than usual, as words that QML puts into sentences."""
        if self._held is None:
            return []
        access, usual = self._held.access, AccessWishes()
        return [
            *["text"] * (access.text_percent != usual.text_percent),
            *["contrast"] * access.high_contrast,
            *[f"captions-{access.captions}"] * (access.captions != usual.captions),
            *["self-voicing"] * access.self_voicing,
            *["speed"] * (access.speed_percent != usual.speed_percent),
            *["no-more"] * (not access.goes_on),
        ]

    offered = Property(
        bool,
        lambda self: self._held is not None and self.key is not None,
        notify=changed,
    )
    shown = Property(bool, lambda self: self._text != "", notify=changed)
    picture = Property(str, lambda self: f"image://pass/{self._number}" if self._text else "", notify=changed)
    language = Property(str, _language, notify=changed)
    interests = Property(list, _interests, notify=changed)
    access = Property(list, _list_access, notify=changed)
    depth = Property(str, lambda self: str(self._held.depth) if self._held else "", notify=changed)
    stops = Property(
        int,
        lambda self: sum(len(site.stops) for site in self._held.sites) if self._held else 0,
        notify=changed,
    )
    sites = Property(int, lambda self: len(self._held.sites) if self._held else 0, notify=changed)
