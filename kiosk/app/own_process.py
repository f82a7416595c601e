"""How this program starts another process of itself, from a checkout and from a bundle alike."""

from __future__ import annotations

import sys

SPEECH_WORKER = "--speech-worker"
"""Hidden first argument that makes a process of the bundle the speech worker instead of the command line."""


def own_command(*words: str) -> list[str]:
    """Return the command that runs ``kiosk WORDS...`` in a process of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "kiosk", *words]


def speech_worker_command() -> list[str]:
    """Return the command that runs the speech worker."""
    return own_command(SPEECH_WORKER)
