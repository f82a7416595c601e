"""The fake microphone and Qt's pass the same suite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.spoken.late_microphone import LateMicrophone
from kiosk.spoken.microphone import Microphone
from tests.contract.microphone_contract import check_microphone, check_none
from tests.fakes.fake_microphone import FakeMicrophone
from tests.fakes.sound_server import SoundServer, find_missing_programs

HOUSE = Path(__file__).parents[2]
PATIENCE_S = 60


class FakeStand:
    def __init__(self, *, late: bool = False) -> None:
        self._fake = FakeMicrophone()
        self.microphone: Microphone = LateMicrophone(lambda: self._fake) if late else self._fake

    def hum(self, ms: int) -> None:
        self._fake.speak(ms)

    def unplug(self) -> None:
        self._fake.unplug()


@pytest.mark.parametrize("late", [False, True])
def test_the_fake(late: bool) -> None:
    check_none(FakeMicrophone(is_there=False))
    check_microphone(FakeStand(late=late))


@pytest.mark.skipif(
    find_missing_programs() != "",
    reason=f"no sound server to be had: {find_missing_programs()} not installed",
)
def test_qt_s() -> None:
    with SoundServer() as server:
        done = subprocess.run(
            [sys.executable, "-m", "tests.contract.microphone_process"],
            env=server.environment | {"QT_LOGGING_RULES": "*.warning=false"},
            cwd=HOUSE,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    assert done.stdout.strip() == "kept", done.stderr
