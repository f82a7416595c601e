"""Rules for times, sizes and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule
from kiosk.speech.normalisation.rules_years import join

_ADJECTIVE = re.compile(r"\b(?:an?|one)[ \u00a0]$", re.IGNORECASE)


def make_measure_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried."""
    if manner.time:
        yield _time(manner)
    if manner.units:
        yield _sides(manner)
        yield _measure(manner)
    yield _by(manner)


def _time(manner: Manner) -> Rule:
    after = rf"(?:{manner.time_after})?" if manner.time_after else ""
    pattern = rf"{figures.before(manner)}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d){after}(?!\w)(?!:)"

    def say(match: re.Match[str]) -> str:
        hour, minute = int(match["hour"]), int(match["minute"])
        form = manner.time if minute else manner.full_hour
        return form.format(hour=manner.count(hour), minute=_say_minute(manner, match["minute"]))

    return Rule(re.compile(pattern), say)


def _say_minute(manner: Manner, written: str) -> str:
    minute = manner.count(int(written))
    return f"oh {minute}" if manner.language == "en" and written.startswith("0") else minute


def _measure(manner: Manner) -> Rule:
    """Say a number or a range of numbers with its unit: "three to four metres"."""
    one = figures.number(manner)
    to = rf"(?:{figures.BLANK}?-{figures.BLANK}?(?P<last>{one}))?"
    minus = r"(?P<minus>(?<![\w.,)-])-)?"
    unit = rf"(?P<link>{figures.BLANK}|-)?(?P<unit>{join(manner.units)}){figures.UNIT_END}"
    pattern = rf"{minus}{figures.before(manner)}(?P<first>{one}){to}{unit}"

    def say(match: re.Match[str]) -> str:
        unit = manner.units[match["unit"].replace("\u00a0", " ")]
        figure = figures.read(manner, match["last"] or match["first"])
        said = figures.say_with_unit(manner, figure, unit)
        if match["last"]:
            return f"{figures.say(manner, figures.read(manner, match['first']))} {manner.to} {said}"
        if manner.language == "en" and _is_adjective(match):
            said = f"{figures.say(manner, figure, unit.form)} {unit.one}"  # a 3 m wall
        return f"{manner.minus} {said}" if match["minus"] else said

    return Rule(re.compile(pattern), say)


def _is_adjective(match: re.Match[str]) -> bool:
    return match["link"] == "-" or bool(
        _ADJECTIVE.search(match.string[max(0, match.start() - 5) : match.start()])
    )


def _sides(manner: Manner) -> Rule:
    """Say "forty by twenty metres" for 40 × 20 m; an x between figures is the same."""
    one, times = figures.number(manner), rf"{figures.BLANK}?[x×]{figures.BLANK}?"
    unit = rf"(?:{figures.BLANK}?(?P<unit>{join(manner.units)}){figures.UNIT_END}|{figures.AFTER})"
    pattern = rf"{figures.before(manner)}(?P<sides>{one}{times}{one}(?:{times}{one})?){unit}"

    def say(match: re.Match[str]) -> str:
        sides = [figures.read(manner, side.strip()) for side in re.split("[x×]", match["sides"])]
        words = [figures.say(manner, side) for side in sides]
        if match["unit"]:
            words[-1] = figures.say_with_unit(
                manner, sides[-1], manner.units[match["unit"].replace("\u00a0", " ")]
            )
        return f" {manner.by} ".join(words)

    return Rule(re.compile(pattern), say)


def _by(manner: Manner) -> Rule:
    """Say the sign between two lengths that each have a unit, and are said by other rules."""
    return Rule(
        re.compile(rf"(?<=[\w\ue001²³])(?:{figures.BLANK}?×|{figures.BLANK}x)(?={figures.BLANK}?[\d\ue001])"),
        lambda _: manner.by,
    )
