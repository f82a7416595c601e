"""How visitors come to a stop by the camera, in their words: guided to a code, asked between two, by the thing itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kiosk.model.errors import KioskError
from kiosk.narration.asides import WAIT_MS
from kiosk.scanning.events import CameraLost, Hint, Located, Unreadable
from kiosk.scanning.reader import Code
from kiosk.screens.stop_choice import ASKED_AGAIN_MS
from tests.fakes.fake_scanner import SQUARE
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.seeker import GATE, MINAR, PILLAR, Seeker
from tests.screens.stages import label

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]
LOTTERY = "https://example.org/lottery"
OTHER = "https://example.org/tickets"


@pytest.fixture
def visitor(open_guide: OpenShell, settle: Settle) -> Seeker:
    return Seeker(*open_guide(), settle)


# The code


def test_until_the_camera_gives_a_picture_i_read_that_it_is_starting(visitor: Seeker) -> None:
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
def test_one_large_line_says_what_would_help(visitor: Seeker, hint: Hint, said: str) -> None:
    visitor.camera.guide(hint)
    assert visitor.reads("hint") == said
    visitor.camera.guide(Hint.NONE)
    assert not visitor.sees("hint")


def test_a_code_is_outlined_as_soon_as_it_is_seen_and_no_longer(visitor: Seeker) -> None:
    visitor.camera.locate()
    assert visitor.item("outline").isVisible()
    visitor.camera.tell(Located((), 1280, 800, 1))
    assert not visitor.sees("outline")


def test_my_own_face_is_shown_as_in_a_mirror_and_so_is_the_outline(visitor: Seeker) -> None:
    visitor.camera.locate()
    visitor.rest()
    plain = visitor.shell.models.scan.property("outlines")[0]["corners"][0]["x"]
    visitor.camera.begin(faces_user=True)
    visitor.camera.locate()
    visitor.rest()
    assert visitor.shell.models.scan.property("outlines")[0]["corners"][0]["x"] == pytest.approx(1 - plain)
    assert visitor.shell.models.scan.property("mirrored")


def test_who_has_tried_for_a_while_is_offered_the_number(visitor: Seeker) -> None:
    visitor.camera.struggle()
    assert visitor.reads("guidance") == "It may be easier to type the number on the label."
    visitor.touch("type-number")
    assert visitor.sees("digit-1")
    visitor.touch("back")
    assert visitor.reads("guidance").startswith("Point at the code"), "a new try begins"


def test_a_code_that_cannot_be_read_is_answered_until_it_is_out_of_view(visitor: Seeker) -> None:
    visitor.camera.tell(Unreadable(Code("", SQUARE, "fake"), 0))
    assert "easier to type" in visitor.reads("guidance")
    visitor.camera.tell(Located((), 1280, 800, 1))
    assert visitor.reads("guidance").startswith("Point at the code")
    assert ("refused", "unreadable", "") in visitor.told


def test_i_switch_the_lamp_on_where_there_is_one(visitor: Seeker) -> None:
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


def test_a_recognised_code_is_seen_and_heard_before_its_story(visitor: Seeker) -> None:
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


def test_a_stop_opened_by_hand_does_not_tick(visitor: Seeker) -> None:
    visitor.touch("browse", f"stop-{MINAR}")
    assert visitor.fakes.asides.heard == []
    assert visitor.told == [("opened", MINAR, "list")]


def test_who_comes_back_with_the_code_still_in_view_is_left_in_peace(visitor: Seeker) -> None:
    visitor.camera.show(label(visitor.fakes, "qutb-minar"))
    visitor.rest()
    visitor.touch("back")
    assert visitor.camera.calls == ["start", "resume", "pause", "resume-same"]


def test_a_strangers_code_is_told_kindly_with_what_to_do(visitor: Seeker) -> None:
    visitor.camera.show(LOTTERY)
    said = visitor.reads("guidance")
    assert "belongs to something else" in said and "tell the desk" in said and "number" in said
    assert visitor.told == [("refused", "foreign", LOTTERY)]
    assert "example.org" not in said
    visitor.touch("type-number", "back")
    assert visitor.reads("guidance").startswith("Point at the code")


def test_of_two_strangers_codes_in_view_both_are_the_labels_care(visitor: Seeker) -> None:
    visitor.camera.show_several(LOTTERY, OTHER)
    visitor.rest()
    assert "belongs to something else" in visitor.reads("guidance")
    assert visitor.told == [("refused", "foreign", LOTTERY), ("refused", "foreign", OTHER)]


def test_a_pulled_camera_leaves_words_and_the_pad(visitor: Seeker) -> None:
    visitor.camera.begin(has_torch=True)
    visitor.camera.guide(Hint.CLOSER)
    visitor.camera.tell(CameraLost(KioskError("No picture comes", code="scanning.camera-silent"), 0))
    assert visitor.reads("guidance").startswith("The camera gives no picture")
    assert visitor.sees("digit-1") and not visitor.sees("hint") and not visitor.sees("light")


def test_who_holds_up_a_label_is_still_there(visitor: Seeker) -> None:
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


def test_of_two_labels_in_view_i_say_which(visitor: Seeker) -> None:
    visitor.camera.show_several(label(visitor.fakes, "qutb-minar"), label(visitor.fakes, "iron-pillar"))
    assert visitor.reads("choose-title") == "Which one do you mean?"
    visitor.touch(f"stop-{PILLAR}")
    assert visitor.is_at(PILLAR)
    assert visitor.told == [("read", PILLAR, ""), ("opened", PILLAR, "code")]
    assert visitor.fakes.asides.heard == ["tick"]
    visitor.touch("back")
    assert visitor.shell.page == "home"


def test_a_choice_is_made_by_keys_too(visitor: Seeker) -> None:
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


def test_a_poster_beside_a_label_asks_nothing(visitor: Seeker) -> None:
    visitor.camera.show_several(LOTTERY, label(visitor.fakes, "iron-pillar"))
    assert visitor.is_at(PILLAR)


def test_two_posters_are_told_as_one(visitor: Seeker) -> None:
    visitor.camera.show_several(LOTTERY, "https://example.org/menu")
    assert "belongs to something else" in visitor.reads("guidance")
    assert visitor.shell.page == "home"


def test_none_of_them_leads_back_and_i_am_not_asked_the_same_at_once(visitor: Seeker) -> None:
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
    knowing = Seeker(*open_guide(known_things_at=("qutb",)), settle)
    assert knowing.reads("guidance") == "Point at the code beside a stop, or at the thing itself"
    plain = Seeker(*open_guide(), settle)
    assert plain.reads("guidance") == "Point at the code beside a stop"


def test_the_thing_itself_opens_where_it_is_surely_known(visitor: Seeker) -> None:
    visitor.camera.recognise(MINAR)
    assert visitor.is_at(MINAR)
    assert visitor.sees("recognised")
    assert visitor.told == [("opened", MINAR, "picture")]


def test_i_choose_where_it_may_be_one_of_a_few(visitor: Seeker) -> None:
    visitor.camera.recognise(MINAR, PILLAR, GATE)
    assert visitor.reads("choose-title") == "Is it one of these?"
    visitor.touch(f"stop-{GATE}")
    assert visitor.is_at(GATE)
    assert visitor.told == [("opened", GATE, "picture")]


def test_the_thing_i_have_just_heard_about_does_not_open_again(visitor: Seeker) -> None:
    visitor.camera.recognise(MINAR)
    visitor.rest()
    visitor.touch("back")
    visitor.camera.recognise(MINAR)
    visitor.camera.recognise(MINAR, PILLAR)
    visitor.rest()
    assert visitor.shell.page == "home"
    visitor.camera.recognise(PILLAR)
    assert visitor.is_at(PILLAR)


def test_things_of_another_site_and_unknown_ones_are_not_shown(visitor: Seeker) -> None:
    visitor.camera.recognise("hampi/temple")
    visitor.camera.recognise("qutb/none-such")
    visitor.camera.recognise("hampi/temple", "qutb/none-such")
    visitor.rest()
    assert visitor.shell.page == "home"
    visitor.camera.recognise("hampi/temple", MINAR)
    visitor.rest()
    assert visitor.shell.page == "choose", "what was one of two is not sure"
