"""Rules for numbers by themselves: ordinals, ranges, fractions, years, and all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule
from kiosk.speech.normalisation.signs import DONE, NAME

_YEARS = range(1000, 2100)


def make_number_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried."""
    if manner.ordinal_mark:
        yield _ordinal(manner)
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


def _range(manner: Manner) -> Rule:
    """Say "thirteen sixty-eight to sixty-nine" for 1368-69, "three to four" for 3-4."""
    one = figures.number(manner)
    pattern = rf"{figures.before(manner)}(?P<first>{one})(?:{figures.BLANK}?-{figures.BLANK}?|(?P<slash>/))(?P<last>{one}){figures.AFTER}(?!-)"

    def say(match: re.Match[str]) -> str:
        first, last = match["first"], match["last"]
        if _is_year(first) and _ends_years(last, match["slash"]):
            return _say_years(manner, int(first), last)
        # 12-3 is no range, nor is 020-7946, nor 7/12.
        figure, end = figures.read(manner, first), figures.read(manner, last)
        if (
            match["slash"]
            or first.startswith("0")
            or _is_hour(figure)
            or _is_hour(end)
            or _value(figure) >= _value(end)
        ):
            return ""
        return f"{figures.say(manner, figure)} {manner.to} {figures.say(manner, end)}"

    return Rule(re.compile(pattern), say)


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and int(written) in _YEARS


def _ends_years(last: str, slash: str | None) -> bool:
    # 1932/4 may be a thing's number.
    return last.isdigit() and (_is_year(last) or len(last) == 2 or (len(last) == 1 and not slash))


def _say_years(manner: Manner, first: int, last: str) -> str:
    if len(last) == 4:
        return f"{manner.date(first)} {manner.to} {manner.date(int(last))}"
    # 9 of 1368-9 is 69. 05 of 1904-05 has its nought in the year before it: the last digit is enough.
    end = int(last) if len(last) == 2 else first % 100 // 10 * 10 + int(last)
    return f"{manner.date(first)} {manner.to} {manner.count(end)}"


def _is_hour(figure: figures.Figure) -> bool:
    return figure.whole <= 24 and len(figure.decimals) == 2  # 11.30-16


def _value(figure: figures.Figure) -> float:
    return float(f"{figure.whole}.{figure.decimals or 0}")


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
    return _is_year(written) and not (manner.is_quantity and manner.is_quantity(match))
