"""Where a clip lies in ``speech.db`` does not tell when it was heard."""

from __future__ import annotations

import io
import random
import sqlite3
import wave
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.speech.clip_cache import ClipCache
from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.speakable import Speakable
from tests.fakes.said_as_written import take_literally

VOICE = SpeechVoice("fake/en", "Fake", ("en",), "fake")
STORIES = range(8)


def make_clip(seed: int) -> SpeechClip:
    """Return half a second of noise, which no compression makes small."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(random.Random(seed).randbytes(22_050))
    return SpeechClip(buffer.getvalue(), 500)


def name(story: int) -> Speakable:
    return take_literally(f"The story of stop {story}.", "en")


def hear(cache: ClipCache) -> None:
    for story in STORIES:
        cache.keep(name(story), VOICE, 1.0, make_clip(story))
        cache.settle()


def list_places(path: Path, count: int = len(STORIES)) -> list[int]:
    """Return the rows by where their sounds lie in the file."""
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT place, packed FROM clip").fetchall()
    lying = {place: data.find(packed[12_000:12_100]) for place, packed in rows}
    assert len(lying) == count and min(lying.values()) > 0
    return sorted(lying, key=lambda place: lying[place])


def test_a_closed_file_has_its_clips_in_the_order_of_their_digests(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "speech.db")
    hear(cache)
    assert list_places(tmp_path / "speech.db") != sorted(list_places(tmp_path / "speech.db"))
    cache.close()
    assert list_places(tmp_path / "speech.db") == sorted(list_places(tmp_path / "speech.db"))
    assert [cache.find(name(story), VOICE, 1.0) for story in STORIES] == [make_clip(one) for one in STORIES]
    cache.close()
    assert {file.name for file in tmp_path.iterdir()} <= {"speech.db", "speech.db-journal"}


def test_when_a_visit_is_over_the_file_no_longer_tells_what_was_heard_first(tmp_path: Path) -> None:
    path = tmp_path / "speech.db"
    cache = ClipCache(path)
    hear(cache)
    cache.keep(name(8), VOICE, 1.0, make_clip(8))
    cache.forget_order()
    assert list_places(path, 9) == sorted(list_places(path, 9))
    cache.close()


def test_it_is_written_anew_only_where_a_clip_has_come(tmp_path: Path) -> None:
    path = tmp_path / "speech.db"
    cache = ClipCache(path)
    cache.forget_order()
    assert not path.exists()
    hear(cache)
    cache.forget_order()
    written = path.stat().st_ino
    assert cache.find(name(3), VOICE, 1.0) is not None
    cache.forget_order()
    cache.close()
    assert path.stat().st_ino == written


def test_a_guide_whose_power_was_cut_tidies_up_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "speech.db"
    hear(cut_off := ClipCache(path))
    cache = ClipCache(path)
    assert cache.find(name(3), VOICE, 1.0) is not None
    cache.forget_order()
    assert list_places(path) == sorted(list_places(path))
    cache.close()
    cut_off.close()


@pytest.mark.parametrize("wrong", ["'much'", "x'00'", "1.5"])
def test_a_size_that_is_no_number_is_damage(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "speech.db"
    cache = ClipCache(path)
    cache.keep(name(0), VOICE, 1.0, make_clip(0))
    cache.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE clip SET bytes = {wrong}")
    cache.keep(name(1), VOICE, 1.0, make_clip(1))
    cache.settle()
    cache.keep(name(2), VOICE, 1.0, make_clip(2))
    cache.settle()
    assert cache.find(name(2), VOICE, 1.0) == make_clip(2)
    cache.close()
