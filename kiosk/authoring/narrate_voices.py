"""Which voice renders a language: the engine whose words are understood best, or the one an author asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.errors import KioskError
from kiosk.packs.narrated_notes import NarratingVoice
from kiosk.speech.engine import SpeechEngine, SpeechVoice, find_voice
from kiosk.speech.kokoro_voices import CREDIT, LICENCE
from kiosk.speech.ranking import misheard_percent

# How visitors are told of a voice, and under whose terms its sound may be passed on; "" where its own papers say it.
_TERMS = {
    "kokoro": (CREDIT, LICENCE),
    "piper": ("Computer voice {name}, Piper", ""),
    "pyttsx3": ("Computer voice, eSpeak NG", ""),
}


@dataclass(frozen=True, slots=True)
class ChosenVoice:
    """A voice and the engine that has it."""

    engine: SpeechEngine
    voice: SpeechVoice

    @property
    def key(self) -> str:
        """Return the voice's name in the notes."""
        return f"{self.engine.name}-{self.voice.id}"

    def describe(self) -> NarratingVoice:
        """Return what the notes say of the voice."""
        credit, licence = _TERMS.get(self.engine.name, ("Computer voice {name}", ""))
        return NarratingVoice(self.engine.name, self.voice.id, credit.format(name=self.voice.name), licence)


def find_narrator(engines: Sequence[SpeechEngine], language: str, wished: str = "") -> ChosenVoice | None:
    """Return the best voice for a language, None where there is none.

    Args:
        engines: The engines that may be used; one that cannot be asked has no voice.
        language: BCP 47 tag.
        wished: The id or the name of the one voice that may render, "" for the best. It must speak the language.
    """
    for engine in sorted(engines, key=lambda one: misheard_percent(one.name, language)):
        voices = [voice for voice in _ask(engine) if wished in ("", voice.id, voice.name)]
        voice = find_voice(voices, language)
        if voice is not None:
            return ChosenVoice(engine, voice)
    return None


def _ask(engine: SpeechEngine) -> Sequence[SpeechVoice]:
    try:
        return engine.voices()
    except KioskError:
        return ()
