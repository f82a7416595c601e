"""English: thirteen sixty-eight, the twelfth century, Louis the fourteenth, seventy-nine A.D.."""

from __future__ import annotations

import re

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_AFTER_YEAR_WORDS = re.compile(
    r"\b(?:in|of|by|since|from|until|till|before|after|circa|early|mid|late|year|years|and|to)[ \u00a0]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[ \u00a0](?!(?:is|was|has|its|this|as|does|perhaps)\b)[a-z]{1,20}s\b")
_CENTURY = 100


def _unit(one: str, many: str = "") -> Unit:
    return Unit(one, many or f"{one}s", form="")


_ERAS = {"BC": "B.C.", "BCE": "B.C.E.", "CE": "C.E.", "AD": "A.D.", "AH": "A.H."}
_POWERS = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand"}
_CURRENCIES = {
    "$": _unit("dollar"),
    "US$": _unit("dollar"),
    "£": _unit("pound"),
    "€": _unit("euro"),
    "₹": _unit("rupee"),
    "Rs": _unit("rupee"),
    "Rs.": _unit("rupee"),
    "¥": _unit("yen", "yen"),
}


def _say_year(year: int) -> str:
    if year < 1000 or 2000 <= year < 2010:
        return spell(year, "en")
    return spell(year, "en", "spellout-numbering-year").replace("oh-", "oh ")


def _is_quantity(match: re.Match[str]) -> bool:
    """Tell "1368 steps" from "in 1368 stones fell": by what follows, and a word before it that years have."""
    before = match.string[max(0, match.start() - 10) : match.start()]
    after = match.string[match.end() : match.end() + 30]
    return bool(_COUNTED.match(after)) and not _AFTER_YEAR_WORDS.search(before)


def _say_marked(number: int, _mark: str) -> str:
    return spell(number, "en", "spellout-ordinal")


def _say_reign(number: int) -> str:
    return f"the {_say_marked(number, '')}"


def _say_decade(match: re.Match[str]) -> str:
    """Say 1960s, 1900s, '60s."""
    year = int(match["year"])
    if year < _CENTURY:
        return _many(spell(year, "en"))
    hundreds, rest = divmod(year, _CENTURY)
    if rest:
        return f"{spell(hundreds, 'en')} {_many(spell(rest, 'en'))}"
    return _many(spell(year, "en")) if hundreds % 10 == 0 else f"{spell(hundreds, 'en')} hundreds"


def _many(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _say_day(match: re.Match[str]) -> str:
    """Say "the twelfth of" before a month, "twelfth" after it."""
    day = _say_marked(int(match["day"]), "")
    return day if match["month"] else f"the {day} of"


def _say_hour(match: re.Match[str]) -> str:
    half = "a.m." if match["half"].lower() == "a" else "p.m."
    minute = match["minute"] or ""
    words = spell(int(minute), "en") if int(minute or 0) else ""
    if words and minute.startswith("0"):
        words = f"oh {words}"
    return " ".join(filter(None, (spell(int(match["hour"]), "en"), words, half)))


def _say_short_sum(match: re.Match[str]) -> str:
    """Say £1m, $3.5bn, ₹50k."""
    figure = figures.read(MANNER, match["amount"])
    return f"{figures.say(MANNER, figure)} {_POWERS[match['power']]} {_CURRENCIES[match['sign']].many}"


_RULES = (
    Rule(
        re.compile(r"(?P<sign>[$£€₹])(?P<amount>\d{1,6}(?:\.\d{1,3})?)(?P<power>m|mn|bn|k)(?!\w)"),
        _say_short_sum,
    ),
    Rule(
        re.compile(
            rf"\b(?:centur(?:y|ies)|millenni(?:um|a)|c\.){BLANK}(?P<it>BCE|BC|CE|AD|AH)(?!\w)(?!\.\w)"
        ),
        lambda match: _ERAS[match["it"]],
    ),
    Rule(re.compile(rf"\d(?:st|nd|rd|th){BLANK}(?P<it>c\.)(?!\w)"), lambda _: "century"),
    Rule(
        re.compile(r"(?:(?<!\w)['’]|(?<![\w.,'’])(?<!\w-))(?P<year>\d{2}0|[1-9]0|[12]\d\d0)['’´`]?s\b"),
        _say_decade,
    ),
    Rule(
        re.compile(rf"(?<![\w.,-])(?P<it>(?P<day>[12]?\d|3[01]))(?={BLANK}(?:{_MONTHS})\b)(?P<month>)"),
        _say_day,
    ),
    Rule(
        re.compile(
            rf"\b(?P<month>{_MONTHS}){BLANK}(?P<it>(?P<day>[12]?\d|3[01]))(?=,{BLANK}\d{{4}}\b|[^\w:.,-]|[.,](?!\d)|$)"
        ),
        _say_day,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,:])(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?{BLANK}?(?P<half>[aApP])\.?[mM]\b\.?(?!\w)"
        ),
        _say_hour,
    ),
    Rule(
        re.compile(r"(?<![\w.,:])(?P<hour>1[3-9]|2[0-3]):00(?![\w:])"),
        lambda match: f"{spell(int(match['hour']), 'en')} hundred",
    ),
)

MANNER = Manner(
    language="en",
    decimal=".",
    groups=", \u00a0",
    point="point",
    says_decimals_by_digit=True,
    to="to",
    minus="minus",
    by="by",
    and_sign="and",
    own_rules=_RULES,
    ordinal="spellout-ordinal",
    say_year=_say_year,
    is_quantity=_is_quantity,
    ordinal_mark=r"(?P<mark>st|nd|rd|th)\b",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:chapter|part|volume|vol\\.|book|act|scene|world war|phase|type|class|plate|figure|table|room|gallery|hall|gate|level)",
    eras_before=dict.fromkeys(("AD", "A.D."), "A.D.")
    | dict.fromkeys(("AH", "A.H."), "A.H.")
    | {"CE": "C.E."},
    says_era_last=True,
    eras_after=_ERAS | {f"{'.'.join(era)}.": said for era, said in _ERAS.items()},
    units={
        "mm": _unit("millimetre"),
        "cm": _unit("centimetre"),
        "m": _unit("metre"),
        "km": _unit("kilometre"),
        "mm²": _unit("square millimetre"),
        "cm²": _unit("square centimetre"),
        "m²": _unit("square metre"),
        "km²": _unit("square kilometre"),
        "sq m": _unit("square metre"),
        "sq km": _unit("square kilometre"),
        "m³": _unit("cubic metre"),
        "ha": _unit("hectare"),
        "g": _unit("gram"),
        "kg": _unit("kilogram"),
        **dict.fromkeys(("kms", "Km"), _unit("kilometre")),
        **dict.fromkeys(("kgs", "Kg"), _unit("kilogram")),
        "t": _unit("tonne"),
        "l": _unit("litre"),
        "L": _unit("litre"),
        "ml": _unit("millilitre"),
        "km/h": _unit("kilometre an hour", "kilometres an hour"),
        "km/s": _unit("kilometre a second", "kilometres a second"),
        "mph": _unit("mile an hour", "miles an hour"),
        "ft": _unit("foot", "feet"),
        "yd": _unit("yard"),
        "mi": _unit("mile"),
        "lb": _unit("pound"),
        "oz": _unit("ounce", "ounces"),
        "%": _unit("per cent", "per cent"),
        "‰": _unit("per mille", "per mille"),
        "°C": _unit("degree Celsius", "degrees Celsius"),
        "°F": _unit("degree Fahrenheit", "degrees Fahrenheit"),
        "° C": _unit("degree Celsius", "degrees Celsius"),
        "° F": _unit("degree Fahrenheit", "degrees Fahrenheit"),
        "°": _unit("degree"),
    },
    magnitudes="thousand|million|billion|crore|lakh",
    currencies=_CURRENCIES,
    cents="{amount} {unit} {cents}",
    fractions={
        "1/2": "a half",
        "1/3": "a third",
        "2/3": "two thirds",
        "1/4": "a quarter",
        "3/4": "three quarters",
        "1/8": "an eighth",
    },
    whole_and_fraction="{whole} and {fraction}",
    time="{hour} {minute}",
    full_hour="{hour} o'clock",
    short={
        "e.g.": "for example",
        "i.e.": "that is",
        "etc.": "et cetera",
        "approx.": "approximately",
        "vs.": "versus",
        "vs": "versus",
    },
    short_before_number={
        "c.": "around",
        "ca.": "around",
        "No.": "number",
        "no.": "number",
        "Nos.": "numbers",
        "nos.": "numbers",
        "p.": "page",
        "pp.": "pages",
        "Op.": "opus",
        "op.": "opus",
        "Jan.": "January",
        "Feb.": "February",
        "Apr.": "April",
        "Aug.": "August",
        "Sept.": "September",
        "Oct.": "October",
        "Nov.": "November",
        "Dec.": "December",
        "vol.": "volume",
        "Vol.": "volume",
        "fig.": "figure",
        "Fig.": "figure",
        "b.": "born",
        "d.": "died",
        "r.": "ruled",
        "fl.": "flourished",
    },
    short_before_name={
        "St": "Saint",
        "St.": "Saint",
        "Sts": "Saints",
        "Mt": "Mount",
        "Mt.": "Mount",
        "Ft": "Fort",
        "Ft.": "Fort",
        "Dr": "Doctor",
        "Dr.": "Doctor",
        "Mr": "Mister",
        "Mr.": "Mister",
        "Mrs": "Missis",
        "Mrs.": "Missis",
        "Ms": "Miz",
        "Ms.": "Miz",
        "Prof": "Professor",
        "Prof.": "Professor",
        "Sgt": "Sergeant",
        "Capt.": "Captain",
        "Col.": "Colonel",
        "Gen.": "General",
        "Lt": "Lieutenant",
        "Lt.": "Lieutenant",
        "Maj.": "Major",
        "Rev.": "Reverend",
        "Hon.": "Honourable",
    },
)
