"""Spreadsheets: what cells hold and show, formulas, merged cells, several sheets."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_xlsx import read_xlsx
from kiosk.authoring.xlsx_styles import Styles, count_decimals, count_leading_zeros, is_date_format
from tests.authoring.desks import HEADINGS, Desk, cell, find, make_rows, make_workbook, told


def sheet_of(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.fixture
def book() -> Workbook:
    return make_workbook(make_rows())


def test_a_plain_spreadsheet_needs_no_word(desk: Desk, book: Workbook) -> None:
    table = desk.read(book)
    assert told(table) == []
    assert (table.stops, len(table.rows)) == (4, 8)
    assert (cell(table, 2, "stop_number"), cell(table, 2, "lat")) == ("1", 59.3341)


def test_numbers_as_they_are_shown(desk: Desk, book: Workbook) -> None:
    sheet = sheet_of(book)
    shown: list[tuple[float | str, str]] = [
        *[(1, "0.0")] * 2,
        *[(7, "000")] * 2,
        *[("2.1", "@")] * 2,
        (2.5, "General"),
        (2.5, "0.00"),
    ]
    for row, (value, code) in enumerate(shown, 2):
        sheet.cell(row, 2, value).number_format = code
    table = desk.read(book)
    assert told(table, besides=["language_missing"]) == [
        ("number_may_have_lost_a_zero", "ask", (8,), "stop_number"),
        ("number_written_as_decimal", "note", (2, 3), "stop_number"),
    ]
    assert [cell(table, row, "stop_number") for row in (2, 4, 6, 8, 9)] == ["1", "007", "2.1", "", "2.50"]


def test_what_became_a_date(desk: Desk, book: Workbook) -> None:
    sheet = sheet_of(book)
    for row in (4, 5):
        sheet.cell(row, 2, datetime.datetime(2025, 1, 3)).number_format = "d-mmm"
    sheet.cell(6, 4, datetime.date(2025, 5, 12)).number_format = "mmm d"
    table = desk.read(book)
    assert told(table) == [
        ("date_instead_of_number", "ask", (4, 5), "stop_number"),
        ("date_instead_of_number", "ask", (6,), "title"),
    ]
    assert "3-Jan" in table.findings[0].what and "May 12" in table.findings[1].what
    assert cell(table, 6, "title") == "May 12"


def test_formulas_with_and_without_results_and_errors(desk: Desk, book: Workbook) -> None:
    """No results are stored by openpyxl; they are written into its file as a spreadsheet program would."""
    sheet = sheet_of(book)
    sheet["B4"], sheet["D5"], sheet["D6"], sheet["G7"] = "=B3+1", '=UPPER("brunnen")', '="The "&C6', "#N/A"
    path = desk.folder / "made.xlsx"
    book.save(path)
    change_parts(
        path,
        "xl/worksheets/sheet1.xml",
        lambda text: store_result(store_result(text, "B4", "", "2"), "D6", ' t="str"', "The en"),
    )
    table = desk.read_file(path)
    assert told(table) == [
        ("formula_without_value", "ask", (5,), "title"),
        ("error_value", "ask", (7,), "image_file"),
        ("formula_value_used", "note", (4,), "stop_number"),
        ("formula_value_used", "note", (6,), "title"),
    ]
    assert (cell(table, 4, "stop_number"), cell(table, 6, "title")) == ("2", "The en")


def store_result(text: str, place: str, kind: str, result: str) -> str:
    """Give a formula's cell the result that a spreadsheet program stores."""
    changed, count = re.subn(
        rf'<c r="{place}"[^>]*>(<f>[^<]*</f>)<v ?/?>(?:</v>)?</c>',
        rf'<c r="{place}"{kind}>\1<v>{result}</v></c>',
        text,
    )
    assert count == 1
    return changed


def change_parts(path: Path, part: str, change: Callable[[str], str]) -> None:
    """Change one part of a saved spreadsheet."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    parts[part] = change(parts[part])
    write_parts(path, parts)


def write_parts(path: Path, parts: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def test_merged_cells_count_for_every_row_they_cover(desk: Desk, book: Workbook) -> None:
    sheet = sheet_of(book)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("A4:A9")
    table = desk.read(book)
    assert told(table) == [("merged_cells", "note", tuple(range(2, 10)), "exhibition,stop_number")]
    assert (cell(table, 3, "stop_number"), cell(table, 9, "exhibition")) == ("1", "Stenborg hill fort")


def test_the_sheet_with_the_stops_is_found(desk: Desk, book: Workbook) -> None:
    book.create_sheet("Notes", 0)["B2"] = "Sound files come on Friday"
    table = desk.read(book)
    assert told(table) == [("sheet_not_first", "note", (), "")]
    assert "Notes" in find(table, "sheet_not_first").what
    assert find(table, "sheet_not_first").sheet == "Sheet"


def test_two_sheets_of_stops_are_asked_about(desk: Desk, book: Workbook) -> None:
    other = book.create_sheet("2025")
    other.append(list(HEADINGS))
    other.append(make_rows()[0])
    table = desk.read(book)
    assert told(table) == [("sheets_rival", "ask", (), "")]
    assert told(desk.read(book, Answers(settings={"sheet": "2025"}))) == [("sheet_not_first", "note", (), "")]


def test_blank_coloured_rows_at_the_end_need_no_word(desk: Desk, book: Workbook) -> None:
    sheet = sheet_of(book)
    for row in range(10, 60):
        sheet.cell(row, 3).number_format = "0.00"
    sheet["XFD1048576"] = "  "
    assert told(desk.read(book)) == []


def test_signs_xml_cannot_hold_and_formatted_letters(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    write_parts(
        path,
        {
            "xl/workbook.xml": '<workbook><sheets><sheet name="S" id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<R><Relationship Id="a" Target="worksheets/one.xml"/></R>',
            "xl/sharedStrings.xml": "<sst><si><r><t>The</t></r><r><rPr><b/></rPr><t> ga_x0007_te_x005F_</t></r>"
            '<rPh sb="0" eb="1"><t>aid</t></rPh></si></sst>',
            "xl/worksheets/one.xml": '<worksheet><sheetData><row><c t="s"><v>0</v></c><c><v></v></c></row>'
            "</sheetData></worksheet>",
        },
    )
    (grid,) = read_xlsx(path.read_bytes()).grids
    assert [one.text for one in grid.rows[0].cells] == ["The ga\x07te_"]


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("d-mmm", 45660, "3-Jan"),
        ("yyyy-mm-dd", 45660, "2025-01-03"),
        ("dd/mm/yy;@", 45660, "03/01/25"),
        ("[$-41D]d mmmm yyyy", 45660, "3 January 2025"),
        ("h:mm", 0.5, "12:00"),
        ("mmm-yy", 45660.25, "Jan-25"),
        ("dddd", 45660, "Friday"),
        ("yyyy", 1e12, ""),
    ],
)
def test_dates_are_shown_as_the_spreadsheet_does(code: str, value: float, shown: str) -> None:
    assert is_date_format(code)
    assert Styles([], since_1904=False).format_date(value, code) == shown


def test_days_may_be_counted_since_1904() -> None:
    assert Styles([], since_1904=True).format_date(44198, "d-mmm") == "3-Jan"


@pytest.mark.parametrize(
    "code", ["General", "0", "0.00", '0 "days"', "#,##0", "@", '"d"0', r"0\d", "[Red]0", ""]
)
def test_other_formats_are_no_dates(code: str) -> None:
    assert not is_date_format(code)


def test_formats_with_decimals_and_leading_zeros() -> None:
    assert [count_decimals(code) for code in ("0.0", "#,##0.00", "0", "General", '0"0.0"')] == [1, 2, 0, 0, 0]
    assert [count_leading_zeros(code) for code in ("000", "0", "0.00", "00;-00")] == [3, 0, 0, 2]


def test_a_workbook_of_another_hand(tmp_path: Path) -> None:
    """Strict namespaces, no references at the cells, absolute links, texts within the cells."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships">'
        '<x:sheets><x:sheet name="S" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/worksheets/one.xml"/></Relationships>',
        "xl/worksheets/one.xml": '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row>'
        '<row r="3"><c r="B3" t="b"><v>1</v></c><c t="d"><v>2025-01-03</v></c><c t="s"><v>99</v></c></row></sheetData></worksheet>',
    }
    path = tmp_path / "a.xlsx"
    write_parts(path, parts)
    (grid,) = read_xlsx(path.read_bytes()).grids
    assert [[one.text for one in row.cells] for row in grid.rows] == [
        ["a", "2"],
        [],
        ["", "TRUE", "2025-01-03"],
    ]
    assert grid.rows[2].cells[2].date == "2025-01-03"
