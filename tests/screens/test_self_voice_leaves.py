"""Whoever does not see is asked aloud whether they are still there, and nothing goes on after their visit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.screens.two_fingers import HOLD_MS
from tests.screens.conftest import OpenShell, wait_until
from tests.screens.test_self_voice import MINAR, Listener

IDLE_MS = 91_000


@pytest.fixture
def listener(open_guide: OpenShell, settle: Callable[[], None]) -> Listener:
    """Somebody who has the screen read, on the home page."""
    shell, rooms = open_guide()
    settle()
    one = Listener(shell, rooms)
    one.presses(Qt.Key.Key_F2)
    shell.models.flow.choose_language("en")
    one.waits_for("Qutb")
    one.hears()
    return one


def test_the_question_is_said_and_not_answered_by_being_said(listener: Listener) -> None:
    attention = listener.shell.models.attention
    listener.rooms.clock.step(IDLE_MS)
    attention.tick()
    listener.waits_for("Still there?")
    listener.hears()
    assert attention.property("asking")
    listener.rooms.clock.step(21_000)
    attention.tick()
    assert listener.shell.page == "attract"
    assert not listener.shell.models.self_voice.is_on


def test_the_question_is_met_by_a_finger_and_answered_by_a_second_touch(listener: Listener) -> None:
    attention = listener.shell.models.attention
    listener.rooms.clock.step(IDLE_MS)
    attention.tick()
    listener.waits_for("Still there?")
    listener.touches("still-here")
    assert "Yes, go on" in listener.hears()
    assert attention.property("asking")
    listener.touches("still-here", times=2)
    wait_until(lambda: not attention.property("asking"))


def test_a_story_that_words_interrupted_is_not_heard_again_when_the_visit_ends(
    listener: Listener, settle: Callable[[], None]
) -> None:
    flow, narrator = listener.shell.models.flow, listener.rooms.narrator
    flow.open_stop(MINAR, "list")
    settle()
    listener.shell.models.self_voice.say("Something long")
    assert narrator.state == "paused"
    states: list[str] = []
    listener.shell.models.bar.changed.connect(lambda: states.append(str(narrator.state)))
    flow.end("idle")
    assert "playing" not in states
    assert narrator.state == "idle"


def test_two_fingers_that_draw_something_apart_do_not_begin_it(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, _ = open_guide()
    settle()
    device = QTest.createTouchDevice()
    left, right = QPoint(400, 300), QPoint(500, 300)
    touch = QTest.touchEvent(shell.window, device)
    touch.press(0, left, shell.window).commit()
    touch = QTest.touchEvent(shell.window, device)
    touch.stationary(0).press(1, right, shell.window).commit()
    for step in range(1, 10):
        QTest.qWait(HOLD_MS // 7)
        touch = QTest.touchEvent(shell.window, device)
        touch.move(0, left - QPoint(20 * step, 0), shell.window)
        touch.move(1, right + QPoint(20 * step, 0), shell.window).commit()
    touch = QTest.touchEvent(shell.window, device)
    touch.release(0, left, shell.window).release(1, right, shell.window).commit()
    assert not shell.models.self_voice.is_on
