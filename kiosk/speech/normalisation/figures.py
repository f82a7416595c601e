"""Numbers as they are written in figures: their patterns, and what is said for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.speech.normalisation.manner import Manner, Unit
from kiosk.speech.normalisation.number_words import MAX_DIGITS

AFTER = r"(?!\w)(?![.,:/-]\d)"
"""What must not follow a number: more of it, a letter, the rest of a date or an inventory number."""

BLANK = "[ \u00a0]"

UNIT_END = "(?![\\w²³\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f])"
"""What must not follow a unit: the rest of a word, be it only a vowel sign, as in مترًا."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in figures: its whole part, and its decimals as they are written."""

    whole: int
    decimals: str = ""


def before(manner: Manner) -> str:
    """Return the pattern of what must not stand before a number."""
    letters = r"\d" if manner.number_may_follow_letters else r"\w"
    usual = rf"(?<!{letters})(?<!{letters}[.,:/'-])(?<!\.)"
    if not manner.prefixes:
        return usual
    after_prefix = "|".join(rf"(?<=\b{prefix}-)" for prefix in manner.prefixes)
    return rf"(?:{usual}|{after_prefix})"


def number(manner: Manner) -> str:
    """Return the pattern of a number with or without parted thousands and decimals."""
    groups = re.escape(manner.groups)
    # In India all groups but the last have two digits: 1,00,000.
    parted = rf"\d{{1,3}}(?:[{groups}]\d{{2,3}}){{0,4}}[{groups}]\d{{3}}(?!\d)"
    return rf"(?:{parted}|\d{{1,{MAX_DIGITS}}}(?!\d))(?:[{re.escape(manner.decimal)}]\d{{1,9}}(?!\d))?"


def read(manner: Manner, written: str) -> Figure:
    """Return what matched the pattern of :func:`number`."""
    whole, *decimals = re.split(f"[{re.escape(manner.decimal)}]", written)
    return Figure(int("".join(filter(str.isdigit, whole))), "".join(decimals))


def say(manner: Manner, figure: Figure, form: str = "") -> str:
    """Return a number in words."""
    if not figure.decimals:
        return manner.count(figure.whole, form)
    if manner.leaves_figures:
        return f"{figure.whole}.{figure.decimals}"
    return f"{manner.count(figure.whole)} {manner.point} {_say_decimals(manner, figure.decimals)}"


def say_with_unit(manner: Manner, figure: Figure, unit: Unit) -> str:
    """Return a number and what it counts in words."""
    if unit.two and figure.whole == 2 and not figure.decimals:
        return unit.two
    name = manner.name_unit(unit, figure.whole, bool(figure.decimals))
    return f"{say(manner, figure, unit.form)} {name}"


def _say_decimals(manner: Manner, decimals: str) -> str:
    by_digit = manner.says_decimals_by_digit or decimals.startswith("0") or len(decimals) > 3
    parts = decimals if by_digit else (decimals,)
    return " ".join(manner.count(int(part)) for part in parts)
