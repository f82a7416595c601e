"""The speech engines of this device, joined."""

from __future__ import annotations

from kiosk.app.own_process import speech_worker_command
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech


def make_speech(*, voice: str = "") -> RankedSpeech:
    """Return the device's speech; nothing is started yet.

    Args:
        voice: The id or name of the one voice that is to speak; "" for the best.
    """
    return RankedSpeech([PyttsxEngine(speech_worker_command())], voice=voice)
