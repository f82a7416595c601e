"""The mark of a used ticket: a keyed hash that says which ticket without saying what it was.

32 hex digits: 13 bytes of HMAC, the last day of the ticket (2 bytes, days since 2026-01-01) and for how many people it
is (1 byte). So whoever keeps marks, a device, a folder at the desk or a hub, knows when one may be forgotten and how
many devices it opens, and nothing else.
"""

from __future__ import annotations

import hmac
import re
from datetime import date, timedelta
from typing import Final

from kiosk.tickets.claim import FIRST_DAY, MOST_PARTY, TicketClaim, pack_claim
from kiosk.tickets.site_keys import SiteKeys, encode_site

MARK_PATTERN: Final = re.compile(r"[0-9a-f]{32}")
_MOST_DAY: Final = 2**16 - 1


def mark_ticket(claim: TicketClaim, keys: SiteKeys) -> str:
    """Return the mark of a ticket, the same for its typed and its printed code."""
    bound = encode_site(keys.site) + b"\n" + keys.key_id.to_bytes(2, "big")
    day = claim.day_number.to_bytes(2, "big")
    return _make(keys.secret, b"ticket\n" + bound + day + pack_claim(claim), claim.last_day, claim.party)


def mark_voucher(symbols: str, secret: bytes, last_day: date) -> str:
    """Return the mark of an onward voucher with these 17 symbols."""
    return _make(secret, b"voucher\n" + symbols.encode("ascii"), last_day, 1)


def is_mark(text: object) -> bool:
    """Tell whether ``text``, which is not trusted, has the form of a mark."""
    return (
        isinstance(text, str)
        and MARK_PATTERN.fullmatch(text) is not None
        and 1 <= read_party(text) <= MOST_PARTY
    )


def read_last_day(mark: str) -> date:
    """Return the last day on which the ticket of a mark is good."""
    return FIRST_DAY + timedelta(days=int(mark[26:30], 16))


def read_party(mark: str) -> int:
    """Return how many devices the ticket of a mark opens."""
    return int(mark[30:], 16)


def _make(secret: bytes, content: bytes, last_day: date, party: int) -> str:
    digest = hmac.digest(secret, b"heritage-kiosk-mark/1\n" + content, "sha256")[:13]
    day = min(_MOST_DAY, (last_day - FIRST_DAY).days)
    return digest.hex() + day.to_bytes(2, "big").hex() + bytes([party]).hex()
