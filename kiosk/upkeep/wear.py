"""Whether a label wears out, by how much error correction its reads leave unused.

A lens, a shake or a dim room only ever takes correction away. So one bad read says nothing, and of many the better
ones tell of the label: what even they lack is gone from the print. Their lower end, the upper quartile of all, is
compared with that of the label's own first reads (a label behind glass or far up is read worse from its first day),
and with a floor below which no sound label was ever drawn. Both figures are measured: ``./run bench upkeep``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.upkeep.spare_counts import SpareCounts

FIRST_READS = 30
BLOCK_READS = 20
ENOUGH_READS = 20
FLOOR = 0.5
"""No sound label was below, not even one so far away that a third of the visitors could not read it (0.75)."""
DROP = 0.3
"""A sound label loses 0.1 from a bright season to a dim one; one scratched or torn loses 0.35 and more."""


@dataclass(frozen=True, slots=True)
class Wear:
    """What the reads of one label left unused.

    Attributes:
        first: Of its first 30 reads since it was hung or printed anew.
        older: Of the block of 20 reads before the newest.
        newer: Of the newest block, until it is full.
    """

    first: SpareCounts = field(default_factory=SpareCounts)
    older: SpareCounts = field(default_factory=SpareCounts)
    newer: SpareCounts = field(default_factory=SpareCounts)

    def take(self, spare: float) -> Wear:
        """Return what is known after one more read."""
        if self.first.total < FIRST_READS:
            return Wear(self.first.add(spare), self.older, self.newer)
        if self.newer.total >= BLOCK_READS:
            return Wear(self.first, self.newer, SpareCounts().add(spare))
        return Wear(self.first, self.older, self.newer.add(spare))

    @property
    def spare_before(self) -> float | None:
        """What the better quarter of its first reads left at least; None while there are too few."""
        return self.first.upper_quartile if self.first.total >= ENOUGH_READS else None

    @property
    def spare(self) -> float | None:
        """The same of its newest reads (at most 40); None while there are too few."""
        recent = self.older.join(self.newer)
        if recent.total >= ENOUGH_READS:
            return recent.upper_quartile
        return self.spare_before

    @property
    def is_wearing(self) -> bool:
        """Whether it is worse than it was by 0.3, or has little left in any case: 0.5 or less."""
        spare, before = self.spare, self.spare_before
        if spare is None or before is None:
            return False
        return spare <= FLOOR or spare <= before - DROP + 1e-9
