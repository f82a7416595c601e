"""Live speech that says nothing in clips of the right length, and can be told to fail."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.model.spoken_word import Word
from kiosk.speech.engine import MAX_SPEECH_LENGTH, SpeechClip, SpeechVoice, find_voice
from kiosk.speech.silence import make_silence

MS_A_CHARACTER = 50
_RATE_HZ = 8_000


class FakeSpeech:
    """A :class:`kiosk.speech.speech.Speech`.

    Attributes:
        spoken: Everything that was asked for, in order.
        from_packs: What of it was said to be a pack's text.
        pronunciations: The lexicon that came with the last text.
        fail_on: Texts that hold this word are not spoken; "" for none.
    """

    def __init__(self, *languages: str) -> None:
        self.spoken: list[str] = []
        self.from_packs: list[str] = []
        self.pronunciations: tuple[Pronunciation, ...] = ()
        self.fail_on = ""
        self.is_closed = False
        self._voices = tuple(
            SpeechVoice(f"fake/{tag}", tag, (tag,), "fake") for tag in languages or ("en", "hi", "ar")
        )

    def voices(self) -> tuple[SpeechVoice, ...]:
        return self._voices

    def can_speak(self, language: str) -> bool:
        return find_voice(self._voices, language) is not None

    def synthesise(
        self,
        text: str,
        language: str,
        rate: float = 1.0,
        pronunciations: Sequence[Pronunciation] = (),
        *,
        is_from_pack: bool = False,
    ) -> SpeechClip:
        self._check(text, language)
        self.spoken.append(text)
        self.from_packs += [text] if is_from_pack else []
        self.pronunciations = tuple(pronunciations)
        duration_ms = round(len(text) * MS_A_CHARACTER / rate)
        return SpeechClip(make_silence(duration_ms, _RATE_HZ), duration_ms, _make_words(text, duration_ms))

    def close(self) -> None:
        self.is_closed = True

    def _check(self, text: str, language: str) -> None:
        if not self.can_speak(language):
            raise _error("no-voice")
        if len(text) > MAX_SPEECH_LENGTH:
            raise _error("text-too-long")
        if not text.strip():
            raise _error("nothing-to-say")
        if self.fail_on and self.fail_on in text:
            raise _error("speech-failed")


def _make_words(text: str, duration_ms: int) -> tuple[Word, ...]:
    words = []
    start = 0
    for piece in text.split():
        start = text.index(piece, start)
        end = start + len(piece)
        times = (round(duration_ms * start / len(text)), round(duration_ms * end / len(text)))
        words.append(Word(*times, start, end))
        start = end
    return tuple(words)


def _error(reason: str) -> KioskError:
    return KioskError("The text was not spoken", code=f"narration.{reason}")
