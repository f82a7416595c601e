"""Rollups: what reports read. Counts a day, folded from the facts; no row of a fact is looked at for a page.

``day`` is the visit's day at its site ('' where the device did not know it). Histograms are logarithmic
(:mod:`kiosk.hub.histograms`), so that medians and percentiles of any
range of days come from sums.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _count(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, server_default="0")


# Counted dwells of valid visits: how many stopped, and for how long. ``heard_share_sum`` over ``heard`` is the
# holding power, ``completed`` over ``heard`` the completion, ``capped`` over ``held`` the share that was capped.
stop_days: Final = Table(
    "stop_days",
    METADATA,
    _key("site"),
    _key("day"),
    _key("stop"),
    _count("stopped"),
    _count("held"),
    _count("glances"),
    _count("heard"),
    Column("heard_share_sum", Float, nullable=False, server_default="0"),
    _count("completed"),
    _count("capped"),
    Column("dwells", LargeBinary, nullable=False),
)

# In which language and depth ('' where none is told), for the page of one stop.
telling_days: Final = Table(
    "telling_days",
    METADATA,
    _key("site"),
    _key("day"),
    _key("stop"),
    _key("language"),
    _key("depth"),
    _count("stopped"),
)

# Valid visits by the hour in which they began (at the site, -1 unknown) and the language they ended in.
visit_days: Final = Table(
    "visit_days",
    METADATA,
    _key("site"),
    _key("day"),
    Column("hour", Integer, primary_key=True, autoincrement=False),
    _key("language"),
    _count("visits"),
    _count("minutes_sum"),
    _count("stops_sum"),
    _count("diligent_of"),
    _count("diligent"),
    _count("suggestions_shown"),
    _count("suggestions_taken"),
    Column("minutes", LargeBinary, nullable=False),
)

move_days: Final = Table(
    "move_days",
    METADATA,
    _key("site"),
    _key("day"),
    _key("from_stop"),
    _key("to_stop"),
    _count("moves"),
)

# ``shown`` 1 for shown, 0 for withheld at random: the lift compares the two.
suggestion_days: Final = Table(
    "suggestion_days",
    METADATA,
    _key("site"),
    _key("day"),
    _key("stop"),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("shown", Integer, primary_key=True, autoincrement=False),
    _count("suggestions"),
    _count("taken"),
    _count("opened"),
)

# Of stops with two versions of their narration on trial: how each of them held.
trial_days: Final = Table(
    "trial_days",
    METADATA,
    _key("site"),
    _key("day"),
    _key("stop"),
    _key("version"),
    _count("stopped"),
    _count("heard"),
    Column("heard_share_sum", Float, nullable=False, server_default="0"),
    _count("completed"),
)

# Everything that is only counted: settings, failures, tickets, vouchers, returns, ratings, gaps, and of dwells how the stop was
# found. A new kind of fact needs rows here and no column: ``one``, ``two``, ``three`` are its words, ``amount`` a
# sum (people, facts, times).
tally_days: Final = Table(
    "tally_days",
    METADATA,
    _key("site"),
    _key("day"),
    _key("fact"),
    _key("one"),
    _key("two"),
    _key("three"),
    _count("facts"),
    _count("amount"),
)
