"""The bound of ``speech.db``, with the sounds that a real voice makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.clip_cache import ClipCache
from kiosk.speech.engine import SpeechVoice, find_voice
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.speakable import Speakable, make_speakable

MOST_BYTES = 2_100_000
DAYS = ("2026-11-20", "2026-11-21", "2026-11-22")


@pytest.fixture(scope="module")
def engine() -> Iterator[PyttsxEngine]:
    made = PyttsxEngine(clearly=True)
    if not made.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    yield made
    made.close()


def list_stories(day: str) -> list[Speakable]:
    """Return what is told on a day: four sentences of some four seconds, 400 to 500 kB in the file."""
    return [
        make_speakable(
            f"On {day} the guide told of tower number {number}, 72.5 m high, built in 13{number}8 by a king.",
            "en",
        )
        for number in range(4)
    ]


def test_it_holds_and_the_older_days_go_first(engine: PyttsxEngine, tmp_path: Path) -> None:
    path, now = tmp_path / "speech.db", [DAYS[0]]
    voice = find_voice(engine.voices(), "en")
    assert voice is not None
    cache = ClipCache(path, most_bytes=MOST_BYTES, today=lambda: now[-1])
    for day in DAYS:
        now.append(day)
        for what in list_stories(day):
            clip = engine.synthesise(what, voice)
            assert len(clip.wav) > 100_000
            cache.keep(what, voice, 1.0, clip)
            cache.settle()
            assert path.stat().st_size < MOST_BYTES + len(clip.wav)  # one comes before another goes
        cache.forget_order()
        assert path.stat().st_size < 1.1 * MOST_BYTES
    kept = [count_kept(cache, day, voice) for day in DAYS]
    assert kept[2] == len(list_stories(DAYS[2]))
    assert kept[0] == 0 and kept[1] < kept[2]
    cache.close()


def test_it_holds_while_the_guide_runs_however_much_comes_at_once(
    engine: PyttsxEngine, tmp_path: Path
) -> None:
    path, bound = tmp_path / "speech.db", 1_000_000
    voice = find_voice(engine.voices(), "en")
    assert voice is not None
    cache = ClipCache(path, most_bytes=bound)
    for day in DAYS:
        for what in list_stories(day):
            cache.keep(what, voice, 1.0, engine.synthesise(what, voice))
        cache.settle()
        assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 1.1 * bound
        assert count_kept(cache, day, voice) == 2, "what came last, as far as there is room"
    cache.close()


def count_kept(cache: ClipCache, day: str, voice: SpeechVoice) -> int:
    return sum(cache.find(what, voice, 1.0) is not None for what in list_stories(day))
