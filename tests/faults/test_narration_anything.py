"""Whatever visitors do and whatever breaks, in any order: the narrator keeps its promises."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.narration.choose import NarrationKind
from kiosk.narration.narrator import NarrationState
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three, make_narration, make_recording

ACTS: dict[str, Callable[[NarrationRoom, int], None]] = {
    "recording": lambda room, _: room.narrator.tell(chain_of_three()),
    "long recording": lambda room, _: room.narrator.tell(chain_of_three(make_recording(duration_ms=60_000))),
    "missing recording": lambda room, _: room.narrator.tell(chain_of_three(make_recording(sha256="ff" * 32))),
    "speech": lambda room, _: room.narrator.tell(make_narration(NarrationKind.SPEECH)),
    "text": lambda room, _: room.narrator.tell(make_narration(NarrationKind.TEXT)),
    "nothing": lambda room, _: room.narrator.tell(make_narration(NarrationKind.TEXT, "")),
    "pause": lambda room, _: room.narrator.pause(),
    "resume": lambda room, _: room.narrator.resume(),
    "stop": lambda room, _: room.narrator.stop(),
    "back": lambda room, number: room.narrator.back(number),
    "forward": lambda room, number: room.narrator.forward(number),
    "seek": lambda room, number: room.narrator.seek_ms(number - 2_000),
    "speed": lambda room, number: room.narrator.set_rate(number / 2_000),
    "wait": lambda room, number: room.run(number // 2),
    "wait while the worker is slow": lambda room, number: room.clock.advance(number // 4),
    "one sentence comes": lambda room, _: (room.background.run_one(), None)[1],
    "break the sound": lambda room, number: setattr(room.player, "fail_at_ms", number),
    "break the voice": lambda room, number: setattr(room.speech, "fail_on", ("73", "", "Look")[number % 3]),
    "headphones out": lambda room, _: room.player.lose_output(),
    "stand still": lambda room, number: setattr(room.player, "stands_still", bool(number % 2)),
}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 6_000)), max_size=25))
def test_any_order_of_acts_and_faults(acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = NarrationRoom(Path(folder))
        room.keep("aa" * 32)
        for act, number in acts:
            ACTS[act](room, number)
            check(room)
        room.narrator.stop()
        room.run(100)
        assert not room.ticker.is_running
        assert not room.player.is_playing
        assert room.narrator.state in (NarrationState.IDLE, NarrationState.FAILED)


def check(room: NarrationRoom) -> None:
    narrator = room.narrator
    assert 0 <= narrator.position_ms <= max(narrator.duration_ms, 0)
    if narrator.state is not NarrationState.FAILED:
        assert 0 <= narrator.heard_ms <= narrator.duration_ms
    assert room.player.is_playing <= (narrator.state is NarrationState.PLAYING)
    assert room.ticker.is_running == (narrator.state in (NarrationState.PLAYING, NarrationState.PREPARING))
    cue, word = narrator.caption
    assert cue < max(1, len(narrator.cues))
    assert word < 0 or word < len(narrator.cues[cue].words)
    told = narrator.narration
    if narrator.state is NarrationState.FAILED:
        assert told is not None and told.text == ""
