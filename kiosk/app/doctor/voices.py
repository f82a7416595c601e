"""Checks of who tells the stories: recordings, the voices of this device, or nobody but the words on the screen."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.app.speech_engines import OFF, SpeechFitting
from kiosk.model.content import Stop, VoiceKind
from kiosk.model.errors import KioskError
from kiosk.model.language import primary
from kiosk.packs.library import Library
from kiosk.speech.engine import SpeechVoice
from kiosk.speech.kokoro_voices import speaks
from kiosk.speech.ranked_speech import RankedSpeech

_ESPEAK = "install espeak-ng (Debian: apt install espeak-ng) and start the guide again"
_RECORD = "have them recorded"
_RENDER = f"{_RECORD}, or rendered with the pack: kiosk pack narrate FOLDER --language {{language}}"
_PIPER = "add a voice for {language} to the folder piper_voices of the settings"


class Teller(StrEnum):
    """Who tells a text of a stop."""

    PERSON = "recorded by people"
    RENDERED = "rendered with the pack"
    DEVICE = "spoken by the device"
    NOBODY = "text only"


def check_engines(speech: RankedSpeech, fitting: SpeechFitting) -> Iterator[Finding]:
    """Tell which engines speak here with how many voices, and what is wrong with the others."""
    if fitting.engine == OFF:
        yield ok("speech", "switched off in the settings; texts without a recording are shown only")
        return
    counts = Counter(voice.engine for voice in _list_voices(speech))
    faults = speech.faults()
    for fault in faults:
        yield warn("speech", str(fault), fault.remedy)
    if counts:
        yield ok("speech", ", ".join(f"{name}: {_count(counts[name])}" for name in speech.engine_names))
    elif not faults:
        yield warn(
            "speech", "no voice; texts without a recording are shown only", _get_engine_remedy(fitting)
        )


def _list_voices(speech: RankedSpeech) -> Sequence[SpeechVoice]:
    try:
        return speech.voices()
    except KioskError:  # it is among the faults
        return ()


def _get_engine_remedy(fitting: SpeechFitting) -> str:
    """Return what to do where no engine has a voice."""
    if fitting.engine == "piper":
        return "Say in the settings where Piper is: piper_command, piper_voices"
    if shutil.which("espeak-ng") is None:
        return _capitalise(_ESPEAK)
    return "Start the device again; recordings and texts work meanwhile"


def check_voices(
    library: Library, find_voice: Callable[[str], SpeechVoice | None], fitting: SpeechFitting
) -> list[Finding]:
    """Tell for each site and language how many texts visitors hear from whom, and which they only read.

    Args:
        library: The installed packs.
        find_voice: Returns the device's best voice for a language.
        fitting: What the site has and wishes of live speech.
    """
    return [
        _check_language(library, site.id, site.name, language, find_voice(language), fitting)
        for site in library.sites("en")
        for language in site.languages
    ]


def _check_language(
    library: Library,
    site_id: str,
    name: str,
    language: str,
    voice: SpeechVoice | None,
    fitting: SpeechFitting,
) -> Finding:
    counts = Counter(
        teller
        for card in library.stop_cards(site_id, language)
        for teller in list_tellers(library.get_stop(card.id, language), language, voice)
    )
    told = [f"{counts[teller]} {teller}" for teller in Teller if counts[teller]]
    by_whom = f" ({voice.engine}, {voice.name})" if voice and counts[Teller.DEVICE] else ""
    words = f"{name}: {counts.total()} texts, {', '.join(told) or 'none'}{by_whom}"
    check = f"voice {language}"
    if not counts[Teller.NOBODY]:
        return ok(check, words)
    return warn(check, words, _get_remedy(language, fitting))


def list_tellers(stop: Stop, language: str, voice: SpeechVoice | None) -> Iterator[Teller]:
    """Yield who tells each text of a stop in a language; ``voice`` is the one that the device has for it."""
    kinds: dict[str, set[VoiceKind]] = {}
    for recording in stop.recordings:
        if primary(recording.language) == primary(language):
            kinds.setdefault(recording.depth, set()).add(recording.voice_kind)
    written = {text.depth for text in stop.texts if primary(text.language) == primary(language)}
    for depth in sorted(written | kinds.keys()):
        if VoiceKind.PERSON in kinds.get(depth, ()):
            yield Teller.PERSON
        elif depth in kinds:
            yield Teller.RENDERED
        else:
            yield Teller.DEVICE if voice else Teller.NOBODY


def _get_remedy(language: str, fitting: SpeechFitting) -> str:
    # What Piper speaks depends on the voices that it is given; Kokoro's languages are known.
    is_rendered = fitting.has_piper or speaks(language)
    ways = [(_RENDER if is_rendered else _RECORD).format(language=language)]
    if fitting.engine == "auto" and shutil.which("espeak-ng") is None:
        ways.insert(0, _ESPEAK)
    if fitting.has_piper:
        ways.insert(0, _PIPER.format(language=language))
    return _capitalise("; or ".join(ways))


def _count(voices: int) -> str:
    return f"{voices} voice{'' if voices == 1 else 's'}"


def _capitalise(words: str) -> str:
    return words[:1].upper() + words[1:]
