"""Live or rendered speech by Piper: clearer than espeak-ng, where the site has installed it (docs/how-to/piper-voices.md).

Piper is under the GPL and stays outside: an environment of its own, driven as a worker process.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.speech.worker_engine import WorkerEngine
from kiosk.speech.worker_process import foreign_python_module

NAME = "piper"
WORKER_MODULE = "kiosk.speech.piper_worker"

# A second of speech takes 0.07 s of a processor, and is 15 letters. Loading a voice takes 1 s, on a busy machine 9.
SPEAK_TIMEOUT_S = 5.0
LOAD_TIMEOUT_S = 30.0
SPEAK_TIMEOUT_S_PER_CHARACTER = 0.03
START_TIMEOUT_S = 15.0


class PiperEngine(WorkerEngine):
    """A :class:`~kiosk.speech.engine.SpeechEngine` with the voices of a folder; safe to call from several threads."""

    def __init__(self, command: Path, voices: Path) -> None:
        """Make an engine; its worker starts with the first call that needs it.

        Args:
            command: The Python of Piper's environment, or the program ``piper`` that stands beside it.
            voices: The folder of its voices.
        """
        super().__init__(
            NAME,
            foreign_python_module(find_python(command), WORKER_MODULE, str(voices.absolute())),
            speak_timeout_s=SPEAK_TIMEOUT_S,
            speak_timeout_s_per_character=SPEAK_TIMEOUT_S_PER_CHARACTER,
            start_timeout_s=START_TIMEOUT_S,
            load_timeout_s=LOAD_TIMEOUT_S,
        )


def find_python(command: Path) -> Path:
    """Return the Python of an environment from one of the programs that are installed in it."""
    if command.name.startswith("python"):
        return command
    beside = command.with_name("python.exe" if command.suffix == ".exe" else "python")
    return beside if beside.exists() else command
