"""The device's own report, from the facts it still has: what was acknowledged (a bounded copy) and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kiosk.charts.report_words import (
    attraction_words,
    base_words,
    count_words,
    decimal_words,
    parts_words,
    seconds_words,
    share_words,
    short_name,
    spread_words,
)
from kiosk.model.disclosure import SiteReport, StopReport, disclose
from kiosk.model.facts import Fact
from kiosk.model.measures import measure_facts
from kiosk.model.suppression import HIDE_UNDER
from kiosk.model.trials import TrialReport
from kiosk.model.use_report import UseReport

BAR_WIDTH: Final = 20
MOST_MOVES: Final = 12
_COLUMNS: Final = (
    f"stopped  attraction {'':<{BAR_WIDTH}}  holding  middle half    of   heard  complete    of  capped"
)


def make_reports(
    facts: Iterable[Fact],
    floor_area_m2: float | None = None,
    failures: Mapping[tuple[str, str], int] | None = None,
    under: int = HIDE_UNDER,
) -> list[SiteReport]:
    """Return a report for each site in ``facts``, counts under ``under`` hidden.

    Facts whose visits still wait for company (up to five) are not in it. ``failures`` are the device's
    counts by site and kind, today's with them; None takes those that are facts.
    """
    told = list(facts)
    if failures is not None:
        told = [fact for fact in told if fact.name != "failure"]
        told += _failure_facts(failures, told)
    return [disclose(measures, under) for measures in measure_facts(told, floor_area_m2)]


def _failure_facts(failures: Mapping[tuple[str, str], int], facts: list[Fact]) -> Iterator[Fact]:
    sites = {fact.values["site"] for fact in facts if fact.name == "visit"}
    for (site, kind), count in failures.items():
        # An earlier version did not note the site; on most devices there is one only.
        if site or len(sites) == 1:
            yield Fact("failure", {"site": site or next(iter(sites)), "kind": kind, "count": count})


def format_report(report: SiteReport) -> str:
    """Return one site's report as a table for a terminal, with the attraction as bars."""
    width = max([len(short_name(stop.stop)) for stop in report.stops] + [4])
    visits, minutes = count_words(report.visits), decimal_words(report.mean_minutes)
    shown, taken = count_words(report.suggestions_shown), count_words(report.suggestions_taken)
    diligent, index = share_words(report.diligent_share), decimal_words(report.sweep_rate_index)
    lines = [
        report.site,
        f"  {visits} guide visits, {minutes} min mean{_spread(report)}",
        f"  {diligent} diligent, sweep rate index {index}",
        f"  languages: {parts_words(report.languages)}",
        f"  depths: {parts_words(report.depths)}",
        *_format_use(report.use),
        f"  suggestions taken: {taken} of {shown}{_format_lift(report.use)}",
        "",
        f"  {'stop':<{width}}  {_COLUMNS}",
        *(line for stop in report.stops for line in (_format_stop(stop, width), *_format_trial(stop.trial))),
    ]
    return "\n".join(lines)


def format_moves(report: SiteReport) -> str:
    """Return the moves that were made most, one a line; empty where none may be told."""
    moves = report.use.moves[:MOST_MOVES]
    lines = [
        f"  {move.count:>6}  {short_name(move.from_stop)} > {short_name(move.to_stop)}" for move in moves
    ]
    return "\n".join(["  moves", *lines]) if lines else ""


def _format_use(use: UseReport) -> Iterator[str]:
    named = (
        ("stops found by", use.found_by),
        ("settings", use.settings),
        ("led nowhere", use.failures),
        ("tickets by product", use.tickets),
        ("came with a voucher from", use.vouchers),
        ("came again, visit", use.returns),
        ("came again from", use.returns_from),
    )
    for name, parts in named:
        if parts:
            yield f"  {name}: {parts_words(parts)}"


def _format_lift(use: UseReport) -> str:
    if use.lift is None:
        return ""
    return (
        f"; opened {share_words(use.opened_when_shown)} when shown,"
        f" {share_words(use.opened_when_withheld)} when withheld: lift {use.lift:.2f}"
    )


def _spread(report: SiteReport) -> str:
    if report.minutes_quartiles is None:
        return ""
    lower, upper = report.minutes_quartiles
    return f", middle half {lower:.0f}-{upper:.0f} min"


def _format_stop(stop: StopReport, width: int) -> str:
    share = 1.0 if stop.nearly_all else stop.attraction or 0
    filled = round(BAR_WIDTH * share)
    bar = "█" * filled + "░" * (BAR_WIDTH - filled)
    return (
        f"  {short_name(stop.stop):<{width}}  {count_words(stop.stopped):>7} {attraction_words(stop):>11} {bar}"
        f" {seconds_words(stop.holding_time_s):>8} {spread_words(stop):>12} {base_words(stop.held_at_least):>5}"
        f" {share_words(stop.holding_power):>7} {share_words(stop.completion):>9}"
        f" {base_words(stop.heard_at_least):>5} {share_words(stop.capped_share):>7}"
    )


def _format_trial(trial: TrialReport | None) -> Iterator[str]:
    """Return a line for each of two versions on trial, below its stop's."""
    for told in trial.versions if trial is not None else ():
        better = "  holds better" if trial is not None and told.version == trial.better else ""
        yield (
            f"    version {told.version}: told to {base_words(told.stopped_at_least)},"
            f" heard {share_words(told.holding_power)}, complete {share_words(told.completion)}"
            f" of {base_words(told.heard_at_least)}{better}"
        )
