"""A hub that is away, slow, broken or not the hub; a clock that is wrong: nobody waits, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.composed_guide import DIARY, ComposedGuide, data, find_dwells, pack, read_events, read_facts
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_hub import PORTAL, FakeHub, free_port

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
    pytest.mark.allow_log(DIARY),
]
DAY_MS = 86_400_000


def test_no_touch_waits_for_a_hub_that_does_not_answer(data: Path) -> None:
    with FakeHub(silent=True) as hub, ComposedGuide(data, has_camera=False, hub=hub.url) as guide:
        guide.visit_stop()
        guide.wait(hub.arrived.is_set)
        guide.begin()
        guide.type_number("12")
        assert guide.words("stop-title") == "The garden", "while the hub is still asked"
        guide.leave()
        state = guide.device.sending.state
        assert state is not None and not state.sent
        hub.silent = False
        hub.let_go.set()
        guide.visit_stop()
        guide.wait(lambda: guide.device.sending.state.waiting == 0)  # type: ignore[union-attr]  # seen above
        assert len(hub.facts) == len(read_facts(data))


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [(200, PORTAL, "log-in page"), (500, b"", "500"), (302, b"", "redirect")],
)
def test_a_hub_that_lies_or_fails_gets_every_fact_when_it_is_well_again(
    data: Path, status: int, body: bytes, words: str
) -> None:
    with FakeHub() as hub:
        hub.misbehave = lambda _reply: (status, body, {})
        with ComposedGuide(data, has_camera=False, hub=hub.url) as guide:
            guide.visit_stop()
            guide.wait(lambda: read_events(data, "Sync"))
            assert words in guide.diary()
        waiting = read_facts(data)
        hub.misbehave = None
        with ComposedGuide(data, has_camera=False, hub=hub.url) as guide:
            guide.wait(lambda: guide.device.sending.state and not guide.device.sending.state.waiting)
            guide.wait(lambda: read_events(data, "Sync")[-1]["outcome"] == "acknowledged")
        assert len(hub.facts) == len(waiting) > 0


def test_a_hub_that_is_away_costs_nothing_but_a_line_for_staff(data: Path) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with ComposedGuide(data, has_camera=False, hub=address) as guide:
        guide.visit_stop()
        guide.wait(lambda: read_events(data, "Sync"))
        guide.visit_stop("12")
        assert "refused" in guide.diary() and guide.diary().count("The hub was not reached") == 1
    assert set(find_dwells(data)) == {"mill/wheel", "mill/garden"}


def test_a_hub_s_address_that_is_none_is_told_to_staff_only(data: Path) -> None:
    with ComposedGuide(data, has_camera=False, hub="http://") as guide:
        guide.visit_stop()
        assert guide.incidents()["sync.hub-address"] == 1


@pytest.mark.parametrize("set_back_ms", [DAY_MS, 56 * 365 * DAY_MS], ids=["a day", "to 1970"])
def test_a_clock_set_back_in_mid_visit_changes_no_dwell(data: Path, set_back_ms: int) -> None:
    clock = FakeClock()
    with ComposedGuide(data, has_camera=False, clock=clock) as guide:
        guide.begin()
        guide.type_number("12")
        guide.wait(lambda: guide.state == "ended")
        clock.pass_ms(12_000)
        clock.wall_ms -= set_back_ms
        clock.pass_ms(8_000)
        guide.leave()
        guide.wait(lambda: (data / "outbox.db").exists() and find_dwells(data))
    assert 20_000 <= find_dwells(data)["mill/garden"]["dwell_ms"] <= 24_000
