"""``kiosk pack align``: when each word of a recording is spoken, for the captions that follow it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.align_told import answer_job, answer_outcome, answer_timed
from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.said import show_progress
from kiosk.app.commands.pack.text_choice import add_text_choice
from kiosk.app.output import Output
from kiosk.model.content import Depth

if TYPE_CHECKING:
    from kiosk.authoring.align import Timed
    from kiosk.authoring.align_plan import AlignJob
    from kiosk.packs.pack_source import PackSource


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the pack's source")
    add_text_choice(parser)
    parser.add_argument(
        "--again",
        action="store_true",
        help="time what is up to date as well, and write over timings that somebody made by hand",
    )
    parser.add_argument(
        "--list", action="store_true", help="only tell how each recording stands and what would be timed"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Time what has no timings or has changed; 1 where some of it could not be timed."""
    source = _read_source(arguments.folder)
    jobs = _make_plan(arguments, source)
    if arguments.list:
        for job in jobs:
            answer_job(job, out)
    timed = [] if arguments.list else _align(source, jobs, out)
    return answer_outcome(jobs, timed, out, is_list=arguments.list)


def _align(source: PackSource, jobs: Sequence[AlignJob], out: Output) -> list[Timed]:
    from kiosk.app.own_process import speech_worker_command
    from kiosk.authoring.align import align_all
    from kiosk.speech.pyttsx_engine import PyttsxEngine
    from kiosk.speech.ranked_speech import RankedSpeech

    timed = []
    # eSpeak NG alone speaks nearly every language and tells when it says each word; a finer voice does not help.
    speech = RankedSpeech([PyttsxEngine(speech_worker_command())])
    try:
        with show_progress_line(out, show_progress(out)) as on_progress:
            wanted = [job for job in jobs if job.state.is_timed]
            for one in align_all(wanted, speech, source.pronunciations, on_progress):
                answer_timed(one, out)
                timed.append(one)
    finally:
        speech.close()
    return timed


def _read_source(folder: Path) -> PackSource:
    """Return the source, whatever else is wrong with it: recordings are timed long before a pack is whole."""
    from kiosk.authoring.any_source import examine_any_source
    from kiosk.packs.findings import Findings, PackSourceError

    findings = Findings()
    source = examine_any_source(folder, findings)
    if source is None or not source.stops or not source.languages:
        raise PackSourceError(str(folder), findings.all)
    return source


def _make_plan(arguments: argparse.Namespace, source: PackSource) -> tuple[AlignJob, ...]:
    from kiosk.authoring.align_plan import make_align_plan
    from kiosk.authoring.narrate_plan import Wish

    depths = tuple(Depth(depth) for depth in arguments.depth)
    return make_align_plan(source, Wish(tuple(arguments.language), depths, arguments.stops, arguments.again))
