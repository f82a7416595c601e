"""Why nothing was spoken by ``kiosk say``: the voice, the engine or the language that is missing, and what to install."""

from __future__ import annotations

import argparse
import difflib
import shutil
from collections.abc import Callable, Sequence

from kiosk.app.rendering_engines import tell_missing
from kiosk.app.settings import read_settings
from kiosk.app.speech_engines import OFF
from kiosk.model.errors import KioskError
from kiosk.speech.engine import SpeechVoice, find_voice
from kiosk.speech.ranked_speech import RankedSpeech

_REMEDIES = {
    "pyttsx3": "install espeak-ng (Debian: apt install espeak-ng)",
    "piper": (
        "install Piper and its voices, and name them in the settings as piper_command and piper_voices "
        "(docs/how-to/piper-voices.md)"
    ),
    "kokoro": "make its environment and name it in KIOSK_KOKORO (docs/how-to/narrate-a-pack.md)",
}
_LIKE = 3


def tell_why(
    arguments: argparse.Namespace,
    language: str | None,
    make_speech: Callable[[str], RankedSpeech],
    stop_id: str = "",
) -> KioskError:
    """Return why no voice speaks.

    Args:
        arguments: What was asked for: ``engine``, ``voice`` and ``data`` are looked at.
        language: The language that was to be spoken; None for any.
        make_speech: Makes the engines that were asked for with one voice only, "" for all of them.
        stop_id: What was to be told, "" for a text.
    """
    speech = make_speech("")
    try:
        voices, faults = _list_voices(speech), speech.faults()
    finally:
        speech.close()
    if not voices:
        return _no_engine(arguments, faults, language, stop_id)
    if arguments.voice:
        return _no_such_voice(arguments.voice, voices, language, stop_id)
    return _refuse(
        stop_id,
        f"{_name_engine(arguments)}a voice for {language}",
        f"{len(voices)} voices of other languages",
        "kiosk say --voices lists them; kiosk doctor tells what to install",
    )


def _list_voices(speech: RankedSpeech) -> Sequence[SpeechVoice]:
    try:
        return speech.voices()
    except KioskError:  # it is among the faults
        return ()


def _no_engine(
    arguments: argparse.Namespace, faults: Sequence[KioskError], language: str | None, stop_id: str
) -> KioskError:
    engine = arguments.engine or "auto"
    if faults:
        return _refuse(stop_id, f"a voice of {faults[0].thing or engine}", faults[0].found, faults[0].remedy)
    if engine == "auto" and _is_off(arguments):
        remedy = "change speech_engine there, or name an --engine"
        return _refuse(stop_id, "speech", "speech switched off in the settings", remedy)
    if engine == "auto":
        expected = f"a voice for {language}" if language else "a voice"
        return _refuse(stop_id, expected, _find_espeak(), _REMEDIES["pyttsx3"])
    return _refuse(
        stop_id,
        f"the engine {engine}",
        _find_espeak() if engine == "pyttsx3" else _tell_missing(engine, arguments),
        f"{_REMEDIES[engine]}, or leave out --engine",
    )


def _is_off(arguments: argparse.Namespace) -> bool:
    return arguments.data.is_dir() and read_settings(arguments.data).speech_engine == OFF


def _find_espeak() -> str:
    return "no espeak-ng" if shutil.which("espeak-ng") is None else "espeak-ng, which tells of no voice"


def _tell_missing(engine: str, arguments: argparse.Namespace) -> str:
    if engine == "piper" and arguments.data.is_dir() and read_settings(arguments.data).piper_command:
        return "Piper, without a voice in the folder piper_voices"
    return tell_missing(engine, arguments.data)


def _no_such_voice(
    name: str, voices: Sequence[SpeechVoice], language: str | None, stop_id: str
) -> KioskError:
    mine = [voice for voice in voices if name in (voice.id, voice.name)]
    of_language = f" --lang {language}" if language else ""
    if mine:
        spoken = ", ".join(dict.fromkeys(tag for voice in mine for tag in voice.languages))
        remedy = f"leave out --voice, or name one that kiosk say --voices{of_language} lists"
        return _refuse(stop_id, f"a voice for {language}", f"{name}, which speaks {spoken}", remedy)
    return _refuse(
        stop_id,
        f"the voice {name}",
        f"none of that name among {len(voices)}{_tell_like(name, voices, language)}",
        f"name one that kiosk say --voices{of_language} lists; voices of Piper have to be installed first",
    )


def _tell_like(name: str, voices: Sequence[SpeechVoice], language: str | None) -> str:
    speaking = [voice for voice in voices if not language or find_voice([voice], language)]
    names = [one for voice in speaking for one in (voice.id, voice.name)]
    like = difflib.get_close_matches(name, names, _LIKE)
    return f"; perhaps {', '.join(like)}" if like else ""


def _name_engine(arguments: argparse.Namespace) -> str:
    return f"of {arguments.engine}, " if arguments.engine not in (None, "auto") else ""


def _refuse(stop_id: str, expected: str, found: str, remedy: str) -> KioskError:
    return KioskError(
        "The text was not spoken",
        code="narration.no-voice",
        thing=stop_id,
        expected=expected,
        found=found,
        remedy=remedy,
    )
