"""A visitor has the story told as they like it: where in it, how fast, how loud, by whom, and on from where they left it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.screens.conftest import open_guide, settle, translations
from tests.screens.listener import Listener, Listens, listens
from tests.screens.seeker import PILLAR

__all__ = ["listens", "open_guide", "settle", "translations"]


def test_i_go_back_and_forward_by_ten_seconds(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(20)
    visitor.touch("back-10")
    assert visitor.place_ms == 10_000
    visitor.touch("forward-10", "forward-10")
    assert visitor.place_ms == 30_000
    assert visitor.hears()


def test_i_go_past_the_beginning_and_the_end_and_nothing_breaks(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(3)
    visitor.touch("back-10")
    assert visitor.place_ms == 0
    visitor.touch(*["forward-10"] * 12)
    assert visitor.place_ms == visitor.fakes.narrator.duration_ms


def test_i_put_my_finger_where_i_want_to_be(listens: Listens) -> None:
    visitor = listens()
    line = visitor.item("progress")
    place = line.mapToScene(QPoint(round(line.width() / 2), 16)).toPoint()
    QTest.mouseClick(visitor.shell.window, Qt.MouseButton.LeftButton, pos=place)
    visitor.rest()
    assert abs(visitor.place_ms / visitor.fakes.narrator.duration_ms - 0.5) < 0.03


def test_time_runs_from_left_to_right_in_a_language_that_does_not(listens: Listens) -> None:
    visitor = listens("ar")
    across = [
        visitor.item(name).mapToScene(QPoint(0, 0)).x() for name in ("back-10", "progress", "forward-10")
    ]
    assert across == sorted(across)
    assert visitor.item("play").mapToScene(QPoint(0, 0)).x() > across[-1], (
        "the page itself begins at the right"
    )


def test_every_speed_is_in_sight_and_holds_for_the_next_stop(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("voice", "choice-2")
    assert visitor.fakes.narrator.rate == 2.0
    assert visitor.item("choice-2").property("checked")
    visitor.touch("choice-0.75", "voice-done")
    assert visitor.fakes.narrator.rate == 0.75
    assert visitor.reads("voice") == "Voice 0.75 ×"
    visitor.open(PILLAR)
    assert visitor.fakes.narrator.rate == 0.75
    assert visitor.preferences() == [("speed", "2"), ("speed", "0.75")]


def test_i_make_it_louder_up_to_what_the_site_allows_and_quieter_down_to_silence(listens: Listens) -> None:
    visitor = listens()
    assert visitor.fakes.narrator.volume == 0.9
    visitor.touch("voice")
    assert visitor.reads("loudness") == "9 of 10"
    visitor.touch("louder")
    assert visitor.fakes.narrator.volume == 1.0
    assert visitor.reads("loudness") == "As loud as it can be here"
    assert not visitor.item("louder").isEnabled()
    visitor.touch(*["quieter"] * 10)
    assert visitor.fakes.narrator.volume == 0.0
    assert visitor.reads("loudness") == "Silent. The words run along."
    assert visitor.hears()


def test_the_next_visitor_hears_it_as_the_site_has_set_it(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("voice", "choice-2", "quieter", "going-on", "voice-done")
    visitor.shell.models.flow.end("leave")
    assert visitor.fakes.narrator.volume == 0.9, "what is said before the first story is not whispered"
    visitor.shell.models.flow.finish()
    following = Listener(visitor.shell, visitor.fakes, visitor.rest)
    wishes = following.shell.models.wishes
    assert (wishes.rate, wishes.volume, wishes.goes_on) == (1.0, 0.9, True)
    assert (following.fakes.narrator.rate, following.fakes.narrator.volume) == (1.0, 0.9)


def test_i_choose_with_keys_alone_and_come_back_to_where_i_was(listens: Listens) -> None:
    visitor = listens()
    visitor.item("voice").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Space)
    assert visitor.sees("voice-panel")
    focused = visitor.shell.window.activeFocusItem()
    assert focused is not None and focused.objectName() == "voice-done"
    for _ in range(20):
        visitor.press(Qt.Key.Key_Backtab)
        focused = visitor.shell.window.activeFocusItem()
        if focused is not None and focused.objectName() == "louder":
            break
    visitor.press(Qt.Key.Key_Space)
    assert visitor.fakes.narrator.volume == 1.0
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.sees("voice-panel")
    focused = visitor.shell.window.activeFocusItem()
    assert focused is not None and focused.objectName() == "voice"


def test_whoever_presses_enter_means_a_touch(listens: Listens) -> None:
    visitor = listens()
    visitor.item("play").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Return)
    assert not visitor.hears()
    visitor.item("depth-glance").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Return)
    assert visitor.depth == "glance"


def test_arrow_keys_move_the_place_by_five_seconds(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(20)
    visitor.item("progress").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert abs(visitor.place_ms - 30_000) <= 500
    visitor.press(Qt.Key.Key_Left)
    assert abs(visitor.place_ms - 25_000) <= 500


@pytest.mark.allow_qt_message("keyToAscii Unhandled key code")
def test_the_button_of_my_headphones_pauses_and_its_keys_change_the_loudness(listens: Listens) -> None:
    visitor = listens()
    visitor.press(Qt.Key.Key_MediaTogglePlayPause)
    assert not visitor.hears()
    visitor.press(Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_VolumeDown)
    assert visitor.hears()
    assert visitor.fakes.narrator.volume == pytest.approx(0.8)


def test_a_touch_beside_the_choices_puts_them_away_and_touches_nothing_below(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("voice")
    closer = visitor.item("enlarge")
    place = closer.mapToScene(QPoint(10, 10)).toPoint()
    QTest.mouseClick(visitor.shell.window, Qt.MouseButton.LeftButton, pos=place)
    visitor.rest()
    assert not visitor.sees("voice-panel")
    assert visitor.shell.models.stop.property("closer") == -1


def test_another_page_puts_the_choices_away(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("voice", "back")
    assert not visitor.sees("voice-panel")
