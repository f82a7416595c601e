"""What a ticket promises, and how that fits into 40 bits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

LENGTHS_DAYS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 21, 31, 62, 92, 184, 366)
"""For how many days a ticket may be good: a code has room for 16 different lengths."""

MOST_PARTY: Final = 16
MAX_PRODUCT: Final = 63
MAX_PRICE_CLASS: Final = 7
SERIALS: Final = 2**14

PAYLOAD_BYTES: Final = 5
FIRST_DAY: Final = date(2026, 1, 1)
DAYS_AN_EPOCH: Final = 512
EPOCHS: Final = 16
"""Days are counted modulo 512 in the code; which 512 is tried out against its signature: 22 years in all."""

MAX_DAY: Final = DAYS_AN_EPOCH * EPOCHS - 1


@dataclass(frozen=True, slots=True)
class TicketClaim:
    """One ticket of a site.

    Attributes:
        first_day: The first day it is good for, by the calendar of the site; 2026-01-01 or later.
        days: For how many days, one of ``LENGTHS_DAYS``.
        product: What was sold, 0 to 63, a number of the site's price list.
        party: How many people it is for, 1 to 16: it opens that many devices.
        price_class: 0 to 7, a number of the site's price list.
        serial: Tells tickets apart that are equal otherwise, 0 to 16,383.
    """

    first_day: date
    days: int
    product: int
    party: int
    price_class: int
    serial: int

    @property
    def last_day(self) -> date:
        """The last day it is good for."""
        return self.first_day + timedelta(days=self.days - 1)

    @property
    def day_number(self) -> int:
        """The first day, counted from 2026-01-01."""
        return (self.first_day - FIRST_DAY).days


def pack_claim(claim: TicketClaim) -> bytes:
    """Return a claim in 5 bytes: product 6 bits, day 9, length 4, party 4, price class 3, serial 14.

    Raises:
        ValueError: A value is out of its bounds.
    """
    _check(claim)
    fields = (
        (claim.product, 6),
        (claim.day_number % DAYS_AN_EPOCH, 9),
        (LENGTHS_DAYS.index(claim.days), 4),
        (claim.party - 1, 4),
        (claim.price_class, 3),
        (claim.serial, 14),
    )
    packed = 0
    for value, bits in fields:
        packed = packed << bits | value
    return packed.to_bytes(PAYLOAD_BYTES, "big")


def unpack_claim(payload: bytes, epoch: int) -> TicketClaim:
    """Return the claim in 5 bytes whose first day lies in ``epoch`` (0 to 15); every 5 bytes are some claim."""
    packed = int.from_bytes(payload, "big")
    day = epoch * DAYS_AN_EPOCH + (packed >> 25 & 511)
    return TicketClaim(
        first_day=FIRST_DAY + timedelta(days=day),
        days=LENGTHS_DAYS[packed >> 21 & 15],
        product=packed >> 34 & 63,
        party=(packed >> 17 & 15) + 1,
        price_class=packed >> 14 & 7,
        serial=packed & (SERIALS - 1),
    )


def _check(claim: TicketClaim) -> None:
    bounds = (
        ("first_day", claim.day_number, 0, MAX_DAY),
        ("product", claim.product, 0, MAX_PRODUCT),
        ("party", claim.party, 1, MOST_PARTY),
        ("price_class", claim.price_class, 0, MAX_PRICE_CLASS),
        ("serial", claim.serial, 0, SERIALS - 1),
    )
    for name, value, least, most in bounds:
        if not least <= value <= most:
            raise ValueError(f"{name} is not within {least} to {most}")
    if claim.days not in LENGTHS_DAYS:
        raise ValueError(f"days is none of {', '.join(map(str, LENGTHS_DAYS))}")
