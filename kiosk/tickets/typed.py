"""A ticket as 17 symbols to be typed: 40 bits of claim, 40 bits of signature, a check symbol."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kiosk.tickets.claim import DAYS_AN_EPOCH, EPOCHS, TicketClaim, pack_claim, unpack_claim
from kiosk.tickets.sealed_code import OpenedCode, seal_code
from kiosk.tickets.site_keys import SiteKeys, encode_site

_Keys = TypeVar("_Keys", bound=SiteKeys)


def format_typed(claim: TicketClaim, keys: SiteKeys) -> str:
    """Return the ticket's code, 17 symbols without dashes; the pair of :func:`find_typed`.

    Raises:
        ValueError: A value of the claim is out of its bounds.
    """
    payload = pack_claim(claim)
    return seal_code(keys.secret, make_context(keys, claim.day_number // DAYS_AN_EPOCH), payload)


def find_typed(values: tuple[int, ...], candidates: Iterable[_Keys]) -> tuple[TicketClaim, _Keys] | None:
    """Return what a code promises, and under whose keys; None where none of ``candidates`` made it.

    Args:
        values: What :func:`kiosk.tickets.symbols.parse_symbols` read.
        candidates: The keys to try: 16 HMACs each.
    """
    for keys in candidates:
        opened = OpenedCode(keys.secret, values)
        for epoch in range(EPOCHS):
            if opened.is_genuine(make_context(keys, epoch)):
                return unpack_claim(opened.payload, epoch), keys
    return None


def make_context(keys: SiteKeys, epoch: int) -> bytes:
    """Return what a ticket's code is bound to: its site, its key and the 512 days in which its first day lies."""
    return b"ticket\n" + encode_site(keys.site) + b"\n" + keys.key_id.to_bytes(2, "big") + bytes([epoch])
