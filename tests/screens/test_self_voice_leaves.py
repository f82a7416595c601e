"""Whoever does not see is asked aloud whether they are still there, and nothing goes on after their visit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

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
