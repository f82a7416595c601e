"""``kiosk pack narrate``: a computer's voice for the texts that nobody recorded."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.narrate_told import answer_job, answer_outcome, answer_rendered, tell_voices
from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.said import show_progress
from kiosk.app.commands.pack.text_choice import add_text_choice
from kiosk.app.output import Output
from kiosk.model.content import Depth
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.authoring.narrate import Rendered, Voices
    from kiosk.authoring.narrate_plan import NarrationPlan
    from kiosk.packs.pack_source import PackSource
    from kiosk.speech.engine import SpeechEngine

ENGINES = ("auto", "kokoro", "piper", "pyttsx3")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the pack's source, a folder with pack.toml")
    add_text_choice(parser)
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default="auto",
        help="who speaks (default: auto, the best of kokoro and piper; pyttsx3 only where it is named)",
    )
    parser.add_argument(
        "--voice", default="", metavar="NAME", help="the voice, as --list shows it, instead of the best"
    )
    parser.add_argument(
        "--kokoro",
        type=Path,
        metavar="DIR",
        help="the environment of the voice Kokoro (default: $KIOSK_KOKORO, else voices/kokoro in the data folder)",
    )
    parser.add_argument(
        "--again", action="store_true", help="render what is up to date as well, say with another voice"
    )
    parser.add_argument(
        "--list", action="store_true", help="only tell what would be rendered, and who would speak"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Render what is missing or has changed; 1 where something of it could not be rendered."""
    source = _read_source(arguments.folder)
    plan = _make_plan(arguments, source)
    with _opened_engines(arguments) as engines:
        voices = _find_voices(arguments, engines, plan)
        able = [job for job in plan.jobs if job.language in voices]
        if not arguments.list:
            _refuse_silence(arguments, plan, able)
        tell_voices(plan, voices, out)
        if arguments.list:
            for job in plan.jobs:
                answer_job(job, voices.get(job.language), out)
            return answer_outcome(plan, (), len(able), out, is_list=True)
        rendered = list(_narrate(source, plan, voices, out))
        return answer_outcome(plan, rendered, len(able), out)


def _narrate(source: PackSource, plan: NarrationPlan, voices: Voices, out: Output) -> Iterator[Rendered]:
    from kiosk.authoring.narrate import narrate

    able = [job for job in plan.jobs if job.language in voices]
    with show_progress_line(out, show_progress(out)) as on_progress:
        for one in narrate(source.folder, able, voices, source.pronunciations, on_progress):
            answer_rendered(one, out)
            yield one


def _read_source(folder: Path) -> PackSource:
    """Return the source, whatever else is wrong with it: texts are rendered long before a pack is whole."""
    from kiosk.authoring.table_source import find_table
    from kiosk.packs.findings import Findings, PackSourceError
    from kiosk.packs.source import PACK_FILE, examine_source, require_pack_file

    table = find_table(folder)
    if table is not None and not (folder / PACK_FILE).exists():
        raise _only_a_table(table)
    require_pack_file(folder)
    findings = Findings()
    source = examine_source(folder, findings)
    if not source.stops or not source.languages:
        raise PackSourceError(str(folder), findings.all)
    return source


def _make_plan(arguments: argparse.Namespace, source: PackSource) -> NarrationPlan:
    from kiosk.authoring.narrate_plan import Wish, make_plan
    from kiosk.authoring.narrate_rendering import hash_said
    from kiosk.packs.findings import Findings
    from kiosk.packs.narrated_notes import read_notes

    wish = Wish(
        tuple(arguments.language),
        tuple(Depth(depth) for depth in arguments.depth),
        arguments.stops,
        arguments.again,
    )
    notes = read_notes(arguments.folder, Findings())
    lexicon = source.pronunciations
    return make_plan(
        source, notes, wish, lambda text, language: hash_said(text, language, lexicon.get(language, ()))
    )


@contextmanager
def _opened_engines(arguments: argparse.Namespace) -> Iterator[Sequence[SpeechEngine]]:
    """Yield the engines that may render; their workers are ended afterwards."""
    from kiosk.app.rendering_engines import make_rendering_engines

    engines = make_rendering_engines(arguments.engine, arguments.data, arguments.kokoro)
    try:
        yield engines
    finally:
        for engine in engines:
            engine.close()


def _find_voices(
    arguments: argparse.Namespace, engines: Sequence[SpeechEngine], plan: NarrationPlan
) -> Voices:
    from kiosk.authoring.narrate_voices import find_narrator

    languages = dict.fromkeys(job.language for job in plan.jobs)
    found = {language: find_narrator(engines, language, arguments.voice) for language in languages}
    return {language: voice for language, voice in found.items() if voice is not None}


def _refuse_silence(arguments: argparse.Namespace, plan: NarrationPlan, able: Sequence[object]) -> None:
    """Say no where there is something to render and nobody to render it, or a language asked for has no voice."""
    from kiosk.app.rendering_engines import tell_missing

    if able or not plan.jobs:
        return
    languages = ", ".join(dict.fromkeys(job.language for job in plan.jobs))
    wished = f" called {arguments.voice}" if arguments.voice else ""
    raise KioskError(
        "Nothing was rendered",
        thing=str(arguments.folder),
        expected=f"a voice{wished} for {languages}",
        found=tell_missing(arguments.engine, arguments.data, arguments.kokoro),
        remedy="install one: docs/how-to/narrate-a-pack.md; devices speak these texts with their own voice until then",
        code="authoring.no-narrator",
    )


def _only_a_table(table: Path) -> KioskError:
    return KioskError(
        "Nothing was rendered",
        thing=str(table),
        expected="a folder with pack.toml: a table has no place for renderings",
        found="a table",
        remedy="make a pack's source of it first: kiosk pack new NEW-DIR --from TABLE",
        code="authoring.only-a-table",
    )
