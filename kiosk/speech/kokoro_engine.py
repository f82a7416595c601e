"""Rendered speech by Kokoro-82M: the best voice there is for packs, too slow to speak while a visitor waits.

It lives in an environment of its own, which an author makes once (docs/how-to/narrate-a-pack.md), and is driven in a
worker process of that environment's Python.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.speech.kokoro_voices import ENGINE
from kiosk.speech.worker_engine import WorkerEngine
from kiosk.speech.worker_process import foreign_python_module

WORKER_MODULE = "kiosk.speech.kokoro_worker"

# It takes 0.6 s of a processor for a second of speech, which is 15 letters; these are for slow, busy machines.
SPEAK_TIMEOUT_S = 60.0
SPEAK_TIMEOUT_S_PER_CHARACTER = 0.5
START_TIMEOUT_S = 30.0

_PYTHONS = ("bin/python", "Scripts/python.exe")
# Where the voices lie: as `npm pack` unpacks them, or moved there by hand.
_VOICE_FOLDERS = ("package/voices", "voices")


class KokoroEngine(WorkerEngine):
    """The :class:`~kiosk.speech.engine.SpeechEngine` for rendering; safe to call from several threads."""

    def __init__(self, folder: Path) -> None:
        """Make an engine; its worker starts with the first call that needs it.

        Args:
            folder: The voice's environment, for which :func:`find_missing` returned "".
        """
        super().__init__(
            ENGINE,
            foreign_python_module(_find(folder, _PYTHONS), WORKER_MODULE, str(_find(folder, _VOICE_FOLDERS))),
            speak_timeout_s=SPEAK_TIMEOUT_S,
            speak_timeout_s_per_character=SPEAK_TIMEOUT_S_PER_CHARACTER,
            start_timeout_s=START_TIMEOUT_S,
        )


def find_missing(folder: Path) -> str:
    """Return what a folder lacks to be the environment of the voice, in words; "" where nothing is."""
    if not folder.is_dir():
        return f"there is no folder {folder}"
    if not _find(folder, _PYTHONS).is_file():
        return f"there is no {_PYTHONS[0]} in {folder}"
    if not any((folder / place).is_dir() for place in _VOICE_FOLDERS):
        return f"there is no {_VOICE_FOLDERS[0]} in {folder}"
    return ""


def _find(folder: Path, places: tuple[str, ...]) -> Path:
    """Return the first of some places that is there, absolute; the first of all where none is."""
    return next(
        (path for place in places if (path := folder.absolute() / place).exists()), folder / places[0]
    )
