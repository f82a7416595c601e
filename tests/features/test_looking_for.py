"""How visitors look for something by its name, with slips and in their own letters, and where they go on to; in their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.packs.library import Library
from kiosk.visits.clock import WallQuality
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.searched_library import SearchedLibrary, open_words
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.seeker import GATE, MINAR, PILLAR, Seeker

__all__ = ["open_guide", "settle", "translations"]

Look = Callable[..., Seeker]
ILTUTMISH = "qutb/iltutmish-tomb"


@pytest.fixture(scope="module")
def real() -> Iterator[Library]:
    with open_words() as library:
        yield library


@pytest.fixture
def look(open_guide: OpenShell, settle: Callable[[], None], real: Library) -> Look:
    """Come to the list of all stops: ``look("hi", hours=...)``."""

    def come(language: str = "en", page: str = "browse", **words: tuple[object, ...]) -> Seeker:
        library = SearchedLibrary(real, **words)  # type: ignore[arg-type]  # as a test says them
        visitor = Seeker(*open_guide(library=library), settle, language)
        visitor.touch("browse")
        if page == "nearby":
            visitor.touch("browse-nearby")
        return visitor

    return come


def put(visitor: Seeker, text: str) -> list[str]:
    """Write something into the search field at once; return the ids of the stops that are shown."""
    visitor.item("search").setProperty("text", text)
    visitor.rest()
    return [row["id"] for row in visitor.shell.models.browse.property("stops")]


def test_i_touch_the_field_and_letters_come_up_that_write_into_it(look: Look) -> None:
    visitor = look()
    assert not visitor.sees("letter-pad")
    visitor.touch("search", "letter-m", "letter-i", "letter-n", "letter-a", "letter-r")
    assert visitor.reads("search") == "minar"
    assert visitor.sees(f"stop-{MINAR}")
    assert not visitor.sees(f"stop-{PILLAR}")
    visitor.touch("search-done")
    assert not visitor.sees("letter-pad")
    visitor.touch(f"stop-{MINAR}")
    assert visitor.is_at(MINAR)


def test_what_i_looked_for_is_still_there_when_i_come_back(look: Look) -> None:
    visitor = look()
    put(visitor, "minar")
    visitor.touch(f"stop-{MINAR}", "back")
    assert visitor.reads("search") == "minar"
    assert not visitor.sees(f"stop-{PILLAR}")
    visitor.touch("search-clear")
    assert visitor.reads("search") == ""
    assert visitor.sees(f"stop-{PILLAR}")


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", {"pilar": PILLAR, "ilutmish": ILTUTMISH, "iltumtish": ILTUTMISH, "darwza": GATE}),
        ("hi", {"क़ुतब मीनार": MINAR, "कुतुब मिनार": MINAR, "मीनर": MINAR}),
        (
            "ar",
            {
                "الضريح إلتتمش": ILTUTMISH,
                "مناره": MINAR,
                "ضريح التتمش": ILTUTMISH,
                "ضـــريح إلتمتش": ILTUTMISH,
            },
        ),
    ],
)
def test_a_slip_or_another_spelling_is_forgiven(look: Look, language: str, typed: dict[str, str]) -> None:
    visitor = look(language)
    for text, stop in typed.items():
        assert stop in put(visitor, text), text


def test_i_am_told_when_nothing_has_exactly_these_words(look: Look) -> None:
    visitor = look()
    assert PILLAR in put(visitor, "pilalr")
    assert visitor.reads("found-near").startswith("Nothing is found by exactly these words.")
    put(visitor, "pillar")
    assert not visitor.sees("found-near")


def test_what_is_like_nothing_here_finds_nothing_and_says_so(look: Look) -> None:
    visitor = look()
    for typed in ("zither", "xyzzy", "bicycle", "1648 1649"):
        assert put(visitor, typed) == []
        assert visitor.sees("found-nothing")


def test_walks_and_other_places_are_found_too(look: Look) -> None:
    visitor = look(hours=("00:01-23:59",))
    tour = visitor.fakes.library.tours("qutb", "en")[0]
    put(visitor, tour.name)
    visitor.touch(f"tour-{tour.id}")
    assert visitor.shell.page == "tour"
    visitor.touch("back")
    put(visitor, "adham khna")
    assert visitor.sees("nearby-adham-khan-tomb")
    assert visitor.reads("nearby-line") == "about 350 m · open until 23:59"


def test_a_keyboard_has_letters_of_its_own(look: Look) -> None:
    visitor = look()
    while not visitor.item("search").property("activeFocus"):
        visitor.press(Qt.Key.Key_Tab)
    visitor.write("minar")
    assert not visitor.sees("letter-pad")
    assert visitor.sees(f"stop-{MINAR}")


def test_nothing_i_looked_for_is_left_for_the_next_visitor(look: Look) -> None:
    visitor = look()
    put(visitor, "minar")
    visitor.shell.models.flow.end("leave")
    visitor.rest()
    browse = visitor.shell.models.browse
    assert (browse.property("sought"), browse.property("stops"), browse.property("found_places")) == (
        "",
        [],
        [],
    )


def test_places_near_here_say_how_far_and_until_when(look: Look) -> None:
    visitor = look(page="nearby", hours=("00:01-23:59", "24/7", "nine to five"), measured=(480.0,))
    lines = [row["name"] for row in visitor.shell.models.nearby.property("walks")]
    assert lines == ["Adham Khan's tomb", "Jamali Kamali mosque and tomb", "Zafar Mahal"]
    assert visitor.reads("nearby-line") == "480 m on foot · open until 23:59"
    assert [row["state"] for row in visitor.shell.models.nearby.property("walks")] == ["open", "open", ""]
    visitor.touch("nearby-stops")
    assert visitor.shell.page == "browse"


def test_by_keys_i_read_what_has_nothing_to_touch(look: Look) -> None:
    visitor = look(page="nearby")
    list_of_places = visitor.item("nearby-page")
    while not visitor.item("nearby-stops").property("activeFocus"):
        visitor.press(Qt.Key.Key_Tab)
    lowest = list_of_places.property("contentY")
    visitor.press(Qt.Key.Key_PageUp)
    assert list_of_places.property("contentY") < lowest or lowest == 0
    visitor.press(*[Qt.Key.Key_Up] * 10)
    assert list_of_places.property("contentY") == 0
    visitor.press(Qt.Key.Key_Down)
    assert list_of_places.property("contentY") > 0


def test_a_device_that_does_not_know_the_time_says_nothing_of_hours(look: Look) -> None:
    visitor = look(hours=("24/7",))
    visitor.fakes.clock.quality = WallQuality.UNSET
    visitor.touch("browse-nearby")
    assert visitor.reads("nearby-line") == "about 350 m"


def test_at_the_end_i_see_where_to_go_next(look: Look) -> None:
    visitor = look(hours=("00:01-23:59",))
    visitor.touch(f"stop-{MINAR}", "end-visit", "end-yes")
    assert visitor.shell.page == "end"
    assert visitor.reads("nearby-line") == "about 350 m · open until 23:59"
    visitor.touch("done")
    assert visitor.shell.models.nearby.property("few") == []


def test_a_site_that_does_not_say_where_it_is_offers_no_places(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    class Nowhere(FakeLibrary):
        def nearby(self, site_id: str, language: str) -> tuple[()]:
            return ()

    visitor = Seeker(*open_guide(library=Nowhere()), settle)
    visitor.touch("browse")
    assert not visitor.sees("browse-nearby")
    visitor.shell.models.flow.show("nearby")
    assert visitor.sees("nearby-stops"), "no dead end"
