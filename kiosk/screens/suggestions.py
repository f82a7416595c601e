"""What to see next, each with its reason; "more like this" and "less like this" act at once. QML: ``Suggestions``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.suggestion import Reason
from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.moment_now import read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.suggestion_rows import make_cards
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.withheld import choose_shown

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


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
        flow.stop_opened.connect(self.forget)
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

    @Slot()
    def forget(self) -> None:
        """Show no cards: those that belong to the page are still to come, or the visit is over."""
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
        self._cards = make_cards(shown, journey, self._rooms.library, self._media)
        self.changed.emit()

    def _liking(self) -> str:
        journey = self._flow.journey
        return journey.liking if journey is not None else ""

    def _find_alike(self) -> str:
        """Return the title of the first stop that is suggested since more like this one was asked for; "" for none."""
        if self._liking() != "more":
            return ""
        return next((card["title"] for card in self._cards if card["reason"] == Reason.MORE_LIKE), "")

    cards = Property(list, lambda self: self._cards, notify=changed)
    liking = Property(str, _liking, notify=changed)
    alike = Property(str, _find_alike, notify=changed)


def _list_wishes(journey: Journey) -> tuple[object, ...]:
    """Return what the suggestions at one stop depend on, but for the time."""
    return journey.here, journey.language, journey.wishes, journey.taste, journey.planned, len(journey.seen)
