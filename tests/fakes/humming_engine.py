"""A speech engine that hums in clips of the right length, so that what it renders can be heard."""

from __future__ import annotations

import io
import math
import struct
import wave
from dataclasses import replace

from kiosk.model.errors import KioskError
from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.speakable import Speakable
from tests.fakes.fake_engine import FakeEngine

RATE_HZ = 8_000
_HERTZ = 220


class HummingEngine(FakeEngine):
    """A :class:`kiosk.speech.engine.SpeechEngine`.

    Attributes:
        dies_at: A text that holds this word makes the engine give up; "" for none.
        tells_words: Whether it tells when it says each word.
    """

    def __init__(self, *languages: str, name: str = "hum") -> None:
        super().__init__(*languages, name=name)
        self.dies_at = ""
        self.tells_words = True

    def synthesise(self, what: Speakable, voice: SpeechVoice, rate: float = 1.0) -> SpeechClip:
        if self.dies_at and self.dies_at in what.text:
            raise KioskError("The text was not spoken", code="narration.speech-failed")
        clip = super().synthesise(what, voice, rate)
        words = clip.words if self.tells_words else ()
        return replace(clip, wav=_hum(clip.duration_ms), words=words)


def _hum(duration_ms: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        count = RATE_HZ * duration_ms // 1000
        wave_form = (round(9_000 * math.sin(2 * math.pi * _HERTZ * at / RATE_HZ)) for at in range(count))
        sound.writeframes(b"".join(struct.pack("<h", value) for value in wave_form))
    return file.getvalue()
