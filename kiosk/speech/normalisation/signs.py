"""A text as the rules look at it: one kind of digit, blank and dash, and each sign still at its place."""

from __future__ import annotations

NAME = "\ue000"
"""Stands where a name of the lexicon was: what follows a name may be its number."""

DONE = "\ue001"
"""Stands where another rule has said what is to be said."""

_OTHER_BLANKS = "\u202f\u2007\u2009\u200a"  # narrow, as wide as a digit, thin, hair
_DASHES = "\u2010\u2011\u2012\u2013\u2212"


def level(text: str) -> str:
    """Return ``text`` with ASCII digits, ``-`` for dashes, U+00A0 for narrow blanks; as long as it was."""
    return text if text.isascii() else text.translate(_LEVELS)


# The noughts of the scripts that people still write figures in: Arabic, Persian, the nine of India, Thai, Lao, Tibetan,
# Burmese, Khmer, and the wide ones of East Asia.
_NOUGHTS = (
    *(0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66),
    *(0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10),
)
_LEVELS = {
    **{nought + digit: str(digit) for nought in _NOUGHTS for digit in range(10)},
    **dict.fromkeys(map(ord, _OTHER_BLANKS), "\u00a0"),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    # Private signs of the text itself mean nothing.
    **dict.fromkeys((ord(NAME), ord(DONE)), "\ufffd"),
}
