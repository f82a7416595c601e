"""What may be shown of a site's use: moves, ways of finding, settings, failures, tickets, vouchers, returns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import mul

from kiosk.model.site_use import SiteUse, Suggested
from kiosk.model.suppression import (
    HIDE_UNDER,
    hide_cells,
    hide_parts,
    may_tell_share,
    round_down,
    round_share,
)

Parts = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Move:
    """How often guide users went from one stop straight to another."""

    from_stop: str
    to_stop: str
    count: int


@dataclass(frozen=True, slots=True)
class RatedStop:
    """How a stop was rated: by how many at least (rounded down), and the mean of their stars."""

    stop: str
    at_least: int
    mean: float


@dataclass(frozen=True, slots=True)
class UseReport:
    """Parts have their small ones joined under ``suppression.OTHERS``; moves and settings leave small ones out.

    ``opened_when_shown`` and ``opened_when_withheld`` are the shares of visits that opened a stop which
    was suggested to them, or worked out and withheld at random; ``lift`` is the one over the other;
    ``withheld_at_least`` is how many were withheld, rounded down. ``ratings`` are those of the site as a whole, by the
    number of stars; ``rated`` are stops that enough people rated, the best first.
    """

    found_by: Parts = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    settings: Mapping[str, int] = field(default_factory=dict)
    failures: Parts = field(default_factory=dict)
    tickets: Parts = field(default_factory=dict)
    people: int | None = None
    vouchers: Parts = field(default_factory=dict)
    returns: Parts = field(default_factory=dict)
    returns_from: Parts = field(default_factory=dict)
    opened_when_shown: float | None = None
    opened_when_withheld: float | None = None
    withheld_at_least: int | None = None
    lift: float | None = None
    ratings: Parts = field(default_factory=dict)
    rated: tuple[RatedStop, ...] = ()


def disclose_use(use: SiteUse, under: int = HIDE_UNDER, *, dwells_may_be_told: bool) -> UseReport:
    """Return what may be shown of ``use``.

    ``dwells_may_be_told`` says whether a split of all dwells gives no stop's hidden count away.
    """
    moves = hide_cells(use.moves, under)
    shown, withheld, lift = _disclose_lift(use.suggested, under)
    return UseReport(
        found_by=hide_parts(use.found_by, under) if dwells_may_be_told else {},
        moves=tuple(Move(*ends, count) for ends, count in moves.items()),
        settings=hide_cells(use.settings, under),
        failures=hide_parts(use.failures, under),
        tickets=hide_parts(use.tickets, under),
        people=use.people if use.tickets.total() >= under else None,
        vouchers=hide_parts(use.vouchers, under),
        returns=hide_parts(use.returns, under),
        returns_from=hide_parts(use.returns_from, under),
        opened_when_shown=shown,
        opened_when_withheld=withheld,
        withheld_at_least=round_down(use.suggested.withheld, under) or None,
        lift=lift,
        ratings=_disclose_ratings(use, under),
        rated=_disclose_rated(use, under),
    )


def _disclose_ratings(use: SiteUse, under: int) -> Parts:
    given = {str(stars): count for (stop, stars), count in use.ratings.items() if not stop}
    # The most stars first, what is hidden last ("others" is no figure): their order tells nothing.
    return dict(
        sorted(hide_parts(given, under).items(), key=lambda part: -int(part[0]) if part[0].isdecimal() else 1)
    )


def _disclose_rated(use: SiteUse, under: int) -> tuple[RatedStop, ...]:
    # A mean to one decimal, of a number that is told rounded down: no single rating follows from it.
    stars: dict[str, Counter[int]] = defaultdict(Counter)
    for (stop, number), count in use.ratings.items():
        if stop:
            stars[stop][number] += count
    rated = [
        RatedStop(stop, round_down(given.total(), under), round(sum(map(mul, given, given.values())) / given.total(), 1))
        for stop, given in stars.items()
        if given.total() >= 2 * under
    ]  # fmt: skip
    return tuple(sorted(rated, key=lambda one: (-one.mean, one.stop)))


def _disclose_lift(suggested: Suggested, under: int) -> tuple[float | None, float | None, float | None]:
    shown = _share(suggested.opened, suggested.shown, under)
    withheld = _share(suggested.withheld_opened, suggested.withheld, under)
    lift = suggested.lift()
    if shown is None or withheld is None or lift is None:
        return shown, withheld, None
    return shown, withheld, round(lift, 2)


def _share(part: int, whole: int, under: int) -> float | None:
    return round_share(part, whole) if may_tell_share(part, whole, under) else None
