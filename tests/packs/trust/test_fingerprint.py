"""What staff compare with a paper: read aloud, typed, and never two for one root."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import KioskError
from kiosk.packs.trust.fingerprint import make_fingerprint, parse_fingerprint


def test_it_is_the_first_hundred_bits_of_the_root_s_hash() -> None:
    symbols = make_fingerprint(b"root").replace("-", "")
    number = 0
    for symbol in symbols:
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(symbol)
    assert number == int(hashlib.sha256(b"root").hexdigest()[:25], 16)


@given(st.binary(max_size=50))
def test_what_is_typed_is_what_was_shown(root: bytes) -> None:
    shown = make_fingerprint(root)
    assert len(shown) == 24
    for typed in (shown, shown.lower(), shown.replace("-", " "), f"  {shown.replace('-', '')}\n"):
        assert parse_fingerprint(typed) == shown


def test_what_people_write_for_a_digit_is_that_digit() -> None:
    assert parse_fingerprint("OOOO-IIII-LLLL-0000-1111") == "0000-1111-1111-0000-1111"


@pytest.mark.parametrize(
    "typed", ["", "AAAA", "U" * 20, "0" * 21, "٠" * 20, "A" * 10_000, "0000-1111-2222-3333-44\x00"]
)
def test_what_is_no_fingerprint_is_refused_in_words(typed: str) -> None:
    with pytest.raises(KioskError) as caught:
        parse_fingerprint(typed)
    assert caught.value.code == "packs.fingerprint-unfit"
    assert len(str(caught.value)) < 400
