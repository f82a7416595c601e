"""Keeps what was spoken of a pack's texts, so that a slow voice speaks each sentence once.

Nothing of a visitor is kept: only what packs say, under digests, with the day of its last use and nothing finer.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from kiosk import __version__
from kiosk.model.errors import KioskError
from kiosk.model.spoken_word import Word
from kiosk.speech.clip_store import ClipStore, is_damage, remove
from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.speakable import Speakable
from kiosk.speech.wav import MAX_CLIP_BYTES, measure_wav

FILE_NAME = "speech.db"
MOST_BYTES = 100_000_000
"""About an hour of speech."""

MOST_WAITING_BYTES = 4_000_000
"""Of what waits to be written; a story of two minutes, twice."""

# Facts of visits need the disk's last room more than sounds that can be spoken again.
LEAST_FREE_BYTES = 500_000_000

T = TypeVar("T")

logger = logging.getLogger(__name__)


def today_utc() -> str:
    """Return the day by the wall clock, ``2026-11-22``."""
    return datetime.now(UTC).date().isoformat()


class ClipCache:
    """A bounded file of clips; safe to call from several threads.

    A clip is written by :meth:`settle` only, which its owner calls when nobody waits for a sound. Whatever goes wrong
    with the file, the clip counts as missing, and nobody is told but the diary.
    """

    def __init__(
        self, path: Path, *, most_bytes: int = MOST_BYTES, today: Callable[[], str] = today_utc
    ) -> None:
        """Make a cache; its file is opened, and made, at the first use.

        Args:
            path: The file.
            most_bytes: The size that it is brought under.
            today: The day by the wall clock, as ISO 8601 writes it.
        """
        self._path = path
        self._most_bytes = most_bytes
        self._today = today
        self._one_at_a_time = threading.Lock()
        self._store: ClipStore | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._waiting_bytes = 0
        self._used: set[bytes] = set()

    def find(self, what: Speakable, voice: SpeechVoice, rate: float) -> SpeechClip | None:
        """Return the clip that was kept of this, or None."""
        digest = _digest(what, voice, rate)
        with self._one_at_a_time:
            packed = self._waiting.get(digest) or self._try(lambda store: store.find(digest))
            if packed is None:
                return None
            clip = _unpack(packed, len(what.text))
            if clip is None:
                self._try(lambda store: store.drop(digest))
                return None
            self._used.add(digest)
        return clip

    def keep(self, what: Speakable, voice: SpeechVoice, rate: float, clip: SpeechClip) -> None:
        """Keep a clip in memory until :meth:`settle`; where too many wait, it is not kept."""
        packed = _pack(clip)
        with self._one_at_a_time:
            if self._waiting_bytes + len(packed) <= MOST_WAITING_BYTES:
                self._waiting[_digest(what, voice, rate)] = packed
                self._waiting_bytes += len(packed)

    def settle(self) -> None:
        """Write what waits, and forget what was not used for the longest where there is too much."""
        with self._one_at_a_time:
            self._write()

    def forget_order(self) -> None:
        """Write what waits, and the file anew where clips came into it: it no longer tells in which order they did."""
        with self._one_at_a_time:
            self._write()
            if self._store is not None:
                self._try(_tidy)

    def close(self) -> None:
        """Write what waits and close the file; a later call opens it again."""
        self.forget_order()
        with self._one_at_a_time:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _write(self) -> None:
        waiting, used = self._waiting, self._used
        self._waiting, self._used, self._waiting_bytes = {}, set(), 0
        if waiting or used:
            self._try(lambda store: self._write_into(store, waiting, used))

    def _write_into(self, store: ClipStore, waiting: dict[bytes, bytes], used: set[bytes]) -> None:
        if shutil.disk_usage(self._path.parent).free < LEAST_FREE_BYTES:
            return
        # Room is made before, and only for what fits: the file gives none back until it is written anew.
        fitting = dict(_take_fitting(waiting, self._most_bytes))
        store.note_use(used, self._today())
        store.make_room(self._most_bytes - sum(map(len, fitting.values())), fitting)
        store.keep(fitting.items(), self._today())

    def _try(self, use: Callable[[ClipStore], T]) -> T | None:
        """Return what the file has to say; a damaged one is asked again when it has been begun anew."""
        for _ in range(2):
            try:
                if self._store is None:
                    self._path.parent.mkdir(parents=True, exist_ok=True)
                    self._store = ClipStore(self._path)
                return use(self._store)
            except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
                logger.info("%s was not used: %s", self._path.name, error)
                if self._store is None or not is_damage(error):
                    return None
                self._throw_away(self._store)
        return None

    def _throw_away(self, store: ClipStore) -> None:
        store.close()
        self._store = None
        try:
            remove(self._path)
        except OSError as error:
            logger.info("%s is damaged and cannot be removed: %s", self._path.name, error)


def _take_fitting(waiting: Mapping[bytes, bytes], most_bytes: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the clips of all that wait that fit into ``most_bytes`` together."""
    left = most_bytes
    for digest, packed in waiting.items():
        if len(packed) <= left:
            left -= len(packed)
            yield digest, packed


def _tidy(store: ClipStore) -> None:
    if not store.is_tidy:
        store.tidy()


def _digest(what: Speakable, voice: SpeechVoice, rate: float) -> bytes:
    said = [(piece.start, piece.end, piece.said, piece.phonemes) for piece in what.pieces]
    # Another release may say the same otherwise.
    asked = json.dumps([__version__, voice.engine, voice.id, rate, what.language, what.text, said])
    return hashlib.sha256(asked.encode()).digest()


def _pack(clip: SpeechClip) -> bytes:
    import zstandard  # 10 ms, which the start of the guide has no use for

    words = json.dumps([(word.start_ms, word.end_ms, word.start, word.end) for word in clip.words])
    # Lossless, and 3 ms for eight seconds; Opus would be a tenth of it, but takes 800 ms and 25 MB of libraries.
    return zstandard.ZstdCompressor(level=3, write_checksum=True).compress(words.encode() + b"\n" + clip.wav)


def _unpack(packed: bytes, text_length: int) -> SpeechClip | None:
    import zstandard

    try:
        if not 0 < zstandard.get_frame_parameters(packed).content_size <= MAX_CLIP_BYTES:
            return None
        words, _, wav = zstandard.ZstdDecompressor().decompress(packed).partition(b"\n")
        placed = tuple(_read_word(one, text_length) for one in json.loads(words))
        return SpeechClip(wav, measure_wav(wav), placed)
    except (zstandard.ZstdError, KioskError, ValueError, TypeError, RecursionError):
        return None  # rotten, or not ours


def _read_word(one: object, text_length: int) -> Word:
    match one:
        case [int(start_ms), int(end_ms), int(start), int(end)] if (
            0 <= start_ms <= end_ms and 0 <= start < end <= text_length
        ):
            return Word(start_ms, end_ms, start, end)
    raise ValueError("no word")
