"""French: douzième siècle, Louis quatorze, François premier, avant Jésus-Christ."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_part
from kiosk.speech.normalisation.manner import Fraction, Manner, Rule, Unit, name_nouns
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_MONTH_NAMES = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
_MONTHS = "|".join(_MONTH_NAMES)
_PARTS = name_parts(
    "un_demi/demis un_tiers/tiers un_quart/quarts un_cinquième/cinquièmes un_sixième/sixièmes un_septième/septièmes"
    " un_huitième/huitièmes un_neuvième/neuvièmes un_dixième/dixièmes - un_douzième/douzièmes - - - un_seizième/seizièmes"
) | {100: Unit("un centième", "centièmes")}
_FEMININE_MARKS = ("re", "ère")


def _rank(number: int, form: str = "masculine") -> str:
    return spell(number, "fr", f"spellout-ordinal-{form}")


def _say_marked(number: int, mark: str) -> str:
    return _rank(number, "feminine" if mark in _FEMININE_MARKS else "masculine")


def _say_reign(number: int, _before: str) -> str:
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
    return " ".join(filter(None, (_say_hour_word(hour), minute)))


def _say_hour_word(hour: int) -> str:
    return f"{spell(hour, 'fr', 'spellout-cardinal-feminine')} {'heure' if hour < 2 else 'heures'}"


def _of(noun: str) -> str:
    return f"d'{noun}" if noun.startswith(tuple("aeiouhéê")) else f"de {noun}"


def _say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    """Say "deux pouces et demi", "une heure trois quarts", "un demi mètre", "trois quarts de mètre"."""
    part = say_part(_PARTS, fraction, "fr")
    if not part:
        return ""
    form = unit.form if unit else "masculine"
    if not fraction.whole:
        if unit is None:
            return part
        if part == "un demi":
            return f"{'une' if form == 'feminine' else 'un'} demi {unit.one}"
        return f"{part} {_of(unit.one)}"
    number = spell(fraction.whole, "fr", f"spellout-cardinal-{form}")
    noun = "" if unit is None else unit.one if fraction.whole == 1 else unit.many
    half = "et demie" if form == "feminine" else "et demi"
    link = "" if noun else "et"
    return " ".join(filter(None, (number, noun, *((half,) if part == "un demi" else (link, part)))))


def _say_date(day: int, month: str, year: str, _before: str) -> str:
    return f"{'premier' if day == 1 else spell(day, 'fr')} {month} {year}"


_CENTURY = rf"(?:\d{{1,2}}|[IVX]{{1,6}})(?:er|e|ème|ᵉ|ᵉʳ){BLANK}"
_RULES = (
    # "s." and its like after an ordinal: IIIe s., XVIIe-XVIIIe s., 16e arr.
    Rule(re.compile(rf"(?<![\w.]){_CENTURY}(?P<it>s\.)(?!\w)"), lambda _: "siècle"),
    Rule(re.compile(rf"(?<![\w.]){_CENTURY}(?P<it>mill\.)(?!\w)"), lambda _: "millénaire"),
    Rule(re.compile(rf"(?<![\w.]){_CENTURY}(?P<it>dyn\.)(?!\w)"), lambda _: "dynastie"),
    Rule(re.compile(rf"(?<![\w.]){_CENTURY}(?P<it>arr\.?)(?!\w)"), lambda _: "arrondissement"),
    Rule(re.compile(r"(?<!\w)M\.(?=[ \u00a0](?:de|du|des)\b|[ \u00a0]d['’])"), lambda _: "Monsieur"),
    Rule(
        re.compile(rf"(?<![\w.,:])(?P<hour>\d{{1,2}}){BLANK}?h{BLANK}?(?:1/2|½)"),
        lambda match: f"{_say_hour_word(int(match['hour']))} et demie",
    ),
    Rule(re.compile(r"(?<!\w)(?:2|II)(?:de|nde)(?!\w)"), lambda _: "seconde"),
    # "nos 12 canons" are ours.
    Rule(
        re.compile(rf"(?<!\w)(?P<it>[nN]os){BLANK}\d{{1,5}}(?={BLANK}?(?:-|,|et\b|à\b))"), lambda _: "numéros"
    ),
    Rule(re.compile(r"(?<!\w)(?:2|II)(?:d|nd)(?!\w)"), lambda _: "second"),
    Rule(
        re.compile(rf"(?<![\w.,-])(?P<metres>\d{{1,4}}){BLANK}m{BLANK}(?P<rest>\d{{2}})(?!\w)(?![.,/-]\d)"),
        lambda match: (
            f"{spell(int(match['metres']), 'fr')} mètre{'s' if int(match['metres']) > 1 else ''} {spell(int(match['rest']), 'fr').replace('vingts', 'vingt')}"
        ),
    ),
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
    reign_link="et|ou",
    months=_MONTH_NAMES,
    say_date=_say_date,
    choose_unit=_choose_unit,
    ordinal_mark=r"(?P<mark>er|re|ère|ème|e|ᵉ)(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:chapitre|tome|volume|livre|acte|scène|salle|partie|phase|type|planche|figure|an|chap\\.)",
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
        "min": _unit("minute", form="feminine"),
        **name_nouns(
            "mètre/mètres kilomètre/kilomètres centimètre/centimètres litre/litres pouce/pouces pied/pieds mile/miles"
            " an/ans mois jour/jours siècle/siècles hectare/hectares kilo/kilos kilogramme/kilogrammes homme/hommes canon/canons"
        ),
        **name_nouns(
            "heure/heures minute/minutes seconde/secondes semaine/semaines année/années lieue/lieues livre/livres toise/toises"
            " tonne/tonnes personne/personnes femme/femmes marche/marches colonne/colonnes figure/figures salle/salles"
            " fenêtre/fenêtres statue/statues tour/tours once/onces aune/aunes",
            "feminine",
        ),
    },
    magnitudes={
        **dict.fromkeys(("Mio", "million", "millions", "M"), _unit("million")),
        **dict.fromkeys(("Md", "Mds", "Mrd", "milliard", "milliards"), _unit("milliard")),
        "mille": Unit("mille", form=""),
        "k": Unit("mille", form=""),
    },
    of=_of,
    currencies={
        "€": _unit("euro"),
        "$": _unit("dollar"),
        "£": _unit("livre", form="feminine"),
        "₹": _unit("roupie", form="feminine"),
        "F": _unit("franc"),
    },
    cents="{amount} {unit} {cents}",
    say_fraction=_say_fraction,
    fraction_of="de|du|des",
    telephone="téléphone|tél|tel|fax|portable|mobile|appeler le|appelez le",
    plus="plus",
    says_telephone_in_pairs=True,
    time="{hour} heures {minute}",
    full_hour="{hour} heures",
    short={
        "etc.": "et cetera",
        "p. ex.": "par exemple",
        "c.-à-d.": "c'est-à-dire",
        "env.": "environ",
        "Env.": "environ",
        "av. J.-C.": "avant Jésus-Christ",
        "apr. J.-C.": "après Jésus-Christ",
        "J.-C.": "Jésus-Christ",
        "Mme": "Madame",
        "Mmes": "Mesdames",
        "Mlle": "Mademoiselle",
        "MM.": "Messieurs",
        "N.-D.": "Notre-Dame",
        "bd": "boulevard",
        "Bd": "Boulevard",
        "Tél.": "Téléphone",
        "tél.": "téléphone",
        "dyn.": "dynastie",
    },
    short_before_number={
        "n°": "numéro",
        "N°": "numéro",
        "nᵒ": "numéro",
        "no": "numéro",
        "v.": "vers",
        "~": "environ",
        "≈": "environ",
        "±": "plus ou moins",
        "chap.": "chapitre",
        "pl.": "planche",
        "t.": "tome",
        "inv.": "inventaire",
        "H.": "hauteur",
        "L.": "longueur",
        "l.": "largeur",
        "†": "mort en",
        "c.": "vers",
        "ca": "vers",
        "p.": "page",
        "pp.": "pages",
        "fig.": "figure",
        "vol.": "volume",
    },
    short_before_name={
        "M.": "Monsieur",
        "Dr": "Docteur",
        "Pr": "Professeur",
        "St": "Saint",
        "Ste": "Sainte",
        "Mgr": "Monseigneur",
    },
)
