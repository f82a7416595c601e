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
from kiosk.speech.speakable import Speakable, take_literally

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


def list_places(path: Path) -> list[int]:
    """Return the rows by where their sounds lie in the file."""
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT place, packed FROM clip").fetchall()
    lying = {place: data.find(packed[12_000:12_100]) for place, packed in rows}
    assert len(lying) == len(STORIES) and min(lying.values()) > 0
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


def test_the_next_day_begins_with_the_day_before_in_order(tmp_path: Path) -> None:
    days = ["2026-11-21"]
    cache = ClipCache(tmp_path / "speech.db", today=lambda: days[-1])
    hear(cache)
    days.append("2026-11-22")
    assert cache.find(name(3), VOICE, 1.0) is not None
    cache.settle()
    assert list_places(tmp_path / "speech.db") == sorted(list_places(tmp_path / "speech.db"))
    cache.close()


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
