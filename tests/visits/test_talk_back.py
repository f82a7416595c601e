from __future__ import annotations

import pytest

from kiosk.model.facts import Fact, format_fact
from kiosk.visits.events import MOST_MESSAGES
from tests.visits.conftest import Bench

SOUND = "5" * 64


def told(bench: Bench, name: str) -> list[Fact]:
    bench.visitor.follow("end")
    assert bench.settle()
    return [fact for fact in bench.sink.facts if fact.name == name]


def test_the_last_rating_of_the_site_and_of_each_stop_is_told(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    for stars, stop in ((2, ""), (5, ""), (1, "qutb/minar"), (4, "qutb/minar"), (3, "agra/taj")):
        bench.visit.rate(stars, stop)
    rated = {
        (fact.values["site"], fact.values["stop"]): fact.values["stars"] for fact in told(bench, "rating")
    }
    assert rated == {("qutb", None): 5, ("qutb", "qutb/minar"): 4, ("agra", "agra/taj"): 3}


def test_what_was_said_is_told_with_no_hour_and_nothing_of_the_visit(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    visit = bench.visit.id or ""
    assert bench.visit.say("question", language="hi", text="किसने बनाया?", stop_id="qutb/minar") == 1
    assert bench.visit.say("story", language="en", sound=SOUND) == 2
    messages = told(bench, "message")
    values = sorted(({**fact.values, "id": ""} for fact in messages), key=lambda one: str(one["kind"]))
    assert values == [
        {"id": "", "site": "qutb", "stop": "qutb/minar", "kind": "question", "text": "किसने बनाया?", "language": "hi",
         "sound": None, "day": "2026-11-21"},
        {"id": "", "site": "qutb", "stop": None, "kind": "story", "text": None, "language": "en", "sound": SOUND,
         "day": "2026-11-21"},
    ]  # fmt: skip
    lines = [format_fact(fact) for fact in messages]
    assert not any(visit.encode() in line or b"T12" in line for line in lines)
    assert len({fact.values["id"] for fact in messages}) == 2, "nothing tells that one visitor sent both"


def test_what_was_taken_back_is_never_told(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    first = bench.visit.say("comment", language="en", text="first")
    bench.visit.say("comment", language="en", text="second")
    assert first is not None
    bench.visit.take_back(first)
    assert [fact.values["text"] for fact in told(bench, "message")] == ["second"]


def test_what_staff_say_while_they_try_the_device_is_not_told(bench: Bench) -> None:
    bench.visit.start("qutb", "en", staff=True)
    bench.visit.say("comment", language="en", text="does it work")
    bench.visit.rate(5)
    assert told(bench, "message") == told(bench, "rating") == []


def test_a_message_is_written_or_recorded_and_within_bounds(bench: Bench) -> None:
    bench.visitor.follow("start")
    for text, sound in (("", ""), ("a", SOUND), ("x" * 1_001, ""), ("a\u202eb", ""), ("", "no hash")):
        with pytest.raises(ValueError, match=r"message|Said"):
            bench.visit.say("comment", language="en", text=text, sound=sound)


def test_nobody_fills_the_queue_of_staff(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    numbers = [bench.visit.say("comment", language="en", text="again") for _ in range(MOST_MESSAGES + 3)]
    assert numbers[MOST_MESSAGES:] == [None] * 3
    assert len(told(bench, "message")) == MOST_MESSAGES


def test_nobody_speaks_while_no_visit_runs(bench: Bench) -> None:
    assert bench.visit.say("comment", language="en", text="hello") is None
    bench.visit.rate(5)
    assert bench.names() == []


def test_a_dwell_says_which_narration_on_trial_was_heard(bench: Bench) -> None:
    bench.visitor.follow("start open")
    bench.visit.narration_started("en", "story", "recording", 60_000, version="b")
    bench.visitor.follow("listen:40 told open:gate wait:30")
    versions = {fact.values["stop"]: fact.values["version"] for fact in told(bench, "dwell")}
    assert versions == {"qutb/minar": "b", "qutb/gate": None}
