"""Rules for sums of money, and for millions that are written short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule
from kiosk.speech.normalisation.rules_years import join


def make_price_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried."""
    if manner.currencies:
        yield _price(manner, first=True)
        yield _price(manner, first=False)
    if manner.magnitudes:
        yield _magnitude(manner)


def _price(manner: Manner, *, first: bool) -> Rule:
    signs, amount = f"(?P<sign>{join(manner.currencies)})", f"(?P<amount>{figures.number(manner)})"
    power = (
        rf"(?:{figures.BLANK}?(?P<power>{join(manner.magnitudes)}))?"
        if manner.magnitudes
        else "(?P<power>(?!))?"
    )
    pattern = (
        rf"(?<!\w){signs}{figures.BLANK}?{amount}{power}(?!\w)(?![.,:/-]\d)"
        if first
        else rf"{figures.before(manner)}{amount}{power}(?:,-)?{figures.BLANK}?{signs}(?!\w)"
    )

    def say(match: re.Match[str]) -> str:
        figure, unit = figures.read(manner, match["amount"]), manner.currencies[match["sign"]]
        if match["power"]:
            power = manner.magnitudes[match["power"].replace("\u00a0", " ")]
            noun = unit.many or unit.one
            noun = manner.of(noun) if manner.of and power.form else noun
            return f"{figures.say_with_unit(manner, figure, power)} {noun}"
        if manner.cents and len(figure.decimals) == 2 and figure.decimals != "00":
            whole = figures.Figure(figure.whole)
            words = {
                "amount": figures.say(manner, whole, unit.form),
                "cents": manner.count(int(figure.decimals)),
            }
            return manner.cents.format(unit=manner.name_unit(unit, figure.whole, False), **words)
        figure = figures.Figure(figure.whole, figure.decimals.strip("0") and figure.decimals)
        return figures.say_with_unit(manner, figure, unit)

    return Rule(re.compile(pattern), say)


def _magnitude(manner: Manner) -> Rule:
    """Say "five millions" for 5 Mio., and "one million" with the one that its gender asks for."""
    to = rf"(?:{figures.BLANK}?-{figures.BLANK}?(?P<last>{figures.number(manner)}))?"
    pattern = rf"{figures.before(manner)}(?P<amount>{figures.number(manner)}){to}{figures.BLANK}(?P<power>{join(manner.magnitudes)})(?!\w)"

    def say(match: re.Match[str]) -> str:
        power = manner.magnitudes[match["power"].replace("\u00a0", " ")]
        said = figures.say_with_unit(manner, figures.read(manner, match["last"] or match["amount"]), power)
        if match["last"]:
            return f"{figures.say(manner, figures.read(manner, match['amount']))} {manner.to} {said}"
        return said

    return Rule(re.compile(pattern), say)
