"""The screen read aloud to somebody who does not see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.narration.listening import NarrationState
from kiosk.screens.accessible_things import list_things
from kiosk.screens.shell import Shell
from kiosk.screens.two_fingers import HOLD_MS
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_staff import FakeDesk
from tests.screens.conftest import OpenShell, wait_until
from tests.screens.test_heard import values

MINAR = "qutb/qutb-minar"


class Listener:
    """Somebody who does not see: what they hear, and what they do."""

    def __init__(self, shell: Shell, rooms: FakeRooms) -> None:
        self.shell = shell
        self.rooms = rooms

    def hears(self) -> str:
        """Hear what is being said to its end, all sentences of it."""
        heard = self.rooms.asides.heard
        first = len(heard) - 1
        while True:
            before = len(heard)
            self.rooms.asides.finish()
            if len(heard) == before:
                break
        return " ".join(words.partition(": ")[2] for words in heard[first:])

    def waits_for(self, words: str) -> None:
        """Wait until something with these words was said."""
        wait_until(lambda: self.has_heard(words))

    def has_heard(self, words: str) -> bool:
        self.rooms.asides.finish()
        return any(words in said for said in self.rooms.asides.heard)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.shell.window, key, modifier)

    def touches(self, name: str, times: int = 1) -> None:
        """Touch where something lies: once to hear what it is, twice to choose it."""
        item = self.shell.find(name)
        assert item is not None, name
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.qWait(600)  # not yet the second of two touches
        QTest.mouseClick(self.shell.window, Qt.MouseButton.LeftButton, pos=place)
        if times == 2:
            QTest.mouseDClick(self.shell.window, Qt.MouseButton.LeftButton, pos=place)

    def swipes(self, across_px: int) -> None:
        middle = QPoint(self.shell.window.width() // 2, self.shell.window.height() // 2)
        QTest.mousePress(self.shell.window, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseRelease(self.shell.window, Qt.MouseButton.LeftButton, pos=middle + QPoint(across_px, 0))


@pytest.fixture
def listener(open_guide: OpenShell, settle: Callable[[], None]) -> Listener:
    """Somebody who has pressed F2 before the attract page."""
    shell, rooms = open_guide()
    settle()
    one = Listener(shell, rooms)
    one.presses(Qt.Key.Key_F2)
    settle()
    return one


def test_a_key_begins_a_visit_that_is_read_aloud(listener: Listener) -> None:
    assert listener.shell.page == "language"
    assert "en: The screen is read to you." in listener.rooms.asides.heard
    listener.waits_for("Choose your language")
    listener.waits_for("Things to touch")
    assert listener.shell.models.self_voice.is_on


def press_f2(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_F2)


def hold_two_fingers(shell: Shell) -> None:
    press_f2(shell)  # and no more: fingers come after it
    press_f2(shell)
    press_with(shell, QPoint(300, 300), QPoint(600, 300), hold_ms=HOLD_MS + 200)


@pytest.mark.parametrize(
    ("begin", "word", "other"), [(press_f2, "Tab", "Swipe"), (hold_two_fingers, "finger", "F4")]
)
def test_who_uses_keys_is_told_of_keys_and_who_uses_fingers_of_fingers(
    open_guide: OpenShell, settle: Callable[[], None], begin: Callable[[Shell], None], word: str, other: str
) -> None:
    shell, rooms = open_guide()
    settle()
    begin(shell)
    settle()
    Listener(shell, rooms).waits_for("Choose your language")
    said = " ".join(rooms.asides.heard)
    assert word in said
    assert other not in said


def test_a_finger_hears_what_is_there_and_chooses_with_a_second_touch(
    listener: Listener, settle: Callable[[], None]
) -> None:
    QTest.qWait(20)
    listener.touches("language-en")
    assert "English, button" in listener.hears()
    assert listener.shell.page == "language", "one touch chooses nothing"
    listener.touches("language-en", times=2)
    settle()
    assert listener.shell.page == "home"
    listener.waits_for("Qutb")


def test_a_language_is_said_in_itself(listener: Listener) -> None:
    QTest.qWait(20)
    listener.touches("language-hi")
    assert listener.rooms.asides.heard[-1].startswith("hi: हिन्दी")


def test_a_swipe_goes_from_thing_to_thing_and_stops_at_the_ends(listener: Listener) -> None:
    QTest.qWait(20)
    names = [thing.name for thing in list_things(listener.shell.window)]
    for name in (names[0], names[1], names[2]):
        listener.swipes(200)
        assert name in listener.hears()
    listener.swipes(-200)
    listener.swipes(-200)
    listener.swipes(-200)
    assert names[0] in listener.hears()


def test_a_swipe_may_begin_on_anything(listener: Listener) -> None:
    QTest.qWait(20)
    things = list_things(listener.shell.window)
    listener.touches("language-en")
    english = next(place for place, thing in enumerate(things) if thing.name == "English")
    under = next(thing for thing in things if thing.name == "العربية")
    place = under.item.mapToScene(under.item.boundingRect().center()).toPoint()
    QTest.mousePress(listener.shell.window, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(listener.shell.window, Qt.MouseButton.LeftButton, pos=place + QPoint(200, 0))
    assert things[english + 1].name in listener.hears()


def test_a_finger_that_rests_meets_what_is_under_it(listener: Listener) -> None:
    QTest.qWait(20)
    item = listener.shell.find("language-ar")
    assert item is not None
    place = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mousePress(listener.shell.window, Qt.MouseButton.LeftButton, pos=place)
    QTest.qWait(600)
    assert "العربية" in listener.hears()
    QTest.mouseRelease(listener.shell.window, Qt.MouseButton.LeftButton, pos=place)


def test_the_choice_of_text_size_says_what_is_chosen(listener: Listener) -> None:
    QTest.qWait(20)
    listener.touches("choice-1.5")
    assert "Large, not chosen" in listener.hears()
    listener.touches("choice-1.5", times=2)
    wait_until(lambda: "Large, chosen" in listener.rooms.asides.heard[-1])
    assert listener.shell.models.look.property("text_scale") == 1.5


def test_the_keyboard_reads_what_it_comes_to(listener: Listener) -> None:
    QTest.qWait(20)
    listener.presses(Qt.Key.Key_Tab)
    first = listener.hears()
    assert "button" in first or "chosen" in first
    listener.presses(Qt.Key.Key_Tab)
    assert listener.hears() != first


@pytest.fixture
def at_home(listener: Listener, settle: Callable[[], None]) -> Listener:
    """The listener has chosen English and is on the first page of the site."""
    listener.shell.models.flow.choose_language("en")
    settle()
    QTest.qWait(20)
    listener.waits_for("Things to touch")
    return listener


def test_a_story_stands_still_while_the_screen_is_read_and_goes_on_after_it(
    at_home: Listener, settle: Callable[[], None]
) -> None:
    at_home.shell.models.flow.open_stop(MINAR, "code")
    settle()
    narrator = at_home.rooms.narrator
    wait_until(lambda: narrator.state is NarrationState.PAUSED)
    at_home.hears()
    assert narrator.state is NarrationState.PLAYING


def test_play_becomes_pause_and_is_said_anew(at_home: Listener, settle: Callable[[], None]) -> None:
    at_home.shell.models.flow.open_stop(MINAR, "code")
    settle()
    QTest.qWait(500)
    at_home.hears()
    at_home.touches("play")
    assert "button" in at_home.hears()
    at_home.touches("play", times=2)
    wait_until(lambda: "Play, button" in at_home.rooms.asides.heard[-1])


def test_of_a_question_only_the_question_is_read(at_home: Listener, settle: Callable[[], None]) -> None:
    at_home.shell.models.flow.open_stop(MINAR, "code")
    settle()
    QTest.qWait(500)
    at_home.hears()
    at_home.shell.models.flow.ask_to_end()
    settle()
    QTest.qWait(500)
    names = [thing.name for thing in list_things(at_home.shell.window)]
    assert 2 <= len(names) <= 8
    assert not any("Text size" in name for name in names)


def test_nothing_of_it_is_left_for_the_next_visitor(at_home: Listener, settle: Callable[[], None]) -> None:
    at_home.shell.models.flow.end("idle")
    settle()
    assert not at_home.shell.models.self_voice.is_on
    assert not QAccessible.isActive()
    before = len(at_home.rooms.asides.heard)
    at_home.shell.tap("attract")
    settle()
    QTest.qWait(500)
    assert len(at_home.rooms.asides.heard) == before
    assert not at_home.shell.models.pad.property("spoken")


def test_escape_hushes_it(at_home: Listener) -> None:
    at_home.shell.models.self_voice.say("One. Two. Three.")
    at_home.presses(Qt.Key.Key_Escape)
    assert at_home.rooms.asides.heard[-1] == "hush"


def test_somebody_who_reads_it_again_hears_the_page(at_home: Listener) -> None:
    at_home.presses(Qt.Key.Key_F3)
    assert "Qutb" in at_home.hears()


def test_in_hindi_the_words_are_hindi(listener: Listener, settle: Callable[[], None]) -> None:
    listener.shell.models.flow.choose_language("hi")
    settle()
    QTest.qWait(500)
    assert listener.rooms.asides.heard[-1].startswith("hi: ")


def press_with(shell: Shell, *places: QPoint, hold_ms: int) -> None:
    """Touch with as many fingers as there are places, and lift them after a while."""
    device = QTest.createTouchDevice()
    for finger in range(len(places)):
        touch = QTest.touchEvent(shell.window, device)
        for earlier in range(finger):
            touch.stationary(earlier)
        touch.press(finger, places[finger], shell.window).commit()
    QTest.qWait(hold_ms)
    touch = QTest.touchEvent(shell.window, device)
    for finger, place in enumerate(places):
        touch.release(finger, place, shell.window)
    touch.commit()


def test_two_fingers_held_still_begin_it_where_there_is_no_key(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, rooms = open_guide()
    settle()
    press_with(shell, QPoint(300, 300), QPoint(600, 300), hold_ms=HOLD_MS + 200)
    settle()
    assert shell.models.self_voice.is_on
    assert rooms.asides.heard
    assert shell.page == "language"


def test_one_finger_or_a_short_touch_of_two_does_not(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, _ = open_guide()
    settle()
    press_with(shell, QPoint(300, 300), hold_ms=HOLD_MS + 200)
    press_with(shell, QPoint(300, 300), QPoint(600, 300), hold_ms=50)
    QTest.qWait(HOLD_MS + 100)
    assert not shell.models.self_voice.is_on


def test_a_site_may_have_every_visit_begin_so_or_none(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    always, _ = open_guide(self_voicing="on")
    settle()
    always.tap("attract")
    settle()
    assert always.models.self_voice.is_on
    never, _ = open_guide(self_voicing="off")
    settle()
    QTest.keyClick(never.window, Qt.Key.Key_F2)
    settle()
    assert not never.models.self_voice.is_on
    assert never.page == "attract"
    never.tap("attract")
    settle()
    assert never.find("self-voice") is None


def test_the_visits_log_knows_that_it_was_needed(at_home: Listener) -> None:
    assert {"preference": "self-voicing", "value": "on"} in values(at_home.rooms, "PreferenceSet")


def test_the_last_page_is_read_too_and_then_it_is_over(at_home: Listener, settle: Callable[[], None]) -> None:
    at_home.shell.models.flow.open_stop(MINAR, "code")
    settle()
    at_home.rooms.clock.step(60_000)
    before = len(at_home.rooms.asides.heard)
    at_home.shell.models.flow.end("leave")
    settle()
    assert at_home.shell.page == "end"
    wait_until(lambda: any("Things to touch" in words for words in _heard_since(at_home, before)))
    at_home.shell.models.flow.finish()
    settle()
    assert not at_home.shell.models.self_voice.is_on


def _heard_since(listener: Listener, before: int) -> list[str]:
    listener.rooms.asides.finish()
    return listener.rooms.asides.heard[before:]


def test_staff_at_work_are_read_to_nobody(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, _ = open_guide(staff=FakeDesk())
    settle()
    shell.models.door.ask()
    settle()
    assert shell.models.door.is_open
    QTest.keyClick(shell.window, Qt.Key.Key_F2)
    press_with(shell, QPoint(300, 300), QPoint(600, 300), hold_ms=HOLD_MS + 200)
    settle()
    assert not shell.models.self_voice.is_on
