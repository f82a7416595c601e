"""Tables made to harm are refused in words: no traceback, no endless reading, little memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress

import pytest

from kiosk.authoring import table_csv, xlsx_sheet
from kiosk.authoring.table_grid import TableError
from kiosk.authoring.table_xlsx import read_xlsx
from tests.authoring.desks import Desk, find, format_csv, make_rows, make_workbook, told

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
ENTITIES = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def make_xlsx(changed: Mapping[str, str | bytes], without: str = "") -> bytes:
    """Return a good spreadsheet with some parts changed or added."""
    stream = io.BytesIO()
    make_workbook(make_rows()).save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts: dict[str, str | bytes] = {
            name: archive.read(name) for name in archive.namelist() if name != without
        }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in {**parts, **changed}.items():
            archive.writestr(name, raw)
    return out.getvalue()


def refusal(raw: bytes) -> str:
    with pytest.raises(TableError) as caught:
        read_xlsx(raw)
    assert caught.value.remedy
    return caught.value.what


FIRST = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        (FIRST, ENTITIES + SHEET % "<row><c><v>&c;</v></c></row>", "entities"),
        ("xl/sharedStrings.xml", ENTITIES + "<sst><si><t>&c;</t></si></sst>", "entities"),
        ("xl/workbook.xml", ENTITIES + "<workbook/>", "entities"),
        (FIRST, '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + SHEET % "", "entities"),
        (FIRST, b" " * 70_000_000, "unpacks to far more"),
        (FIRST, SHEET % ('<row r="5"><c r="XFD5"><v>1</v></c></row>'), "beyond column 256"),
        (
            FIRST,
            SHEET % ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
            "beyond column 256 or row 200,000",
        ),
        (FIRST, "<a>" * 100, "nested too deeply"),
        (FIRST, SHEET[:60], "damaged inside"),
        (FIRST, b"\xff\xfe\x00\x00\x01", "damaged inside"),
        ("xl/vbaProject.bin", b"macro", "macros"),
        (
            "xl/workbook.xml",
            "<workbook>" + '<sheet name="a" id="rId1"/>' * 101 + "</workbook>",
            "more than 100 sheets",
        ),
    ],
)
def test_spreadsheets_made_to_harm(part: str, content: str | bytes, words: str) -> None:
    assert words in refusal(make_xlsx({part: content}))


def test_cells_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coloured cells that go on and on: the limit is lowered, since the true one takes seconds to reach."""
    monkeypatch.setattr(xlsx_sheet, "MAX_CELLS", 1_000)
    assert "more than 1,000 cells" in refusal(
        make_xlsx({FIRST: SHEET % ("<row>" + "<c/>" * 1_001 + "</row>")})
    )


def test_what_only_looks_like_a_spreadsheet() -> None:
    assert "no spreadsheet" in refusal(make_xlsx({}, without="xl/workbook.xml"))
    assert "(.ods)" in refusal(make_xlsx({"content.xml": "<x/>"}, without="xl/workbook.xml"))
    assert "old form .xls" in refusal(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert "damaged or no spreadsheet" in refusal(b"PK\x03\x04" + bytes(100))


def test_a_damaged_zip() -> None:
    good = make_xlsx({})
    for at in range(30, len(good), 97):
        raw = bytearray(good)
        raw[at] ^= 0x55
        with suppress(TableError):
            read_xlsx(bytes(raw))


def test_too_many_parts() -> None:
    assert "more than 5,000 parts" in refusal(make_xlsx({f"junk/{n}": "" for n in range(5_001)}))


def test_a_refused_spreadsheet_says_what_to_do(desk: Desk) -> None:
    (desk.folder / "stops.csv").write_bytes(
        make_xlsx({FIRST: SHEET % '<row r="5"><c r="ZZZ5"><v>1</v></c></row>'})
    )
    table = desk.read_file(desk.folder / "stops.csv")
    assert told(table) == [("table_unreadable", "blocks", (), "")]
    assert "take away what is not needed" in find(table, "table_unreadable").remedy


def test_a_million_columns(desk: Desk) -> None:
    wide = format_csv(make_rows()) + "," * 1_000_000
    assert "more than 256 fields" in find(desk.read(wide), "table_unreadable").what


def test_rows_without_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_csv, "MAX_ROWS", 1_000)
    assert "more than 1,000 rows" in find(desk.read("a,b\n" * 1_001), "table_unreadable").what


def test_a_table_far_too_large_is_not_read(desk: Desk) -> None:
    path = desk.folder / "stops.csv"
    with path.open("wb") as stream:
        stream.truncate(32_000_001)
    assert "larger than" in find(desk.read_file(path), "table_unreadable").what


def test_many_marks_that_are_never_closed_do_not_take_forever(desk: Desk) -> None:
    table = desk.read("stop_number,language,title,text\n" + '1,en,T,"x\n' * 500)
    assert table.is_open
    assert len(find(table, "quote_not_closed").rows) == 50


def test_no_table_at_all(desk: Desk) -> None:
    assert told(desk.read_file(desk.folder / "none.csv")) == [("table_unreadable", "blocks", (), "")]
    assert told(desk.read_file(desk.folder)) == [("table_unreadable", "blocks", (), "")]
