"""``kiosk say``: speak a stop's story or any text, aloud or into a file."""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.app.output import Output
from kiosk.app.speech_engines import make_speech
from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration, NarrationKind, choose_narration
from kiosk.narration.narrator import EndReason, NarrationListener, NarrationState, Narrator
from kiosk.narration.sound_file import check_sound_suffix, write_recording, write_speech
from kiosk.speech.sentences import split_sentences
from kiosk.speech.speech import Speech

if TYPE_CHECKING:
    from kiosk.packs.library import Library

_EPILOG = (
    "Without --out it is told aloud, its captions printed as they come; on a device without sound the words "
    "run all the same. --out writes .wav, .flac, .mp3, .ogg or .opus."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to say, in which language, and where to."""
    parser.epilog = _EPILOG
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--stop", metavar="ID", help="a stop of an installed pack, for example qutb/minar")
    what.add_argument("--text", help="any text; markup in it is spoken as it stands")
    parser.add_argument("--lang", metavar="TAG", help="language (default: the site's own; en for --text)")
    parser.add_argument("--depth", choices=list(Depth), default=Depth.STORY, help="default: %(default)s")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the sound to a file instead")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Say it; 0 when it was said, 1 when there is no voice for it."""
    if arguments.out:
        check_sound_suffix(arguments.out)
    speech = make_speech()
    try:
        with _open_library(arguments) as library:
            narration = _choose(arguments, library, speech)
            if arguments.out:
                record = _write(narration, library, speech, arguments.out)
            else:
                record = _tell(narration, library, speech, out)
    finally:
        speech.close()
    out.answer(record, _words(record))
    return 0


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
    speech.voices()  # can_speak knows nothing before
    if library is None:
        tag = arguments.lang or "en"
        narration = Narration(NarrationKind.SPEECH, "", tag, tag, Depth(arguments.depth), arguments.text)
        if not speech.can_speak(tag):
            raise _no_voice(narration)
        return narration
    fallback = library.get_site(arguments.stop.partition("/")[0], arguments.lang or "").fallback_language
    language = arguments.lang or fallback
    stop = library.get_stop(arguments.stop, language)
    lexicon = library.pronunciations(stop.card.site_id, language)
    return choose_narration(stop, language, Depth(arguments.depth), fallback, speech.can_speak, lexicon)


def _write(narration: Narration, library: Library | None, speech: Speech, path: Path) -> dict[str, Any]:
    if narration.kind is NarrationKind.TEXT:
        raise _no_voice(narration)
    if narration.recording is not None and library is not None:
        sha256 = narration.recording.sha256
        source = library.media_path(sha256) or library.media_bytes(sha256)
        if source is None:
            raise KioskError(
                "The recording cannot be read", code="narration.recording-missing", thing=sha256[:12]
            )
        duration_ms = write_recording(source, path)
    else:
        spans = split_sentences(narration.text) or ((0, len(narration.text)),)
        clips = [
            speech.synthesise(
                narration.text[start:end], narration.language, pronunciations=narration.pronunciations
            )
            for start, end in spans
        ]
        duration_ms = write_speech(clips, path)
    return {**_describe(narration), "duration_ms": duration_ms, "out": str(path)}


class _Teller(NarrationListener):
    """Prints the captions as they come, and notes how it ended."""

    def __init__(self, out: Output, narrator: Narrator) -> None:
        self._out = out
        self._narrator = narrator
        self._started = time.monotonic()
        self._cue = -1
        self.told: Narration | None = None
        self.first_ms: int | None = None
        self.is_over = False
        self.heard_ms = 0
        self.error: KioskError | None = None

    def narration_told(self, narration: Narration) -> None:
        self.told = narration

    def narration_state(self, state: NarrationState) -> None:
        if state is NarrationState.PLAYING and self.first_ms is None:
            self.first_ms = round((time.monotonic() - self._started) * 1000)

    def narration_caption(self, cue: int, word: int) -> None:  # noqa: ARG002  the sentence is what is printed
        if cue != self._cue and cue >= 0:
            self._cue = cue
            self._out.note(self._narrator.cues[cue].text)

    def narration_no_sound(self) -> None:
        self._out.note("(this device has no sound output: only the words run)")

    def narration_incident(self, error: KioskError) -> None:
        self._out.note(f"({error})")

    def narration_failed(self, error: KioskError) -> None:
        self.error = error

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:  # noqa: ARG002  over is over
        self.is_over, self.heard_ms = True, heard_ms


def _tell(narration: Narration, library: Library | None, speech: Speech, out: Output) -> dict[str, Any]:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from kiosk.app.qt_application import make_application

    # Before the player: what Qt has to say while that is loaded is for the diary.
    app = QCoreApplication.instance() or make_application(off_screen=True)

    from kiosk.narration.player import QtPlayer, QtTicker
    from kiosk.screens.background import QtBackground

    player, background = QtPlayer(), QtBackground()
    find_path = library.media_path if library else lambda _: None
    find_bytes = library.media_bytes if library else lambda _: None
    narrator = Narrator(player, speech, background, QtTicker(), find_path, find_bytes)
    teller = _Teller(out, narrator)
    narrator.add_listener(teller)
    try:
        narrator.tell(narration)
        while not teller.is_over:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        duration_ms, has_output = narrator.duration_ms, player.has_output
    finally:
        narrator.close()
        background.close()
        player.close()
    if teller.error:
        raise teller.error
    assert teller.told is not None  # what has ended has been told
    heard = {"duration_ms": duration_ms, "heard_ms": teller.heard_ms, "first_ms": teller.first_ms}
    return {**_describe(teller.told), **heard, "has_output": has_output}


def _describe(narration: Narration) -> dict[str, Any]:
    return {
        "kind": narration.kind.value,
        "stop": narration.stop_id,
        "language": narration.language,
        "depth": narration.depth.value,
        "speaker": narration.speaker.value,
        "credit": narration.credit,
        "is_fallback": narration.is_fallback,
        "text": narration.text,
    }


def _words(record: dict[str, Any]) -> str:
    voice = record["credit"] or {"computer": "computer voice", "nobody": "no voice"}.get(
        record["speaker"], ""
    )
    place = f" -> {record['out']}" if "out" in record else ""
    return f"{record['kind']} in {record['language']} ({voice}), {record['duration_ms'] / 1000:.1f} s{place}"


def _no_voice(narration: Narration) -> KioskError:
    return KioskError(
        "The text was not spoken",
        code="narration.no-voice",
        thing=narration.stop_id,
        expected=f"a recording or a voice in {narration.asked_language}",
        found="neither",
        remedy="kiosk doctor lists the voices of this device",
    )
