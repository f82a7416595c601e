from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.visits.visit import Visit
from tests.visits.conftest import Bench, make_bench


def test_a_whole_visit_is_logged_in_its_order(bench: Bench) -> None:
    bench.visitor.follow("start open tell:10 listen:10 told open:gate end")
    assert bench.names() == [
        "VisitStarted", "StopOpened", "NarrationStarted", "NarrationProgress", "NarrationProgress",
        "NarrationEnded", "StopClosed", "StopOpened", "StopClosed", "VisitEnded",
    ]  # fmt: skip


def test_nothing_is_recorded_while_nobody_is_there(bench: Bench) -> None:
    visit = bench.visit
    visit.touch()
    visit.tick()
    visit.open_stop("qutb/minar", "code")
    visit.narration_started("en", "story", "recording", 1_000)
    visit.narration_progress(500)
    visit.narration_ended("finished")
    visit.change_depth("deep")
    visit.close_stop()
    visit.scan_failed("foreign")
    visit.search_failed("number")
    visit.screen_off()
    visit.screen_on()
    visit.end("leave")
    assert bench.names() == []


def test_an_incident_is_the_device_s_and_needs_no_visit(bench: Bench) -> None:
    bench.visit.incident("scanning.camera-lost")
    bench.visitor.follow("start")
    bench.visit.incident("narration.no-voice")
    bench.visitor.follow("end")
    bench.settle()
    assert bench.names() == ["Incident", "Incident"]


def test_a_new_visit_ends_the_one_before(bench: Bench) -> None:
    bench.visitor.follow("start open wait:5")
    first = bench.visit.id
    bench.visitor.follow("start")
    assert bench.visit.id != first
    assert bench.names() == ["VisitStarted", "StopOpened", "StopClosed", "VisitEnded", "VisitStarted"]


def test_the_id_is_random_and_gone_at_the_end(bench: Bench) -> None:
    bench.visitor.follow("start")
    assert bench.visit.id is not None and len(bench.visit.id) == 16
    bench.visitor.follow("end")
    assert bench.visit.id is None


def test_a_narration_without_an_open_stop_is_not_recorded(bench: Bench) -> None:
    bench.visitor.follow("start tell:10 listen:5 told")
    assert bench.names() == ["VisitStarted"]


def test_a_dragging_finger_is_one_row_in_200_ms(bench: Bench) -> None:
    bench.visitor.follow("start open ms:300")
    for _ in range(60):
        bench.clock.pass_ms(16)
        bench.visit.touch()
    assert bench.names().count("Attention") == 5


def test_progress_is_logged_every_five_seconds_and_at_each_turn(bench: Bench) -> None:
    bench.visitor.follow("start open tell:90 listen:20 pause resume listen:3")
    assert bench.names().count("NarrationProgress") == 6


def test_finished_without_a_position_means_to_the_end(bench: Bench) -> None:
    bench.visitor.follow("start open tell:30")
    bench.clock.pass_ms(30_000)
    bench.visit.narration_ended("finished")
    bench.visitor.follow("close end")
    bench.settle()
    (dwell,) = bench.sink.named("dwell")
    assert dwell.values["heard_ms"] == dwell.values["media_ms"] == 30_000


@pytest.mark.parametrize("wrong_ms", [-5, 10**12])
def test_lengths_from_damaged_media_are_bounded(bench: Bench, wrong_ms: int) -> None:
    bench.visitor.follow("start open")
    bench.visit.narration_started("en", "story", "recording", wrong_ms)
    bench.clock.pass_ms(1_000)
    bench.visit.narration_progress(wrong_ms, rate=1e9)
    bench.visit.narration_ended("failed", wrong_ms)
    bench.visitor.follow("close end")
    assert bench.settle()


def test_a_setting_and_a_depth_are_acts(bench: Bench) -> None:
    bench.visitor.follow("start open")
    bench.visit.set_preference("language", "hi")
    bench.visit.change_depth("deep")
    bench.visit.suggestion_shown("qutb/gate")
    bench.visit.suggestion_taken("qutb/gate")
    bench.visitor.follow("open:gate end")
    bench.settle()
    (visit,) = bench.sink.named("visit")
    assert visit.values["language"] == "hi"
    assert (visit.values["suggestions_shown"], visit.values["suggestions_taken"]) == (1, 1)


def test_the_end_is_told_after_it_is_in_the_log(folder: Path) -> None:
    bench = make_bench(folder)
    with closing(bench.log):
        seen: list[list[str]] = []
        visit = Visit(bench.log, lambda: seen.append(bench.names()))
        visit.start("qutb", "en")
        visit.end("charger")
        visit.end("charger")
    assert seen == [["VisitStarted", "VisitEnded"]]
