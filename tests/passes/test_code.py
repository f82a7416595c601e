"""A pass goes into a code and comes out the same; nothing else comes out of a code."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.passes.body import TornBodyError, format_body, parse_body
from kiosk.passes.code import MOST_SIGNS, format_pass, looks_like_pass, parse_pass
from kiosk.passes.visit_pass import (
    CAPTIONS,
    AccessWishes,
    SeenSite,
    VisitPass,
    add_visit,
    mark_site,
    mark_stop,
)

KEY_ID, SECRET = 7, b"s" * 32


def find_secret(key_id: int) -> bytes | None:
    return SECRET if key_id == KEY_ID else None


access_wishes = st.builds(
    AccessWishes,
    text_percent=st.sampled_from(range(100, 201, 10)),
    high_contrast=st.booleans(),
    captions=st.sampled_from(CAPTIONS),
    self_voicing=st.booleans(),
    description=st.booleans(),
    goes_on=st.booleans(),
    speed_percent=st.sampled_from(range(75, 201, 25)),
)
seen_sites = st.builds(
    SeenSite,
    mark=st.binary(min_size=4, max_size=4),
    day=st.integers(0, 2**16 - 1),
    visits=st.integers(0, 255),
    stops=st.frozensets(st.binary(min_size=3, max_size=3), max_size=30),
)
passes = st.builds(
    VisitPass,
    language=st.sampled_from(["en", "hi", "ar", "pt-BR", "zh-Hant-TW"]),
    depth=st.sampled_from(list(Depth)),
    interests=st.lists(st.sampled_from(["water", "kings", "pattern", "गुंबद", "عمارة"]), max_size=8).map(tuple),
    access=access_wishes,
    sites=st.lists(seen_sites, max_size=5).map(tuple),
)


@given(passes)
def test_what_goes_in_comes_out(held: VisitPass) -> None:
    text = format_pass(held, KEY_ID, SECRET)
    assert parse_pass(text, find_secret) == held
    # A phone's scanner, or a person who types it, may lower the case.
    assert parse_pass(text.lower() + "\n", find_secret) == held


@given(passes)
def test_the_code_is_in_the_small_alphabet_of_qr_codes(held: VisitPass) -> None:
    text = format_pass(held, KEY_ID, SECRET)
    assert re.fullmatch(r"HKV1:[A-Z2-7]+", text)
    assert looks_like_pass(text)


def test_a_pass_of_many_visits_still_fits_and_forgets_the_oldest_first() -> None:
    held = VisitPass("en")
    for number in range(40):
        held = add_visit(held, f"site-{number}", number, [f"site-{number}/stop-{stop}" for stop in range(60)])
    text = format_pass(held, KEY_ID, SECRET)
    read = parse_pass(text, find_secret)
    assert len(text) <= MOST_SIGNS
    assert read.sites == held.sites[: len(read.sites)]
    assert read.find_site("site-39") is not None and read.find_site("site-0") is None


def test_a_single_huge_visit_still_fits() -> None:
    held = add_visit(VisitPass("en"), "louvre", 1, [f"louvre/{stop}" for stop in range(5_000)])
    read = parse_pass(format_pass(held, KEY_ID, SECRET), find_secret)
    assert read.find_site("louvre") is not None and len(read.sites[0].stops) >= 100


@given(passes, st.data())
def test_a_changed_code_is_never_taken(held: VisitPass, data: st.DataObject) -> None:
    text = format_pass(held, KEY_ID, SECRET)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(
        st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567:1").filter(lambda sign: sign != text[at])
    )
    changed = text[:at] + other + text[at + 1 :]
    if at == len(text) - 1:  # its last bits may belong to no byte
        return
    with pytest.raises(KioskError, match="The pass was not taken"):
        parse_pass(changed, find_secret)


@given(st.text(max_size=300) | st.text(alphabet="ABCDEFGHKV1:234567", max_size=300).map("HKV1:".__add__))
@example("HKV1:")
@example("HKV1:" + "A" * 960)
@example("HKV1:" + "A" * 100_000)
@example("HKV१:AAAA")
def test_any_other_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(KioskError) as refusal:
        parse_pass(text, find_secret)
    assert refusal.value.code in {
        "passes.not-read",
        "passes.newer",
        "passes.other-operator",
        "passes.not-genuine",
    }


def test_it_is_said_what_is_wrong() -> None:
    text = format_pass(VisitPass("en"), KEY_ID, SECRET)
    told = {
        text.replace("HKV1", "HKV2"): "passes.newer",
        format_pass(VisitPass("en"), 8, SECRET): "passes.other-operator",
        format_pass(VisitPass("en"), KEY_ID, b"t" * 32): "passes.not-genuine",
        text[:20]: "passes.not-read",
        "HTTPS://Q.EXAMPLE.ORG/ABCDEFGH12345": "passes.not-read",
    }
    for code, expected in told.items():
        with pytest.raises(KioskError) as refusal:
            parse_pass(code, find_secret)
        assert refusal.value.code == expected


@given(st.binary(max_size=400))
def test_any_bytes_that_are_read_as_a_body_are_one(content: bytes) -> None:
    try:
        held = parse_body(content)
    except TornBodyError:
        return
    assert parse_body(format_body(held)) == held


def test_even_a_signed_body_is_held_to_its_bounds() -> None:
    whole = format_body(VisitPass("en", interests=("water",)))
    for torn in (whole[:-1], whole + b"\0", b"\xff" + whole[1:], whole.replace(b"water", b"wa\x00er")):
        with pytest.raises(TornBodyError):
            parse_body(torn)


def test_a_second_visit_is_counted_and_what_was_seen_is_known_again() -> None:
    first = add_visit(VisitPass("en"), "qutb", 2_500, ["qutb/minar", "qutb/pillar"])
    second = add_visit(first, "qutb", 2_507, ["qutb/gate"])
    seen = second.find_site("qutb")
    assert seen is not None and (seen.visits, seen.day) == (2, 2_507)
    assert second.list_seen(["qutb/minar", "qutb/gate", "qutb/well"]) == {"qutb/minar", "qutb/gate"}
    assert second.find_site("mill") is None


def test_the_code_names_no_site_and_no_stop() -> None:
    held = add_visit(VisitPass("en"), "qutb", 2_500, ["qutb/minar"])
    text = format_pass(held, KEY_ID, SECRET)
    content = base64.b32decode(text[5:] + "=" * (-len(text[5:]) % 8))
    assert b"qutb" not in content and b"minar" not in content
    assert mark_site("qutb") in content and mark_stop("qutb/minar") in content
    assert parse_pass(text, find_secret) == replace(held)
