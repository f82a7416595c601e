"""What the log learns while a visitor listens: the voice's true places, at pauses, leaps and after an absence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell


@pytest.fixture
def listening(open_guide: OpenShell) -> tuple[Shell, FakeRooms]:
    """A visitor who has just opened the minar."""
    shell, fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    return shell, fakes


def listen(fakes: FakeRooms, ms: int) -> None:
    """Let the clock and the voice go on together, some times a second."""
    for _ in range(ms // 250):
        fakes.clock.step(250)
        fakes.narrator.advance(250)


def values(fakes: FakeRooms, name: str) -> list[dict[str, Any]]:
    """What was logged under a name, in order."""
    found = fakes.log.submit(
        lambda log: log.execute("SELECT body FROM events WHERE name = ? ORDER BY seq", (name,)).fetchall()
    )
    return [json.loads(row[0]) for row in found.result(10)]


def heard(fakes: FakeRooms) -> list[tuple[str, int, int]]:
    ends = values(fakes, "NarrationEnded")
    return [(end["reason"], end["heard_ms"], end["played_ms"]) for end in ends]


def test_a_pause_is_not_heard(listening: tuple[Shell, FakeRooms]) -> None:
    shell, fakes = listening
    listen(fakes, 5_000)
    shell.models.bar.toggle()
    fakes.clock.step(60_000)
    shell.models.bar.toggle()
    listen(fakes, 3_000)
    shell.models.flow.end("leave")
    assert heard(fakes) == [("stopped", 8_000, 8_000)]


def test_what_is_leapt_over_is_not_heard_and_what_comes_twice_counts_once(
    listening: tuple[Shell, FakeRooms],
) -> None:
    shell, fakes = listening
    listen(fakes, 15_000)
    shell.models.bar.back()
    listen(fakes, 5_000)
    shell.models.bar.seek(30_000 / fakes.narrator.duration_ms)
    listen(fakes, 2_000)
    shell.models.flow.end("leave")
    assert heard(fakes) == [("stopped", 17_000, 22_000)]


def test_at_another_speed_more_is_heard_in_the_same_time(listening: tuple[Shell, FakeRooms]) -> None:
    shell, fakes = listening
    listen(fakes, 4_000)
    shell.models.wishes.choose_rate(1.25)
    for _ in range(16):
        fakes.clock.step(200)
        fakes.narrator.advance(250)
    shell.models.flow.end("leave")
    assert heard(fakes) == [("stopped", 8_000, 7_200)]


def test_a_story_told_again_is_heard_again(listening: tuple[Shell, FakeRooms]) -> None:
    shell, fakes = listening
    listen(fakes, fakes.narrator.duration_ms + 250)
    shell.models.bar.toggle()
    listen(fakes, 2_000)
    shell.models.flow.end("leave")
    assert len(values(fakes, "NarrationStarted")) == 2
    assert [reason for reason, _, _ in heard(fakes)] == ["finished", "stopped"]
    assert heard(fakes)[1][2] == 2_000


def test_who_comes_back_and_goes_on_listening_is_counted_again(
    listening: tuple[Shell, FakeRooms],
) -> None:
    shell, fakes = listening
    listen(fakes, 5_000)
    shell.models.bar.toggle()
    fakes.clock.step(91_000)
    shell.models.attention.tick()
    shell.models.attention.touched()
    shell.models.bar.toggle()
    listen(fakes, 4_000)
    shell.models.flow.end("leave")
    assert [(reason, played) for reason, _, played in heard(fakes)] == [
        ("stopped", 5_000),
        ("stopped", 4_000),
    ]
    assert [stop["reason"] for stop in values(fakes, "StopClosed")] == ["idle", "ended"]


def test_words_that_lead_nowhere_are_counted_once_and_not_kept(listening: tuple[Shell, FakeRooms]) -> None:
    shell, fakes = listening
    for typed in ("x", "xyl", "xylo", "xylophone", "", "mi", "minar"):
        shell.models.browse.search(typed)
    shell.models.browse.search("zither")
    assert values(fakes, "SearchFailed") == [{"kind": "words"}, {"kind": "words"}]


def test_time_passes_for_the_log_once_a_second(listening: tuple[Shell, FakeRooms]) -> None:
    shell, fakes = listening
    fakes.clock.sleep(40_000)
    shell.models.attention.tick()
    assert [sign["lost_ms"] for sign in values(fakes, "Attention") if sign["sign"] == "slept"] == [40_000]
