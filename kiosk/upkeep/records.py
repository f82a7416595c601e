"""What is kept of one label: counts of a day, and the summary of its reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.upkeep.wear import Wear


@dataclass(frozen=True, slots=True)
class DayCounts:
    """One label on one day.

    Attributes:
        reads: How often visitors read it.
        foreign: How often a foreign code was met where it hangs.
        forged: How many of those imitate this site's own.
        failed: How often a code was met there that could not be read.
    """

    reads: int = 0
    foreign: int = 0
    forged: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class LabelRecord:
    """One label; ``days`` has the newest 60 on which anything was counted, by their ISO date."""

    wear: Wear = field(default_factory=Wear)
    read_on: str = ""
    confirmed_on: str = ""
    days: Mapping[str, DayCounts] = field(default_factory=dict)
