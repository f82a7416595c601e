"""How figures of a report are written; what is hidden is a dot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kiosk.model.disclosure import SiteReport, StopReport

HIDDEN: Final = "·"
NEARLY_ALL: Final = "nearly all"


def count_words(count: int | None) -> str:
    """Return a count, or the dot."""
    return HIDDEN if count is None else f"{count:,}"


def decimal_words(value: float | None) -> str:
    """Return a figure with one decimal, or the dot."""
    return HIDDEN if value is None else f"{value:.1f}"


def share_words(share: float | None) -> str:
    """Return a share in per cent, or the dot."""
    return HIDDEN if share is None else f"{share:.0%}"


def seconds_words(seconds: float | None) -> str:
    """Return seconds, or the dot."""
    return HIDDEN if seconds is None else f"{seconds:.0f} s"


def parts_words(parts: Mapping[str, int | None]) -> str:
    """Return named counts in a line; the dot where there are none."""
    return ", ".join(f"{name} {count_words(count)}" for name, count in parts.items()) or HIDDEN


def attraction_words(stop: StopReport) -> str:
    """Return a stop's attraction in per cent, "nearly all" where the few who passed by are hidden."""
    return NEARLY_ALL if stop.nearly_all else share_words(stop.attraction)


def spread_words(stop: StopReport) -> str:
    """Return the quartiles of the holding time with the number they rest on, or the dot."""
    if stop.holding_quartiles_s is None:
        return HIDDEN
    lower, upper = stop.holding_quartiles_s
    return f"{lower:.0f}-{upper:.0f} s"


def base_words(at_least: int | None) -> str:
    """Return how many values a figure rests on: ``20+``."""
    return HIDDEN if at_least is None else f"{at_least}+"


def short_name(stop_id: str) -> str:
    """Return a stop's name within its site."""
    return stop_id.split("/", 1)[-1]


def describe_hiding(report: SiteReport) -> str:
    """Return what the dot means in this report."""
    return (
        f"{HIDDEN} = hidden: fewer than {report.hidden_under} guide users stand behind it, or it would give such"
        f' a number away; "{NEARLY_ALL}": all but fewer than {report.hidden_under}; 20+: at least 20.'
        " Visits that still wait are not in it."
    )
