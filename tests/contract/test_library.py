"""The screens' fake library and the real one say the same of the demonstration's texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.guide.guide import Content
from kiosk.model.content import Depth
from kiosk.model.marker import format_marker, parse_marker
from kiosk.model.site_sums import NO_SUMS
from kiosk.packs.build import build_pack
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source import read_source
from kiosk.packs.store import PREVIEW, PackStore
from kiosk.screens.rooms import Library
from tests.fakes.fake_library import DELHI, FakeLibrary

LANGUAGES = ("en", "hi", "ar")


def without_media(source: PackSource) -> PackSource:
    """Leave out what takes long to render: this suite is about words and places."""
    return replace(
        source,
        site=replace(source.site, attract=(), wordmark=None),
        floors=tuple(replace(floor, plan=None) for floor in source.floors),
        stops=tuple(replace(stop, images=(), recordings=()) for stop in source.stops),
    )


@pytest.fixture(scope="module")
def source() -> PackSource:
    return read_source(DELHI)


@pytest.fixture(scope="module", params=["fake", "real"])
def library(
    request: pytest.FixtureRequest, source: PackSource, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    if request.param == "fake":
        yield FakeLibrary()
        return
    folder: Path = tmp_path_factory.mktemp("device")
    build_pack(without_media(source), folder / "delhi.hpack")
    store = PackStore(folder, trusting=PREVIEW)
    assert store.install(folder / "delhi.hpack").result == "installed"
    library = store.open_library()
    yield library
    library.close()
    store.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_is_named(library: Library, source: PackSource, language: str) -> None:
    (site,) = library.sites(language)
    assert (site.id, site.name, site.summary) == (
        "qutb",
        source.site.name[language],
        source.site.summary[language],
    )
    assert tuple(library.languages("qutb")) == site.languages == LANGUAGES
    assert (site.label_host, site.accent, site.fallback_language) == (
        source.label_host,
        source.site.accent,
        "en",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_come_in_order_in_the_language(library: Library, source: PackSource, language: str) -> None:
    cards = library.stop_cards("qutb", language)
    assert [card.id for card in cards] == [f"qutb/{stop.id}" for stop in source.stops]
    for card, stop in zip(cards, source.stops, strict=True):
        text = next(text for text in stop.texts if text.language == language)
        assert (card.title, card.where, card.number) == (text.title, text.where, stop.number)
        assert (card.plan_x, card.plan_y, card.lat, card.lon) == (
            stop.plan_x,
            stop.plan_y,
            stop.lat,
            stop.lon,
        )
        assert (card.radius_m, card.opens_by_place) == (stop.radius_m, stop.opens_by_place)
        assert (card.floor_id, card.tags, card.order) == (stop.floor, stop.tags, stop.order)
        assert (card.closed, card.opening_hours) == (stop.closed, stop.opening_hours)
        assert (card.added_on, card.look_s) == (stop.added_on, stop.look_s)
        assert {depth for depth, _ in card.tell_s} == set(text.by_depth)
        assert all(0 < seconds < 600 for _, seconds in card.tell_s)
        assert card.in_language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stop_says_what_its_author_wrote(library: Library, source: PackSource, language: str) -> None:
    for stop in source.stops:
        told = library.get_stop(f"qutb/{stop.id}", language)
        written = next(text for text in stop.texts if text.language == language)
        own = {text.depth: text.text for text in told.texts if text.language == language}
        assert own == dict(written.by_depth)
        assert [text.depth for text in told.texts] == [
            depth for depth in Depth if depth in {t.depth for t in told.texts}
        ]
        assert [fact.text for fact in told.facts] == [fact.text for fact in written.facts]
        assert [(one.id, one.text, one.answers, one.right, one.because) for one in told.questions] == [
            (one.id, one.text, one.answers, one.right, one.because) for one in written.questions
        ]
        assert all(fact.sources for fact in told.facts)
        assert (told.title_language, told.code) == (language, stop.code)
        assert (told.publisher, told.reviewed_on) == (source.publisher, source.reviewed_on)


def test_labels_and_numbers_find_their_stop(library: Library, source: PackSource) -> None:
    for stop in source.stops:
        marker = parse_marker(format_marker(source.label_host, stop.code, source.label_key))
        assert marker is not None
        match = library.find_by_marker(marker)
        assert (match.kind, match.stop_id) == ("stop", f"qutb/{stop.id}")
        assert tuple(library.find_by_number("qutb", stop.number)) == (f"qutb/{stop.id}",)
    for host, key, kind in (
        (source.label_host, source.label_key, "newer"),
        (source.label_host, b"another", "foreign"),
        ("OTHER.EXAMPLE", source.label_key, "foreign"),
    ):
        marker = parse_marker(format_marker(host, "ZZZZZZZZ", key))
        assert marker is not None
        assert library.find_by_marker(marker).kind == kind
    assert not library.find_by_number("qutb", "999")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tours_floors_and_places(library: Library, source: PackSource, language: str) -> None:
    tours = library.tours("qutb", language)
    assert [(tour.id, tour.minutes, tour.name) for tour in tours] == [
        (tour.id, tour.minutes, tour.name[language]) for tour in source.tours
    ]
    assert [tour.stop_ids for tour in tours] == [
        tuple(f"qutb/{stop}" for stop in tour.stops) for tour in source.tours
    ]
    assert [tour.kind for tour in tours] == [tour.kind for tour in source.tours]
    assert [(floor.name, floor.width_m) for floor in library.floors("qutb", language)] == [
        (floor.name[language], floor.width_m) for floor in source.floors
    ]
    assert [(p.id, p.name, p.lat, p.lon) for p in library.nearby("qutb", language)] == [
        (p.id, p.name[language], p.lat, p.lon) for p in source.nearby
    ]
    assert [
        (p.opening_hours, p.timezone, p.walk_m, p.lesser_known) for p in library.nearby("qutb", language)
    ] == [(p.opening_hours, p.timezone, p.walk_m, p.lesser_known) for p in source.nearby]


def test_ways_and_what_may_be_given_back(library: Library, source: PackSource) -> None:
    assert [(way.id, way.from_stop, way.to_stop) for way in library.ways("qutb")] == [
        (way.id, f"qutb/{way.from_stop}", f"qutb/{way.to_stop}") for way in source.ways
    ]
    assert [(way.metres, way.kind, way.closed, way.name) for way in library.ways("qutb")] == [
        (way.metres, way.kind, way.closed, way.name) for way in source.ways
    ]
    assert set(library.allows("qutb")) == set(source.allows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_a_title(library: Library, language: str) -> None:
    for card in library.stop_cards("qutb", language):
        assert card.id in {found.id for found in library.search("qutb", language, card.title).stops}
    for tour in library.tours("qutb", language):
        assert tour in library.search("qutb", language, tour.name).tours
    for place in library.nearby("qutb", language):
        assert place in library.search("qutb", language, place.name).nearby
    assert library.search("qutb", language, "xyzzy").is_empty


@pytest.mark.parametrize("language", ["en-GB", "hi", "fr"])
def test_names_are_said_as_the_pack_says(library: Library, source: PackSource, language: str) -> None:
    wanted = source.pronunciations.get(language.partition("-")[0], ())
    assert sorted(map(repr, library.pronunciations("qutb", language))) == sorted(map(repr, wanted))


def test_a_first_day_knows_of_no_visits(library: Library) -> None:
    assert library.sums("qutb") == NO_SUMS


def test_no_stop_is_on_trial(library: Library, source: PackSource) -> None:
    for stop in source.stops[:2]:
        stop_id = f"qutb/{stop.id}"
        assert not library.versions(stop_id)
        assert library.get_stop(stop_id, "en", "b") == library.get_stop(stop_id, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_in_short_can_be_compared(library: Library, language: str) -> None:
    """All in one language; each is the glance that its page shows."""
    assert isinstance(library, Content)
    for stop_id, text in library.glances("qutb", language).items():
        told = {one.depth: one.text for one in library.get_stop(stop_id, language).texts}
        assert text == told[Depth.GLANCE]
    assert len(library.glances("qutb", language)) == len(library.stop_cards("qutb", language))
