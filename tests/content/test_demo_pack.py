"""The demonstration packs say true-looking things only: complete, sourced, in place, and recorded as written."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import soundfile

from kiosk.model.geography import distance_m
from kiosk.model.marker import ALPHABET, ID_LENGTH, format_marker, is_genuine, parse_marker
from kiosk.narration.captions import parse_timings
from kiosk.packs.narrated_notes import hash_text
from kiosk.packs.source import read_source

PACKS = Path(__file__).resolve().parents[2] / "content_packs"
DELHI = PACKS / "delhi"
EVERY_PACK = ("delhi", "jantar-mantar")

# Words at each depth. Arabic writes "and", "the" and "in his" as part of the next word.
LENGTHS = {
    "en": {
        "glance": (40, 65),
        "story": (110, 165),
        "deep": (250, 350),
        "children": (70, 110),
        "described": (80, 130),
    },
    "hi": {
        "glance": (40, 70),
        "story": (110, 170),
        "deep": (250, 370),
        "children": (70, 110),
        "described": (80, 150),
    },
    "ar": {
        "glance": (30, 50),
        "story": (90, 130),
        "deep": (200, 300),
        "children": (55, 90),
        "described": (60, 105),
    },
}
# The Qutb site's bounds, and those of the drawn plan that lies over them.
PLAN_WEST, PLAN_EAST, PLAN_SOUTH, PLAN_NORTH = 77.1841, 77.1867, 28.5238, 28.5262
LAST_WORD_MAY_LAST_MS = 4_000


@cache
def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def pack_of(name: str) -> dict[str, Any]:
    return read(PACKS / name / "pack.toml")


def stops_of(name: str) -> dict[str, dict[str, Any]]:
    return {file.parent.name: read(file) for file in sorted((PACKS / name / "stops").glob("*/stop.toml"))}


def texts_of(name: str, language: str) -> dict[str, dict[str, Any]]:
    return {stop: read(PACKS / name / "stops" / stop / f"{language}.toml") for stop in stops_of(name)}


def every_string(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in every_string(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in every_string(inner)]
    return [value] if isinstance(value, str) else []


def recordings_of(name: str, language: str = "*") -> list[Path]:
    return sorted((PACKS / name / "narrated").glob(f"*.{language}.opus"))


@pytest.mark.parametrize("name", EVERY_PACK)
def test_the_pack_reads_without_a_fault(name: str) -> None:
    assert len(read_source(PACKS / name).stops) == len(stops_of(name))


def test_the_qutb_pack_has_ten_stops_in_three_languages() -> None:
    assert len(stops_of("delhi")) == 10
    assert pack_of("delhi")["pack"]["languages"] == ["en", "hi", "ar"]
    for language in ("en", "hi", "ar"):
        texts = texts_of("delhi", language)
        assert all({"title", "where", "glance", "story", "alt"} <= set(text) for text in texts.values())
        assert sum("deep" in text for text in texts.values()) >= 4
        assert sum("children" in text for text in texts.values()) >= 4


@pytest.mark.parametrize("name", EVERY_PACK)
def test_every_language_says_as_much_as_the_first(name: str) -> None:
    first, *others = pack_of(name)["pack"]["languages"]
    for language in others:
        for stop, text in texts_of(name, first).items():
            other = texts_of(name, language)[stop]
            assert set(other) == set(text), (language, stop)
            assert set(other["alt"]) == set(text["alt"])
            assert [fact["sources"] for fact in other["facts"]] == [fact["sources"] for fact in text["facts"]]
            for depth in set(LENGTHS["en"]) & set(text):
                assert other[depth].count("\n\n") == text[depth].count("\n\n"), (language, stop, depth)


@pytest.mark.parametrize("name", EVERY_PACK)
def test_every_statement_has_a_source_that_exists(name: str) -> None:
    sources = {source["id"]: source for source in read(PACKS / name / "sources.toml")["sources"]}
    for language in pack_of(name)["pack"]["languages"]:
        for stop, text in texts_of(name, language).items():
            assert 1 <= len(text["facts"]) <= 4, stop
            for fact in text["facts"]:
                assert fact["sources"], fact
                assert set(fact["sources"]) <= set(sources), fact
    assert {place["source"] for place in pack_of(name)["nearby"]} <= set(sources)
    assert all(source["title"] and source["publisher"] and source["year"] for source in sources.values())


@pytest.mark.parametrize("name", EVERY_PACK)
def test_texts_keep_to_their_length(name: str) -> None:
    for language in pack_of(name)["pack"]["languages"]:
        for stop, text in texts_of(name, language).items():
            for depth, (least, most) in LENGTHS[language].items():
                if depth in text:
                    assert least <= len(text[depth].split()) <= most, (language, stop, depth)


@pytest.mark.parametrize("name", EVERY_PACK)
def test_words_are_calm_and_plain(name: str) -> None:
    for file in sorted((PACKS / name).rglob("*.toml")):
        for text in every_string(read(file)):
            assert "!" not in text, (file, text)
            assert not re.search(r"[<>*#_]{2}|</|\bplease\b|\boops\b", text), (file, text)
            assert text == text.strip(), (file, text)


def test_numbers_are_the_same_in_every_language() -> None:
    for stop, text in texts_of("delhi", "en").items():
        for depth in set(LENGTHS["en"]) & set(text):
            for language in ("hi", "ar"):
                told = numbers_in(texts_of("delhi", language)[stop][depth])
                assert numbers_in(text[depth]) <= told, (stop, depth, language)


def numbers_in(text: str) -> set[str]:
    # A decade ("the 1330s") is written out in some languages; 1537-38 is 1537-1538 in others.
    whole = re.sub(r"\b(\d\d)(\d\d)-(\d\d)\b", r"\1\2-\1\3", re.sub(r"\b\d{4}s\b", "", text))
    # Arabic writes "one metre" as a word.
    return set(re.findall(r"\d+(?:[.,]\d+)*", whole)) - {"1"}


def test_tours_name_stops_that_are_there() -> None:
    tours = pack_of("delhi")["tours"]
    assert len(tours) >= 2
    for tour in tours:
        assert set(tour["stops"]) <= set(stops_of("delhi"))
        assert len(set(tour["stops"])) == len(tour["stops"])
        assert set(tour["name"]) == set(tour["summary"]) == {"en", "hi", "ar"}


def test_the_tour_for_children_is_told_for_children() -> None:
    tour = next(tour for tour in pack_of("delhi")["tours"] if tour["id"] == "with-children")
    for language in ("en", "hi", "ar"):
        assert all("children" in texts_of("delhi", language)[stop] for stop in tour["stops"])


def test_every_stop_of_the_quiz_trail_asks_the_same_in_each_language() -> None:
    tour = next(tour for tour in pack_of("delhi")["tours"] if tour.get("kind") == "quiz")
    english = texts_of("delhi", "en")
    for stop in tour["stops"]:
        assert english[stop]["questions"], stop
    for language in ("en", "hi", "ar"):
        for stop, text in texts_of("delhi", language).items():
            assert list(map(form_of, text.get("questions", ()))) == list(
                map(form_of, english[stop].get("questions", ()))
            ), (stop, language)


def form_of(question: dict[str, Any]) -> tuple[str, int, int, set[str]]:
    """Return what is the same of a question in every language: which answer is right, and the numbers in them."""
    answers = question["answers"]
    return (
        question["id"],
        len(answers),
        answers.index(question["right"]),
        numbers_in(" ".join([question["text"], *answers])),
    )


@pytest.mark.parametrize("name", EVERY_PACK)
def test_ways_lead_to_every_stop_and_are_no_shorter_than_the_straight_line(name: str) -> None:
    stops, ways = stops_of(name), pack_of(name)["ways"]
    for way in ways:
        ends = [stops[way[end]] for end in ("from", "to")]
        (lat, lon), (other_lat, other_lon) = ((end["lat"], end["lon"]) for end in ends)
        straight_m = distance_m(lat, lon, other_lat, other_lon)
        assert straight_m < way["metres"] < 1.5 * straight_m, way["id"]
    reached = {next(iter(stops))}
    for _ in stops:
        reached |= {way[end] for way in ways if {way["from"], way["to"]} & reached for end in ("from", "to")}
    assert reached == set(stops)


@pytest.mark.parametrize("name", EVERY_PACK)
def test_nobody_is_said_to_have_visited(name: str) -> None:
    assert not (PACKS / name / "guide_sums.toml").exists()
    assert not list((PACKS / name).rglob("voices.toml"))


def test_the_plan_is_as_wide_as_it_is_drawn() -> None:
    (floor,) = pack_of("delhi")["floors"]
    middle = (PLAN_SOUTH + PLAN_NORTH) / 2
    assert floor["width_m"] == pytest.approx(distance_m(middle, PLAN_WEST, middle, PLAN_EAST), abs=1)


@pytest.mark.parametrize("name", EVERY_PACK)
def test_stops_stand_within_the_site(name: str) -> None:
    site = pack_of(name)["site"]
    for stop, place in stops_of(name).items():
        assert distance_m(site["lat"], site["lon"], place["lat"], place["lon"]) < 200, stop


def test_places_on_the_plan_are_places_on_the_ground() -> None:
    for stop, place in stops_of("delhi").items():
        assert place["plan_x"] == pytest.approx(
            (place["lon"] - PLAN_WEST) / (PLAN_EAST - PLAN_WEST), abs=0.005
        ), stop
        assert place["plan_y"] == pytest.approx(
            (PLAN_NORTH - place["lat"]) / (PLAN_NORTH - PLAN_SOUTH), abs=0.005
        )


def test_ten_other_sites_lie_near_and_farther_off() -> None:
    site, places = pack_of("delhi")["site"], pack_of("delhi")["nearby"]
    away_m = [distance_m(site["lat"], site["lon"], place["lat"], place["lon"]) for place in places]
    assert len(places) >= 10
    assert sum(distance < 2_000 for distance in away_m) >= 3
    assert sum(distance < 5_000 for distance in away_m) >= 5
    assert max(away_m) < 20_000
    for place in places:
        assert set(place["name"]) == set(place["summary"]) == {"en", "hi", "ar"}


def test_codes_and_numbers_are_unique_and_well_formed() -> None:
    codes: list[str] = []
    for name in EVERY_PACK:
        pack, stops = pack_of(name)["pack"], stops_of(name)
        key = bytes.fromhex(pack["label_key"])
        assert len(key) == 16
        for stop in stops.values():
            assert len(stop["code"]) == ID_LENGTH and set(stop["code"]) <= set(ALPHABET)
            marker = parse_marker(format_marker(pack["label_host"], stop["code"], key))
            assert marker is not None and is_genuine(marker, key)
            codes.append(stop["code"])
        assert sorted(stop["order"] for stop in stops.values()) == list(range(1, len(stops) + 1))
        assert len({stop["number"] for stop in stops.values()}) == len(stops)
    assert len(set(codes)) == len(codes)
    assert len({pack_of(name)["pack"]["label_host"] for name in EVERY_PACK}) == len(EVERY_PACK)


def test_enough_is_recorded() -> None:
    told = [path.name.split(".")[:3] for path in recordings_of("delhi")]
    for language, at_least in (("en", 6), ("hi", 3)):
        whole = [
            stop
            for stop in stops_of("delhi")
            if [stop, "glance", language] in told and [stop, "story", language] in told
        ]
        assert len(whole) >= at_least, language
    voices = read(DELHI / "narrated" / "narrated.toml")["voices"]
    assert all(
        "Computer voice" in voice["credit"] and "Apache-2.0" in voice["credit"] for voice in voices.values()
    )


def test_nothing_recorded_is_older_than_its_text() -> None:
    rendered = read(DELHI / "narrated" / "narrated.toml")["rendered"]
    assert set(rendered) == {path.stem for path in recordings_of("delhi")}
    for name, line in rendered.items():
        stop, depth, language = name.split(".")
        assert line["text"] == hash_text(texts_of("delhi", language)[stop][depth]), name


@pytest.mark.parametrize("path", recordings_of("delhi"), ids=lambda path: path.stem)
def test_a_recording_says_its_text_word_by_word(path: Path) -> None:
    stop, depth, language, _ = path.name.split(".")
    text = texts_of("delhi", language)[stop][depth]
    samples, rate_hz = soundfile.read(path, dtype="int16")
    length_ms = len(samples) * 1000 / rate_hz
    assert samples.ndim == 1

    cues = parse_timings(path.with_suffix(".vtt").read_text(encoding="utf-8"), text)

    words = [word for cue in cues for word in cue.words]
    assert [text[word.start : word.end] for word in words] == text.split()
    starts_ms = [word.start_ms for word in words]
    assert all(one < other for one, other in pairwise(starts_ms))
    assert all(cue.start_ms <= cue.words[0].start_ms and cue.end_ms >= cue.words[-1].start_ms for cue in cues)
    assert length_ms - LAST_WORD_MAY_LAST_MS < starts_ms[-1] < length_ms
    assert cues[-1].end_ms <= length_ms
