"""A stop that the camera found: its story sets in first, then its page is built; every other page is there at once."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from kiosk.narration.listening import NarrationState
from kiosk.screens.page_turn import LONGEST_HOLD_MS
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.seeker import MINAR, Seeker
from tests.screens.stages import label

__all__ = ["open_guide", "settle", "translations"]

PATIENCE_S = 20.0


@pytest.fixture
def visitor(open_guide: OpenShell, settle: Callable[[], None]) -> Seeker:
    made = Seeker(*open_guide(), settle)
    made.fakes.narrator.is_held_up = True
    return made


def wait_for_page(visitor: Seeker, page: str) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while visitor.shell.models.turn.shown != page:
        assert time.monotonic() < deadline_s
        visitor.rest()


def recognise(visitor: Seeker) -> None:
    """Hold a label before the camera; nothing else happens meanwhile."""
    visitor.shell.models.turn.hold()
    visitor.shell.models.flow.open_stop(MINAR, "code")


def test_the_page_of_a_recognised_stop_waits_for_its_story(visitor: Seeker) -> None:
    recognise(visitor)
    turn, narrator = visitor.shell.models.turn, visitor.fakes.narrator
    assert (visitor.shell.page, turn.shown) == ("stop", "home")
    turn.look()
    assert turn.shown == "home"
    narrator.is_held_up = False
    turn.look()
    assert turn.shown == "stop"
    assert visitor.sees("stop-words")


def test_it_waits_for_no_sound_that_takes_long(visitor: Seeker) -> None:
    begun_s = time.monotonic()
    visitor.camera.show(label(visitor.fakes, "qutb-minar"))
    wait_for_page(visitor, "stop")
    assert time.monotonic() - begun_s >= LONGEST_HOLD_MS / 1000


@pytest.mark.parametrize("state", [NarrationState.PAUSED, NarrationState.FAILED, NarrationState.IDLE])
def test_it_waits_for_no_story_that_is_not_to_be_heard(visitor: Seeker, state: NarrationState) -> None:
    recognise(visitor)
    visitor.fakes.narrator.state = state
    visitor.shell.models.turn.look()
    assert visitor.shell.models.turn.shown == "stop"


def test_a_stop_opened_by_hand_is_shown_at_once(visitor: Seeker) -> None:
    visitor.shell.models.flow.open_stop(MINAR, "list")
    assert visitor.shell.models.turn.shown == "stop"


def test_whoever_goes_on_meanwhile_waits_for_nothing(visitor: Seeker) -> None:
    recognise(visitor)
    visitor.shell.models.flow.show("browse")
    assert visitor.shell.models.turn.shown == "browse"
