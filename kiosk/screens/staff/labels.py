"""What is known of the site's labels, what needs somebody first. From QML: ``StaffLabels``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import StopCard
from kiosk.model.label_state import LabelState
from kiosk.screens.engine import get_staff
from kiosk.screens.look import Look
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Library
from kiosk.screens.staff.label_rows import make_label_row
from kiosk.screens.staff.site_choice import SiteChoice
from kiosk.screens.staff_rooms import LabelRounds

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class StaffLabels(QObject):
    """The labels of one site, and what staff say of one: that it is all right, or that it was printed anew."""

    changed = Signal()

    def __init__(self, rounds: LabelRounds | None, library: Library, media: MediaIndex, look: Look) -> None:
        super().__init__()
        self._rounds = rounds
        self._media = media
        self._choice = SiteChoice(library, look)
        self._asked = ""
        if rounds is not None:
            rounds.watch(self.changed.emit)
        look.changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffLabels:
        """Hand QML the one object the shell made."""
        return get_staff(engine).labels

    @property
    def site_id(self) -> str:
        """The site that is looked at: the one chosen, else that of the round under way, else the first; "" for none."""
        under_way = self._rounds.current_round if self._rounds else None
        return self._choice.find(otherwise=under_way.site_id if under_way else "")

    def list_cards(self) -> dict[str, StopCard]:
        """Return the cards of the site's stops by their ids."""
        return self._choice.list_cards(self.site_id)

    def forget(self) -> None:
        """Forget what was chosen, and free what was read."""
        self._asked = ""
        self._choice.choose("")
        if self._rounds is not None:
            self._rounds.forget()

    @Slot()
    def renew(self) -> None:
        """Look anew: visitors see other content, and so other stops."""
        if self._rounds is not None:
            self._rounds.forget()
        self.changed.emit()

    @Slot(str)
    def choose_site(self, site_id: str) -> None:
        """Look at another site's labels."""
        self._asked = ""
        self._choice.choose(site_id)
        self.changed.emit()

    @Slot()
    def show_more(self) -> None:
        """Show some more of the labels."""
        self._choice.show_more()
        self.changed.emit()

    @Slot(str)
    def say_all_right(self, stop_id: str) -> None:
        """Note that somebody looked at a label, and nothing is over it."""
        if self._rounds is not None:
            self._rounds.note_all_right(stop_id)

    @Slot(str)
    def ask_replaced(self, stop_id: str) -> None:
        """Ask whether a label was printed anew."""
        self._asked = stop_id
        self.changed.emit()

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """Begin a label's count anew where it was printed anew."""
        stop_id, self._asked = self._asked, ""
        if yes and stop_id and self._rounds is not None:
            self._rounds.note_replaced(stop_id)
        self.changed.emit()

    def _states(self) -> tuple[LabelState, ...]:
        return tuple(self._rounds.states(self.site_id)) if self._rounds and self.site_id else ()

    def _make_rows(self) -> list[dict[str, Any]]:
        cards = self.list_cards()
        return [make_label_row(state, cards, self._media) for state in self._states()[: self._choice.shown]]

    def _count_needing(self) -> int:
        return sum(state.needs_somebody for state in self._states())

    labels = Property(list, _make_rows, notify=changed)
    known = Property(bool, lambda self: bool(self._states()), notify=changed)
    """Whether the disk has told yet."""
    total = Property(int, lambda self: len(self._states()), notify=changed)
    needing = Property(int, _count_needing, notify=changed)
    more = Property(int, lambda self: max(0, len(self._states()) - self._choice.shown), notify=changed)
    sites = Property(list, lambda self: self._choice.list_sites(self.site_id), notify=changed)
    asked = Property(str, lambda self: self._asked, notify=changed)
    """The label of which it is asked whether it was printed anew; "" for none."""
    kept = Property(bool, lambda self: self._rounds is not None, constant=True)
