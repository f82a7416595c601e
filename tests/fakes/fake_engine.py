"""A speech engine that says nothing in clips of the right length, and can be told to fail."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.said import place_words, say_in_full
from kiosk.speech.silence import make_silence
from kiosk.speech.speakable import Speakable

MS_A_CHARACTER = 50
_RATE_HZ = 8_000


class FakeEngine:
    """A :class:`kiosk.speech.engine.SpeechEngine`.

    Attributes:
        spoken: Everything that was said, in order.
        fails_with: The code of the error that every call fails with; "" for none.
    """

    def __init__(self, *languages: str, name: str = "fake") -> None:
        self.name = name
        self.spoken: list[str] = []
        self.asked: list[Speakable] = []
        self.fails_with = ""
        self.is_closed = False
        self._voices = tuple(
            SpeechVoice(f"{name}/{tag}", f"{name} {tag}", (tag,), name)
            for tag in languages or ("en", "hi", "ar")
        )

    def voices(self) -> tuple[SpeechVoice, ...]:
        self._may_fail()
        return self._voices

    def synthesise(self, what: Speakable, voice: SpeechVoice, rate: float = 1.0) -> SpeechClip:
        said = say_in_full(what)
        self._may_fail()
        if voice not in self._voices:
            raise KioskError("The text was not spoken", code="narration.no-voice")
        self.spoken.append(said.text)
        self.asked.append(what)
        duration_ms = round(len(said.text) * MS_A_CHARACTER / rate)
        words = place_words(_time_words(said.text, duration_ms), duration_ms, said)
        return SpeechClip(make_silence(duration_ms, _RATE_HZ), duration_ms, words)

    def close(self) -> None:
        self.is_closed = True

    def lose(self, voice: str) -> None:
        """Forget a voice, as if it had been uninstalled."""
        self._voices = tuple(one for one in self._voices if one.id != voice)

    def gain(self, voice: SpeechVoice) -> None:
        """Have one voice more, as if it had been installed."""
        self._voices = (*self._voices, voice)

    def _may_fail(self) -> None:
        if self.fails_with:
            raise KioskError("The text was not spoken", code=self.fails_with)


def _time_words(text: str, duration_ms: int) -> list[tuple[int, int, int]]:
    words = []
    start = 0
    for piece in text.split():
        start = text.index(piece, start)
        words.append((round(duration_ms * start / len(text)), start, start + len(piece)))
        start += len(piece)
    return words
