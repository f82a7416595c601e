"""What stands in the rows: headings, numbers, languages, texts, places. Each oddity is told with its rows."""

from __future__ import annotations

import pytest

from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_columns import find_headings
from kiosk.authoring.table_grid import Cell, Grid, GridRow
from tests.authoring.desks import (
    HEADINGS,
    IMAGE,
    LANGUAGE,
    LAT,
    LON,
    NUMBER,
    TEXT,
    TITLE,
    Desk,
    Rows,
    cell,
    find,
    format_csv,
    make_rows,
    told,
)


def test_headings_in_other_words_and_order_further_down(desk: Desk) -> None:
    headings = ["Språk", "Nr.", "Rubrik", "Manus", "Breddgrad", "Longitud", "Anm."]
    rows = [[r[LANGUAGE], r[NUMBER], r[TITLE], r[TEXT], r[LAT], r[LON], "x"] for r in make_rows()]
    table = desk.read("Utkast 3\r\n\r\n" + format_csv(rows, ";", headings))
    assert told(table, besides=["separator_not_comma"]) == [
        ("column_not_used", "note", (3,), ""),
        ("heading_row_not_first", "note", (3,), ""),
        ("headings_other_words", "note", (3,), ""),
    ]
    assert "Utkast 3" in find(table, "heading_row_not_first").what
    assert "Anm." in find(table, "column_not_used").what
    assert cell(table, 5, "title") == "Porten"


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Audio filename (mp3)", "audio_file"),
        ("Stop no.", "stop_number"),
        ("Stop title", "title"),
        ("Äänitiedosto", "audio_file"),
        ("Längengrad", "lon"),
        ("GPS lat", "lat"),
        ("Text (max. 800)", "text"),
        ("Photo credit", ""),
        ("Image rights", ""),
        ("Title EN", ""),
        ("Comment", ""),
    ],
)
def test_words_for_columns(heading: str, column: str) -> None:
    found = find_headings(Grid("", (GridRow(1, tuple(map(Cell, ["No.", "Lang.", "Title", heading]))),)), {})
    assert found is not None
    wanted = column if column not in ("stop_number", "title") else ""
    assert {name for name, place in found.columns.items() if place == 3} == ({wanted} - {""})
    assert (heading in found.doubled.values()) == (column in ("stop_number", "title"))


def test_headings_that_come_again(desk: Desk) -> None:
    lines = format_csv(make_rows()).split("\r\n")
    lines[5:5] = [lines[0]]
    assert told(desk.read("\r\n".join(lines))) == [("heading_repeated", "note", (6,), "")]


def test_own_headings_come_from_the_map(desk: Desk) -> None:
    headings = ["exhibition", "Löp", "Mål", *HEADINGS[3:]]
    assert told(desk.read(format_csv(make_rows(), headings=headings)))[0][0] == "headings_missing"
    answers = Answers(headings={"lop": "stop_number", "mal": "language"})
    table = desk.read(format_csv(make_rows(), headings=headings), answers)
    assert told(table) == [("headings_other_words", "note", (1,), "")]


def test_a_column_that_is_missing_is_named_and_may_be_said_in_the_map(desk: Desk) -> None:
    headings = [name for name in HEADINGS if name != "language"]
    rows = [row[:LANGUAGE] + row[LANGUAGE + 1 :] for row in make_rows()[::2]]
    assert ("column_missing", "blocks", (1,), "language") in told(
        desk.read(format_csv(rows, headings=headings))
    )
    table = desk.read(format_csv(rows, headings=headings), Answers(settings={"language": "en"}))
    assert told(table) == []
    assert table.languages == ("en",)


def test_rows_that_are_no_stops(desk: Desk) -> None:
    rows = make_rows()
    rows[2:2] = [[""] * 9]
    rows += [
        ["--- upstairs ---", *[""] * 8],
        ["", "", "", "Sum:", "8", "", "", "", ""],
        ["Total", "8", *[""] * 7],
        ["", "Note", "", "ask Anna", "", "", "", "", ""],
        [""] * 9,
    ]
    table = desk.read(format_csv(rows))
    assert told(table) == [("blank_rows", "note", (4,), ""), ("not_a_stop", "note", (11, 12, 13, 14), "")]
    assert len(table.rows) == 8


def test_texts_without_a_number_are_asked_for(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[3][NUMBER] = ""

    table = desk.read_changed(change)
    assert told(table) == [("stop_number_missing", "ask", (5,), "stop_number")]
    assert "Brunnen" in find(table, "stop_number_missing").what
    assert (table.stops, len(table.rows)) == (4, 8)


def test_numbers_used_twice_and_rows_repeated(desk: Desk) -> None:
    rows = make_rows()
    rows[6][NUMBER] = rows[7][NUMBER] = "2"
    rows.append(list(rows[1]))
    table = desk.read(format_csv(rows))
    assert told(table) == [
        ("number_used_twice", "ask", (4, 5, 8, 9), "stop_number"),
        ("row_repeated", "note", (10,), ""),
    ]
    assert (table.stops, len(table.rows)) == (3, 8)
    assert "The well / Brunnen / The wall walk" in find(table, "number_used_twice").what


def test_a_number_used_twice_in_one_language_is_one_question(desk: Desk) -> None:
    rows = make_rows()
    rows.append([*rows[2][:TITLE], "Another well", "Another text.", *rows[2][5:]])
    assert told(desk.read(format_csv(rows))) == [("number_used_twice", "ask", (4, 10), "stop_number")]


def test_a_dash_stands_for_nothing(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[0][IMAGE], rows[0][LAT], rows[0][LON] = "-", "–", "—"

    table = desk.read_changed(change)
    assert told(table) == []
    assert cell(table, 2, "lat") is None


def test_numbers_begin_anew_in_another_exhibition(desk: Desk) -> None:
    rows, others = make_rows(), make_rows()
    for row in others:
        row[0] = "Harbour" if row[LANGUAGE] == "en" else "Hamnen"
        row[TITLE] = f"Pier {row[NUMBER]}"
    table = desk.read(format_csv(rows + others))
    assert told(table) == []
    assert table.stops == 8


@pytest.mark.parametrize("written", ["1.0", "1,0", "1.00"])
def test_whole_numbers_with_decimals(desk: Desk, written: str) -> None:
    def change(rows: Rows) -> None:
        rows[0][NUMBER] = written

    table = desk.read_changed(change)
    assert told(table) == [("number_written_as_decimal", "note", (2,), "stop_number")]
    assert cell(table, 2, "stop_number") == "1"


@pytest.mark.parametrize(
    "date", ["3-Jan", "03-jan", "jan-03", "2025-01-03", "3.1.2025", "03/01/2025", "3. Januar"]
)
def test_dates_in_place_of_numbers(desk: Desk, date: str) -> None:
    def change(rows: Rows) -> None:
        rows[4][NUMBER] = rows[5][NUMBER] = date

    table = desk.read_changed(change)
    assert told(table) == [("date_instead_of_number", "ask", (6, 7), "stop_number")]
    assert (table.stops, len(table.rows)) == (3, 8)


@pytest.mark.parametrize("number", ["3-1", "12a", "A 7", "007", "٣", "2.11", "10"])
def test_numbers_that_are_right(desk: Desk, number: str) -> None:
    def change(rows: Rows) -> None:
        rows[4][NUMBER] = rows[5][NUMBER] = number

    table = desk.read_changed(change)
    assert told(table) == []
    assert cell(table, 6, "stop_number") == number


@pytest.mark.parametrize(
    ("numbers", "asked"),
    [
        (["2", "2.1", "3", "4"], ["2.1"]),
        (["2.1", "2.2", "2.3", "3"], []),
        (["2.8", "2.9", "2.1", "2.11"], ["2.1"]),
        (["2.1", "2.2", "2.10", "3"], []),
    ],
)
def test_zeros_that_may_be_lost(desk: Desk, numbers: list[str], asked: list[str]) -> None:
    def change(rows: Rows) -> None:
        for place, row in enumerate(rows):
            row[NUMBER] = numbers[place // 2]

    table = desk.read_changed(change)
    waiting = [numbers[(row.row - 2) // 2] for row in table.rows if not row.number]
    assert sorted(set(waiting)) == asked
    assert {one.kind for one in table.findings} == ({"number_may_have_lost_a_zero"} if asked else set())


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("English", "en"),
        ("EN", "en"),
        ("eng", "en"),
        ("en_GB", "en"),
        ("Engelska", "en"),
        ("English (EN)", "en"),
        ("englisch", "en"),
    ],
)
def test_languages_in_other_words(desk: Desk, written: str, tag: str) -> None:
    def change(rows: Rows) -> None:
        rows[2][LANGUAGE] = written

    table = desk.read_changed(change)
    assert told(table) == [("language_other_words", "note", (4,), "language")]
    assert cell(table, 4, "language") == tag


@pytest.mark.parametrize("written", ["Klingon", "xx", "??", ""])
def test_languages_nobody_knows_are_asked_for(desk: Desk, written: str) -> None:
    def change(rows: Rows) -> None:
        rows[2][LANGUAGE] = written

    assert told(desk.read_changed(change)) == [("language_unknown", "ask", (4,), "language")]


def test_a_language_some_stops_lack(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        del rows[3]

    table = desk.read_changed(change)
    assert told(table) == [("language_missing", "note", (4,), "language")]
    assert "sv is missing for stop 2" in find(table, "language_missing").what


def test_spaces_and_invisible_signs_round_values(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[0][NUMBER] = "1 "
        rows[1][TITLE] = "\u200bPorten\u00a0"

    table = desk.read_changed(change)
    assert told(table) == [("surrounding_spaces", "note", (2, 3), "stop_number,title")]
    assert (cell(table, 2, "stop_number"), cell(table, 3, "title")) == ("1", "Porten")


def test_what_programs_leave_in_a_text(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[0][TEXT] = "<p>Nine &amp; a half<br>metres</p><p>deep</p>"
        rows[1][TEXT] = "Nio\x0bmeter\x07\u202e djup"
        rows[2][TEXT] = "a < b & c > d, <3"

    table = desk.read_changed(change)
    assert told(table) == [
        ("text_has_markup", "note", (2,), "text"),
        ("text_has_control_characters", "note", (3,), "text"),
    ]
    assert cell(table, 2, "text") == "Nine & a half\nmetres\n\ndeep"
    assert cell(table, 3, "text") == "Nio\nmeter djup"
    assert cell(table, 4, "text") == "a < b & c > d, <3"


def test_texts_of_remarkable_length(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[0][TEXT] = "long" * 1400
        rows[1][TEXT] = "x" * 32_767
        rows[2][TEXT] = "x" * 100_001

    table = desk.read_changed(change)
    assert told(table) == [
        ("text_too_long", "blocks", (4,), "text"),
        ("text_at_cell_limit", "ask", (3,), "text"),
        ("text_very_long", "note", (2, 3), "text"),
    ]
    assert cell(table, 4, "text") == ""


def test_writing_from_right_to_left_is_noted(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows.append(
            [*rows[0][:LANGUAGE], "ar", "البوابة", "كل من جاء إلى الحصن مرّ من هنا (450).", *rows[0][5:]]
        )

    table = desk.read_changed(change)
    assert [one[:3] for one in told(table)] == [
        ("language_missing", "note", ()),
        ("right_to_left_text", "note", (10,)),
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "kind"),
    [
        ("59,3341", "17,6101", "decimal_comma"),
        ("59°20'2.8\"N", "17°36'36.4\" E", "coordinates_other_form"),
        ("N 59 20.0467", "E 17 36.606", "coordinates_other_form"),
        ("59.3341° N", "17.6101° E", "coordinates_other_form"),
        ("59.3341, 17.6101", "", "coordinates_other_form"),
    ],
)
def test_coordinates_in_other_forms(desk: Desk, lat: str, lon: str, kind: str) -> None:
    def change(rows: Rows) -> None:
        rows[0][LAT], rows[0][LON] = lat, lon

    table = desk.read_changed(change)
    assert told(table) == [(kind, "note", (2,), "lat,lon")]
    assert cell(table, 2, "lat") == pytest.approx(59.3341, abs=1e-4)
    assert cell(table, 2, "lon") == pytest.approx(17.6101, abs=1e-4)


@pytest.mark.parametrize(
    ("lat", "column"), [("159.33", "lat"), ("north", "lat"), ("59.334.110", "lat"), ("nan", "lat")]
)
def test_places_that_are_nowhere(desk: Desk, lat: str, column: str) -> None:
    def change(rows: Rows) -> None:
        rows[0][LAT] = lat

    table = desk.read_changed(change)
    assert told(table) == [("coordinates_out_of_range", "ask", (2,), column)]
    assert cell(table, 2, "lat") is None


def test_exchanged_coordinates(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        for row in rows[2:4]:
            row[LAT], row[LON] = row[LON], row[LAT]

    table = desk.read_changed(change)
    assert told(table) == [("coordinates_swapped", "ask", (4, 5), "lat,lon")]


def test_one_coordinate_alone_is_no_place(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[0][LON] = ""

    assert told(desk.read_changed(change)) == [("coordinates_half", "note", (2,), "lat,lon")]


def test_marks_of_errors_and_formulas_in_a_csv(desk: Desk) -> None:
    def change(rows: Rows) -> None:
        rows[0][IMAGE] = "#N/A"
        rows[1][IMAGE] = "#SAKNAS!"
        rows[2][TITLE] = "=B4&C4"
        rows[3][TITLE] = '="Brunnen"'

    table = desk.read_changed(change)
    assert told(table) == [
        ("error_value", "ask", (2, 3), "image_file"),
        ("formula_without_value", "ask", (4,), "title"),
        ("formula_value_used", "note", (5,), "title"),
    ]
    assert cell(table, 5, "title") == "Brunnen"


def test_a_column_without_a_heading_is_told(desk: Desk) -> None:
    rows = [[*row, "see Anna" if place == 2 else ""] for place, row in enumerate(make_rows())]
    table = desk.read(format_csv(rows, headings=[*HEADINGS, ""]))
    assert told(table) == [("column_not_used", "note", (4,), "")]
    assert "J, which has no heading" in find(table, "column_not_used").what


def test_an_answer_for_a_row_that_is_no_stop_is_told(desk: Desk) -> None:
    answers = Answers(rows={99: {"stop_number": "5"}, 4: {"title": "The deep well"}})
    table = desk.read(format_csv(make_rows()), answers)
    assert told(table) == [("map_entry_unused", "note", (), "")]
    assert cell(table, 4, "title") == "The deep well"
