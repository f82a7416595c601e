"""Rules for numbers by themselves: ordinals, ranges, fractions, years, and all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule
from kiosk.speech.normalisation.signs import DONE, NAME

_YEARS = range(1000, 2100)
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}


def make_number_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried."""
    if manner.ordinal_mark:
        yield _ordinal(manner)
    if manner.fractions:
        yield _vulgar_fraction(manner)
        yield _fraction(manner)
    yield _range(manner)
    yield _number(manner)
    # What stands between two numbers that are said: XIXe-XXe, 12th-13th.
    yield Rule(re.compile(rf"(?<={DONE}){figures.BLANK}?-{figures.BLANK}?(?={DONE})"), lambda _: manner.to)


def _ordinal(manner: Manner) -> Rule:
    pattern = rf"{figures.before(manner)}(?P<number>{figures.number(manner)}){manner.ordinal_mark}"

    def say(match: re.Match[str]) -> str:
        figure = figures.read(manner, match["number"])
        if figure.decimals or manner.say_marked is None:
            return ""
        return manner.say_marked(figure.whole, match["mark"])

    return Rule(re.compile(pattern), say)


def _vulgar_fraction(manner: Manner) -> Rule:
    pattern = (
        rf"(?:{figures.before(manner)}(?P<whole>\d{{1,6}}){figures.BLANK}?)?(?P<part>[{''.join(_VULGAR)}])"
    )

    def say(match: re.Match[str]) -> str:
        fraction = manner.fractions.get(_VULGAR[match["part"]], "")
        if not fraction or match["whole"] is None:
            return fraction
        return manner.whole_and_fraction.format(whole=manner.count(int(match["whole"])), fraction=fraction)

    return Rule(re.compile(pattern), say)


def _fraction(manner: Manner) -> Rule:
    pattern = rf"{figures.before(manner)}(?<!/)\d/\d{figures.AFTER}"
    return Rule(re.compile(pattern), lambda match: manner.fractions.get(match[0], ""))


def _range(manner: Manner) -> Rule:
    """Say "thirteen sixty-eight to sixty-nine" for 1368-69, "three to four" for 3-4."""
    pattern = rf"{figures.before(manner)}(?P<first>\d{{1,6}})(?:{figures.BLANK}?-{figures.BLANK}?|(?P<slash>/))(?P<last>\d{{1,6}}){figures.AFTER}(?!-)"

    def say(match: re.Match[str]) -> str:
        first, last = int(match["first"]), int(match["last"])
        if first in _YEARS and (last in _YEARS or len(match["last"]) == 2):
            # 05 of 1904-05 has its nought in the year before it: the last digit is enough.
            end = manner.date(last) if last in _YEARS else manner.count(last)
            return f"{manner.date(first)} {manner.to} {end}"
        # 12-3 is no range, nor is 020-7946, nor 7/12.
        if match["slash"] or first >= last or match["first"].startswith("0"):
            return ""
        return f"{manner.count(first)} {manner.to} {manner.count(last)}"

    return Rule(re.compile(pattern), say)


def _number(manner: Manner) -> Rule:
    pattern = rf"(?P<minus>(?<![\w.,){DONE}{NAME}-])-)?{figures.before(manner)}(?P<number>{figures.number(manner)}){figures.AFTER}"

    def say(match: re.Match[str]) -> str:
        written = match["number"]
        if len(written) > 1 and written.startswith("0") and written.isdigit():
            return ""  # a number of an inventory or a telephone
        figure = figures.read(manner, written)
        if is_year(manner, match, written):
            return manner.date(figure.whole)
        minus = f"{manner.minus} " if match["minus"] else ""
        return minus + figures.say(manner, figure)

    return Rule(re.compile(pattern), say)


def is_year(manner: Manner, match: re.Match[str], written: str) -> bool:
    """Tell whether four bare digits are a year: they mostly are, in texts about old things."""
    is_bare = len(written) == 4 and written.isdigit() and int(written) in _YEARS
    return is_bare and not (manner.is_quantity and manner.is_quantity(match))
