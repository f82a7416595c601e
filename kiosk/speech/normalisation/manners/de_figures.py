"""What only German does with figures: ordinals with a full stop, decades, hours, dates, fractions."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_part
from kiosk.speech.normalisation.manner import Fraction, Rule, Unit
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"),
    *("November", "Dezember"),
)
_MASCULINE = rf"{'|'.join(MONTHS)}|Jänner|Stock|Weltkrieg(?:s|es)?|Bezirk|Hof|Raum|Saal"
_FEMININE = r"Hälfte|Etage|Dynastie|Dyn\.|Klasse|Abteilung|Republik|Kammer"
_NEUTER = r"Viertel|Drittel|Jahrhunderts?|Jh\.|Jhs?\.|Jahrtausends?|Jt\.|Jhdt\.|Jahrh\.|Stockwerk|Obergeschoss|OG|Untergeschoss|UG|Geschoss|Mal|Kapitel|Regiment|Reich"
# What follows "12." and makes it an ordinal; elsewhere the full stop ends a sentence.
_RANKED = rf"{_MASCULINE}|{_FEMININE}|{_NEUTER}"
_WEAK = re.compile(r"\b(?:der|die|das)[ \u00a0]$", re.IGNORECASE)
# "Anfang 20. Jh." has no article to bend it.
_BEFORE_WORD = re.compile(
    r"[\w)](?<!Anfang)(?<!Mitte)(?<!Ende)(?<!Beginn)(?<!Hälfte)(?<!Viertel)(?<!Drittel)[ \u00a0]$"
)
_PARTS = name_parts(
    "ein_halb/halbe ein_Drittel/Drittel ein_Viertel/Viertel ein_Fünftel/Fünftel ein_Sechstel/Sechstel"
    " ein_Siebtel/Siebtel ein_Achtel/Achtel ein_Neuntel/Neuntel ein_Zehntel/Zehntel - ein_Zwölftel/Zwölftel"
    " - - - ein_Sechzehntel/Sechzehntel"
) | {100: Unit("ein Hundertstel", "Hundertstel")}
_HALVES = {"masculine": "einen halben", "feminine": "eine halbe", "neuter": "ein halbes"}


def rank(number: int, ending: str = "n") -> str:
    """Return "zwölften", or with another ending "zwölfte", "zwölfter", "zwölftes"."""
    return spell(number, "de", f"spellout-ordinal-{ending}" if ending else "spellout-ordinal")


def _find_ending(match: re.Match[str]) -> str:
    """Tell "das zwölfte", "im zwölften" and, where nothing stands before it, "zwölftes Jahrhundert"."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    if _WEAK.search(before):
        return ""
    if _BEFORE_WORD.search(before):
        return "n"
    noun = match["noun"]
    return "r" if re.fullmatch(_MASCULINE, noun) else "" if re.fullmatch(_FEMININE, noun) else "s"


def _say_rank(match: re.Match[str]) -> str:
    return rank(int(match["number"]), _find_ending(match))


def _say_roman_rank(match: re.Match[str]) -> str:
    number = parse_roman(match["number"])
    words = rank(number, _find_ending(match)) if number else ""
    return words[:1].upper() + words[1:] if "krieg" in match["noun"] else words


def _say_ranks(match: re.Match[str]) -> str:
    """Say "zwölften bis dreizehnten" for 12.-13."""
    link = "bis" if match["link"] in ("-", "/") else match["link"]
    ending = _find_ending(match)
    return f"{rank(int(match['first']), ending)} {link} {rank(int(match['last']), ending)}"


def say_year(year: int) -> str:
    """Return "achtzehn hundert"."""
    return spell(year, "de", "spellout-numbering-year")


def _say_decade(match: re.Match[str]) -> str:
    year = int(match["year"])
    return f"{say_year(year)}er" if year >= 1000 else f"{spell(year, 'de')}er"


def _say_hour(match: re.Match[str]) -> str:
    minute = spell(int(match["minute"]), "de") if int(match["minute"]) else ""
    hour = "ein" if int(match["hour"]) == 1 else spell(int(match["hour"]), "de")
    return f"{hour} Uhr {minute}".strip()


def say_date(day: int, month: str, year: str, before: str) -> str:
    """Say "am dritten Oktober", "der dritte Oktober", and by itself "dritter Oktober"."""
    ending = "" if _WEAK.search(before) else "n" if _BEFORE_WORD.search(before) else "r"
    return f"{rank(day, ending)} {month} {year}"


def say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    """Say "zweieinhalb Zoll", "einen halben Meter", "drei Viertel Stunden"."""
    part = say_part(_PARTS, fraction, "de")
    if not part:
        return ""
    if fraction.whole:
        number = "ein" if fraction.whole == 1 else spell(fraction.whole, "de")
        return " ".join(filter(None, (f"{number}{part.replace(' ', '').lower()}", unit.many if unit else "")))
    if unit is None:
        return part
    if part == "ein halb":
        return f"{_HALVES[unit.form]} {unit.one}"
    return f"{'eine' + part[3:] if part.startswith('ein ') and unit.form == 'feminine' else part} {unit.one}"


_DAY_NAMES = {
    "Mo": "Montag",
    "Di": "Dienstag",
    "Mi": "Mittwoch",
    "Do": "Donnerstag",
    "Fr": "Freitag",
    "Sa": "Samstag",
    "So": "Sonntag",
}
_DAY_NAME = "|".join(_DAY_NAMES)
RULES = (
    # Di-So; the second is seen when the first has been said.
    Rule(re.compile(rf"\b(?:{_DAY_NAME})(?=\.?-(?:{_DAY_NAME})\b)"), lambda match: _DAY_NAMES[match[0]]),
    Rule(re.compile(rf"(?<=\ue001)\.?-(?P<it>{_DAY_NAME})\b"), lambda match: _DAY_NAMES[match["it"]]),
    Rule(
        re.compile(
            rf"(?<![\w.,-])(?P<it>(?P<first>\d{{1,2}})\.{BLANK}?(?P<link>-|/|und|oder|bis){BLANK}?(?P<last>\d{{1,2}})\.)"
            rf"(?={BLANK}?(?P<noun>{_RANKED})(?!\w))"
        ),
        _say_ranks,
    ),
    Rule(
        re.compile(rf"(?<![\w.,-])(?P<it>(?P<number>\d{{1,2}})\.)(?={BLANK}?(?P<noun>{_RANKED})(?!\w))"),
        _say_rank,
    ),
    Rule(
        re.compile(rf"(?<![\w.,-])(?P<it>(?P<number>[IVX]{{1,6}})\.)(?={BLANK}(?P<noun>{_RANKED})(?!\w))"),
        _say_roman_rank,
    ),
    Rule(re.compile(rf"\bdes{BLANK}\ue001{{2,4}}{BLANK}(?P<it>Jh(?:dt)?\.)(?!\w)"), lambda _: "Jahrhunderts"),
    Rule(re.compile(r"(?<![\w.,-])(?P<year>[12]\d\d0|[1-9]0)er(?!\w)"), _say_decade),
    Rule(
        re.compile(rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d){BLANK}Uhr(?!\w)"), _say_hour
    ),
    Rule(
        re.compile(rf"(?<!\w)[A-ZÄÖÜ][a-zäöüß]{{1,30}}str\.(?={BLANK}?\d)"),
        lambda match: f"{match[0][:-1]}aße",
    ),
    Rule(re.compile(rf"\b(?:des|dem|den){BLANK}(?P<it>[hH]l\.)(?={BLANK}[A-ZÄÖÜ])"), lambda _: "Heiligen"),
    Rule(
        re.compile(
            rf"(?<!\b[dD](?:er|ie|as)[ \u00a0])\b[hH]l\.(?={BLANK}[A-ZÄÖÜ][a-zäöüß]{{1,20}}[^\Waesx\d_]\b)"
        ),
        lambda _: "Heiliger",
    ),
)
