"""The file of spoken clips is damaged, foreign, locked or cut off: stories are spoken all the same, and it heals."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from kiosk.model.spoken_word import Word
from kiosk.speech.clip_cache import ClipCache
from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.silence import make_silence
from kiosk.speech.speakable import Speakable
from tests.fakes.said_as_written import take_literally

HOUSE = Path(__file__).parents[2]
VOICE = SpeechVoice("fake/en", "Fake", ("en",), "fake")
CLIP = SpeechClip(make_silence(400, 8_000), 400, (Word(0, 200, 0, 4), Word(200, 400, 5, 8)))
WHATS = [take_literally(f"Look up {number}!", "en") for number in range(30)]


def fill(path: Path) -> None:
    cache = ClipCache(path)
    for what in WHATS:
        cache.keep(what, VOICE, 1.0, CLIP)
    cache.close()


def use(path: Path) -> None:
    """Find right clips or none; keep one and find it."""
    cache = ClipCache(path)
    for what in WHATS:
        assert cache.find(what, VOICE, 1.0) in (None, CLIP)
    cache.keep(WHATS[0], VOICE, 1.0, CLIP)
    cache.settle()
    for what in WHATS[:2]:
        assert cache.find(what, VOICE, 1.0) in (None, CLIP)
    cache.close()


def find_again(path: Path, what: Speakable) -> SpeechClip | None:
    cache = ClipCache(path)
    cache.keep(what, VOICE, 1.0, CLIP)
    cache.close()
    found = cache.find(what, VOICE, 1.0)
    cache.close()
    return found


@pytest.mark.parametrize("seed", range(20))
def test_rot_anywhere_is_never_heard_and_heals(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "speech.db"
    fill(path)
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 200))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data[: chance.choice((len(data), len(data) // 2, len(data)))])
    use(path)
    use(path)
    assert find_again(path, WHATS[5]) == CLIP


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(4_000)])
def test_a_file_that_is_none_of_ours_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "speech.db"
    path.write_bytes(content)
    assert find_again(path, WHATS[0]) == CLIP


def test_another_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "speech.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE clip(everything TEXT)")
        connection.execute("PRAGMA user_version = 7")
    assert find_again(path, WHATS[0]) == CLIP


WAV = CLIP.wav


@pytest.mark.parametrize(
    "packed",
    [
        "text",
        b"RIFF",
        zstandard.compress(b"no sound at all"),
        zstandard.compress(b"[]\nno sound at all"),
        zstandard.compress(b"[]\n" + make_silence(0, 8_000)),
        zstandard.compress(b"[]\n" + bytes(200_000_000)),
        zstandard.compress(b"[[0, 1, 0, 10000]]\n" + WAV),
        zstandard.compress(b'[["a", 1, 2, 3]]\n' + WAV),
        zstandard.compress(b"[" * 100_000 + b"\n" + WAV),
        zstandard.compress(b"7\n" + WAV),
    ],
    ids=range(10),
)
def test_a_clip_that_somebody_wrote_is_not_believed(tmp_path: Path, packed: object) -> None:
    path = tmp_path / "speech.db"
    fill(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE clip SET packed = ?", (packed,))
    cache = ClipCache(path)
    assert [cache.find(what, VOICE, 1.0) for what in WHATS] == [None] * len(WHATS)
    cache.close()


def test_a_file_that_another_process_holds_is_done_without(tmp_path: Path) -> None:
    path = tmp_path / "speech.db"
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache = ClipCache(path)
        assert cache.find(WHATS[0], VOICE, 1.0) is None
        cache.keep(WHATS[0], VOICE, 1.0, CLIP)
        cache.settle()
        other.execute("ROLLBACK")
    assert cache.find(WHATS[0], VOICE, 1.0) == CLIP
    cache.close()


def test_a_process_that_is_killed_while_it_writes_leaves_whole_clips(tmp_path: Path) -> None:
    path = tmp_path / "speech.db"
    program = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from tests.faults.test_speech_cache import CLIP, VOICE, WHATS, ClipCache, Path\n"
        "cache = ClipCache(Path(sys.argv[1]))\n"
        "while True:\n"
        "    for what in WHATS:\n"
        "        cache.keep(what, VOICE, 1.0, CLIP)\n"
        "        cache.settle()\n"
        "        print(flush=True)\n"
    )
    for kill in range(4):
        command = [sys.executable, "-c", program, str(path), str(HOUSE)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(3 + 7 * kill):
                writer.stdout.readline()
            writer.kill()
        use(path)
    cache = ClipCache(path)
    assert cache.find(WHATS[2], VOICE, 1.0) == CLIP
    cache.close()
