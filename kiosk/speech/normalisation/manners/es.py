"""Spanish: siglo doce, Felipe segundo, Alfonso doce, antes de Cristo."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_noun_first
from kiosk.speech.normalisation.manner import Manner, Rule, Unit, name_nouns
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_LAST_ORDINAL = 10
_MONTH_NAMES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
_MONTHS = "|".join(_MONTH_NAMES)
_WOMEN = re.compile(
    r"(?:Isabel|María|Juana|Catalina|Ana|Cristina|Victoria|Margarita|Urraca|Cleopatra|Berenice|Arsínoe|Blanca|Margarita)$"
)
_PARTS = name_parts(
    "un_medio/medios un_tercio/tercios un_cuarto/cuartos un_quinto/quintos un_sexto/sextos un_séptimo/séptimos"
    " un_octavo/octavos un_noveno/novenos un_décimo/décimos - un_doceavo/doceavos - - - un_dieciseisavo/dieciseisavos"
) | {100: Unit("un centésimo", "centésimos")}
_HALVES = {"": "medio", "masculine": "medio", "feminine": "media"}


def _say_reign(number: int, before: str = "") -> str:
    """Say Felipe segundo, Isabel segunda, but Alfonso doce; centuries are said the same way."""
    if number <= _LAST_ORDINAL:
        return _rank(number, "feminine" if _WOMEN.search(before) else "masculine")
    return spell(number, "es")


def _rank(number: int, form: str) -> str:
    return spell(number, "es", f"spellout-ordinal-{form}")


def _say_counted(match: re.Match[str]) -> str:
    """Say "veintiún años", "veintiuna mujeres", "doscientas personas": what a plural asks of its number."""
    number = int(re.sub(r"\D", "", match["it"]))
    form = (
        "feminine"
        if re.search("(?:as|dades|ciones|siones|tudes|mujeres|torres|naves|llaves|bases)$", match["noun"])
        else "masculine"
    )
    words = spell(number, "es", f"spellout-cardinal-{form}")
    return words if words != spell(number, "es") else ""


def _say_date(day: int, month: str, year: str, _before: str) -> str:
    return f"{'primero' if day == 1 else spell(day, 'es')} de {month} de {year}"


def _say_hour(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    words = spell(hour, "es", "spellout-cardinal-feminine")
    return f"{words} y {spell(minute, 'es')}" if minute else f"{words} {'hora' if hour == 1 else 'horas'}"


def _say_marked(number: int, mark: str) -> str:
    forms = {"ª": "feminine", "a": "feminine", "er": "masculine-adjective"}
    return spell(number, "es", f"spellout-ordinal-{forms.get(mark, 'masculine')}")


def _say_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _say_reign(number) if number else ""


_CENTURY = rf"(?:siglos?|s\.|ss\.){BLANK}"
_LINK = rf"(?:{BLANK}(?:y|al?|o|u){BLANK}|{BLANK}?-{BLANK}?)"
_RULES = (
    Rule(re.compile(rf"(?<!\w)(?i:{_CENTURY})(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"), _say_century),
    Rule(
        re.compile(rf"(?<!\w)(?i:{_CENTURY})[IVX\ue001]{{1,6}}{_LINK}(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"),
        _say_century,
    ),
    Rule(
        re.compile(rf"(?<!\w)(?P<it>[sS]{{1,2}}\.)(?={BLANK}\ue001)"),
        lambda match: "siglos" if len(match["it"]) > 2 else "siglo",
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,-])(?P<number>\d{{1,3}})°(?={BLANK}(?!(?:de|norte|sur|este|oeste|centígrados|grados)\b)[a-z]{{2,}})"
        ),
        lambda match: _say_marked(int(match["number"]), "º"),
    ),
    Rule(re.compile(rf"(?<![\w.,-])(?P<it>1)(?={BLANK}de{BLANK}(?:{_MONTHS})\b)"), lambda _: "primero"),
    Rule(
        re.compile(
            rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?{BLANK}?h(?:rs?\.?)?(?!\w)"
        ),
        _say_hour,
    ),
    # Not 1936 or 1501, which are years.
    Rule(
        re.compile(
            rf"(?<![\w.,:/-])(?P<it>(?:\d{{1,3}}(?:[. \u00a0]\d{{3}}){{1,3}}|\d{{1,3}}))(?={BLANK}(?P<noun>[a-záéíóúñ]{{2,20}}[aeo]s|[a-záéíóúñ]{{2,20}}[dnrl]es)(?!\w))"
        ),
        _say_counted,
    ),
    Rule(re.compile(rf"(?<!\w)[cC]/{BLANK}?(?=[A-ZÁÉÍÓÚÑ])"), lambda _: "calle "),
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
    reign_link="y|e|o",
    ranked={
        "(?:G|g)uerras?|(?:D|d)inastía|(?:R|r)epública|(?:C|c)ruzada|(?:L|l)egión|(?:E|e)dición|(?:F|f)ase": "feminine",
        "(?:M|m)ilenio|(?:C|c)ongreso|(?:C|c)oncilio|(?:C|c)onde|(?:D|d)uque|(?:M|m)arqués|(?:C|c)entenario": "masculine",
    },
    months=_MONTH_NAMES,
    say_date=_say_date,
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
        "min": _unit("minuto"),
        **name_nouns(
            "metro/metros kilómetro/kilómetros centímetro/centímetros litro/litros pie/pies palmo/palmos año/años mes/meses día/días"
            " siglo/siglos hombre/hombres minuto/minutos soldado/soldados kilo/kilos kilogramo/kilogramos escalón/escalones"
            " cañón/cañones edificio/edificios"
        ),
        **name_nouns(
            "hora/horas pulgada/pulgadas milla/millas legua/leguas vara/varas libra/libras onza/onzas tonelada/toneladas"
            " hectárea/hectáreas semana/semanas persona/personas mujer/mujeres columna/columnas sala/salas torre/torres"
            " yarda/yardas arroba/arrobas fanega/fanegas ventana/ventanas",
            "feminine",
        ),
    },
    magnitudes={
        "mil": Unit("mil", form=""),
        **dict.fromkeys(("M", "mill.", "mills.", "millón", "millones"), _unit("millón", "millones")),
    },
    of=lambda noun: f"de {noun}",
    currencies={
        "€": _unit("euro"),
        "$": _unit("dólar", "dólares"),
        "£": _unit("libra", form="feminine"),
        "₹": _unit("rupia", form="feminine"),
    },
    cents="{amount} {unit} con {cents}",
    say_fraction=say_noun_first(_PARTS, _HALVES, "es", "y", lambda noun: f"de {noun}"),
    fraction_of="de|del",
    telephone="teléfono|tel|teléf|tfno|tlf|fax|móvil|llamar al|llame al",
    plus="más",
    time="{hour} y {minute}",
    full_hour="{hour}",
    short={
        "p. ej.": "por ejemplo",
        "etc.": "etcétera",
        "aprox.": "aproximadamente",
        "Avda.": "Avenida",
        "Avd.": "Avenida",
        "Av.": "Avenida",
        "Pza.": "Plaza",
        "Sra.": "Señora",
        "Tel.": "Teléfono",
        "Teléf.": "Teléfono",
        "Tfno.": "Teléfono",
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
        "cap.": "capítulo",
        "lám.": "lámina",
        "~": "unos",
        "≈": "unos",
        "±": "más menos",
        "†": "fallecido en",
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
