"""Writes TOML that a person goes on with: keys in the order given, long texts as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
Value = str | int | float | list[str] | list[float]


def format_pairs(pairs: Mapping[str, Value | None]) -> list[str]:
    """Return a line for each key; one whose value is None is left out."""
    return [
        f"{_format_key(key)} = {_format_value(value)}" for key, value in pairs.items() if value is not None
    ]


def format_table(name: str, pairs: Mapping[str, Value | None]) -> list[str]:
    """Return a table with its heading and a blank line before it; nothing where it has no key."""
    lines = format_pairs(pairs)
    return ["", f"[{name}]", *lines] if lines else []


def format_entry(name: str, pairs: Mapping[str, Value | None]) -> list[str]:
    """Return one table of a list, ``[[name]]``."""
    return ["", f"[[{name}]]", *format_pairs(pairs)]


def join_lines(lines: Iterable[str]) -> str:
    """Return a file's text."""
    return "\n".join(lines).strip("\n") + "\n"


def _format_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quote(key)


def _format_value(value: Value) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_format_value(one) for one in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    # Paragraphs stay readable; three quotation marks in a row cannot stand in such a text.
    if "\n" in value and '"""' not in value and not value.endswith('"'):
        lines = value.split("\n")
        return '"""\n' + "\n".join(_escape(line, "\\") for line in lines) + '"""'
    return _quote(value)


def _quote(text: str) -> str:
    return f'"{_escape(text, _ESCAPES)}"'


def _escape(text: str, signs: Iterable[str]) -> str:
    special = set(signs)
    return "".join(
        _ESCAPES[sign]
        if sign in special
        else f"\\u{ord(sign):04x}"
        if (ord(sign) < 0x20 and sign != "\t") or ord(sign) == 0x7F
        else sign
        for sign in text
    )
