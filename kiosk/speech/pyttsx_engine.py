"""Live speech by pyttsx3 (espeak-ng on Linux), driven in a worker process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.speech.engine import SpeechVoice
from kiosk.speech.worker_engine import WorkerEngine
from kiosk.speech.worker_process import own_python_module

NAME = "pyttsx3"
WORKER_MODULE = "kiosk.speech.pyttsx_worker"

# espeak-ng needs 3 ms of CPU for a second of speech; these are for slow, busy devices.
SPEAK_TIMEOUT_S = 2.0
SPEAK_TIMEOUT_S_PER_CHARACTER = 0.005

# Of 302 words in 24 sentences about heritage that no benchmark uses, a recogniser (whisper-base) misheard: the British
# voice at 155 words a minute 14.2 %, at 140 9.9 %; the American one at 140 12.6 %, with a gap between its words 6.0 %.
# With a gap the British voice is at 7 to 11 % and the recogniser stammered over one sentence of it.
_CLEAREST_VOICES = {"gmw/en-us": "en"}


class PyttsxEngine(WorkerEngine):
    """The :class:`~kiosk.speech.engine.SpeechEngine` that every device can have; safe to call from several threads."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        *,
        speak_timeout_s: float = SPEAK_TIMEOUT_S,
        clearly: bool = False,
    ) -> None:
        """Make an engine; its worker starts with the first call that needs it.

        Args:
            command: What starts the worker; by default ``python -m kiosk.speech.pyttsx_worker``.
                A bundle, which has no Python, gives its own hidden argument.
            speak_timeout_s: Seconds for an utterance, besides 5 ms a character.
            clearly: Speaks for people, in the way that is understood best where that was measured. Without it all
                voices keep one pace, as the reference that recordings are timed by needs.
        """
        super().__init__(
            NAME,
            command or own_python_module(WORKER_MODULE),
            speak_timeout_s=speak_timeout_s,
            speak_timeout_s_per_character=SPEAK_TIMEOUT_S_PER_CHARACTER,
            manner={"clearly": clearly},
        )
        self._clearly = clearly

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices there are; the one that is understood best is that of the language itself."""
        voices = super().voices()
        return tuple(map(_prefer, voices)) if self._clearly else voices


def _prefer(voice: SpeechVoice) -> SpeechVoice:
    language = _CLEAREST_VOICES.get(voice.id)
    return replace(voice, languages=(*voice.languages, language)) if language else voice
