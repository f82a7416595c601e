"""Rules for years that say from where they are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule

_BARE_DIGITS = 4


def _years(manner: Manner) -> str:
    """Return the pattern of a year or two: 1368, 1200-1193, 10,000."""
    one = rf"(?:\d{{1,{_BARE_DIGITS}}}(?!\d)|\d{{1,3}}(?:[{re.escape(manner.groups)}]\d{{3}}){{1,2}}(?!\d))"
    return rf"(?P<year>{one})(?:{figures.BLANK}?-{figures.BLANK}?(?P<last>{one}))?"


def make_year_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried."""
    if manner.eras_before:
        yield _era_before(manner)
    if manner.eras_after:
        yield _era_after(manner)


def _era_before(manner: Manner) -> Rule:
    eras = join(manner.eras_before)
    pattern = rf"(?<!\w)(?P<era>{eras}){figures.BLANK}?{_years(manner)}{figures.AFTER}"

    def say(match: re.Match[str]) -> str:
        words = (manner.eras_before[_tidy(match["era"])], _say_years(manner, match))
        return " ".join(reversed(words) if manner.says_era_last else words)

    return Rule(re.compile(pattern), say)


def _era_after(manner: Manner) -> Rule:
    eras = join(manner.eras_after)
    pattern = rf"{figures.before(manner)}{_years(manner)}{figures.BLANK}?(?P<era>{eras})(?!\w)"

    def say(match: re.Match[str]) -> str:
        return f"{_say_years(manner, match)} {manner.eras_after[_tidy(match['era'])]}"

    return Rule(re.compile(pattern), say)


def _say_years(manner: Manner, match: re.Match[str]) -> str:
    first = _say_year(manner, match["year"])
    return f"{first} {manner.to} {_say_year(manner, match['last'])}" if match["last"] else first


def _say_year(manner: Manner, written: str) -> str:
    year = figures.read(manner, written).whole
    return manner.date(year) if len(written) <= _BARE_DIGITS else manner.count(year)


def _tidy(written: str) -> str:
    return written.replace("\u00a0", " ")


def join(words: Mapping[str, object]) -> str:
    """Return the pattern of any of these words, the longest first; a blank in them may be a hard one."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", figures.BLANK) for word in longest_first)
