from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from tests.fakes.fake_clock import FakeClock
from tests.visits.conftest import Bench, make_bench

VISIT = "start open wait:70 open:gate wait:5 end"


def test_facts_wait_for_five_visits(folder: Path) -> None:
    bench = make_bench(folder, after_visits=5)
    with closing(bench.log):
        for _ in range(4):
            bench.visitor.follow(VISIT)
            assert bench.settle()
        assert bench.sink.facts == []
        bench.visitor.follow(VISIT)
        bench.settle()
    assert len(bench.sink.parcels) == 1
    assert len(bench.sink.named("visit")) == 5


def test_the_day_s_close_lets_fewer_go(folder: Path) -> None:
    bench = make_bench(folder, after_visits=5)
    with closing(bench.log):
        bench.visitor.follow(VISIT)
        bench.settle()
        bench.clock.pass_ms(10 * 3_600_000)
        bench.settle()
        assert bench.sink.facts == []
        bench.clock.pass_ms(2 * 3_600_000)  # midnight, UTC
        bench.settle()
    assert len(bench.sink.named("visit")) == 1


def test_two_reports_of_a_day_never_differ_by_fewer_visits_than_wait_together(folder: Path) -> None:
    """So nothing of a single visit follows from what two reports of the device show, one minus the other."""
    bench = make_bench(folder, after_visits=5)
    reported = [0]
    with closing(bench.log):
        for _ in range(17):
            bench.visitor.follow(VISIT)
            assert bench.settle()
            reported.append(len(bench.sink.named("visit")))
    steps = {after - before for before, after in pairwise(reported)}
    assert steps == {0, 5}


def test_a_clock_nobody_set_closes_no_day(folder: Path) -> None:
    bench = make_bench(folder, after_visits=5)
    with closing(bench.log):
        bench.visitor.follow(VISIT)
        bench.settle()
        bench.clock.wall_ms = 0
        bench.settle()
    assert bench.sink.facts == []


def test_five_visits_are_shuffled_together(folder: Path) -> None:
    orders = set()
    for turn in range(8):
        bench = make_bench(folder / str(turn), after_visits=2)
        with closing(bench.log):
            bench.visitor.follow("start open:a wait:70 open:b wait:5 open:c wait:5 end")
            bench.visitor.follow("start open:d wait:70 open:e wait:5 open:f wait:5 end")
            bench.settle()
            orders.add("".join(fact.values["stop"][-1] for fact in bench.sink.named("dwell")))
    assert len(orders) > 1
    assert {"".join(sorted(order)) for order in orders} == {"abcdef"}


def test_a_running_visit_is_left_alone(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    bench.settle()
    assert bench.names() == ["VisitStarted", "StopOpened"]
    assert bench.sink.facts == []


def test_a_sink_that_refuses_loses_nothing(bench: Bench) -> None:
    bench.sink.refuses = True
    bench.visitor.follow(VISIT)
    with pytest.raises(KioskError, match="outbox"):
        bench.settle()
    bench.visitor.follow(VISIT)
    with pytest.raises(KioskError, match="outbox"):
        bench.settle()
    bench.sink.refuses = False
    bench.settle()
    bench.settle()
    assert len(bench.sink.named("visit")) == 2


def test_a_visit_cut_by_power_is_closed_as_unclosed_at_the_next_start(folder: Path) -> None:
    clock = FakeClock()
    before = make_bench(folder, clock)
    before.visitor.follow("start open wait:40 open:gate wait:40 touch")
    before.log.close()
    clock.reboot()
    after = make_bench(folder, clock)
    with closing(after.log):
        after.settle()
        assert after.names() == []
    dwells = {fact.values["stop"]: fact.values["dwell_ms"] for fact in after.sink.named("dwell")}
    assert dwells == {"qutb/minar": 30_000, "qutb/gate": None}
    (visit,) = after.sink.named("visit")
    assert visit.values["stops"] == 2
    assert visit.values["counted"]
