"""Folds text so that what visitors type meets what authors wrote, whatever the accents and digits."""

from __future__ import annotations

import re
import unicodedata

# Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
# vowel signs, the tatweel and the hamza above or below a letter, the nukta. Other Indic signs are vowels and must stay.
_UNTYPED = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u200b-\u200f]"
)
# Letters that Arabic-script keyboards and writers use for one another.
_SAME_LETTER = str.maketrans(
    {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ے": "ي", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"}
)
# The same in words, where nobody tells two things apart by them. Arabic: the hamza by itself, the joined alef, Urdu's
# and Persian's ways with he, nun and kaf. Indic: the chandrabindu for the anusvara, Gurmukhi's tippi for its bindi.
_ALIKE = str.maketrans(
    {"ء": "", "ٱ": "ا", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ں": "ن", "ڪ": "ك"}
    | {"ँ": "ं", "ঁ": "ং", "ઁ": "ં", "ੰ": "ਂ", "ਁ": "ਂ", "ଁ": "ଂ"}
)
# A nasal before a consonant of its own row is written in full or as an anusvara: सम्बन्ध, संबंध. The blocks of northern Indic
# scripts have their letters in one order: so far from the block's first are the virama, the anusvara, and each row's
# nasal with its four consonants.
_NASAL_BLOCKS = (0x0900, 0x0980, 0x0A00, 0x0A80, 0x0B00)
_VIRAMA, _ANUSVARA = 0x4D, 0x02
_ROWS = ((0x19, 0x15), (0x1E, 0x1A), (0x23, 0x1F), (0x28, 0x24), (0x2E, 0x2A))
_FULL_NASAL = re.compile(
    "|".join(
        f"{chr(block + nasal)}{chr(block + _VIRAMA)}(?=[{chr(block + first)}-{chr(block + first + 3)}])"
        for block in _NASAL_BLOCKS
        for nasal, first in _ROWS
    )
)


def fold(text: str) -> str:
    """Return ``text`` as words are compared: without case, accents, vowel points or foreign digits, with single blanks.

    What writers and keyboards use for one another is one: ي for ى, ه for ة, ا for أ, ं for ँ, संबंध for सम्बन्ध.
    """
    plain = _fold_letters(text)
    if plain.isascii():
        return plain
    return " ".join(_FULL_NASAL.sub(_to_anusvara, plain).translate(_ALIKE).split())


def fold_number(typed: str) -> str:
    """Return a stop's number as it is compared: ``07``, ``٧``, ``७``, ``７`` and `` 7`` are all ``7``."""
    plain = _fold_letters(typed).replace(" ", "")
    return plain.lstrip("0") or plain[:1]


def _fold_letters(text: str) -> str:
    # Taking symbols apart may uncover capitals (the mathematical bold A): case is folded before and after,
    # as Unicode's caseless matching does.
    apart = unicodedata.normalize("NFKD", text.casefold())
    apart = unicodedata.normalize("NFKD", apart.casefold())
    plain = _UNTYPED.sub("", apart).translate(_SAME_LETTER)
    return " ".join(_fold_digits(plain).split())


def _to_anusvara(full: re.Match[str]) -> str:
    return chr(ord(full[0][0]) & ~0x7F | _ANUSVARA)


def _fold_digits(text: str) -> str:
    if text.isascii():
        return text
    for symbol in set(text):  # far fewer than there are letters
        if symbol.isdigit() and not symbol.isascii():
            text = text.replace(symbol, str(unicodedata.digit(symbol)))
    return text
