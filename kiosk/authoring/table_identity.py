"""Names, codes and keys for a table, which has none: always the same for the same exhibition and number.

They depend on the exhibition's name and the stop's number only, so that mending a text does not make
printed labels useless. Who knows the table can work them out; a label's tag proves nothing anyway.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kiosk.model.marker import ALPHABET, ID_LENGTH

_LONGEST_NAME = 30


def make_slug(text: str, otherwise: str) -> str:
    """Return ``text`` as an id of a-z, 0-9 and hyphens; ``otherwise`` and a hash where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-")
    return slug or f"{otherwise}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}"


def make_stop_code(site: str, number: str) -> str:
    """Return the 8 symbols of a stop's label."""
    bits = int.from_bytes(hashlib.sha256(f"stop code\n{site}\n{number}".encode()).digest(), "big")
    return "".join(ALPHABET[(bits >> (5 * place)) & 31] for place in range(ID_LENGTH))


def make_label_key(site: str) -> bytes:
    """Return the 16-byte label key of an exhibition."""
    return hashlib.sha256(f"label key\n{site}".encode()).digest()[:16]
