"""What only English does with figures: decades, days, hours, feet and inches, shillings and pence, fractions."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_part
from kiosk.speech.normalisation.manner import Fraction, Rule, Unit
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

PREFIXES = ("mid", "pre", "post", "early", "late", "ex")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CENTURY = 100
_SENTENCE = 400
"""Characters in which a quotation that is closed was opened."""

ERAS = {"BC": "B.C.", "BCE": "B.C.E.", "CE": "C.E.", "AD": "A.D.", "AH": "A.H."}
_AFTER_PREFIX = "|".join(rf"(?<=\b{prefix}-)" for prefix in PREFIXES)
_PARTS = name_parts(
    "a_half/halves a_third/thirds a_quarter/quarters a_fifth/fifths a_sixth/sixths - an_eighth/eighths - a_tenth/tenths"
    " - a_twelfth/twelfths - - - a_sixteenth/sixteenths"
) | {32: Unit("a thirty-second", "thirty-seconds"), 100: Unit("a hundredth", "hundredths")}
_FEET, _INCHES = "['’′]", "(?:[\"”″]|''|′′)"
_WHAT_INCHES_ARE = (
    "wide|high|long|deep|thick|tall|across|in diameter|by|square|gun|guns|shell|shells|telescope"
)


def _rank(number: int) -> str:
    return spell(number, "en", "spellout-ordinal")


def _count(number: int) -> str:
    return spell(number, "en")


def _many(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _say_decade(match: re.Match[str]) -> str:
    """Say 1960s, 1900s, '60s."""
    year = int(match["year"])
    if year < _CENTURY:
        return _many(_count(year))
    hundreds, rest = divmod(year, _CENTURY)
    if rest:
        return f"{_count(hundreds)} {_many(_count(rest))}"
    return _many(_count(year)) if hundreds % 10 == 0 else f"{_count(hundreds)} hundreds"


def _say_day(match: re.Match[str]) -> str:
    """Say "the twelfth of" before a month, "twelfth" after it; "the first to the fifth of" May."""
    groups = match.groupdict()
    day, first = _rank(int(match["day"])), groups.get("first")
    if groups.get("month"):
        return f"{_rank(int(first))} {_link(match)} {day}" if first else day
    is_named = re.search(rf"\bthe{BLANK}$", match.string[max(0, match.start() - 4) : match.start()], re.I)
    said = f"{_rank(int(first))} {_link(match)} the {day}" if first else day
    month = _find_month(groups.get("short") or "")
    return f"{said if is_named else f'the {said}'} of {month}".rstrip()


def _link(match: re.Match[str]) -> str:
    return "or" if match["link"] == "/" else "to"


def _find_month(short: str) -> str:
    return next((month for month in _MONTHS.split("|") if short and month.startswith(short[:3])), "")


def _say_hour(match: re.Match[str]) -> str:
    half = "a.m." if match["half"].lower() == "a" else "p.m."
    minute = match["minute"] or ""
    words = _count(int(minute)) if int(minute or 0) else ""
    if words and minute.startswith("0"):
        words = f"oh {words}"
    return " ".join(filter(None, (_count(int(match["hour"])), words, half)))


def _say_feet(match: re.Match[str], inches: str | None = None) -> str:
    """Say 5'6", 6 ft 2 in."""
    feet, inches = int(match["feet"]), match["inches"] if inches is None else inches
    words = f"{_count(feet)} {'foot' if feet == 1 else 'feet'}"
    return f"{words} {_say_some_inches(inches)}" if inches else words


def _say_some_inches(written: str) -> str:
    whole, _, decimals = written.partition(".")
    number = _count(int(whole)) + (
        f" point {' '.join(_count(int(one)) for one in decimals)}" if decimals else ""
    )
    return f"{number} {'inch' if written == '1' else 'inches'}"


def _closes_quotation(match: re.Match[str]) -> bool:
    sign, before = match[0][-1], match.string[max(0, match.start() - _SENTENCE) : match.start()]
    if sign == '"':
        return before.count('"') % 2 == 1
    return sign == "”" and before.count("“") > before.count("”")


def _say_inches(match: re.Match[str]) -> str:
    """Say "a six inch gun" and "six inches wide"."""
    if _closes_quotation(match):
        return ""  # "Route 66"
    said = _say_some_inches(match["inches"])
    is_beside = re.match(
        rf"{BLANK}(?:guns?|shells?|telescope)\b", match.string[match.end() : match.end() + 12]
    )
    return said.removesuffix("es") if is_beside else said


def _say_old_money(match: re.Match[str]) -> str:
    """Say £1 10s 6d, 2s 6d, 6d, as it was said."""
    parts = []
    groups = match.groupdict()
    if groups.get("pounds"):
        number = int(re.sub(r"\D", "", match["pounds"]))
        parts.append(f"{_count(number)} pound{'' if number == 1 else 's'}")
    if groups.get("shillings"):
        number = int(match["shillings"])
        parts.append(f"{_count(number)} shilling{'' if number == 1 else 's'}")
    if groups.get("pence"):
        number = int(match["pence"])
        parts.append("one penny" if number == 1 else f"{_count(number)}pence")
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _say_roman_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _rank(number) if number else ""


def _say_small_roman(match: re.Match[str]) -> str:
    number = parse_roman(match["it"].upper())
    return _count(number) if number else ""


def say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    """Say "two and a half inches", "half a metre", "three quarters of a mile", "a half-inch crack"."""
    part = say_part(_PARTS, fraction, "en")
    if not part:
        return ""
    noun = unit.one if unit else ""
    if fraction.whole:
        noun = noun if fraction.is_beside or unit is None else unit.many
        return f"{_count(fraction.whole)} and {part} {noun}".rstrip()
    if unit is None:
        return part
    if fraction.is_beside:
        return f"{re.sub('^an? ', '', part)} {noun}" if fraction.over == 1 else f"{part.rstrip('s')} {noun}"
    article = "an" if noun.startswith(tuple("aeio")) or noun == "hour" else "a"
    link = "half" if part == "a half" else f"{part} of"
    return f"{link} {article} {noun}"


_SHILLINGS = r"(?P<shillings>\d{1,2})s\.?"
_PENCE = r"(?P<pence>1[01]|\d)d\.?"
_NOT_IN_NUMBER = r"(?<![\w.,:/'’-])"
_INCH_FIGURE = r"(?P<inches>\d{1,3}(?:\.\d{1,2})?)"
_DECADE = r"(?P<year>\d{2}0|[1-9]0|[12]\d\d0)['’´`]?s\b"
_DAY_NAMES = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_DAY_NAME = "|".join(sorted(_DAY_NAMES, key=len, reverse=True))
_DAYS = r"(?:(?P<first>[12]?\d|3[01])(?:st|nd|rd|th)?(?P<link>[-/]))?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
RULES = (
    # Mon-Fri; the second is seen when the first has been said.
    Rule(re.compile(rf"\b(?:{_DAY_NAME})(?=\.?-(?:{_DAY_NAME})\b)"), lambda match: _DAY_NAMES[match[0]]),
    Rule(re.compile(rf"(?<=\ue001)\.?-(?P<it>{_DAY_NAME})\b"), lambda match: _DAY_NAMES[match["it"]]),
    Rule(
        re.compile(rf"(?<![\w.,])\d{{1,2}}{BLANK}(?P<it>st)(?={BLANK}\d{{1,2}}{BLANK}?lb)"), lambda _: "stone"
    ),
    Rule(re.compile(r"(?<![\w.])c(?=[ \u00a0]?[12]?\d{3}(?![\d.,]\d|\d))"), lambda _: "around"),
    # Old money: £1 10s 6d, 2s 6d, 6d.
    Rule(
        re.compile(rf"£(?P<pounds>\d[\d,]{{0,9}}),?{BLANK}{_SHILLINGS},?(?:{BLANK}{_PENCE})?(?!\w)"),
        _say_old_money,
    ),
    Rule(re.compile(rf"{_NOT_IN_NUMBER}{_SHILLINGS}{BLANK}{_PENCE}(?!\w)"), _say_old_money),
    Rule(re.compile(rf"{_NOT_IN_NUMBER}{_PENCE}(?!\w)"), _say_old_money),
    # Feet and inches.
    Rule(
        re.compile(
            rf"{_NOT_IN_NUMBER}(?P<feet>\d{{1,3}})['’′](?={BLANK}?(?:[x×]|by\b|tall\b|high\b|wide\b|long\b|deep\b|thick\b))"
        ),
        lambda match: _say_feet(match, ""),
    ),
    Rule(
        re.compile(
            rf"{_NOT_IN_NUMBER}(?P<feet>\d{{1,3}}){_FEET}-?{BLANK}?(?P<inches>\d{{1,2}})(?:{_INCHES}|{BLANK}?in\b\.?)"
        ),
        _say_feet,
    ),
    Rule(
        re.compile(
            rf"{_NOT_IN_NUMBER}(?P<feet>\d{{1,3}}){BLANK}?(?:ft\.?|foot|feet),?{BLANK}(?P<inches>\d{{1,2}})(?:{BLANK}?(?:in\b\.?|ins\b\.?|inch(?:es)?\b)|{_INCHES})"
        ),
        _say_feet,
    ),
    Rule(
        re.compile(rf"{_NOT_IN_NUMBER}{_INCH_FIGURE}{_INCHES}(?!\w)"),
        _say_inches,
    ),
    Rule(
        re.compile(
            rf"{_NOT_IN_NUMBER}{_INCH_FIGURE}{BLANK}in\b\.?(?={BLANK}(?:{_WHAT_INCHES_ARE})\b|{BLANK}?[×x]{BLANK}?\d|[);])"
        ),
        _say_inches,
    ),
    Rule(
        re.compile(r"(?<=\d)m(?= (?:people|visitors|tourists|years|bricks|tons|tonnes|acres)\b)"),
        lambda _: "million",
    ),
    # Centuries and eras.
    Rule(
        re.compile(
            rf"\b(?:centur(?:y|ies)|millenni(?:um|a)|c\.){BLANK}(?P<it>BCE|BC|CE|AD|AH)(?!\w)(?!\.\w)"
        ),
        lambda match: ERAS[match["it"]],
    ),
    Rule(re.compile(rf"\d(?:st|nd|rd|th){BLANK}(?P<it>[cC]\.)(?!\w)"), lambda _: "century"),
    Rule(
        re.compile(
            rf"(?<![\w.-])(?P<it>(?P<roman>[IVX]{{1,6}})(?:th|st|nd|rd)?)(?=(?:{BLANK}|-)(?:c\.|centur(?:y|ies)\b))"
        ),
        _say_roman_century,
    ),
    Rule(
        re.compile(rf"\b(?i:scene|chapter|page|p\.){BLANK}(?P<it>[ivx]{{1,7}})(?![\w'’])"), _say_small_roman
    ),
    Rule(
        re.compile(r"(?<![\w.-])WW(?P<it>(?P<roman>I{1,2}))(?!\w)"),
        lambda match: "two" if match["it"] == "II" else "one",
    ),
    # Decades, with what may stand before them.
    Rule(re.compile(rf"(?:(?<!\w)['’]|(?<![\w.,'’])(?<!\w-)|{_AFTER_PREFIX}){_DECADE}"), _say_decade),
    Rule(
        re.compile(rf"(?<![\w.,/-])(?P<it>{_DAYS})(?={BLANK}(?:{_MONTHS})\b)"),
        _say_day,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,/-])(?P<it>{_DAYS}{BLANK}(?P<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
        ),
        _say_day,
    ),
    Rule(
        re.compile(
            rf"\b(?P<month>{_MONTHS}){BLANK}(?P<it>{_DAYS})(?=,{BLANK}\d{{4}}\b|[^\w:.,-]|[.,](?!\d)|$)"
        ),
        _say_day,
    ),
    # Hours, ratios.
    Rule(
        re.compile(
            rf"(?<![\w.,:])(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?{BLANK}?(?P<half>[aApP])\.?[mM]\b\.?(?!\w)"
        ),
        _say_hour,
    ),
    Rule(
        re.compile(rf"\b(?:scale|ratio)(?:{BLANK}(?:of|is|was))?{BLANK}\d{{1,4}}(?P<it>:)\d{{1,6}}(?!\w)"),
        lambda _: " to ",
    ),
    Rule(
        re.compile(
            r"(?<![\w.,:])\d{1,4}(?P<it>:)(?=\d{1,6}[ \u00a0-](?:scale|model|ratio|replica|reconstruction)\b)"
        ),
        lambda _: " to ",
    ),
    Rule(
        re.compile(r"(?<![\w.,:])(?P<hour>1[3-9]|2[0-3]):00(?![\w:])"),
        lambda match: f"{_count(int(match['hour']))} hundred",
    ),
    # 2nd/3rd century; half of the wall; St. for a street.
    Rule(re.compile(r"(?<=\d(?:st|nd|rd|th))/(?=\d{1,2}(?:st|nd|rd|th)\b)"), lambda _: " or "),
    Rule(re.compile(rf"(?<![\w.,/-])(?:1/2|½)(?={BLANK}of\b)"), lambda _: "half"),
    Rule(
        re.compile(rf"[a-z]{BLANK}(?P<it>St\.?)(?=[,;)]|$|\.$|{BLANK}(?:and|in|is|was)\b)"),
        lambda _: "Street",
    ),
)
