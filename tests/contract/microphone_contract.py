"""What every microphone keeps to; the same checks for the fake and, at a sound server of its own, for Qt's."""

from __future__ import annotations

from typing import Protocol

import pytest

from kiosk.model.errors import KioskError
from kiosk.spoken.loudness import measure_level
from kiosk.spoken.microphone import RATE_HZ, SAMPLE_BYTES, Microphone


class Listener:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.samples = b""
        self.lost: list[str] = []

    def heard(self, samples: bytes) -> None:
        self.samples += samples

    def microphone_lost(self, error: KioskError) -> None:
        self.lost.append(error.code)


class Stand(Protocol):
    """A microphone into which a hum goes as long as it is plugged in."""

    microphone: Microphone

    def hum(self, ms: int) -> None:
        """Let about so much time pass, with a hum."""
        ...

    def unplug(self) -> None:
        """Pull the microphone out."""
        ...


def check_microphone(stand: Stand) -> None:
    """Check everything, on a stand whose microphone is plugged in; it is unplugged afterwards."""
    microphone = stand.microphone
    assert microphone.is_there
    first = hear(stand)
    second = Listener()
    microphone.start(second)
    before = len(first.samples)
    stand.hum(250)
    assert len(first.samples) == before and second.samples, "one listener at a time"
    stand.unplug()
    for _ in range(50):
        if not second.lost:
            stand.hum(100)
    stand.hum(100)
    assert second.lost == ["spoken.microphone-lost"], "told once"
    assert second.samples, "what was heard before stays heard"
    microphone.stop()


def hear(stand: Stand) -> Listener:
    """Listen for a second: one channel of 16 bits at the promised rate, as loud as a hum is, and nothing after the stop."""
    listener = Listener()
    stand.microphone.start(listener)
    stand.hum(700)
    stand.microphone.stop()
    stand.microphone.stop()
    length_ms = len(listener.samples) * 1_000 / (RATE_HZ * SAMPLE_BYTES)
    assert 300 < length_ms < 3_000, length_ms
    assert len(listener.samples) % SAMPLE_BYTES == 0
    assert measure_level(listener.samples[-RATE_HZ // 4 :]) > 0.5
    told = len(listener.samples)
    stand.hum(150)
    assert len(listener.samples) == told
    assert listener.lost == []
    return listener


def check_none(microphone: Microphone) -> None:
    """Check a device without a microphone: it says so, and starts nothing."""
    assert not microphone.is_there
    with pytest.raises(KioskError) as refusal:
        microphone.start(Listener())
    assert refusal.value.code == "spoken.no-microphone"
    microphone.stop()
