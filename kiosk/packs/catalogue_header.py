"""The first hundred bytes of a catalogue, looked at before SQLite sees any of it (https://sqlite.org/fileformat.html).

The builder leaves one form only: pages of 4,096 bytes, UTF-8, no write-ahead log, no free pages. Whatever else a
file claims about itself is refused here, and with it the code of SQLite's that would have to deal with it.
"""

from __future__ import annotations

import struct
from pathlib import Path

APPLICATION_ID = 0x4B494F53  # "KIOS"
SCHEMA_VERSION = 5
PAGE_BYTES = 4096
_FORM = struct.Struct(">16sHBBBBBB12I20xII")
_MAGIC = b"SQLite format 3\x00"
_UTF8 = 1


class HeaderError(ValueError):
    """A file's header is not that of a catalogue; the message says what it claims to be."""


class OtherVersionError(HeaderError):
    """It is a catalogue of another version of the program; ``version`` is its schema's."""

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(f"it was made for version {version} of the catalogue")


def check_header(path: Path) -> None:
    """Refuse a file that does not begin as a catalogue does, or that is not as long as it says.

    Raises:
        HeaderError: It does not; :class:`OtherVersionError` where only the version differs.
        OSError: It cannot be read.
    """
    with path.open("rb") as stream:
        raw = stream.read(_FORM.size)
    if len(raw) < _FORM.size or not raw.startswith(_MAGIC):
        raise HeaderError("it is no database")
    (
        _magic,
        page_bytes,
        write_version,
        read_version,
        reserved,
        *fractions,
        _changes,
        pages,
        free_page,
        free_pages,
        _cookie,
        schema_format,
        _cache,
        largest_root,
        encoding,
        version,
        incremental,
        application_id,
        _valid_for,
        _sqlite,
    ) = _FORM.unpack(raw)
    claims = {
        "another program made it": application_id != APPLICATION_ID,
        "its pages have another size": page_bytes != PAGE_BYTES or reserved != 0 or fractions != [64, 32, 32],
        "it has a write-ahead log": (write_version, read_version) != (1, 1),
        "it is not as long as it says": path.stat().st_size != pages * PAGE_BYTES,
        "it has free pages": (free_page, free_pages, largest_root, incremental) != (0, 0, 0, 0),
        "its text is not UTF-8": encoding != _UTF8 or schema_format != 4,
    }
    for claim, holds in claims.items():
        if holds:
            raise HeaderError(claim)
    if version != SCHEMA_VERSION:
        raise OtherVersionError(version)
