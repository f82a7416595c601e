"""What an engine of live or rendered speech promises, and which of its voices speaks a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from kiosk.model.language import primary
from kiosk.model.spoken_word import Word
from kiosk.speech.speakable import Speakable

# Longer texts are refused: ten minutes of speech is more than any stop tells.
MAX_SPEECH_LENGTH = 12_000

# Speech engines name some languages by other codes than BCP 47's usual ones.
_ALIASES = {"zh": "cmn", "zh-hk": "yue", "no": "nb", "iw": "he", "in": "id"}


@dataclass(frozen=True, slots=True)
class SpeechVoice:
    """A voice of an engine: its own id, a name for people, the tags of the languages it speaks, its engine's name."""

    id: str
    name: str
    languages: tuple[str, ...]
    engine: str = ""


@dataclass(frozen=True, slots=True)
class SpeechClip:
    """Spoken text as a WAV file in memory.

    ``duration_ms`` is measured from its samples. The characters of ``words`` count in the text
    that was to be spoken, as it was written; ``words`` is empty where the engine does not tell them.
    """

    wav: bytes
    duration_ms: int
    words: tuple[Word, ...] = ()


class SpeechEngine(Protocol):
    """Turns what is to be said into sound, by one of its own voices.

    Every call may block, and may come from several threads.
    """

    @property
    def name(self) -> str:
        """Return the name it is chosen by, in settings and in ranking: ``pyttsx3``, ``piper``, ``kokoro``."""
        ...

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices there are; empty where the engine is not installed.

        Raises:
            KioskError: ``narration.speech-failed``: it cannot be asked.
        """
        ...

    def synthesise(self, what: Speakable, voice: SpeechVoice, rate: float = 1.0) -> SpeechClip:
        """Speak literally, markup and all, into a clip whose words are placed in ``what.text``.

        Args:
            what: Text of at most ``MAX_SPEECH_LENGTH`` characters.
            voice: One of :meth:`voices`.
            rate: 1 is the pace of an unhurried narration, about 155 words a minute; 0.5 to 2.

        Raises:
            KioskError: ``narration.no-voice`` (it is no longer there), ``narration.text-too-long``,
                ``narration.nothing-to-say``, ``narration.speech-failed``.
        """
        ...

    def close(self) -> None:
        """Let go of the engine. May be called twice; a later call starts afresh."""
        ...


def find_voice(voices: Iterable[SpeechVoice], language: str) -> SpeechVoice | None:
    """Return the voice that speaks a language best, or None.

    Ranked: the very tag, the language's own voice (``gmw/en`` for any English), any voice whose tag
    has the same primary language.
    """
    ranked = sorted(
        (rank, index, voice)
        for index, voice in enumerate(voices)
        for rank in _ranks(voice, language.replace("_", "-").lower())
    )
    return ranked[0][2] if ranked else None


def _ranks(voice: SpeechVoice, tag: str) -> Iterator[int]:
    family = _name(primary(tag))
    for spoken in voice.languages:
        if _name(spoken.lower()) == _name(tag):
            yield 0
        elif _name(primary(spoken)) == family:
            yield 1 if voice.id.rsplit("/", 1)[-1].lower() == family else 2


def _name(tag: str) -> str:
    return _ALIASES.get(tag, tag)
