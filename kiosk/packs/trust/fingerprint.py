"""An operator's fingerprint: what staff compare with the paper they were given before they trust a stick."""

from __future__ import annotations

import hashlib

from kiosk.model.errors import KioskError
from kiosk.model.marker import ALPHABET

SYMBOLS = 20
GROUP = 4
# Crockford's reading: what people write for a digit is taken as that digit.
_FORGIVEN = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})


def make_fingerprint(root: bytes) -> str:
    """Return the fingerprint of root metadata: the first 100 bits of its SHA-256 as ``XXXX-XXXX-XXXX-XXXX-XXXX``."""
    number = int.from_bytes(hashlib.sha256(root).digest(), "big") >> (256 - 5 * SYMBOLS)
    symbols = [ALPHABET[number >> (5 * at) & 31] for at in reversed(range(SYMBOLS))]
    return "-".join("".join(symbols[at : at + GROUP]) for at in range(0, SYMBOLS, GROUP))


def parse_fingerprint(typed: str) -> str:
    """Return a typed fingerprint in the form of :func:`make_fingerprint`; case, blanks and hyphens are forgiven.

    Raises:
        KioskError: ``packs.fingerprint-unfit``.
    """
    symbols = typed.strip().upper().translate(_FORGIVEN)
    if len(symbols) != SYMBOLS or any(symbol not in ALPHABET for symbol in symbols):
        raise KioskError(
            "The operator was not trusted",
            thing=typed[:40],
            expected=f"a fingerprint of {SYMBOLS} letters and digits in groups of {GROUP}",
            found=f"{len(symbols)} symbols",
            remedy="type it as it stands on the operator's paper",
            code="packs.fingerprint-unfit",
        )
    return "-".join(symbols[at : at + GROUP] for at in range(0, SYMBOLS, GROUP))
