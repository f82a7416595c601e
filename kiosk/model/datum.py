"""What may be recorded: each datum declared once, with its reason, unit and bounds.

A value that no declaration covers cannot be recorded. After Glean's ``metrics.yaml``: a datum
without a reason and a retention does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.model.visitor_words import MAX_BYTES, MAX_CHARACTERS, is_plain

MAX_TEXT_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within ``minimum``..``maximum`` (both allowed)."""

    name: str
    reason: str
    unit: str
    minimum: int
    maximum: int
    optional: bool = False

    def is_valid(self, value: object) -> bool:
        """Tell whether ``value`` is a whole number (not a truth value) within the bounds."""
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return self.minimum <= value <= self.maximum

    def format_bounds(self) -> str:
        """Return the bounds in words."""
        return f"{self.minimum} to {self.maximum}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed list."""

    name: str
    reason: str
    choices: tuple[str, ...]
    optional: bool = False
    unit: str = ""

    def is_valid(self, value: object) -> bool:
        """Tell whether ``value`` is one of the words."""
        return isinstance(value, str) and value in self.choices

    def format_bounds(self) -> str:
        """Return the bounds in words."""
        return "one of " + ", ".join(self.choices)


@dataclass(frozen=True, slots=True)
class Name:
    """A short identifier of a given form; never free text. ``form`` is the form in words."""

    name: str
    reason: str
    pattern: re.Pattern[str]
    form: str
    optional: bool = False
    unit: str = ""

    def is_valid(self, value: object) -> bool:
        """Tell whether ``value`` has the form and at most 200 characters."""
        if not isinstance(value, str) or len(value) > MAX_TEXT_LENGTH:
            return False
        return self.pattern.fullmatch(value) is not None

    def format_bounds(self) -> str:
        """Return the bounds in words."""
        return self.form


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    name: str
    reason: str
    optional: bool = False
    unit: str = ""

    def is_valid(self, value: object) -> bool:
        """Tell whether ``value`` is a truth value."""
        return isinstance(value, bool)

    def format_bounds(self) -> str:
        """Return the bounds in words."""
        return "yes or no"


@dataclass(frozen=True, slots=True)
class Words:
    """Free text that a visitor wrote and sent: plain, as :func:`kiosk.model.visitor_words.clean_words` makes it."""

    name: str
    reason: str
    optional: bool = False
    unit: str = ""

    def is_valid(self, value: object) -> bool:
        """Tell whether ``value`` is plain text within the bounds."""
        return is_plain(value)

    def format_bounds(self) -> str:
        """Return the bounds in words."""
        return f"plain text, 1 to {MAX_CHARACTERS:,} characters and at most {MAX_BYTES:,} bytes"


Datum = Number | Choice | Name | Flag | Words


@dataclass(frozen=True, slots=True)
class Declaration:
    """One kind of record: why it is kept, how long, and every datum in it."""

    name: str
    reason: str
    retention: str
    data: tuple[Datum, ...] = ()

    def find_fault(self, values: Mapping[str, object]) -> str | None:
        """Return in words what is wrong with ``values``, or None where all is declared and in bounds.

        An optional datum may be absent or None. The value itself is not repeated in the words: it
        may be a visitor's.
        """
        known = 0
        for datum in self.data:
            value = values.get(datum.name)
            known += datum.name in values
            if not (datum.optional if value is None else datum.is_valid(value)):
                return f"{self.name}.{datum.name} is not {datum.format_bounds()}"
        return None if known == len(values) else self._describe_undeclared(values)

    def _describe_undeclared(self, values: Mapping[str, object]) -> str:
        declared = {datum.name for datum in self.data}
        undeclared = next(name for name in values if name not in declared)
        return f"{self.name} declares no {undeclared[:40]!r}"


# No control characters and no lone surrogates: the latter are no text in any file or database.
_IDENTIFIER = r"[^\x00-\x1f\x7f/\ud800-\udfff]{1,80}"
LANGUAGE_PATTERN = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
IDENTIFIER_PATTERN = re.compile(_IDENTIFIER)
STOP_PATTERN = re.compile(rf"{_IDENTIFIER}/{_IDENTIFIER}")
CODE_PATTERN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
HOUR_PATTERN = re.compile(r"20\d\d-[01]\d-[0-3]\dT[0-2]\d", re.ASCII)
DAY_PATTERN = re.compile(r"20\d\d-[01]\d-[0-3]\d", re.ASCII)
SETTING_PATTERN = re.compile(r"[A-Za-z0-9.-]{1,35}")
RANDOM_PATTERN = re.compile(r"[0-9a-f]{16}")
SHA256_PATTERN = re.compile(r"[0-9a-f]{64}")
TIMEZONE_PATTERN = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")
STUDY_PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def language(reason: str, *, optional: bool = False) -> Name:
    """Return a datum called ``language``: a BCP 47 tag."""
    return Name("language", reason, LANGUAGE_PATTERN, "a language tag (BCP 47)", optional)


def stop(reason: str, name: str = "stop", *, optional: bool = False) -> Name:
    """Return a datum that names a stop: ``site/folder``."""
    return Name(name, reason, STOP_PATTERN, "a stop's id (site/stop)", optional)


def site(reason: str) -> Name:
    """Return a datum called ``site`` that names a site."""
    return Name("site", reason, IDENTIFIER_PATTERN, "a site's id")


def sound(reason: str) -> Name:
    """Return an optional datum called ``sound`` that names a recording by its SHA-256."""
    return Name("sound", reason, SHA256_PATTERN, "a recording's SHA-256 (64 hex digits)", optional=True)


def duration_ms(name: str, reason: str, *, optional: bool = False) -> Number:
    """Return a datum in milliseconds, from 0 to 24 hours."""
    return Number(name, reason, "ms", 0, 86_400_000, optional)
