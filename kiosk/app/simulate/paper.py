"""What simulated visitors carry: tickets bought at the till, vouchers and passes from the visit before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from kiosk.tickets.symbols import format_grouped

if TYPE_CHECKING:
    from kiosk.app.simulate.hub_place import HubPlace

# Product, people, price class and how many of a hundred: one person, a child, a family, a school class's guide.
_SOLD: Final = ((1, 1, 0, 62), (1, 1, 1, 20), (2, 4, 0, 15), (3, 10, 2, 3))
_GOOD_DAYS: Final = 7
_SPENT_KEPT: Final = 50


@dataclass(slots=True)
class Circulation:
    """Paper that is about, shared by all devices: tickets by site and week, vouchers by site, passes."""

    first_day: date
    tickets: dict[tuple[str, date], list[str]] = field(default_factory=lambda: defaultdict(list))
    spent: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    vouchers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    passes: list[str] = field(default_factory=list)

    def find_ticket(self, site: str, day: date, rng: Random) -> str | None:
        """Return the code of a ticket of ``site`` for ``day``: now and then one that was used before."""
        if self.spent[site] and rng.random() < 0.02:
            return rng.choice(self.spent[site])
        sold = self.tickets[site, self.week_of(day)]
        if not sold:
            return None
        ticket = sold.pop()
        self.spent[site] = [*self.spent[site], ticket][-_SPENT_KEPT:]
        return ticket

    def week_of(self, day: date) -> date:
        """Return the first day of the week of a ticket that is good on ``day``."""
        return self.first_day + timedelta(days=(day - self.first_day).days // _GOOD_DAYS * _GOOD_DAYS)

    def list_weeks(self, last_day: date) -> list[date]:
        """Return the first days of all weeks until ``last_day``."""
        weeks = (last_day - self.first_day).days // _GOOD_DAYS + 1
        return [self.first_day + timedelta(days=_GOOD_DAYS * week) for week in range(weeks)]


def sell_tickets(
    hub: HubPlace, paper: Circulation, sites: Sequence[str], last_day: date, a_week: int, rng: Random
) -> int:
    """Have the hub issue about ``a_week`` tickets a site and week, and return how many there are."""
    from kiosk.hub.tickets_issue import TicketOrder

    sold = 0
    for site in sites:
        for week in paper.list_weeks(last_day):
            codes = paper.tickets[site, week]
            until = week + timedelta(days=_GOOD_DAYS - 1)
            for product, party, price_class, share in _SOLD:
                count = max(1, a_week * share // 100)
                order = TicketOrder(site, week, until, product, party, price_class, count)
                codes += map(format_grouped, hub.issue_tickets(order))
            rng.shuffle(codes)
            sold += len(codes)
    return sold
