"""Reading facts fast: a line in the form that devices write is checked at a fifth of the usual cost.

Devices write a fact with its keys sorted and no spaces (:func:`kiosk.model.facts.format_fact`). Of each declared
kind one regular expression accepts such lines, and only such whose every value is in bounds; whatever it does not accept
is read in full. So the answer is always that of :func:`kiosk.model.facts.parse_fact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from kiosk.model.datum import (
    MAX_TEXT_LENGTH,
    RANDOM_PATTERN,
    SHA256_PATTERN,
    Choice,
    Datum,
    Declaration,
    Flag,
    Name,
    Number,
    Words,
)
from kiosk.model.facts import FACTS, MAX_FACT_BYTES, parse_fact
from kiosk.model.visitor_words import MAX_CHARACTERS

_KIND_MARK: Final = '"fact":"'
# Which datum tells the site: of a stop it is what stands before the slash.
_SITE_DATA: Final = ("site", "stop", "from_stop")
# So many different sets of names (stop, language, hour) are remembered as good, then all are forgotten.
_MOST_KNOWN: Final = 16_384
# Longer ones together are no site's own: remembered too, they would take hundreds of megabytes.
_MOST_CHARACTERS: Final = 160


@dataclass(frozen=True, slots=True)
class _FastKind:
    """How lines of one kind are matched: the groups are the values that need a look, in ``looked_at``'s order.

    ``known`` remembers groups that were good, with the kind and the site that they tell; not of visitors' words,
    which never come twice.
    """

    kind: str
    pattern: re.Pattern[str]
    looked_at: tuple[Name | Words, ...]
    site_group: int | None
    known: dict[tuple[str | None, ...], tuple[str, str | None]] = field(default_factory=dict)

    def read(self, values: tuple[str | None, ...]) -> tuple[str, str | None] | None:
        """Return kind and site, or None where a value is not as declared."""
        for datum, value in zip(self.looked_at, values, strict=True):
            if value is not None and not datum.is_valid(value):
                return None
        site = None if self.site_group is None else values[self.site_group]
        found = (self.kind, None if site is None else site.split("/", 1)[0])
        if self._are_worth_remembering(values):
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            self.known[values] = found
        return found

    def _are_worth_remembering(self, values: tuple[str | None, ...]) -> bool:
        if any(isinstance(datum, Words) for datum in self.looked_at):
            return False
        return sum(len(value) for value in values if value is not None) <= _MOST_CHARACTERS


def read_fact(line: bytes) -> tuple[str, str | None, str]:
    """Return a fact's kind, its site (None where it has none) and its line as text. ``line`` is not trusted.

    Raises:
        ValueError: It is no text, or :func:`kiosk.model.facts.parse_fact` refuses it.
    """
    text = line.decode()
    start = text.find(_KIND_MARK) + len(_KIND_MARK)
    fast = _FAST.get(text[start : text.find('"', start)])
    if fast is not None and (matched := fast.pattern.fullmatch(text)) and len(line) <= MAX_FACT_BYTES:
        values = matched.groups()
        found = fast.known.get(values) or fast.read(values)
        if found is not None:
            return (*found, text)
    return _read_in_full(line, text)


def _read_in_full(line: bytes, text: str) -> tuple[str, str | None, str]:
    if text.startswith("\ufeff") or "\x00" in text:
        raise ValueError("not JSON")  # the parser would guess another encoding
    fact = parse_fact(line)
    return fact.name, _find_site(fact.values), text


def _find_site(values: Any) -> str | None:
    named = next((values[name] for name in _SITE_DATA if values.get(name) is not None), None)
    return None if named is None else str(named).split("/", 1)[0]


def _compile(declared: Declaration) -> _FastKind:
    data: dict[str, Datum | None] = {"fact": None, **{datum.name: datum for datum in declared.data}}
    looked_at = tuple(
        datum for key in sorted(data) if isinstance(datum := data[key], Name | Words) and not _is_plain(datum)
    )
    names = [datum.name for datum in looked_at]
    site = next((name for name in _SITE_DATA if name in data), None)
    pattern = re.compile("".join(_write_line(declared.name, data)))
    return _FastKind(declared.name, pattern, looked_at, None if site is None else names.index(site))


def _write_line(kind: str, data: dict[str, Datum | None]) -> Iterator[str]:
    """Write the pattern of a line: every member with a comma before it, but for the first.

    Which one is first is open only up to the first member that must be there; the lookbehind tells it.
    """
    yield r"\{"
    comma = r"(?:(?<=\{)|(?<!\{),)"
    for key in sorted(data):
        datum = data[key]
        value = f'"{re.escape(kind)}"' if datum is None else _write_value(datum)
        member = f'{comma}"{re.escape(key)}":{value}'
        if datum is not None and datum.optional:
            yield f"(?:{member})?"
        else:
            yield member
            comma = ","
    yield r"\}"


def _write_value(datum: Datum) -> str:
    if isinstance(datum, Number):
        return _write_number(datum.minimum, datum.maximum)
    if isinstance(datum, Choice):
        return f'"(?:{"|".join(map(re.escape, datum.choices))})"'
    if isinstance(datum, Flag):
        return "(?:true|false)"
    if isinstance(datum, Name) and _is_plain(datum):
        return f'"{datum.pattern.pattern}"'
    most = MAX_CHARACTERS if isinstance(datum, Words) else MAX_TEXT_LENGTH
    return rf'"([^"\\\x00-\x1f]{{0,{most}}})"'


def _write_number(minimum: int, maximum: int) -> str:
    """Write numbers that are surely in bounds: with fewer digits than the highest, and no lower than 0 or 1."""
    if minimum not in (0, 1):
        return r"(?!)"
    if maximum < 10:
        return f"[{minimum}-{maximum}]"
    digits = rf"[1-9][0-9]{{0,{len(str(maximum)) - 2}}}"
    return f"(?:0|{digits})" if minimum == 0 else digits


def _is_plain(datum: Name | Words) -> bool:
    """Tell whether the pattern alone says all: random ids and check sums, of which no two are alike."""
    return isinstance(datum, Name) and datum.pattern in (RANDOM_PATTERN, SHA256_PATTERN)


_FAST: Final = {kind: _compile(declared) for kind, declared in FACTS.items()}
