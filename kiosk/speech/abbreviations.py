"""Whether a full stop belongs to a word written short, and so ends no sentence."""

from __future__ import annotations

import re

# Followed by a name.
_BEFORE_NAMES = frozenset(
    {
        *(
            "st",
            "sts",
            "mt",
            "ft",
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "rev",
            "capt",
            "col",
            "gen",
            "lt",
            "maj",
            "sgt",
            "hon",
        ),
        *("vs", "e.g", "i.e", "t.ex", "bl.a", "z.b", "u.a", "s:t", "hl", "sog"),
        *(
            "m",
            "mm",
            "mme",
            "mgr",
            "sr",
            "sra",
            "srta",
            "dra",
            "dña",
            "sta",
            "sto",
            "ntra",
            "p.ej",
            "p.ex",
            "pe",
        ),
        *("sig", "dott", "ing", "arch", "ss", "d", "messrs", "revd", "pza", "avda"),
        # Followed by a noun, which in German has a capital.
        *("mio", "mrd", "inv.-nr", "erm"),
        *("डॉ", "प्रो", "पं", "स्व", "कु"),
    }
)
# Followed by a number, Arabic or Roman.
_BEFORE_NUMBERS = frozenset(
    {
        *(
            "no",
            "nos",
            "nr",
            "num",
            "núm",
            "fig",
            "vol",
            "bd",
            "kap",
            "abb",
            "p",
            "pp",
            "pág",
            "s",
            "ss",
            "n",
        ),
        *("c", "ca", "approx", "aprox", "env", "b", "d", "r", "fl", "geb", "gest", "kl"),
        *("a.d", "b.c", "a.h", "séc", "sécs", "sec"),
        *(
            "cap",
            "chap",
            "ch",
            "pl",
            "taf",
            "tav",
            "lám",
            "inv",
            "ss",
            "secc",
            "omkr",
            "v",
            "reg",
        ),
        *("tel", "tél", "fax", "tlf", "tfno", "teléf", "telem", "ph"),
        *("jan", "feb", "apr", "aug", "sept", "sep", "oct", "nov", "dec"),
        *("नं", "क्र", "पृ", "ल"),
    }
)
# Scripts without capitals do not tell by what follows. A Hindi sentence ends with a danda anyway.
_NEVER_LAST = frozenset(
    {"मी", "मि.मी", "से.मी", "कि.मी", "कि.ग्रा", "ई", "ई.पू", "पू", "हि", "वि.सं", "रु", "ق.م", "ق", "د", "ص"}
)
# Short words of two parts with a blank between them: the first is not the end of anything.
_TWO_PARTS = re.compile(
    r"(?:[vn]\.\s(?:chr|u)|z\.\sb|a\.\s?(?:c|j|e|h)|d\.\s?(?:c|j|h)|(?:av|apr|ap)\.\sj|ee\.\suu|u\.\s[az]|p\.\s(?:ej|ex)|ई\.\sपू|ق\.\sم)"
    r"(?=[.\-])",
    re.IGNORECASE,
)
# An era has one capital, as an initial has, and may end a sentence.
_ERA = re.compile(r"(?:^|\s)(?:[ad]\.\s?C|J\.-C|J\.\sC)$")
# In German "12." is "the twelfth" before these; before any other capital it ends a sentence.
_RANKED = re.compile(
    r"\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jahrtausend"
    r"|Jh|Jhdt|Jt|Weltkrieg|Dynastie|Dyn|Stock|Etage|Obergeschoss|OG|Hälfte|Viertel)"
)
_ROMAN = re.compile(r"[IVXLC]{1,8}\b")
_NUMBER = re.compile(r"[+(~]?\d")


def belongs_to_word(before: str, after: str) -> bool:
    """Tell whether a full stop is part of the word before it.

    Args:
        before: What stands before the stop, at least the last two words.
        after: What follows it, beginning with the space.
    """
    word = (before.split() or [""])[-1].lstrip("(\"'“‘«[").lstrip("¿¡")
    lower, follows = word.lower(), after.lstrip()
    if lower in _NEVER_LAST or _is_first_part(word, follows):
        return True
    is_short_number = word.isdigit() and len(word) <= 2
    if (is_short_number or _ROMAN.fullmatch(word)) and _RANKED.match(after):
        return True
    if is_short_number:
        return False
    if lower in _BEFORE_NUMBERS and (_NUMBER.match(follows) or _ROMAN.match(follows)):
        return True
    if _ERA.search(before):
        return False
    return lower in _BEFORE_NAMES or (len(word) == 1 and word.isupper())  # J. Fergusson


def _is_first_part(word: str, follows: str) -> bool:
    return _TWO_PARTS.match(f"{word}. {follows[:12]}") is not None
