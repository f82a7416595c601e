"""Whether the sounds of a pack that are no narration can be heard, say what they are, and who may use them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.authoring.check_pictures import name_in_source
from kiosk.authoring.check_sounds import Heard, judge_sound
from kiosk.authoring.check_telling import Teller
from kiosk.authoring.check_texts import ALT_SIGNS, TITLE_SIGNS
from kiosk.model.telling_time import count_signs
from kiosk.packs.pack_source import ByLanguage, SoundSource, StopSource
from kiosk.packs.recordings import SoundError


def list_other_sounds(teller: Teller) -> list[Path]:
    """Return the files of all sounds and of what visitors recorded, each once."""
    stops = teller.source.stops
    spoken = {voice.recording for voice in teller.source.list_said() if voice.recording}
    return sorted({sound.file for stop in stops for sound in stop.sounds} | spoken)


def add_other_sound(teller: Teller, path: Path, listened: Callable[[], Heard]) -> None:
    """Tell what was found by listening to one sound."""
    file = name_in_source(path, teller.source.folder)
    try:
        heard = listened()
    except SoundError as error:
        remedy = "record or convert it again"
        teller.findings.error(file, "", str(error), remedy, kind="audio_unreadable", media=path.name)
        return
    for severity, what, remedy, kind in judge_sound(heard):
        teller.findings.add(severity, file, "", what, remedy, kind=kind, media=path.name)


def check_other_sounds(teller: Teller) -> None:
    """Tell what is not said of the sounds, in which language."""
    for stop in teller.source.stops:
        for sound in stop.sounds:
            _check_rights(teller, stop, sound)
            _check_titles(teller, stop, sound)
            _check_descriptions(teller, stop, sound)
            _check_languages(teller, stop, sound)


def _check_rights(teller: Teller, stop: StopSource, sound: SoundSource) -> None:
    unsaid = [name for name, value in (("credit", sound.credit), ("rights", sound.rights)) if not value]
    if unsaid:
        what = f"the sound {sound.file.name} says nothing of its {' and '.join(unsaid)}"
        remedy = "write who made it and who may use it"
        teller.warn(stop.origin, "sounds", what, remedy, "rights_missing")


def _check_titles(teller: Teller, stop: StopSource, sound: SoundSource) -> None:
    if not sound.title:
        what = f"the sound {sound.file.name} has no title: visitors read only what kind it is"
        teller.warn(stop.origin, "sounds", what, "write [sounds.title]", "title_missing")
    _check_words(teller, stop, f"the title of {sound.file.name}", sound.title, TITLE_SIGNS)


def _check_descriptions(teller: Teller, stop: StopSource, sound: SoundSource) -> None:
    if not sound.description:
        what = f"whoever cannot hear the sound {sound.file.name} cannot read what is heard either"
        remedy = "write [sounds.description]"
        teller.warn(stop.origin, "sounds", what, remedy, "description_missing")
    _check_words(teller, stop, f"the description of {sound.file.name}", sound.description, ALT_SIGNS)


def _check_words(teller: Teller, stop: StopSource, whose: str, by_language: ByLanguage, most: int) -> None:
    for language in _list_missing(teller, by_language):
        remedy = f"translate it; visitors get {teller.source.fallback_language}"
        teller.warn(stop.origin, "sounds", f"{whose} is missing in {language}", remedy, "translation_missing")
    for language, words in by_language.items():
        if count_signs(words) > most:
            what = f"{whose} in {language} has {count_signs(words)} letters"
            teller.warn(stop.origin, "sounds", what, f"keep it under {most}", "text_too_long")


def _check_languages(teller: Teller, stop: StopSource, sound: SoundSource) -> None:
    strange = sorted({*sound.title, *sound.description} - set(teller.source.languages))
    if strange:
        what = f"{sound.file.name} is named in {', '.join(strange)}, which the pack does not have"
        remedy = "add the language, or take the words out"
        teller.warn(stop.origin, "sounds", what, remedy, "key_unknown")


def _list_missing(teller: Teller, words: ByLanguage) -> list[str]:
    """Return the languages in which nothing is written, where something is in another."""
    return [language for language in teller.source.languages if words and language not in words]
