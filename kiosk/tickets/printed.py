"""A ticket as a QR code: ``HKT1:`` and base 32 of key id (2 bytes), epoch (1), claim (5), site (UTF-8), Ed25519 (64).

It promises what the typed code beside it does, so that each of the two is the other's copy: one ticket. Whoever
has only the public key can check it; only the hub can make one.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Final, TypeVar

from kiosk.tickets.claim import DAYS_AN_EPOCH, EPOCHS, PAYLOAD_BYTES, TicketClaim, pack_claim, unpack_claim
from kiosk.tickets.site_keys import SiteKeys, encode_site

PREFIX: Final = "HKT"
VERSION: Final = "1"
MOST_SITE_BYTES: Final = 240
SIGNATURE_BYTES: Final = 64
_HEAD_BYTES: Final = 3 + PAYLOAD_BYTES
_MOST_BYTES: Final = _HEAD_BYTES + MOST_SITE_BYTES + SIGNATURE_BYTES
MOST_SIGNS: Final = len(PREFIX) + 2 + -(-_MOST_BYTES * 8 // 5)
_SIGNED: Final = b"heritage-kiosk-ticket/1\n"
_Keys = TypeVar("_Keys", bound=SiteKeys)


class TornTicketError(ValueError):
    """The text says that it is a ticket, and is no whole one of this version."""


def looks_like_ticket(text: str) -> bool:
    """Tell whether a code's text says that it is a ticket, of any version; quick, and nothing is believed."""
    head, colon, _rest = text.strip()[:8].upper().partition(":")
    return bool(colon) and head.startswith(PREFIX) and head[len(PREFIX) :].isdecimal()


def format_printed(claim: TicketClaim, keys: SiteKeys, private_key: bytes) -> str:
    """Return the text of a ticket's QR code; ``private_key`` is the 32 bytes that ``keys.public_key`` belongs to.

    Raises:
        ValueError: A value of the claim is out of its bounds, or the site's name is longer than 240 bytes.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    site = encode_site(keys.site)
    if len(site) > MOST_SITE_BYTES:
        raise ValueError(f"the site's id is longer than {MOST_SITE_BYTES} bytes")
    epoch = claim.day_number // DAYS_AN_EPOCH
    body = keys.key_id.to_bytes(2, "big") + bytes([epoch]) + pack_claim(claim) + site
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_SIGNED + body)
    return f"{PREFIX}{VERSION}:" + base64.b32encode(body + signature).decode("ascii").rstrip("=")


def parse_printed(text: str, candidates: Iterable[_Keys]) -> tuple[TicketClaim, _Keys] | None:
    """Return what a ticket's text promises, and under whose keys; the pair of :func:`format_printed`.

    None where no key of ``candidates`` signed it. What it says of its site is believed only then.

    Raises:
        TornTicketError: It is damaged, or of another version.
    """
    content = _decode(text)
    body, signature = content[:-SIGNATURE_BYTES], content[-SIGNATURE_BYTES:]
    key_id, epoch = int.from_bytes(body[:2], "big"), body[2]
    if epoch >= EPOCHS:
        raise TornTicketError("no such day")
    for keys in candidates:
        is_named = keys.key_id == key_id and encode_site(keys.site) == body[_HEAD_BYTES:]
        if is_named and _is_signed(keys.public_key, signature, body):
            return unpack_claim(body[3:_HEAD_BYTES], epoch), keys
    return None


def _decode(text: str) -> bytes:
    head, _colon, rest = text.strip().upper().partition(":")
    if len(text) > MOST_SIGNS or head != PREFIX + VERSION:
        raise TornTicketError("another version, or too long")
    try:
        content = base64.b32decode(rest + "=" * (-len(rest) % 8))
    except (binascii.Error, ValueError) as error:
        raise TornTicketError("damaged") from error
    if not _HEAD_BYTES + SIGNATURE_BYTES < len(content) <= _MOST_BYTES:
        raise TornTicketError("cut short")
    return content


def _is_signed(public_key: bytes, signature: bytes, body: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _SIGNED + body)
    except (InvalidSignature, ValueError):
        return False
    return True
