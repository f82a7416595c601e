"""Swedish: trettonhundrasextioåtta, sextonhundratalet, Karl den tolfte, före Kristus."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.manner import Manner, Rule, Unit
from kiosk.speech.normalisation.number_words import spell

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"


def _say_year(year: int) -> str:
    if year < 1000 or 2000 <= year < 2010:
        return spell(year, "sv")
    return spell(year, "sv", "spellout-numbering-year")


def _rank(number: int) -> str:
    return spell(number, "sv", "spellout-ordinal-reale")


def _say_marked(number: int, mark: str) -> str:
    del mark
    return _rank(number)


def _say_reign(number: int) -> str:
    # "den förste": kings are masculine, and only the first two differ.
    return f"den {spell(number, 'sv', 'spellout-ordinal-masculine') if number <= 2 else _rank(number)}"


def _say_age(match: re.Match[str]) -> str:
    """Say 1600-talet, 60-talets as one word."""
    year = int(match["year"])
    return f"{_say_year(year)}{match['age']}"


def _say_clock(match: re.Match[str]) -> str:
    minute = int(match["minute"] or 0)
    hour = "ett" if int(match["hour"]) == 1 else spell(int(match["hour"]), "sv")
    return f"klockan {hour} och {spell(minute, 'sv')}" if minute else f"klockan {hour}"


_RULES = (
    Rule(re.compile(r"(?<![\w.,])(?P<year>[12]?\d\d0|\d0)-?(?P<age>tal(?:et|en|ets|s)?)(?!\w)"), _say_age),
    Rule(
        re.compile(rf"(?<!\w)kl\.?{BLANK}?(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?!\w)"),
        _say_clock,
    ),
    Rule(
        re.compile(rf"(?<![\w.,-])(?P<it>(?P<day>[12]?\d|3[01]))(?={BLANK}(?:{_MONTHS})\b)"),
        lambda match: _rank(int(match["day"])),
    ),
)


def _unit(one: str, many: str = "", form: str = "reale") -> Unit:
    return Unit(one, many or one, form=form)


MANNER = Manner(
    language="sv",
    decimal=",",
    groups="\u00a0 ",
    point="komma",
    to="till",
    minus="minus",
    by="gånger",
    and_sign="och",
    ordinal="spellout-ordinal-reale",
    own_rules=_RULES,
    say_year=_say_year,
    ordinal_mark=r":(?P<mark>a|e)(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:kapitel|del|band|bok|akt|scen|sal|rum|fas|typ|klass|plansch|figur|världskriget)",
    eras_after={
        **dict.fromkeys(("f.Kr.", "f. Kr.", "f Kr", "f.Kr"), "före Kristus"),
        **dict.fromkeys(("e.Kr.", "e. Kr.", "e Kr", "e.Kr"), "efter Kristus"),
        **dict.fromkeys(("f.v.t.", "fvt"), "före vår tideräkning"),
        **dict.fromkeys(("e.v.t.", "evt"), "efter vår tideräkning"),
    },
    units={
        "mm": _unit("millimeter"),
        "cm": _unit("centimeter"),
        "m": _unit("meter"),
        "km": _unit("kilometer"),
        "cm²": _unit("kvadratcentimeter"),
        "m²": _unit("kvadratmeter"),
        "kvm": _unit("kvadratmeter"),
        "km²": _unit("kvadratkilometer"),
        "m³": _unit("kubikmeter"),
        "ha": _unit("hektar", form="neuter"),
        "g": _unit("gram", form="neuter"),
        "kg": _unit("kilo", form="neuter"),
        "t": _unit("ton", form="neuter"),
        "l": _unit("liter"),
        "km/h": _unit("kilometer i timmen"),
        "%": _unit("procent"),
        "°C": _unit("grad Celsius", "grader Celsius"),
        "°": _unit("grad", "grader"),
    },
    magnitudes="tusen|miljon|miljoner|miljard|miljarder",
    currencies={
        "kr": _unit("krona", "kronor"),
        "SEK": _unit("krona", "kronor"),
        "€": _unit("euro"),
        "$": _unit("dollar"),
        "£": _unit("pund", form="neuter"),
        "₹": _unit("rupie", "rupier"),
    },
    cents="{amount} {unit} och {cents}",
    fractions={
        "1/2": "en halv",
        "1/3": "en tredjedel",
        "2/3": "två tredjedelar",
        "1/4": "en fjärdedel",
        "3/4": "tre fjärdedelar",
        "1/8": "en åttondel",
    },
    whole_and_fraction="{whole} och {fraction}",
    time="{hour} och {minute}",
    full_hour="{hour}",
    short={
        "t.ex.": "till exempel",
        "t. ex.": "till exempel",
        "bl.a.": "bland annat",
        "bl. a.": "bland annat",
        "d.v.s.": "det vill säga",
        "dvs.": "det vill säga",
        "m.m.": "med mera",
        "o.s.v.": "och så vidare",
        "osv.": "och så vidare",
        "s.k.": "så kallade",
        "f.Kr.": "före Kristus",
        "e.Kr.": "efter Kristus",
    },
    short_before_number={
        "nr": "nummer",
        "nr.": "nummer",
        "Nr": "nummer",
        "ca": "cirka",
        "ca.": "cirka",
        "c:a": "cirka",
        "s.": "sidan",
        "f.": "född",
        "d.": "död",
    },
    short_before_name={
        "S:t": "Sankt",
        "S:ta": "Sankta",
        "S:t.": "Sankt",
        "dr": "doktor",
        "Dr": "Doktor",
        "prof.": "professor",
    },
)
