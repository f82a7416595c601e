"""Which stops to offer next, each with its reason: see the explanation "what comes next"."""

from __future__ import annotations

from kiosk.guide.candidates import find_candidates
from kiosk.guide.choose import choose
from kiosk.guide.fit import Fit
from kiosk.guide.moment import Moment
from kiosk.guide.reasons import explain
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.suggestion import Reason, Suggestion

__all__ = ["Reason", "Suggestion", "suggest"]


def suggest(ground: SiteGround, moment: Moment, count: int = 3, seed: int = 0) -> tuple[Suggestion, ...]:
    """Return up to ``count`` stops to see next, best first; none where everything was seen or nothing can be reached.

    Args:
        ground: The site.
        moment: Where the visitor stands in their visit.
        count: How many at most.
        seed: Chance's only source: the same one gives the same answer. It says which lists of fewer than five hold a
            place for a new stop, so that one place in five is theirs.
    """
    candidates = find_candidates(ground, moment)
    fit = Fit(ground, moment, candidates)
    return tuple(explain(fit, chosen) for chosen in choose(fit, candidates, count, seed))
