"""What a pack carries of how its site is visited: sums of a hub's reports, with nothing in them that a report would hide."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import Connection

from kiosk.hub.rollup_reading import Days, measure
from kiosk.hub.source_text import format_text
from kiosk.model.disclosure import SiteReport, StopReport, disclose
from kiosk.model.site_sums import NO_SUMS, SiteSums, StopSums
from kiosk.model.suppression import HIDE_UNDER


def choose_days(weeks: int, today: date) -> Days:
    """Return the last ``weeks`` whole weeks (Monday to Sunday, UTC) before ``today``'s."""
    monday = today - timedelta(days=today.weekday())
    return Days((monday - timedelta(weeks=weeks)).isoformat(), (monday - timedelta(days=1)).isoformat())


def make_sums(connection: Connection, site: str, days: Days, under: int = HIDE_UNDER) -> SiteSums:
    """Return the sums of a site, as its report tells them: counts under ``under``, and what would give them away, are left out.

    Stops are named by their folders. Of a stop that nearly all stopped at, it is said that all did.
    """
    report = disclose(measure(connection, site, None, days), under)
    if report.visits is None or report.visits < under:
        return NO_SUMS
    visits = report.visits
    stops = {
        _short(stop.stop): found for stop in report.stops if (found := _sum_stop(stop, visits)) is not None
    }
    moves = {(_short(move.from_stop), _short(move.to_stop)): move.count for move in report.use.moves}
    return SiteSums(
        visits=visits,
        stops=MappingProxyType(dict(sorted(stops.items()))),
        moves=MappingProxyType(dict(sorted(moves.items()))),
        until=days.last or "",
        ratings=_sum_ratings(report),
    )  # fmt: skip


def format_sums(sums: SiteSums) -> str:
    """Return ``guide_sums.toml`` without its first line; the same sums make the same text."""
    lines = [f"visits = {sums.visits}", f"until = {sums.until}"]
    if any(sums.ratings):
        lines.append(f"ratings = [{', '.join(map(str, sums.ratings))}]")
    for stop, found in sums.stops.items():
        lines += ["", f"[stops.{format_text(stop)}]", f"visits = {found.visits}"]
        if found.holding_s is not None:
            lines.append(f"holding_s = [{', '.join(map(str, found.holding_s))}]")
    last = ""
    for (origin, target), count in sums.moves.items():
        if origin != last:
            lines += ["", f"[moves.{format_text(origin)}]"]
            last = origin
        lines.append(f"{format_text(target)} = {count}")
    return "\n".join(lines) + "\n"


def _sum_stop(stop: StopReport, visits: int) -> StopSums | None:
    count = visits if stop.nearly_all else stop.stopped
    if not count:
        return None
    holding = None
    if stop.holding_quartiles_s is not None and stop.holding_time_s is not None:
        lower, upper = stop.holding_quartiles_s
        holding = (round(lower), round(stop.holding_time_s), round(upper))
    return StopSums(min(count, visits), holding)


def _sum_ratings(report: SiteReport) -> tuple[int, int, int, int, int]:
    told = [report.use.ratings.get(str(stars)) or 0 for stars in range(1, 6)]
    return told[0], told[1], told[2], told[3], told[4]


def _short(stop: str) -> str:
    return stop.split("/", 1)[-1]
