"""Where one visitor is and has been, as far as the screens must know. Gone when the visit ends."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace

from kiosk.guide.taste import NO_TASTE, Taste
from kiosk.guide.wishes import NO_WISHES, Wishes
from kiosk.model.fact_kinds import VERSIONS


@dataclass(slots=True)
class Journey:
    """One visit as the screens see it.

    Attributes:
        language: What the visitor chose (BCP 47).
        site_id: The site they are at; "" before it is known.
        wanted_site: The site whose ticket is asked for just now; "" for none.
        admitted: Ids of the sites that this visitor showed a ticket for, or may visit without.
        came_from: Id of the site whose voucher they showed, ``unknown`` where nobody here knows it; "" for none.
        here: Id of the stop opened last, "" before the first.
        seen: Ids of the stops opened, each once, in the order they were first opened.
        tour_id: The ready-made tour they follow; "" for none.
        planned: Ids of the stops of the tour they follow, their own or a ready-made one, in its order; none else.
        started_ms: When it began, on the app's clock.
        wishes: What the visitor said they want of this visit.
        timed_ms: When they said how long they have, on the app's clock; None while they have not.
        taste: What they asked for more and less of. How long they stayed is read anew each time (``moment_now``).
        withheld: Of each stop that came up as a suggestion, whether it is withheld in this visit.
        version: Which of two versions this visit is told where a narration is on trial: drawn at random.
        seen_before: Ids of this site's stops seen in earlier visits, as a visit pass tells.
    """

    language: str
    started_ms: int
    site_id: str = ""
    wanted_site: str = ""
    came_from: str = ""
    admitted: set[str] = field(default_factory=set)
    here: str = ""
    tour_id: str = ""
    planned: tuple[str, ...] = ()
    seen: list[str] = field(default_factory=list)
    seen_before: frozenset[str] = frozenset()
    wishes: Wishes = NO_WISHES
    timed_ms: int | None = None
    taste: Taste = NO_TASTE
    withheld: dict[str, bool] = field(default_factory=dict)
    version: str = field(default_factory=lambda: secrets.choice(VERSIONS))

    def open(self, stop_id: str) -> None:
        """Note that a stop was opened."""
        self.here = stop_id
        if stop_id not in self.seen:
            self.seen.append(stop_id)

    @property
    def liking(self) -> str:
        """What the visitor said of the stop opened last: "more", "less" or ""."""
        return "more" if self.here in self.taste.more else "less" if self.here in self.taste.less else ""

    def like(self, liking: str) -> None:
        """Note that the visitor wants "more" or "less" like the stop opened last; "" takes it back."""
        more = (*(stop for stop in self.taste.more if stop != self.here), *[self.here] * (liking == "more"))
        less = (*(stop for stop in self.taste.less if stop != self.here), *[self.here] * (liking == "less"))
        self.taste = replace(self.taste, more=more, less=less)
