"""A catalogue being written: tables made, rows added, then made compact."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kiosk.packs.catalogue import read_schema
from kiosk.packs.catalogue_header import APPLICATION_ID, PAGE_BYTES, SCHEMA_VERSION
from kiosk.packs.pack_source import PackSource

Row = Sequence[Any]


def make_stop_id(source: PackSource, stop: str) -> str:
    """Return the id of a stop that is unique among all sites: ``<site>/<stop's folder name>``."""
    return f"{source.site.id}/{stop}"


class CatalogueFile:
    """One catalogue being written, in one transaction, then made compact."""

    def __init__(self, path: Path, part_name: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        # Page size and encoding are set so that the bytes do not depend on how SQLite was compiled.
        self._connection.executescript(
            f"PRAGMA page_size={PAGE_BYTES}; PRAGMA encoding='UTF-8'; PRAGMA journal_mode=OFF; PRAGMA auto_vacuum=NONE;"
            f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={SCHEMA_VERSION};"
        )
        self._connection.executescript(read_schema(part_name))
        self._connection.execute("BEGIN")

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows; ``table`` is a word of the writers, never of a source."""
        for row in rows:
            self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row))

    def __enter__(self) -> CatalogueFile:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        try:
            if failed is None:
                self._connection.execute("COMMIT")
                self._connection.execute("VACUUM")
        finally:
            self._connection.close()
