"""What holds for every table: no row is dropped without a word, and any bytes give findings, never a traceback."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_columns import COLUMNS
from kiosk.authoring.table_csv import read_csv
from kiosk.authoring.table_decoding import decode_table
from kiosk.authoring.table_grid import TableError
from kiosk.authoring.table_import import ImportedTable, import_table
from kiosk.authoring.table_kinds import KINDS
from kiosk.authoring.table_languages import find_language, split_audience
from kiosk.authoring.table_places import read_degrees, split_pair
from kiosk.authoring.table_text import mend_garbled, take_control_out, take_markup_out
from kiosk.packs.names import LANGUAGE_TAG
from tests.authoring.desks import HEADINGS, format_csv, make_rows

ODD = st.sampled_from(
    [
        "",
        " ",
        "1",
        "1.0",
        "2.1",
        "3-Jan",
        "en",
        "sv",
        "English",
        "#N/A",
        "=A1",
        "59,3",
        "x" * 32_767,
        "T\u00a0",
        "<p>a",
        "Ã¤",
        "a.mp3",
        "../a.mp3",
        "\ufeff",
        "\x00",
        "\u202e",
        "Total:",
        "exhibition",
        "stop_number",
        '"',
        "north",
        "99999",
    ]
)
CELL = ODD | st.text(max_size=12)


def read(raw: bytes, answers: Answers | None = None) -> ImportedTable:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stops.csv"
        path.write_bytes(raw)
        return import_table(path, None, answers)


def assert_told(table: ImportedTable) -> None:
    for finding in table.findings:
        assert finding.kind in KINDS
        assert finding.what and finding.remedy and finding.file == "stops.csv"
        assert "\n" not in finding.format()


@settings(max_examples=40)
@given(st.lists(st.lists(CELL, min_size=1, max_size=11), max_size=8), st.sampled_from([",", ";", "\t"]))
def test_no_row_is_dropped_without_a_word(extra: list[list[str]], separator: str) -> None:
    rows = [*make_rows(), *extra, make_rows()[0]]
    raw = format_csv(rows, separator).encode("utf-8", "replace")
    table = read(raw)
    assert_told(table)
    (grid,) = read_csv(raw, lambda found: max(map(len, found))).grids
    told = {row for finding in table.findings for row in finding.rows} | {row.row for row in table.rows}
    # The heading row is the first, and the last row is a stop that was there before.
    assert set(range(2, len(grid.rows) + 1)) <= told


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_give_findings(raw: bytes) -> None:
    table = read(raw)
    assert table.findings
    assert_told(table)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_bytes_within_a_table_give_findings(data: st.DataObject) -> None:
    raw = bytearray(format_csv(make_rows()).encode(data.draw(st.sampled_from(["utf-8", "cp1252", "utf-16"]))))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    assert_told(read(bytes(raw)))


@given(
    st.dictionaries(
        st.integers(1, 12), st.dictionaries(st.sampled_from(COLUMNS), CELL, max_size=3), max_size=4
    )
)
def test_any_answers_give_findings(rows: dict[int, dict[str, str]]) -> None:
    assert_told(read(format_csv(make_rows()).encode(), Answers(rows=rows)))


@given(st.text(max_size=60))
def test_what_is_written_in_utf8_is_read_as_it_is(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    try:
        decoded = decode_table(raw)
    except TableError:
        return
    if (
        not text.startswith("\ufeff")
        and "\x00" not in text
        and not any(0xD800 <= ord(sign) < 0xE000 for sign in text)
    ):
        assert decoded.text == text


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=60))
def test_mending_is_done_when_it_is_done(text: str) -> None:
    mended = mend_garbled(text)
    assert mend_garbled(mended) == mended


@given(st.text(max_size=80))
def test_cleaning_takes_any_text(text: str) -> None:
    take_markup_out(text)
    assert not any(sign in take_control_out(text) for sign in "\x00\x07\x0b\u200b")


@given(st.text(max_size=20))
def test_a_language_is_a_tag_or_nothing(text: str) -> None:
    for tag in (find_language(text), split_audience(text)[0]):
        assert not tag or LANGUAGE_TAG.fullmatch(tag)


@given(st.text(alphabet="0123456789.,°'\" NSEWOnsew-+", max_size=24))
def test_a_coordinate_is_a_number_or_nothing(text: str) -> None:
    read_degrees(text)
    split_pair(text)


def test_the_template_is_what_the_tests_use() -> None:
    assert COLUMNS[: len(HEADINGS)] == HEADINGS


@pytest.mark.parametrize("number", ["9" * 1_000_000, "9" * 5_000, "12345678"])
def test_a_sign_named_by_more_digits_than_there_are_signs_is_lost_and_costs_nothing(number: str) -> None:
    began = time.process_time()
    assert take_markup_out(f"<p>The mill&#{number};</p>") == "The mill\ufffd"
    assert take_markup_out(f"&#{'0' * len(number)}65;&#66; &#x43;") == "AB C"
    assert time.process_time() - began < 2
