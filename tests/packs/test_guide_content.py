"""What the guide of one's own reads, on its way from the author's folder to a device: ways, sums, hours, what may be said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.content import Depth, Stop, TourKind, VoiceOf, Way, WayKind
from kiosk.model.errors import KioskError
from kiosk.model.site_sums import NO_SUMS, StopSums
from kiosk.packs.build import build_pack
from kiosk.packs.findings import PackSourceError
from kiosk.packs.library import Library
from kiosk.packs.source import read_source
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.guided_mill import change, write_guided_source
from tests.packs.small_source import write_tone

EN = "stops/wheel/en.toml"
VOICES = "stops/wheel/voices.toml"


@pytest.fixture(scope="module")
def guided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source; nobody may change it."""
    return write_guided_source(tmp_path_factory.mktemp("guided") / "mill")


@pytest.fixture(scope="module")
def guided_library(guided: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("guided-device")
    operator = ThrowAwayOperator()
    source = replace(read_source(guided), id="test.guided")
    store = operator.open_store(folder / "data")
    assert store.install(operator.build(source, folder / "mill.hpack")).result == "installed"
    library = store.open_library()
    yield library
    library.close()
    store.close()


@pytest.fixture
def folder(guided: Path, tmp_path: Path) -> Path:
    return shutil.copytree(guided, tmp_path / "mill")


def faults_of(folder: Path) -> str:
    with pytest.raises(PackSourceError) as caught:
        read_source(folder)
    return "\n".join(finding.format() for finding in caught.value.findings)


def test_ways_lead_both_ways_between_stops(guided_library: Library) -> None:
    assert guided_library.ways("mill") == (
        Way("bridge", "mill/wheel", "mill/garden", 60.0, WayKind.WALK, closed=True, name="The footbridge"),
        Way("stair", "mill/wheel", "mill/hall", 12.5, WayKind.STAIRS, closed=False, name=""),
        Way("path", "mill/garden", "mill/wheel", 140.0, WayKind.RAMP, closed=False, name=""),
    )
    assert guided_library.ways("mill") is guided_library.ways("mill")


def test_sums_tell_of_many_visits(guided_library: Library) -> None:
    sums = guided_library.sums("mill")
    assert (sums.visits, sums.until, sums.ratings) == (412, "2026-02-28", (2, 3, 11, 40, 90))
    assert dict(sums.stops) == {
        "mill/wheel": StopSums(300, (40, 75, 130)),
        "mill/garden": StopSums(20, None),
    }
    assert dict(sums.moves) == {("mill/wheel", "mill/garden"): 120, ("mill/wheel", "mill/hall"): 31}


def test_a_card_says_when_it_is_to_be_seen_and_how_long_telling_takes(guided_library: Library) -> None:
    wheel, hall, garden = guided_library.stop_cards("mill", "hi")
    assert (garden.closed, garden.opening_hours, garden.added_on, garden.look_s) == (
        True,
        "Mo-Fr 10:00-12:00",
        "2026-02-01",
        90,
    )
    assert (wheel.closed, wheel.opening_hours, wheel.added_on, wheel.look_s) == (False, "", "", 0)
    # The glance is recorded, half a second long; what is not told in Hindi is told in English.
    assert wheel.tell_s == ((Depth.GLANCE, 1), (Depth.STORY, 4), (Depth.DEEP, 3), (Depth.CHILDREN, 2))
    assert [card.in_language for card in (wheel, hall, garden)] == [True, False, True]
    assert [card.in_language for card in guided_library.stop_cards("mill", "en-GB")] == [True] * 3
    assert not any(card.in_language for card in guided_library.stop_cards("mill", "fi"))
    assert guided_library.get_stop("mill/wheel", "hi").card == wheel


def test_floors_tours_and_places_say_more(guided_library: Library) -> None:
    assert [floor.width_m for floor in guided_library.floors("mill", "en")] == [82.5, None]
    assert [tour.kind for tour in guided_library.tours("mill", "en")] == [TourKind.CHILDREN]
    (bridge,) = guided_library.nearby("mill", "en")
    assert (bridge.opening_hours, bridge.timezone, bridge.walk_m, bridge.lesser_known) == (
        "Sa,Su 10:00-16:00",
        "Asia/Kolkata",
        900.0,
        True,
    )


def test_visitors_give_back_what_the_pack_allows(guided_library: Library) -> None:
    assert guided_library.allows("mill") == {"story", "rating", "recording"}


def test_each_question_is_asked_in_the_best_language(guided_library: Library) -> None:
    blades, age = guided_library.get_stop("mill/wheel", "hi").questions
    assert (blades.id, blades.language, blades.answers[blades.right]) == ("blades", "hi", "बत्तीस")
    assert (age.id, age.language, age.answers, age.right) == ("age", "en", ("The wheel", "Its axle"), 0)
    english = guided_library.get_stop("mill/wheel", "en").questions[0]
    assert (english.text, english.because) == (
        "How many blades does the wheel have?",
        "The survey of 1901 counted them.",
    )
    assert guided_library.get_stop("mill/hall", "en").questions == ()


def told(stop: Stop) -> list[tuple[str, str, str]]:
    return [(text.language, text.depth, text.text[:14]) for text in stop.texts]


def test_the_other_version_tells_what_it_has_and_the_rest_as_the_first(guided_library: Library) -> None:
    first, other = (guided_library.get_stop("mill/wheel", "en", version) for version in ("", "b"))
    assert guided_library.versions("mill/wheel")
    assert (first.version, other.version) == ("a", "b")
    assert guided_library.get_stop("mill/wheel", "en", "a") == first
    assert [text.text[:7] for text in first.texts if text.depth is Depth.STORY] == ["The whe"]
    assert [text.text[:7] for text in other.texts if text.depth is Depth.STORY] == ["Ask the"]
    assert told(first)[0] == told(other)[0]
    (heard,), (heard_b,) = first.recordings, other.recordings
    assert heard.sha256 != heard_b.sha256
    assert (heard_b.depth, heard_b.credit) == (Depth.GLANCE, "A test tone")
    assert guided_library.media_path(heard_b.sha256) is not None


def test_whoever_is_told_another_language_is_on_no_trial(guided_library: Library) -> None:
    hindi = guided_library.get_stop("mill/wheel", "hi", "b")
    # The story is told in English for want of a Hindi one: there the trial goes on.
    assert (hindi.version, told(hindi)[1]) == ("b", ("en", "story", "Ask the miller"))
    assert [one.language for one in hindi.recordings] == ["hi", "en"]
    assert not guided_library.versions("mill/hall")
    assert guided_library.get_stop("mill/hall", "en", "b").version == ""


def test_what_visitors_said_is_told_in_their_language_or_the_fallback(guided_library: Library) -> None:
    story, question = guided_library.get_stop("mill/wheel", "en").voices
    assert (story.id, story.kind, story.text, story.said_on, story.answer) == (
        "m-1",
        VoiceOf.STORY,
        "My grandfather greased this axle.",
        "2026-01",
        "",
    )
    assert (question.kind, question.answer) == (VoiceOf.QUESTION, "Yes, on Sundays.")
    spoken, *rest = guided_library.get_stop("mill/wheel", "hi").voices
    assert (spoken.language, spoken.text, spoken.media_type) == ("hi", "", "audio/ogg")
    assert guided_library.media_path(spoken.recording) is not None
    assert rest == [story, question]
    assert guided_library.get_stop("mill/hall", "en").voices == ()


def test_what_visitors_said_of_the_whole_site_is_the_sites(guided_library: Library) -> None:
    (comment,) = guided_library.voices("mill", "en")
    assert (comment.id, comment.text) == ("m-1", "Bring a coat: the wind is cold on the weir.")
    story, other = guided_library.voices("mill", "hi")
    assert (story.id, other) == ("m-5", comment)
    assert guided_library.media_path(story.recording) is not None


def test_a_voice_in_a_language_that_the_pack_has_not_is_left_out_and_told(guided: Path) -> None:
    source = read_source(guided)
    assert [voice.id for voice in source.stops[0].voices] == ["m-1", "m-2", "m-3"]
    assert "stops/wheel/voices.toml: voices 4 language: the pack has no language 'sv'" in "\n".join(
        warning.format() for warning in source.warnings
    )


def test_a_pack_that_says_nothing_of_it_is_a_first_day(library: Library) -> None:
    assert library.ways("mill") == ()
    assert library.sums("mill") == NO_SUMS
    assert library.allows("mill") == frozenset()
    assert library.floors("mill", "en")[0].width_m is None
    assert library.tours("mill", "en")[0].kind is TourKind.EVERYONE
    for ask in (library.ways, library.sums, library.allows):
        with pytest.raises(KioskError) as caught:
            ask("elsewhere")
        assert caught.value.code == "packs.no-such-site"


def test_the_same_source_gives_the_same_bytes(guided: Path, tmp_path: Path) -> None:
    one, two = (build_pack(read_source(guided), tmp_path / f"{name}.hpack").path for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("pack.toml", 'from = "wheel"', 'from = "cellar"', "ways 1 from: there is no stop 'cellar'"),
        ("pack.toml", 'to = "garden"', 'to = "wheel"', "ways 1 to: the way leads back to where it begins"),
        ("pack.toml", 'id = "stair"', 'id = "bridge"', "ways id: 'bridge' is used 2 times"),
        ("pack.toml", "metres = 60\n", "", "ways 1 metres: it is missing"),
        ("pack.toml", "metres = 60\n", "metres = -1\n", "ways 1 metres: -1 is no number from 0"),
        ("pack.toml", "metres = 60\n", "metres = nan\n", "ways 1 metres: nan is no number from 0"),
        ("pack.toml", 'kind = "stairs"', 'kind = "rope"', "ways 2 kind: 'rope' is none of them"),
        ("pack.toml", 'name = "The footbridge"', f'name = "{"o" * 81}"', "ways 1 name: it has 81 signs"),
        ("pack.toml", "closed = true", 'closed = "yes"', "ways 1 closed: 'yes' is neither true nor false"),
        ("pack.toml", "width_m = 82.5", "width_m = 0", "width_m: 0 is no number from 1"),
        ("pack.toml", 'kind = "children"', 'kind = "dogs"', "tours 1 kind: 'dogs' is none of them"),
        ("pack.toml", "walk_m = 900", "walk_m = 1e9", "walk_m: 1000000000.0 is no number"),
        (
            "pack.toml",
            'timezone = "Asia/Kolkata"\nwalk',
            'timezone = "../etc"\nwalk',
            "no time zone '../etc'",
        ),
        (
            "pack.toml",
            '"story", "rating"',
            '"story", "money"',
            "'money' is nothing that visitors can give back",
        ),
        ("pack.toml", '"story", "rating", ', "", "a recording is spoken as a comment"),
        ("stops/garden/stop.toml", "added = 2026-02-01", 'added = "spring"', "added: a date is expected"),
        ("stops/garden/stop.toml", "look_s = 90", "look_s = 3601", "look_s: 3601 is out of range"),
        ("stops/garden/stop.toml", "Mo-Fr 10:00-12:00", "x" * 257, "opening_hours: they have 257 signs"),
        ("guide_sums.toml", "visits = 412", "visits = -1", "visits: -1 is out of range"),
        ("guide_sums.toml", "[40, 75, 130]", "[40, 130, 75]", "holding_s: [40, 130, 75] is not in order"),
        ("guide_sums.toml", "[40, 75, 130]", "[40, 75]", "holding_s: [40, 75] is out of range"),
        ("guide_sums.toml", "[2, 3, 11, 40, 90]", "[2, 3, 11, 40, true]", "only whole numbers may stand"),
        ("guide_sums.toml", "garden = 120", "garden = 0", "garden: 0 is out of range"),
        ("guide_sums.toml", "until = 2026-02-28", "", "until: it is missing"),
        ("guide_sums.toml", "[stops.wheel]", "[[stops]]", "stops: a table is expected"),
        ("guide_sums.toml", "[moves.wheel]", "[moves", "it cannot be read"),
        (
            EN,
            'right = "Thirty-two"',
            'right = "Forty"',
            "questions 1 right: 'Forty' is not among the answers",
        ),
        (EN, 'right = "Thirty-two"', "", "questions 1 right: it is missing"),
        (EN, '"Twelve", "Thirty-two", "A hundred"', '"Thirty-two"', "questions 1 answers: there are 1"),
        (EN, '"Twelve", "Thirty-two", "A hundred"', '"thirty-two", "Thirty-two"', "one stands there twice"),
        (EN, '"Twelve", ', '"", ', "questions 1 answers: one is empty or too long"),
        (EN, '"Twelve", ', "12, ", "questions 1 answers: only texts may stand in the list"),
        (EN, 'id = "age"', 'id = "blades"', "questions id: 'blades' is used 2 times"),
        ("stops/wheel/en.b.toml", "story", "described", "described: the first version tells nothing"),
        ("stops/wheel/en.b.toml", "story =", "story", "stops/wheel/en.b.toml: it cannot be read"),
        (VOICES, 'id = "m-2"', 'id = "m-1"', "voices id: 'm-1' is used 2 times"),
        (VOICES, 'kind = "story"', 'kind = "praise"', "voices 1 kind: 'praise' is none of them"),
        (VOICES, 'kind = "story"\n', "", "voices 1 kind: it is missing"),
        (VOICES, 'text = "Does it still grind?"\n', "", "voices 2 text: it is missing"),
        (VOICES, "Does it still grind?", "\u3164", "voices 2 text: nothing of it is to be seen; take it out"),
        ("voices.toml", 'kind = "comment"', 'kind = "praise"', "voices 1 kind: 'praise' is none of them"),
        (VOICES, "Does it still", "D" * 1000, "voices 2 text: it has 1,007 signs; cut it to 1,000"),
        (VOICES, 'said = "2026-01"', 'said = "2026-13"', "voices 1 said: '2026-13' has not the right form"),
        (
            VOICES,
            '"m-3.wav"',
            '"../m-3.wav"',
            "voices 3 recording: '../m-3.wav' is no name of a file in voices/",
        ),
        (VOICES, '"m-3.wav"', '"m-4.wav"', "voices 3 recording: voices/m-4.wav is not there"),
        (VOICES, "grandfather", "grand\\u0007father", "voices 1 text: it has control characters"),
        (EN, "How many blades", "H" * 500, "questions 1 text: it has 521 signs"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    folder: Path, name: str, old: str, new: str, told: str
) -> None:
    change(folder, name, old, new)
    assert told in faults_of(folder)


def test_sums_of_stops_that_are_gone_are_left_out_with_one_warning(folder: Path) -> None:
    change(folder, "guide_sums.toml", "[stops.garden]", "[stops.cellar]")
    change(folder, "guide_sums.toml", "hall = 31", "attic = 31")
    source = read_source(folder)
    assert set(source.sums.stops) == {"wheel"}
    assert set(source.sums.moves) == {("wheel", "garden")}
    (warning,) = [one for one in source.warnings if one.file == "guide_sums.toml"]
    assert warning.kind == "sums_outdated"
    assert "there is no stop 'attic', 'cellar'" in warning.what


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wheel.story.hi.b.wav", ""),
        ("hall.deep.en.b.wav", "recordings/hall.deep.en.b.wav: the first version does not tell this"),
        ("wheel.glance.en.c.wav", "the name is not <stop>.<depth>.<language>"),
        ("wheel.glance.en.b.b.wav", "the name is not <stop>.<depth>.<language>"),
        ("wheel.glance.en.b.opus", "tells the same"),
    ],
)
def test_a_recording_of_the_other_version_has_something_beside_it(folder: Path, name: str, told: str) -> None:
    change(folder, "stops/wheel/hi.toml", "[alt]", 'story = "1850 में बना।"\n[alt]')
    write_tone(folder / "recordings" / name, 440)
    if told:
        assert told in faults_of(folder)
    else:
        assert [one.version for one in read_source(folder).stops[0].other_recordings] == ["b", "b"]


def test_a_width_without_a_plan_is_told(folder: Path) -> None:
    change(folder, "pack.toml", "level = 1\n", "level = 1\nwidth_m = 20\n")
    assert "there is no plan that is so wide" in "\n".join(one.what for one in read_source(folder).warnings)
