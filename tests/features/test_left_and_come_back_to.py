"""A story goes on where the visitor left it, for as long as the visit lasts, and is counted as heard once."""

from __future__ import annotations

from tests.screens.conftest import open_guide, settle, translations
from tests.screens.listener import Listener, Listens, listens
from tests.screens.seeker import MINAR, PILLAR

__all__ = ["listens", "open_guide", "settle", "translations"]


def test_a_story_goes_on_where_i_left_it(listens: Listens) -> None:
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


def test_that_it_goes_on_is_said_for_a_while_only(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.open(MINAR)
    visitor.listen(16)
    assert not visitor.sees("voice-note")


def test_each_depth_keeps_its_own_place(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.touch("depth-deep")
    assert visitor.place_ms == 0
    visitor.listen(40)
    visitor.touch("depth-story")
    assert 20_000 < visitor.place_ms <= 25_000
    visitor.touch("depth-deep")
    assert 35_000 < visitor.place_ms <= 40_000


def test_what_i_heard_to_its_end_begins_anew(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.open(MINAR)
    visitor.listen_to_end()
    visitor.open(PILLAR)
    visitor.open(MINAR)
    assert visitor.place_ms == 0
    assert not visitor.sees("voice-note")


def test_the_next_visitor_hears_stories_from_their_beginning(listens: Listens) -> None:
    visitor = listens()
    visitor.listen(25)
    visitor.open(PILLAR)
    visitor.shell.models.flow.end("leave")
    visitor.shell.models.flow.finish()
    following = Listener(visitor.shell, visitor.fakes, visitor.rest)
    assert following.place_ms == 0


def test_what_i_heard_in_two_parts_is_logged_as_heard_once(listens: Listens) -> None:
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
