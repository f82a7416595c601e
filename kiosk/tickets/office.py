"""The ticket office of a device: a code is read, judged and used up, with no network, and the answer is durable."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.tickets.book import TicketBook
from kiosk.tickets.desk_folder import DeskAnswer, DeskFolder
from kiosk.tickets.problems import desk_absent, keys_missing, not_kept
from kiosk.tickets.reading import Paper, ReadCode, Refusal, read_code
from kiosk.tickets.tries import WrongTries
from kiosk.tickets.validity import KnownDay, Period, judge_period

_WRONG: Final = frozenset({Refusal.MISTYPED, Refusal.TORN, Refusal.NOT_OURS})
_PERIODS: Final = {Period.NOT_YET: Refusal.NOT_YET, Period.OVER: Refusal.OVER}
_TRIES: Final = "wrong_tries"
_TOLD_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office says of a code.

    Attributes:
        refusal: Why it does not open a visit; None where it does.
        code: The ticket or voucher, where it is a genuine one of this site.
        wait_s: How long no code is looked at, where ``refusal`` is ``wait``.
    """

    refusal: Refusal | None
    code: ReadCode | None = None
    wait_s: float = 0.0

    @property
    def is_accepted(self) -> bool:
        """Whether the code opens what it is for."""
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the office is told from outside.

    Attributes:
        paper: Gives the operator's secrets; may raise KioskError.
        known_day: Tells what is known of the day at a site.
        now_s: A clock that only goes forward, in seconds.
        report: Is told, from any thread, what staff should know.
        started_s: When the program began, on the clock of ``now_s``.
    """

    paper: Callable[[], Paper]
    known_day: Callable[[str], KnownDay]
    now_s: Callable[[], float]
    report: Callable[[KioskError], None]
    started_s: float = 0.0


class TicketOffice:
    """Redeems the tickets and vouchers of one device; safe to call from several threads.

    Nothing that goes wrong here stops a visitor whose ticket is genuine: it is told to staff.
    """

    def __init__(self, book: TicketBook, around: Surroundings, desk: DeskFolder | None = None) -> None:
        self._book = book
        self._around = around
        self._desk = desk
        self._guard = threading.Lock()
        # What the disk did not take; better than nothing, and gone with the program.
        self._unkept: set[str] = set()
        self._tries = WrongTries(around.now_s, self._read_tries, self._keep_tries, around.started_s)

    def close(self) -> None:
        """Let the book go."""
        self._book.close()

    def redeem(self, site: str, text: str) -> Verdict:
        """Use a code up, typed or scanned and not trusted: once on this device, and where the desk shares a folder.

        When it says yes, that is on the disk.
        """
        with self._guard:
            if wait_s := self._tries.wait_s:
                return Verdict(Refusal.WAIT, wait_s=wait_s)
            verdict = self.check(site, text)
            if verdict.refusal in _WRONG:
                self._tries.count_wrong()
            if verdict.code is None or not verdict.is_accepted:
                return verdict
            if not self._use_up(verdict.code.mark):
                return Verdict(Refusal.USED, verdict.code)
            self._tries.clear()
            return verdict

    def check(self, site: str, text: str) -> Verdict:
        """Say what :meth:`redeem` would, as far as this device alone can tell; nothing is used up or counted."""
        try:
            paper = self._around.paper()
        except KioskError as problem:
            self._around.report(problem)
            return Verdict(Refusal.NO_KEYS)
        found = read_code(text, site, paper)
        if isinstance(found, Refusal):
            if found is Refusal.NO_KEYS:
                self._around.report(keys_missing(site))
            return Verdict(found)
        period = judge_period(found.first_day, found.last_day, self._around.known_day(site))
        refusal = _PERIODS.get(period) or (Refusal.USED if self._is_used(found.mark) else None)
        return Verdict(refusal, found)

    def clear_tries(self) -> None:
        """Forget the wrong codes: staff are here."""
        with self._guard:
            self._tries.clear()

    def look_after(self, earliest: date) -> None:
        """Tell the desk's folder what it missed, and forget tickets whose last day was before ``earliest``."""
        try:
            self._book.forget_over(earliest)
            self._tell_desk()
        except (sqlite3.Error, OSError) as error:
            self._around.report(not_kept(error))
        if self._desk is not None:
            self._desk.forget_over(earliest)

    def _use_up(self, mark: str) -> bool:
        """Note a use at the desk and in the book; False where the desk says that all are gone."""
        answer = DeskAnswer.ABSENT if self._desk is not None else None
        try:
            if self._desk is not None:
                answer = self._desk.claim(mark, again=not self._book.begin(mark))
                if answer is DeskAnswer.USED:
                    self._book.add_elsewhere([mark])
                    return False
            self._book.add(mark, desk_knows=answer is not DeskAnswer.ABSENT)
        except (sqlite3.Error, OSError) as error:
            self._unkept.add(mark)
            self._around.report(not_kept(error))
        if answer is DeskAnswer.ABSENT:
            self._around.report(desk_absent())
        return True

    def _is_used(self, mark: str) -> bool:
        if mark in self._unkept:
            return True
        try:
            return self._book.is_used(mark)
        except (sqlite3.Error, OSError) as error:
            self._around.report(not_kept(error))
            return False

    def _tell_desk(self) -> None:
        """Tell the desk of tickets that were used while its folder was away."""
        if self._desk is None or not self._desk.is_there():
            return
        told = []
        for mark in self._book.list_untold("desk", _TOLD_AT_ONCE):
            if self._desk.claim(mark) is DeskAnswer.ABSENT:
                break
            told.append(mark)
        self._book.note_told("desk", told)

    def _read_tries(self) -> int:
        try:
            return self._book.read_number(_TRIES)
        except (sqlite3.Error, OSError):
            return 0  # told when a ticket meets the same disk

    def _keep_tries(self, wrong: int) -> None:
        try:
            self._book.write_number(_TRIES, wrong)
        except (sqlite3.Error, OSError) as error:
            self._around.report(not_kept(error))
