"""Takes note of the labels that visitors read: the part that the visitor's pages talk to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.upkeep.foreign_watch import ForeignWatch
from kiosk.upkeep.judge import COVERED_FOREIGN
from kiosk.upkeep.line import Note, NoteLine
from kiosk.upkeep.notes import note_read, note_seen
from kiosk.upkeep.site_days import LabelLibrary, SiteDays, judge_foreign

if TYPE_CHECKING:
    import sqlite3


class LabelNotes:
    """Lives on the interface thread; never waits.

    Of a visit nothing is kept but the last code that led nowhere, in memory, for 90 s. Made over the line in which
    notes are written, the packs, the days at their sites, a clock in ms that only goes forward, and who is told what
    staff should know at once.
    """

    def __init__(
        self,
        line: NoteLine,
        library: LabelLibrary,
        days: SiteDays,
        read_boot_ms: Callable[[], int],
        report: Callable[[KioskError], None],
    ) -> None:
        self._line = line
        self._library = library
        self._days = days
        self._read_boot_ms = read_boot_ms
        self._report = report
        self._watch = ForeignWatch()
        self._has_noted = False
        self._forgery_told_on: str | None = None

    def code_read(self, stop_id: str, spare: float | None) -> None:
        """Take note that a stop's label was read; ``spare`` is None where the read says nothing of the label."""
        self._watch.forget()
        known = spare if spare is not None and 0 <= spare <= 1 else None
        self._note(partial(_write_read, stop_id, self._days.find_today(stop_id), known))

    def code_refused(self, kind: str, text: str = "") -> None:
        """Take note of a code that led nowhere: ``foreign`` (and what it says), ``newer`` or ``unreadable``."""
        if kind == "foreign" and text:
            kind = judge_foreign(self._library, text)
        self._watch.see(kind, self._read_boot_ms())
        if kind == "forged":
            self._tell_forgery()

    def stop_opened(self, stop_id: str, by: str) -> None:
        """Take note of where the visitor stands: what was met just before hangs there."""
        if kind := self._watch.place(by, self._read_boot_ms()):
            self._note(partial(_write_seen, stop_id, self._days.find_today(stop_id), kind))

    def forget(self) -> None:
        """The visit is over: who comes next stands elsewhere, and nothing tells in which order this one went."""
        self._watch.forget()
        if self._has_noted:
            self._has_noted = False
            self._line.rewrite()

    def _note(self, note: Note) -> None:
        self._has_noted = True
        self._line.add(note)

    def _tell_forgery(self) -> None:
        """Tell staff once a day: a child with a sticker must not fill the diary."""
        today = self._days.find_today("")  # in UTC: which site's it is nobody knows
        if today != self._forgery_told_on:
            self._forgery_told_on = today
            self._report(_describe_forgery())


def _write_read(stop_id: str, day: str, spare: float | None, connection: sqlite3.Connection) -> None:
    note_read(connection, stop_id, day, spare)


def _write_seen(stop_id: str, day: str, kind: str, connection: sqlite3.Connection) -> KioskError | None:
    counts = note_seen(connection, stop_id, day, kind)
    became_covered = kind != "unreadable" and counts.foreign == COVERED_FOREIGN
    return _describe_cover(stop_id, counts.foreign) if became_covered else None


def _describe_cover(stop_id: str, foreign: int) -> KioskError:
    return KioskError(
        "The label of a stop seems to be covered",
        thing=stop_id,
        found=f"{foreign} foreign codes there today",
        remedy="Go and look at it; what was found is on the staff page Labels",
        code="upkeep.label-covered",
    )


def _describe_forgery() -> KioskError:
    return KioskError(
        "A code was met that imitates this site's own",
        found="our address, or one that looks like it, without our mark",
        remedy="Look at the labels; where it hangs may be on the staff page Labels",
        code="upkeep.forged-code",
    )
