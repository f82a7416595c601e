"""A trail leaves only with consent, and the consent can be taken back until the visit's end."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kiosk.model.facts import Fact
from tests.visits.conftest import Bench, make_bench

STUDY = "ways-2026"


def trail(bench: Bench) -> list[Fact]:
    bench.visitor.follow("end")
    assert bench.settle()
    bench.clock.sleep_ms(86_400_000)  # the day's close
    assert bench.settle()
    return sorted(bench.sink.named("trail"), key=lambda fact: int(fact.values["step"]))


def test_without_an_answer_there_is_no_trail(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    assert trail(bench) == []


def test_a_refusal_is_no_trail(bench: Bench) -> None:
    bench.visitor.follow("start")
    bench.visit.answer_study(STUDY, agreed=False)
    bench.visitor.follow("open wait:70")
    assert trail(bench) == []


def test_consent_taken_back_at_the_last_moment_is_no_trail(bench: Bench) -> None:
    bench.visitor.follow("start")
    bench.visit.answer_study(STUDY, agreed=True)
    bench.visitor.follow("open wait:70")
    bench.visit.answer_study(STUDY, agreed=False)
    assert trail(bench) == []


def test_a_trail_has_the_steps_in_their_order_and_nothing_of_the_visit_s_own(bench: Bench) -> None:
    bench.visitor.follow("start")
    visit_id = bench.visit.id
    bench.visit.answer_study(STUDY, agreed=True)
    bench.visitor.follow("wait:5 open wait:10 open:gate wait:20 open wait:40")
    steps = trail(bench)
    told = [
        tuple(step.values[name] for name in ("step", "stop", "started_s", "dwell_ms", "by")) for step in steps
    ]
    assert told == [
        (1, "qutb/minar", 5, 10_000, "code"),
        (2, "qutb/gate", 15, 20_000, "code"),
        (3, "qutb/minar", 35, 30_000, "code"),
    ]
    assert {step.values["study"] for step in steps} == {STUDY}
    (name,) = {step.values["trail"] for step in steps}
    assert name != visit_id


def test_a_visit_whose_trail_leaves_is_no_company_to_others(folder: Path) -> None:
    bench = make_bench(folder, after_visits=2)
    with closing(bench.log):
        bench.visitor.follow("start open wait:70 end start")
        bench.visit.answer_study(STUDY, agreed=True)
        bench.visitor.follow("open wait:70 end")
        assert bench.settle()
        assert bench.sink.facts == []
        bench.visitor.follow("start open wait:70 end")
        assert bench.settle()
        assert len(bench.sink.named("visit")) == 3
