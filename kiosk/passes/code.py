"""The text of a pass's QR code: ``HKV1:`` and base 32 of a signed, compact body; alphanumeric mode all through.

Body, before the signature: version 1, key id (2 bytes), language, depth, access, interests, sites. The
signature is HMAC-SHA-256 over all of it, cut to 12 bytes, under the operator's pass key, which every
device of the operator has: it tells a pass of ours from a made-up one, and grants nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.passes.body import TornBodyError, format_body, parse_body
from kiosk.passes.visit_pass import VisitPass

PREFIX: Final = "HKV"
VERSION: Final = 1
KEY_ID_BYTES: Final = 2
SIGNATURE_BYTES: Final = 12
# 600 bytes are 960 signs in base 32: a QR code of 89 modules a side at M, which a tablet's screen shows well.
MOST_BYTES: Final = 600
MOST_SIGNS: Final = len(f"{PREFIX}1:") + -(-MOST_BYTES * 8 // 5)


def looks_like_pass(text: str) -> bool:
    """Tell whether a code's text says that it is a visit pass, of any version; quick, and nothing is believed."""
    head, colon, _rest = text[:8].upper().partition(":")
    return bool(colon) and head.startswith(PREFIX) and head[len(PREFIX) :].isdecimal()


def format_pass(held: VisitPass, key_id: int, secret: bytes) -> str:
    """Return the text of the code, at most 965 signs; sites drop out, the oldest first, until it fits.

    Args:
        held: The pass.
        key_id: Which pass key, 0 to 65,535.
        secret: The pass key, 32 bytes.
    """
    signed = _sign(fit_pass(held), key_id, secret)
    return f"{PREFIX}{VERSION}:{base64.b32encode(signed).decode().rstrip('=')}"


def parse_pass(text: str, find_secret: Callable[[int], bytes | None]) -> VisitPass:
    """Return the pass in a code's text, which is not trusted; the pair of :func:`format_pass`.

    Args:
        text: What a scanner read, or a person typed.
        find_secret: Gives the pass key of a key id, None where this device does not have it.

    Raises:
        KioskError: ``passes.newer`` of a later version, ``passes.other-operator`` with a key that is not
            here, ``passes.not-genuine`` where the signature is wrong, ``passes.not-read`` for anything else.
    """
    if not looks_like_pass(text) or len(text) > MOST_SIGNS:
        raise _refuse(
            "a pass of this guide", "another code", "Show the code of a visit pass", "passes.not-read"
        )
    head, _colon, rest = text.strip().upper().partition(":")
    if head != f"{PREFIX}{VERSION}":
        raise _refuse(
            f"a pass of version {VERSION}",
            f"one of version {head[len(PREFIX) :]}",
            "Bring this guide up to date",
            "passes.newer",
        )
    return _open(_decode(rest), find_secret)


def _open(signed: bytes, find_secret: Callable[[int], bytes | None]) -> VisitPass:
    if len(signed) <= 1 + KEY_ID_BYTES + SIGNATURE_BYTES:
        raise _not_whole()
    content, signature = signed[:-SIGNATURE_BYTES], signed[-SIGNATURE_BYTES:]
    secret = find_secret(int.from_bytes(content[1 : 1 + KEY_ID_BYTES], "big"))
    if secret is None:
        raise _refuse(
            "a pass of this operator",
            "another's",
            "Go on without it: choose your language",
            "passes.other-operator",
        )
    if content[0] != VERSION or not hmac.compare_digest(_compute_signature(content, secret), signature):
        raise _refuse(
            "our signature", "another", "Go on without it: choose your language", "passes.not-genuine"
        )
    try:
        return parse_body(content[1 + KEY_ID_BYTES :])
    except TornBodyError as error:
        raise _not_whole() from error


def _sign(held: VisitPass, key_id: int, secret: bytes) -> bytes:
    content = bytes([VERSION]) + key_id.to_bytes(KEY_ID_BYTES, "big") + format_body(held)
    return content + _compute_signature(content, secret)


def _compute_signature(content: bytes, secret: bytes) -> bytes:
    return hmac.digest(secret, b"heritage-kiosk-pass\n" + content, hashlib.sha256)[:SIGNATURE_BYTES]


def fit_pass(held: VisitPass) -> VisitPass:
    """Return what of ``held`` its code holds: sites drop out, the oldest first, until it fits."""
    while held.sites and len(format_body(held)) > MOST_BYTES - SIGNATURE_BYTES - 1 - KEY_ID_BYTES:
        held = shorten_pass(held)
    return held


def shorten_pass(held: VisitPass) -> VisitPass:
    """Return ``held`` without its oldest site; of the only one, with half of its stops, then without it."""
    *newer, oldest = held.sites
    if newer:
        return replace(held, sites=tuple(newer))
    kept = frozenset(sorted(oldest.stops)[: len(oldest.stops) // 2])
    return replace(held, sites=(replace(oldest, stops=kept),) if oldest.stops else ())


def _decode(text: str) -> bytes:
    try:
        return base64.b32decode(text + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError) as error:
        raise _not_whole() from error


def _not_whole() -> KioskError:
    return _refuse(
        "a whole pass",
        "a damaged one",
        "Hold the code flat and still, or go on without it",
        "passes.not-read",
    )


def _refuse(expected: str, found: str, remedy: str, code: str) -> KioskError:
    return KioskError("The pass was not taken", expected=expected, found=found, remedy=remedy, code=code)
