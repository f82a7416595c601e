"""What to see next, each with its reason; "more like this" and "less like this" act at once. QML: ``Suggestions``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.suggestion import Reason, Suggestion
from kiosk.model.content import StopCard
from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.moment_now import read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.withheld import choose_shown

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

NAMES_A_STOP = frozenset({Reason.BECAUSE_STAYED, Reason.MORE_LIKE})


@QmlElement
@QmlSingleton
class Suggestions(QObject):
    """The cards below the stop opened last.

    ``liking`` is "more", "less" or "": what the visitor said of this stop. It is kept until the visit's end, in memory.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._cards: list[dict[str, Any]] = []
        self._answers: tuple[object, ...] = ()
        # The story is told first: nobody reads what comes next in the first moment.
        flow.stop_opened.connect(self._open, Qt.ConnectionType.QueuedConnection)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> Suggestions:
        """Hand QML the one object the shell made."""
        return get_models(engine).suggestions

    @Slot()
    def more_like_this(self) -> None:
        """Ask for more like the stop opened last; a second time takes it back."""
        self._like("more")

    @Slot()
    def less_like_this(self) -> None:
        """Ask for less like the stop opened last; a second time takes it back."""
        self._like("less")

    def forget(self) -> None:
        """Leave nothing of the visit."""
        self._cards, self._answers = [], ()
        self.changed.emit()

    def _like(self, liking: str) -> None:
        journey = self._flow.journey
        if journey is not None and journey.here:
            journey.like("" if self._liking() == liking else liking)
            self._suggest(journey)

    @Slot(str)
    def _open(self, _stop_id: str) -> None:
        if self._flow.journey is not None and self._flow.journey.here:
            self._suggest(self._flow.journey)

    @Slot()
    def _follow(self) -> None:
        """Suggest anew where the visitor comes back to the stop's page wishing for something else than before."""
        journey = self._flow.journey
        is_back = bool(self._answers) and journey is not None and self._flow.shown == "stop"
        if is_back and journey is not None and self._answers != _list_wishes(journey):
            self._suggest(journey)

    def _suggest(self, journey: Journey) -> None:
        self._answers = _list_wishes(journey)
        shown = choose_shown(self._rooms, journey, read_moment(self._rooms, journey))
        cards = {card.id: card for card in self._list_cards(journey)}
        self._cards = [self._make_row(suggestion, journey, cards) for suggestion in shown]
        self.changed.emit()

    def _make_row(
        self, suggestion: Suggestion, journey: Journey, cards: dict[str, StopCard]
    ) -> dict[str, Any]:
        here = cards.get(journey.here)
        is_elsewhere = here is not None and suggestion.floor_id not in ("", here.floor_id)
        return make_row(suggestion.stop, self._media) | {
            "reason": str(suggestion.reason),
            "because": self._name_because(suggestion, journey, cards),
            "since": suggestion.stop.added_on if suggestion.reason is Reason.NEW else "",
            "metres": -1 if suggestion.walk_m is None else round(suggestion.walk_m),
            "floor": self._name_floor(suggestion.floor_id, journey) if is_elsewhere else "",
        }

    def _name_because(self, suggestion: Suggestion, journey: Journey, cards: dict[str, StopCard]) -> str:
        if suggestion.reason in NAMES_A_STOP:
            return cards[suggestion.because].title if suggestion.because in cards else ""
        if suggestion.reason is Reason.YOUR_INTEREST:
            return self._rooms.library.tags(journey.site_id, journey.language).get(suggestion.because, "")
        return ""

    def _name_floor(self, floor_id: str, journey: Journey) -> str:
        floors = self._rooms.library.floors(journey.site_id, journey.language)
        return next((floor.name for floor in floors if floor.id == floor_id), "")

    def _list_cards(self, journey: Journey) -> list[StopCard]:
        return list(self._rooms.library.stop_cards(journey.site_id, journey.language))

    def _liking(self) -> str:
        journey = self._flow.journey
        return journey.liking if journey is not None else ""

    cards = Property(list, lambda self: self._cards, notify=changed)
    liking = Property(str, _liking, notify=changed)


def _list_wishes(journey: Journey) -> tuple[object, ...]:
    """Return what the suggestions at one stop depend on, but for the time."""
    return journey.here, journey.language, journey.wishes, journey.taste, journey.planned, len(journey.seen)
