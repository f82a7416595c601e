"""What visitors type finds the right stops first, in a pack of four hundred and in every script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.model.content import Depth
from kiosk.packs.build import build_pack
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource, StopText
from kiosk.packs.search import MAX_FOUND
from kiosk.packs.store import PREVIEW, PackStore

STOPS = 400
SAID = {
    0: "A skeletal thing: Skelettmontern.",
    7: "The quern, and quernstones.",
    8: "A pillar of iron.",
    9: "An iron gate, no column.",
    11: "水车房在河边。",
    12: "วัดพระแก้ว",
    13: "Bamboozle",
}
TITLES = {5: "Iron pillar", 6: "Ironmonger", 30: "The iron", 31: "07"}


@pytest.fixture(scope="module")
def library(mill_source: PackSource, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("many")
    model = replace(mill_source.stops[0], images=(), recordings=(), artifacts=())
    stops = tuple(
        replace(
            model,
            id=f"s{number}",
            number=str(number),
            code=f"{number:08}",
            order=number,
            texts=(_make_text("en", number), *([_make_text("hi", number)] if number < 3 else ())),
        )
        # Neither the order of ids nor that of the source is the curator's.
        for number in reversed(range(STOPS))
    )
    source = replace(mill_source, stops=stops, tours=(), floors=mill_source.floors[:0])
    build_pack(replace(source, stops=tuple(replace(stop, floor="") for stop in stops)), folder / "many.hpack")
    store = PackStore(folder / "data", trusting=PREVIEW)
    assert store.install(folder / "many.hpack").result == "installed"
    library = store.open_library()
    yield library
    library.close()
    store.close()


def _make_text(language: str, number: int) -> StopText:
    title = TITLES.get(number, f"Stop {number}") if language == "en" else f"चक्की {number}"
    said = SAID.get(number, f"Common words, place{number} milled{number % 150:03}")
    return StopText(language, title, "", {Depth.GLANCE: said if language == "en" else "पानी"}, ())


def find(library: Library, typed: str, language: str = "en") -> list[int]:
    return [int(card.id.removeprefix("mill/s")) for card in library.search("mill", language, typed).stops]


def test_a_number_comes_first_then_titles_that_begin_so_then_titles_then_texts(library: Library) -> None:
    assert find(library, "iron") == [5, 6, 30, 8, 9]
    assert find(library, "7")[0] == 7
    assert find(library, "07") == [7, 31]


def test_every_word_has_to_be_there(library: Library) -> None:
    assert find(library, "iron pillar") == [5, 8]
    assert find(library, "pillar iron") == [5, 8]
    assert find(library, "iron elephant") == []


def test_parts_inside_words_are_found_from_three_letters_on(library: Library) -> None:
    assert find(library, "montern") == [0]
    assert find(library, "ZLE") == [13]
    assert find(library, "zl") == []


def test_punctuation_is_nothing(library: Library) -> None:
    assert find(library, "quern,") == find(library, "(quern)") == [7]
    assert find(library, "?!") == find(library, " ") == []


@pytest.mark.parametrize(
    ("typed", "stop"), [("水车", 11), ("车房", 11), ("河边", 11), ("水车房", 11), ("边", 11), ("พระ", 12)]
)
def test_scripts_without_blanks(library: Library, typed: str, stop: int) -> None:
    assert find(library, typed) == [stop]


def test_what_everything_says_gives_the_first_in_the_curators_order(library: Library) -> None:
    common = [number for number in range(STOPS) if number not in SAID]
    assert find(library, "common") == common[:MAX_FOUND]
    assert find(library, "co") == sorted([*common, 9])[:MAX_FOUND]


def test_a_beginning_of_many_words_is_all_of_them(library: Library) -> None:
    """More words begin with ``milled`` than are looked at one by one."""
    assert find(library, "milled") == [n for n in range(STOPS) if n not in SAID][:MAX_FOUND]
    assert find(library, "milled149") == [149, 299]


def test_the_fallbacks_words_are_found_in_every_language(library: Library) -> None:
    assert find(library, "पानी", "hi") == [0, 1, 2]
    assert find(library, "चक्की", "hi") == [0, 1, 2]
    assert find(library, "iron pillar", "hi") == [5, 8]
    assert find(library, "पानी", "en") == []


@pytest.mark.parametrize(
    "typed", ["'", '"; DROP TABLE stop; --', "\x00", "\ud800", "%", "*", "a" * 5000, "\n"]
)
def test_nothing_typed_does_harm(library: Library, typed: str) -> None:
    library.search("mill", "en", typed)
    assert library.problems == []


def test_a_stop_is_found_without_reading_the_others(library: Library) -> None:
    assert library.get_stop("mill/s399", "en").card.number == "399"
    assert library.find_by_number("mill", "٣٩٩") == ("mill/s399",)
    assert [card.order for card in library.stop_cards("mill", "en")] == list(range(STOPS))


def test_cards_and_words_of_one_language_push_out_those_of_another(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.packs.card_rows.CARDS_KEPT", STOPS)
    monkeypatch.setattr("kiosk.packs.word_lookup._LETTERS_KEPT", 100)
    for language in ("en", "hi", "ar", "en"):
        assert len(library.stop_cards("mill", language)) == STOPS
        assert find(library, "montern", language) == [0]
