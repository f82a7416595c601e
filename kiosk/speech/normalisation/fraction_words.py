"""Fractions in words, as far as languages do it alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.speech.normalisation.manner import Fraction, Unit
from kiosk.speech.normalisation.number_words import spell


def name_parts(words: str, starts_at: int = 2) -> dict[int, Unit]:
    """Return the names of halves, thirds and so on, from ``"half/halves third/thirds ..."``; "-" for one without."""
    named: dict[int, Unit] = {}
    for under, pair in enumerate(words.split(), starts_at):
        one, _, many = pair.replace("_", " ").partition("/")
        if one != "-":
            named[under] = Unit(one, many or one)
    return named


def say_part(parts: Mapping[int, Unit], fraction: Fraction, language: str) -> str:
    """Return "three quarters", without the whole number; "" where the language has no word for the parts."""
    unit = parts.get(fraction.under)
    if unit is None:
        return ""
    return unit.one if fraction.over == 1 else f"{spell(fraction.over, language)} {unit.many}"


def say_noun_first(
    parts: Mapping[int, Unit],
    halves: Mapping[str, str],
    language: str,
    link: str,
    of: Callable[[str], str],
) -> Callable[[Fraction, Unit | None], str]:
    """Return how Romance languages say it: the noun before the fraction in "two metres and a half".

    Args:
        parts: See :func:`name_parts`.
        halves: A half of something, by the form of its noun; "" is the one that follows a number alone.
        language: Its primary tag.
        link: Between the whole and the fraction.
        of: Puts "of" before a noun.
    """

    def say(fraction: Fraction, unit: Unit | None) -> str:
        is_half = (fraction.over, fraction.under) == (1, 2)
        form = unit.form if unit else ""
        part = halves[form] if is_half and (unit or fraction.whole) else say_part(parts, fraction, language)
        if not part:
            return ""
        if fraction.whole:
            number = spell(fraction.whole, language, f"spellout-cardinal-{form or 'masculine'}")
            noun = "" if unit is None else unit.one if fraction.whole == 1 else unit.many
            return " ".join(filter(None, (number, noun, link, part)))
        if unit is None:
            return part
        return f"{part} {unit.one}" if is_half else f"{part} {of(unit.one)}"

    return say
