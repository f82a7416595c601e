"""Reads what stands in the cells of a stop's row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_columns import COLUMNS
from kiosk.authoring.table_grid import BLANK, Cell
from kiosk.authoring.table_languages import find_language, split_audience
from kiosk.authoring.table_log import TableLog, shorten
from kiosk.authoring.table_places import read_degrees, split_pair
from kiosk.authoring.table_records import StopRow
from kiosk.authoring.table_text import (
    compose,
    has_control,
    has_lost_letters,
    has_markup,
    is_padded,
    is_right_to_left,
    mend_garbled,
    strip_blanks,
    take_control_out,
    take_markup_out,
)
from kiosk.packs.catalogue_values import MAX_TEXT_LENGTH
from kiosk.packs.names import STOP_NUMBER

CELL_LIMIT = 32_767
# A text is very long from here on, and so many times longer than the usual one.
LONG_TEXT = 3_000
LONG_FACTOR = 5
CHARACTERS_A_MINUTE = 1_000
_TOLD = ("exhibition", "title", "text", "image_alt")
_FILES = ("audio_file", "image_file")
# Where nothing is to stand, many desks write a dash.
_MAY_BE_DASHED = (*_FILES, "lat", "lon", "floor", "image_alt")
_DASHES = ("-", "–", "—")
_WHOLE = re.compile(r"([0-9]{1,9})[.,]0+")
_MONTH = (
    "jan|feb|mar|mär|mrz|apr|maj|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|dez|des|janv|févr|mars|avr|juin|juil|août|déc"
    "|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mei|touko|maalis"
)
# How spreadsheet programs write a date into a CSV where a number such as 3-1 was typed.
_DATE = re.compile(
    rf"[0-9]{{1,2}}[-. /]\s?(?:{_MONTH})[a-zé]*\.?(?:[-. /][0-9]{{2,4}})?|(?:{_MONTH})[a-zé]*\.?[- ][0-9]{{1,4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: 00:00(?::00)?)?|[0-9]{1,2}[./][0-9]{1,2}[./](?:19|20)[0-9]{2}",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(rf"[0-9]{{1,2}}-(?:{_MONTH})\.?|(?:{_MONTH})\.?-[0-9]{{2}}", re.IGNORECASE)


class RowReader:
    """Reads rows one by one; what is odd about them goes into the log."""

    def __init__(self, log: TableLog, answers: Answers, *, is_csv: bool) -> None:
        self._log = log
        self._answers = answers
        self._is_csv = is_csv
        self._above = ""

    def read(self, row: int, cells: Mapping[str, Cell]) -> StopRow:
        """Return a stop's row as understood."""
        plain = {column: self._read_plain(row, column, cells.get(column, BLANK)) for column in COLUMNS}
        stop = StopRow(
            row,
            exhibition=plain["exhibition"],
            title=plain["title"],
            text=plain["text"],
            image_alt=plain["image_alt"],
            floor=plain["floor"],
            audio_file=plain["audio_file"],
            image_file=plain["image_file"],
        )
        self._read_number(stop, cells.get("stop_number", BLANK), plain["stop_number"])
        self._read_language(stop, plain["language"])
        self._above = f" (the stop above is {stop.number} in {stop.language})" if stop.is_certain else ""
        stop.lat, stop.lon = self._read_place(row, cells, plain)
        self._tell_directions(stop)
        return stop

    def _read_plain(self, row: int, column: str, cell: Cell) -> str:
        """Return a cell's text without all that does not belong to it."""
        if cell.error or not cell.has_result:
            kind = "error_value" if cell.error else "formula_without_value"
            self._log.tell(kind, row, column=column, detail=cell.error)
            return ""
        if cell.is_formula:
            self._log.tell("formula_value_used", row, column=column)
        if column != "stop_number" and (
            cell.date or (column == "title" and _DAY_MONTH.fullmatch(cell.text.strip()))
        ):
            self._log.tell(
                "date_instead_of_number", row, column=column, detail=f"shown as {cell.date or cell.text}"
            )
        return self._clean(row, column, cell.text)

    def _clean(self, row: int, column: str, text: str) -> str:
        is_told = column in _TOLD
        if is_told and not text.isascii():
            text = self._mend(row, column, text)
        if is_told:
            self._tell_lengths(row, column, text)
        if is_padded(text):
            self._log.tell("surrounding_spaces", row, column=column)
        if has_control(text):
            self._log.tell("text_has_control_characters", row, column=column)
        text = take_control_out(strip_blanks(text))
        if column in _MAY_BE_DASHED and text in _DASHES:
            return ""
        if is_told and has_markup(text):
            self._log.tell("text_has_markup", row, column=column)
            text = take_markup_out(text)
        # A file's name is compared with the folder's as it is written.
        return self._cut(row, column, strip_blanks(text) if column in _FILES else compose(text))

    def _mend(self, row: int, column: str, text: str) -> str:
        mended = mend_garbled(text)
        if mended != text or has_lost_letters(text):
            lost = "; letters that are � are lost" if has_lost_letters(mended) else ""
            self._log.tell("text_garbled", row, column=column, detail=f'"{_show_change(text, mended)}"{lost}')
        return mended

    def _tell_lengths(self, row: int, column: str, text: str) -> None:
        # Spreadsheet programs count UTF-16 units.
        if CELL_LIMIT in (len(text), len(text.encode("utf-16-le", "surrogatepass")) // 2):
            self._log.tell("text_at_cell_limit", row, column=column)

    def _cut(self, row: int, column: str, text: str) -> str:
        if len(text) <= MAX_TEXT_LENGTH:
            return text
        self._log.tell(
            "text_too_long", row, column=column, detail=f"{len(text):,} of {MAX_TEXT_LENGTH:,} characters"
        )
        return ""

    def _read_number(self, stop: StopRow, cell: Cell, text: str) -> None:
        stop.typed = cell.date or text
        if cell.error or not cell.has_result:
            return
        if cell.date or (not cell.is_number and _DATE.fullmatch(text)):
            self._log.tell(
                "date_instead_of_number", stop.row, column="stop_number", detail=_guess_typed(stop)
            )
        elif not text:
            detail = f"{shorten(stop.title or stop.text)}{self._above}"
            self._log.tell("stop_number_missing", stop.row, column="stop_number", detail=detail)
        elif cell.decimals and "." not in text:
            self._log.tell("number_written_as_decimal", stop.row, column="stop_number")
            stop.number = text
        elif whole := _WHOLE.fullmatch(text):
            self._log.tell("number_written_as_decimal", stop.row, column="stop_number")
            stop.number = whole[1]
        elif (
            cell.is_number
            and cell.decimals
            and float(shown := f"{float(text):.{cell.decimals}f}") == float(text)
        ):
            # A format that shows 2.10 says that it was not 2.1.
            stop.number = shown
        elif STOP_NUMBER.fullmatch(text):
            stop.number = text
            # A spreadsheet knows digits that were typed as text; a CSV does not say what they were.
            stop.may_be_rounded = (cell.is_number or self._is_csv) and not cell.is_answer
        else:
            self._log.tell("number_unusable", stop.row, column="stop_number", detail=f'"{shorten(text)}"')

    def _read_language(self, stop: StopRow, text: str) -> None:
        own = self._answers.languages.get(text.casefold(), "")
        if not own and (marked := split_audience(text))[0]:
            stop.language, stop.audience = marked
        else:
            stop.language = own or find_language(text)
        if not stop.language:
            detail = f'"{shorten(text)}"' if text else "an empty cell"
            self._log.tell("language_unknown", stop.row, column="language", detail=detail)
        elif stop.language != text and not stop.audience:
            self._log.tell(
                "language_other_words", stop.row, column="language", detail=f"{text} = {stop.language}"
            )

    def _read_place(
        self, row: int, cells: Mapping[str, Cell], plain: Mapping[str, str]
    ) -> tuple[float | None, float | None]:
        lat, lon = plain["lat"], plain["lon"]
        pair = split_pair(lat) if lat and not lon else split_pair(lon) if lon and not lat else None
        if pair:
            lat, lon = pair
            self._log.tell("coordinates_other_form", row, column="lat,lon", detail="both stood in one cell")
        values = [self._read_degrees(row, column, text) for column, text in (("lat", lat), ("lon", lon))]
        if (values[0] is None) != (values[1] is None):
            blank = "lat" if not lat else "lon" if not lon else ""
            if blank and not cells.get(blank, BLANK).error:
                self._log.tell("coordinates_half", row, column="lat,lon")
            return None, None
        return values[0], values[1]

    def _read_degrees(self, row: int, column: str, text: str) -> float | None:
        if not text:
            return None
        degrees = read_degrees(text)
        if degrees.value is None:
            self._log.tell(
                "coordinates_out_of_range", row, column=column, detail=f'{column} "{shorten(text, 30)}"'
            )
        elif degrees.kind == "decimal_comma":
            self._log.tell(degrees.kind, row, column=column)
        elif degrees.kind:
            self._log.tell(
                degrees.kind, row, column=column, detail=f"{shorten(text, 30)} = {degrees.value:g}"
            )
        return degrees.value

    def _tell_directions(self, stop: StopRow) -> None:
        if is_right_to_left(stop.title + stop.text):
            self._log.tell("right_to_left_text", stop.row, detail=stop.language)


def tell_long_texts(rows: Iterable[StopRow], log: TableLog) -> None:
    """Tell of texts that are much longer than the others and take long to hear."""
    texts = [(row, row.text) for row in rows if row.text]
    lengths = sorted(len(text) for _, text in texts)
    usual = lengths[len(lengths) // 2] if lengths else 0
    for row, text in texts:
        if len(text) > max(LONG_TEXT, LONG_FACTOR * usual):
            minutes = round(len(text) / CHARACTERS_A_MINUTE)
            detail = f"{len(text):,} characters, about {minutes} minutes when read aloud"
            log.tell("text_very_long", row.row, column="text", detail=detail)


def _guess_typed(stop: StopRow) -> str:
    file = stop.audio_file or stop.image_file
    named = f" (its file is {shorten(file, 40)})" if file else ""
    return f"shown as {shorten(stop.typed, 30)}{named}"


def _show_change(text: str, mended: str) -> str:
    """Return the first stretch that was mended, as it is now, with a few letters round it."""
    at = next(
        (n for n, (old, new) in enumerate(zip(text, mended, strict=False)) if old != new), text.find("\ufffd")
    )
    start = max(0, at - 12)
    return shorten(mended[start : at + 20], 40)
