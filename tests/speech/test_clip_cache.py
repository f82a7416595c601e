from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.spoken_word import Word
from kiosk.speech import clip_cache
from kiosk.speech.clip_cache import MOST_WAITING_BYTES, ClipCache
from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.silence import make_silence
from kiosk.speech.speakable import Piece, Speakable
from tests.fakes.said_as_written import take_literally

VOICE = SpeechVoice("fake/en", "Fake", ("en",), "fake")
WHAT = take_literally("Look up!", "en")
CLIP = SpeechClip(make_silence(400, 8_000), 400, (Word(0, 200, 0, 4), Word(200, 400, 5, 8)))


class Days:
    def __init__(self) -> None:
        self.now = "2026-11-22"

    def __call__(self) -> str:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "speech.db"


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def cache(path: Path, days: Days) -> Iterator[ClipCache]:
    made = ClipCache(path, today=days)
    yield made
    made.close()


def make_noise(text: str) -> tuple[Speakable, SpeechClip]:
    """Return a text and a clip that does not get smaller."""
    wav = bytearray(make_silence(500, 22_050))
    wav[44:] = os.urandom(len(wav) - 44)
    return take_literally(text, "en"), SpeechClip(bytes(wav), 500)


def read_rows(path: Path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {columns} FROM clip").fetchall()


def test_what_was_kept_is_found_before_and_after_it_is_written(cache: ClipCache) -> None:
    assert cache.find(WHAT, VOICE, 1.0) is None
    cache.keep(WHAT, VOICE, 1.0, CLIP)
    assert cache.find(WHAT, VOICE, 1.0) == CLIP
    cache.settle()
    assert cache.find(WHAT, VOICE, 1.0) == CLIP


def test_it_is_there_after_a_new_start(cache: ClipCache, path: Path) -> None:
    cache.keep(WHAT, VOICE, 1.0, CLIP)
    cache.close()
    again = ClipCache(path)
    assert again.find(WHAT, VOICE, 1.0) == CLIP
    again.close()


@pytest.mark.parametrize(
    ("what", "voice", "rate"),
    [
        (take_literally("Look down!", "en"), VOICE, 1.0),
        (take_literally("Look up!", "en-GB"), VOICE, 1.0),
        (Speakable("Look up!", "en", (Piece(0, 8, "Look above!"),)), VOICE, 1.0),
        (Speakable("Look up!", "en", (Piece(0, 8, "Look up!", "lʊk ʌp"),)), VOICE, 1.0),
        (WHAT, SpeechVoice("fake/en", "Fake", ("en",), "other"), 1.0),
        (WHAT, SpeechVoice("fake/en-us", "Fake", ("en",), "fake"), 1.0),
        (WHAT, VOICE, 1.25),
    ],
)
def test_nothing_else_is_taken_for_it(
    cache: ClipCache, what: Speakable, voice: SpeechVoice, rate: float
) -> None:
    cache.keep(WHAT, VOICE, 1.0, CLIP)
    cache.settle()
    assert cache.find(what, voice, rate) is None


def test_what_was_not_used_for_the_longest_goes_first(path: Path, days: Days) -> None:
    size = len(make_noise("")[1].wav)
    cache = ClipCache(path, most_bytes=int(2.5 * size), today=days)
    clips = [make_noise(text) for text in ("one", "two", "three")]
    for day, (what, clip) in zip(("2026-11-01", "2026-11-02", "2026-11-04"), clips, strict=True):
        days.now = day
        cache.keep(what, VOICE, 1.0, clip)
        cache.settle()
        if day == "2026-11-02":  # the first is used again, and is no longer the oldest
            days.now = "2026-11-03"
            assert cache.find(clips[0][0], VOICE, 1.0)
            cache.settle()
    assert [cache.find(what, VOICE, 1.0) is not None for what, _ in clips] == [True, False, True]
    cache.close()


def test_the_file_does_not_grow_beyond_its_bound(path: Path) -> None:
    cache = ClipCache(path, most_bytes=200_000)
    for number in range(40):
        what, clip = make_noise(str(number))
        cache.keep(what, VOICE, 1.0, clip)
        cache.settle()
    cache.close()
    assert path.stat().st_size < 300_000


def test_too_much_at_once_is_not_kept_in_memory(cache: ClipCache) -> None:
    waiting = 0
    for number in range(2 * MOST_WAITING_BYTES // 20_000):
        what, clip = make_noise(str(number))
        cache.keep(what, VOICE, 1.0, clip)
        waiting += cache.find(what, VOICE, 1.0) is not None
    assert waiting * len(clip.wav) == pytest.approx(MOST_WAITING_BYTES, rel=0.1)


def test_only_the_day_of_the_last_use_is_kept_and_no_text(cache: ClipCache, path: Path) -> None:
    for text in ("Look up!", "The tower is old.", "It leans."):
        cache.keep(take_literally(text, "en"), VOICE, 1.0, CLIP)
    cache.close()
    assert {row[0] for row in read_rows(path, "used_on")} == {"2026-11-22"}
    places = [int(str(row[0])) for row in read_rows(path, "place")]
    assert places == sorted(places)  # digests, not the order of coming
    assert b"tower" not in path.read_bytes()
    assert not path.with_name("speech.db-wal").exists()


def test_a_full_disk_costs_nothing_but_the_clips(
    cache: ClipCache, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip_cache, "LEAST_FREE_BYTES", 10**18)
    cache.keep(WHAT, VOICE, 1.0, CLIP)
    cache.settle()
    assert cache.find(WHAT, VOICE, 1.0) is None


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    cache = ClipCache(tmp_path / "data" / "speech.db")
    cache.keep(WHAT, VOICE, 1.0, CLIP)
    cache.settle()
    assert cache.find(WHAT, VOICE, 1.0) is None
    cache.close()
