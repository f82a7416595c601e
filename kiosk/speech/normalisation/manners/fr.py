"""French: douzième siècle, Louis quatorze, François premier, avant Jésus-Christ."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_FEMININE_MARKS = ("re", "ère")


def _rank(number: int, form: str = "masculine") -> str:
    return spell(number, "fr", f"spellout-ordinal-{form}")


def _say_marked(number: int, mark: str) -> str:
    return _rank(number, "feminine" if mark in _FEMININE_MARKS else "masculine")


def _say_reign(number: int) -> str:
    return "premier" if number == 1 else spell(number, "fr")


def _say_roman_rank(match: re.Match[str]) -> str:
    """Say XIIe as douzième, wherever it stands; Ier and Ire too, but Le and Ce are words."""
    number = parse_roman(match["roman"])
    return _say_marked(number, match["mark"]) if number else ""


def _say_first_of_month(match: re.Match[str]) -> str:
    del match
    return "premier"


def _say_hour(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    minute = spell(int(match["minute"]), "fr") if int(match["minute"] or 0) else ""
    words = spell(hour, "fr", "spellout-cardinal-feminine")
    return " ".join(filter(None, (words, "heure" if hour < 2 else "heures", minute)))


_RULES = (
    Rule(
        re.compile(r"(?<!\w)(?P<roman>[IVX]{1,7})(?P<mark>er|re|ère|ème|e|ᵉ|ᵉʳ)(?!\w)"),
        _say_roman_rank,
    ),
    Rule(re.compile(rf"(?<![\w.,-])(?P<it>1)(?={BLANK}(?:{_MONTHS})\b)"), _say_first_of_month),
    Rule(
        re.compile(rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3]){BLANK}?h{BLANK}?(?P<minute>[0-5]\d)?(?!\w)"),
        _say_hour,
    ),
)


def _choose_unit(unit: Unit, number: int, has_decimals: bool) -> str:
    del has_decimals
    return unit.one if number < 2 else unit.many or unit.one


def _unit(one: str, many: str = "", form: str = "masculine") -> Unit:
    return Unit(one, many or f"{one}s", form=form)


MANNER = Manner(
    language="fr",
    decimal=",",
    groups="\u00a0 .",
    point="virgule",
    to="à",
    minus="moins",
    by="sur",
    and_sign="et",
    own_rules=_RULES,
    choose_unit=_choose_unit,
    ordinal_mark=r"(?P<mark>er|re|ère|ème|e|ᵉ)(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:chapitre|tome|volume|livre|acte|scène|salle|partie|phase|type|planche|figure)",
    eras_before={"apr. J.-C.": "après Jésus-Christ", "av. J.-C.": "avant Jésus-Christ"},
    eras_after={
        **dict.fromkeys(("av. J.-C.", "av. J.C.", "avant J.-C.", "av. J-C"), "avant Jésus-Christ"),
        **dict.fromkeys(
            ("apr. J.-C.", "ap. J.-C.", "ap. J.C.", "après J.-C.", "ap. J-C"), "après Jésus-Christ"
        ),
        "AEC": "avant l'ère commune",
        "EC": "de l'ère commune",
    },
    units={
        "mm": _unit("millimètre"),
        "cm": _unit("centimètre"),
        "m": _unit("mètre"),
        "km": _unit("kilomètre"),
        "cm²": _unit("centimètre carré", "centimètres carrés"),
        "m²": _unit("mètre carré", "mètres carrés"),
        "km²": _unit("kilomètre carré", "kilomètres carrés"),
        "m³": _unit("mètre cube", "mètres cubes"),
        "ha": _unit("hectare"),
        "g": _unit("gramme"),
        "kg": _unit("kilogramme"),
        "t": _unit("tonne", form="feminine"),
        "l": _unit("litre"),
        "L": _unit("litre"),
        "km/h": _unit("kilomètre à l'heure", "kilomètres à l'heure"),
        "%": _unit("pour cent", "pour cent"),
        "°C": _unit("degré Celsius", "degrés Celsius"),
        "°": _unit("degré"),
    },
    magnitudes="mille|millions?|milliards?",
    currencies={
        "€": _unit("euro"),
        "$": _unit("dollar"),
        "£": _unit("livre", form="feminine"),
        "₹": _unit("roupie", form="feminine"),
        "F": _unit("franc"),
    },
    cents="{amount} {unit} {cents}",
    fractions={
        "1/2": "un demi",
        "1/3": "un tiers",
        "2/3": "deux tiers",
        "1/4": "un quart",
        "3/4": "trois quarts",
        "1/8": "un huitième",
    },
    whole_and_fraction="{whole} et {fraction}",
    time="{hour} heures {minute}",
    full_hour="{hour} heures",
    short={
        "etc.": "et cetera",
        "p. ex.": "par exemple",
        "c.-à-d.": "c'est-à-dire",
        "env.": "environ",
        "av. J.-C.": "avant Jésus-Christ",
        "apr. J.-C.": "après Jésus-Christ",
        "J.-C.": "Jésus-Christ",
    },
    short_before_number={
        "n°": "numéro",
        "N°": "numéro",
        "nᵒ": "numéro",
        "no": "numéro",
        "c.": "vers",
        "ca": "vers",
        "p.": "page",
        "pp.": "pages",
        "fig.": "figure",
        "vol.": "volume",
    },
    short_before_name={
        "M.": "Monsieur",
        "MM.": "Messieurs",
        "Mme": "Madame",
        "Mlle": "Mademoiselle",
        "Dr": "Docteur",
        "Pr": "Professeur",
        "St": "Saint",
        "Ste": "Sainte",
        "Mgr": "Monseigneur",
    },
)
