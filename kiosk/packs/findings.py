"""What is wrong with a pack source, all of it at once, in words an author can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.errors import KioskError

# More than this many in one message hides the first ones; the rest is counted.
SHOWN_IN_MESSAGE = 20


class Severity(StrEnum):
    """An error refuses the build; a warning is printed and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: in which file, where in it, what is wrong, and what to do about it."""

    severity: Severity
    file: str
    where: str
    what: str
    remedy: str

    def format(self) -> str:
        """Return the finding as one line: ``file: where: what; remedy``."""
        place = ": ".join(part for part in (self.file, self.where) if part)
        return f"{place}: {self.what}; {self.remedy}"


class Findings:
    """Collects faults while a source is read, so that an author sees all of them in one go."""

    def __init__(self) -> None:
        self._all: list[Finding] = []

    def error(self, file: str, where: str, what: str, remedy: str) -> None:
        """Note a fault that refuses the build."""
        self._all.append(Finding(Severity.ERROR, file, where, what, remedy))

    def warn(self, file: str, where: str, what: str, remedy: str) -> None:
        """Note something the author should know, that does not stop the build."""
        self._all.append(Finding(Severity.WARNING, file, where, what, remedy))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that do not stop the build, in the order they were met."""
        return tuple(finding for finding in self._all if finding.severity is Severity.WARNING)

    def raise_errors(self, thing: str) -> None:
        """Raise :class:`PackSourceError` if any error was noted.

        Raises:
            PackSourceError: ``packs.source-faulty`` with every finding.
        """
        if any(finding.severity is Severity.ERROR for finding in self._all):
            raise PackSourceError(thing, self._all)


class PackSourceError(KioskError):
    """A pack source has faults that refuse the build; ``findings`` holds all of them, warnings too."""

    def __init__(self, thing: str, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        lines = [finding.format() for finding in errors[:SHOWN_IN_MESSAGE]]
        if len(errors) > SHOWN_IN_MESSAGE:
            lines.append(f"and {len(errors) - SHOWN_IN_MESSAGE} more")
        super().__init__(
            "The pack was not built",
            thing=thing,
            found=f"{len(errors)} fault{'s' if len(errors) != 1 else ''}: " + " | ".join(lines),
            remedy="mend these and build again",
            code="packs.source-faulty",
        )
