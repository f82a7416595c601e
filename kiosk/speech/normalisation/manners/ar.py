"""Arabic: numbers in words, قبل الميلاد, للهجرة; what is counted stands in the form its number asks for."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell

_FEW = range(3, 11)
# A number with م behind it is a year from here on, and metres below.
_FIRST_YEAR = 300
_HUNDREDS = (
    ("مائة", "مئة"),
    ("مائت", "مئت"),
    ("ثلاثة مئة", "ثلاثمئة"),
    ("أربعة مئة", "أربعمئة"),
    ("خمسة مئة", "خمسمئة"),
    ("ستة مئة", "ستمئة"),
    ("سبعة مئة", "سبعمئة"),
    ("ثمانية مئة", "ثمانمئة"),
    ("تسعة مئة", "تسعمئة"),
)
_TENS = frozenset({"عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"})


def _choose_unit(unit: Unit, number: int, has_decimals: bool) -> str:
    """Return the noun: alone for one, in the plural for 3 to 10, in the accusative above; as in 24.5 متر."""
    last = number % 100
    if has_decimals or number == 1 or (number >= 100 and last == 0):
        return unit.one
    return unit.few or unit.one if last in _FEW else unit.many or unit.one


def _rank(number: int) -> str:
    return spell(number, "ar", "spellout-ordinal-masculine")


def _mend(words: str) -> str:
    """Write the hundreds in one word: CLDR has three words "three" and "hundred"."""
    for written, said in _HUNDREDS:
        words = words.replace(written, said)
    return words


def _say_year(year: int) -> str:
    """Say the tens as after the word for year, which asks for the genitive."""
    words = _mend(spell(year, "ar")).split(" ")
    return " ".join(f"{word[:-2]}ين" if word.removeprefix("و") in _TENS else word for word in words)


def _say_christian_year(match: re.Match[str]) -> str:
    year = int(match["year"])
    return f"{_say_year(year)} ميلادي" if year >= _FIRST_YEAR else ""


_RULES = (
    Rule(re.compile(rf"(?<!\d)(?<!\d[.,/-])(?P<year>\d{{3,4}}){BLANK}?م(?!\w)(?!\.)"), _say_christian_year),
    Rule(
        re.compile(rf"القرن{BLANK}(?P<it>(?:الـ?{BLANK}?)?(?P<number>\d{{1,2}}))(?!\w)"),
        lambda match: _rank(int(match["number"])),
    ),
)


def _unit(one: str, few: str, many: str) -> Unit:
    return Unit(one, many, few)


_METRE = _unit("متر", "أمتار", "متراً")
_KILOMETRE = _unit("كيلومتر", "كيلومترات", "كيلومتراً")
_CENTIMETRE = _unit("سنتيمتر", "سنتيمترات", "سنتيمتراً")
_KILOGRAM = _unit("كيلوغرام", "كيلوغرامات", "كيلوغراماً")
_SQUARE_METRE = _unit("متر مربع", "أمتار مربعة", "متراً مربعاً")
_SQUARE_KILOMETRE = _unit("كيلومتر مربع", "كيلومترات مربعة", "كيلومتراً مربعاً")
_PER_CENT = Unit("بالمئة")
_DEGREE = _unit("درجة", "درجات", "درجة")

MANNER = Manner(
    language="ar",
    decimal=".٫",
    groups=",٬",
    point="فاصلة",
    to="إلى",
    minus="ناقص",
    by="في",
    own_rules=_RULES,
    number_may_follow_letters=True,
    choose_unit=_choose_unit,
    mend=_mend,
    say_year=_say_year,
    say_reign=_rank,
    eras_after={
        "ق.م.": "قبل الميلاد",
        "ق.م": "قبل الميلاد",
        "ق. م.": "قبل الميلاد",
        "ق. م": "قبل الميلاد",
        "ق م": "قبل الميلاد",
        "هـ": "للهجرة",
        "ه": "للهجرة",
    },
    units={
        "مم": Unit("مليمتر"),
        "سم": _CENTIMETRE,
        "م": _METRE,
        "كم": _KILOMETRE,
        "م²": _SQUARE_METRE,
        "كم²": _SQUARE_KILOMETRE,
        "كغ": _KILOGRAM,
        "كجم": _KILOGRAM,
        "cm": _CENTIMETRE,
        "m": _METRE,
        "km": _KILOMETRE,
        "m²": _SQUARE_METRE,
        "km²": _SQUARE_KILOMETRE,
        "kg": _KILOGRAM,
        "%": _PER_CENT,
        "٪": _PER_CENT,
        "°C": Unit("درجة مئوية"),
        "°م": Unit("درجة مئوية"),
        "°": _DEGREE,
    },
    magnitudes="ألف|مليون|مليار",
    currencies={
        "$": _unit("دولار", "دولارات", "دولاراً"),
        "€": Unit("يورو"),
        "£": _unit("جنيه", "جنيهات", "جنيهاً"),
        "₹": _unit("روبية", "روبيات", "روبية"),
    },
    fractions={"1/2": "نصف", "1/3": "ثلث", "2/3": "ثلثان", "1/4": "ربع", "3/4": "ثلاثة أرباع", "1/8": "ثمن"},
    whole_and_fraction="{whole} و{fraction}",
    time="{hour} و{minute} دقيقة",
    full_hour="{hour}",
    short={"إلخ.": "إلى آخره", "إلخ": "إلى آخره"},
    short_before_number={"ص.": "صفحة", "رقم.": "رقم"},
)
