"""The staff's view of labels without a disk: the test says what is known of each, and the round goes on in memory.

It keeps the promises of :class:`kiosk.screens.rooms.LabelRounds` (tests/contract/test_label_rounds.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from kiosk.model.label_state import LabelRound, LabelState


def make_state(stop_id: str, **words: object) -> LabelState:
    """Return a label that visitors read well."""
    state = LabelState(stop_id, 41, 1.0, 1.0, 0, False, False, "2026-10-02", "2026-09-14")
    return replace(state, **words)  # type: ignore[arg-type]  # a test's own words


@dataclass
class FakeRounds:
    """The labels of one site.

    Attributes:
        site_id: The site.
        texts: What each stop's label says, by the stop, in the curator's order.
        known: What is known of the labels; a stop without has never been read.
        is_read: Whether the disk has told yet.
    """

    site_id: str
    texts: Mapping[str, str]
    known: dict[str, LabelState] = field(default_factory=dict)
    is_read: bool = True
    current_round: LabelRound | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    def states(self, site_id: str) -> tuple[LabelState, ...]:
        if not self.is_read or site_id != self.site_id:
            return ()
        never = LabelState("", 0, None, None, 0, False, False, "", "")
        found = [self.known.get(stop_id, replace(never, stop_id=stop_id)) for stop_id in self.texts]
        return tuple(sorted(found, key=lambda state: (not state.needs_somebody, state.foreign == 0)))

    def watch(self, on_change: Callable[[], None]) -> None:
        self._watchers.append(on_change)

    def forget(self) -> None:
        self.asked.append(("forget", ""))

    def begin_round(self, site_id: str) -> None:
        if self.current_round is None or self.current_round.site_id != site_id:
            self._go_on((), "")

    def take_scan(self, text: str, spare: float | None) -> None:
        now = self.current_round
        if now is None:
            return
        stop_id = next((stop_id for stop_id, label in self.texts.items() if label == text), "")
        if not stop_id:
            self.current_round = replace(now, last="", problem="foreign")
            self.tell()
            return
        never = make_state(stop_id, reads=0, read_on="", spare=None, spare_before=None)
        known = self.known.get(stop_id, never)
        self.known[stop_id] = replace(
            known, confirmed_on="2026-11-22", is_covered=False, foreign=0, foreign_today=0, forged=0, failed=0
        )
        self._go_on((*(one for one in now.confirmed if one != stop_id), stop_id), stop_id)

    def undo_scan(self) -> None:
        now = self.current_round
        if now is not None and now.last:
            self.known[now.last] = replace(self.known[now.last], confirmed_on="")
            self._go_on(tuple(one for one in now.confirmed if one != now.last), "")

    def end_round(self) -> None:
        self.current_round = None
        self.tell()

    def note_replaced(self, stop_id: str) -> None:
        self.asked.append(("replaced", stop_id))
        self._better(stop_id, is_wearing=False, spare=None, spare_before=None)

    def note_all_right(self, stop_id: str) -> None:
        self.asked.append(("all-right", stop_id))
        self._better(stop_id)

    # What a test does.

    def tell(self) -> None:
        """Let whoever watches hear that something changed."""
        for watcher in self._watchers:
            watcher()

    def _better(self, stop_id: str, **words: object) -> None:
        state = self.known.get(stop_id, make_state(stop_id))
        calm = replace(state, is_covered=False, foreign=0, foreign_today=0, forged=0, failed=0)
        self.known[stop_id] = replace(calm, **words)  # type: ignore[arg-type]  # a test's own words
        self.tell()

    def _go_on(self, confirmed: tuple[str, ...], last: str) -> None:
        missing = tuple(stop_id for stop_id in self.texts if stop_id not in confirmed)
        self.current_round = LabelRound(self.site_id, confirmed, missing, last)
        self.tell()
