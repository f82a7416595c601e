from __future__ import annotations

import io
import random

import pytest
import soundfile

from kiosk.hub.recording_check import measure_ms
from kiosk.model.errors import KioskError
from kiosk.spoken.microphone import RATE_HZ
from kiosk.spoken.opus import MAX_BYTES, encode_opus
from tests.fakes.fake_microphone import make_voice


def test_a_recording_is_what_the_hub_takes() -> None:
    content = encode_opus(make_voice(1_500))
    assert measure_ms(content) == 1_500
    samples, rate_hz = soundfile.read(io.BytesIO(content))
    assert rate_hz == RATE_HZ and 0.2 < abs(samples).max() < 0.5


def test_the_worst_minute_fits() -> None:
    seconds = 5
    noise = random.Random(1).randbytes(RATE_HZ * 2) * seconds
    assert len(encode_opus(noise)) * 60 / seconds < MAX_BYTES


def test_nothing_becomes_no_recording() -> None:
    with pytest.raises(KioskError) as refusal:
        encode_opus(b"")
    assert refusal.value.code == "spoken.not-encoded"


def test_the_same_words_make_the_same_file_whenever_they_are_said() -> None:
    voice = make_voice(1_000)
    assert len({encode_opus(voice) for _ in range(3)}) == 1
