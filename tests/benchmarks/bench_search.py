"""What visitors type with slips in it: how often it is found, how often a word of another book is taken for one, how long it takes.

Times are of the processor: other programs do not count.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.app.commands.pack.opened import installed_aside
from kiosk.guide.guide import Guide
from kiosk.guide.moment import Moment
from kiosk.packs.build import build_pack
from kiosk.packs.library import Library
from kiosk.packs.likely_words import count_slips_forgiven
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source import read_source
from kiosk.packs.words import split_words
from tests.benchmarks.bench_scale import LANGUAGES, LETTERS, make_stop, make_word
from tests.benchmarks.composed import percentile
from tests.fakes.searched_library import leave_words
from tests.house.repository import HOUSE
from tests.packs.small_source import write_small_source

Row = tuple[str, float, str, float | None]

STOPS = 2_000
PLACES = 20_000
CALLS = 200
DEMONSTRATIONS = ("delhi", "jantar-mantar")


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor."""
    yield from _measure_time()
    yield from _measure_many_places()
    for name in DEMONSTRATIONS:
        source = read_source(HOUSE / "content_packs" / name)
        with _open(source) as library:
            for language in source.languages:
                yield from _measure_found(library, source, language)
            yield from _measure_mistaken(library, source)


def mistype(word: str, rng: random.Random, letters: str) -> str:
    """Return a word with one slip: a letter too many, too few or wrong, or two swapped."""
    at = rng.randrange(len(word))
    other = rng.choice(letters)
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + other + word[at + 1 :],
            swapped,
        ]
    )


def respell(word: str) -> str:
    """Return a word as somebody else would write its sound: more than slips, so that the other spellings are looked at."""
    for one, other in (("k", "q"), ("i", "ee"), ("u", "oo"), ("v", "w"), ("a", "aa")):
        word = word.replace(one, other)
    return word


def _measure_time() -> Iterator[Row]:
    rng = random.Random(5)
    with ExitStack() as parts:
        folder = parts.enter_context(tempfile.TemporaryDirectory())
        small = read_source(write_small_source(Path(folder) / "source"))
        stops = tuple(make_stop(small.stops[0], number) for number in range(STOPS))
        library = parts.enter_context(_open(replace(small, stops=stops, tours=())))

        def type_slips(count: int) -> str:
            language = rng.choice(LANGUAGES)
            words = [
                mistype(make_word(language, rng.randrange(9_000)), rng, LETTERS[language])
                for _ in range(count)
            ]
            return f"{language} {' '.join(words)}"

        kinds: dict[str, Callable[[], str]] = {
            "as it is written": lambda: f"en {make_word('en', rng.randrange(9_000))}",
            "one word with a slip": lambda: type_slips(1),
            "three words with a slip each": lambda: type_slips(3),
            "a name in another spelling": lambda: f"en {respell(make_word('en', rng.randrange(9_000)))}",
            "words that are nowhere": lambda: "en " + " ".join(rng.choice("qxzj") * 9 for _ in range(16)),
        }
        for name, make in kinds.items():
            took = [_time(library, *make().split(" ", 1)) for _ in range(CALLS)]
            yield f"search {STOPS} stops, {name}: p95 (goal < 50)", percentile(took, 95), "ms", None
            yield "  the slowest", max(took), "ms", None


def _measure_many_places() -> Iterator[Row]:
    """A pack that names 20,000 places around its site: nobody means it, and it must not hold up the pages."""
    rng = random.Random(2)
    with ExitStack() as parts:
        folder = parts.enter_context(tempfile.TemporaryDirectory())
        small = read_source(write_small_source(Path(folder) / "source"))
        places = tuple(
            replace(
                small.nearby[0],
                id=f"place-{number}",
                lat=28.5 + rng.gauss(0, 0.02),
                lon=77.2 + rng.gauss(0, 0.02),
                opening_hours=rng.choice(["24/7", "Mo-Fr 09:00-17:00", "nine to five", "(" * 250]),
                name={"en": f"{make_word('en', number)} {make_word('en', number % 997)}"},
            )
            for number in range(PLACES)
        )
        library = parts.enter_context(_open(replace(small, nearby=places)))
        took = [
            _time(library, "en", mistype(make_word("en", rng.randrange(PLACES)), rng, LETTERS["en"]))
            for _ in range(50)
        ]
        yield f"search {PLACES} places nearby: the first", took[0], "ms", None
        yield "  p95 of 50", percentile(took, 95), "ms", None
        guide = Guide(library)
        moments = [Moment("mill", "en", now=datetime(2026, 11, 22, 6, at, tzinfo=UTC)) for at in range(50)]
        took = [_time_of(partial(guide.nearby, moment)) for moment in moments]
        yield f"what is near of {PLACES} places, p95 (goal < 20)", percentile(took, 95), "ms", None


def _measure_found(library: Library, source: PackSource, language: str) -> Iterator[Row]:
    """Mistype each long word of each title: is its stop among those found, and is it the first?"""
    rng = random.Random(9)
    titles = [
        (stop.id, text.title) for stop in source.stops for text in stop.texts if text.language == language
    ]
    letters = "".join(
        sorted({letter for _, title in titles for word in split_words(title) for letter in word})
    )
    found, places, tried = 0, 0, 0
    for stop_id, title in titles:
        for word in {word for word in split_words(title) if count_slips_forgiven(word)}:
            for _ in range(10):
                typed = mistype(word, rng, letters)
                if len(typed) < 4 or typed == word:
                    continue
                ids = [card.id for card in library.search(source.site.id, language, typed).stops]
                tried += 1
                found += f"{source.site.id}/{stop_id}" in ids
                places += len(ids)
    yield (
        f"{source.id} {language}: a title's word with one slip finds its stop",
        100 * found / tried,
        "%",
        None,
    )
    yield "  among so many", places / tried, "stops", None


def _measure_mistaken(library: Library, source: PackSource) -> Iterator[Row]:
    """Type words of pages about something else, which this site has not: how often is something found?"""
    site = source.site.id
    pages = (HOUSE / "docs").rglob("*.md")
    words = {
        word
        for page in pages
        for word in split_words(page.read_text("utf-8"))
        if word.isascii() and word.isalpha()
    }
    answers = [library.search(site, "en", word) for word in sorted(words) if len(word) >= 4]
    unknown = [answer for answer in answers if answer.is_empty or answer.is_near]
    named = [answer for answer in unknown if answer.is_near]
    yield f"{source.id}: words of other books", len(unknown), "words", None
    yield "  of them taken for a word of this one", 100 * len(named) / len(unknown), "%", None


@contextmanager
def _open(source: PackSource) -> Iterator[Library]:
    with ExitStack() as parts:
        folder = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-bench-")))
        built = build_pack(leave_words(source), folder / "pack.hpack")
        yield parts.enter_context(installed_aside(built.path))[1]


def _time(library: Library, language: str, typed: str) -> float:
    return _time_of(partial(library.search, "mill", language, typed))


def _time_of(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return (time.process_time() - began) * 1000
