"""How visitors come to a stop, in their words: guided to a code, by the thing itself, by a number typed anyhow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.model.content import StopCard
from kiosk.model.errors import KioskError
from kiosk.narration.asides import WAIT_MS
from kiosk.scanning.events import CameraLost, Hint, Located, Unreadable
from kiosk.scanning.reader import Code
from kiosk.screens.shell import Shell
from kiosk.screens.stop_choice import ASKED_AGAIN_MS
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_scanner import SQUARE, FakeScanner
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.measure import polish
from tests.screens.stages import label

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]
MINAR, PILLAR, GATE = "qutb/qutb-minar", "qutb/iron-pillar", "qutb/alai-darwaza"
NUMBERS = {MINAR: "12a", PILLAR: "12b", GATE: "112"}
LOTTERY = "https://example.org/lottery"


class Visitor:
    """A visitor before the home page, and what they do and see."""

    def __init__(self, shell: Shell, fakes: FakeRooms, settle: Settle, language: str = "en") -> None:
        self.shell, self.fakes, self._settle = shell, fakes, settle
        shell.models.flow.begin()
        shell.models.flow.choose_language(language)
        self.rest()

    @property
    def camera(self) -> FakeScanner:
        assert self.fakes.scanner is not None
        return self.fakes.scanner

    @property
    def told(self) -> list[tuple[str, ...]]:
        """What whoever cares for the labels was told."""
        return self.fakes.labels.told

    def rest(self) -> None:
        self._settle()
        polish(self.shell.window.rootObject())
        self._settle()

    def touch(self, *names: str) -> None:
        for name in names:
            self.shell.tap(name)
            self.rest()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.shell.window, key)
            self.rest()

    def write(self, text: str) -> None:
        """Type on a keyboard."""
        for sign in text:
            QTest.keyClick(self.shell.window, ord(sign.upper()))
            self.rest()

    def item(self, name: str) -> QQuickItem:
        self.rest()
        found = self.shell.find(name)
        assert found is not None, f"{name} is not on the page {self.shell.page}"
        return found

    def reads(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def sees(self, name: str) -> bool:
        self.rest()
        return self.shell.find(name) is not None

    def is_at(self, stop_id: str) -> bool:
        self.rest()
        return self.shell.page == "stop" and self.shell.models.stop.property("stop_id") == stop_id


@pytest.fixture
def visitor(open_guide: OpenShell, settle: Settle) -> Visitor:
    return Visitor(*open_guide(), settle)


class NumberedLibrary(FakeLibrary):
    """The demonstration with other numbers on its labels."""

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        cards = super().stop_cards(site_id, language)
        return tuple(replace(card, number=NUMBERS.get(card.id, "")) for card in cards)

    def find_by_number(self, site_id: str, typed: str) -> tuple[str, ...]:
        return tuple(stop_id for stop_id, number in NUMBERS.items() if number == typed)


@pytest.fixture
def numbered(open_guide: OpenShell, settle: Settle) -> Visitor:
    """At the number pad of a house with numbers such as 12a."""
    visitor = Visitor(*open_guide(library=NumberedLibrary()), settle)
    visitor.touch("type-number")
    return visitor


# The code


def test_until_the_camera_gives_a_picture_i_read_that_it_is_starting(visitor: Visitor) -> None:
    assert visitor.reads("camera-starting") == "The camera is starting"


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (Hint.CLOSER, "Come closer"),
        (Hint.FARTHER, "A little farther"),
        (Hint.HOLD_STILL, "Hold still"),
        (Hint.MORE_LIGHT, "More light"),
        (Hint.LESS_GLARE, "Tilt away from the lamp"),
    ],
)
def test_one_large_line_says_what_would_help(visitor: Visitor, hint: Hint, said: str) -> None:
    visitor.camera.guide(hint)
    assert visitor.reads("hint") == said
    visitor.camera.guide(Hint.NONE)
    assert not visitor.sees("hint")


def test_a_code_is_outlined_as_soon_as_it_is_seen_and_no_longer(visitor: Visitor) -> None:
    visitor.camera.locate()
    assert visitor.item("outline").isVisible()
    visitor.camera.tell(Located((), 1280, 800, 1))
    assert not visitor.sees("outline")


def test_my_own_face_is_shown_as_in_a_mirror_and_so_is_the_outline(visitor: Visitor) -> None:
    visitor.camera.locate()
    visitor.rest()
    plain = visitor.shell.models.scan.property("outlines")[0]["corners"][0]["x"]
    visitor.camera.begin(faces_user=True)
    visitor.camera.locate()
    visitor.rest()
    assert visitor.shell.models.scan.property("outlines")[0]["corners"][0]["x"] == pytest.approx(1 - plain)
    assert visitor.shell.models.scan.property("mirrored")


def test_who_has_tried_for_a_while_is_offered_the_number(visitor: Visitor) -> None:
    visitor.camera.struggle()
    assert visitor.reads("guidance") == "It may be easier to type the number on the label."
    visitor.touch("type-number")
    assert visitor.sees("digit-1")
    visitor.touch("back")
    assert visitor.reads("guidance").startswith("Point at the code"), "a new try begins"


def test_a_code_that_cannot_be_read_is_answered_until_it_is_out_of_view(visitor: Visitor) -> None:
    visitor.camera.tell(Unreadable(Code("", SQUARE, "fake"), 0))
    assert "easier to type" in visitor.reads("guidance")
    visitor.camera.tell(Located((), 1280, 800, 1))
    assert visitor.reads("guidance").startswith("Point at the code")
    assert ("refused", "unreadable", "") in visitor.told


def test_i_switch_the_lamp_on_where_there_is_one(visitor: Visitor) -> None:
    assert not visitor.sees("light")
    visitor.camera.begin(has_torch=True)
    visitor.rest()
    visitor.touch("light")
    assert visitor.reads("light") == "Light off"
    visitor.touch("light", "light", "browse")
    assert [call for call in visitor.camera.calls if call in ("light", "dark")] == [
        "light",
        "dark",
        "light",
        "dark",
    ], "it goes out with the page"
    visitor.touch("back")
    assert visitor.reads("light") == "Light on"


def test_a_recognised_code_is_seen_and_heard_before_its_story(visitor: Visitor) -> None:
    visitor.camera.show(label(visitor.fakes, "qutb-minar"))
    assert visitor.is_at(MINAR)
    assert visitor.sees("recognised")
    assert visitor.fakes.asides.heard == ["tick"]
    assert visitor.fakes.narrator.waited_ms == WAIT_MS
    assert visitor.told == [("read", MINAR, ""), ("opened", MINAR, "code")]
    visitor.touch("depth-children")
    assert visitor.fakes.asides.heard == ["tick"], "another depth is no recognition"
    visitor.touch("back", "told-now")
    assert visitor.is_at(MINAR)
    assert not visitor.sees("recognised"), "nor is coming back"


def test_a_stop_opened_by_hand_does_not_tick(visitor: Visitor) -> None:
    visitor.touch("browse", f"stop-{MINAR}")
    assert visitor.fakes.asides.heard == []
    assert visitor.told == [("opened", MINAR, "list")]


def test_who_comes_back_with_the_code_still_in_view_is_left_in_peace(visitor: Visitor) -> None:
    visitor.camera.show(label(visitor.fakes, "qutb-minar"))
    visitor.rest()
    visitor.touch("back")
    assert visitor.camera.calls == ["start", "resume", "pause", "resume-same"]


def test_a_strangers_code_is_told_kindly_with_what_to_do(visitor: Visitor) -> None:
    visitor.camera.show(LOTTERY)
    said = visitor.reads("guidance")
    assert "belongs to something else" in said and "tell the desk" in said and "number" in said
    assert visitor.told == [("refused", "foreign", LOTTERY)]
    assert "example.org" not in said
    visitor.touch("type-number", "back")
    assert visitor.reads("guidance").startswith("Point at the code")


def test_a_pulled_camera_leaves_words_and_the_pad(visitor: Visitor) -> None:
    visitor.camera.begin(has_torch=True)
    visitor.camera.guide(Hint.CLOSER)
    visitor.camera.tell(CameraLost(KioskError("No picture comes", code="scanning.camera-silent"), 0))
    assert visitor.reads("guidance").startswith("The camera gives no picture")
    assert visitor.sees("digit-1") and not visitor.sees("hint") and not visitor.sees("light")


def test_who_holds_up_a_label_is_still_there(visitor: Visitor) -> None:
    visitor.fakes.clock.step(91_000)
    visitor.shell.models.attention.tick()
    assert visitor.sees("still-here")
    visitor.camera.show(label(visitor.fakes, "qutb-minar"))
    assert visitor.is_at(MINAR)
    assert not visitor.sees("still-here")
    visitor.fakes.clock.step(21_000)
    visitor.shell.models.attention.tick()
    assert visitor.is_at(MINAR), "the visit goes on"


# Several


def test_of_two_labels_in_view_i_say_which(visitor: Visitor) -> None:
    visitor.camera.show_several(label(visitor.fakes, "qutb-minar"), label(visitor.fakes, "iron-pillar"))
    assert visitor.reads("choose-title") == "Which one do you mean?"
    visitor.touch(f"stop-{PILLAR}")
    assert visitor.is_at(PILLAR)
    assert visitor.told == [("read", PILLAR, ""), ("opened", PILLAR, "code")]
    assert visitor.fakes.asides.heard == ["tick"]
    visitor.touch("back")
    assert visitor.shell.page == "home"


def test_a_choice_is_made_by_keys_too(visitor: Visitor) -> None:
    visitor.camera.show_several(label(visitor.fakes, "qutb-minar"), label(visitor.fakes, "iron-pillar"))
    visitor.rest()
    names = []
    while f"stop-{PILLAR}" not in names:
        visitor.press(Qt.Key.Key_Tab)
        focused = visitor.shell.window.activeFocusItem()
        names.append(focused.objectName() if focused else "")
        assert len(names) < 12, names
    visitor.press(Qt.Key.Key_Space)
    assert visitor.is_at(PILLAR)


def test_a_poster_beside_a_label_asks_nothing(visitor: Visitor) -> None:
    visitor.camera.show_several(LOTTERY, label(visitor.fakes, "iron-pillar"))
    assert visitor.is_at(PILLAR)


def test_two_posters_are_told_as_one(visitor: Visitor) -> None:
    visitor.camera.show_several(LOTTERY, "https://example.org/menu")
    assert "belongs to something else" in visitor.reads("guidance")
    assert visitor.shell.page == "home"


def test_none_of_them_leads_back_and_i_am_not_asked_the_same_at_once(visitor: Visitor) -> None:
    both = (label(visitor.fakes, "qutb-minar"), label(visitor.fakes, "iron-pillar"))
    visitor.camera.show_several(*both)
    visitor.rest()
    visitor.touch("none-of-these")
    assert visitor.shell.page == "home"
    visitor.camera.show_several(*both)
    assert not visitor.sees("choose-title")
    visitor.fakes.clock.step(ASKED_AGAIN_MS)
    visitor.camera.show_several(*both)
    assert visitor.sees("choose-title")
    visitor.touch("choose-number")
    assert visitor.shell.page == "number"
    visitor.touch("back")
    assert visitor.shell.page == "home"


# The thing itself


def test_i_am_told_that_things_are_known_where_they_are(open_guide: OpenShell, settle: Settle) -> None:
    knowing = Visitor(*open_guide(known_things_at=("qutb",)), settle)
    assert knowing.reads("guidance") == "Point at the code beside a stop, or at the thing itself"
    plain = Visitor(*open_guide(), settle)
    assert plain.reads("guidance") == "Point at the code beside a stop"


def test_the_thing_itself_opens_where_it_is_surely_known(visitor: Visitor) -> None:
    visitor.camera.recognise(MINAR)
    assert visitor.is_at(MINAR)
    assert visitor.sees("recognised")
    assert visitor.told == [("opened", MINAR, "picture")]


def test_i_choose_where_it_may_be_one_of_a_few(visitor: Visitor) -> None:
    visitor.camera.recognise(MINAR, PILLAR, GATE)
    assert visitor.reads("choose-title") == "Is it one of these?"
    visitor.touch(f"stop-{GATE}")
    assert visitor.is_at(GATE)
    assert visitor.told == [("opened", GATE, "picture")]


def test_the_thing_i_have_just_heard_about_does_not_open_again(visitor: Visitor) -> None:
    visitor.camera.recognise(MINAR)
    visitor.rest()
    visitor.touch("back")
    visitor.camera.recognise(MINAR)
    visitor.camera.recognise(MINAR, PILLAR)
    visitor.rest()
    assert visitor.shell.page == "home"
    visitor.camera.recognise(PILLAR)
    assert visitor.is_at(PILLAR)


def test_things_of_another_site_and_unknown_ones_are_not_shown(visitor: Visitor) -> None:
    visitor.camera.recognise("hampi/temple")
    visitor.camera.recognise("qutb/none-such")
    visitor.camera.recognise("hampi/temple", "qutb/none-such")
    visitor.rest()
    assert visitor.shell.page == "home"
    visitor.camera.recognise("hampi/temple", MINAR)
    visitor.rest()
    assert visitor.shell.page == "choose", "what was one of two is not sure"


# The number


def test_a_number_that_exists_with_letters_only_is_asked_for(numbered: Visitor) -> None:
    numbered.touch("digit-1", "digit-2", "open-number")
    assert numbered.reads("number-title") == "Which one is it?"
    numbered.touch(f"stop-{PILLAR}")
    assert numbered.is_at(PILLAR)
    assert numbered.told == [("opened", PILLAR, "number")]
    numbered.touch("back")
    assert numbered.shell.page == "home"


def test_letters_have_keys_where_the_labels_have_letters(numbered: Visitor) -> None:
    numbered.touch("digit-1", "digit-2", "letter-b")
    assert numbered.reads("typed") == "12B"
    numbered.touch("open-number")
    assert numbered.is_at(PILLAR)


def test_for_a_slip_of_the_finger_i_am_asked_what_i_meant(numbered: Visitor) -> None:
    numbered.touch("digit-1", "digit-2", "digit-1", "open-number")
    assert numbered.reads("number-title").startswith("No stop here has the number 121. Did you mean")
    numbered.touch("type-again")
    assert numbered.reads("typed") == "–"
    numbered.touch("digit-1", "digit-2", "digit-1", "open-number", f"stop-{GATE}")
    assert numbered.is_at(GATE)


def test_a_keyboard_types_from_the_home_page_on_in_any_script(visitor: Visitor) -> None:
    visitor.write("4")
    assert visitor.shell.page == "number"
    visitor.press(Qt.Key.Key_Backspace)
    assert visitor.reads("typed") == "–"
    assert visitor.shell.models.pad.press("٤"), "an Arabic four"
    assert not visitor.shell.models.pad.press("\t")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.is_at(PILLAR)


def test_without_a_camera_what_i_may_have_meant_has_a_page_too(open_guide: OpenShell, settle: Settle) -> None:
    library = FakeLibrary()
    library.duplicate_number = "2"
    visitor = Visitor(*open_guide(camera=False, library=library), settle)
    visitor.touch("digit-2", "open-number")
    assert visitor.reads("number-title") == "Which one is it?"
    visitor.touch("back")
    assert visitor.shell.page == "home" and visitor.reads("typed") == "–"


def test_who_cannot_see_the_keys_hears_them_and_the_next_visitor_does_not(visitor: Visitor) -> None:
    visitor.touch("type-number", "digit-1")
    assert visitor.fakes.asides.heard == []
    visitor.touch("say-digits", "digit-9", "erase", "digit-5", "digit-6", "open-number")
    heard = [said.removeprefix("en: ") for said in visitor.fakes.asides.heard]
    assert heard[:5] == ["Each digit is said aloud now", "9", "1", "5", "6"]
    assert heard[-1].startswith("No stop here has the number 156")
    visitor.shell.models.flow.end("leave")
    visitor.rest()
    assert not visitor.shell.models.pad.property("spoken")


def test_digits_are_said_in_my_language(open_guide: OpenShell, settle: Settle) -> None:
    visitor = Visitor(*open_guide(), settle, language="hi")
    visitor.touch("type-number", "say-digits", "digit-7")
    assert visitor.fakes.asides.heard[-1] == "hi: 7"
