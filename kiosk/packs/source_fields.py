"""Typed reading of an author's TOML: whatever is missing or of the wrong kind becomes a finding."""

from __future__ import annotations

import datetime
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.packs.catalogue_values import MAX_TEXT_LENGTH
from kiosk.packs.findings import Findings

MAX_TOML_BYTES = 1_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_toml(path: Path, file: str, findings: Findings) -> Fields:
    """Return a file's top table; an empty one, with a finding, where it cannot be read."""
    table: dict[str, Any] = {}
    try:
        raw = read_capped(path, MAX_TOML_BYTES)
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except FileNotFoundError:
        findings.error(
            file, "", "the file is missing", "write it; the form is in the reference of the pack source"
        )
    except (OSError, ValueError, RecursionError) as error:
        findings.error(file, "", f"it cannot be read ({error})", "save it as TOML in UTF-8, under 1 MB")
    return Fields(table, file, "", findings)


def read_capped(path: Path, limit_bytes: int) -> bytes:
    """Return a file's bytes.

    Raises:
        OSError: It cannot be read.
        ValueError: It is larger than ``limit_bytes``, or no plain file: a pipe would be waited for.
    """
    if path.exists() and not path.is_file():
        raise ValueError("no plain file")
    with path.open("rb") as stream:
        raw = stream.read(limit_bytes + 1)
    if len(raw) > limit_bytes:
        raise ValueError(f"larger than {limit_bytes:,} bytes")
    return raw


def tidy(text: str) -> str:
    """Return ``text`` composed (NFC), with plain line ends and no blanks around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class Fields:
    """One table of a TOML file. A key that is read is known; :meth:`finish` warns of the others."""

    def __init__(self, table: Mapping[str, Any], file: str, where: str, findings: Findings) -> None:
        self._table = table
        self.file = file
        self.where = where
        self.findings = findings
        self._known: set[str] = set()

    def text(
        self, key: str, default: str | None = None, *, form: re.Pattern[str] | None = None, like: str = ""
    ) -> str:
        """Return a text; ``default`` where absent (None: it must be there), refused unless it has ``form``."""
        value = self._get(key, str, "a text in quotes", default)
        if value is None or value == default:
            return value or ""
        text = tidy(value)
        if _CONTROL.search(text) or len(text) > MAX_TEXT_LENGTH:
            self.error(
                key, "it has control characters or is too long", "keep to plain text under 40,000 characters"
            )
            return ""
        if form is not None and not form.fullmatch(text):
            self.error(key, f"{text!r} has not the right form", f"write it like {like}")
            return ""
        if not text and default is None:
            self.error(key, "it is empty", "write it")
        return text

    def date(self, key: str) -> str:
        """Return an ISO date written as a TOML date or in quotes."""
        value = self._table.get(key)
        self._known.add(key)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.error(key, "a date is expected", "write it like 2026-11-21")
            return ""

    def integer(self, key: str, default: int | None = None, *, low: int = 0, high: int = 2**31 - 1) -> int:
        """Return a whole number in ``low..high``."""
        value = self._get(key, int, "a whole number", default)
        if value is None:
            return low
        if isinstance(value, bool) or not low <= value <= high:
            self.error(key, f"{value} is out of range", f"write a whole number from {low} to {high}")
            return low
        return int(value)

    def number(self, key: str, *, low: float, high: float) -> float | None:
        """Return a number in ``low..high``, or None where absent."""
        self._known.add(key)
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            self.error(
                key, f"{value!r} is no number from {low:g} to {high:g}", "mend it or leave the key out"
            )
            return None
        return float(value)

    def point(self, key: str) -> tuple[float, float]:
        """Return a pair of numbers in 0..1; the middle where absent."""
        value = self._table.get(key, [0.5, 0.5])
        self._known.add(key)
        pair = value if isinstance(value, list) and len(value) == 2 else []
        if not pair or not all(isinstance(part, (int, float)) and 0 <= part <= 1 for part in pair):
            self.error(key, "a point is expected", "write it like [0.5, 0.4]")
            return 0.5, 0.5
        return float(pair[0]), float(pair[1])

    def texts(self, key: str) -> dict[str, str]:
        """Return a table from language to text; empty where absent."""
        table = self._get(key, dict, "a table with one text a language", {})
        found: dict[str, str] = {}
        for language, value in (table or {}).items():
            is_text = isinstance(value, str) and len(value) <= MAX_TEXT_LENGTH
            if is_text and value.strip() and not _CONTROL.search(value):
                found[language] = tidy(value)
            else:
                self.error(
                    f"{key}.{language}", "a text in quotes is expected", "write it or leave the line out"
                )
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where absent."""
        value = self._get(key, list, 'a list of texts like ["a", "b"]', [])
        if not all(isinstance(word, str) for word in value or []):
            self.error(key, "only texts may stand in the list", 'write it like ["a", "b"]')
            return ()
        return tuple(tidy(word) for word in value or [])

    def table(self, key: str) -> Fields:
        """Return a table within this one; an empty one, with a finding, where absent."""
        value = self._get(key, dict, f"a table [{key}]", None)
        return Fields(value or {}, self.file, self._place(key), self.findings)

    def tables(self, key: str) -> list[Fields]:
        """Return a list of tables (``[[key]]``); empty where absent."""
        value = self._get(key, list, f"tables [[{key}]]", []) or []
        return [
            Fields(
                item if isinstance(item, dict) else {},
                self.file,
                f"{self._place(key)} {position}",
                self.findings,
            )
            for position, item in enumerate(value, 1)
        ]

    def names(self) -> tuple[str, ...]:
        """Return the keys of this table, in the author's order."""
        return tuple(self._table)

    def error(self, key: str, what: str, remedy: str) -> None:
        """Note an error at a key of this table."""
        self.findings.error(self.file, self._place(key), what, remedy)

    def finish(self) -> None:
        """Warn of keys nobody asked for: a misspelt key is silently lost otherwise."""
        for key in self._table:
            if key not in self._known:
                self.findings.warn(self.file, self._place(key), "nothing reads this", "check its spelling")

    def _get(self, key: str, kind: type, wanted: str, default: Any) -> Any:
        self._known.add(key)
        value = self._table.get(key, default)
        if value is None:
            self.error(key, "it is missing", f"write {wanted}")
        elif not isinstance(value, kind):
            self.error(key, f"{wanted} is expected", "mend it")
            return default
        return value

    def _place(self, key: str) -> str:
        return f"{self.where} {key}".strip()
