"""What a device knows of a stop's label: whether it wears out, seems covered, or was found in its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelState:
    """One label.

    Attributes:
        stop_id: Whose label it is.
        reads: How often it was read in the last 30 days.
        spare: Share of error correction that the better quarter of its recent reads left unused at least (1 untouched,
            0 worn out); None unknown.
        spare_before: The same of its first reads; None unknown.
        foreign_today: Foreign codes seen today where this label hangs.
        is_wearing: Whether it should be printed anew before long.
        is_covered: Whether a foreign code seems to hang over it.
        read_on: The day it was last read, ISO 8601 in the site's time; "" for never.
        confirmed_on: The day a staff round last found it in its place; "" for never.
        foreign: The most foreign codes seen there on one of the last 30 days, until staff say it is all right.
        foreign_on: That day; "" for none.
        forged: Codes seen there in the last 30 days that imitate this site's own, of all those foreign.
        failed: How often in the last 30 days a code could not be read there and the stop was opened another way.
        is_unread: Whether it was read often and is not read any more, while others of the site are.
    """

    stop_id: str
    reads: int
    spare: float | None
    spare_before: float | None
    foreign_today: int
    is_wearing: bool
    is_covered: bool
    read_on: str
    confirmed_on: str
    foreign: int = 0
    foreign_on: str = ""
    forged: int = 0
    failed: int = 0
    is_unread: bool = False

    @property
    def needs_somebody(self) -> bool:
        """Whether staff should go and look at it."""
        return self.is_covered or self.is_wearing or self.is_unread or self.forged > 0


@dataclass(frozen=True, slots=True)
class LabelRound:
    """A staff round: each label of a site is to be scanned once.

    Attributes:
        site_id: Where the round is made.
        confirmed: Stops whose label was found, in the order they were scanned.
        missing: Stops whose label was not scanned yet, in the curator's order.
        last: The stop scanned last, to be compared with where one stands; "" before the first.
        problem: Why the last scan confirmed nothing: "" or ``foreign``, ``forged`` (it imitates one of ours),
            ``newer``, ``elsewhere`` (another site's).
    """

    site_id: str
    confirmed: tuple[str, ...]
    missing: tuple[str, ...]
    last: str = ""
    problem: str = ""
