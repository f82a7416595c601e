"""The code on a stop's label: ``HTTPS://<host of the site>/<8-character id><5-character tag>``.

Upper case throughout, so that it fits QR's alphanumeric mode (a version 2 or 3 symbol). The id is
random and says nothing; the tag is an HMAC cut to 25 bits that only tells "ours, newer than this
pack" from "somebody else's". It proves nothing about where the label hangs.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

# Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LENGTH = 8
TAG_LENGTH = 5
# Longer texts are not ours; the cap keeps hostile symbols (up to 4,296 characters) from costing anything.
MAX_TEXT_LENGTH = 128

_PATTERN = re.compile(
    rf"HTTPS://(?P<host>[A-Z0-9](?:[A-Z0-9.-]{{0,60}}[A-Z0-9])?)/(?P<id>[{ALPHABET}]{{{ID_LENGTH}}})(?P<tag>[{ALPHABET}]{{{TAG_LENGTH}}})"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A label's code taken apart: ``host`` upper case, ``stop_code`` 8 symbols, ``tag`` 5 symbols."""

    host: str
    stop_code: str
    tag: str


def parse_marker(text: str) -> Marker | None:
    """Return the parts of a stop code, or None where ``text`` does not have its form.

    Case is forgiven, since phones and some readers lower the host's. Nothing is ever opened.
    """
    if len(text) > MAX_TEXT_LENGTH:
        return None
    match = _PATTERN.fullmatch(text.strip().upper())
    return Marker(match["host"], match["id"], match["tag"]) if match else None


def format_marker(host: str, stop_code: str, label_key: bytes) -> str:
    """Return the text to print in a label's code; the pair of :func:`parse_marker`."""
    return f"HTTPS://{host.upper()}/{stop_code}{compute_tag(host, stop_code, label_key)}"


def compute_tag(host: str, stop_code: str, label_key: bytes) -> str:
    """Return the 5-symbol tag (25 bits of HMAC-SHA-256 over host and id) under a site's label key."""
    digest = hmac.digest(label_key, f"{host.upper()}/{stop_code}".encode("ascii"), hashlib.sha256)
    bits = int.from_bytes(digest[:4], "big") >> 7
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in (20, 15, 10, 5, 0))


def is_genuine(marker: Marker, label_key: bytes) -> bool:
    """Tell whether a marker's tag was made with this site's label key."""
    return hmac.compare_digest(compute_tag(marker.host, marker.stop_code, label_key), marker.tag)
