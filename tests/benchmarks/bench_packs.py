"""How quick packs are to read: calls of the library, and opening at start. Installing is bench_install's."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from kiosk.model.content import Depth, VoiceKind
from kiosk.model.marker import ALPHABET, format_marker, parse_marker
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource, RecordingSource, StopSource, StopText
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source, write_tone

T = TypeVar("T")
Row = tuple[str, float, str, float]

STOPS = 150
WORDS_A_TEXT = 250
VOCABULARY = 8_000


def measure() -> list[Row]:
    """Return the rows of the table; works in a temporary folder of the disk the guide would use."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
    try:
        source = make_source(folder)
        operator = ThrowAwayOperator()
        store = operator.open_store(folder / "device")
        store.install(operator.build(source, folder / "1.hpack"))
        store.close()
        return measure_reading(folder, source)
    finally:
        shutil.rmtree(folder)


def make_source(folder: Path) -> PackSource:
    """Return a source of 150 stops in three languages, each with a recording."""
    small = read_source(write_small_source(folder / "source"))
    write_tone(folder / "tone.wav", 300)
    stops = tuple(make_stop(small.stops[0], folder, number) for number in range(1, STOPS + 1))
    return replace(small, stops=stops, tours=())


def make_stop(model: StopSource, folder: Path, number: int) -> StopSource:
    spot = random.Random(number)
    texts = tuple(
        StopText(tag, f"Stop {number} in {tag}", "Here", {depth: make_text(spot) for depth in Depth}, ())
        for tag in ("en", "hi", "ar")
    )
    return replace(
        model,
        id=f"stop-{number}",
        number=str(number),
        code="".join(ALPHABET[(number >> shift) & 31] for shift in range(35, -1, -5)),
        order=number,
        texts=texts,
        recordings=(RecordingSource(folder / "tone.wav", "en", Depth.GLANCE, VoiceKind.PERSON, "", ""),),
    )


def make_text(spot: random.Random) -> str:
    """Return 1.7 KB of made-up words, common ones more often, as in a language."""
    return " ".join(make_word(int(VOCABULARY ** spot.random())) for _ in range(WORDS_A_TEXT)) + "."


@cache
def make_word(number: int) -> str:
    """Return the word of this rank, 3 to 9 letters long."""
    spot = random.Random(number)
    return "".join(spot.choice("etaoinshrdlucmfwyp") for _ in range(spot.randint(3, 9)))


def measure_reading(folder: Path, source: PackSource) -> list[Row]:
    store = PackStore(folder / "device")
    catalogues = sum(part.size_bytes for part in store.list_releases()[0].manifest.parts)
    store.open_library().close()
    library, open_s = timed(store.open_library)
    hashed_s = seconds(lambda: hashlib.sha256(bytes(catalogues)).digest())
    floor_ms = measure_plain_select(folder)
    rows = [
        (f"library: {name}, p95 <= 2 ms", p95_ms(calls), "ms", floor_ms)
        for name, calls in library_calls(library, source).items()
    ]
    library.close()
    store.close()
    opened: Row = ("open the library at start, catalogues hashed", open_s * 1000, "ms", hashed_s * 1000)
    return [opened, *rows]


def library_calls(library: Library, source: PackSource) -> dict[str, list[Callable[[], object]]]:
    """Return 300 calls of each kind, in changing languages. The first of each fills what is kept."""
    site = source.site.id
    tags = [("en", "hi", "ar")[number % 3] for number in range(300)]
    stops = [f"{site}/stop-{number % STOPS + 1}" for number in range(300)]
    marker = parse_marker(format_marker(source.label_host, source.stops[-1].code, source.label_key))
    assert marker is not None
    return {
        "stop_cards of 150": [partial(library.stop_cards, site, tag) for tag in tags],
        "get_stop": [partial(library.get_stop, stop, tag) for stop, tag in zip(stops, tags, strict=True)],
        "find_by_marker": [partial(library.find_by_marker, marker)] * 300,
        "find_by_number": [partial(library.find_by_number, site, str(number)) for number in range(300)],
        "search in 1 MB of words": [
            partial(library.search, site, tag, f"{make_word(7)} {make_word(4321)}") for tag in tags
        ],
        "sites": [partial(library.sites, tag) for tag in tags],
    }


def measure_plain_select(folder: Path) -> float:
    """One row by its key from a file of SQLite's, nothing around it: the floor of every call."""
    path = folder / "plain.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID")
    connection.executemany(
        "INSERT INTO t VALUES (?, ?)",
        ((str(number), make_text(random.Random(number))) for number in range(STOPS)),
    )
    connection.commit()

    def select(number: int) -> list[object]:
        return connection.execute("SELECT * FROM t WHERE id = ?", (str(number % STOPS),)).fetchall()

    floor_ms = p95_ms([partial(select, number) for number in range(300)])
    connection.close()
    return floor_ms


def p95_ms(calls: list[Callable[[], object]]) -> float:
    times = sorted(seconds(call) for call in calls)
    return times[int(len(times) * 0.95)] * 1000


def seconds(work: Callable[[], object]) -> float:
    return timed(work)[1]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started
