"""Which charts a report has, on the device and at the hub: each with its words, and a table of the same figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kiosk.charts.axis import Axis
from kiosk.charts.bars import Bar, draw_bars
from kiosk.charts.histogram import Column, draw_histogram
from kiosk.charts.move_section import draw_moves
from kiosk.charts.part_names import name_part
from kiosk.charts.report_words import (
    HIDDEN,
    attraction_words,
    base_words,
    count_words,
    seconds_words,
    share_words,
    short_name,
    spread_words,
)
from kiosk.charts.scatter import Point, draw_scatter
from kiosk.charts.section import Section
from kiosk.charts.table import format_table
from kiosk.model.disclosure import SiteReport
from kiosk.model.trials import TrialReport

_STOP_COLUMNS: Final = (
    "stop", "stopped", "attraction", "holding time", "middle half", "of", "heard", "complete", "of", "capped",
)  # fmt: skip
NameStop = Callable[[str], str]
_USE: Final = (
    ("Languages", "The language a visit ended in, in visits."),
    ("Depths", "How much those who stopped heard, in stops."),
    ("How stops were found", "By its code, a picture, its number, from the list, by place, or as suggested."),
    ("Ratings", "Stars that visitors gave the whole, at the end of a visit."),
    ("Settings", "What visits needed otherwise than the site has set."),
    (
        "What led nowhere",
        "Codes that could not be read or are not of this site; searches that found nothing.",
    ),
    ("Tickets", "Accepted tickets, by product."),
    ("Vouchers", "Visits that came with a voucher of another site."),
    ("Visits that came again", "From visit passes: which visit with the pass it was."),
    ("Where they had been", "From visit passes: the site of the visit before."),
)


def chart_sections(report: SiteReport) -> Iterator[Section]:
    """Yield the sections of one site's report; a chart of which every figure is hidden is left out."""
    yield draw_attraction(report)
    yield draw_holding(report)
    if any(stop.trial for stop in report.stops):
        yield draw_trials(report)
    if report.minutes:
        yield draw_minutes(report)
    if report.use.moves:
        yield draw_moves(report)
    if report.suggestions_shown:
        yield draw_suggestions(report)
    if report.use.rated:
        yield list_rated(report)
    yield from list_use(report)


def list_use(report: SiteReport, *headings: str) -> Iterator[Section]:
    """Yield the parts of a site's use under these headings, all where none is named; those with nothing in them not."""
    use = report.use
    parts: tuple[Mapping[str, int | None] | Mapping[str, int], ...] = (
        report.languages, report.depths, use.found_by, use.ratings, use.settings, use.failures, use.tickets, use.vouchers,
        use.returns, use.returns_from,
    )  # fmt: skip
    for (heading, words), found in zip(_USE, parts, strict=True):
        if found and (heading in headings or not headings):
            yield draw_parts(heading, words, found)


def draw_attraction(report: SiteReport, name_stop: NameStop = short_name) -> Section:
    """Return how many stopped at each stop, and the table of all its figures."""
    bars = [
        Bar(
            name_stop(stop.stop),
            1.0 if stop.nearly_all else stop.attraction,
            attraction_words(stop) if stop.nearly_all or stop.attraction is not None else HIDDEN,
        )
        for stop in report.stops
    ]
    words = "Attraction: the share of guide users who stopped, for 3 seconds of attention or more."
    rows = [
        [
            name_stop(stop.stop),
            count_words(stop.stopped),
            attraction_words(stop),
            seconds_words(stop.holding_time_s),
            spread_words(stop),
            base_words(stop.held_at_least),
            share_words(stop.holding_power),
            share_words(stop.completion),
            base_words(stop.heard_at_least),
            share_words(stop.capped_share),
        ]
        for stop in report.stops
    ]
    chart = draw_bars("Attraction of each stop", words, bars, 1.0) if bars else ""
    return Section("Stops", words, chart, format_table("Each stop", _STOP_COLUMNS, rows))


def draw_holding(report: SiteReport, name_stop: NameStop = short_name) -> Section:
    """Return each stop by its attraction and its holding time; the figures are those of :func:`draw_attraction`."""
    points = [
        Point(name_stop(stop.stop), stop.attraction, stop.holding_time_s)
        for stop in report.stops
        if stop.attraction is not None and stop.holding_time_s is not None
    ]
    words = (
        "Far right: many stop. High up: they stay. A stop at the bottom right is met and left; one at the top left"
        " holds those few who find it. The figures are in the table above."
    )
    across = Axis("attraction", "{:.0%}".format, 1.0)
    chart = draw_scatter("Attraction and holding time", words, points, across, Axis("holding time, s"))
    return Section("Attraction and holding time", words, chart if points else "", "")


def draw_trials(report: SiteReport, name_stop: NameStop = short_name) -> Section:
    """Return, of stops with two narrations on trial, how each of them held."""
    rows = [
        [
            f"{name_stop(stop.stop)}, {told.version}",
            base_words(told.stopped_at_least),
            share_words(told.holding_power),
            share_words(told.completion),
            base_words(told.heard_at_least),
            _judge(stop.trial, told.version),
        ]
        for stop in report.stops
        if stop.trial is not None
        for told in stop.trial.versions
    ]
    words = (
        "Each visit is told one of two versions, drawn at random. Heard: how much of it, in the mean. One holds better where"
        " more hear 90 % of it, and that is hardly chance (an interval of 95 %)."
    )
    table = format_table(
        "Narrations on trial", ["stop, version", "told to", "heard", "complete", "of", "so far"], rows
    )
    return Section("Narrations on trial", words, "", table)


def _judge(trial: TrialReport, version: str) -> str:
    if not trial.better:
        return "may be chance"
    return "holds better" if version == trial.better else ""


def list_rated(report: SiteReport, name_stop: NameStop = short_name) -> Section:
    """Return the stops that enough people rated."""
    rows = [[name_stop(one.stop), f"{one.mean:.1f}", base_words(one.at_least)] for one in report.use.rated]
    words = "The mean of the stars that visitors gave a stop; of those with few ratings nothing is told."
    table = format_table("Ratings of stops", ["stop", "stars, mean", "of"], rows)
    return Section("Ratings of stops", words, "", table)


def draw_minutes(report: SiteReport) -> Section:
    """Return how long visits took."""
    columns = [Column(f"{span.start}-{span.end}", span.count) for span in report.minutes]
    words = "How long visits took, from the start to the last attention. Spans with few visits are joined."
    chart = draw_histogram("Minutes of a visit", words, columns, "minutes")
    rows = [[column.name, count_words(column.count)] for column in columns]
    return Section(
        "Length of visits", words, chart, format_table("Length of visits", ["minutes", "visits"], rows)
    )


def draw_suggestions(report: SiteReport) -> Section:
    """Return how often suggestions were followed, and what suggesting changed."""
    use = report.use
    bars = [
        Bar("shown", use.opened_when_shown, share_words(use.opened_when_shown)),
        Bar("withheld", use.opened_when_withheld, share_words(use.opened_when_withheld)),
    ]
    words = "How often a suggestion was followed. The lift compares with stops that were withheld at random."
    rows = [
        ["shown", count_words(report.suggestions_shown)],
        ["taken", count_words(report.suggestions_taken)],
        ["withheld at random", base_words(use.withheld_at_least)],
        ["opened when shown", share_words(use.opened_when_shown)],
        ["opened when withheld", share_words(use.opened_when_withheld)],
        ["lift", HIDDEN if use.lift is None else f"{use.lift:.2f}"],
    ]
    chart = (
        ""
        if use.opened_when_shown is None
        else draw_bars("Opened when suggested, and when not", words, bars, 1.0)
    )
    return Section("Suggestions", words, chart, format_table("Suggestions", ["suggestions", "count"], rows))


def draw_parts(heading: str, words: str, parts: Mapping[str, int | None] | Mapping[str, int]) -> Section:
    """Return the parts of a whole as bars."""
    bars = [Bar(name_part(heading, name), count, count_words(count)) for name, count in parts.items()]
    rows = [[bar.name, bar.words] for bar in bars]
    table = format_table(heading, [heading.lower(), "count"], rows)
    return Section(heading, words, draw_bars(heading, words, bars), table)
