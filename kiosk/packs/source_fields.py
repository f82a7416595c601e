"""Typed reading of an author's TOML: whatever is missing or of the wrong kind becomes a finding."""

from __future__ import annotations

import datetime
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, Unpack

from kiosk.packs.catalogue_values import MAX_TEXT_LENGTH
from kiosk.packs.findings import Findings, Place

MAX_TOML_BYTES = 1_000_000
MAX_SHOWN = 60
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
Choice = TypeVar("Choice", bound=StrEnum)


def read_toml(path: Path, file: str, findings: Findings, limit_bytes: int = MAX_TOML_BYTES) -> Fields:
    """Return a file's top table; a lost one, with a finding, where it cannot be read."""
    try:
        raw = read_capped(path, limit_bytes)
        return Fields(tomllib.loads(raw.decode("utf-8-sig")), file, "", findings)
    except FileNotFoundError:
        remedy = "write it; the form is in the reference of the pack source"
        findings.error(file, "", "the file is missing", remedy, kind="file_missing")
    except (OSError, ValueError, RecursionError) as error:
        remedy = f"save it as TOML in UTF-8, under {limit_bytes // 1_000_000} MB"
        findings.error(file, "", f"it cannot be read ({error})", remedy, kind="file_unreadable")
    return Fields({}, file, "", findings, lost=True)


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


def shorten(value: object) -> str:
    """Return a value as it may stand in a message: in quotes if it is a text, and never long."""
    shown = repr(value)
    return shown if len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]}..."


class Fields:
    """One table of a TOML file. A key that is read is known; :meth:`finish` warns of the others.

    A ``lost`` table is one that is not there, which has been told: nothing more is said of its keys.
    """

    def __init__(
        self, table: Mapping[str, Any], file: str, where: str, findings: Findings, *, lost: bool = False
    ) -> None:
        self._table = table
        self.file = file
        self.where = where
        self.findings = findings
        self.lost = lost
        self._known: set[str] = set()
        self._faulty: set[str] = set()
        self._missing: list[tuple[str, str]] = []

    def text(
        self, key: str, default: str | None = None, *, form: re.Pattern[str] | None = None, like: str = ""
    ) -> str:
        """Return a text; ``default`` where absent (None: it must be there), refused unless it has ``form``."""
        value = self._get(key, str, f"it like {like}" if like else "a text in quotes", default)
        if value is None or value == default:
            return value or ""
        text = tidy(value)
        if _CONTROL.search(text) or len(text) > MAX_TEXT_LENGTH:
            self.error(
                key,
                "it has control characters or is too long",
                f"keep to plain text under {MAX_TEXT_LENGTH:,} characters",
            )
            return ""
        if form is not None and not form.fullmatch(text):
            self.error(key, f"{shorten(text)} has not the right form", f"write it like {like}")
            return ""
        if not text and default is None:
            self.error(key, "it is empty", "write it")
        return text

    def date(self, key: str, *, may_be_blank: bool = False, may_be_missing: bool = False) -> str:
        """Return an ISO date written as a TOML date or in quotes; "" where that is said, or nothing is, and may be."""
        value = self._table.get(key)
        self._known.add(key)
        if (value == "" and may_be_blank) or (value is None and may_be_missing):
            return ""
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            what = "it is missing" if value is None else "a date is expected"
            self.error(key, what, "write it like 2026-11-21", kind=_kind(value))
            return ""

    def integer(self, key: str, default: int | None = None, *, low: int = 0, high: int = 2**31 - 1) -> int:
        """Return a whole number in ``low..high``."""
        value = self._get(key, int, "a whole number", default)
        if value is None:
            return low
        if isinstance(value, bool) or not low <= value <= high:
            self.error(key, f"{shorten(value)} is out of range", f"write a whole number from {low} to {high}")
            return low
        return int(value)

    def number(self, key: str, *, low: float, high: float) -> float | None:
        """Return a number in ``low..high``, or None where absent."""
        self._known.add(key)
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            what = f"{shorten(value)} is no number from {low:g} to {high:g}"
            self.error(key, what, "mend it or leave the key out")
            return None
        return float(value)

    def choice(self, key: str, kinds: type[Choice], default: Choice | None = None) -> Choice | None:
        """Return one of ``kinds``; ``default`` where absent (None: it must be there) or wrong."""
        listed = " or ".join(f'"{kind}"' for kind in kinds)
        text = self.text(key, default, like=listed) if default is not None else self.text(key, like=listed)
        if text in set(kinds):
            return kinds(text)
        if text:
            self.error(key, f"{shorten(text)} is none of them", f"write {listed}")
        return default

    def flag(self, key: str) -> bool:
        """Return whether something is so; False where absent."""
        self._known.add(key)
        value = self._table.get(key, False)
        if not isinstance(value, bool):
            self.error(
                key, f"{shorten(value)} is neither true nor false", "write true or false, without quotes"
            )
            return False
        return value

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

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers; empty where absent."""
        value = self._get(key, list, "a list of whole numbers like [1, 2]", [])
        if not all(isinstance(one, int) and not isinstance(one, bool) for one in value or []):
            self.error(key, "only whole numbers may stand in the list", "write it like [1, 2]")
            return ()
        return tuple(value or [])

    def table(self, key: str, *, may_be_missing: bool = False) -> Fields:
        """Return a table within this one; an empty one where absent, with a finding unless it may be."""
        value = self._get(key, dict, f"a table [{key}]", {} if may_be_missing else None)
        is_table = isinstance(value, dict)
        return Fields(
            value if is_table else {}, self.file, self._place(key), self.findings, lost=not is_table
        )

    def tables(self, key: str) -> list[Fields]:
        """Return a list of tables (``[[key]]``); empty where absent."""
        value = self._get(key, list, f"tables [[{key}]]", []) or []
        if any(not isinstance(item, dict) for item in value):
            self.error(key, f"tables [[{key}]] are expected", f"write [[{key}]] above each", kind="key_wrong")
        return [
            Fields(item, self.file, f"{self._place(key)} {position}", self.findings)
            for position, item in enumerate(value, 1)
            if isinstance(item, dict)
        ]

    def value(self, key: str) -> object:
        """Return what stands at a key, of whatever kind; None where nothing does."""
        return self._table.get(key)

    def has_told(self, key: str) -> bool:
        """Tell whether a fault of this key was noted, or nothing can be known since the table is lost."""
        return self.lost or key in self._faulty

    def names(self) -> tuple[str, ...]:
        """Return the keys of this table, in the author's order."""
        return tuple(self._table)

    def error(self, key: str, what: str, remedy: str, **place: Unpack[Place]) -> None:
        """Note an error at a key of this table, unless the table is lost."""
        if not self.lost:
            self._faulty.add(key)
            place.setdefault("kind", "key_wrong")
            self.findings.error(self.file, self._place(key), what, remedy, **place)

    def warn(self, key: str, what: str, remedy: str, **place: Unpack[Place]) -> None:
        """Note a warning at a key of this table, unless the table is lost."""
        if not self.lost:
            self.findings.warn(self.file, self._place(key), what, remedy, **place)

    def finish(self) -> None:
        """Tell of keys that are missing, and of those that nobody asked for: a misspelt key is silently lost otherwise.

        Two of them that are much alike are one fault. The ``column`` of a warning is the key that was meant.
        """
        strays = [key for key in self._table if key not in self._known]
        for key, wanted in self._missing:
            alike = next(iter(get_close_matches(key, strays, 1)), "")
            what, remedy = "it is missing", f"write {wanted}"
            if alike:
                strays.remove(alike)
                what, remedy = f"it is missing, but {alike} is there", "mend its spelling"
            self.error(key, what, remedy, kind="key_missing")
        for key in strays:
            meant = next(iter(get_close_matches(key, self._known - self._table.keys(), 1)), "")
            remedy = f"is {meant} meant?" if meant else "check its spelling"
            self.warn(key, "nothing reads this", remedy, kind="key_unknown", column=meant)

    def _get(self, key: str, kind: type, wanted: str, default: Any) -> Any:
        self._known.add(key)
        value = self._table.get(key, default)
        if value is None:
            # Told at the end, when it is known which other keys are misspelt.
            self._missing.append((key, wanted))
            self._faulty.add(key)
        elif not isinstance(value, kind):
            self.error(key, f"{_WANTED[kind]} is expected", f"write {wanted}")
            return default
        return value

    def _place(self, key: str) -> str:
        return f"{self.where} {key}".strip()


_WANTED = {str: "a text in quotes", int: "a whole number", dict: "a table", list: "a list"}


def _kind(value: object) -> str:
    return "key_missing" if value is None else "key_wrong"
