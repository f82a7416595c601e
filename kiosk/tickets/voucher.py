"""An onward voucher: a one-time code for another site of the operator, made at a visit's end. It carries no person.

Its 40 bits: a hash of the site it was made at (12), the day it was made on (9), a random number (19). The site it is
for is not in it: its signature is bound to that site, so it is good nowhere else.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kiosk.tickets.claim import DAYS_AN_EPOCH, EPOCHS, FIRST_DAY, MAX_DAY, PAYLOAD_BYTES
from kiosk.tickets.sealed_code import OpenedCode, seal_code
from kiosk.tickets.site_keys import VoucherSecret, encode_site

PREFIX: Final = "HKO1:"
"""What stands before the code in its QR symbol."""

GOOD_DAYS: Final = 92
SERIALS: Final = 2**19
UNKNOWN_SITE: Final = "unknown"
"""Stands for a site that a device has never heard of."""


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher as it was read: for which site, from which (or ``unknown``), made on which day, its random number."""

    to_site: str
    from_site: str
    made_on: date
    serial: int

    @property
    def last_day(self) -> date:
        """The last day it is good for."""
        return self.made_on + timedelta(days=GOOD_DAYS - 1)


def make_voucher(key: VoucherSecret, from_site: str, to_site: str, today: date) -> str:
    """Return a new voucher's 17 symbols.

    Raises:
        ValueError: ``today`` is no day that a code can hold: 2026-01-01 and the 22 years after it.
    """
    day = (today - FIRST_DAY).days
    if not 0 <= day <= MAX_DAY:
        raise ValueError("today is no day that a voucher can hold")
    packed = _mark_site(from_site) << 28 | day % DAYS_AN_EPOCH << 19 | secrets.randbelow(SERIALS)
    context = _make_context(key, to_site, day // DAYS_AN_EPOCH)
    return seal_code(key.secret, context, packed.to_bytes(PAYLOAD_BYTES, "big"))


def find_voucher(
    values: tuple[int, ...], candidates: Iterable[VoucherSecret], sites: Iterable[str], known: Iterable[str]
) -> tuple[Voucher, VoucherSecret] | None:
    """Return the voucher that a code is, and its key; None where none of the keys made it for one of ``sites``.

    Args:
        values: What :func:`kiosk.tickets.symbols.parse_symbols` read.
        candidates: The operator's keys.
        sites: For which sites it may be, the likeliest first: 16 HMACs each.
        known: The ids of all sites that the device has heard of.
    """
    sites = tuple(sites)
    for key in candidates:
        opened = OpenedCode(key.secret, values)
        for site in sites:
            for epoch in range(EPOCHS):
                if opened.is_genuine(_make_context(key, site, epoch)):
                    return _unpack(opened.payload, epoch, site, known), key
    return None


def _unpack(payload: bytes, epoch: int, to_site: str, known: Iterable[str]) -> Voucher:
    packed = int.from_bytes(payload, "big")
    mark = packed >> 28
    # Two sites with the same hash: better nothing than a guess.
    origins = {site for site in known if site != to_site and _mark_site(site) == mark}
    made_on = FIRST_DAY + timedelta(days=epoch * DAYS_AN_EPOCH + (packed >> 19 & 511))
    origin = origins.pop() if len(origins) == 1 else UNKNOWN_SITE
    return Voucher(to_site, origin, made_on, packed & (SERIALS - 1))


def _mark_site(site: str) -> int:
    digest = hashlib.sha256(b"heritage-kiosk-voucher site\n" + encode_site(site)).digest()
    return int.from_bytes(digest[:2], "big") >> 4


def _make_context(key: VoucherSecret, to_site: str, epoch: int) -> bytes:
    return b"voucher\n" + encode_site(to_site) + b"\n" + key.key_id.to_bytes(2, "big") + bytes([epoch])
