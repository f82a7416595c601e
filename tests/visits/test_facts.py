from __future__ import annotations

from kiosk.model.facts import Fact, format_fact
from tests.visits.conftest import Bench


def told(bench: Bench, script: str) -> list[Fact]:
    bench.visitor.follow(script)
    assert bench.settle()
    return bench.sink.facts


def only(facts: list[Fact], name: str) -> list[dict[str, object]]:
    return [
        {key: value for key, value in fact.values.items() if key != "id"}
        for fact in facts
        if fact.name == name
    ]


def test_a_visit_becomes_a_dwell_a_stop_a_move_a_step_and_one_visit(bench: Bench) -> None:
    facts = told(bench, "start open tell:60 listen:60 told open:gate wait:10 open wait:5 end")
    assert sorted(fact.name for fact in facts) == ["dwell", "dwell", "move", "move", "visit"]
    assert only(facts, "visit") == [
        {
            "site": "qutb", "stops": 2, "stops_on_offer": 10, "minutes": 1, "language": "en", "suggestions_shown": 0,
            "suggestions_taken": 0, "hour": "2026-11-21T12", "counted": True,
        }
    ]  # fmt: skip
    assert {"stop": "qutb/minar", "dwell_ms": 65_000, "heard_ms": 60_000, "media_ms": 60_000, "language": "en",
            "depth": "story", "kind": "recording", "by": "code", "version": None, "hour": "2026-11-21T12", "counted": True} in only(facts, "dwell")  # fmt: skip
    moves = {(move["from_stop"], move["to_stop"]) for move in only(facts, "move")}
    assert moves == {("qutb/minar", "qutb/gate"), ("qutb/gate", "qutb/minar")}


def test_nothing_in_a_fact_leads_back_to_its_visit_or_to_another_fact(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70 open:gate wait:5")
    visit = bench.visit.id or ""
    facts = told(bench, "end")
    assert visit.encode() not in b"".join(format_fact(fact) for fact in facts)
    ids = [fact.values["id"] for fact in facts]
    assert len(set(ids)) == len(ids)
    for fact in facts:
        assert set(fact.values) & {"boot_ms", "boot_id", "seq", "visit", "wall_ms"} == set()


def test_a_short_visit_does_not_count(bench: Bench) -> None:
    assert not any(fact.values["counted"] for fact in told(bench, "start open wait:20 end"))


def test_a_visit_of_glances_does_not_count(bench: Bench) -> None:
    facts = told(bench, "start wait:20 touch wait:30 touch wait:30 touch open ms:2500 open:gate ms:2500 end")
    assert [fact["stops"] for fact in only(facts, "visit")] == [0]
    assert not any(fact.values["counted"] for fact in facts)


def test_the_idle_tail_is_not_part_of_the_visit_s_minutes(bench: Bench) -> None:
    facts = told(bench, "start open tell:120 listen:120 told wait:110 close:idle end:idle")
    assert [fact["minutes"] for fact in only(facts, "visit")] == [2]


def test_staff_are_not_counted(bench: Bench) -> None:
    bench.visit.start("qutb", "en", staff=True)
    assert told(bench, "open wait:70 end") == []
    assert bench.names() == []


def test_a_clock_nobody_set_leaves_the_hour_out(bench: Bench) -> None:
    facts = told(bench, "wall:0 start open wait:70 open:gate end")
    assert {fact.values.get("hour") for fact in facts} == {None}
    assert {fact.values.get("day") for fact in facts} == {None}


def test_the_narration_heard_most_stands_for_the_stop(bench: Bench) -> None:
    facts = told(bench, "start open tell:60 listen:5 tell:200 listen:80 close end")
    (dwell,) = only(facts, "dwell")
    assert (dwell["heard_ms"], dwell["media_ms"]) == (80_000, 200_000)


def test_a_log_that_lost_its_beginning_tells_nothing(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70")
    bench.log.submit(
        lambda connection: connection.execute("DELETE FROM events WHERE name = 'VisitStarted'")
    ).result(10)
    assert told(bench, "close end") == []
    assert bench.names() == []


def test_a_lost_close_makes_a_stop_unclosed(bench: Bench) -> None:
    bench.visitor.follow("start open wait:70 open:gate wait:5")
    bench.log.submit(
        lambda connection: connection.execute("DELETE FROM events WHERE name = 'StopClosed'")
    ).result(10)
    dwells = {fact["stop"]: fact["dwell_ms"] for fact in only(told(bench, "end"), "dwell")}
    assert dwells == {"qutb/minar": None, "qutb/gate": 5_000}


def test_what_let_the_visitor_in_becomes_facts_of_their_own(bench: Bench) -> None:
    bench.visitor.follow("start")
    bench.visit.ticket_accepted(7, 2, 1)
    bench.visit.voucher_redeemed("tomb")
    bench.visit.pass_read("fort", "2", "month")
    facts = told(bench, "end")
    assert only(facts, "ticket") == [
        {"site": "qutb", "product": 7, "party": 2, "price_class": 1, "day": "2026-11-21"}
    ]
    assert only(facts, "voucher") == [{"site": "qutb", "from_site": "tomb", "day": "2026-11-21"}]
    assert only(facts, "return") == [
        {"site": "qutb", "from_site": "fort", "nth": "2", "after": "month", "day": "2026-11-21"}
    ]


def test_a_suggestion_tells_whether_it_was_taken_and_whether_the_stop_was_opened_anyway(bench: Bench) -> None:
    bench.visitor.follow("start open wait:5")
    for slot, stop in enumerate(("gate", "tomb", "well"), 1):
        bench.visit.suggestion_shown(f"qutb/{stop}", slot)
    bench.visit.suggestion_taken("qutb/gate")
    bench.visitor.follow("open:gate wait:40")
    bench.visit.suggestion_shown("qutb/tomb", 1)
    facts = told(bench, "open:tomb wait:40 end")
    found = sorted((s["stop"], s["slot"], s["taken"], s["opened"]) for s in only(facts, "suggestion"))
    assert found == [
        ("qutb/gate", 1, True, True),
        ("qutb/tomb", 1, False, True),
        ("qutb/well", 3, False, False),
    ]
    assert [(v["suggestions_shown"], v["suggestions_taken"]) for v in only(facts, "visit")] == [(4, 1)]


def test_only_the_last_of_each_setting_is_told(bench: Bench) -> None:
    bench.visitor.follow("start")
    for size in ("1.5", "2"):
        bench.visit.set_preference("text-size", size)
    bench.visit.set_preference("language", "hi")
    facts = told(bench, "end")
    assert [(s["preference"], s["value"]) for s in only(facts, "setting")] == [("text-size", "2")]
    assert [visit["language"] for visit in only(facts, "visit")] == ["hi"]
