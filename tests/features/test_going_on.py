"""After a story a visitor is told more: by itself after a countdown they can stop, and never against their wish."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.model.content import Depth, Stop
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import open_guide, settle, translations
from tests.screens.listener import Listener, Listens, listens
from tests.screens.seeker import MINAR, PILLAR

__all__ = ["listens", "open_guide", "settle", "translations"]


@pytest.fixture
def heard(listens: Listens) -> Listener:
    """Somebody who has just heard the minar's story to its end."""
    visitor = listens()
    visitor.listen_to_end()
    return visitor


def touch_anywhere(visitor: Listener) -> None:
    """Put a finger where nothing is to be touched: on the stop's title."""
    title = visitor.item("stop-title")
    place = title.mapToScene(QPoint(4, 4)).toPoint()
    QTest.mouseClick(visitor.shell.window, Qt.MouseButton.LeftButton, pos=place)
    visitor.rest()


def test_everything_follows_the_story_after_eight_seconds(heard: Listener) -> None:
    assert heard.reads("voice-note") == "Everything (2 min) follows in 8 s. Touch the screen to stop."
    heard.wait(5)
    assert "in 3 s" in heard.reads("voice-note")
    assert heard.depth == "story"
    heard.wait(3)
    assert (heard.depth, heard.hears()) == ("deep", True)
    assert heard.shell.models.stop.property("depth") == "deep"
    assert not heard.sees("voice-note")


def test_what_follows_by_itself_is_no_choice_of_mine(heard: Listener) -> None:
    heard.wait(9)
    heard.open(PILLAR)
    assert heard.depth == "story", "the next stop is told as I like it"
    assert heard.log("DepthChanged") == []
    told = [(one["stop"], one["depth"]) for one in heard.log("NarrationStarted")]
    assert told == [(MINAR, "story"), (MINAR, "deep"), (PILLAR, "story")]
    reasons = [one["reason"] for one in heard.log("NarrationEnded")]
    assert reasons == ["finished", "replaced"]


def test_a_touch_anywhere_stops_it_and_leaves_the_offer(heard: Listener) -> None:
    heard.wait(2)
    touch_anywhere(heard)
    heard.wait(20)
    assert heard.depth == "story"
    assert heard.reads("voice-note") == "There is more: Everything (2 min)"
    heard.touch("tell-more")
    assert heard.depth == "deep"
    assert [one["depth"] for one in heard.log("DepthChanged")] == ["deep"]
    heard.open(PILLAR)
    assert heard.depth == "story"


def test_a_key_stops_it_too(heard: Listener) -> None:
    heard.press(Qt.Key.Key_Tab)
    heard.wait(20)
    assert heard.depth == "story"


def test_i_have_it_at_once_or_not_at_all(listens: Listens) -> None:
    visitor = listens()
    visitor.listen_to_end()
    visitor.touch("tell-more")
    assert (visitor.depth, visitor.hears()) == ("deep", True)
    visitor.open(PILLAR)
    visitor.listen_to_end()
    visitor.touch("tell-no-more")
    visitor.wait(20)
    assert not visitor.sees("voice-note")
    assert visitor.depth == "story"


def test_nothing_is_told_while_i_do_something_else(heard: Listener) -> None:
    heard.touch("back")
    heard.wait(20)
    assert heard.depth == "story"
    assert not heard.sees("voice-note")
    heard.touch("told-now")
    heard.wait(20)
    assert heard.depth == "story"
    assert heard.sees("tell-more")


def test_a_story_that_ends_on_another_page_leads_nowhere_by_itself(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("back")
    visitor.listen_to_end()
    visitor.wait(20)
    assert visitor.depth == "story"


def test_while_i_am_asked_whether_to_end_nothing_begins(heard: Listener) -> None:
    heard.shell.models.flow.ask_to_end()
    heard.wait(20)
    assert heard.depth == "story"


def test_another_stop_is_never_overtaken(heard: Listener) -> None:
    heard.wait(7)
    heard.open(PILLAR)
    heard.wait(3)
    told = [(one.stop_id, str(one.depth)) for one in heard.fakes.narrator.told]
    assert told == [(MINAR, "story"), (PILLAR, "story")]


def test_a_room_that_nobody_is_in_is_not_told_everything(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("depth-glance")
    visitor.listen_to_end()
    visitor.wait(9)
    assert visitor.depth == "story"
    visitor.listen_to_end()
    visitor.wait(20)
    assert visitor.depth == "story", "nobody has touched anything since the last time"
    assert visitor.reads("voice-note") == "There is more: Everything (2 min)"


def test_what_i_have_heard_is_not_told_again(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("depth-deep")
    visitor.listen_to_end()
    assert not visitor.sees("tell-more"), "there is nothing deeper"
    visitor.touch("depth-story")
    visitor.listen_to_end()
    assert not visitor.sees("tell-more"), "everything was heard before"


def test_the_childrens_story_is_a_whole(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("depth-children")
    visitor.listen_to_end()
    assert not visitor.sees("tell-more")


def test_a_part_that_i_left_is_gone_on_with(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("depth-deep")
    visitor.listen(40)
    visitor.touch("depth-story")
    visitor.listen_to_end()
    visitor.touch("tell-more")
    assert 35_000 < visitor.place_ms <= 40_000


def test_i_do_not_wish_it(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("voice", "going-on", "voice-done")
    visitor.listen_to_end()
    visitor.wait(20)
    assert visitor.depth == "story"
    assert visitor.reads("voice-note") == "There is more: Everything (2 min)"
    assert visitor.preferences() == [("goes-on", "off")]


def test_the_site_does_not_wish_it(listens: Listens) -> None:
    visitor = listens(continue_after_s=0)
    visitor.touch("voice")
    assert not visitor.sees("going-on"), "there is nothing to choose"
    visitor.touch("voice-done")
    visitor.listen_to_end()
    visitor.wait(20)
    assert visitor.depth == "story"
    assert visitor.sees("tell-more")


def test_whoever_reads_is_not_led_on_to_another_text(listens: Listens) -> None:
    visitor = listens(can_speak=lambda _language: False)
    visitor.open(PILLAR)
    visitor.listen_to_end()
    visitor.wait(20)
    assert (visitor.fakes.narrator.told[-1].kind, visitor.depth) == ("text", "story")
    assert visitor.reads("voice-note").startswith("There is more")


def test_whoever_silenced_it_is_not_led_on_either(listens: Listens) -> None:
    visitor = listens()
    visitor.touch("voice", *["quieter"] * 9, "voice-done")
    visitor.listen_to_end()
    visitor.wait(20)
    assert visitor.depth == "story"


def test_what_is_told_in_another_language_does_not_follow(
    listens: Listens, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        stop = real(library, stop_id, language, version)
        texts = (
            text if text.depth is not Depth.DEEP else replace(text, language="en") for text in stop.texts
        )
        return replace(stop, texts=tuple(texts))

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)
    visitor = listens("hi")
    visitor.listen_to_end()
    assert not visitor.sees("tell-more")


def test_after_what_it_looks_like_comes_the_story(listens: Listens, monkeypatch: pytest.MonkeyPatch) -> None:
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        stop = real(library, stop_id, language, version)
        described = replace(stop.texts[0], depth=Depth.DESCRIBED, text="A tower, red and tall.")
        return replace(stop, texts=(*stop.texts, described))

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)
    visitor = listens()
    visitor.touch("depth-described")
    visitor.listen_to_end()
    assert visitor.reads("voice-note").startswith("The story (")
    visitor.wait(9)
    assert visitor.depth == "story"


def test_the_next_visitor_is_offered_nothing_of_mine(heard: Listener) -> None:
    heard.shell.models.flow.end("leave")
    heard.shell.models.flow.finish()
    following = Listener(heard.shell, heard.fakes, heard.rest)
    assert not following.sees("voice-note")
    following.listen_to_end()
    assert following.reads("voice-note").startswith("Everything (2 min) follows")


def test_whoever_has_the_screen_read_hears_what_follows_before_it_does(listens: Listens) -> None:
    visitor = listens()
    asides = visitor.fakes.asides
    visitor.shell.models.self_voice.toggle()
    visitor.rest()
    while not visitor.hears():
        asides.finish()
    visitor.listen_to_end()
    assert asides.heard[-1] == "en: Everything (2 min) follows in 8 s."
    visitor.wait(6)
    asides.finish()
    assert asides.heard[-1] == "en: Touch the screen to stop."
    visitor.wait(6)
    assert visitor.depth == "story", "the time counts from when it was said"
    visitor.wait(3)
    assert visitor.depth == "deep"
