"""Folds text so that what visitors type meets what authors wrote, whatever the accents and digits."""

from __future__ import annotations

import re
import unicodedata

# Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
# vowel signs and the tatweel, the nukta. Other Indic signs are vowels and must stay.
_UNTYPED = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u200b-\u200f]"
)
# Letters that Arabic-script keyboards and writers use for one another.
_SAME_LETTER = str.maketrans(
    {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ے": "ي", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"}
)


def fold(text: str) -> str:
    """Return ``text`` without case, accents, vowel points or foreign digits, with single blanks."""
    # Taking symbols apart may uncover capitals (the mathematical bold A): case is folded before and after,
    # as Unicode's caseless matching does.
    apart = unicodedata.normalize("NFKD", text.casefold())
    apart = unicodedata.normalize("NFKD", apart.casefold())
    plain = _UNTYPED.sub("", apart).translate(_SAME_LETTER)
    return " ".join(_fold_digits(plain).split())


def fold_number(typed: str) -> str:
    """Return a stop's number as it is compared: ``07``, ``٧``, ``७``, ``７`` and `` 7`` are all ``7``."""
    plain = fold(typed).replace(" ", "")
    return plain.lstrip("0") or plain[:1]


def _fold_digits(text: str) -> str:
    if text.isascii():
        return text
    for symbol in set(text):  # far fewer than there are letters
        if symbol.isdigit() and not symbol.isascii():
            text = text.replace(symbol, str(unicodedata.digit(symbol)))
    return text
