"""Whoever takes reports from each other is left with no small count: of any periods, sites, days of asking, or a pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.days import ALL_DAYS, Days
from kiosk.hub.guide_sums import make_sums
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports, read_report
from kiosk.hub.rollup_reading import measure
from kiosk.model.disclosure import tell_report
from kiosk.model.facts import format_fact
from kiosk.model.measures import measure_facts
from kiosk.model.steps import tell_measures
from tests.fakes.made_batches import cut_batch
from tests.fakes.random_facts import FIRST_DAY, make_facts

FACTS = make_facts(2_000, 11, days=40)
LINES = [format_fact(fact) for fact in FACTS]
SITES = st.sampled_from(["site0", "site1"])
# Of the stars beside which a count stands, of minutes, and of the rule itself nobody is counted.
NO_COUNTS = {"hidden_under", "start", "end"}
PLACES = st.integers(-1, 41)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubDatabase]:
    with closing(open_database(str(tmp_path_factory.mktemp("apart") / "hub.db"))) as database:
        for first in range(1, 2_001, 400):
            Ingest(database).take(cut_batch(LINES, first, 400))
        Reports(database).read(None, None)
        yield database


def name_days(first: int, last: int) -> Days:
    """Days by their number; -1 for no bound."""
    days = [None if one < 0 else (FIRST_DAY + timedelta(days=one)).isoformat() for one in (first, last)]
    return Days(*days)


def list_counts(report: Any, path: str = "") -> Iterator[tuple[str, int]]:
    """Return every whole number in a report, by where it stands."""
    if isinstance(report, Mapping):
        for name, value in report.items():
            if name not in NO_COUNTS:
                yield from list_counts(value, f"{path}/{name}")
    elif isinstance(report, list | tuple):
        for value in report:
            named = value.get("stop", value.get("from_stop", "")) if isinstance(value, dict) else ""
            yield from list_counts(value, f"{path}/{named}")
    elif isinstance(report, int) and not isinstance(report, bool):
        yield path, report


def ask(database: HubDatabase, site: str, first: int, last: int) -> dict[str, int]:
    return dict(_ask(database, site, name_days(first, last)))


@lru_cache(maxsize=512)
def _ask(database: HubDatabase, site: str, days: Days) -> tuple[tuple[str, int], ...]:
    with database.reading() as connection:
        report = dict(list_counts(read_report(connection, site, None, days).as_dict()))
        sums = make_sums(connection, site, days)
    footfall = Reports(database).footfall(site, days, days).get(site)
    pack = {f"pack/{stop}": found.visits for stop, found in sums.stops.items()}
    pack |= {f"pack/{ends}": count for ends, count in sums.moves.items()}
    shown = {} if footfall is None else {f"day/{day}": count for day, count in footfall.days.items()}
    more = {} if footfall is None else {"visits": footfall.visits, **footfall.languages}
    return tuple({**report, **pack, **shown, **more, "pack": sums.visits}.items())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(SITES, PLACES, PLACES, st.sampled_from([-2, -1, 1, 2])), min_size=2, max_size=3),
    st.data(),
)
def test_two_or_three_answers_never_leave_a_small_count(
    filled: HubDatabase, asked: list[tuple[str, int, int, int]], data: st.DataObject
) -> None:
    answers = [ask(filled, site, first, last) for site, first, last, _sign in asked]
    for where in sorted(set().union(*answers)):
        left = sum(
            sign * answer.get(where, 0) for (*_asked, sign), answer in zip(asked, answers, strict=True)
        )
        assert abs(left) not in range(1, 5), where
    mixed = [data.draw(st.sampled_from(sorted(answer.values()))) for answer in answers]
    assert abs(sum(sign * count for (*_asked, sign), count in zip(asked, mixed, strict=True))) not in range(
        1, 5
    )


def test_periods_that_follow_each_other_add_up(filled: HubDatabase) -> None:
    for middle in (0, 7, 19, 33):
        first, second, both = (
            ask(filled, "site0", *days) for days in ((0, middle), (middle + 1, 40), (0, 40))
        )
        assert first["visits"] + second["visits"] == both["visits"] > 0


def test_the_hub_tells_from_the_first_day_on_what_a_device_would(filled: HubDatabase) -> None:
    for expected in measure_facts(FACTS):
        with filled.reading() as connection:
            told = measure(connection, expected.site, None, ALL_DAYS, 5)
            report = read_report(connection, expected.site)
        in_steps = tell_measures(expected, 5)
        assert (told.visits, told.languages, told.depths) == (
            in_steps.visits,
            in_steps.languages,
            in_steps.depths,
        )
        assert (told.use, told.minutes_bins) == (in_steps.use, in_steps.minutes_bins)
        for one, other in zip(told.stops, in_steps.stops, strict=True):
            assert (one.stop, one.stopped, one.heard, one.completion) == (other.stop, other.stopped, other.heard, other.completion)  # fmt: skip
        assert dict(list_counts(report.as_dict())) == dict(list_counts(tell_report(expected).as_dict()))


def test_what_comes_late_shows_itself_in_steps_only(tmp_path: Path) -> None:
    with closing(open_database(str(tmp_path / "hub.db"))) as database:
        seen: list[dict[str, int]] = []
        for first in range(1, 1_001, 100):
            Ingest(database).take(cut_batch(LINES, first, 100))
            Reports(database).read(None, None)
            with database.reading() as connection:
                seen.append(
                    dict(list_counts(read_report(connection, "site0", None, name_days(3, 30)).as_dict()))
                )
        for before in seen:
            for after in seen:
                assert all(
                    abs(after.get(where, 0) - count) not in range(1, 5) for where, count in before.items()
                )


def test_a_mean_of_few_is_not_told_where_a_step_was_filled_by_those_before(tmp_path: Path) -> None:
    """Four visits before, and one of an hour: five are told of its day, and nothing of how long it took."""
    with closing(open_database(str(tmp_path / "hub.db"))) as database:
        day = date(2026, 3, 9)
        lines = [
            b'{"counted":true,"fact":"visit","hour":"%sT10","id":"%016x","language":"en","minutes":%d,"site":"mill","stops":3,'
            b'"stops_on_offer":4,"suggestions_shown":0,"suggestions_taken":0}'
            % (str(day - timedelta(days=number > 0)).encode(), number, 60 if number == 0 else 10)
            for number in range(5)
        ]  # fmt: skip
        Ingest(database).take(cut_batch(lines, 1, 5))
        reports = Reports(database)
        (report,) = reports.read("mill", None, Days(f"{day}", f"{day}"))
        assert (report.visits, report.mean_minutes, report.minutes_quartiles) == (5, None, None)
        assert report.sweep_rate_index is None
        (everything,) = reports.read("mill", None)
        assert (everything.visits, everything.mean_minutes) == (5, 20.0)
