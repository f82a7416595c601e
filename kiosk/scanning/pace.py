"""How much processor time a frame may take, and how soon the next one is due. Pure: times come in as arguments.

Heat needs no thermometer: a processor that slows down to cool takes longer for the same reading, and is given less to do.
"""

from __future__ import annotations

from dataclasses import dataclass

_LEARNING = 0.15


@dataclass(frozen=True, slots=True)
class PaceRules:
    """What scanning may cost; argued for in docs/explanation/scanning.md.

    Attributes:
        core_share: Of one core, on average, while something moves: all that is done with a frame.
        most_budget_ms: For second looks at one frame; with more, a look comes a frame late at most.
        still_budget_ms: The same before a view in which nothing moves.
        promise_ms: More for a frame after one in which a code was located and not read, as long as the purse lasts.
        purse_ms: What may be spent so at once ...
        refill_ms: ... and how much of it each other frame gives back.
        most_share: Of one core, whatever a plain read takes: beyond it, frames are read less often.
        frame_interval_ms: What a frame is given time for at least; a camera that gives fewer leaves more for each ...
        longest_interval_ms: ... up to this, which is also as rarely as frames are ever read.
        still_interval_ms: From one frame read to the next before a view in which nothing moves.
    """

    core_share: float = 0.2
    most_budget_ms: float = 15.0
    still_budget_ms: float = 5.0
    promise_ms: float = 25.0
    purse_ms: float = 200.0
    refill_ms: float = 4.0
    most_share: float = 0.4
    frame_interval_ms: int = 66
    longest_interval_ms: int = 200
    still_interval_ms: int = 250


class Pace:
    """Learns what frames cost and shares out what there is."""

    def __init__(self, rules: PaceRules | None = None) -> None:
        self._rules = rules or PaceRules()
        self._budget_ms = self._rules.most_budget_ms
        self._purse_ms = self._rules.purse_ms
        self._cost_ms = 0.0
        self._is_measure = True

    @property
    def least_interval_ms(self) -> float:
        """The time from one frame read to the next that what they cost asks for."""
        return min(self._cost_ms / self._rules.most_share, self._rules.longest_interval_ms)

    def give_budget_ms(self, is_still: bool, is_promising: bool = False) -> float:
        """Return the processor time for second looks at the next frame.

        ``is_promising``: a code was located in the last one and not read. A camera swept past a label shows it for a few
        frames only; and one that lies still on a scan shelf is worth the time as well.
        """
        more_ms = min(self._rules.promise_ms, self._purse_ms) if is_promising else 0.0
        refill_ms = 0.0 if is_promising or is_still else self._rules.refill_ms
        self._purse_ms = min(self._purse_ms - more_ms + refill_ms, self._rules.purse_ms)
        is_little = is_still and not is_promising
        self._is_measure = not is_still and more_ms == 0
        return min(self._budget_ms, self._rules.still_budget_ms) if is_little else self._budget_ms + more_ms

    def note_cost(self, cost_ms: float, gap_ms: float) -> None:
        """Learn what a frame took in all, plain read included, ``gap_ms`` after the one before.

        Before a still view, and with more than the usual budget, that is no measure for the others.
        """
        self._cost_ms += _LEARNING * (cost_ms - self._cost_ms)
        if not self._is_measure:
            return
        rules = self._rules
        gap_ms = min(max(gap_ms, rules.frame_interval_ms), rules.longest_interval_ms)
        wanted_ms = self._budget_ms + _LEARNING * (rules.core_share * gap_ms - cost_ms)
        self._budget_ms = min(max(wanted_ms, 0.0), rules.most_budget_ms)
