"""English: thirteen sixty-eight, the twelfth century, Louis the fourteenth, seventy-nine A.D.."""

from __future__ import annotations

import re

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule, Unit, name_nouns
from kiosk.speech.normalisation.manners.en_figures import ERAS, PREFIXES, RULES, say_fraction
from kiosk.speech.normalisation.number_words import spell

_AFTER_YEAR_WORDS = re.compile(
    r"\b(?:in|of|by|since|from|until|till|before|after|circa|early|mid|late|year|years|and|to)[ \u00a0]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[ \u00a0](?!(?:is|was|has|its|this|as|does|perhaps)\b)[a-z]{1,20}s\b")


def _unit(one: str, many: str = "") -> Unit:
    return Unit(one, many or f"{one}s", form="")


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


def _say_reign(number: int, _before: str) -> str:
    return f"the {_say_marked(number, '')}"


def _say_short_sum(match: re.Match[str]) -> str:
    """Say £1m, $3.5bn, ₹50k."""
    figure = figures.read(MANNER, match["amount"])
    return f"{figures.say(MANNER, figure)} {_POWERS[match['power']]} {_CURRENCIES[match['sign']].many}"


_SHORT_SUM = Rule(
    re.compile(r"(?P<sign>[$£€₹])(?P<amount>\d{1,6}(?:\.\d{1,3})?)(?P<power>m|mn|bn|k)(?!\w)"), _say_short_sum
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
    own_rules=(_SHORT_SUM, *RULES),
    prefixes=PREFIXES,
    ordinal="spellout-ordinal",
    say_year=_say_year,
    is_quantity=_is_quantity,
    ordinal_mark=r"(?P<mark>st|nd|rd|th)\b",
    say_marked=_say_marked,
    say_reign=_say_reign,
    reign_link="and|&|or",
    counted="(?i:chapter|part|volume|vol\\.|book|act|scene|world war|phase|type|class|plate|figure|table|room|gallery|hall|gate|level)",
    eras_before=dict.fromkeys(("AD", "A.D."), "A.D.")
    | dict.fromkeys(("AH", "A.H."), "A.H.")
    | {"CE": "C.E.", "BC": "B.C."},
    says_era_last=True,
    eras_after=ERAS | {f"{'.'.join(era)}.": said for era, said in ERAS.items()},
    units={
        "mm": _unit("millimetre"),
        "cm": _unit("centimetre"),
        "m": _unit("metre"),
        "km": _unit("kilometre"),
        "mm²": _unit("square millimetre"),
        "cm²": _unit("square centimetre"),
        **dict.fromkeys(("m²", "m2", "sq m", "sq. m", "sq. m."), _unit("square metre")),
        **dict.fromkeys(("km²", "km2", "sq km", "sq. km", "sq. km."), _unit("square kilometre")),
        **dict.fromkeys(("m³", "m3", "cu m", "cu. m"), _unit("cubic metre")),
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
        **dict.fromkeys(("ft", "ft."), _unit("foot", "feet")),
        **dict.fromkeys(("sq ft", "sq. ft", "sq. ft.", "ft²", "ft2"), _unit("square foot", "square feet")),
        **dict.fromkeys(("cu ft", "cu. ft", "cu. ft.", "ft³"), _unit("cubic foot", "cubic feet")),
        **dict.fromkeys(("sq mi", "sq. mi.", "mi²"), _unit("square mile")),
        **dict.fromkeys(("yd", "yds"), _unit("yard")),
        "mi": _unit("mile"),
        **dict.fromkeys(("lb", "lbs", "lb.", "lbs."), _unit("pound")),
        **dict.fromkeys(("oz", "oz."), _unit("ounce")),
        "cwt": _unit("hundredweight", "hundredweight"),
        **dict.fromkeys(("gal", "gals"), _unit("gallon")),
        "hp": _unit("horsepower", "horsepower"),
        **dict.fromkeys(("kn", "kt"), _unit("knot")),
        **dict.fromkeys(("pdr", "-pdr"), _unit("pounder")),
        "kW": _unit("kilowatt"),
        "MW": _unit("megawatt"),
        "V": _unit("volt"),
        **dict.fromkeys(("hr", "hrs", "hr.", "hrs."), _unit("hour")),
        **dict.fromkeys(("min", "mins", "min.", "mins."), _unit("minute")),
        **dict.fromkeys(("sec", "secs", "sec.", "secs."), _unit("second")),
        **dict.fromkeys(("yr", "yrs", "yrs."), _unit("year")),
        "kya": _unit("thousand years ago", "thousand years ago"),
        "mya": _unit("million years ago", "million years ago"),
        "BP": _unit("years before present", "years before present"),
        **name_nouns(
            "inch/inches foot/feet yard/yards mile/miles acre/acres pound/pounds ounce/ounces pint/pints gallon/gallons"
            " ton/tons tonne/tonnes league/leagues furlong/furlongs fathom/fathoms cubit/cubits hour/hours minute/minutes"
            " metre/metres meter/meters centimetre/centimetres centimeter/centimeters millimetre/millimetres"
            " kilometre/kilometres kilometer/kilometers hectare/hectares litre/litres liter/liters gram/grams"
            " kilogram/kilograms kilo/kilos",
            form="",
        ),
        "%": _unit("per cent", "per cent"),
        "‰": _unit("per mille", "per mille"),
        "°C": _unit("degree Celsius", "degrees Celsius"),
        "°F": _unit("degree Fahrenheit", "degrees Fahrenheit"),
        "° C": _unit("degree Celsius", "degrees Celsius"),
        "° F": _unit("degree Fahrenheit", "degrees Fahrenheit"),
        "°": _unit("degree"),
        **{
            sign.format(side[0].upper()): _unit(f"degree {side}", f"degrees {side}")
            for side in ("north", "south", "east", "west")
            for sign in ("°{}", "° {}")
        },
    },
    magnitudes={
        **{
            word: Unit(word, form="")
            for word in ("thousand", "million", "billion", "trillion", "crore", "lakh")
        },
        **dict.fromkeys(("mn",), Unit("million", form="")),
        "bn": Unit("billion", form=""),
    },
    currencies=_CURRENCIES,
    cents="{amount} {unit} {cents}",
    say_fraction=say_fraction,
    fraction_of="of",
    telephone="telephone|tel|phone|ph|call|ring|fax|mobile|mob|whatsapp|text",
    plus="plus",
    time="{hour} {minute}",
    full_hour="{hour} o'clock",
    short={
        "e.g.": "for example",
        "i.e.": "that is",
        "Tel.": "telephone",
        "etc.": "et cetera",
        "&c.": "et cetera",
        "viz.": "namely",
        "cf.": "compare",
        "et al.": "and others",
        "Jr.": "Junior",
        "Sr.": "Senior",
        "Bros.": "Brothers",
        "WW": "World War",
        "approx.": "approximately",
        "vs.": "versus",
        "vs": "versus",
    },
    short_before_number={
        "c.": "around",
        "ca.": "around",
        "ca": "around",
        "~": "about",
        "≈": "about",
        "±": "plus or minus",
        ">": "more than",
        "<": "less than",
        "#": "number",
        "No": "number",
        "Ch.": "chapter",
        "ch.": "chapter",
        "Pl.": "plate",
        "pl.": "plate",
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
        "Lt.-Col.": "Lieutenant Colonel",
        "Lt-Col.": "Lieutenant Colonel",
        "Messrs": "Messers",
        "Messrs.": "Messers",
        "Revd": "Reverend",
    },
)
