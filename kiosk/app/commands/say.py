"""``kiosk say``: speak a stop's story or any text, aloud or into a file."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.app.commands.say_words import read_lexicon, tell_said
from kiosk.app.output import Output
from kiosk.app.settings import Settings, read_settings
from kiosk.app.speech_engines import make_speech, read_speech_fitting
from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration, NarrationKind, choose_narration
from kiosk.narration.sound import FASTEST_RATE, SLOWEST_RATE
from kiosk.narration.sound_file import check_sound_suffix, write_recording, write_speech
from kiosk.speech.sentences import split_sentences

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.speech.engine import SpeechClip
    from kiosk.speech.ranked_speech import RankedSpeech
    from kiosk.speech.speech import Speech

_ENGINES = ("auto", "pyttsx3", "piper", "kokoro")
_EPILOG = (
    "Without --out it is told aloud, its captions printed as they come; on a device without sound the words "
    "run all the same. --out writes .wav, .flac, .mp3, .ogg or .opus. With --engine or --voice a stop is spoken "
    "by that voice even where it has a recording."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to say, in which language, by whom, and where to."""
    parser.epilog = _EPILOG
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--stop", metavar="ID", help="a stop of an installed pack, for example qutb/minar")
    what.add_argument("--text", help="any text; markup in it is spoken as it stands")
    what.add_argument("--voices", action="store_true", help="list the voices of this device, or of --lang")
    parser.add_argument("--lang", metavar="TAG", help="language (default: the site's own; en for --text)")
    parser.add_argument("--depth", choices=list(Depth), default=Depth.STORY, help="default: %(default)s")
    parser.add_argument("--engine", choices=_ENGINES, help="who speaks (default: as the settings say)")
    parser.add_argument(
        "--voice", default="", metavar="NAME", help="the voice, by its name as --voices lists it"
    )
    parser.add_argument(
        "--rate", type=_parse_rate, default=1.0, help="how fast, 0.75 to 2 (default: %(default)s)"
    )
    parser.add_argument(
        "--lexicon", type=Path, metavar="DIR", help="say --text with the names of the pack's source in DIR"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the sound to a file instead")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Say it; 0 when it was said, 1 when there is no voice for it."""
    if arguments.out:
        check_sound_suffix(arguments.out)
    speech = _make_speech(arguments, arguments.voice)
    try:
        if arguments.voices:
            from kiosk.app.commands.say_voices import tell_voices

            tell_voices(speech, arguments.lang, out, lambda: _explain(arguments, arguments.lang))
            return 0
        record = _say(arguments, speech, out)
    finally:
        speech.close()
    out.answer(record, _words(record))
    return 0


def _parse_rate(text: str) -> float:
    rate = float(text)  # argparse says itself what is no number
    if not SLOWEST_RATE <= rate <= FASTEST_RATE:
        raise argparse.ArgumentTypeError(f"{SLOWEST_RATE:g} to {FASTEST_RATE:g}, not {text}")
    return rate


def _make_speech(arguments: argparse.Namespace, voice: str) -> RankedSpeech:
    if arguments.engine == "kokoro":
        from kiosk.app.rendering_engines import make_rendering_engines
        from kiosk.speech.ranked_speech import RankedSpeech

        return RankedSpeech(make_rendering_engines("kokoro", arguments.data), voice=voice)
    settings = read_settings(arguments.data) if arguments.data.is_dir() else Settings()
    fitting = read_speech_fitting(settings, arguments.engine)
    # Only a pack's texts are kept.
    return make_speech(fitting, arguments.data if arguments.stop else None, voice=voice)


def _say(arguments: argparse.Namespace, speech: RankedSpeech, out: Output) -> dict[str, Any]:
    with contextlib.suppress(KioskError):  # who asks for speech is told
        speech.voices()  # can_speak knows nothing before
    with _open_library(arguments) as library:
        narration = _choose(arguments, library, speech)
        if arguments.out:
            told, heard = narration, _write(narration, library, speech, arguments)
        else:
            from kiosk.app.commands.say_aloud import tell_aloud

            told, heard = tell_aloud(narration, library, speech, arguments.rate, out)
    return {**_describe(told, speech), **heard}


@contextlib.contextmanager
def _open_library(arguments: argparse.Namespace) -> Iterator[Library | None]:
    if arguments.stop is None:
        yield None
        return
    from kiosk.packs.store import PackStore

    with (
        contextlib.closing(PackStore(arguments.data)) as store,
        contextlib.closing(store.open_library()) as library,
    ):
        yield library


def _choose(arguments: argparse.Namespace, library: Library | None, speech: Speech) -> Narration:
    if library is None:
        tag = arguments.lang or "en"
        lexicon = read_lexicon(arguments.lexicon, tag) if arguments.lexicon else ()
        depth = Depth(arguments.depth)
        narration = Narration(
            NarrationKind.SPEECH, "", tag, tag, depth, arguments.text, pronunciations=lexicon
        )
        if not speech.can_speak(tag):
            raise _explain(arguments, tag)
        return narration
    fallback = library.get_site(arguments.stop.partition("/")[0], arguments.lang or "").fallback_language
    language = arguments.lang or fallback
    stop = library.get_stop(arguments.stop, language)
    lexicon = library.pronunciations(stop.card.site_id, language)
    best = choose_narration(stop, language, Depth(arguments.depth), fallback, speech.can_speak, lexicon)
    return _take_speech(best, arguments) if arguments.engine or arguments.voice else best


def _take_speech(best: Narration, arguments: argparse.Namespace) -> Narration:
    """Return the way in which a voice of this device tells it."""
    way: Narration | None = best
    while way is not None:
        if way.kind is NarrationKind.SPEECH:
            return way
        way = way.otherwise
    raise _no_text(best) if _is_elsewhere(best) else _explain(arguments, best.asked_language, best.stop_id)


def _is_elsewhere(best: Narration) -> bool:
    """Tell whether the stop has no text in the language that was asked for: no voice would help."""
    last = best
    while last.otherwise is not None:
        last = last.otherwise
    return last.is_fallback


def _write(
    narration: Narration, library: Library | None, speech: Speech, arguments: argparse.Namespace
) -> dict[str, Any]:
    if narration.kind is NarrationKind.TEXT:
        raise (
            _no_text(narration)
            if narration.is_fallback
            else _explain(arguments, narration.asked_language, narration.stop_id)
        )
    if narration.recording is not None and library is not None:
        duration_ms = write_recording(_get_recording(narration.recording.sha256, library), arguments.out)
    else:
        duration_ms = write_speech(_speak(narration, speech, arguments), arguments.out)
    return {"duration_ms": duration_ms, "out": str(arguments.out)}


def _get_recording(sha256: str, library: Library) -> Path | bytes:
    source = library.media_path(sha256) or library.media_bytes(sha256)
    if source is None:
        raise KioskError(
            "The recording cannot be read", code="narration.recording-missing", thing=sha256[:12]
        )
    return source


def _speak(narration: Narration, speech: Speech, arguments: argparse.Namespace) -> list[SpeechClip]:
    spans = split_sentences(narration.text) or ((0, len(narration.text)),)
    return [
        speech.synthesise(
            narration.text[start:end],
            narration.language,
            arguments.rate,
            narration.pronunciations,
            is_from_pack=arguments.stop is not None,
        )
        for start, end in spans
    ]


def _describe(narration: Narration, speech: RankedSpeech) -> dict[str, Any]:
    is_spoken = narration.kind is NarrationKind.SPEECH
    voice = speech.find_best_voice(narration.language) if is_spoken else None
    return {
        "kind": narration.kind.value,
        "stop": narration.stop_id,
        "language": narration.language,
        "asked_language": narration.asked_language,
        "depth": narration.depth.value,
        "speaker": narration.speaker.value,
        "engine": voice.engine if voice else "",
        "voice": voice.id if voice else "",
        "credit": narration.credit,
        "is_fallback": narration.is_fallback,
        "text": narration.text,
        "said": tell_said(narration) if is_spoken else "",
    }


def _words(record: dict[str, Any]) -> str:
    voice = record["credit"] or {"computer": "computer voice", "nobody": "no voice"}.get(
        record["speaker"], ""
    )
    if record["voice"]:
        voice = f"{voice}: {record['engine']} {record['voice']}"
    place = f" -> {record['out']}" if "out" in record else ""
    heard = f"{record['kind']} in {record['language']} ({voice}), {record['duration_ms'] / 1000:.1f} s{place}"
    if not record["is_fallback"]:
        return heard
    return f"{heard}; nothing is told in {record['asked_language']}: this is what the pack falls back to"


def _explain(arguments: argparse.Namespace, language: str | None, stop_id: str = "") -> KioskError:
    from kiosk.app.commands.say_missing import tell_why

    return tell_why(arguments, language, lambda voice: _make_speech(arguments, voice), stop_id)


def _no_text(narration: Narration) -> KioskError:
    return KioskError(
        "The text was not spoken",
        code="narration.no-voice",
        thing=narration.stop_id,
        expected=f"a text or a recording in {narration.asked_language}",
        found=f"a text in {narration.language}",
        remedy=f"ask for --lang {narration.language}, or translate the stop",
    )
