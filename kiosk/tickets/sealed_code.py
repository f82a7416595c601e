"""Forty bits sealed into the 17 symbols of a typed code: hidden, authenticated, checked for typing errors.

A synthetic-IV construction (after RFC 5297): the tag is an HMAC of the context and the bits, and what hides the bits
is a keystream made from the tag. So no two codes have the same keystream, and the code of the next serial number looks
as different as any other's. Forty bits of tag: whoever guesses is right once in 10^12 tries.
"""

from __future__ import annotations

import hmac
from typing import Final

from kiosk.tickets.claim import PAYLOAD_BYTES
from kiosk.tickets.symbols import format_symbols

_HASH: Final = "sha256"
TAG_BYTES: Final = 5


def seal_code(secret: bytes, context: bytes, payload: bytes) -> str:
    """Return 5 bytes as 17 symbols; ``context`` must be told again to open them."""
    tag = compute_tag(secret, context, payload)
    sealed = int.from_bytes(_hide(secret, tag, payload) + tag, "big")
    return format_symbols([sealed >> shift & 31 for shift in range(75, -1, -5)])


class OpenedCode:
    """A code without typing errors, seen with one secret: 5 bytes, and whether a context makes them genuine.

    Args:
        secret: The key it may have been sealed with.
        values: What :func:`kiosk.tickets.symbols.parse_symbols` read.
    """

    def __init__(self, secret: bytes, values: tuple[int, ...]) -> None:
        sealed = 0
        for value in values:
            sealed = sealed << 5 | value
        whole = sealed.to_bytes(PAYLOAD_BYTES + TAG_BYTES, "big")
        self._secret = secret
        self._tag = whole[PAYLOAD_BYTES:]
        self.payload = _hide(secret, self._tag, whole[:PAYLOAD_BYTES])

    def is_genuine(self, context: bytes) -> bool:
        """Tell whether the code was sealed with this secret in this context."""
        return hmac.compare_digest(compute_tag(self._secret, context, self.payload), self._tag)


def compute_tag(secret: bytes, context: bytes, payload: bytes) -> bytes:
    """Return the 5 bytes that authenticate ``payload`` in ``context``."""
    return hmac.digest(secret, b"heritage-kiosk-code/1 tag\n" + context + b"\n" + payload, _HASH)[:TAG_BYTES]


def _hide(secret: bytes, tag: bytes, payload: bytes) -> bytes:
    """Return ``payload`` under the keystream of ``tag``; once more gives it back."""
    stream = hmac.digest(secret, b"heritage-kiosk-code/1 stream\n" + tag, _HASH)
    return bytes(one ^ other for one, other in zip(payload, stream, strict=False))
