from __future__ import annotations

import pytest

from kiosk.model.errors import KioskError
from kiosk.spoken.recorder import MOST_S, Recorder
from tests.fakes.fake_microphone import FakeMicrophone


@pytest.fixture
def microphone() -> FakeMicrophone:
    return FakeMicrophone()


def test_what_is_said_between_start_and_stop_is_recorded(microphone: FakeMicrophone) -> None:
    recorder, changes = Recorder(microphone), list[int]()
    microphone.speak(500)
    recorder.start(lambda: changes.append(recorder.length_ms))
    microphone.speak(1_000)
    recorder.stop()
    microphone.speak(500)
    assert recorder.length_ms == 1_000 and recorder.was_heard and not recorder.is_recording
    assert len(changes) == 20 and changes == sorted(changes)
    assert len(recorder.samples) == 48_000


def test_the_level_follows_the_voice_and_is_nothing_afterwards(microphone: FakeMicrophone) -> None:
    recorder = Recorder(microphone)
    levels = []
    recorder.start(lambda: levels.append(recorder.level))
    for loudness in (0.0, 0.01, 0.1, 0.9):
        microphone.speak(50, loudness)
    recorder.stop()
    assert levels == sorted(levels) and levels[0] == 0.0 and levels[-1] > 0.9
    assert recorder.level == 0.0


def test_a_minute_is_the_end(microphone: FakeMicrophone) -> None:
    recorder, states = Recorder(microphone), list[bool]()
    recorder.start(lambda: states.append(recorder.is_recording))
    microphone.speak(MOST_S * 1_000 + 5_000)
    assert recorder.length_ms == MOST_S * 1_000
    assert states[-1] is False and states.count(False) == 1, "told once that it is over"
    assert not microphone.is_listening


@pytest.mark.parametrize(("ms", "loudness"), [(300, 0.5), (5_000, 0.0), (5_000, 0.002)])
def test_a_touch_by_mistake_and_a_quiet_room_are_no_message(
    microphone: FakeMicrophone, ms: int, loudness: float
) -> None:
    recorder = Recorder(microphone)
    recorder.start(lambda: None)
    microphone.speak(ms, loudness)
    recorder.stop()
    assert not recorder.was_heard


def test_what_was_said_before_the_microphone_went_stays(microphone: FakeMicrophone) -> None:
    recorder = Recorder(microphone)
    recorder.start(lambda: None)
    microphone.speak(1_000)
    microphone.unplug()
    assert not recorder.is_recording and recorder.was_heard
    assert recorder.problem is not None and recorder.problem.code == "spoken.microphone-lost"


def test_nothing_is_left_of_what_is_thrown_away(microphone: FakeMicrophone) -> None:
    recorder = Recorder(microphone)
    recorder.start(lambda: None)
    microphone.speak(1_000)
    recorder.discard()
    assert recorder.samples == b"" and recorder.length_ms == 0 and not microphone.is_listening
    recorder.discard()


def test_without_a_microphone_nothing_begins() -> None:
    recorder = Recorder(FakeMicrophone(is_there=False))
    with pytest.raises(KioskError) as refusal:
        recorder.start(lambda: None)
    assert refusal.value.code == "spoken.no-microphone"
    assert not recorder.is_there and not recorder.is_recording
