"""Reads a spreadsheet (.xlsx): in one pass its values, what their formats show, formulas and merged cells.

A workbook is a ZIP of XML from outside. It is read as a stream, in so much memory as its texts need: nothing
is unpacked onto the disk, no entity is resolved, no macro or formula is run, no link followed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.authoring.table_grid import Grid, RawTable, TableError
from kiosk.authoring.xlsx_sheet import SheetReader
from kiosk.authoring.xlsx_styles import Styles, StylesReader
from kiosk.authoring.xlsx_xml import XmlReader, local_name, parse_xml

MAX_PARTS = 5_000
MAX_SHEETS = 100
MAX_PART_BYTES = 64_000_000
MAX_ALL_BYTES = 160_000_000
_WORKBOOK = "xl/workbook.xml"
_AGAIN = "open it in the spreadsheet program and save it anew as .xlsx, or as CSV"
_OLD_FORM = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    position: int


def read_xlsx(raw: bytes) -> RawTable:
    """Return the sheets of a workbook, in their order.

    Raises:
        TableError: It is no workbook, has macros or a pass-word, is damaged, or far too large inside.
    """
    if raw.startswith(_OLD_FORM):
        raise TableError(
            "it has a pass-word, or is in the old form .xls", "save it as .xlsx without a pass-word"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _Workbook(archive).read()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise TableError(f"it is damaged or no spreadsheet ({error})", _AGAIN) from error


class _Workbook:
    """One workbook while it is read; ``_left_bytes`` bounds what all its parts may unpack to."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left_bytes = MAX_ALL_BYTES
        names = archive.namelist()
        if len(names) > MAX_PARTS:
            raise TableError(f"it has more than {MAX_PARTS:,} parts inside", _AGAIN)
        self._names = {name.lower(): name for name in names}
        if any(name.endswith("vbaproject.bin") for name in self._names):
            raise TableError("it has macros, which are programs", "save it as .xlsx without macros")
        if _WORKBOOK not in self._names:
            what = (
                "it is a text document of LibreOffice (.ods)"
                if "content.xml" in self._names
                else "it is no spreadsheet"
            )
            raise TableError(what, "save it as .xlsx or as CSV")

    def read(self) -> RawTable:
        top = _WorkbookReader()
        self._parse(_WORKBOOK, top)
        links = _LinksReader()
        self._parse("xl/_rels/workbook.xml.rels", links)
        texts = _TextsReader()
        self._parse(links.find_part("sharedStrings", "xl/sharedStrings.xml"), texts)
        styles = StylesReader()
        self._parse(links.find_part("styles", "xl/styles.xml"), styles)
        if len(top.sheets) > MAX_SHEETS:
            raise TableError(f"it has more than {MAX_SHEETS} sheets", "save the one with the stops by itself")
        sheets = [
            _Sheet(name, links.parts.get(link, ""), position)
            for position, (name, link) in enumerate(top.sheets)
            if links.parts.get(link, "").lower() in self._names
        ]
        shown = styles.finish(since_1904=top.since_1904)
        return RawTable(tuple(self._read_sheet(sheet, texts.texts, shown) for sheet in sheets))

    def _read_sheet(self, sheet: _Sheet, texts: list[str], styles: Styles) -> Grid:
        reader = SheetReader(texts, styles)
        self._parse(sheet.part, reader)
        return reader.finish(sheet.name, sheet.position)

    def _parse(self, part: str, reader: XmlReader) -> None:
        """Stream one part through a reader; a part that is not there says nothing."""
        name = self._names.get(part.lower())
        if name is None:
            return
        with self._archive.open(name) as stream:
            self._left_bytes -= parse_xml(stream, min(MAX_PART_BYTES, self._left_bytes), reader)


class _WorkbookReader(XmlReader):
    """``workbook.xml``: the sheets' names and links, and since when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            link = next((value for key, value in attributes.items() if local_name(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), link))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in ("1", "true")


class _LinksReader(XmlReader):
    """``workbook.xml.rels``: which part a link names."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}
        self._kinds: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        self.parts[attributes.get("Id", "")] = part
        self._kinds[attributes.get("Type", "").rpartition("/")[2]] = part

    def find_part(self, kind: str, otherwise: str) -> str:
        """Return the part of a kind; the usual name where no link names it."""
        return self._kinds.get(kind, otherwise)


class _TextsReader(XmlReader):
    """``sharedStrings.xml``: texts by number, their formatting and reading aids left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._in_text = self._in_aid = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._in_aid = True
        elif name == "t":
            self._in_text = not self._in_aid

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append("".join(self._parts))
        elif name == "rPh":
            self._in_aid = False
        elif name == "t":
            self._in_text = False

    def text(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)
