"""Staff's view of the labels, and the round on which each is scanned once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.model.label_state import LabelRound, LabelState
from kiosk.model.marker import parse_marker
from kiosk.upkeep import notes
from kiosk.upkeep.judge import judge_labels
from kiosk.upkeep.line import NoteLine
from kiosk.upkeep.rows import read_records, read_round
from kiosk.upkeep.site_days import LabelLibrary, SiteDays, judge_foreign, list_stop_ids

_Seen = tuple[tuple[LabelState, ...], str, tuple[str, ...]]


class LabelRounds:
    """Lives on the interface thread; what is asked of the disk comes later, and ``watch`` tells when.

    A round is kept on the disk scan by scan: after a power cut, or tomorrow, it goes on where it was.
    """

    def __init__(self, line: NoteLine, library: LabelLibrary, days: SiteDays) -> None:
        self._line = line
        self._library = library
        self._days = days
        self._states: dict[str, tuple[LabelState, ...]] = {}
        self._asked: set[str] = set()
        self._round: LabelRound | None = None
        self._is_round_known = False
        self._watchers: list[Callable[[], None]] = []

    def watch(self, on_change: Callable[[], None]) -> None:
        """Have ``on_change`` called whenever the states or the round are others than before."""
        self._watchers.append(on_change)

    @property
    def current_round(self) -> LabelRound | None:
        """The round under way; None where there is none, or before the disk has told (see ``watch``)."""
        return self._round

    def states(self, site_id: str) -> tuple[LabelState, ...]:
        """Return a site's labels, what needs somebody first; none before the disk has told (see ``watch``)."""
        if site_id not in self._asked:
            self._asked.add(site_id)
            self._look(site_id)
        return self._states.get(site_id, ())

    def forget(self) -> None:
        """Keep nothing in memory; what is asked next is read anew."""
        self._states.clear()
        self._asked.clear()

    def begin_round(self, site_id: str) -> None:
        """Begin a round at a site, or go on with the one under way there."""
        if self._round is not None and self._round.site_id == site_id:
            return
        self._round = self._make_round(site_id, (), "")
        self._line.add(partial(_keep_round, site_id))
        self._look(site_id)
        self._tell()

    def take_scan(self, text: str, spare: float | None) -> None:
        """Take a code that was scanned on the round; nothing happens where none is under way."""
        now = self._round
        if now is None:
            return
        stop_id, problem = self._find_stop(text, now.site_id)
        if problem:
            self._round = replace(now, last="", problem=problem)
        else:
            self._line.add(partial(_confirm, stop_id, self._days.find_today(stop_id), spare))
            confirmed = now.confirmed if stop_id in now.confirmed else (*now.confirmed, stop_id)
            self._round = self._make_round(now.site_id, confirmed, stop_id)
            self._look(now.site_id)
        self._tell()

    def undo_scan(self) -> None:
        """Take the last scan back: the label that was read is not where it should be."""
        now = self._round
        if now is None or not now.last:
            return
        self._line.add(partial(_undo, now.last))
        confirmed = tuple(stop_id for stop_id in now.confirmed if stop_id != now.last)
        self._round = self._make_round(now.site_id, confirmed, "")
        self._look(now.site_id)
        self._tell()

    def end_round(self) -> None:
        """End the round; what it confirmed stays noted."""
        self._round, self._is_round_known = None, True
        self._line.add(partial(_keep_round, ""))
        self._tell()

    def note_replaced(self, stop_id: str) -> None:
        """Note that a label was printed anew and hung: its wear is counted from the beginning."""
        self._line.add(partial(_replaced, stop_id))
        self._look(stop_id.partition("/")[0])

    def note_all_right(self, stop_id: str) -> None:
        """Note that somebody looked at a label and nothing is over it (any more)."""
        self._line.add(partial(_all_right, stop_id))
        self._look(stop_id.partition("/")[0])

    def _find_stop(self, text: str, site_id: str) -> tuple[str, str]:
        """Return the stop of a scanned text, or "" and why it is none of this site's."""
        marker = parse_marker(text)
        match = self._library.find_by_marker(marker) if marker is not None else None
        if match is None or match.kind == "foreign":
            return "", judge_foreign(self._library, text)
        if match.kind != "stop":
            return "", match.kind
        if match.stop_id.partition("/")[0] != site_id:
            return "", "elsewhere"
        return match.stop_id, ""

    def _look(self, site_id: str) -> None:
        """Read what is on the disk of a site's labels, after what waits to be written, and judge it there too."""
        stop_ids = list_stop_ids(self._library, site_id)
        today = self._days.find_today(site_id)

        def read(connection: sqlite3.Connection) -> _Seen:
            records = read_records(connection, site_id)
            return judge_labels(stop_ids, records, today), *read_round(connection)

        self._line.ask(read, partial(self._take, site_id))

    def _take(self, site_id: str, seen: _Seen | None) -> None:
        # Where the disk refuses there is nothing to show; staff are told of the disk.
        self._states[site_id], round_site, confirmed = seen or ((), "", ())
        if seen is not None and not self._is_round_known:
            self._is_round_known = True
            self._join_round(round_site, confirmed)
        self._tell()

    def _join_round(self, site_id: str, confirmed: tuple[str, ...]) -> None:
        """Take the round that the disk knows of, and what was scanned before it told."""
        now = self._round
        if now is not None and now.site_id == site_id:
            fresh = tuple(stop_id for stop_id in now.confirmed if stop_id not in confirmed)
            self._round = replace(self._make_round(site_id, confirmed + fresh, now.last), problem=now.problem)
        elif now is None and site_id:
            self._round = self._make_round(site_id, confirmed, "")

    def _make_round(self, site_id: str, confirmed: tuple[str, ...], last: str) -> LabelRound:
        stop_ids = list_stop_ids(self._library, site_id)
        here = tuple(stop_id for stop_id in confirmed if stop_id in stop_ids)
        missing = tuple(stop_id for stop_id in stop_ids if stop_id not in confirmed)
        return LabelRound(site_id, here, missing, last)

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()


def _keep_round(site_id: str, connection: sqlite3.Connection) -> None:
    notes.keep_round(connection, site_id)


def _confirm(stop_id: str, day: str, spare: float | None, connection: sqlite3.Connection) -> None:
    notes.note_confirmed(connection, stop_id, day)
    if spare is not None and 0 <= spare <= 1:
        notes.note_spare(connection, stop_id, spare)


def _undo(stop_id: str, connection: sqlite3.Connection) -> None:
    notes.undo_confirmed(connection, stop_id)


def _replaced(stop_id: str, connection: sqlite3.Connection) -> None:
    notes.note_replaced(connection, stop_id)


def _all_right(stop_id: str, connection: sqlite3.Connection) -> None:
    notes.note_all_right(connection, stop_id)
