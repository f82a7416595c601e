"""Arabic: قبل الميلاد, للهجرة; what is counted stands in the form its number asks for.

Figures stay figures: a voice reads them well and with all their vowels, while words in plain Arabic letters have none.
What is said in words is written with its vowel signs for the same reason.
"""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_part
from kiosk.speech.normalisation.manner import Fraction, Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell

_FEW = range(3, 11)
# A number with م behind it is a year from here on, and metres below.
_FIRST_YEAR = 300


def _choose_unit(unit: Unit, number: int, has_decimals: bool) -> str:
    """Return the noun: alone for one, in the plural for 3 to 10, in the accusative above; as in 24.5 متر."""
    last = number % 100
    if has_decimals or number == 1 or (number >= 100 and last == 0):
        return unit.one
    return unit.few or unit.one if last in _FEW else unit.many or unit.one


def _rank(number: int) -> str:
    """Return an ordinal; in the oblique case where that is written, as it is mostly said: القرن العشرين."""
    words = spell(number, "ar", "spellout-ordinal-masculine")
    return f"{words.removesuffix('ون')}ين" if words.endswith("ون") else words


def _say_reign(number: int, _before: str) -> str:
    return _rank(number)


def _say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    """Say "متران ونصف": what is counted stands before the fraction."""
    part = _PAIRS.get((fraction.over, fraction.under)) or say_part(_PARTS, fraction, "ar")
    if not part:
        return ""
    if not fraction.whole:
        return f"{part} {unit.one}" if unit else part
    if unit is None:
        return f"{fraction.whole} و{part}"
    counted = _choose_unit(unit, fraction.whole, False)
    if fraction.whole == 1:
        return f"{unit.one} و{part}"
    return (
        f"{unit.two} و{part}" if unit.two and fraction.whole == 2 else f"{fraction.whole} {counted} و{part}"
    )


def _say_date(day: int, month: str, year: str, _before: str) -> str:
    return f"{day} {month} {year}"


def _say_century_era(match: re.Match[str]) -> str:
    return {"م": "المِيلادِيّ", "ه": "الهِجْرِيّ", "ق": "قَبْلَ المِيلاد"}[match["it"][0]]


_PARTS = name_parts("نِصْف/أَنْصاف ثُلُث/أَثْلاث رُبْع/أَرْباع خُمْس/أَخْماس سُدْس/أَسْداس - ثُمْن/أَثْمان - عُشْر/أَعْشار")
_MONTH_NAMES = (
    *(
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
)
_PAIRS = {(2, 3): "ثُلُثان", (3, 4): "ثَلاثةُ أَرْباع"}


def _say_christian_year(match: re.Match[str]) -> str:
    year = int(match["year"])
    return f"{year} مِيلادِيّ" if year >= _FIRST_YEAR else ""


_RULES = (
    Rule(re.compile(rf"(?<!\d)(?<!\d[.,/-])(?P<year>\d{{3,4}}){BLANK}?م(?!\w)(?!\.)"), _say_christian_year),
    Rule(
        re.compile(rf"القرن{BLANK}(?P<it>(?:الـ?{BLANK}?)?(?P<number>\d{{1,2}}))(?!\w)"),
        lambda match: _rank(int(match["number"])),
    ),
    # After a century: القرن 12 م, القرن السابع هـ.
    Rule(
        re.compile(
            rf"القرن{BLANK}(?:\ue001{{1,6}}|[^\W\d]{{3,12}}(?:{BLANK}عشر)?){BLANK}(?P<it>ق\.{BLANK}?م\.?|م|هـ|ه)(?!\w)"
        ),
        _say_century_era,
    ),
    # A year of both calendars: what stands between is said by a pause.
    Rule(re.compile(rf"(?<=ه)(?:ـ)?{BLANK}?(?P<it>/)(?={BLANK}?[\d\ue001])"), lambda _: "،"),
)


def _unit(one: str, few: str, many: str, two: str = "") -> Unit:
    return Unit(one, many, few, two=two)


_METRE = _unit("مِتْر", "أَمْتَار", "مِتْراً", "مِتْران")
_KILOMETRE = _unit("كِيلُومِتْر", "كِيلُومِتْرات", "كِيلُومِتْراً", "كِيلُومِتْران")
_CENTIMETRE = _unit("سِنْتِيمِتْر", "سِنْتِيمِتْرات", "سِنْتِيمِتْراً", "سِنْتِيمِتْران")
_KILOGRAM = _unit("كِيلُوغْرام", "كِيلُوغْرامات", "كِيلُوغْراماً", "كِيلُوغْرامان")
_SQUARE_METRE = _unit("مِتْر مُرَبَّع", "أَمْتَار مُرَبَّعة", "مِتْراً مُرَبَّعاً")
_SQUARE_KILOMETRE = _unit("كِيلُومِتْر مُرَبَّع", "كِيلُومِتْرات مُرَبَّعة", "كِيلُومِتْراً مُرَبَّعاً")
_PER_CENT = Unit("بِالمِئَة")
_DEGREE = _unit("دَرَجة", "دَرَجَات", "دَرَجة", "دَرَجَتان")

MANNER = Manner(
    language="ar",
    decimal=".٫",
    groups=",٬",
    point="فاصلة",
    to="إلى",
    minus="ناقص",
    by="في",
    own_rules=_RULES,
    months=_MONTH_NAMES,
    say_date=_say_date,
    number_may_follow_letters=True,
    choose_unit=_choose_unit,
    leaves_figures=True,
    say_reign=_say_reign,
    eras_after={
        "ق.م.": "قَبْلَ المِيلاد",
        "ق.م": "قَبْلَ المِيلاد",
        "ق. م.": "قَبْلَ المِيلاد",
        "ق. م": "قَبْلَ المِيلاد",
        "ق م": "قَبْلَ المِيلاد",
        "هـ": "لِلْهِجْرَة",
        "ه": "لِلْهِجْرَة",
    },
    units={
        "مم": Unit("مِلِّيمِتْر"),
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
        "بوصة": _unit("بوصة", "بوصات", "بوصة", "بوصتان"),
        "بوصات": _unit("بوصة", "بوصات", "بوصة", "بوصتان"),
        "قدم": _unit("قدم", "أقدام", "قدماً", "قدمان"),
        "ميل": _unit("ميل", "أميال", "ميلاً", "ميلان"),
        "ساعة": _unit("ساعة", "ساعات", "ساعة", "ساعتان"),
        "سنة": _unit("سنة", "سنوات", "سنة", "سنتان"),
        "متر": _METRE,
        "طن": _unit("طُنّ", "أَطْنان", "طُنّاً", "طُنّان"),
        "كم/س": Unit("كِيلُومِتْر في السّاعة"),
        "كم/ساعة": Unit("كِيلُومِتْر في السّاعة"),
        "%": _PER_CENT,
        "٪": _PER_CENT,
        "°C": Unit("دَرَجة مِئَوِيّة"),
        "°م": Unit("دَرَجة مِئَوِيّة"),
        "°": _DEGREE,
    },
    magnitudes={
        "ألف": Unit("ألف", "ألف", form=""),
        **dict.fromkeys(("مليون", "ملايين"), Unit("مليون", "مليون", "ملايين", form="")),
        **dict.fromkeys(("مليار", "مليارات"), Unit("مليار", "مليار", "مليارات", form="")),
    },
    currencies={
        "$": _unit("دُولار", "دُولارات", "دُولاراً"),
        "€": Unit("يُورُو"),
        "£": _unit("جُنَيْه", "جُنَيْهات", "جُنَيْهاً"),
        "₹": _unit("رُوبِيّة", "رُوبِيّات", "رُوبِيّة"),
    },
    say_fraction=_say_fraction,
    telephone="هاتف|الهاتف|تلفون|تليفون|جوال|فاكس|tel",
    plus="زائد",
    time="{hour} و{minute} دقيقة",
    full_hour="{hour}",
    short={"إلخ.": "إلى آخره", "إلخ": "إلى آخره", "د.": "دكتور", "ق.م.": "قَبْلَ المِيلاد", "ق.م": "قَبْلَ المِيلاد"},
    short_before_number={"ص.": "صفحة", "ص": "صفحة", "رقم.": "رقم", "~": "حوالي", "≈": "حوالي"},
)
