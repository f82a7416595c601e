"""Only the answer to the question asked last is taken, and only a late one is spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from kiosk.screens.latest_answer import LatestAnswer
from tests.fakes.fake_background import QueuedBackground
from tests.fakes.qt_loop import spin_until

pytestmark = pytest.mark.usefixtures("qapp")


class Asker(QObject):
    """Asks, and keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.background = QueuedBackground()
        self.answer = LatestAnswer(self.background, self)
        self.taken: list[object] = []

    def ask(self, work: Callable[[], object]) -> None:
        self.answer.ask(work, self.taken.append, lambda error: self.taken.append(str(error)))


def fall() -> object:
    raise ValueError("no way")


def test_an_answer_is_taken_once() -> None:
    asker = Asker()
    asker.ask(lambda: "one")
    assert asker.answer.is_waiting
    asker.background.run_all()
    assert asker.taken == ["one"]
    assert not asker.answer.is_waiting


def test_an_answer_that_another_question_has_overtaken_is_dropped() -> None:
    asker = Asker()
    asker.ask(lambda: "one")
    asker.ask(lambda: "two")
    asker.background.run_all()
    assert asker.taken == ["two"]


def test_nothing_comes_after_it_is_not_wanted_any_more() -> None:
    asker = Asker()
    asker.ask(lambda: "one")
    asker.answer.drop()
    asker.background.run_all()
    assert asker.taken == []


def test_a_failure_is_told_unless_it_is_overtaken() -> None:
    asker = Asker()
    asker.ask(fall)
    asker.background.run_all()
    asker.ask(fall)
    asker.ask(lambda: "two")
    asker.background.run_all()
    assert asker.taken == ["no way", "two"]


def test_a_late_answer_is_spoken_of_until_it_is_there() -> None:
    asker = Asker()
    told: list[bool] = []
    asker.answer.changed.connect(lambda: told.append(asker.answer.is_slow))
    asker.ask(lambda: "one")
    assert not asker.answer.is_slow
    spin_until(lambda: asker.answer.is_slow)
    asker.background.run_all()
    assert told == [True, False]
    asker.ask(lambda: "two")
    asker.background.run_all()
    assert told == [True, False], "a quick answer says nothing"
