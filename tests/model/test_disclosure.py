"""What a report shows, and that a whole report tells none of the numbers it hides."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from itertools import product
from typing import Any

import pytest

from kiosk.model.disclosure import SiteReport, disclose
from kiosk.model.measures import SiteVisit, StopDwell, measure_site
from kiosk.model.site_use import SiteUse, Suggested
from kiosk.model.suppression import HIDE_UNDER_OUTSIDE, OTHERS, is_few


def report(
    visits: int,
    stopped: dict[str, int],
    under: int = 5,
    use: SiteUse | None = None,
    heard_ms: int = 50_000,
    media_ms: int = 60_000,
) -> SiteReport:
    made = [SiteVisit("qutb", 6, 10, 30, "en") for _ in range(visits)]
    dwells = [
        StopDwell(f"qutb/{stop}", 30_000, heard_ms, media_ms, depth="story")
        for stop, count in stopped.items()
        for _ in range(count)
    ]
    return disclose(measure_site("qutb", made, dwells, 1_000, use), under)


def shown_of(line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in line.__slots__ if name != "stop" and getattr(line, name)}


def test_a_site_with_few_visits_shows_nothing() -> None:
    found = report(4, {"minar": 4})
    assert (found.visits, found.mean_minutes, found.diligent_share, found.sweep_rate_index) == (None,) * 4
    assert (found.languages, found.depths) == ({}, {})
    assert shown_of(found.stops[0]) == {}


def test_a_stop_with_few_visits_shows_nothing_beside_one_that_has_many() -> None:
    many, few = report(20, {"minar": 12, "tomb": 3}).stops
    assert (many.stop, many.stopped, many.attraction, many.holding_time_s) == ("qutb/minar", 12, 0.6, 30.0)
    assert (few.stop, shown_of(few)) == ("qutb/tomb", {})


def test_one_hidden_stop_takes_the_split_of_all_dwells_with_it() -> None:
    assert report(20, {"minar": 12, "tomb": 3}).depths == {}
    assert report(20, {"minar": 12, "tomb": 9}).depths == {"story": 21}


def test_where_nearly_all_stopped_it_says_so_and_not_how_many() -> None:
    (line,) = report(20, {"minar": 18}).stops
    assert line.nearly_all and line.stopped is None and line.attraction is None
    assert line.holding_time_s == 30.0
    assert line.held_at_least == 15


def test_percentiles_say_how_many_stand_behind_them() -> None:
    (ten,) = report(40, {"minar": 12}).stops
    assert (ten.holding_time_s, ten.holding_quartiles_s, ten.held_at_least) == (30.0, None, 10)
    (many,) = report(60, {"minar": 23}).stops
    assert (many.holding_quartiles_s, many.held_at_least) == ((30.0, 30.0), 20)


def test_a_median_of_few_is_hidden() -> None:
    (line,) = report(40, {"minar": 9}).stops
    assert (line.stopped, line.holding_time_s) == (9, None)


def test_a_share_that_leaves_out_few_is_hidden() -> None:
    visits = [SiteVisit("qutb", 6, 10, 30, "en")] * 20
    heard_out, not_quite = (
        StopDwell("qutb/minar", 9_000, 60_000, 60_000),
        StopDwell("qutb/minar", 9_000, 1, 60_000),
    )
    few_left = disclose(measure_site("qutb", visits, [heard_out] * 8 + [not_quite] * 2))
    enough_left = disclose(measure_site("qutb", visits, [heard_out] * 8 + [not_quite] * 6))
    assert (few_left.stops[0].completion, enough_left.stops[0].completion) == (None, 0.55)


def test_outside_the_operator_s_house_more_is_hidden() -> None:
    assert report(40, {"minar": 9}).stops[0].stopped == 9
    assert report(40, {"minar": 9}, HIDE_UNDER_OUTSIDE).stops[0].stopped is None


def test_use_is_shown_with_small_counts_joined_or_left_out() -> None:
    use = SiteUse(
        found_by=Counter(code=6, list=2, number=4),
        moves=Counter({("qutb/minar", "qutb/tomb"): 5, ("qutb/tomb", "qutb/minar"): 4}),
        failures=Counter({"scan-foreign": 9, "search-words": 1}),
        tickets=Counter({"1": 6}),
        people=11,
        vouchers=Counter(fort=2),
        returns=Counter({"2": 5, "3": 5}),
        suggested=Suggested(shown=40, opened=20, withheld=20, withheld_opened=5),
    )
    found = report(20, {"minar": 12}, use=use).use
    assert found.found_by == {"code": 6, OTHERS: 6}
    assert [(move.from_stop, move.to_stop, move.count) for move in found.moves] == [
        ("qutb/minar", "qutb/tomb", 5)
    ]
    assert found.failures == {OTHERS: 10}
    assert (found.tickets, found.people, found.vouchers) == ({"1": 6}, 11, {OTHERS: None})
    assert found.returns == {"2": 5, "3": 5}
    assert (found.opened_when_shown, found.opened_when_withheld, found.lift) == (0.5, 0.25, 2.0)


def test_few_visits_hide_their_ways_and_settings_too() -> None:
    use = SiteUse(moves=Counter({("qutb/a", "qutb/b"): 9}), settings=Counter({"text-size 2": 9}))
    found = report(4, {"minar": 4}, use=use).use
    assert (found.moves, found.settings) == ((), {})


@pytest.mark.parametrize("visits", [3, 4, 5, 6, 7, 8])
def test_a_whole_report_tells_no_number_it_hides(visits: int) -> None:
    """Every pair of stops that could stand behind a report is tried: see test_suppression."""
    under = 3
    alike: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for table in product(range(visits + 1), repeat=2):
        stopped = {f"stop-{number}": count for number, count in enumerate(table)}
        dwells = {stop: max(1, count) for stop, count in stopped.items()}
        use = SiteUse(found_by=Counter({"code": sum(table)}))
        made = [SiteVisit("qutb", 6, 10, 30, "en") for _ in range(visits)]
        # One who passed by leaves a glance, so that each stop has a line whatever its number.
        told = [
            StopDwell(f"qutb/{stop}", 30_000 if stopped[stop] else 1, 50_000, 60_000, "story")
            for stop, count in dwells.items()
            for _ in range(count)
        ]
        found = disclose(measure_site("qutb", made, told, 1_000, use), under)
        alike[json.dumps(found.as_dict(), sort_keys=True)].append(table)
    for tables in alike.values():
        for cell in (0, 1):
            (only, *others) = {table[cell] for table in tables}
            assert others or not (is_few(only, under) or is_few(visits - only, under)), tables
