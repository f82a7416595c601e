"""A visitor has the story told as they like it: where in it, how fast, how loud, by whom, and on from where they left it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.model.content import Depth, Recording, Stop, VoiceKind
from kiosk.narration.listening import NarrationListener
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.listener import Listener
from tests.screens.seeker import MINAR, PILLAR

__all__ = ["open_guide", "settle", "translations"]

Open = Callable[..., Listener]


@pytest.fixture
def listens(open_guide: OpenShell, settle: Callable[[], None]) -> Open:
    """Open a guide at the minar: ``listens(language="hi", width_px=...)``."""

    def open_one(language: str = "en", **words: object) -> Listener:
        shell, fakes = open_guide(camera=False, **words)
        return Listener(shell, fakes, settle, language)

    return open_one


def test_i_go_back_and_forward_by_ten_seconds(listens: Open) -> None:
    visitor = listens()
    visitor.listen(20)
    visitor.touch("back-10")
    assert visitor.place_ms == 10_000
    visitor.touch("forward-10", "forward-10")
    assert visitor.place_ms == 30_000
    assert visitor.hears()


def test_i_go_past_the_beginning_and_the_end_and_nothing_breaks(listens: Open) -> None:
    visitor = listens()
    visitor.listen(3)
    visitor.touch("back-10")
    assert visitor.place_ms == 0
    visitor.touch(*["forward-10"] * 12)
    assert visitor.place_ms == visitor.fakes.narrator.duration_ms


def test_i_put_my_finger_where_i_want_to_be(listens: Open) -> None:
    visitor = listens()
    line = visitor.item("progress")
    place = line.mapToScene(QPoint(round(line.width() / 2), 16)).toPoint()
    QTest.mouseClick(visitor.shell.window, Qt.MouseButton.LeftButton, pos=place)
    visitor.rest()
    assert abs(visitor.place_ms / visitor.fakes.narrator.duration_ms - 0.5) < 0.03


def test_time_runs_from_left_to_right_in_a_language_that_does_not(listens: Open) -> None:
    visitor = listens("ar")
    across = [
        visitor.item(name).mapToScene(QPoint(0, 0)).x() for name in ("back-10", "progress", "forward-10")
    ]
    assert across == sorted(across)
    assert visitor.item("play").mapToScene(QPoint(0, 0)).x() > across[-1], (
        "the page itself begins at the right"
    )


def test_every_speed_is_in_sight_and_holds_for_the_next_stop(listens: Open) -> None:
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


def test_i_make_it_louder_up_to_what_the_site_allows_and_quieter_down_to_silence(listens: Open) -> None:
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


def test_the_next_visitor_hears_it_as_the_site_has_set_it(listens: Open) -> None:
    visitor = listens()
    visitor.touch("voice", "choice-2", "quieter", "going-on", "voice-done")
    visitor.shell.models.flow.end("leave")
    assert visitor.fakes.narrator.volume == 0.9, "what is said before the first story is not whispered"
    visitor.shell.models.flow.finish()
    following = Listener(visitor.shell, visitor.fakes, visitor.rest)
    wishes = following.shell.models.wishes
    assert (wishes.rate, wishes.volume, wishes.goes_on) == (1.0, 0.9, True)
    assert (following.fakes.narrator.rate, following.fakes.narrator.volume) == (1.0, 0.9)


def test_i_choose_with_keys_alone_and_come_back_to_where_i_was(listens: Open) -> None:
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


def test_whoever_presses_enter_means_a_touch(listens: Open) -> None:
    visitor = listens()
    visitor.item("play").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Return)
    assert not visitor.hears()
    visitor.item("depth-glance").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Return)
    assert visitor.depth == "glance"


def test_arrow_keys_move_the_place_by_five_seconds(listens: Open) -> None:
    visitor = listens()
    visitor.listen(20)
    visitor.item("progress").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert abs(visitor.place_ms - 30_000) <= 500
    visitor.press(Qt.Key.Key_Left)
    assert abs(visitor.place_ms - 25_000) <= 500


@pytest.mark.allow_qt_message("keyToAscii Unhandled key code")
def test_the_button_of_my_headphones_pauses_and_its_keys_change_the_loudness(listens: Open) -> None:
    visitor = listens()
    visitor.press(Qt.Key.Key_MediaTogglePlayPause)
    assert not visitor.hears()
    visitor.press(Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_VolumeDown)
    assert visitor.hears()
    assert visitor.fakes.narrator.volume == pytest.approx(0.8)


def test_a_touch_beside_the_choices_puts_them_away_and_touches_nothing_below(listens: Open) -> None:
    visitor = listens()
    visitor.touch("voice")
    closer = visitor.item("enlarge")
    place = closer.mapToScene(QPoint(10, 10)).toPoint()
    QTest.mouseClick(visitor.shell.window, Qt.MouseButton.LeftButton, pos=place)
    visitor.rest()
    assert not visitor.sees("voice-panel")
    assert visitor.shell.models.stop.property("closer") == -1


def test_another_page_puts_the_choices_away(listens: Open) -> None:
    visitor = listens()
    visitor.touch("voice", "back")
    assert not visitor.sees("voice-panel")


RECORDING = Recording("a" * 64, "audio/ogg", "en", Depth.STORY, 53_000, VoiceKind.PERSON, "Amina Khan", "")


@pytest.mark.parametrize(
    ("recording", "said"),
    [
        (RECORDING, "Recorded by Amina Khan"),
        (replace(RECORDING, credit=""), "A person's voice, recorded"),
        (replace(RECORDING, voice_kind=VoiceKind.COMPUTER, credit="Computer voice Heart"), "Computer voice"),
        (None, "Computer voice"),
    ],
)
def test_i_see_whose_voice_it_is(
    listens: Open, monkeypatch: pytest.MonkeyPatch, recording: Recording | None, said: str
) -> None:
    give(monkeypatch, recording)
    assert listens().reads("voice-line") == said


def test_i_see_that_the_voice_speaks_another_language_and_whose_it_is(
    listens: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, RECORDING)
    visitor = listens("hi", can_speak=lambda language: language == "en")
    assert visitor.reads("voice-line") == "आवाज़ English में है। रिकॉर्डिंग: Amina Khan"


def test_i_am_told_that_there_is_no_voice_for_my_language(
    listens: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, None)
    visitor = listens(can_speak=lambda _language: False)
    assert visitor.reads("voice-line").startswith("There is no voice in this language")


def test_i_am_told_that_there_is_no_sound_and_when_it_is_back(listens: Open) -> None:
    visitor = listens()
    visitor.tell_all(NarrationListener.narration_no_sound)
    assert visitor.reads("voice-line") == "This device has no sound. The words run along."
    visitor.touch("play", "play")
    assert visitor.reads("voice-line").startswith("This device has no sound."), (
        "a pause does not bring it back"
    )
    visitor.tell_all(NarrationListener.narration_sound_back)
    assert "no sound" not in visitor.reads("voice-line")


def test_headphones_out_is_said_on_every_page_with_a_way_to_the_words(listens: Open) -> None:
    visitor = listens()
    visitor.listen(12)
    visitor.touch("back")
    visitor.pull_headphones()
    assert not visitor.hears()
    assert visitor.reads("voice-note") == "The headphones are out. Touch Play to go on."
    visitor.touch("to-the-words")
    assert visitor.shell.page == "stop"
    visitor.touch("play")
    assert visitor.hears()
    assert visitor.place_ms == 12_000
    assert not visitor.sees("voice-note")


def test_a_story_goes_on_where_i_left_it(listens: Open) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    assert visitor.place_ms == 0
    visitor.listen(2)
    visitor.open(MINAR)
    assert 20_000 < visitor.place_ms <= 25_000, "a little is told again, for the thread to be found"
    assert visitor.reads("voice-note") == "It goes on where you left it."
    visitor.touch("begin-again")
    assert visitor.place_ms == 0
    assert not visitor.sees("voice-note")
    assert visitor.hears()


def test_that_it_goes_on_is_said_for_a_while_only(listens: Open) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.open(MINAR)
    visitor.listen(16)
    assert not visitor.sees("voice-note")


def test_each_depth_keeps_its_own_place(listens: Open) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.touch("depth-deep")
    assert visitor.place_ms == 0
    visitor.listen(40)
    visitor.touch("depth-story")
    assert 20_000 < visitor.place_ms <= 25_000
    visitor.touch("depth-deep")
    assert 35_000 < visitor.place_ms <= 40_000


def test_what_i_heard_to_its_end_begins_anew(listens: Open) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.open(MINAR)
    visitor.listen_to_end()
    visitor.open(PILLAR)
    visitor.open(MINAR)
    assert visitor.place_ms == 0
    assert not visitor.sees("voice-note")


def test_the_next_visitor_hears_stories_from_their_beginning(listens: Open) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.shell.models.flow.end("leave")
    visitor.shell.models.flow.finish()
    following = Listener(visitor.shell, visitor.fakes, visitor.rest)
    assert following.place_ms == 0


def test_what_i_heard_in_two_parts_is_logged_as_heard_once(listens: Open) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.listen(2)
    visitor.open(MINAR)
    visitor.listen(10)
    visitor.shell.models.flow.end("leave")
    minar = [end for end in visitor.log("NarrationEnded") if end["stop"] == MINAR]
    assert [(end["reason"], end["played_ms"]) for end in minar] == [("replaced", 25_000), ("stopped", 10_000)]
    assert minar[-1]["heard_ms"] == 32_000, "three seconds were told twice"


def give(monkeypatch: pytest.MonkeyPatch, recording: Recording | None) -> None:
    """Have the minar's story recorded so."""
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str) -> Stop:
        recordings = (recording,) if recording is not None else ()
        return replace(real(library, stop_id, language), recordings=recordings)

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)
