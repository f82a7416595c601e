"""What a visitor writes, made plain: free text is cut, cleaned and checked here alone, on both sides of the wire.

Words stay as they were meant: joiners that Devanagari, Persian and emoji need are kept. What could hide or turn other
words is taken out: control characters, marks and overrides of direction (whoever shows the text isolates it as a whole),
tags, private letters, what is no text at all. Markup is left standing as the letters it is: it is shown as plain text.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Final

MAX_CHARACTERS: Final = 1_000
# In a fact's line, beside the longest names that a line of 4,096 bytes has to have room for.
MAX_BYTES: Final = 2_800

# More than this is never looked at: whoever hands in a megabyte meant no comment.
_LOOKED_AT: Final = 4 * MAX_CHARACTERS
_UNWANTED: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ue000-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_LINE_BREAK: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Letters of every script carry a few marks; a pile of them covers the lines around it.
_PILE: Final = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
                          "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip
_SPACES: Final = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}")
_BLANK_LINES: Final = re.compile(r" *\n *(?:\n *)+")
_JOINERS: Final = "\u200c\u200d"
# Letters and symbols by name that are drawn as nothing: fillers of Hangul, the empty Braille cell, Egyptian blanks, a
# note without a head (Unicode 15.1, "Default_Ignorable_Code_Point" and the charts' own words).
_DRAWN_AS_NOTHING: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0\U00013441\U00013442\U0001d159")
# Marks that need a letter, spaces, controls and formats; what this table does not know yet (Cn) may be a new emoji.
_UNSEEN_KINDS: Final = frozenset({"Mn", "Mc", "Me", "Zs", "Zl", "Zp", "Cc", "Cf"})
# Made once: json.dumps makes a new one for every text.
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def clean_words(text: str) -> str:
    """Return ``text`` as it is kept: composed (NFC), plain, at most 1,000 characters and 2,800 bytes; "" where nothing is to be seen.

    The length is cut between letters: no mark is parted from its letter, no joined emoji left half.
    """
    text = _LINE_BREAK.sub("\n", text[:_LOOKED_AT])
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text.replace("\t", " ")))
    text = _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", _PILE.sub(r"\1", text)))
    text = _cut(text.strip().strip(_JOINERS).strip())
    return text if is_seen(text) else ""


def is_seen(text: str) -> bool:
    """Tell whether anything of ``text`` is to be seen: one letter, numeral, sign or emoji that is no blank is enough."""
    return any(
        letter not in _DRAWN_AS_NOTHING and unicodedata.category(letter) not in _UNSEEN_KINDS
        for letter in text
    )


def is_plain(text: object, max_characters: int = MAX_CHARACTERS, max_bytes: int = MAX_BYTES) -> bool:
    """Tell whether ``text`` is some text that may be kept: within the bounds, something to see in it, nothing hidden."""
    return (
        isinstance(text, str)
        and 0 < len(text) <= max_characters
        and _UNWANTED.search(text) is None
        and is_seen(text)
        and count_bytes(text) <= max_bytes
    )


def count_bytes(text: str) -> int:
    """Return how many bytes ``text`` takes within a line of JSON, without the quotation marks."""
    return len(_ENCODER.encode(text).encode("utf-8", "surrogatepass")) - 2


def count_left(text: str) -> int:
    """Return how many more characters like those of ``text`` may follow, at least 0."""
    each = max(1.0, count_bytes(text) / max(1, len(text)))
    return max(0, min(MAX_CHARACTERS - len(text), int((MAX_BYTES - count_bytes(text)) / each)))


def _cut(text: str) -> str:
    if len(text) <= MAX_CHARACTERS and count_bytes(text) <= MAX_BYTES:
        return text
    length = size = 0
    for letter in text[:MAX_CHARACTERS]:
        size += count_bytes(letter)
        if size > MAX_BYTES:
            break
        length += 1
    while 0 < length < len(text) and _belongs_to_what_is_before(text, length):
        length -= 1
    return text[:length].strip().strip(_JOINERS).strip()


def _belongs_to_what_is_before(text: str, place: int) -> bool:
    """Tell whether the character at ``place`` is a mark or joined to the one before it."""
    letter, before = text[place], text[place - 1]
    is_mark = unicodedata.category(letter) in {"Mn", "Mc", "Me"} or "\U0001f3fb" <= letter <= "\U0001f3ff"
    return is_mark or letter in _JOINERS or before in _JOINERS
