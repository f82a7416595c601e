from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from kiosk.model.disclosure import disclose
from kiosk.model.facts import Fact
from kiosk.model.measures import StopMeasures, VersionMeasures, measure_facts
from kiosk.model.suppression import is_few
from kiosk.model.trials import disclose_trial, find_better


def dwell(number: int, version: str | None, heard_ms: int) -> Fact:
    values = {
        "id": f"{number:016x}", "stop": "qutb/minar", "dwell_ms": heard_ms + 3_000, "heard_ms": heard_ms,
        "media_ms": 60_000, "language": "en", "depth": "story", "kind": "recording", "by": "code",
        "version": version, "hour": "2026-11-21T12", "counted": True,
    }  # fmt: skip
    return Fact("dwell", values)


def visit(number: int) -> Fact:
    values = {
        "id": f"{number:016x}", "site": "qutb", "stops": 6, "stops_on_offer": 10, "minutes": 30,
        "language": "en", "suggestions_shown": 4, "suggestions_taken": 1, "hour": "2026-11-21T12", "counted": True,
    }  # fmt: skip
    return Fact("visit", values)


def make_facts(heard_ms_a: list[int], heard_ms_b: list[int], others: int = 0) -> list[Fact]:
    told = [("a", ms) for ms in heard_ms_a] + [("b", ms) for ms in heard_ms_b] + [(None, 60_000)] * others
    dwells = [dwell(number, version, ms) for number, (version, ms) in enumerate(told)]
    return [*dwells, *(visit(number) for number in range(len(told)))]


def version(stopped: int, completed: int) -> VersionMeasures:
    return VersionMeasures(stopped, stopped, 0.5, completed / stopped if stopped else None)


def test_each_version_has_its_own_holding_power_and_completion() -> None:
    (site,) = measure_facts(make_facts([60_000] * 30 + [30_000] * 10, [60_000] * 10 + [30_000] * 30))
    (stop,) = disclose(site).stops
    assert stop.trial is not None
    told = [
        (one.version, one.heard_at_least, one.holding_power, one.completion) for one in stop.trial.versions
    ]
    assert told == [("a", 40, 0.88, 0.75), ("b", 40, 0.62, 0.25)]
    assert stop.trial.better == "a"


def test_a_stop_without_a_trial_tells_of_none() -> None:
    (site,) = measure_facts(make_facts([], [], others=30))
    assert disclose(site).stops[0].trial is None


@pytest.mark.parametrize(("of_a", "of_b"), [(4, 40), (40, 4), (0, 40)])
def test_a_version_told_to_few_hides_the_trial(of_a: int, of_b: int) -> None:
    (site,) = measure_facts(make_facts([60_000] * of_a, [30_000] * of_b))
    assert disclose(site).stops[0].trial is None


@pytest.mark.parametrize(
    ("of_a", "of_b", "better"),
    [((10, 5), (10, 5), ""), ((10, 7), (10, 4), ""), ((100, 70), (100, 40), "a"), ((0, 0), (0, 0), "")],
)
def test_what_may_be_chance_is_not_told_to_be_better(
    of_a: tuple[int, int], of_b: tuple[int, int], better: str
) -> None:
    assert find_better({"a": version(*of_a), "b": version(*of_b)}) == better


def test_the_counts_of_a_trial_tell_no_small_number() -> None:
    under, most = 3, 9
    alike: dict[tuple[int, int | None, object], set[tuple[int, int]]] = defaultdict(set)
    for a, b, untold, passed in product(range(most + 2 * under), repeat=4):
        stopped, visits = a + b + untold, a + b + untold + passed
        if is_few(stopped, under) or (is_few(passed, under) and visits < 2 * under):
            continue  # the stop tells nothing at all
        measures = StopMeasures("qutb/minar", stopped, 0, 0, 0.5, None, None, None, None,
                                versions={"a": version(a, 0), "b": version(b, 0)})  # fmt: skip
        trial = disclose_trial(measures, visits, under)
        counts = (
            tuple((one.stopped_at_least, one.heard_at_least) for one in trial.versions) if trial else None
        )
        alike[visits, None if is_few(passed, under) else stopped, counts].add((untold, passed))
    for (visits, *shown), tables in alike.items():
        if visits <= most + under:  # larger tables that look the same are not all tried
            for cell in range(2):
                values = {table[cell] for table in tables}
                assert len(values) > 1 or not is_few(next(iter(values)), under), (visits, shown, tables)
