"""Live speech: what an engine promises, and which of its voices speaks a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from kiosk.model.language import primary
from kiosk.model.spoken_word import Word

# Longer texts are refused: ten minutes of speech is more than any stop tells.
MAX_SPEECH_LENGTH = 12_000

# Speech engines name some languages by other codes than BCP 47's usual ones.
_ALIASES = {"zh": "cmn", "zh-hk": "yue", "no": "nb", "iw": "he", "in": "id"}


@dataclass(frozen=True, slots=True)
class SpeechVoice:
    """A voice of an engine: its own id, a name for people, the tags of the languages it speaks."""

    id: str
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeechClip:
    """Spoken text as a WAV file in memory.

    ``duration_ms`` is measured from its samples. The characters of ``words`` count in the text
    that was given to the engine; ``words`` is empty where the engine does not tell them.
    """

    wav: bytes
    duration_ms: int
    words: tuple[Word, ...] = ()


class SpeechEngine(Protocol):
    """Turns text into sound. Every call may block: never on the interface thread, but for :meth:`can_speak`."""

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices there are; empty where there is no engine."""
        ...

    def can_speak(self, language: str) -> bool:
        """Tell at once whether a voice speaks this language; False until the voices are known."""
        ...

    def synthesise(self, text: str, language: str, rate: float = 1.0) -> SpeechClip:
        """Speak ``text`` literally, markup and all, into a clip.

        Args:
            text: Plain text of at most ``MAX_SPEECH_LENGTH`` characters.
            language: BCP 47 tag.
            rate: 1 is the pace of an unhurried narration, about 155 words a minute; 0.5 to 2.

        Raises:
            KioskError: ``narration.no-voice``, ``narration.text-too-long``,
                ``narration.nothing-to-say``, ``narration.speech-failed``.
        """
        ...

    def close(self) -> None:
        """Let go of the engine. May be called twice."""
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
    wanted = _ALIASES.get(tag, tag)
    family = _ALIASES.get(primary(tag), primary(tag))
    for spoken in voice.languages:
        if spoken.lower() == wanted:
            yield 0
        elif primary(spoken) == family:
            yield 1 if voice.id.rsplit("/", 1)[-1].lower() == family else 2
