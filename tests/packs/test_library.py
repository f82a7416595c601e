"""What the guide reads: each item in the visitor's language, or the best there is instead."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kiosk.model.content import Depth, VoiceKind
from kiosk.model.errors import KioskError
from kiosk.model.found import NOTHING_FOUND
from kiosk.model.marker import format_marker, parse_marker
from kiosk.packs.library import Library, MarkerMatch
from kiosk.packs.store import PackStore
from tests.packs.conftest import MakePack
from tests.packs.small_source import CODES, HOST, LABEL_KEY

KEY = bytes.fromhex(LABEL_KEY)


def match(library: Library, host: str, code: str, key: bytes = KEY) -> MarkerMatch:
    marker = parse_marker(format_marker(host, code, key))
    assert marker is not None
    return library.find_by_marker(marker)


def test_a_site_is_told_in_the_language_asked_for(library: Library) -> None:
    (site,) = library.sites("hi")
    assert (site.id, site.pack_id, site.name) == ("mill", "test.mill", "पनचक्की")
    assert site.summary == "A water mill that still turns."
    assert (site.languages, site.fallback_language) == (("en", "hi", "ar"), "en")
    assert (site.lat, site.lon, site.label_host) == (28.5, 77.2, HOST)
    assert library.get_site("mill", "fr").name == "The Mill"


def test_stops_come_in_the_curators_order(library: Library) -> None:
    cards = library.stop_cards("mill", "hi")
    assert [(card.id, card.number, card.title) for card in cards] == [
        ("mill/wheel", "1", "पनचक्की का पहिया"),
        ("mill/hall", "07", "The grinding hall"),
        ("mill/garden", "12", "बग़ीचा"),
    ]
    wheel = cards[0]
    assert (wheel.where, wheel.tags, wheel.floor_id) == ("पुल के नीचे", ("water",), "ground")
    assert (wheel.plan_x, wheel.plan_y, wheel.focus_x, wheel.focus_y) == (0.25, 0.5, 0.5, 0.25)
    assert (wheel.radius_m, wheel.opens_by_place) == (12.5, True)
    assert (cards[1].thumbnail, cards[1].lat) == ("", None)


def test_each_item_falls_back_by_itself(library: Library) -> None:
    stop = library.get_stop("mill/wheel", "hi-IN")
    assert stop.title_language == "hi"
    assert [(text.depth, text.language) for text in stop.texts] == [
        (Depth.GLANCE, "hi"),
        (Depth.STORY, "en"),
        (Depth.DEEP, "en"),
        (Depth.CHILDREN, "en"),
    ]
    assert [(r.language, r.voice_kind, r.credit) for r in stop.recordings] == [
        ("hi", VoiceKind.PERSON, "कोई"),
        ("en", VoiceKind.COMPUTER, "A test tone"),
    ]
    assert stop.images[0].alt == "पानी में पहिया"
    (artifact,) = stop.artifacts
    assert (artifact.object_number, artifact.object_name) == ("M.1", "जल चक्र")
    (fact,) = stop.facts
    assert (fact.language, fact.sources[0].title) == ("en", "A survey of mills")


def test_a_language_nobody_speaks_gets_the_fallback(library: Library) -> None:
    stop = library.get_stop("mill/wheel", "fi")
    assert (stop.title_language, stop.card.title) == ("en", "The water wheel")
    assert [r.language for r in stop.recordings] == ["en"]
    assert stop.recordings[0].timings.startswith("WEBVTT")


def test_floors_tours_tags_and_places(library: Library) -> None:
    floors = library.floors("mill", "hi")
    assert [(floor.id, floor.level, floor.name) for floor in floors] == [
        ("ground", 0, "भूतल"),
        ("upper", 1, "Upper floor"),
    ]
    assert (floors[0].width_px, floors[0].height_px, floors[1].plan) == (300, 200, "")
    (tour,) = library.tours("mill", "ar")
    assert (tour.minutes, tour.stop_ids) == (15, ("mill/hall", "mill/wheel"))
    assert library.tags("mill", "hi") == {"water": "पानी", "people": "People"}
    (place,) = library.nearby("mill", "en")
    assert (place.id, place.name, place.source) == ("bridge", "The old bridge", "A survey of mills")


def test_large_media_are_files_and_small_ones_bytes(library: Library) -> None:
    stop = library.get_stop("mill/wheel", "en")
    drawing, photograph = stop.images
    assert library.media_path(drawing.sha256) is None
    assert (library.media_bytes(drawing.sha256) or b"").startswith(b"\xff\xd8")
    path = library.media_path(photograph.sha256)
    assert path is not None
    assert library.media_bytes(photograph.sha256) == path.read_bytes()
    recording = library.media_path(stop.recordings[0].sha256)
    assert recording is not None
    assert recording.read_bytes().startswith(b"OggS")
    assert (library.media_bytes(stop.card.thumbnail) or b"").startswith(b"\xff\xd8")
    assert len(library.attract_images("mill", "en")) == 2
    assert (library.media_bytes(library.wordmark("mill")) or b"").startswith(b"\x89PNG")


@pytest.mark.parametrize("sha256", ["", "x", "ab" * 32, "../../etc/passwd", "'; DROP TABLE media; --"])
def test_an_unknown_medium_is_none(library: Library, sha256: str) -> None:
    assert library.media_path(sha256) is None
    assert library.media_bytes(sha256) is None


def test_a_label_is_known_newer_or_foreign(library: Library) -> None:
    assert match(library, HOST, CODES["wheel"]) == MarkerMatch("stop", "mill/wheel", "mill")
    assert match(library, HOST, "ZZZZ9999") == MarkerMatch("newer", "", "mill")
    assert match(library, HOST, "ZZZZ9999", b"another key").kind == "foreign"
    assert match(library, HOST, CODES["wheel"], b"another key").kind == "foreign"
    assert match(library, "OTHER.EXAMPLE", CODES["wheel"]).kind == "foreign"
    assert library.label_key("mill") == KEY


@pytest.mark.parametrize("typed", ["7", "07", "٧", "७", "７", " 0 7 "])
def test_a_number_is_found_however_typed(library: Library, typed: str) -> None:
    assert library.find_by_number("mill", typed) == ("mill/hall",)


@pytest.mark.parametrize("typed", ["", " ", "99", "7x", "7" * 1000, "'", "\x00"])
def test_another_number_finds_nothing(library: Library, typed: str) -> None:
    assert library.find_by_number("mill", typed) == ()


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "WHEEL", ["wheel"]),
        ("en", "cafe zoe", ["wheel"]),
        ("en", "miller hall", ["hall"]),
        ("en", "the", ["wheel", "hall", "garden"]),
        ("en", "7", ["hall"]),
        ("en", "nowhere", []),
        ("en", "", []),
        ("hi", "पहिया", ["wheel"]),
        ("hi", "बगीचा", ["garden"]),
        ("hi", "flour", ["hall"]),
        ("ar", "الماء", ["wheel"]),
        ("ar", "يدور", ["wheel"]),
        ("ar", "1850", ["wheel"]),
        ("ar", "اليدور", ["wheel"]),
        # The topic a stop belongs to, and the thing that stands there.
        ("en", "people", ["hall"]),
        ("hi", "जल चक्र", ["wheel"]),
        ("en", "iron 1850", ["wheel"]),
        # Slips, and two words typed as one.
        ("en", "grnding", ["hall"]),
        ("en", "gindring", ["hall"]),
        ("en", "grindinghall", ["hall"]),
        ("en", "milelr hall", ["hall"]),
        ("en", "1851", []),
    ],
)
def test_search_forgives(library: Library, language: str, typed: str, found: list[str]) -> None:
    assert [card.id.removeprefix("mill/") for card in library.search("mill", language, typed).stops] == found


@pytest.mark.parametrize("language", ["en", "hi"])
def test_tours_and_places_nearby_are_found_beside_the_stops(library: Library, language: str) -> None:
    found = library.search("mill", language, "a short round")
    assert ([tour.id for tour in found.tours], found.is_near) == (["short"], False)
    found = library.search("mill", language, "bridgge")
    assert ([place.id for place in found.nearby], found.is_near) == (["bridge"], True)
    assert library.search("mill", language, "four arches").nearby == found.nearby
    assert library.search("mill", language, "arches roof").is_empty


def test_what_is_found_as_it_is_written_keeps_out_what_is_only_like_it(library: Library) -> None:
    assert not library.search("mill", "en", "the wheel").is_near
    assert library.search("mill", "en", "7").stops[0].id == "mill/hall"
    assert library.search("mill", "en", "nothing at all") == NOTHING_FOUND


def test_a_title_that_begins_so_comes_first(library: Library) -> None:
    assert library.search("mill", "en", "the g").stops[0].id == "mill/hall"


def test_what_is_not_there_is_named(library: Library) -> None:
    for call, code in (
        (lambda: library.get_stop("mill/cellar", "en"), "packs.no-such-stop"),
        (lambda: library.get_stop("elsewhere/wheel", "en"), "packs.no-such-site"),
        (lambda: library.stop_cards("elsewhere", "en"), "packs.no-such-site"),
        (lambda: library.search("elsewhere", "en", "x"), "packs.no-such-site"),
    ):
        with pytest.raises(KioskError) as caught:
            call()
        assert caught.value.code == code


def test_pictures_may_be_fetched_from_another_thread(library: Library) -> None:
    thumbnail = library.stop_cards("mill", "en")[0].thumbnail
    found: list[bytes | None] = []
    thread = threading.Thread(target=lambda: found.append(library.media_bytes(thumbnail)))
    thread.start()
    thread.join()
    assert found == [library.media_bytes(thumbnail)]


def test_nothing_is_written_while_reading(library: Library, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "data/packs").rglob("*")}
    library.get_stop("mill/wheel", "en")
    library.search("mill", "en", "the")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "data/packs").rglob("*")} == before


def test_whoever_holds_a_library_goes_on_with_the_newer_content(
    store: PackStore, make_mill: MakePack
) -> None:
    assert store.install(make_mill(1)).result == "installed"
    library = store.open_library()
    find_bytes, thumbnail = library.media_bytes, library.stop_cards("mill", "en")[0].thumbnail
    assert store.install(make_mill(2)).result == "installed"
    assert library.get_stop("mill/wheel", "en").publisher == "Publisher 1", "the old one until it is told"
    fresh = store.open_library()
    library.take_over(fresh)
    assert [release.version for release in library.releases] == [2]
    assert library.get_stop("mill/wheel", "en").publisher == "Publisher 2"
    assert find_bytes(thumbnail)
    library.close()
