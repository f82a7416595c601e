"""The file of a backup: JSON lines in a zstd frame, the same for SQLite and PostgreSQL, so that one can become the other.

The first line tells format and revision; then come, for each table, a line with its columns and a line a row; the
last line tells how many rows there were. Bytes are written as ``{"bytes": base64}``, days as ``{"day": ...}``.
"""

from __future__ import annotations

import base64
import io
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final

import zstandard

from kiosk.model.errors import KioskError

FORMAT: Final = "heritage-kiosk-hub-backup/1"
MAX_LINE_BYTES: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class TableRows:
    """One table of a backup: its rows come once, and have to be taken before the next table."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[list[Any]]


class BackupWriter:
    """Writes one backup."""

    def __init__(self, stream: BinaryIO, revision: str, made_at: int) -> None:
        self._stream = stream
        self.rows = 0
        self._write({"format": FORMAT, "revision": revision, "made_at": made_at})

    def begin_table(self, name: str, columns: Sequence[str]) -> None:
        """Begin a table; its rows follow."""
        self._write({"table": name, "columns": list(columns)})

    def write_row(self, values: Sequence[Any]) -> None:
        """Write one row of the table that was begun last."""
        self.rows += 1
        self._write([_encode(value) for value in values])

    def finish(self) -> None:
        """Write the last line; a file without it is damaged."""
        self._write({"end": self.rows})

    def _write(self, content: object) -> None:
        self._stream.write(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


@contextmanager
def writing_backup(path: Path, revision: str, made_at: int) -> Iterator[BackupWriter]:
    """Write a backup to ``path``, which only this account may read: it holds keys. It is there whole, or not at all.

    Raises:
        KioskError: ``hub.backup-exists``, ``hub.backup-not-written``.
    """
    if path.exists():
        raise _complain("The backup was not written", path, "a new file", "one that exists", "Name another file", "hub.backup-exists")  # fmt: skip
    part = path.with_name(f".{path.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            packer = zstandard.ZstdCompressor(level=6, write_checksum=True)
            with packer.stream_writer(file, closefd=False) as stream:
                writer = BackupWriter(stream, revision, made_at)
                yield writer
                writer.finish()
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as error:
        raise _complain(
            "The backup was not written", path, "a folder that can be written to and has room", str(error),
            "Choose another folder", "hub.backup-not-written",
        ) from error  # fmt: skip
    finally:
        part.unlink(missing_ok=True)


class BackupReader:
    """Reads one backup from its beginning.

    Attributes:
        revision: Of the tables it was made from.
        made_at: When, UTC ms.
    """

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path = path
        self._lines = _read_lines(path, stream)
        header = self._next()
        if not isinstance(header, dict) or header.get("format") != FORMAT:
            raise self.complain(f"no {FORMAT}")
        self.revision = str(header.get("revision"))
        self.made_at = header["made_at"] if isinstance(header.get("made_at"), int) else 0
        self._ahead = self._next()
        self._rows = 0

    def tables(self) -> Iterator[TableRows]:
        """Return the tables in their order; the last line is checked when all are read.

        Raises:
            KioskError: ``hub.backup-damaged``.
        """
        while isinstance(self._ahead, dict) and "table" in self._ahead:
            columns = self._ahead.get("columns")
            if not isinstance(columns, list):
                raise self.complain("a table of no columns")
            yield TableRows(
                str(self._ahead["table"]), tuple(map(str, columns)), self._read_rows(len(columns))
            )
        if self._ahead != {"end": self._rows}:
            raise self.complain("an end that does not fit")

    def complain(self, found: str) -> KioskError:
        """Return the error that says in words what is wrong with this backup."""
        return _damaged(self._path, found)

    def _read_rows(self, width: int) -> Iterator[list[Any]]:
        while isinstance(row := self._next(), list):
            if len(row) != width:
                raise self.complain("a row that does not fit its table")
            self._rows += 1
            try:
                yield [_decode(value) for value in row]
            except (ValueError, KeyError, TypeError):
                raise self.complain("a value that is none") from None
        self._ahead = row

    def _next(self) -> Any:
        line = next(self._lines, b"")
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            raise self.complain("a line that cannot be read" if line else "its end is missing") from None


@contextmanager
def reading_backup(path: Path) -> Iterator[BackupReader]:
    """Read the backup at ``path``.

    Raises:
        KioskError: ``hub.backup-damaged``: it is none, was cut short, or is not as it was written.
    """
    try:
        with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as stream:
            yield BackupReader(path, stream)
    except (OSError, zstandard.ZstdError) as error:
        raise _damaged(path, str(error)) from error


def _read_lines(path: Path, stream: BinaryIO) -> Iterator[bytes]:
    reader = io.BufferedReader(stream, 1024 * 1024)  # type: ignore[type-var]  # it has all that is used of a raw file
    while line := reader.readline(MAX_LINE_BYTES):
        if not line.endswith(b"\n"):
            raise _damaged(path, "its end is missing")
        yield line


def _encode(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"bytes": base64.b64encode(value).decode()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _decode(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "bytes" in value:
        return base64.b64decode(value["bytes"], validate=True)
    return date.fromisoformat(value["day"])


def _damaged(path: Path, found: str) -> KioskError:
    return _complain("Nothing was restored", path, "a whole backup of a hub", found, "Take another backup", "hub.backup-damaged")  # fmt: skip


def _complain(what: str, path: Path, expected: str, found: str, remedy: str, code: str) -> KioskError:
    return KioskError(what, thing=str(path), expected=expected, found=found, remedy=remedy, code=code)
