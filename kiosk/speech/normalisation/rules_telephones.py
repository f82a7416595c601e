"""Rules for telephone numbers and other rows of figures that nobody reads as a number: digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule

_LEAST_DIGITS = 5
_PART = rf"{figures.BLANK}?[-./]?{figures.BLANK}?\(?\d{{1,12}}\)?"
# +44 (0)20 7946 0018; 020-7946-0018; (212) 555-0187; 9876543210
_PATTERNS = (
    rf"(?<!\w)\+\d{{1,3}}(?:{_PART}){{1,7}}(?!\w)",
    rf"(?<![\w.,/-])\(?0\d{{1,5}}\)?{figures.BLANK}?[-/]?{figures.BLANK}?\d{{2,9}}(?:[ \u00a0-]\d{{2,9}}){{0,5}}(?![\w/]|[.,-]\d)",
    rf"(?<![\w.,/-])\(\d{{2,4}}\){figures.BLANK}?\d{{3,5}}[ \u00a0-]\d{{3,5}}(?!\w)",
    r"(?<![\w.,/-])\d{3}-\d{3}-\d{4}(?![\w-])",
    r"(?<![\w.,/-])\d{10,15}(?!\w)(?![.,/-]\d)",
)
_LEAST_UNANNOUNCED = 7
_GROUP = re.compile(r"\d+")


def make_telephone_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried: what is announced as a number to call first."""
    if manner.telephone:
        announced = rf"(?<!\w)(?i:{manner.telephone})\.?{figures.BLANK}?:?{figures.BLANK}{{0,2}}(?P<it>\+?\(?\d{{1,12}}\)?(?:{_PART}){{0,7}})(?!\w)"
        yield Rule(re.compile(announced), lambda match: _say(manner, match["it"], _LEAST_DIGITS))
    for pattern in _PATTERNS:
        yield Rule(re.compile(pattern), lambda match: _say(manner, match[0], _LEAST_UNANNOUNCED))


def _say(manner: Manner, written: str, least: int) -> str:
    groups = _GROUP.findall(written)
    if sum(map(len, groups)) < least:
        return ""
    said = ", ".join(_say_group(manner, group) for group in groups)
    return f"{manner.plus} {said}" if written.startswith("+") else said


def _say_group(manner: Manner, group: str) -> str:
    if manner.says_telephone_in_pairs and len(group) == 2 and not group.startswith("0"):
        return manner.count(int(group))
    return " ".join(manner.count(int(digit)) for digit in group)
