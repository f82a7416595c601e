"""XML from outside, read as a stream: no entities, no document types, no more than so many bytes and levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, NoReturn
from xml.parsers import expat

from kiosk.authoring.table_grid import TableError

MAX_DEPTH = 64
_BLOCK_BYTES = 1 << 16
_DAMAGED = "open it in the spreadsheet program and save it anew"


class XmlReader:
    """What takes the elements of one part; names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a stretch of text."""


def local_name(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rpartition("}")[2].rpartition(":")[2]


def parse_xml(stream: IO[bytes], limit_bytes: int, reader: XmlReader) -> int:
    """Hand a part's elements to ``reader``; return how many bytes it had.

    Raises:
        TableError: It is larger than ``limit_bytes``, nested too deeply, no XML, or defines entities.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise TableError("it is nested too deeply inside", _DAMAGED)
        reader.start(local_name(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(local_name(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    size_bytes = 0
    try:
        while block := stream.read(_BLOCK_BYTES):
            size_bytes += len(block)
            if size_bytes > limit_bytes:
                raise TableError(
                    "it unpacks to far more than a table of stops has", "save the stops' sheet by itself"
                )
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError(f"it is damaged inside ({error})", _DAMAGED) from error
    return size_bytes


def _refuse_doctype(*_declaration: object) -> NoReturn:
    raise TableError("it defines entities of its own inside, which no spreadsheet program does", _DAMAGED)
