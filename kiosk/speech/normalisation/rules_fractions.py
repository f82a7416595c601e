"""Rules for fractions, by themselves, after a whole number, and before what they are of: 3/4, 2 1/2 inches, ½ m."""

from __future__ import annotations

import re
import unicodedata

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Fraction, Manner, Rule
from kiosk.speech.normalisation.rules_years import join
from kiosk.speech.normalisation.signs import DONE

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_PARTS = re.compile(r"(\d+)[/\u2044](\d+)")
# 3/4 is hardly ever anything else; 2/5 may be a day or a number of a room.
_PLAIN = (2, 3, 4, 8, 16)
_BEFORE = 24


def make_fraction_rules(manner: Manner) -> tuple[Rule, ...]:
    """Return the rule, if the language has words for fractions."""
    return (_fraction(manner),) if manner.say_fraction else ()


def _fraction(manner: Manner) -> Rule:
    written = r"\d{1,2}[/\u2044]\d{1,3}(?![\d/\u2044])"
    whole = rf"(?:(?P<whole>\d{{1,6}})(?:(?:{figures.BLANK}|-)(?={written}|[{_VULGAR}])|(?=[{_VULGAR}])))"
    # 7/12 1628 is a date.
    part = rf"(?P<part>[{_VULGAR}]|{written}{figures.AFTER}(?!{figures.BLANK}\d{{4}}(?!\w)))"
    unit = rf"(?:(?P<link>{figures.BLANK}|-)?(?P<unit>{join(manner.units)}){figures.UNIT_END})"
    pattern = rf"{figures.before(manner)}(?<!/)(?<!{DONE}[ \u00a0]){whole}?{part}{unit}?"
    of_what = re.compile(rf"{figures.BLANK}(?:{manner.fraction_of})(?!\w)") if manner.fraction_of else None
    counted = re.compile(rf"(?:{manner.counted}){figures.BLANK}$") if manner.counted else None

    def say(match: re.Match[str]) -> str:
        over, under = _read_part(match["part"])
        unit = manner.units[match["unit"].replace("\u00a0", " ")] if match["unit"] else None
        before = match.string[max(0, match.start() - _BEFORE) : match.start()]
        if counted and counted.search(before):
            return ""  # room 3/4
        is_sure = under in _PLAIN or bool(unit or match["whole"] or match["part"] in _VULGAR)
        if not 0 < over < under or not (is_sure or (of_what and of_what.match(match.string, match.end()))):
            return ""
        fraction = Fraction(int(match["whole"] or 0), over, under, _is_beside(match, before))
        return manner.say_fraction(fraction, unit) if manner.say_fraction else ""

    return Rule(re.compile(pattern), say)


def _read_part(written: str) -> tuple[int, int]:
    parts = _PARTS.fullmatch(unicodedata.normalize("NFKC", written))
    assert parts is not None  # the pattern holds nothing else
    return int(parts[1]), int(parts[2])


def _is_beside(match: re.Match[str], before: str) -> bool:
    """Tell whether the fraction and its noun describe another noun: "a 1/2 m slab", but not "a 1/2 m of silk"."""
    if match["unit"] is None or not re.search(r"\b(?:an?|the|one)[ \u00a0]$", before, re.IGNORECASE):
        return match["unit"] is not None and match["link"] == "-"
    return bool(re.match(r"[ \u00a0](?!of\b|and\b|or\b)[a-z]", match.string[match.end() : match.end() + 5]))
