"""How visitors come to a stop by its number, in their words: typed anyhow, on the screen or on a keyboard, or heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.model.content import StopCard
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.seeker import GATE, MINAR, PILLAR, Seeker

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]
NUMBERS = {MINAR: "12a", PILLAR: "12b", GATE: "112"}


@pytest.fixture
def visitor(open_guide: OpenShell, settle: Settle) -> Seeker:
    return Seeker(*open_guide(), settle)


class NumberedLibrary(FakeLibrary):
    """The demonstration with other numbers on its labels."""

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        cards = super().stop_cards(site_id, language)
        return tuple(replace(card, number=NUMBERS.get(card.id, "")) for card in cards)

    def find_by_number(self, site_id: str, typed: str) -> tuple[str, ...]:
        return tuple(stop_id for stop_id, number in NUMBERS.items() if number == typed)


@pytest.fixture
def numbered(open_guide: OpenShell, settle: Settle) -> Seeker:
    """At the number pad of a house with numbers such as 12a."""
    visitor = Seeker(*open_guide(library=NumberedLibrary()), settle)
    visitor.touch("type-number")
    return visitor


def test_a_number_that_exists_with_letters_only_is_asked_for(numbered: Seeker) -> None:
    numbered.touch("digit-1", "digit-2", "open-number")
    assert numbered.reads("number-title") == "Which one is it?"
    numbered.touch(f"stop-{PILLAR}")
    assert numbered.is_at(PILLAR)
    assert numbered.told == [("opened", PILLAR, "number")]
    numbered.touch("back")
    assert numbered.shell.page == "home"


def test_letters_have_keys_where_the_labels_have_letters(numbered: Seeker) -> None:
    numbered.touch("digit-1", "digit-2", "letter-b")
    assert numbered.reads("typed") == "12B"
    numbered.touch("open-number")
    assert numbered.is_at(PILLAR)


def test_for_a_slip_of_the_finger_i_am_asked_what_i_meant(numbered: Seeker) -> None:
    numbered.touch("digit-1", "digit-2", "digit-1", "open-number")
    assert numbered.reads("number-title").startswith("No stop here has the number 121. Did you mean")
    numbered.touch("type-again")
    assert numbered.reads("typed") == "–"
    numbered.touch("digit-1", "digit-2", "digit-1", "open-number", f"stop-{GATE}")
    assert numbered.is_at(GATE)


def test_a_keyboard_types_from_the_home_page_on_in_any_script(visitor: Seeker) -> None:
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
    visitor = Seeker(*open_guide(camera=False, library=library), settle)
    visitor.touch("digit-2", "open-number")
    assert visitor.reads("number-title") == "Which one is it?"
    visitor.touch("back")
    assert visitor.shell.page == "home" and visitor.reads("typed") == "–"


def test_who_cannot_see_the_keys_hears_them_and_the_next_visitor_does_not(visitor: Seeker) -> None:
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
    visitor = Seeker(*open_guide(), settle, language="hi")
    visitor.touch("type-number", "say-digits", "digit-7")
    assert visitor.fakes.asides.heard[-1] == "hi: 7"
