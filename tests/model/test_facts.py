from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.datum import Words
from kiosk.model.facts import FACTS, MAX_FACT_BYTES, Fact, format_fact, parse_fact
from tests.fakes.made_facts import make_fact


@pytest.mark.parametrize("name", ["dwell", "move", "visit"])
def test_what_was_formatted_is_parsed(name: str) -> None:
    fact = make_fact(7, name)
    line = format_fact(fact)
    assert b"\n" not in line
    assert parse_fact(line) == fact


def test_an_absent_datum_comes_back_as_none() -> None:
    values = {**make_fact(1).values, "dwell_ms": None, "hour": None}
    assert parse_fact(format_fact(Fact("dwell", values))).values["dwell_ms"] is None


def test_no_fact_can_carry_a_visit_a_device_or_a_moment() -> None:
    names = {datum.name for declared in FACTS.values() for datum in declared.data}
    assert names & {"visit", "device", "incarnation", "seq", "at", "wall_ms", "boot_ms", "boot_id"} == set()


def test_words_of_a_visitor_stand_beside_nothing_else_that_they_did() -> None:
    free = {
        name for name, declared in FACTS.items() if any(isinstance(datum, Words) for datum in declared.data)
    }
    assert free == {"message"}
    names = {datum.name for datum in FACTS["message"].data}
    assert names == {"id", "site", "stop", "kind", "text", "language", "sound", "day"}


def test_the_longest_message_fits_a_line() -> None:
    longest = "\U0001d538" * 80
    values = {
        "id": "0" * 16, "site": longest, "stop": f"{longest}/{longest}", "kind": "question", "day": "2026-11-21",
        "language": "abcdefgh-abcdefgh-abcdefgh-abcdefgh-abcdefgh", "sound": "0" * 64, "text": "\u0939" * 933,
    }  # fmt: skip
    line = format_fact(Fact("message", values))
    assert len(line) <= MAX_FACT_BYTES
    assert parse_fact(line).values == values


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 4_000, "not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"fact":"emotion"}', "no such fact"),
        (b'{"fact":["dwell"]}', "no such fact"),
        (b'{"fact":"gap","id":"0000000000000001","facts":0}', "gap.facts is not"),
        (b'{"fact":"gap","id":"0000000000000001","facts":1,"name":"Ada"}', "gap declares no"),
        (b'{"fact":"gap","id":"' + b"0" * 5_000 + b'"}', "longer than"),
    ],
)
def test_what_is_not_a_fact_is_refused(line: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_fact(line)


def test_an_undeclared_fact_is_never_formatted() -> None:
    with pytest.raises(ValueError, match="declared"):
        format_fact(Fact("emotion", {}))
    with pytest.raises(ValueError, match="declares no"):
        format_fact(Fact("gap", {"id": "0" * 16, "facts": 1, "name": "Ada"}))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["fact", "id", "stop", "dwell_ms", "counted", "x"]), JSON))
def test_hostile_lines_are_refused_and_nothing_else(values: dict[str, object]) -> None:
    try:
        parse_fact(json.dumps(values).encode())
    except ValueError:
        return
