"""What is wrong with a pack source or a table, all of it at once, in words an author can act on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypedDict, Unpack

from kiosk.model.errors import KioskError

# More than this many in one message hides the first ones; the rest is counted.
SHOWN_IN_MESSAGE = 20
# So many stretches of rows are named on a line for people; --json names them all.
SHOWN_STRETCHES = 6


class Severity(StrEnum):
    """How much a finding matters, the gravest first.

    An error refuses: something cannot be used. ``ask`` refuses until a person has decided. A warning
    is something to mend some day; a note tells what was done.
    """

    ERROR = "error"
    ASK = "ask"
    WARNING = "warning"
    NOTE = "note"

    @property
    def refuses(self) -> bool:
        """Whether nothing is built while such a finding is open."""
        return self in (Severity.ERROR, Severity.ASK)

    @property
    def weight(self) -> str:
        """The importer's word for it: ``blocks``, ``ask`` or ``note``."""
        return {Severity.ERROR: "blocks", Severity.ASK: "ask"}.get(self, "note")


class Place(TypedDict, total=False):
    """The finer place of a finding; see :class:`Finding`."""

    kind: str
    sheet: str
    rows: tuple[int, ...]
    column: str
    media: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: in which file, where in it, what is wrong, and what to do about it.

    ``kind`` is a short name that stays the same when the words change, "" where there is none.
    ``rows`` count as a spreadsheet program does, from 1 with the heading row; ``media`` is the media
    file it is about, relative to the media folder.
    """

    severity: Severity
    file: str
    where: str
    what: str
    remedy: str
    kind: str = ""
    sheet: str = ""
    rows: tuple[int, ...] = ()
    column: str = ""
    media: str = ""

    @property
    def place(self) -> str:
        """Where in the file, for people: ``sheet Guide, rows 2-5, column title``."""
        if self.where:
            return self.where
        named = (("sheet ", self.sheet), ("", format_rows(self.rows)), ("column ", self.column))
        return ", ".join(f"{name}{value}" for name, value in named if value)

    def format(self) -> str:
        """Return the finding as one line: ``file: where: what; remedy``."""
        place = ": ".join(part for part in (self.file, self.place) if part)
        return f"{place}: {self.what}; {self.remedy}"

    def as_record(self) -> dict[str, object]:
        """Return the finding as a JSON object; what does not apply is "" or empty."""
        return {
            "severity": self.severity.value,
            "weight": self.severity.weight,
            "kind": self.kind,
            "file": self.file,
            "where": self.place,
            "sheet": self.sheet,
            "rows": sorted(set(self.rows)),
            "column": self.column,
            "media": self.media,
            "what": self.what,
            "remedy": self.remedy,
        }


class Findings:
    """Collects faults while a source is read, so that an author sees all of them in one go."""

    def __init__(self) -> None:
        self._all: list[Finding] = []

    def error(self, file: str, where: str, what: str, remedy: str, **place: Unpack[Place]) -> None:
        """Note a fault that refuses the build."""
        self.add(Severity.ERROR, file, where, what, remedy, **place)

    def ask(self, file: str, where: str, what: str, remedy: str, **place: Unpack[Place]) -> None:
        """Note something a person must decide before anything is built."""
        self.add(Severity.ASK, file, where, what, remedy, **place)

    def warn(self, file: str, where: str, what: str, remedy: str, **place: Unpack[Place]) -> None:
        """Note something the author should know, that does not stop the build."""
        self.add(Severity.WARNING, file, where, what, remedy, **place)

    def note(self, file: str, where: str, what: str, remedy: str, **place: Unpack[Place]) -> None:
        """Note what was done with something, where nobody need do anything."""
        self.add(Severity.NOTE, file, where, what, remedy, **place)

    def add(
        self, severity: Severity, file: str, where: str, what: str, remedy: str, **place: Unpack[Place]
    ) -> None:
        """Note a finding of any severity."""
        self._all.append(Finding(severity, file, where, what, remedy, **place))

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add findings that were made elsewhere."""
        self._all.extend(findings)

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding, the gravest first, else in the order they were met."""
        order = list(Severity)
        return tuple(sorted(self._all, key=lambda finding: order.index(finding.severity)))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that do not stop the build, in the order they were met."""
        return tuple(finding for finding in self._all if not finding.severity.refuses)

    def raise_errors(self, thing: str) -> None:
        """Raise :class:`PackSourceError` if any error or open question was noted.

        Raises:
            PackSourceError: ``packs.source-faulty`` with every finding.
        """
        if any(finding.severity.refuses for finding in self._all):
            raise PackSourceError(thing, self._all)


class PackSourceError(KioskError):
    """A pack source has faults that refuse the build; ``findings`` holds all of them, warnings too."""

    def __init__(self, thing: str, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        errors = [finding for finding in self.findings if finding.severity.refuses]
        lines = [finding.format() for finding in errors[:SHOWN_IN_MESSAGE]]
        if len(errors) > SHOWN_IN_MESSAGE:
            lines.append(f"and {len(errors) - SHOWN_IN_MESSAGE} more")
        self.count = f"{len(errors)} fault{'s' if len(errors) != 1 else ''}"
        super().__init__(
            "The pack was not built",
            thing=thing,
            found=f"{self.count}: " + " | ".join(lines),
            remedy="mend these and build again",
            code="packs.source-faulty",
        )

    def summed_up(self) -> KioskError:
        """Return the same in a few words, for whoever has shown the findings already."""
        return KioskError(
            self.what, thing=self.thing, found=self.count, remedy=self.remedy, code="packs.source-faulty"
        )


def format_rows(rows: Sequence[int]) -> str:
    """Return row numbers in words: ``row 4``, ``rows 2-5, 9``, ``rows 2, 4, ... (30 in all)``."""
    if not rows:
        return ""
    stretches = [
        [row for _, row in stretch]
        for _, stretch in groupby(enumerate(sorted(set(rows))), key=lambda pair: pair[1] - pair[0])
    ]
    parts = [f"{part[0]}-{part[-1]}" if len(part) > 1 else str(part[0]) for part in stretches]
    words = ", ".join(parts[:SHOWN_STRETCHES])
    if len(parts) > SHOWN_STRETCHES:
        words += f", ... ({len(set(rows)):,} in all)"
    return f"{'rows' if len(set(rows)) > 1 else 'row'} {words}"
