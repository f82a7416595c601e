"""What is to be written of the labels waits in line: written off the interface thread, in order, together."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.upkeep.book import LabelBook

T = TypeVar("T")
Note = Callable[[sqlite3.Connection], KioskError | None]
"""Writes something; returns what staff should be told of it, or None."""

MAX_IN_LINE: Final = 1_000
"""Notes that wait while the disk refuses; the oldest go first."""


@dataclass(frozen=True, slots=True)
class _Piece:
    work: Callable[[sqlite3.Connection], Any]
    answer: Callable[[Any], None]
    is_note: bool
    rewrites: bool = False


class NoteLine:
    """Lives on the interface thread, where ``report`` and the answers are called; nothing here waits.

    ``report`` is told what staff should know: a full disk once until it is over, damage, a label that is covered.
    """

    def __init__(self, book: LabelBook, background: Background, report: Callable[[KioskError], None]) -> None:
        self._book = book
        self._background = background
        self._report = report
        self._waiting: deque[_Piece] = deque(maxlen=MAX_IN_LINE)
        self._is_busy = self._is_closed = self._in_trouble = False
        self._lock = threading.Lock()
        self._under_way: list[_Piece] = []

    def add(self, note: Note) -> None:
        """Have something written soon."""
        self._line_up(_Piece(note, self._tell, is_note=True))

    def rewrite(self) -> None:
        """Have the file written anew after all that waits, so that it does not tell in which order that came."""
        self._line_up(_Piece(_write_nothing, self._tell, is_note=True, rewrites=True))

    def ask(self, question: Callable[[sqlite3.Connection], T], answer: Callable[[T | None], None]) -> None:
        """Have something read after all that waits is written; ``answer`` gets None where the disk refuses."""
        self._line_up(_Piece(question, answer, is_note=False))

    def close(self) -> None:
        """Write what still waits, here and now, and let the file go."""
        if self._is_closed:
            return
        self._is_closed = True
        self._waiting.extendleft(reversed(self._claim()))
        notes = [piece for piece in self._waiting if piece.is_note]
        self._waiting.clear()
        outcome = self._work_off(notes)
        if isinstance(outcome, KioskError):
            self._report(outcome)
        self._book.close()

    def _line_up(self, piece: _Piece) -> None:
        if not self._is_closed:
            self._waiting.append(piece)
            self._go_on()

    def _go_on(self) -> None:
        if self._is_busy or not self._waiting:
            return
        self._is_busy = True
        with self._lock:
            self._under_way = list(self._waiting)
        self._waiting.clear()
        self._background.submit(self._work, self._take_outcome, _raise)

    def _work(self) -> tuple[list[_Piece], list[Any] | KioskError]:
        """Work off what is under way, off the interface thread."""
        pieces = self._claim()
        return pieces, self._work_off(pieces)

    def _claim(self) -> list[_Piece]:
        """Take what is under way: by whoever comes first, the background or the end of the guide."""
        with self._lock:
            pieces, self._under_way = self._under_way, []
        return pieces

    def _work_off(self, pieces: list[_Piece]) -> list[Any] | KioskError:
        if not pieces:
            return []
        try:
            answers = self._book.do(lambda connection: [piece.work(connection) for piece in pieces])
        except KioskError as refusal:
            return refusal
        rewriting = next((place for place, piece in enumerate(pieces) if piece.rewrites), None)
        if rewriting is not None:
            answers[rewriting] = self._rewrite()
        return answers

    def _rewrite(self) -> KioskError | None:
        """Write the file anew; what is written stays written where there is no room for that. The next visit's end tries again."""
        try:
            self._book.rewrite()
        except KioskError as refusal:
            return refusal
        return None

    def _take_outcome(self, outcome: tuple[list[_Piece], list[Any] | KioskError]) -> None:
        self._is_busy = False
        if self._is_closed:
            return
        pieces, answers = outcome
        if isinstance(answers, KioskError):
            self._take_refusal(pieces, answers)
            return
        self._in_trouble = False
        self._tell(self._book.take_mended())
        for piece, answer in zip(pieces, answers, strict=True):
            piece.answer(answer)
        self._go_on()

    def _take_refusal(self, pieces: list[_Piece], refusal: KioskError) -> None:
        # Tried again with what comes next: a disk that is full now may have room then.
        unwritten = [piece for piece in pieces if piece.is_note]
        self._waiting = deque((*unwritten, *self._waiting), maxlen=MAX_IN_LINE)
        if not self._in_trouble:
            self._in_trouble = True
            self._report(refusal)
        for piece in pieces:
            if not piece.is_note:
                piece.answer(None)

    def _tell(self, news: KioskError | None) -> None:
        if news is not None:
            self._report(news)


def _write_nothing(_connection: sqlite3.Connection) -> None:
    return None


def _raise(error: Exception) -> None:
    raise error
