"""Whatever stands in an author's tables is read without a crash: what is wrong is told, what is left is within bounds."""

from __future__ import annotations

import json
import math
import string
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.content import VoiceOf, WayKind
from kiosk.packs.catalogue_values import MAX_ANSWERS, MAX_VOICE_LENGTH, MOST_STAY_S, MOST_WAY_M, TALK_BACK
from kiosk.packs.findings import Findings
from kiosk.packs.source_fields import Fields
from kiosk.packs.source_lists import read_allowed, read_way
from kiosk.packs.source_questions import read_questions
from kiosk.packs.source_sums import SUMS_FILE, read_sums
from kiosk.packs.source_voices import read_voices

STOPS = frozenset({"wheel", "hall", "garden"})
WORDS = st.sampled_from(
    [
        "",
        "wheel",
        "hall",
        "cellar",
        "a/b",
        "quiz",
        "walk",
        "stairs",
        "story",
        "en",
        "sv",
        "2026-02",
        "x" * 1_200,
    ]
)
PLAIN = st.one_of(
    WORDS,
    st.text(st.characters(codec="utf-8", max_codepoint=0xFFFF), max_size=8),
    st.integers(-(2**40), 2**40),
    st.floats(),
    st.booleans(),
)


def table(*keys: str) -> st.SearchStrategy[dict[str, Any]]:
    """Tables with some of the keys, and others that nobody reads."""
    value = st.one_of(PLAIN, st.lists(PLAIN, max_size=7), st.dictionaries(WORDS, PLAIN, max_size=2))
    return st.dictionaries(
        st.one_of(st.sampled_from(keys), st.text(string.ascii_letters, max_size=3)), value, max_size=7
    )


def fields(written: dict[str, Any]) -> Fields:
    return Fields(written, "pack.toml", "", Findings())


def write(value: object) -> str:
    """Return a value as TOML writes it in a line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {write(one)}" for key, one in value.items()) + "}"
        case list():
            return f"[{', '.join(map(write, value))}]"
        case float() if not math.isfinite(value):
            return "nan" if math.isnan(value) else f"{'-' if value < 0 else ''}inf"
        case str():
            return json.dumps(value).replace("\x7f", "\\u007f")
        case _:
            return json.dumps(value)


def write_file(folder: Path, name: str, written: dict[str, Any]) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "".join(f"{json.dumps(key)} = {write(value)}\n" for key, value in written.items()), "utf-8"
    )
    return folder


@given(table("id", "from", "to", "metres", "kind", "closed", "name"))
def test_any_way(written: dict[str, Any]) -> None:
    way = read_way(fields(written), STOPS)
    if way is not None:
        assert {way.from_stop, way.to_stop} <= STOPS
        assert way.from_stop != way.to_stop
        assert 0 <= way.metres <= MOST_WAY_M
        assert way.kind in set(WayKind)


@given(st.one_of(PLAIN, table("allows"), st.lists(table("allows"), max_size=1)))
def test_anything_that_may_be_given_back(written: object) -> None:
    assert set(read_allowed(fields({"talk_back": written}))) <= set(TALK_BACK)


@given(st.lists(table("id", "text", "answers", "right", "because"), max_size=3))
def test_any_question(written: list[dict[str, Any]]) -> None:
    for question in read_questions(fields({"questions": written})):
        assert 2 <= len(question.answers) <= MAX_ANSWERS
        assert question.answers[question.right]


@settings(max_examples=60)
@given(
    table("visits", "until", "ratings"),
    st.dictionaries(WORDS, table("visits", "holding_s"), max_size=3),
    st.dictionaries(WORDS, st.dictionaries(WORDS, st.integers(-1, 9), max_size=3), max_size=3),
)
def test_any_sums(top: dict[str, Any], stops: dict[str, Any], moves: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = write_file(Path(folder), SUMS_FILE, {**top, "stops": stops, "moves": moves})
        findings = Findings()
        sums = read_sums(place, STOPS, findings)
    assert sums.stops.keys() <= STOPS
    assert {stop for pair in sums.moves for stop in pair} <= STOPS
    assert all(sums.moves.values()) or any(finding.severity.refuses for finding in findings.all)
    for one in sums.stops.values():
        assert one.visits >= 0
        assert one.holding_s is None or sorted(one.holding_s) == list(one.holding_s)
        assert one.holding_s is None or one.holding_s[-1] <= MOST_STAY_S


@settings(max_examples=60)
@given(st.lists(table("id", "kind", "language", "text", "said", "answer", "recording"), max_size=3))
def test_any_voices(written: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = write_file(Path(folder), "stops/wheel/voices.toml", {"voices": written})
        findings = Findings()
        voices = read_voices("stops/wheel/voices.toml", place, ("en", "hi"), findings)
    for voice in voices:
        assert voice.kind in set(VoiceOf)
        assert voice.recording is None
    if not any(finding.severity.refuses for finding in findings.all):
        assert all(voice.language in ("en", "hi") and voice.text for voice in voices)
        assert all(len(voice.text) <= MAX_VOICE_LENGTH for voice in voices)
