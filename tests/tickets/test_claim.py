"""Forty bits hold a ticket's whole promise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tickets.claim import (
    DAYS_AN_EPOCH,
    FIRST_DAY,
    LENGTHS_DAYS,
    MAX_DAY,
    TicketClaim,
    pack_claim,
    unpack_claim,
)

claims = st.builds(
    TicketClaim,
    first_day=st.integers(0, MAX_DAY).map(lambda day: FIRST_DAY + timedelta(days=day)),
    days=st.sampled_from(LENGTHS_DAYS),
    product=st.integers(0, 63),
    party=st.integers(1, 16),
    price_class=st.integers(0, 7),
    serial=st.integers(0, 2**14 - 1),
)


@given(claims)
def test_a_claim_comes_back_from_five_bytes(claim: TicketClaim) -> None:
    packed = pack_claim(claim)
    assert len(packed) == 5
    assert unpack_claim(packed, claim.day_number // DAYS_AN_EPOCH) == claim


@given(st.binary(min_size=5, max_size=5), st.integers(0, 15))
def test_any_five_bytes_are_one_claim(payload: bytes, epoch: int) -> None:
    assert pack_claim(unpack_claim(payload, epoch)) == payload


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"product": 64}, "product"),
        ({"party": 0}, "party"),
        ({"party": 17}, "party"),
        ({"price_class": 8}, "price_class"),
        ({"serial": 2**14}, "serial"),
        ({"days": 9}, "days"),
        ({"first_day": date(2025, 12, 31)}, "first_day"),
    ],
)
def test_what_does_not_fit_is_named(values: dict[str, object], named: str) -> None:
    right: dict[str, object] = {
        "first_day": date(2026, 5, 1), "days": 1, "product": 0, "party": 1, "price_class": 0, "serial": 0,
    }  # fmt: skip
    with pytest.raises(ValueError, match=named):
        pack_claim(TicketClaim(**(right | values)))  # type: ignore[arg-type]  # wrong on purpose


def test_the_last_day_counts() -> None:
    claim = TicketClaim(date(2026, 12, 30), 3, 0, 1, 0, 0)
    assert claim.last_day == date(2027, 1, 1)
