"""What a camera knows a pack's pictures by, from the optional part ``recognition``."""

from __future__ import annotations

import sqlite3

from kiosk.packs.catalogue import Catalogue, Row

MAX_LOOKS = 60_000


class PackLooks:
    """The looks of one open pack; What cannot be read, or was closed meanwhile, is not there."""

    def __init__(self, recognition: Catalogue, core: Catalogue) -> None:
        self._recognition = recognition
        self._core = core

    def vocabulary(self) -> bytes:
        """Return the pack's words (``kiosk.recognition.stored_words``); b"" where it has none."""
        rows = _rows(self._recognition, "SELECT words FROM vocabulary ORDER BY position LIMIT 1")
        return bytes(rows[0][0]) if rows else b""

    def words(self) -> list[tuple[int, bytes]]:
        """Return each picture with the words it has, in their order."""
        sql = f"SELECT picture, words FROM look ORDER BY picture LIMIT {MAX_LOOKS}"
        return [(int(picture), bytes(words)) for picture, words in _rows(self._recognition, sql)]

    def find_signature(self, picture: int) -> bytes | None:
        """Return what a picture is known by."""
        rows = _rows(self._recognition, "SELECT signature FROM look WHERE picture = ?", picture)
        return bytes(rows[0][0]) if rows else None

    def stops(self, picture: int) -> tuple[str, ...]:
        """Return the stops of this pack that show a picture, by id."""
        rows = _rows(
            self._recognition, "SELECT stop_id FROM look_of WHERE picture = ? ORDER BY stop_id", picture
        )
        known = "SELECT 1 FROM stop WHERE id = ?"
        return tuple(str(stop_id) for (stop_id,) in rows if _rows(self._core, known, stop_id))

    def known_stops(self) -> frozenset[str]:
        """Return the stops one of whose pictures can be recognised."""
        return frozenset(str(stop) for (stop,) in _rows(self._recognition, "SELECT stop_id FROM look_of"))


def _rows(catalogue: Catalogue, sql: str, *values: object) -> list[Row]:
    try:
        return catalogue.rows(sql, *values)
    except sqlite3.Error:
        return []
