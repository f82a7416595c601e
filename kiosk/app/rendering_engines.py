"""The engines that may render the texts of a pack, from the best on."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.app.own_process import speech_worker_command
from kiosk.app.settings import read_settings
from kiosk.speech import piper_engine
from kiosk.speech.engine import SpeechEngine
from kiosk.speech.kokoro_engine import KokoroEngine, find_missing
from kiosk.speech.piper_engine import PiperEngine
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
        data_folder: Where Kokoro's environment lies if nobody says otherwise, and the settings say where Piper is.
        kokoro: Kokoro's environment; None for ``$KIOSK_KOKORO`` or the one in the data folder.

    Raises:
        KioskError: ``app.settings-unreadable``, ``app.settings-wrong``.
    """
    engines: list[SpeechEngine] = []
    folder = find_kokoro(data_folder, kokoro)
    if engine in (AUTO, "kokoro") and not find_missing(folder):
        engines.append(KokoroEngine(folder))
    settings = read_settings(data_folder)
    if engine in (AUTO, piper_engine.NAME) and settings.piper_command:
        engines.append(PiperEngine(Path(settings.piper_command), Path(settings.piper_voices)))
    if engine == "pyttsx3":
        engines.append(PyttsxEngine(speech_worker_command(), clearly=True))
    return engines


def find_kokoro(data_folder: Path, given: Path | None = None) -> Path:
    """Return the folder in which the environment of the voice Kokoro is, or would be."""
    told = os.environ.get(KOKORO_VARIABLE)
    return given or (Path(told) if told else data_folder / KOKORO_FOLDER)


def tell_missing(engine: str, data_folder: Path, kokoro: Path | None = None) -> str:
    """Return why there is no voice, in words."""
    reasons: list[str] = []
    if engine in (AUTO, "kokoro"):
        reasons.append(find_missing(find_kokoro(data_folder, kokoro)))
    if engine == piper_engine.NAME and not read_settings(data_folder).piper_command:
        reasons.append("the settings do not say where Piper is")
    return "; ".join(filter(None, reasons)) or "none that speaks it"
