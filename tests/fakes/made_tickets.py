"""Keys and tickets for tests, made by the real parts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.seals.paper_keys import TicketKeys, VoucherKey
from kiosk.tickets.claim import TicketClaim
from kiosk.tickets.printed import format_printed
from kiosk.tickets.typed import format_typed

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class TicketPress:
    """What the hub has of one site: makes its tickets."""

    keys: TicketKeys
    private_key: bytes

    def make_typed(self, claim: TicketClaim) -> str:
        return format_typed(claim, self.keys)

    def make_printed(self, claim: TicketClaim) -> str:
        return format_printed(claim, self.keys, self.private_key)


def make_press(site: str = "mill", key_id: int = 1) -> TicketPress:
    """Return the same keys for the same site and number."""
    seed = hashlib.sha256(f"{site} {key_id}".encode()).digest()
    private = Ed25519PrivateKey.from_private_bytes(seed)
    secret = hashlib.sha256(b"secret" + seed).digest()
    keys = TicketKeys(site, key_id, secret, private.public_key().public_bytes_raw())
    return TicketPress(keys, seed)


def make_voucher_key(key_id: int = 1) -> VoucherKey:
    """Return an operator's voucher key."""
    return VoucherKey(key_id, hashlib.sha256(f"vouchers {key_id}".encode()).digest())


def make_claim(
    serial: int = 0,
    *,
    first_day: date = TODAY,
    days: int = 1,
    product: int = 1,
    party: int = 1,
    price_class: int = 0,
) -> TicketClaim:
    """Return a claim that is good today, unless told otherwise."""
    return TicketClaim(first_day, days, product, party, price_class, serial)
