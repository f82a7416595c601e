"""A key written as hex digits. Apart from :mod:`kiosk.seals.keys`, so that who only reads keys loads no cryptography."""

from __future__ import annotations

import re
from typing import Final

KEY_BYTES: Final = 32

_KEY = re.compile(r"[0-9a-f]{64}")


def parse_key(text: object) -> bytes:
    """Return the 32 bytes of a key written as 64 hex digits in lower case; ``text`` is not trusted.

    Raises:
        ValueError: It is something else; the message does not repeat it.
    """
    if not isinstance(text, str) or not _KEY.fullmatch(text):
        raise ValueError(f"a key is {2 * KEY_BYTES} hex digits")
    return bytes.fromhex(text)
