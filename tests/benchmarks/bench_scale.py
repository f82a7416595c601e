"""One pack of 20,000 stops in three languages: built, installed, opened and asked, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import sqlite3
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate
from pathlib import Path

from kiosk.model.content import Depth
from kiosk.model.marker import ALPHABET, format_marker, parse_marker
from kiosk.packs.build import build_pack
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource, StopSource, StopText
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source

Row = tuple[str, float, str, float]

STOPS = 20_000
LANGUAGES = ("en", "hi", "ar")
VOCABULARY = 80_000
WORDS = {Depth.GLANCE: 30, Depth.STORY: 120}
CALLS = 300
LETTERS = {"en": "etaoinshrdlucmfwyp", "hi": "कखगचजटतदनपबमरलवसहािीुे", "ar": "ابتثجحدرسشصعفقكلمنهوي"}


def measure() -> list[Row]:
    """Return the rows of the table; works in a temporary folder of the disk the guide would use."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-scale-"))
    try:
        write_small_source(folder / "source")
        rows: list[Row] = []
        for stage in (build, install, ask):
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                rows += pool.apply(stage, (folder,))
        return rows
    finally:
        shutil.rmtree(folder)


def build(folder: Path) -> list[Row]:
    source = make_source(folder)
    floor_s = _seconds(lambda: write_plainly(folder, source))
    before_mb = _memory_mb("VmRSS")
    build_s = _seconds(lambda: build_pack(source, folder / "big.hpack"))
    taken_mb = _memory_mb("VmHWM") - before_mb
    operator = ThrowAwayOperator()
    operator.repository.sign_hpack(folder / "big.hpack", folder / "signed.hpack")
    operator.trust(folder / "device")
    text_mb = sum(len(text.encode()) for _, _, text in _list_texts(source)) / 1e6
    return [
        ("build 20,000 stops in three languages; floor: texts as plain rows", build_s, "s", floor_s),
        ("  its size; floor: the texts", (folder / "big.hpack").stat().st_size / 1e6, "MB", text_mb),
        ("  memory beyond what the source itself takes", taken_mb, "MB", 0.0),
    ]


def install(folder: Path) -> list[Row]:
    store = PackStore(folder / "device")
    copy_s = _seconds(lambda: shutil.copyfile(folder / "signed.hpack", folder / "copy"))
    before_mb = _memory_mb("VmRSS")
    install_s = _seconds(lambda: store.install(folder / "signed.hpack"))
    assert store.list_releases()
    store.close()
    return [
        ("install it, every row looked at; floor: a plain copy", install_s, "s", copy_s),
        ("  memory for it, 150 MB at most", _memory_mb("VmHWM") - before_mb, "MB", 0.0),
    ]


def ask(folder: Path) -> list[Row]:
    before_mb = _memory_mb("VmRSS")
    store = PackStore(folder / "device")
    started = time.perf_counter()
    library = store.open_library()
    open_ms = (time.perf_counter() - started) * 1000
    assert not library.problems, library.problems
    first_ms = _seconds(lambda: library.search("mill", "en", make_word("en", 5))) * 1000
    rows: list[Row] = [
        ("open the library, catalogues hashed", open_ms, "ms", 0.0),
        ("first search in a language", first_ms, "ms", 0.0),
    ]
    floor_ms = _plain_select_ms(folder)
    for name, calls in make_calls(library).items():
        rows.append((f"{name}, p95 <= 5 ms", _p95_ms(calls), "ms", floor_ms))
    searched_mb = _memory_mb("VmHWM") - before_mb
    cards_ms = _seconds(lambda: library.stop_cards("mill", "en")) * 1000
    rows += [
        ("memory for all of that", searched_mb, "MB", 0.0),
        ("all 20,000 cards of a language, the first time", cards_ms, "ms", 0.0),
        ("memory with those too", _memory_mb("VmHWM") - before_mb, "MB", 0.0),
    ]
    library.close()
    store.close()
    return rows


def make_calls(library: Library) -> dict[str, list[Callable[[], object]]]:
    """Return the calls of each kind, all different."""
    spot = random.Random(1)
    source_key, host = library.label_key("mill"), library.get_site("mill", "en").label_host
    markers = [format_marker(host, make_code(spot.randrange(STOPS)), source_key) for _ in range(CALLS)]
    numbers = [str(spot.randrange(STOPS)) for _ in range(CALLS)]

    def searches(make: Callable[[str], str]) -> list[Callable[[], object]]:
        tags = [spot.choice(LANGUAGES) for _ in range(CALLS)]
        return [partial(library.search, "mill", tag, make(tag)) for tag in tags]

    return {
        "by code": [partial(_find_by_code, library, marker) for marker in markers],
        "by number": [partial(library.find_by_number, "mill", number) for number in numbers],
        "a stop in full": [
            partial(library.get_stop, f"mill/stop-{n}", spot.choice(LANGUAGES)) for n in numbers
        ],
        "search: a rare word": searches(
            lambda tag: make_word(tag, spot.randrange(VOCABULARY // 2, VOCABULARY))
        ),
        "search: a common word": searches(lambda tag: make_word(tag, spot.randrange(200))),
        "search: two words": searches(
            lambda tag: f"{make_word(tag, spot.randrange(50))} {make_word(tag, spot.randrange(9000))}"
        ),
        "search: one letter": searches(lambda tag: spot.choice(LETTERS[tag][:15])),
        "search: two letters": searches(lambda tag: make_word(tag, spot.randrange(999))[:2]),
        "search: three letters": searches(lambda tag: make_word(tag, spot.randrange(9999))[:3]),
        "search: inside a word": searches(lambda tag: make_word(tag, spot.randrange(9999))[1:5]),
        "search: nothing there": searches(lambda tag: LETTERS[tag][0] * 9),
    }


def make_source(folder: Path) -> PackSource:
    """Return a source of 20,000 stops in three languages with texts of 150 words."""
    small = read_source(folder / "source")
    stops = tuple(make_stop(small.stops[0], number) for number in range(STOPS))
    return replace(small, stops=stops, tours=())


def make_stop(model: StopSource, number: int) -> StopSource:
    spot = random.Random(number)
    texts = tuple(
        StopText(
            *(tag, make_text(tag, 3, spot), ""),
            {depth: make_text(tag, count, spot) for depth, count in WORDS.items()},
            (),
        )
        for tag in LANGUAGES
    )
    images = model.images[:1] if number % 2 else ()
    return replace(
        model,
        id=f"stop-{number}",
        number=str(number),
        code=make_code(number),
        order=number,
        texts=texts,
        images=images,
        recordings=(),
        artifacts=(),
    )


def make_code(number: int) -> str:
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(35, -1, -5))


def make_text(language: str, words: int, spot: random.Random) -> str:
    """Return made-up words, the n-th commonest n times rarer than the first, as in any language (Zipf)."""
    heights = _zipf_heights()
    picked = (bisect(heights, spot.random() * heights[-1]) for _ in range(words))
    return " ".join(make_word(language, rank) for rank in picked) + "."


@cache
def _zipf_heights() -> list[float]:
    return list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))


@cache
def make_word(language: str, rank: int) -> str:
    """Return the word of this rank, 3 to 10 letters long."""
    spot = random.Random(f"{language}{rank}")
    return "".join(spot.choice(LETTERS[language]) for _ in range(spot.randint(3, 10)))


def write_plainly(folder: Path, source: PackSource) -> None:
    """The same texts as rows of a database and nothing else: what any build must do at the least."""
    with closing(sqlite3.connect(folder / "plain.sqlite")) as connection:
        connection.execute(
            "CREATE TABLE t (id TEXT, tag TEXT, text TEXT, PRIMARY KEY (id, tag)) WITHOUT ROWID"
        )
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", _list_texts(source))
        connection.commit()


def _list_texts(source: PackSource) -> Iterator[tuple[str, str, str]]:
    for stop in source.stops:
        for text in stop.texts:
            yield stop.id, text.language, " ".join([text.title, *text.by_depth.values()])


def _find_by_code(library: Library, text: str) -> str:
    marker = parse_marker(text)
    assert marker is not None
    found = library.find_by_marker(marker)
    assert found.stop_id
    return found.stop_id


def _plain_select_ms(folder: Path) -> float:
    with closing(sqlite3.connect(folder / "plain.sqlite")) as connection:

        def select(number: int) -> list[object]:
            return connection.execute("SELECT * FROM t WHERE id = ?", (f"stop-{number}",)).fetchall()

        return _p95_ms([partial(select, number * 61) for number in range(CALLS)])


def _p95_ms(calls: Sequence[Callable[[], object]]) -> float:
    times = sorted(_seconds(call) for call in calls)
    return times[int(len(times) * 0.95)] * 1000


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _memory_mb(count: str) -> float:
    """Return the memory this process has (``VmRSS``) or had at most (``VmHWM``)."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{count}:")[1].split()[0]) / 1000
