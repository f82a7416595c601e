"""The engines that may render the texts of a pack, from the best on."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.app.own_process import speech_worker_command
from kiosk.speech.engine import SpeechEngine
from kiosk.speech.kokoro_engine import KokoroEngine, find_missing
from kiosk.speech.pyttsx_engine import PyttsxEngine

KOKORO_VARIABLE = "KIOSK_KOKORO"
KOKORO_FOLDER = "voices/kokoro"
AUTO = "auto"


def make_rendering_engines(engine: str, data_folder: Path, kokoro: Path | None = None) -> list[SpeechEngine]:
    """Return the engines; nothing is started yet.

    pyttsx3 is among them only where it is named: what it renders is what a device with its voice says anyway, and
    would be told before better voices that a device may have.

    Args:
        engine: The one engine that may render, or ``auto``.
        data_folder: Where Kokoro's environment lies if nobody says otherwise.
        kokoro: Kokoro's environment; None for ``$KIOSK_KOKORO`` or the one in the data folder.
    """
    engines: list[SpeechEngine] = []
    folder = find_kokoro(data_folder, kokoro)
    if engine in (AUTO, "kokoro") and not find_missing(folder):
        engines.append(KokoroEngine(folder))
    if engine == "pyttsx3":
        engines.append(PyttsxEngine(speech_worker_command()))
    return engines


def find_kokoro(data_folder: Path, given: Path | None = None) -> Path:
    """Return the folder in which the environment of the voice Kokoro is, or would be."""
    told = os.environ.get(KOKORO_VARIABLE)
    return given or (Path(told) if told else data_folder / KOKORO_FOLDER)


def tell_missing(engine: str, data_folder: Path, kokoro: Path | None = None) -> str:
    """Return why there is no voice, in words."""
    reasons: Sequence[str] = ()
    if engine in (AUTO, "kokoro"):
        reasons = (find_missing(find_kokoro(data_folder, kokoro)),)
    return "; ".join(filter(None, reasons)) or "none that speaks it"
