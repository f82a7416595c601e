"""The fast way of reading facts says what the thorough one says, whatever comes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub import fact_reading
from kiosk.hub.fact_reading import read_fact
from kiosk.model.datum import RANDOM_PATTERN, Choice, Datum, Flag, Number, Words
from kiosk.model.facts import FACTS, Fact, format_fact, parse_fact
from tests.fakes.made_facts import make_fact

LINE = format_fact(make_fact(1))


def values_of(datum: Datum) -> st.SearchStrategy[Any]:
    if isinstance(datum, Number):
        edges = st.sampled_from([datum.minimum, datum.maximum, datum.minimum - 1, datum.maximum + 1])
        found: st.SearchStrategy[Any] = st.integers(datum.minimum, datum.maximum) | edges
    elif isinstance(datum, Choice):
        found = st.sampled_from(datum.choices)
    elif isinstance(datum, Flag):
        found = st.booleans()
    elif isinstance(datum, Words):
        words = ["x" * 1_000, "x" * 1_001, "ह" * 933, "ह" * 934, '"' * 1_000, "\u2800", "a\u202eb"]
        found = st.text(max_size=20) | st.sampled_from(words)
    else:
        plain = datum.pattern is RANDOM_PATTERN
        found = st.from_regex(datum.pattern, fullmatch=True) if plain else st.from_regex(datum.pattern)
    return found | st.none() if datum.optional else found


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """Lines in the form that devices write, in bounds or nearly."""
    declared = FACTS[draw(st.sampled_from(sorted(FACTS)))]
    values = {datum.name: draw(values_of(datum)) for datum in declared.data}
    body = {"fact": declared.name, **{name: value for name, value in values.items() if value is not None}}
    return json.dumps(body, ensure_ascii=draw(st.booleans()), separators=(",", ":"), sort_keys=True).encode(
        errors="surrogatepass"
    )


def thoroughly(line: bytes) -> tuple[str, str | None, str] | None:
    try:
        text, fact = line.decode(), parse_fact(line)
    except ValueError:
        return None
    named = [fact.values.get(name) for name in ("site", "stop", "from_stop")]
    return fact.name, next((str(one).split("/")[0] for one in named if one is not None), None), text


def fast(line: bytes) -> tuple[str, str | None, str] | None:
    try:
        return read_fact(line)
    except ValueError:
        return None


@given(lines())
def test_both_agree_on_what_devices_write(line: bytes) -> None:
    assert fast(line) == thoroughly(line)


@given(lines(), st.integers(0, 400), st.binary(max_size=3))
def test_both_agree_on_lines_that_were_damaged(line: bytes, place: int, other: bytes) -> None:
    damaged = line[:place] + other + line[place + len(other) :]
    if not damaged.startswith(b"\xef\xbb\xbf") and b"\x00" not in damaged:
        assert fast(damaged) == thoroughly(damaged)


@pytest.mark.parametrize(
    ("change", "site"),
    [
        ((b"qutb/minar", b"qutb/minar"), "qutb"),
        ((b'"stop":', b' "stop": '), "qutb"),
        ((b"qutb", b"q\\\\b"), "q\\b"),
    ],
)
def test_the_site_stands_before_the_slash(change: tuple[bytes, bytes], site: str) -> None:
    assert read_fact(LINE.replace(*change))[:2] == ("dwell", site)


def test_a_fact_of_no_site_has_none() -> None:
    assert read_fact(format_fact(Fact("gap", {"id": "0" * 16, "facts": 3})))[:2] == ("gap", None)


@pytest.mark.parametrize(
    "line",
    [
        LINE.decode().encode("utf-16"),
        LINE.decode().encode("utf-16-le"),
        b"\xef\xbb\xbf" + LINE,
        b"{," + LINE[1:],
        LINE.replace(b'"counted"', b',"counted"'),
        LINE.replace(b"30001", "3000١".encode()),
        LINE.replace(b"30001", b"030001"),
        LINE.replace(b"}", b" " * 5_000 + b"}"),
        b"",
        b"[]",
    ],
)
def test_what_only_looks_like_a_fact_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"JSON|declared|longer|codec"):
        read_fact(line)


def test_names_that_no_site_has_are_not_remembered() -> None:
    before = {kind: len(fast.known) for kind, fast in fact_reading._FAST.items()}
    for number in range(10):
        assert read_fact(LINE.replace(b"qutb/minar", f"{number}{'q' * 79}/{'m' * 80}".encode()))[0] == "dwell"
    assert before == {kind: len(fast.known) for kind, fast in fact_reading._FAST.items()}
