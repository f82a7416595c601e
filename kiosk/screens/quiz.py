"""Questions about a stop, for those who follow a quiz trail or come with children. From QML: ``Quiz``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.wishes import Company
from kiosk.model.content import Question, TourKind
from kiosk.screens.engine import get_models
from kiosk.screens.stop_page import StopPage
from kiosk.screens.tour_followed import TourFollowed
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Quiz(QObject):
    """The questions of the stop that is open. The first answer counts, and is kept until the visit ends, and no longer.

    Each of ``questions`` has ``id``, ``text``, ``language`` and ``answers``; ``given`` has, by the id of one that is
    answered, ``chosen``, ``right`` and ``because``: nobody reads the answer before they have given theirs.
    """

    asked = Signal()
    """There are other questions."""
    changed = Signal()
    """One was answered."""

    def __init__(self, flow: VisitFlow, stop: StopPage, followed: TourFollowed) -> None:
        super().__init__()
        self._flow = flow
        self._stop = stop
        self._followed = followed
        self._given: dict[str, tuple[int, bool]] = {}
        self._shown: list[dict[str, Any]] = []
        stop.changed.connect(self._follow)
        followed.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> Quiz:
        """Hand QML the one object the shell made."""
        return get_models(engine).quiz

    @Slot(str, int)
    def answer(self, question_id: str, chosen: int) -> None:
        """Take the answer to a question; a second one changes nothing."""
        question = next((one for one in self._list_questions() if one.id == question_id), None)
        if question is None or self._key(question) in self._given or not 0 <= chosen < len(question.answers):
            return
        self._given[self._key(question)] = (chosen, chosen == question.right)
        self.changed.emit()

    def forget(self) -> None:
        """Leave nothing of the visit."""
        self._given.clear()
        self.changed.emit()

    def _list_questions(self) -> Sequence[Question]:
        journey, stop = self._flow.journey, self._stop.stop
        if journey is None or stop is None:
            return ()
        tour = self._followed.tour
        asks = tour is not None and tour.kind is TourKind.QUIZ
        return stop.questions if asks or journey.wishes.company is Company.CHILDREN else ()

    def _key(self, question: Question) -> str:
        """Return the same key in every language, so that an answer stays when the language changes."""
        assert self._stop.stop is not None
        return f"{self._stop.stop.card.id} {question.id}"

    @Slot()
    def _follow(self) -> None:
        shown = [
            {"id": one.id, "text": one.text, "language": one.language, "answers": list(one.answers)}
            for one in self._list_questions()
        ]
        if shown != self._shown:
            self._shown = shown
            self.asked.emit()
            self.changed.emit()

    def _tell_given(self) -> dict[str, dict[str, Any]]:
        return {
            one.id: {"chosen": given[0], "right": one.right, "because": one.because}
            for one in self._list_questions()
            if (given := self._given.get(self._key(one))) is not None
        }

    questions = Property(list, lambda self: self._shown, notify=asked)
    given = Property(dict, _tell_given, notify=changed)
    answered = Property(int, lambda self: len(self._given), notify=changed)
    right = Property(int, lambda self: sum(is_right for _, is_right in self._given.values()), notify=changed)
