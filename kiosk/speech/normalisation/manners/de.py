"""German: dreizehnhundertachtundsechzig, im zwölften Jahrhundert, Ludwig der Vierzehnte, vor Christus."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell

_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# What follows "12." and makes it an ordinal; elsewhere the full stop ends a sentence.
_RANKED = rf"{_MONTHS}|Jahrhunderts?|Jh\.|Jhs?\.|Jahrtausends?|Jhdt\.|Etage|Stock|Stockwerk|Obergeschoss|Mal|Weltkriegs?|Dynastie"
_NOMINATIVE = re.compile(r"\b(?:der|die|das)[ \u00a0]$", re.IGNORECASE)


def _say_rank(match: re.Match[str]) -> str:
    """Say "im zwölften Jahrhundert", "das zwölfte Jahrhundert": mostly it is no nominative."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    return _rank(int(match["number"]), is_nominative=bool(_NOMINATIVE.search(before)))


def _say_ranks(match: re.Match[str]) -> str:
    """Say "zwölften bis dreizehnten" for 12.-13."""
    link = "bis" if match["link"] == "-" else match["link"]
    return f"{_rank(int(match['first']))} {link} {_rank(int(match['last']))}"


def _rank(number: int, *, is_nominative: bool = False) -> str:
    return spell(number, "de", "spellout-ordinal" if is_nominative else "spellout-ordinal-n")


def _say_reign(number: int) -> str:
    words = spell(number, "de", "spellout-ordinal")
    return f"der {words[:1].upper()}{words[1:]}"


def _say_year(year: int) -> str:
    return spell(year, "de", "spellout-numbering-year")


def _say_decade(match: re.Match[str]) -> str:
    year = int(match["year"])
    return f"{_say_year(year)}er" if year >= 1000 else f"{spell(year, 'de')}er"


def _say_hour(match: re.Match[str]) -> str:
    minute = spell(int(match["minute"]), "de") if int(match["minute"]) else ""
    hour = "ein" if int(match["hour"]) == 1 else spell(int(match["hour"]), "de")
    return f"{hour} Uhr {minute}".strip()


_RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.,-])(?P<it>(?P<first>\d{{1,2}})\.{BLANK}?(?P<link>-|und|oder|bis){BLANK}?(?P<last>\d{{1,2}})\.)"
            rf"(?={BLANK}?(?:{_RANKED})(?!\w))"
        ),
        _say_ranks,
    ),
    Rule(
        re.compile(rf"(?<![\w.,-])(?P<it>(?P<number>\d{{1,2}})\.)(?={BLANK}?(?:{_RANKED})(?!\w))"), _say_rank
    ),
    Rule(re.compile(r"(?<![\w.,-])(?P<year>[12]\d\d0|[1-9]0)er(?!\w)"), _say_decade),
    Rule(
        re.compile(rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d){BLANK}Uhr(?!\w)"),
        _say_hour,
    ),
)


def _unit(one: str, many: str = "", form: str = "masculine") -> Unit:
    return Unit(one, many or one, form=form)


MANNER = Manner(
    language="de",
    decimal=",",
    groups=". \u00a0’'",
    point="Komma",
    says_decimals_by_digit=True,
    to="bis",
    minus="minus",
    by="mal",
    and_sign="und",
    ordinal="spellout-ordinal",
    own_rules=_RULES,
    say_year=_say_year,
    say_reign=_say_reign,
    roman_dot=True,
    counted="(?:Kapitel|Teil|Band|Buch|Akt|Szene|Saal|Raum|Phase|Typ|Klasse|Tafel|Abschnitt|Weltkrieg)",
    eras_after={
        **dict.fromkeys(("v. Chr.", "v.Chr.", "v. Chr"), "vor Christus"),
        **dict.fromkeys(("n. Chr.", "n.Chr.", "n. Chr"), "nach Christus"),
        **dict.fromkeys(("v. u. Z.", "v.u.Z."), "vor unserer Zeitrechnung"),
        **dict.fromkeys(("n. u. Z.", "n.u.Z.", "u. Z."), "unserer Zeitrechnung"),
        "d. H.": "der Hidschra",
    },
    units={
        "mm": _unit("Millimeter"),
        "cm": _unit("Zentimeter"),
        "m": _unit("Meter"),
        "km": _unit("Kilometer"),
        "cm²": _unit("Quadratzentimeter"),
        "m²": _unit("Quadratmeter"),
        "qm": _unit("Quadratmeter"),
        "km²": _unit("Quadratkilometer"),
        "m³": _unit("Kubikmeter"),
        "ha": _unit("Hektar"),
        "g": _unit("Gramm", form="neuter"),
        "kg": _unit("Kilogramm", form="neuter"),
        "t": _unit("Tonne", "Tonnen", "feminine"),
        "l": _unit("Liter"),
        "km/h": _unit("Kilometer pro Stunde"),
        "%": _unit("Prozent", form="neuter"),
        "°C": _unit("Grad Celsius"),
        "°": _unit("Grad"),
    },
    magnitudes="Tausend|Millionen|Million|Mio\\.|Milliarden|Milliarde|Mrd\\.",
    currencies={
        "€": _unit("Euro"),
        "$": _unit("Dollar"),
        "£": _unit("Pfund", form="neuter"),
        "₹": _unit("Rupie", "Rupien", "feminine"),
        "DM": _unit("D-Mark", form="feminine"),
    },
    cents="{amount} {unit} {cents}",
    fractions={
        "1/2": "ein halb",
        "1/3": "ein Drittel",
        "2/3": "zwei Drittel",
        "1/4": "ein Viertel",
        "3/4": "drei Viertel",
        "1/8": "ein Achtel",
    },
    whole_and_fraction="{whole} und {fraction}",
    time="{hour} Uhr {minute}",
    full_hour="{hour} Uhr",
    short={
        "z. B.": "zum Beispiel",
        "z.B.": "zum Beispiel",
        "d. h.": "das heißt",
        "d.h.": "das heißt",
        "u. a.": "unter anderem",
        "u.a.": "unter anderem",
        "usw.": "und so weiter",
        "bzw.": "beziehungsweise",
        "etc.": "et cetera",
        "sog.": "sogenannte",
        "v. Chr.": "vor Christus",
        "n. Chr.": "nach Christus",
        "Jh.": "Jahrhundert",
        "Jhs.": "Jahrhunderts",
        "Jhdt.": "Jahrhundert",
    },
    short_before_number={
        "Nr.": "Nummer",
        "ca.": "zirka",
        "S.": "Seite",
        "Abb.": "Abbildung",
        "Bd.": "Band",
        "Kap.": "Kapitel",
        "Inv.-Nr.": "Inventarnummer",
        "geb.": "geboren",
        "gest.": "gestorben",
    },
    short_before_name={
        "St.": "Sankt",
        "Hl.": "Heilige",
        "hl.": "heilige",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "Hr.": "Herr",
        "Fr.": "Frau",
    },
)
