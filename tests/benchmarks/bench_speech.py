"""Live speech through its worker: nothing lost or doubled when it is killed, how soon it comes, what it keeps of memory.

The floors: the program espeak-ng, started for each sentence, in the same run. Piper is measured where KIOSK_PIPER and
KIOSK_PIPER_VOICES say where it is (docs/how-to/piper-voices.md).
"""

from __future__ import annotations

import gc
import itertools
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.speech.clip_cache import FILE_NAME, ClipCache
from kiosk.speech.engine import SpeechEngine
from kiosk.speech.piper_engine import PiperEngine
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.faults.speech_kills import SENTENCES, Outcome, Round

UTTERANCES = 10_000
UNDISTURBED = 3_000
WARM = 600
KILL_EVERY_S = 1.0
HANGS = 0.05
TIMED = 60

Row = tuple[str, float, str, float]


def measure() -> list[Row]:
    """Return the rows: goal, measured, unit, floor."""
    engine = PyttsxEngine(speak_timeout_s=0.5)
    if not engine.voices():
        print("espeak-ng is not installed: nothing can be spoken")
        return []
    try:
        return [*_measure_kills(engine), *_measure_growth(engine), *_measure_soon()]
    finally:
        engine.close()


def _measure_kills(engine: PyttsxEngine) -> Iterator[Row]:
    driven = Round(engine, seed=1)
    driven.run(WARM)
    before = _read_megabytes(os.getpid())
    outcome = driven.run(UTTERANCES, kill_every_s=KILL_EVERY_S, hangs=HANGS)
    for words in (*outcome.failed, *outcome.wrong)[:5]:
        print(f"   {words}")
    yield f"utterances through a worker that is killed (= {UTTERANCES:,})", outcome.right, "right", 0.0
    yield from _describe(outcome)
    yield "memory the app gained by them (<= 5)", _read_megabytes(os.getpid()) - before, "MB", 0.0


def _describe(outcome: Outcome) -> Iterator[Row]:
    yield "   of them lost (= 0)", len(outcome.failed), "", 0.0
    yield "   of them doubled, cut or another's (= 0)", len(outcome.wrong), "", 0.0
    yield "   worker killed meanwhile", outcome.kills, "times", 0.0
    yield "   worker made to hang meanwhile (noticed after 0.5 s here)", outcome.hangs, "times", 0.0
    yield "   the slowest of them", outcome.longest_s * 1000, "ms", 0.0


def _measure_growth(engine: PyttsxEngine) -> Iterator[Row]:
    engine.close()
    driven = Round(engine, seed=2)
    driven.run(WARM)
    worker = engine.worker_process_id
    assert worker is not None
    before = _read_megabytes(worker)
    driven.run(UNDISTURBED)
    assert engine.worker_process_id == worker
    grown = _read_megabytes(worker) - before
    yield f"memory one worker gained by {UNDISTURBED:,} utterances (<= 5)", grown, "MB", 0.0


def _measure_soon() -> Iterator[Row]:
    plain = _time_all(_speak_by_program)
    yield from _measure_engine("pyttsx3", PyttsxEngine(clearly=True), plain)
    if command := os.environ.get("KIOSK_PIPER"):
        voices = Path(os.environ.get("KIOSK_PIPER_VOICES", "."))
        yield from _measure_engine("piper", PiperEngine(Path(command), voices), plain)


def _measure_engine(name: str, engine: SpeechEngine, plain: list[float]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        speech = RankedSpeech([engine], cache=ClipCache(Path(folder) / FILE_NAME))
        speech.synthesise("Look up.", "en")
        new = _time_all(lambda text: speech.synthesise(text, "en"))
        _time_all(lambda text: speech.synthesise(text, "en", is_from_pack=True))
        speech.settle()
        kept = _time_all(lambda text: speech.synthesise(text, "en", is_from_pack=True))
        speech.close()
    yield (
        f"{name}: a sentence never spoken before, p50",
        statistics.median(new),
        "ms",
        statistics.median(plain),
    )
    yield f"{name}: a sentence never spoken before, p95", _percentile(new), "ms", _percentile(plain)
    yield f"{name}: a sentence that was kept, p50", statistics.median(kept), "ms", statistics.median(new)
    yield f"{name}: a sentence that was kept, p95", _percentile(kept), "ms", _percentile(new)


def _time_all(speak: Callable[[str], object]) -> list[float]:
    times = []
    gc.collect()
    for text in itertools.islice(itertools.cycle(SENTENCES), TIMED):
        started = time.perf_counter()
        speak(text)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _speak_by_program(text: str) -> None:
    subprocess.run(["espeak-ng", "--stdout", text], check=True, capture_output=True)


def _read_megabytes(process_id: int) -> float:
    pages = int(Path(f"/proc/{process_id}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
