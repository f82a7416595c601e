"""German: the case of a ruler's numeral, as far as what stands before the name tells it: unter Karl dem Fünften."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.number_words import spell

_DATIVE = (
    "unter|von|vom|mit|bei|beim|nach|seit|zu|zum|zur|aus|dank|neben|vor|hinter|zwischen|gegenüber|gemäß|nebst|samt"
    "|dem|einem|unserem|ihrem|seinem|späteren"
)
_ACCUSATIVE = "für|durch|gegen|ohne|um|über|auf|an|den|einen|wider|bis"
_GENITIVE = "des|eines|wegen|während|statt|trotz|namens"
_AND = ("und", "oder", "sowie", "wie")
# An s behind these is the genitive's; Ramses, Pius and Johannes have one of their own.
_RULERS = (
    "Karl|Ludwig|Friedrich|Heinrich|Otto|Wilhelm|Konrad|Leopold|Ferdinand|Rudolf|Albrecht|Albert|Georg|Gustav|Christian"
    "|Maximilian|August|Philipp|Peter|Alexander|Napoleon|Eduard|Richard|Paul|Adolf|Ernst|Ottokar|Sigismund|Joachim"
    "|Lothar|Erich|Erik|Harald|Waldemar|Johann|Jakob|Wladislaw|Casimir|Kasimir|Mehmed|Murad|Selim|Suleiman|Bonifaz"
    "|Gregor|Joseph|Josef|Urban|Benedikt|Alfons|Emanuel|Amenophis|Thutmosis|Elisabeth|Katharina|Isabella|Margarethe|Christina"
)
_WORDS = re.compile(r"[^\W\d_][\w-]*|[,;:()!?]")
_OF_RULER = re.compile(rf"(?:{_RULERS})s")
_WOMEN = re.compile(
    "(?:Elisabeth|Katharina|Maria|Isabella|Margarethe|Margrethe|Christina|Johanna|Wilhelmina|Anna|Kleopatra|Victoria"
    "|Viktoria|Eleonore|Juliana|Mathilde|Agnes|Adelheid|Beatrix|Berenike|Arsinoë)s?"
)
_ENDINGS = {"nominative": "der", "accusative": "den", "dative": "dem", "genitive": "des"}
_WOMENS_ENDINGS = {"nominative": "die", "accusative": "die", "dative": "der", "genitive": "der"}


def say_reign(number: int, before: str) -> str:
    """Return "der Vierzehnte", "dem Fünften", "der Zweiten".

    Args:
        number: The numeral.
        before: What stands before it, with the name at its end.
    """
    if re.search(r"\b(?:der|die|des|dem|den)$", before):
        article, is_nominative = "", before.endswith(("der", "die"))
    else:
        case = find_case(before)
        is_woman = bool(_WOMEN.fullmatch(_last_word(before)))
        article = (_WOMENS_ENDINGS if is_woman else _ENDINGS)[case]
        is_nominative = case == "nominative" or article == "die"
    words = spell(number, "de", "spellout-ordinal" if is_nominative else "spellout-ordinal-n")
    return f"{article} {words[:1].upper()}{words[1:]}".strip()


def find_case(before: str) -> str:
    """Return the case in which a name stands; the nominative where nothing tells another."""
    if _OF_RULER.fullmatch(_last_word(before)):
        return "genitive"
    for word in reversed(_WORDS.findall(before)[:-1]):
        for case, words in (("dative", _DATIVE), ("accusative", _ACCUSATIVE), ("genitive", _GENITIVE)):
            if re.fullmatch(words, word.lower()):
                return case
        # Between a preposition and the numeral stand titles and names, perhaps of two rulers.
        if not (word[0].isupper() or word in _AND):
            break
    return "nominative"


def _last_word(before: str) -> str:
    return re.split(r"[ \u00a0]", before)[-1]
