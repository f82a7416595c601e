"""A table is read however it was saved: encodings, separators, line ends, quotation marks."""

from __future__ import annotations

import pytest

from kiosk.authoring.table_answers import Answers
from tests.authoring.desks import HEADINGS, TEXT, TITLE, Desk, cell, find, format_csv, make_rows, told

NORDIC = "Härden – ”Räven” & Söner, 1½ m, 25 €"


def with_text(text: str) -> list[list[str]]:
    rows = make_rows()
    rows[5][TEXT] = text
    return rows


def test_a_plain_table_needs_no_word(desk: Desk) -> None:
    table = desk.read(format_csv(make_rows()))
    assert told(table) == []
    assert (table.stops, len(table.rows), table.languages, table.can_be_imported) == (
        4,
        8,
        ("en", "sv"),
        "yes",
    )


@pytest.mark.parametrize(
    ("codec", "mark", "words"),
    [
        ("utf-8", b"\xef\xbb\xbf", ""),
        ("cp1252", b"", "Windows-1252"),
        ("utf-16-le", b"\xff\xfe", "UTF-16 little endian"),
        ("utf-16-be", b"\xfe\xff", "UTF-16 big endian"),
        ("utf-16-le", b"", "UTF-16 without"),
        ("utf-32-le", b"\xff\xfe\0\0", "UTF-32"),
        ("mac_roman", b"", "Mac OS Roman"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators(desk: Desk, codec: str, mark: bytes, words: str, separator: str) -> None:
    text = NORDIC.replace("½", "") if codec == "mac_roman" else NORDIC
    table = desk.read(mark + format_csv(with_text(text), separator).encode(codec))
    assert cell(table, 7, "text") == text
    kinds = {one.kind for one in table.findings}
    assert kinds == ({"encoding_not_utf8"} if words else set()) | (
        {"separator_not_comma"} if separator != "," else set()
    )
    if words:
        assert words in find(table, "encoding_not_utf8").what


def test_code_page_850_is_known_by_its_letters(desk: Desk) -> None:
    table = desk.read(format_csv(make_rows()).encode("cp850"))
    assert cell(table, 7, "text") == "Härden användes i år."


def test_other_encodings_are_named_by_the_author(desk: Desk) -> None:
    raw = format_csv(with_text("Příliš žluťoučký kůň")).replace("å", "a").encode("cp1250")
    table = desk.read(raw, Answers(settings={"encoding": "cp1250"}))
    assert cell(table, 7, "text") == "Příliš žluťoučký kůň"
    wrong = desk.read(raw, Answers(settings={"encoding": "utf-8"}))
    assert told(wrong) == [("table_unreadable", "blocks", (), "")]
    assert (
        "no-such" in find(desk.read(raw, Answers(settings={"encoding": "no-such"})), "table_unreadable").what
    )


def test_rows_in_another_encoding_are_named(desk: Desk) -> None:
    lines = format_csv(make_rows()).encode("utf-8").split(b"\r\n")
    lines[6] = lines[6].decode("utf-8").encode("cp1252")
    table = desk.read(b"\r\n".join(lines))
    assert told(table) == [("encoding_mixed", "note", (7,), "")]
    assert cell(table, 7, "text") == "Härden användes i år."
    assert cell(table, 9, "text") == "Härifrån såg vakten mycket."


def test_a_line_that_names_the_separator_is_no_row(desk: Desk) -> None:
    table = desk.read("sep=;\r\n" + format_csv(make_rows(), ";"))
    assert {one.kind for one in table.findings} == {"separator_line", "separator_not_comma"}
    assert cell(table, 2, "title") == "The gate"


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
def test_line_ends(desk: Desk, line_end: str) -> None:
    table = desk.read(format_csv(make_rows()).replace("\r\n", line_end))
    assert told(table) == []
    assert len(table.rows) == 8


def test_a_record_over_several_lines_is_one_row(desk: Desk) -> None:
    rows = with_text("One.\n\nTwo, three.")
    table = desk.read(format_csv(rows))
    assert cell(table, 7, "text") == "One.\n\nTwo, three."
    assert cell(table, 8, "title") == "The wall walk"


def test_a_mark_that_is_never_closed_costs_no_other_row(desk: Desk) -> None:
    table = desk.read(format_csv(make_rows()).replace("Nio meter", '"Nio meter'))
    assert told(table) == [("quote_not_closed", "ask", (5,), "")]
    assert len(table.rows) == 8
    assert cell(table, 5, "text") == "Nio meter djup på våren."


def test_two_marks_that_are_never_closed_do_not_swallow_what_is_between(desk: Desk) -> None:
    text = format_csv(make_rows()).replace("Nio meter", '"Nio meter').replace("A guard", '"A guard')
    table = desk.read(text)
    assert told(table) == [("quote_not_closed", "ask", (5, 8), "")]
    assert [row.row for row in table.rows] == list(range(2, 10))


def test_a_separator_within_an_unquoted_text(desk: Desk) -> None:
    broken = format_csv(make_rows()).replace("Nine metres deep", "Nine metres, deep")
    table = desk.read(broken)
    assert told(table) == [("too_many_fields", "blocks", (4,), "text")]
    assert [row.row for row in table.rows] == [2, 3, 5, 6, 7, 8, 9]
    assert table.can_be_imported == "partly"
    accepted = desk.read(broken, accepted=["too_many_fields"])
    assert cell(accepted, 4, "text") == "Nine metres, deep and never dry."
    assert cell(accepted, 4, "lat") == 59.3342
    assert accepted.can_be_imported == "yes"


def test_where_nobody_can_tell_what_belongs_together_the_row_stays_out(desk: Desk) -> None:
    desk.add_sound("a.wav")
    broken = format_csv(make_rows()).replace("The well,Nine metres deep", "The,well,Nine,metres deep")
    broken = broken.replace("never dry.,", "never dry.,a.wav")
    for accepted in ((), ("all",)):
        table = desk.read(broken, accepted=accepted)
        assert told(table) == [("too_many_fields", "note" if accepted else "blocks", (4,), "")]
        assert [row.row for row in table.rows] == [2, 3, 5, 6, 7, 8, 9]


def test_fields_beyond_the_headings(desk: Desk) -> None:
    lines = format_csv(make_rows()).split("\r\n")
    lines[3] += ",ask Anna"
    table = desk.read("\r\n".join(lines))
    assert told(table) == [("too_many_fields", "ask", (4,), "")]
    assert '"ask Anna"' in find(table, "too_many_fields").what
    assert len(table.rows) == 8
    assert told(desk.read("\r\n".join(f"{line},," for line in format_csv(make_rows()).split("\r\n")))) == []


def test_unquoted_decimal_commas(desk: Desk) -> None:
    rows = [[*row[:7], row[7].replace(".", ","), row[8].replace(".", ",")] for row in make_rows()]
    table = desk.read("\r\n".join(",".join(row) for row in [list(HEADINGS), *rows]))
    assert cell(table, 2, "lon") == 17.6101
    assert {one.kind for one in table.findings} == {"too_many_fields", "decimal_comma"}
    assert table.can_be_imported == "yes"


@pytest.mark.parametrize(("kept", "weight"), [(7, "note"), (5, "blocks"), (3, "blocks")])
def test_fields_that_are_missing(desk: Desk, kept: int, weight: str) -> None:
    lines = format_csv(make_rows()).split("\r\n")
    lines[3] = ",".join(lines[3].split(",")[:kept])
    table = desk.read("\r\n".join(lines))
    assert told(table) == [("too_few_fields", weight, (4,), "")]
    assert len(table.rows) == (8 if weight == "note" else 7)
    assert len(desk.read("\r\n".join(lines), accepted=["all"]).rows) == 8


def test_a_line_end_in_an_unquoted_text_breaks_no_row(desk: Desk) -> None:
    broken = format_csv(make_rows()).replace("Nine metres deep", "Nine metres\r\ndeep")
    assert told(desk.read(broken)) == [("too_few_fields", "blocks", (4, 5), "")]
    table = desk.read(broken, accepted=["too_few_fields"])
    assert cell(table, 4, "text") == "Nine metres\ndeep and never dry."
    assert (cell(table, 4, "lat"), len(table.rows)) == (59.3342, 8)


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("HÃ¤rden â€“ â€œRÃ¤venâ€\x9d", "Härden – “Räven”"),
        ("H√§rden", "Härden"),
        ("H├ñrden", "Härden"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
        ("HÃƒÂ¤rden", "Härden"),
    ],
)
def test_letters_that_were_garbled_before(desk: Desk, garbled: str, meant: str) -> None:
    table = desk.read(format_csv(with_text(garbled)))
    assert told(table) == [("text_garbled", "ask", (7,), "text")]
    assert cell(table, 7, "text") == meant


def test_letters_that_are_lost_are_told(desk: Desk) -> None:
    table = desk.read(format_csv(with_text("H\ufffdrden")))
    assert told(table) == [("text_garbled", "ask", (7,), "text")]
    assert "lost" in find(table, "text_garbled").what


@pytest.mark.parametrize(
    "text", [NORDIC, "”SMÅ” och ”GRÅ”", "CAFÉ», IRMÃ”", "«É»", "Þetta er Ð", "مرحباً", "🏰➡️ 👨‍👩‍👧"]
)
def test_right_letters_are_left_alone(desk: Desk, text: str) -> None:
    rows = make_rows()
    rows[5][TITLE] = text
    table = desk.read(format_csv(rows))
    assert cell(table, 7, "title") == text
    assert "text_garbled" not in {one.kind for one in table.findings}


@pytest.mark.parametrize(
    "raw", [b"", b"\0", b"\xff\xfe", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", bytes(range(256)), b'"', b"a\n1"]
)
def test_junk_is_told_in_words(desk: Desk, raw: bytes) -> None:
    table = desk.read(raw)
    assert table.is_open
    assert table.rows == ()
    assert all(one.what and one.remedy for one in table.findings)
