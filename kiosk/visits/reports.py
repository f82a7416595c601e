"""The device's own report, from the facts it still has: what was acknowledged (a bounded copy) and what waits."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kiosk.model.disclosure import HIDE_UNDER, SiteReport, StopReport, disclose
from kiosk.model.facts import FACTS, Fact
from kiosk.model.measures import measure_facts

BAR_WIDTH: Final = 20
HIDDEN: Final = "·"
# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def make_reports(facts: Iterable[Fact], floor_area_m2: float | None = None) -> list[SiteReport]:
    """Return a report for each site in ``facts``, small counts hidden.

    Facts whose visits still wait for company (up to five) are not in it.
    """
    return [disclose(measures) for measures in measure_facts(facts, floor_area_m2)]


def format_report(report: SiteReport) -> str:
    """Return one site's report as a table for a terminal, with the attraction as bars."""
    width = max([len(_short(stop)) for stop in report.stops] + [4])
    lines = [
        report.site,
        f"  {_count(report.visits)} guide visits, {_decimal(report.mean_minutes)} min mean",
        f"  {_share(report.diligent_share)} diligent, sweep rate index {_decimal(report.sweep_rate_index)}",
        f"  languages: {_format_parts(report.languages)}",
        f"  depths: {_format_parts(report.depths)}",
        f"  suggestions taken: {_count(report.suggestions_taken)} of {_count(report.suggestions_shown)}",
        "",
        f"  {'stop':<{width}}  stopped  attraction {'':<{BAR_WIDTH}} holding    heard  complete  capped",
        *(_format_stop(stop, width) for stop in report.stops),
    ]
    return "\n".join(lines)


def format_failures(failures: Mapping[str, int | None]) -> str:
    """Return the counts of scans and searches that led nowhere in words."""
    return "led nowhere: " + (_format_parts(failures) if failures else "none")


def format_csv(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield facts as CSV: a header, then a line each; nothing in it can act as a formula."""
    columns = ["fact", *dict.fromkeys(datum.name for declared in FACTS.values() for datum in declared.data)]
    columns.remove("id")
    yield _format_row(columns)
    for fact in facts:
        yield _format_row([fact.name, *(_cell(fact.values.get(column)) for column in columns[1:])])


def _format_stop(stop: StopReport, width: int) -> str:
    filled = round(BAR_WIDTH * (stop.attraction or 0))
    bar = "█" * filled + "░" * (BAR_WIDTH - filled)
    held = HIDDEN if stop.holding_time_s is None else f"{stop.holding_time_s:.0f} s"
    return (
        f"  {_short(stop):<{width}}  {_count(stop.stopped):>7}  {_share(stop.attraction):>5} {bar} {held:>12}"
        f"  {_share(stop.holding_power):>7}  {_share(stop.completion):>8}  {_share(stop.capped_share):>6}"
    )


def _format_parts(parts: Mapping[str, int | None]) -> str:
    return ", ".join(f"{name} {_count(count)}" for name, count in parts.items()) or HIDDEN


def _short(stop: StopReport) -> str:
    return stop.stop.split("/", 1)[-1]


def _count(count: int | None) -> str:
    return HIDDEN if count is None else str(count)


def _decimal(value: float | None) -> str:
    return HIDDEN if value is None else f"{value:.1f}"


def _share(share: float | None) -> str:
    return HIDDEN if share is None else f"{share:.0%}"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _format_row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


HIDDEN_NOTE: Final = f"{HIDDEN} = hidden, fewer than {HIDE_UNDER} guide visits behind it. Visits that still wait are not in it."
