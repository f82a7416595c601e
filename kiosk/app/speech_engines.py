"""The speech engines of this device, joined as its site wishes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.own_process import speech_worker_command
from kiosk.app.settings import Settings
from kiosk.speech import piper_engine, pyttsx_engine
from kiosk.speech.clip_cache import FILE_NAME, MOST_BYTES, ClipCache
from kiosk.speech.clip_store import remove
from kiosk.speech.engine import SpeechEngine
from kiosk.speech.ranked_speech import RankedSpeech

AUTO, OFF = "auto", "none"


@dataclass(frozen=True, slots=True)
class SpeechFitting:
    """What a site has and wishes of live speech; see :class:`~kiosk.app.settings.Settings`."""

    engine: str = AUTO
    piper_command: str = ""
    piper_voices: str = ""
    cache_bytes: int = MOST_BYTES

    @property
    def has_piper(self) -> bool:
        """Tell whether the site has said where Piper is."""
        return bool(self.piper_command)


def read_speech_fitting(settings: Settings, engine: str | None = None) -> SpeechFitting:
    """Return the part of the settings that is about live speech; ``engine`` takes the place of theirs."""
    return SpeechFitting(
        engine or settings.speech_engine,
        settings.piper_command,
        settings.piper_voices,
        settings.speech_cache_mb * 1_000_000,
    )


def make_speech(
    fitting: SpeechFitting | None = None, data_folder: Path | None = None, *, voice: str = ""
) -> RankedSpeech:
    """Return the device's speech; nothing is started yet.

    Args:
        fitting: What the site wishes; None for what every device can have.
        data_folder: Where clips of packs' texts are kept; None keeps none.
        voice: The id or name of the one voice that is to speak; "" for the best.
    """
    wished = fitting or SpeechFitting()
    cache = None
    if data_folder is not None and wished.cache_bytes > 0:
        cache = ClipCache(data_folder / FILE_NAME, most_bytes=wished.cache_bytes)
    elif data_folder is not None:
        # A site that keeps none keeps nothing of before either; a disk that refuses it must not keep the guide from starting.
        with suppress(OSError):
            remove(data_folder / FILE_NAME)
    return RankedSpeech(list(_make_engines(wished)), voice=voice, cache=cache)


def _make_engines(fitting: SpeechFitting) -> Iterator[SpeechEngine]:
    # The quick one is asked for its voices first; who speaks is a matter of rank.
    if fitting.engine in (AUTO, pyttsx_engine.NAME):
        yield pyttsx_engine.PyttsxEngine(speech_worker_command(), clearly=True)
    if fitting.has_piper and fitting.engine in (AUTO, piper_engine.NAME):
        yield piper_engine.PiperEngine(Path(fitting.piper_command), Path(fitting.piper_voices))
