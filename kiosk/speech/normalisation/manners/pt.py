"""Portuguese: século doze, Dom João sexto, Luís catorze, antes de Cristo."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_LAST_ORDINAL = 10
_MONTHS = "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"


def _say_reign(number: int) -> str:
    """Say João sexto, but Luís catorze; centuries are said the same way."""
    if number <= _LAST_ORDINAL:
        return spell(number, "pt", "spellout-ordinal-masculine")
    return spell(number, "pt")


def _say_marked(number: int, mark: str) -> str:
    return spell(number, "pt", f"spellout-ordinal-{'feminine' if mark in 'ªa' else 'masculine'}")


def _say_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _say_reign(number) if number else ""


def _say_hour(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    words = f"{spell(hour, 'pt', 'spellout-cardinal-feminine')} {'hora' if hour == 1 else 'horas'}"
    return f"{words} e {spell(int(match['minute']), 'pt')}" if int(match["minute"] or 0) else words


_CENTURY = rf"(?i:séculos?|séc\.|sécs\.){BLANK}"
_RULES = (
    Rule(re.compile(rf"(?<!\w){_CENTURY}(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"), _say_century),
    Rule(
        re.compile(
            rf"(?<!\w){_CENTURY}[IVX\ue001]{{1,6}}{BLANK}(?:e|ao?|ou|-){BLANK}?(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"
        ),
        _say_century,
    ),
    Rule(
        re.compile(rf"(?<!\w)(?P<it>sécs?\.)(?={BLANK}\ue001)"),
        lambda match: "séculos" if "s." in match["it"][2:] else "século",
    ),
    Rule(re.compile(rf"(?<![\w.,-])(?P<it>1)(?={BLANK}de{BLANK}(?:{_MONTHS})\b)"), lambda _: "primeiro"),
    Rule(re.compile(rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3]){BLANK}?h(?P<minute>[0-5]\d)?(?!\w)"), _say_hour),
    Rule(re.compile(r"(?<!\w)S\.(?=[ \u00a0][AEIOUÁÉÍÓÚÂÊÔ])"), lambda _: "Santo"),
)


def _unit(one: str, many: str = "", form: str = "masculine") -> Unit:
    return Unit(one, many or f"{one}s", form=form)


MANNER = Manner(
    language="pt",
    decimal=",",
    groups=". \u00a0",
    point="vírgula",
    to="a",
    minus="menos",
    by="por",
    and_sign="e",
    own_rules=_RULES,
    ordinal_mark=r"\.?(?P<mark>º|ª|°(?![CF]))(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:capítulo|tomo|volume|livro|ato|acto|cena|sala|parte|fase|tipo|figura)",
    eras_after={
        **dict.fromkeys(("a.C.", "a. C.", "AEC"), "antes de Cristo"),
        **dict.fromkeys(("d.C.", "d. C.", "EC"), "depois de Cristo"),
    },
    units={
        "mm": _unit("milímetro"),
        "cm": _unit("centímetro"),
        "m": _unit("metro"),
        "km": _unit("quilômetro"),
        "cm²": _unit("centímetro quadrado", "centímetros quadrados"),
        "m²": _unit("metro quadrado", "metros quadrados"),
        "km²": _unit("quilômetro quadrado", "quilômetros quadrados"),
        "m³": _unit("metro cúbico", "metros cúbicos"),
        "ha": _unit("hectare"),
        "g": _unit("grama"),
        "kg": _unit("quilograma"),
        "t": _unit("tonelada", form="feminine"),
        "l": _unit("litro"),
        "km/h": _unit("quilômetro por hora", "quilômetros por hora"),
        "%": _unit("por cento", "por cento"),
        "°C": _unit("grau Celsius", "graus Celsius"),
        "°": _unit("grau"),
    },
    magnitudes="mil|milhão|milhões|bilhão|bilhões",
    currencies={
        "R$": _unit("real", "reais"),
        "€": _unit("euro"),
        "$": _unit("dólar", "dólares"),
        "£": _unit("libra", form="feminine"),
        "₹": _unit("rupia", form="feminine"),
    },
    cents="{amount} {unit} e {cents}",
    fractions={
        "1/2": "meio",
        "1/3": "um terço",
        "2/3": "dois terços",
        "1/4": "um quarto",
        "3/4": "três quartos",
        "1/8": "um oitavo",
    },
    whole_and_fraction="{whole} e {fraction}",
    time="{hour} e {minute}",
    full_hour="{hour} horas",
    short={
        "p. ex.": "por exemplo",
        "etc.": "et cetera",
        "aprox.": "aproximadamente",
        "a.C.": "antes de Cristo",
        "d.C.": "depois de Cristo",
        "EUA": "Estados Unidos",
    },
    short_before_number={
        "n.º": "número",
        "nº": "número",
        "n.": "número",
        "c.": "cerca de",
        "ca.": "cerca de",
        "p.": "página",
        "pág.": "página",
        "fig.": "figura",
        "vol.": "volume",
    },
    short_before_name={
        "Sr.": "Senhor",
        "Sra.": "Senhora",
        "D.": "Dom",
        "Dr.": "Doutor",
        "Dra.": "Doutora",
        "Sta.": "Santa",
        "Sto.": "Santo",
        "S.": "São",
        "Prof.": "Professor",
        "Pe.": "Padre",
    },
)
