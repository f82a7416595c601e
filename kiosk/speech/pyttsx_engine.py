"""Live speech by pyttsx3 (espeak-ng on Linux), driven in a worker process."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.speech.worker_engine import WorkerEngine
from kiosk.speech.worker_process import own_python_module

NAME = "pyttsx3"
WORKER_MODULE = "kiosk.speech.pyttsx_worker"

# espeak-ng needs 3 ms of CPU for a second of speech; these are for slow, busy devices.
SPEAK_TIMEOUT_S = 2.0
SPEAK_TIMEOUT_S_PER_CHARACTER = 0.005


class PyttsxEngine(WorkerEngine):
    """The :class:`~kiosk.speech.engine.SpeechEngine` that every device can have; safe to call from several threads."""

    def __init__(
        self, command: Sequence[str] | None = None, *, speak_timeout_s: float = SPEAK_TIMEOUT_S
    ) -> None:
        """Make an engine; its worker starts with the first call that needs it.

        Args:
            command: What starts the worker; by default ``python -m kiosk.speech.pyttsx_worker``.
                A bundle, which has no Python, gives its own hidden argument.
            speak_timeout_s: Seconds for an utterance, besides 5 ms a character.
        """
        super().__init__(
            NAME,
            command or own_python_module(WORKER_MODULE),
            speak_timeout_s=speak_timeout_s,
            speak_timeout_s_per_character=SPEAK_TIMEOUT_S_PER_CHARACTER,
        )
