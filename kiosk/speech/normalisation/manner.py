"""How one language says numbers and what is written short: what the rules of all languages are made with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.speech.normalisation.number_words import NUMBERING, spell


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in words after 1, after more, and (in Arabic) after a few.

    ``two`` is said instead of the number two and its unit. ``form`` is CLDR's name of the form of the number before it:
    "masculine", "feminine", "neuter", "reale".
    """

    one: str
    many: str = ""
    few: str = ""
    form: str = "masculine"
    two: str = ""


def name_nouns(words: str, form: str = "masculine") -> dict[str, Unit]:
    """Return what is counted in words, by both of its forms: ``"hora/horas año/años"``."""
    named: dict[str, Unit] = {}
    for pair in words.split():
        one, _, many = pair.replace("_", " ").partition("/")
        unit = Unit(one, many or one, form=form)
        named |= {one: unit, unit.many: unit}
    return named


@dataclass(frozen=True, slots=True)
class Fraction:
    """Two and three quarters: ``whole`` 2 (0 for none), ``over`` 3, ``under`` 4.

    ``is_beside`` tells that it stands before a noun as an adjective does: a 1/2-inch crack.
    """

    whole: int
    over: int
    under: int
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What is written, and what is said for it.

    ``pattern`` never takes longer than the length of what it looks at; where it has a group ``it``, only that is said.
    ``say`` returns "" where what was found is something else after all.
    """

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """One language's ways.

    Patterns are regular expressions that see digits as 0-9, all dashes as ``-``, and narrow blanks as U+00A0.

    Attributes:
        decimal: The signs that may stand before decimals.
        groups: The signs that part thousands.
        point: What is said for the decimal sign.
        says_decimals_by_digit: "seven point two five" and not "seven point twenty-five".
        ordinal: CLDR's rules for a place in an order, ``{}`` for the form.
        say_year: A year in words, where that differs from a number.
        is_quantity: Tells of four bare digits that they are no year.
        to: Between two numbers.
        by: For the sign between two lengths.
        and_sign: For ``&``; "" to leave it.
        ordinal_mark: What stands behind figures to make them an ordinal; ``say_marked`` gives the words.
        say_reign: What is said for a ruler's Roman numeral, given what stands before it; ``reign_link`` are the words
            between the numerals of two rulers.
        ranked: Nouns that have a Roman numeral before them, and the form of their ordinal: XVIII dinastia.
        counted: Words before a Roman numeral that only counts: chapter, part.
        roman_dot: Whether a full stop belongs to a ruler's numeral.
        eras_before: Before a year, and in words.
        says_era_last: Whether an era before a year is said after it: a voice says "A.D." rightly only there.
        eras_after: After a year, and in words.
        units: After a number.
        currencies: Before or after an amount.
        magnitudes: Words like "million" after an amount, as they are written. One of the form "" is an adjective;
            ``of`` puts what belongs between any other and a currency before its name: "d'euros".
        cents: How a price with hundredths is said: {amount}, {unit}, {cents}.
        say_fraction: A fraction in words, before a noun where there is one; "" for one that has no words.
        fraction_of: What stands after a fraction of something: "of".
        telephone: Words before a telephone number; ``plus`` is said for its sign.
        says_telephone_in_pairs: "quarante, vingt" and not "four, zero, two, zero".
        months: Their names from the first, where a date in figures begins with its day; ``say_date`` says it, given the
            day, the month and the year in words.
        time: How a time is said: {hour}, {minute}; ``full_hour`` one without minutes.
        time_after: What may follow a time and is said with it.
        prefixes: What may stand before a number with a hyphen: mid-1800s.
        short: Words written short, and in full.
        short_before_number: The same, only before figures.
        short_before_name: The same, only before a word with a capital.
        own_rules: What only this language has; looked at first.
        leaves_figures: Whether numbers stay in figures, since an engine reads those better than words without vowels.
        number_may_follow_letters: Whether "and" is written together with a number, as in Arabic.
        choose_unit: The unit's form after a number, given the whole number and whether decimals follow.
    """

    language: str
    decimal: str
    groups: str
    point: str
    to: str
    minus: str
    by: str
    and_sign: str = ""
    says_decimals_by_digit: bool = False
    ordinal: str = "spellout-ordinal-{}"
    say_year: Callable[[int], str] | None = None
    is_quantity: Callable[[re.Match[str]], bool] | None = None
    ordinal_mark: str = ""
    say_marked: Callable[[int, str], str] | None = None
    say_reign: Callable[[int, str], str] | None = None
    reign_link: str = ""
    ranked: Mapping[str, str] = field(default_factory=dict)
    counted: str = ""
    roman_dot: bool = False
    eras_before: Mapping[str, str] = field(default_factory=dict)
    says_era_last: bool = False
    eras_after: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    currencies: Mapping[str, Unit] = field(default_factory=dict)
    cents: str = ""
    magnitudes: Mapping[str, Unit] = field(default_factory=dict)
    of: Callable[[str], str] | None = None
    say_fraction: Callable[[Fraction, Unit | None], str] | None = None
    fraction_of: str = ""
    telephone: str = ""
    plus: str = ""
    says_telephone_in_pairs: bool = False
    months: tuple[str, ...] = ()
    say_date: Callable[[int, str, str, str], str] | None = None
    time: str = ""
    full_hour: str = ""
    time_after: str = ""
    prefixes: tuple[str, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    short_before_number: Mapping[str, str] = field(default_factory=dict)
    short_before_name: Mapping[str, str] = field(default_factory=dict)
    own_rules: tuple[Rule, ...] = ()
    number_may_follow_letters: bool = False
    leaves_figures: bool = False
    choose_unit: Callable[[Unit, int, bool], str] | None = None

    def count(self, number: int, form: str = "") -> str:
        """Return a number in words, before a noun of ``form`` or by itself."""
        if self.leaves_figures:
            return str(number)
        return spell(number, self.language, f"spellout-cardinal-{form}" if form else NUMBERING)

    def rank(self, number: int, form: str = "masculine") -> str:
        """Return "twelfth" for 12."""
        return spell(number, self.language, self.ordinal.format(form))

    def date(self, year: int) -> str:
        """Return a year in words."""
        return self.say_year(year) if self.say_year else self.count(year)

    def name_unit(self, unit: Unit, number: int, has_decimals: bool) -> str:
        """Return the unit in the form that follows a number."""
        if self.choose_unit:
            return self.choose_unit(unit, number, has_decimals)
        return unit.one if number == 1 and not has_decimals else unit.many or unit.one
