"""Captions: what 10,000 words cost to read, to open and to follow, in Latin, Devanagari and Arabic.

The floor of reading is the same captions without placing them in the text; that of a page is the same page with 100 words.
A turn is what the interface does before it looks at the next touch: what is longer than 100 ms is felt. It is measured as the
time of the interface's own thread, so that what else the machine does is left out.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from kiosk.model.content import Depth, Stop, Text
from kiosk.narration.captions import read_timings
from kiosk.narration.webvtt import read_webvtt
from kiosk.screens.renderer import choose_renderer
from kiosk.screens.shell import Shell, ShellOptions, open_shell
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_narrator import make_cues
from tests.fakes.fake_rooms import FakeRooms

MANY, FEW = 10_000, 100
WORDS = {
    "en": "the tower was begun by masons who carved each stone with care and then it stood for centuries",
    "hi": "क़ुतुब मीनार का निर्माण बारहवीं शताब्दी में आरंभ हुआ और इसे कई शासकों ने पूरा किया",
    "ar": "بدأ قطب الدين أيبك بناء المنارة في نهاية القرن الثاني عشر ولم ير منها سوى الطابق الأول",
}
SENTENCE, PARAGRAPH = 12, 96
RUNS = 5
STEPS = 120
STEP_MS = 280
Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor."""
    yield from measure_reading()
    choose_renderer()
    application = QGuiApplication.instance() or QGuiApplication([])
    measure_page("en", FEW)  # loads the fonts and compiles the pages
    for language in WORDS:
        plain, (opened, turn, following) = measure_page(language, FEW), measure_page(language, MANY)
        yield f"{MANY:,} words in {language}: the page is opened (adds <= 100)", opened, "ms", plain[0]
        yield "  longest turn while the rest of it comes (<= 100)", turn, "ms", plain[1]
        yield "  longest turn while it is followed, word by word (<= 100)", following, "ms", plain[2]
    del application


def measure_reading() -> Iterator[Row]:
    """Yield what reading a long recording's captions takes."""
    words = write_text("en", MANY).split()
    captions = write_captions(words)
    spoken_otherwise = write_captions(
        [word if place % 20 else "otherwise" for place, word in enumerate(words)]
    )
    floor = take_ms(lambda: read_webvtt(captions))
    text = " ".join(words)
    yield (
        f"{MANY:,} captioned words placed in their text",
        take_ms(lambda: read_timings(captions, text)),
        "ms",
        floor,
    )
    yield (
        "  where every 20th was said otherwise",
        take_ms(lambda: read_timings(spoken_otherwise, text)),
        "ms",
        floor,
    )


def measure_page(language: str, words: int) -> tuple[float, float, float]:
    """Return ms to open the stop, the longest turn until all of it is there, and the longest while it is told."""
    text = write_text(language, words)
    make_cues(text)  # the stand-in's own work is not the page's
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder, one_text(language, text):
        fakes = FakeRooms(Path(folder), camera=False)
        shell = open_shell(fakes.rooms, ShellOptions())
        with closing(fakes), closing(shell):
            begin(shell, language)
            began = time.thread_time()
            shell.models.flow.open_stop("qutb/qutb-minar", "list")
            opened_ms = (time.thread_time() - began) * 1000
            rest_ms = run(1_500)
            told_ms = 0.0
            for _ in range(STEPS):
                began = time.thread_time()
                fakes.narrator.advance(STEP_MS)
                told_ms = max(told_ms, (time.thread_time() - began) * 1000, run(12))
    return opened_ms, rest_ms, told_ms


def begin(shell: Shell, language: str) -> None:
    """Come to the home page, and wait until the stop's page is compiled."""
    run(300)
    shell.models.flow.begin()
    shell.models.flow.choose_language(language)
    run(1_500)


def run(for_ms: int) -> float:
    """Let the interface run; return its longest turn in ms."""
    application = QGuiApplication.instance()
    assert application is not None
    longest, end = 0.0, time.perf_counter() + for_ms / 1000
    while time.perf_counter() < end:
        began = time.thread_time()
        application.processEvents()
        longest = max(longest, time.thread_time() - began)
        time.sleep(0.001)
    return longest * 1000


@contextmanager
def one_text(language: str, text: str) -> Iterator[None]:
    """Have every stop tell this text and nothing else."""
    get_stop = FakeLibrary.get_stop

    def get_told(library: FakeLibrary, stop_id: str, tag: str) -> Stop:
        texts = (Text(language, Depth.STORY, text),)
        return replace(get_stop(library, stop_id, tag), texts=texts, recordings=(), films=())

    with patch.object(FakeLibrary, "get_stop", get_told):
        yield


def write_text(language: str, count: int) -> str:
    """Return so many words in sentences and paragraphs."""
    words = WORDS[language].split()
    stop = "।" if language == "hi" else "."
    row = [
        words[(place * 7) % len(words)] + (stop if place % SENTENCE == SENTENCE - 1 else "")
        for place in range(count)
    ]
    return "\n\n".join(" ".join(row[at : at + PARAGRAPH]) for at in range(0, count, PARAGRAPH))


def write_captions(words: list[str]) -> str:
    """Return WebVTT with a time before each word."""
    cues = ["WEBVTT"]
    for at in range(0, len(words), SENTENCE):
        said = " ".join(
            f"<{stamp((at + place) * STEP_MS)}>{word}" for place, word in enumerate(words[at : at + SENTENCE])
        )
        cues.append(f"{stamp(at * STEP_MS)} --> {stamp((at + SENTENCE) * STEP_MS)}\n{said}")
    return "\n\n".join(cues) + "\n"


def stamp(ms: int) -> str:
    """Write a time as WebVTT does."""
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def take_ms(do: object) -> float:
    """Return the least of a few runs, in ms."""
    assert callable(do)
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        do()
        times.append(time.process_time() - began)
    return min(times) * 1000
