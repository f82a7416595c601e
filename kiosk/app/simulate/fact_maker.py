"""From logged visits to facts that may leave: folded as on a device, kept until others wait with them, shuffled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from kiosk.model.facts import Fact, format_fact
from kiosk.visits.facts import fold_history
from kiosk.visits.handover import AFTER_VISITS
from kiosk.visits.history import LoggedEvent
from kiosk.visits.random_ids import new_id
from kiosk.visits.timeline import read_visit


class FactMaker:
    """Makes one device's facts.

    Attributes:
        made: How many facts of each kind were made so far.
    """

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._waiting: list[Fact] = []
        self._visits = 0
        self._failures: Counter[tuple[str, str]] = Counter()
        self.made: Counter[str] = Counter()

    def add(self, rows: Sequence[LoggedEvent]) -> None:
        """Fold an ended visit."""
        history = read_visit(rows)
        if history is None:
            return
        self._wait(fold_history(history))
        self._failures.update((history.site, kind) for kind in history.failures)
        self._visits += 1

    def end_day(self, day: str) -> None:
        """Tell the day's failures (``2026-11-22``) as counts."""
        failures, self._failures = self._failures, Counter()
        self._wait(
            Fact("failure", {"id": new_id(), "site": site, "kind": kind, "day": day, "count": count})
            for (site, kind), count in failures.items()
        )

    def take_parcel(self, *, is_day_over: bool = False) -> list[bytes]:
        """Return the facts that may leave now, as lines in a random order; none while too few visits wait."""
        if self._visits < AFTER_VISITS and not is_day_over:
            return []
        facts, self._waiting, self._visits = self._waiting, [], 0
        self._rng.shuffle(facts)
        return [format_fact(fact) for fact in facts]

    def _wait(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            self.made[fact.name] += 1
            self._waiting.append(fact)
