"""Live speech as narration asks for it: words and a language in, a clip out, whoever speaks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.engine import SpeechClip, SpeechVoice


class Speech(Protocol):
    """Speaks by whatever engine is best. Every call may block, but for :meth:`can_speak`: never on the interface thread."""

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices of all engines; empty where there is none.

        Raises:
            KioskError: ``narration.speech-failed``: no engine could be asked.
        """
        ...

    def can_speak(self, language: str) -> bool:
        """Tell at once whether a voice speaks this language; False until the voices are known."""
        ...

    def synthesise(
        self,
        text: str,
        language: str,
        rate: float = 1.0,
        pronunciations: Sequence[Pronunciation] = (),
        *,
        is_from_pack: bool = False,
    ) -> SpeechClip:
        """Speak ``text``, numbers and short forms in full, anything like markup literally.

        Args:
            text: Plain text of at most ``MAX_SPEECH_LENGTH`` characters.
            language: BCP 47 tag.
            rate: 1 is the pace of an unhurried narration, about 155 words a minute; 0.5 to 2.
            pronunciations: The pack's lexicon in this language.
            is_from_pack: Whether the text is a pack's, for everybody: only such clips may be kept on the disk.
                What a visitor has typed or touched never is.

        Raises:
            KioskError: ``narration.no-voice``, ``narration.text-too-long``,
                ``narration.nothing-to-say``, ``narration.speech-failed``.
        """
        ...

    def close(self) -> None:
        """Let go of the engines. May be called twice."""
        ...
