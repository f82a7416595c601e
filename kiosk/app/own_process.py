"""How this program starts another process of itself, from a checkout and from a bundle alike."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SPEECH_WORKER = "--speech-worker"
"""Hidden first argument that makes a process of the bundle the speech worker instead of the command line."""

TRACE_SEARCH = "--find-traces"
"""Hidden first argument that makes a process read every byte of a data folder; see kiosk.app.rehearsal.traces."""


def own_command(*words: str) -> list[str]:
    """Return the command that runs ``kiosk WORDS...`` in a process of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "kiosk", *words]


def own_environment() -> dict[str, str]:
    """Return the environment in which :func:`own_command` finds this very program, wherever it was started from."""
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    return {**os.environ, "PYTHONPATH": path}


def speech_worker_command() -> list[str]:
    """Return the command that runs the speech worker."""
    return own_command(SPEECH_WORKER)
