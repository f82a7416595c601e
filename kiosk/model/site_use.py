"""How a site's guide is used: the ways between stops, how stops are found, what is suggested, what leads nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kiosk.model.dwell import is_valid_dwell
from kiosk.model.facts import Fact

# Facts of earlier versions do not say how a stop was found.
UNKNOWN: Final = "unknown"


@dataclass(slots=True)
class Suggested:
    """Stops that were suggested, once a visit and stop: how many were opened, shown or withheld at random."""

    shown: int = 0
    opened: int = 0
    withheld: int = 0
    withheld_opened: int = 0

    def lift(self) -> float | None:
        """Return the share opened where shown / the share opened where withheld; None where there is no base.

        1.0: suggesting changes nothing. Only a slot withheld at random tells: visitors also find by
        themselves what is suggested to them.
        """
        if not self.shown or not self.withheld or not self.withheld_opened:
            return None
        return (self.opened / self.shown) / (self.withheld_opened / self.withheld)


@dataclass(slots=True)
class SiteUse:
    """Counts of one site. ``moves`` are "from > to" by the stops' short names, in visits that count.

    ``found_by`` has each stop once a visit, as ``stopped`` has; ``settings`` are "preference value".
    ``returns`` are by number ("2", "3", "4+") and by site; ``people`` are those of the tickets. ``ratings`` are by stop
    ("" for the site as a whole) and stars.
    """

    found_by: Counter[str] = field(default_factory=Counter)
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    settings: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    tickets: Counter[str] = field(default_factory=Counter)
    people: int = 0
    vouchers: Counter[str] = field(default_factory=Counter)
    returns: Counter[str] = field(default_factory=Counter)
    returns_from: Counter[str] = field(default_factory=Counter)
    suggested: Suggested = field(default_factory=Suggested)
    ratings: Counter[tuple[str, int]] = field(default_factory=Counter)


def count_use(facts: Iterable[Fact]) -> dict[str, SiteUse]:
    """Return the use of each site in ``facts``; of visits only those that count."""
    sites: dict[str, SiteUse] = {}
    for fact in facts:
        count = _COUNTERS.get(fact.name)
        if count is not None and fact.values.get("counted") is not False:
            count(sites.setdefault(_find_site(fact.values), SiteUse()), fact.values)
    return sites


def _find_site(values: Mapping[str, Any]) -> str:
    named = values.get("site") or values.get("stop") or values["from_stop"]
    return str(named).split("/", 1)[0]


def _count_dwell(use: SiteUse, values: Mapping[str, Any]) -> None:
    if is_valid_dwell(values["dwell_ms"]):
        use.found_by[values.get("by") or UNKNOWN] += 1


def _count_move(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.moves[values["from_stop"], values["to_stop"]] += 1


def _count_setting(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.settings[f"{values['preference']} {values['value']}"] += 1


def _count_failure(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.failures[values["kind"]] += values["count"]


def _count_ticket(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.tickets[str(values["product"])] += 1
    use.people += values["party"]


def _count_voucher(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.vouchers[values["from_site"]] += 1


def _count_return(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.returns[values["nth"]] += 1
    use.returns_from[values["from_site"]] += 1


def _count_rating(use: SiteUse, values: Mapping[str, Any]) -> None:
    use.ratings[keep_own_stop(values["site"], values["stop"]), values["stars"]] += 1


def keep_own_stop(site: str, stop: str | None) -> str:
    """Return ``stop`` where it is one of ``site``, "" where there is none or it is another site's.

    Facts come from devices: what one says of a stop elsewhere is not for those who see this site.
    """
    return stop if stop is not None and stop.split("/", 1)[0] == site else ""


def _count_suggestion(use: SiteUse, values: Mapping[str, Any]) -> None:
    if values["shown"]:
        use.suggested.shown += 1
        use.suggested.opened += values["opened"]
    else:
        use.suggested.withheld += 1
        use.suggested.withheld_opened += values["opened"]


_COUNTERS = {
    "dwell": _count_dwell,
    "move": _count_move,
    "setting": _count_setting,
    "failure": _count_failure,
    "ticket": _count_ticket,
    "voucher": _count_voucher,
    "return": _count_return,
    "suggestion": _count_suggestion,
    "rating": _count_rating,
}
