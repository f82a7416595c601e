"""``kiosk say --voices``: who can speak here, the best of each language first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kiosk.app.output import Output
from kiosk.model.errors import KioskError
from kiosk.model.language import primary
from kiosk.speech.engine import SpeechVoice, find_voice
from kiosk.speech.ranked_speech import RankedSpeech
from kiosk.speech.ranking import misheard_percent


def tell_voices(
    speech: RankedSpeech, language: str | None, out: Output, explain: Callable[[], KioskError]
) -> None:
    """Print each voice.

    Args:
        speech: The engines that were asked for.
        language: The language that is asked for; None for any.
        out: Where to.
        explain: Returns why there is none.

    Raises:
        KioskError: ``narration.no-voice``: there is none.
    """
    voices = sorted(
        _keep(_list_voices(speech), language),
        key=lambda voice: (
            primary(voice.languages[0]),
            misheard_percent(voice.engine, voice.languages[0]),
            voice.id,
        ),
    )
    for voice in voices:
        out.answer(
            _describe(voice),
            f"{', '.join(voice.languages):<12} {voice.engine:<8} {voice.id:<28} {voice.name}",
        )
    for fault in speech.faults():
        out.note(f"({fault})")
    if not voices:
        raise explain()


def _list_voices(speech: RankedSpeech) -> tuple[SpeechVoice, ...]:
    try:
        return speech.voices()
    except KioskError:  # it is among the faults
        return ()


def _keep(voices: Iterable[SpeechVoice], language: str | None) -> list[SpeechVoice]:
    return [voice for voice in voices if voice.languages and (not language or find_voice([voice], language))]


def _describe(voice: SpeechVoice) -> dict[str, Any]:
    return {"voice": voice.id, "name": voice.name, "languages": list(voice.languages), "engine": voice.engine}
