from __future__ import annotations

import pytest

from kiosk.model.facts import Fact
from tests.visits.conftest import Bench


def dwells_of(facts: list[Fact]) -> dict[str, object]:
    return {fact.values["stop"]: fact.values["dwell_ms"] for fact in facts if fact.name == "dwell"}


@pytest.mark.parametrize(
    "script",
    [
        "start wait:40 open wait:5 open:gate wait:90 close",
        "start open tell:60 listen:60 told open:gate wait:10 open wait:5 close",
        "start open tell:30 listen:10 pause wait:50 touch wait:20 close:idle touch wait:3 close",
        "start open tell:60 listen:20 asleep:600 wait:2 listen:5 open:gate close",
        "start open wait:2 dark wait:8 open:gate wait:9 lit wait:1 touch wait:4 close",
        "start dark open tell:20 listen:20 told close lit open:gate wait:50 close",
        "start open close open:gate ms:2900 close",
    ],
)
def test_stays_are_the_dwells_that_the_facts_will_tell(bench: Bench, script: str) -> None:
    bench.visitor.follow(script)
    stays = dict(bench.visit.dwells_ms)
    assert stays
    bench.visitor.follow("end")
    assert bench.settle()
    assert stays == dwells_of(bench.sink.facts)


def test_an_open_stop_is_no_stay_yet_and_nothing_is_left_after_the_visit(bench: Bench) -> None:
    bench.visitor.follow("start open wait:20")
    assert bench.visit.dwells_ms == ()
    bench.visitor.follow("open:gate wait:5")
    assert list(dict(bench.visit.dwells_ms)) == ["qutb/minar"]
    bench.visitor.follow("end")
    assert bench.visit.dwells_ms == ()


def test_a_suggestion_that_was_withheld_is_a_fact_of_its_own(bench: Bench) -> None:
    bench.visitor.follow("start open wait:40")
    bench.visit.suggestion_shown("qutb/gate", 1)
    bench.visit.suggestion_withheld("qutb/tomb", 2)
    bench.visit.suggestion_withheld("qutb/well", 3)
    bench.visitor.follow("wait:40 open:tomb wait:5 end")
    assert bench.settle()
    told = {
        fact.values["stop"]: (fact.values["shown"], fact.values["opened"], fact.values["slot"])
        for fact in bench.sink.facts
        if fact.name == "suggestion"
    }
    assert told == {
        "qutb/gate": (True, False, 1),
        "qutb/tomb": (False, True, 2),
        "qutb/well": (False, False, 3),
    }
    (visit,) = (fact.values for fact in bench.sink.facts if fact.name == "visit")
    assert visit["suggestions_shown"] == 1
