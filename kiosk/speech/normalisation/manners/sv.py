"""Swedish: trettonhundrasextioåtta, sextonhundratalet, Karl den tolfte, före Kristus."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_part
from kiosk.speech.normalisation.manner import Fraction, Manner, Rule, Unit, name_nouns
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_MONTH_NAMES = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
    *("september", "oktober", "november", "december"),
)
_MONTHS = "|".join(_MONTH_NAMES)
_WOMEN = re.compile(
    r"(?:Elisabet|Elisabeth|Kristina|Margareta|Margrethe|Katarina|Maria|Anna|Viktoria|Victoria|Kleopatra|Isabella)$"
)
_PARTS = name_parts(
    "en_halv/halva en_tredjedel/tredjedelar en_fjärdedel/fjärdedelar en_femtedel/femtedelar en_sjättedel/sjättedelar"
    " en_sjundedel/sjundedelar en_åttondel/åttondelar en_niondel/niondelar en_tiondel/tiondelar - en_tolftedel/tolftedelar"
    " - - - en_sextondel/sextondelar"
) | {100: Unit("en hundradel", "hundradelar")}


def _say_year(year: int) -> str:
    if year < 1000 or 2000 <= year < 2010:
        return spell(year, "sv")
    return spell(year, "sv", "spellout-numbering-year")


def _rank(number: int) -> str:
    return spell(number, "sv", "spellout-ordinal-reale")


def _say_marked(number: int, mark: str) -> str:
    del mark
    return _rank(number)


def _say_reign(number: int, before: str) -> str:
    # "den förste", "den första": only the first two differ between kings and queens.
    form = "feminine" if _WOMEN.search(before) else "masculine"
    return f"den {spell(number, 'sv', f'spellout-ordinal-{form}') if number <= 2 else _rank(number)}"


def _say_of_ruler(match: re.Match[str]) -> str:
    """Say "Karl den tolftes" for Karl XII:s."""
    number = parse_roman(match["roman"])
    return f"{_say_reign(number, match['name'])}s" if number else ""


def _say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    """Say "två och en halv tum", "två och ett halvt år", "en halv meter", "tre fjärdedels meter"."""
    part = say_part(_PARTS, fraction, "sv")
    if not part:
        return ""
    is_neuter = unit is not None and unit.form == "neuter"
    half = "ett halvt" if is_neuter else "en halv"
    part = half if part == "en halv" else part
    if fraction.whole:
        number = spell(fraction.whole, "sv", f"spellout-cardinal-{'neuter' if is_neuter else 'reale'}")
        return f"{number} och {part} {unit.one if unit else ''}".rstrip()
    if unit is None:
        return part
    return f"{part if part == half else part.removesuffix('ar') + 's'} {unit.one}"


def _say_day(match: re.Match[str]) -> str:
    """Say "tionde augusti" for 10/8, 10/8 1628."""
    return f"{_rank(int(match['day']))} {_MONTH_NAMES[int(match['month']) - 1]}"


def _say_iso_date(match: re.Match[str]) -> str:
    return f"{_say_day(match)} {_say_year(int(match['year']))}"


def _say_age(match: re.Match[str]) -> str:
    """Say 1600-talet, 60-talets as one word."""
    year = int(match["year"])
    return f"{_say_year(year)}{match['age']}"


def _say_clock(match: re.Match[str]) -> str:
    minute = int(match["minute"] or 0)
    hour = "ett" if int(match["hour"]) == 1 else spell(int(match["hour"]), "sv")
    return f"klockan {hour} och {spell(minute, 'sv')}" if minute else f"klockan {hour}"


_RULES = (
    Rule(
        re.compile(
            r"(?<![\w.,/-])(?P<year>1[0-9]\d\d|20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])"
        ),
        _say_iso_date,
    ),
    Rule(
        re.compile(rf"(?<![\w.,/-])(?P<day>[12]?\d|3[01])/(?P<month>1[0-2]|[1-9])(?={BLANK}\d{{4}}(?!\w))"),
        _say_day,
    ),
    Rule(
        re.compile(rf"(?P<name>[A-ZÅÄÖ][a-zåäöé]{{2,20}}){BLANK}(?P<it>(?P<roman>[IVX]{{1,6}}):s)(?!\w)"),
        _say_of_ruler,
    ),
    Rule(
        re.compile(rf"(?<![\w.,])(?P<first>[12]\d00|\d0)-(?={BLANK}(?:och|eller){BLANK}[12]?\d\d?0-tal)"),
        lambda match: _say_year(int(match["first"])),
    ),
    Rule(
        re.compile(
            r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?=-(?:[01]?\d|2[0-3])\.[0-5]\d(?!\w)|(?<=-\d\d\.\d\d)(?!\w))"
        ),
        lambda match: (
            spell(int(match["hour"]), "sv")
            + (f" och {spell(int(match['minute']), 'sv')}" if int(match["minute"]) else "")
        ),
    ),
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
    reign_link="och|eller",
    ranked={"(?:D|d)ynastin?": "reale", "(?:V|v)ärldskriget?": "neuter"},
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
        "tim": _unit("timme", "timmar"),
        "tim.": _unit("timme", "timmar"),
        "min": _unit("minut", "minuter"),
        **name_nouns(
            "meter kilometer centimeter liter tum fot mil timme/timmar minut/minuter vecka/veckor dag/dagar månad/månader aln/alnar"
            " famn/famnar man/män kanon/kanoner person/personer kvinna/kvinnor",
            "reale",
        ),
        **name_nouns("år århundrade/århundraden kilo gram skålpund ton hus fönster rum barn skepp", "neuter"),
    },
    magnitudes={
        "tusen": Unit("tusen", form=""),
        **dict.fromkeys(("milj.", "mn", "miljon", "miljoner"), _unit("miljon", "miljoner")),
        **dict.fromkeys(("md", "mdr", "mdr.", "miljard", "miljarder"), _unit("miljard", "miljarder")),
    },
    currencies={
        "kr": _unit("krona", "kronor"),
        "mkr": _unit("miljon kronor", "miljoner kronor"),
        "mdkr": _unit("miljard kronor", "miljarder kronor"),
        "tkr": _unit("tusen kronor", "tusen kronor"),
        "SEK": _unit("krona", "kronor"),
        "€": _unit("euro"),
        "$": _unit("dollar"),
        "£": _unit("pund", form="neuter"),
        "₹": _unit("rupie", "rupier"),
    },
    cents="{amount} {unit} och {cents}",
    say_fraction=_say_fraction,
    fraction_of="av",
    telephone="telefon|tel|tfn|fax|mobil|ring",
    plus="plus",
    time="{hour} och {minute}",
    full_hour="{hour}",
    short={
        "tel.": "telefon",
        "Tel.": "Telefon",
        "tfn": "telefon",
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
        "omkr.": "omkring",
        "kl.": "klockan",
        "kl": "klockan",
        "kap.": "kapitel",
        "fig.": "figur",
        "bd": "band",
        "~": "cirka",
        "≈": "cirka",
        "±": "plus minus",
        "†": "död",
        "inv.nr": "inventarienummer",
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
