"""Whether a foreign code imitates one of this site's own: a sticker made to be mistaken for a label.

What cannot be told: a genuine label copied or moved (it is genuine), and an address that looks like nothing here.
What imitates is told to staff and is foreign to visitors like any other; it is never opened either way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from kiosk.model.marker import MAX_TEXT_LENGTH, parse_marker

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,15}://")
_HOST_IN_TEXT = re.compile(r"[\w.-]+")
# Letters of other scripts, and digits, that are drawn like a Latin letter; then pairs that look like one.
_ALIKE = str.maketrans("аеорсухіјѕԁһԛԝոαονρτικυ0135|", "aeopcyxijsdhqwnaovptikuolesl")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("i", "l"))
_LEAST_TO_COMPARE = 8
_SHORT_SECOND_LABEL = 3
MAX_SCANNED = 4_296
"""The longest text a QR code holds; what is longer is not from a code."""


def is_imitation(text: str, hosts: Collection[str]) -> bool:
    """Tell whether a text that is no code of ours was made to look like one.

    Args:
        text: What a code says, already known to be foreign.
        hosts: The hosts printed in the labels of the sites here.

    Returns:
        True for our own form and host with a wrong tag, for our host as a user's name or as the front of another host
        (``q.site.org@evil.example``, ``q.site.org.evil.example``), and for a host that differs from ours by letters
        drawn alike, or by one letter, under another owner's name.
    """
    marker = parse_marker(text)
    own = {host.lower() for host in hosts if host}
    if marker is not None:
        drawn = _decode(marker.host.lower())
        return drawn in own or any(_is_alike(drawn, host) for host in own)
    host, before = _find_host(text[:MAX_SCANNED].strip())
    return any(host not in own and (_is_alike(host, one) or one in before) for one in own)


def _find_host(text: str) -> tuple[str, str]:
    """Return the host of an address and what stands before it as a user's name, both lower case; "" where none is."""
    match = _SCHEME.match(text)
    if match is None:
        return "", ""
    authority = re.split(r"[/?#\\]", text[match.end() :], maxsplit=1)[0][: 2 * MAX_TEXT_LENGTH]
    before, _, place = authority.rpartition("@")
    host = _HOST_IN_TEXT.match(place)
    return _decode(host[0]).lower().rstrip(".") if host else "", before.lower()


def _decode(host: str) -> str:
    """Return a host in the letters it is drawn with (``xn--`` undone)."""
    labels = []
    for label in host.split("."):
        try:
            labels.append(
                label[4:].encode("ascii").decode("punycode") if label[:4].lower() == "xn--" else label
            )
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def _is_alike(host: str, own: str) -> bool:
    """Tell whether a host would be taken for our own at a glance."""
    host = host.lower()
    if host == own or not host:
        return False
    is_below = host.endswith("." + own)
    if (f".{own}." in f".{host}." and not is_below) or _fold(host) == _fold(own):
        return True
    if _find_owner(host) == _find_owner(own):
        return False  # the same owner's: another museum of theirs
    return len(own) >= _LEAST_TO_COMPARE and (
        _is_one_letter_off(_fold(host), _fold(own)) or _drop_ending(host) == _drop_ending(own)
    )


def _fold(host: str) -> str:
    """Return a host with all that is drawn alike made the same."""
    plain = unicodedata.normalize("NFKD", host.casefold())
    folded = "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_ALIKE)
    for pair, letter in _PAIRS:
        folded = folded.replace(pair, letter)
    return folded.replace("-", "").replace(".", "")


def _find_owner(host: str) -> str:
    """Return the part of a host that somebody registered: the last two labels, three under ``co.uk`` and the like."""
    labels = host.split(".")
    is_national = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= _SHORT_SECOND_LABEL
    return ".".join(labels[-3:] if is_national else labels[-2:])


def _drop_ending(host: str) -> str:
    return host.rpartition(".")[0]


def _is_one_letter_off(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter changed, left out, added, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )
