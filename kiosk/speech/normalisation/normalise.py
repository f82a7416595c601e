"""What is said in full, and where: all rules of a language over one text."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.language import primary
from kiosk.speech.normalisation.manner import Rule
from kiosk.speech.normalisation.manners import find_manner
from kiosk.speech.normalisation.rules_dates import make_date_rules
from kiosk.speech.normalisation.rules_fractions import make_fraction_rules
from kiosk.speech.normalisation.rules_measures import make_measure_rules
from kiosk.speech.normalisation.rules_names import make_name_rules
from kiosk.speech.normalisation.rules_numbers import make_number_rules
from kiosk.speech.normalisation.rules_prices import make_price_rules
from kiosk.speech.normalisation.rules_telephones import make_telephone_rules
from kiosk.speech.normalisation.rules_years import make_year_rules
from kiosk.speech.normalisation.signs import DONE, NAME, level

_PASSES = 2
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Expansion:
    """The characters ``start``..``end`` of a text, and the words that are said for them."""

    start: int
    end: int
    said: str


def expand(text: str, language: str, names: Sequence[tuple[int, int]] = ()) -> tuple[Expansion, ...]:
    """Return what is said in other words than it is written, in order.

    Args:
        text: What is written.
        language: BCP 47 tag; nothing is said differently in languages without rules.
        names: Where the lexicon's names stand, which are left alone.
    """
    rules = _find_rules(primary(language))
    if not rules:
        return ()
    sight = _cover(level(text), names, NAME)
    found: list[Expansion] = []
    for rule in rules:
        # The second half of 12th-13th is seen when the first has been said.
        for _ in range(_PASSES):
            fresh = _apply(rule, sight)
            if not fresh:
                break
            sight = _cover(sight, [(one.start, one.end) for one in fresh], DONE)
            found += fresh
    return tuple(_leave_same_words(one, text) for one in sorted(found, key=lambda one: one.start))


def _leave_same_words(one: Expansion, text: str) -> Expansion:
    """Leave out the last words that are said as they are written: of "17 metres" only the number is said otherwise.

    Each of them is then marked when it is said.
    """
    written = list(_WORD.finditer(text, one.start, one.end))
    said = list(_WORD.finditer(one.said))
    same = 0
    while same < min(len(written), len(said)) - 1 and written[~same].group() == said[~same].group():
        same += 1
    if not same:
        return one
    return Expansion(one.start, written[~same].end(), one.said[: said[~same].end()])


def _apply(rule: Rule, sight: str) -> list[Expansion]:
    group = "it" if "it" in rule.pattern.groupindex else 0
    found = []
    for match in rule.pattern.finditer(sight):
        said = rule.say(match)
        if said.endswith(".") and sight[match.end(group) : match.end(group) + 1] == ".":
            said = said[:-1]  # "in 300 BC." has one full stop
        if said and said != match[group]:
            found.append(Expansion(*match.span(group), said))
    return found


def _cover(sight: str, places: Sequence[tuple[int, int]], sign: str) -> str:
    """Hide what has been said, or need not be, from the rules that follow."""
    parts: list[str] = []
    at = 0
    for start, end in places:
        parts += (sight[at:start], sign * (end - start))
        at = end
    return "".join((*parts, sight[at:])) if places else sight


@functools.cache
def _find_rules(language: str) -> tuple[Rule, ...]:
    manner = find_manner(language)
    if manner is None:
        return ()
    return (
        *make_telephone_rules(manner),
        *make_date_rules(manner),
        *manner.own_rules,
        *make_year_rules(manner),
        *make_name_rules(manner),
        *make_fraction_rules(manner),
        *make_price_rules(manner),
        *make_measure_rules(manner),
        *make_number_rules(manner),
    )
