"""What is done about what the camera saw: a stop opened, a choice offered, or a word why it leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from kiosk.scanning.meaning import Meaning, MeaningKind, find_meaning
from kiosk.scanning.reader import Code
from kiosk.scanning.recogniser import PictureMatch
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_choice import StopChoice
from kiosk.screens.visit_flow import VisitFlow

MOST_CODES = 8
"""So many of the codes in one view are looked up; on a wall of them, those nearest the middle."""

JUST_LEFT_MS = 20_000
"""A visitor who comes back from a stop mostly stands before it still: its picture does not open it again so soon."""


class PaperReader(Protocol):
    """Takes what a visitor carries: a ticket, a pass."""

    def takes(self, text: str) -> bool:
        """Take a code's text where it is of its kind, good or not, and say whether it was."""
        ...


class ScanAnswer:
    """Acts on codes and pictures while a page shows what the camera sees; stops are opened from home only.

    Attributes:
        papers: Are shown each code first, in their order.
        answer: "" or why the last code led nowhere: ``foreign``, ``newer`` or ``unreadable``.
        has_answered: Whether something was opened or asked since this visit's camera was first looked at.
    """

    def __init__(
        self, rooms: Rooms, flow: VisitFlow, choice: StopChoice, on_recognised: Callable[[], None]
    ) -> None:
        self._rooms = rooms
        self._flow = flow
        self._choice = choice
        self._on_recognised = on_recognised
        self._read: dict[str, float | None] = {}
        self._home_since_ms = 0
        self.papers: list[PaperReader] = []
        self.answer = ""
        self.has_answered = False
        choice.chosen.connect(self._note_chosen)

    def take_code(self, code: Code) -> None:
        """Open the stop of a code that is meant, or say why there is none."""
        if any(paper.takes(code.text) for paper in self.papers) or self._flow.shown != "home":
            return
        meaning = find_meaning(code.text, self._rooms.library)
        if meaning.kind is MeaningKind.STOP:
            self._read = {meaning.stop_id: code.label_spare}
            self._open(meaning.stop_id, "code")
        else:
            self.refuse(str(meaning.kind), code.text)

    def take_several(self, codes: Sequence[Code]) -> None:
        """Ask which of several labels is meant; where only one of the codes is a stop's, it is that."""
        if self._flow.shown != "home":
            return
        meanings = [(find_meaning(code.text, self._rooms.library), code) for code in codes[:MOST_CODES]]
        self._read = {
            meaning.stop_id: code.label_spare
            for meaning, code in meanings
            if meaning.kind is MeaningKind.STOP
        }
        if len(self._read) == 1:
            self._open(next(iter(self._read)), "code")
        elif self._read:
            self._offer("codes", list(self._read))
        elif meanings:
            why = _explain(meaning for meaning, _ in meanings)
            # One of them may imitate a label of ours.
            self.refuse(why, *(code.text for meaning, code in meanings if meaning.kind == why))

    def take_pictures(self, matches: Sequence[PictureMatch]) -> None:
        """Open the stop whose thing was recognised; where it may be one of several, ask."""
        journey = self._flow.journey
        if journey is None or self._flow.shown != "home":
            return
        # The pictures may be those of another site, or of content that was exchanged just now.
        known = {card.id for card in self._rooms.library.stop_cards(journey.site_id, journey.language)}
        here = [match.stop_id for match in matches if match.stop_id in known]
        if not here or self._is_just_left(here) or self._choice.was_declined(here):
            return
        self._read = {}
        if len(matches) > 1:
            self._offer("pictures", here)
        else:
            self._open(here[0], "picture")

    def refuse(self, why: str, *texts: str) -> None:
        """Say why codes lead nowhere; what they say, ``texts``, is nobody's but the labels' care."""
        self._rooms.visit.scan_failed(why)
        for text in texts or ("",):
            if self._rooms.labels is not None:
                self._rooms.labels.code_refused(why, text)
        self.answer = why

    def take_back(self) -> None:
        """Take the last answer away."""
        self.answer = ""

    def return_home(self) -> None:
        """The visitor looks through the camera again."""
        self._home_since_ms = self._rooms.clock.read().boot_ms

    def forget(self) -> None:
        """Leave nothing of a visit."""
        self.take_back()
        self._read = {}
        self.has_answered = False

    def _open(self, stop_id: str, by: str) -> None:
        self.take_back()
        self.has_answered = True
        self._note_read(stop_id)
        self._on_recognised()
        self._flow.open_stop(stop_id, by)

    def _offer(self, kind: str, stop_ids: list[str]) -> None:
        if self._choice.offer(kind, stop_ids):
            self.has_answered = True

    def _note_chosen(self, stop_id: str) -> None:
        self._note_read(stop_id)
        self._on_recognised()

    def _note_read(self, stop_id: str) -> None:
        if self._rooms.labels is not None and stop_id in self._read:
            self._rooms.labels.code_read(stop_id, self._read[stop_id])
        self._read = {}

    def _is_just_left(self, stop_ids: Sequence[str]) -> bool:
        journey = self._flow.journey
        passed_ms = self._rooms.clock.read().boot_ms - self._home_since_ms
        return journey is not None and journey.here in stop_ids and passed_ms < JUST_LEFT_MS


def _explain(meanings: Iterable[Meaning]) -> str:
    """Return the one word for several codes of which none is a stop here: a label of ours among them counts."""
    kinds = {meaning.kind for meaning in meanings}
    return str(MeaningKind.NEWER if MeaningKind.NEWER in kinds else MeaningKind.FOREIGN)
