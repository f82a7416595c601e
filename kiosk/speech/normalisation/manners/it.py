"""Italian: dodicesimo secolo, Luigi quattordicesimo, avanti Cristo."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman


def _rank(number: int, form: str = "masculine") -> str:
    return spell(number, "it", f"spellout-ordinal-{form}")


def _say_marked(number: int, mark: str) -> str:
    return _rank(number, "feminine" if mark == "ª" else "masculine")


def _say_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _rank(number) if number else ""


_CENTURY = r"(?i:secol[oi]|sec\.|millennio)"
_RULES = (
    Rule(re.compile(rf"(?<!\w)(?P<it>(?P<roman>[IVX]{{1,6}}))(?={BLANK}{_CENTURY}(?!\w))"), _say_century),
    Rule(
        re.compile(rf"(?<!\w)(?P<it>(?P<roman>[IVX]{{1,6}}))(?=-\ue001{{1,6}}{BLANK}{_CENTURY}(?!\w))"),
        _say_century,
    ),
    Rule(re.compile(rf"(?<!\w){_CENTURY}{BLANK}(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"), _say_century),
    Rule(re.compile(rf"(?<!\w)sec\.(?={BLANK}\ue001)"), lambda _: "secolo"),
    Rule(re.compile(r"(?<=\ue001[ \u00a0])sec\."), lambda _: "secolo"),
    Rule(re.compile(r"(?<!\w)S\.(?=[ \u00a0][A-ZÀ-Ý][^\W\d_]{1,30}a\b)"), lambda _: "Santa"),
)


def _unit(one: str, many: str, form: str = "masculine") -> Unit:
    return Unit(one, many, form=form)


MANNER = Manner(
    language="it",
    decimal=",",
    groups=". \u00a0",
    point="virgola",
    to="a",
    minus="meno",
    by="per",
    and_sign="e",
    own_rules=_RULES,
    ordinal_mark=r"(?P<mark>º|ª|°(?![CF]))(?!\w)",
    say_marked=_say_marked,
    say_reign=_rank,
    counted="(?i:capitolo|tomo|volume|libro|atto|scena|sala|parte|fase|tipo|tavola|figura)",
    eras_before={"a.C.": "avanti Cristo", "d.C.": "dopo Cristo"},
    eras_after={
        **dict.fromkeys(("a.C.", "a. C.", "a.e.v."), "avanti Cristo"),
        **dict.fromkeys(("d.C.", "d. C.", "e.v."), "dopo Cristo"),
        "dell'Egira": "dell'Egira",
    },
    units={
        "mm": _unit("millimetro", "millimetri"),
        "cm": _unit("centimetro", "centimetri"),
        "m": _unit("metro", "metri"),
        "km": _unit("chilometro", "chilometri"),
        "cm²": _unit("centimetro quadrato", "centimetri quadrati"),
        "m²": _unit("metro quadrato", "metri quadrati"),
        "mq": _unit("metro quadrato", "metri quadrati"),
        "km²": _unit("chilometro quadrato", "chilometri quadrati"),
        "m³": _unit("metro cubo", "metri cubi"),
        "ha": _unit("ettaro", "ettari"),
        "g": _unit("grammo", "grammi"),
        "kg": _unit("chilogrammo", "chilogrammi"),
        "t": _unit("tonnellata", "tonnellate", "feminine"),
        "l": _unit("litro", "litri"),
        "km/h": _unit("chilometro all'ora", "chilometri all'ora"),
        "%": _unit("per cento", "per cento"),
        "°C": _unit("grado Celsius", "gradi Celsius"),
        "°": _unit("grado", "gradi"),
    },
    magnitudes="mila|milione|milioni|miliardo|miliardi",
    currencies={
        "€": _unit("euro", "euro"),
        "$": _unit("dollaro", "dollari"),
        "£": _unit("sterlina", "sterline", "feminine"),
        "₹": _unit("rupia", "rupie", "feminine"),
    },
    cents="{amount} {unit} e {cents}",
    fractions={
        "1/2": "mezzo",
        "1/3": "un terzo",
        "2/3": "due terzi",
        "1/4": "un quarto",
        "3/4": "tre quarti",
        "1/8": "un ottavo",
    },
    whole_and_fraction="{whole} e {fraction}",
    time="{hour} e {minute}",
    full_hour="{hour}",
    short={
        "ecc.": "eccetera",
        "es.": "esempio",
        "a.C.": "avanti Cristo",
        "d.C.": "dopo Cristo",
    },
    short_before_number={
        "n.": "numero",
        "n°": "numero",
        "nº": "numero",
        "c.": "circa",
        "ca.": "circa",
        "ca": "circa",
        "p.": "pagina",
        "pp.": "pagine",
        "fig.": "figura",
        "vol.": "volume",
    },
    short_before_name={
        "S.": "San",
        "Ss.": "Santi",
        "SS.": "Santi",
        "Sig.": "Signor",
        "sig.": "signor",
        "Dott.": "Dottor",
        "dott.": "dottor",
        "Prof.": "Professor",
        "prof.": "professor",
        "ing.": "ingegner",
        "arch.": "architetto",
    },
)
