"""How many words of twenty sentences about heritage an offline recogniser mishears, by the voice that says them.

Needs an environment with the recogniser, which the docs say how to make (docs/how-to/narrate-a-pack.md):
``KIOSK_RECOGNISER=DIR KIOSK_KOKORO=DIR ./run bench intelligibility``. Engines that are not there are left out.
With ``KIOSK_LISTENING=1`` it prints what was heard. ``KIOSK_LISTENING_TO=live`` leaves the rendering engines out, which take
minutes. The live voice is heard twice: with the lexicon of three names, as a pack has one, and without.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.app.rendering_engines import make_rendering_engines
from kiosk.app.settings import default_data_folder
from kiosk.authoring.narrate_rendering import render
from kiosk.authoring.narrate_voices import ChosenVoice, find_narrator
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.sound.levelling import finish_recording
from kiosk.speech.engine import SpeechEngine
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.speakable import Speakable, make_speakable
from tests.benchmarks.listening import (
    VARIABLE,
    Recogniser,
    Script,
    count_misheard,
    find_recogniser,
    read_script,
)
from tests.fakes.said_as_written import take_literally

Row = tuple[str, float, str, float]
Say = Callable[[str, Path], Path]
_GOALS = {"kokoro": ": at most 2"}


def measure() -> list[Row]:
    """Return the rows; none, with a word why, where there is no recogniser."""
    environment = find_recogniser()
    if environment is None:
        print(f"   no recogniser: make one and name its folder in {VARIABLE} (docs/how-to/narrate-a-pack.md)")
        return []
    script = read_script()
    only_live = os.environ.get("KIOSK_LISTENING_TO") == "live"
    engines = [] if only_live else make_rendering_engines("auto", default_data_folder())
    live, usual = PyttsxEngine(clearly=True), PyttsxEngine()
    try:
        with Recogniser(environment) as recogniser, tempfile.TemporaryDirectory() as scratch:
            floor = _listen(
                "pyttsx3, as written", recogniser, script, Path(scratch), _speak_literally(usual, script)
            )
            rows = []
            for engine in engines:
                chosen = find_narrator([engine], script.language)
                if chosen is None:
                    print(f"   {engine.name} has no voice for {script.language}")
                    continue
                say = _render_with(chosen, script)
                misheard = _listen(engine.name, recogniser, script, Path(scratch), say)
                rows.append(_row(f"{engine.name}, rendered", _GOALS.get(engine.name, ""), misheard, floor))
            return [*rows, *_listen_to_live(live, recogniser, script, Path(scratch), floor)]
    finally:
        for engine in (*engines, live, usual):
            engine.close()


def _listen_to_live(
    live: SpeechEngine, recogniser: Recogniser, script: Script, scratch: Path, floor: float
) -> Iterator[Row]:
    spoken = _listen("pyttsx3", recogniser, script, scratch, _speak_with(live, script))
    yield _row("pyttsx3, live", ": at most 12", spoken, floor)
    plain = replace(script, pronunciations=())
    spoken = _listen("pyttsx3 without a lexicon", recogniser, script, scratch, _speak_with(live, plain))
    yield _row("pyttsx3, live, no lexicon", "", spoken, floor)


def _row(name: str, goal: str, misheard: float, floor: float) -> Row:
    return f"words misheard, {name}{goal} (floor: pyttsx3 as written)", misheard, "%", floor


def _render_with(chosen: ChosenVoice, script: Script) -> Say:
    """Return a way to say a sentence as a pack would bring it: rendered, levelled, encoded."""

    def say(sentence: str, place: Path) -> Path:
        import soundfile

        made = render(sentence, script.language, chosen, script.pronunciations, "")
        soundfile.write(str(place.with_suffix(".wav")), made.samples, made.rate_hz)
        opus = place.with_suffix(".opus")
        opus.write_bytes(finish_recording(place.with_suffix(".wav")).data)
        return opus

    return say


def _speak_with(engine: SpeechEngine, script: Script) -> Say:
    def prepare(sentence: str, pronunciations: Sequence[Pronunciation]) -> Speakable:
        return make_speakable(sentence, script.language, pronunciations)

    return _speak(engine, script, prepare)


def _speak_literally(engine: SpeechEngine, script: Script) -> Say:
    return _speak(engine, script, lambda sentence, _: take_literally(sentence, script.language))


def _speak(
    engine: SpeechEngine, script: Script, prepare: Callable[[str, Sequence[Pronunciation]], Speakable]
) -> Say:
    chosen = find_narrator([engine], script.language)
    assert chosen is not None, "no espeak-ng on this machine"

    def say(sentence: str, place: Path) -> Path:
        clip = engine.synthesise(prepare(sentence, script.pronunciations), chosen.voice)
        place.with_suffix(".wav").write_bytes(clip.wav)
        return place.with_suffix(".wav")

    return say


def _listen(name: str, recogniser: Recogniser, script: Script, scratch: Path, say: Say) -> float:
    misheard = words = 0
    for number, sentence in enumerate(script.sentences):
        heard = recogniser.hear(say(sentence, scratch / str(number)), script.language)
        expected = script.take_apart(sentence)
        wrong = count_misheard(expected, script.take_apart(heard))
        misheard += wrong
        words += len(expected)
        if wrong and os.environ.get("KIOSK_LISTENING"):
            print(f"   {name}: {wrong} of {len(expected)}: {sentence} | {heard}", file=sys.stderr)
    return 100 * misheard / words
