"""Spanish: siglo doce, Felipe segundo, Alfonso doce, antes de Cristo."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_LAST_ORDINAL = 10
_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"


def _say_reign(number: int) -> str:
    """Say Felipe segundo, but Alfonso doce; centuries are said the same way."""
    if number <= _LAST_ORDINAL:
        return spell(number, "es", "spellout-ordinal-masculine")
    return spell(number, "es")


def _say_marked(number: int, mark: str) -> str:
    forms = {"ª": "feminine", "a": "feminine", "er": "masculine-adjective"}
    return spell(number, "es", f"spellout-ordinal-{forms.get(mark, 'masculine')}")


def _say_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _say_reign(number) if number else ""


_CENTURY = rf"(?:siglos?|s\.|ss\.){BLANK}"
_RULES = (
    Rule(re.compile(rf"(?<!\w)(?i:{_CENTURY})(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"), _say_century),
    Rule(
        re.compile(
            rf"(?<!\w)(?i:{_CENTURY})[IVX\ue001]{{1,6}}{BLANK}(?:y|al?|o|-){BLANK}?(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"
        ),
        _say_century,
    ),
    Rule(
        re.compile(rf"(?<!\w)(?P<it>ss?\.)(?={BLANK}\ue001)"),
        lambda match: "siglos" if match["it"] == "ss." else "siglo",
    ),
    Rule(re.compile(rf"(?<![\w.,-])(?P<it>1)(?={BLANK}de{BLANK}(?:{_MONTHS})\b)"), lambda _: "primero"),
)


def _unit(one: str, many: str = "", form: str = "masculine") -> Unit:
    return Unit(one, many or f"{one}s", form=form)


MANNER = Manner(
    language="es",
    decimal=",",
    groups=". \u00a0",
    point="coma",
    to="a",
    minus="menos",
    by="por",
    and_sign="y",
    own_rules=_RULES,
    ordinal_mark=r"\.?(?P<mark>º|ª|er|°(?![CF]))(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:capítulo|tomo|volumen|libro|acto|escena|sala|parte|fase|tipo|lámina|figura)",
    eras_after={
        **dict.fromkeys(("a. C.", "a.C.", "a. de C.", "a. J. C.", "a.de C."), "antes de Cristo"),
        **dict.fromkeys(("d. C.", "d.C.", "d. de C.", "d. J. C."), "después de Cristo"),
        **dict.fromkeys(("a. e. c.", "a.e.c.", "AEC"), "antes de la era común"),
        **dict.fromkeys(("e. c.", "e.c.", "EC"), "de la era común"),
        "a. H.": "de la hégira",
    },
    units={
        "mm": _unit("milímetro"),
        "cm": _unit("centímetro"),
        "m": _unit("metro"),
        "km": _unit("kilómetro"),
        "cm²": _unit("centímetro cuadrado", "centímetros cuadrados"),
        "m²": _unit("metro cuadrado", "metros cuadrados"),
        "km²": _unit("kilómetro cuadrado", "kilómetros cuadrados"),
        "m³": _unit("metro cúbico", "metros cúbicos"),
        "ha": _unit("hectárea", form="feminine"),
        "g": _unit("gramo"),
        "kg": _unit("kilogramo"),
        "t": _unit("tonelada", form="feminine"),
        "l": _unit("litro"),
        "km/h": _unit("kilómetro por hora", "kilómetros por hora"),
        "%": _unit("por ciento", "por ciento"),
        "°C": _unit("grado Celsius", "grados Celsius"),
        "°": _unit("grado"),
    },
    magnitudes="mil|millón|millones",
    currencies={
        "€": _unit("euro"),
        "$": _unit("dólar", "dólares"),
        "£": _unit("libra", form="feminine"),
        "₹": _unit("rupia", form="feminine"),
    },
    cents="{amount} {unit} con {cents}",
    fractions={
        "1/2": "medio",
        "1/3": "un tercio",
        "2/3": "dos tercios",
        "1/4": "un cuarto",
        "3/4": "tres cuartos",
        "1/8": "un octavo",
    },
    whole_and_fraction="{whole} y {fraction}",
    time="{hour} y {minute}",
    full_hour="{hour}",
    short={
        "p. ej.": "por ejemplo",
        "etc.": "etcétera",
        "aprox.": "aproximadamente",
        "EE. UU.": "Estados Unidos",
        "EE.UU.": "Estados Unidos",
        "a. C.": "antes de Cristo",
        "d. C.": "después de Cristo",
        "a.C.": "antes de Cristo",
        "d.C.": "después de Cristo",
    },
    short_before_number={
        "n.º": "número",
        "nº": "número",
        "N.º": "número",
        "núm.": "número",
        "c.": "hacia",
        "ca.": "hacia",
        "h.": "hacia",
        "p.": "página",
        "pág.": "página",
        "fig.": "figura",
        "vol.": "volumen",
    },
    short_before_name={
        "Sr.": "Señor",
        "Sra.": "Señora",
        "Srta.": "Señorita",
        "D.": "Don",
        "Dña.": "Doña",
        "Dr.": "Doctor",
        "Dra.": "Doctora",
        "Sta.": "Santa",
        "Sto.": "Santo",
        "S.": "San",
        "Prof.": "Profesor",
        "Ntra.": "Nuestra",
        "Mons.": "Monseñor",
    },
)
