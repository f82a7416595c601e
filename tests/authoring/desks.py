"""Small tables as desks make them: six stops of an invented hill fort, and what can go wrong with them."""

from __future__ import annotations

import csv
import io
import wave
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from PIL import Image

from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_import import ImportedTable, import_table
from kiosk.packs.findings import Finding

HEADINGS = (
    "exhibition",
    "stop_number",
    "language",
    "title",
    "text",
    "audio_file",
    "image_file",
    "lat",
    "lon",
)
NUMBER, LANGUAGE, TITLE, TEXT, AUDIO, IMAGE, LAT, LON = range(1, 9)
_STOPS = (
    ("The gate", "Porten", "Everyone passed through here.", "Alla gick in här på kvällen."),
    ("The well", "Brunnen", "Nine metres deep and never dry.", "Nio meter djup på våren."),
    ("The smith's house", "Smedens hus", "The hearth was used for years.", "Härden användes i år."),
    ("The wall walk", "Murgången", "A guard could see three beacons.", "Härifrån såg vakten mycket."),
)
Rows = list[list[str]]


def make_rows() -> Rows:
    """Four stops in two languages: rows 2 to 9 of a table with nothing wrong."""
    return [
        [
            "Stenborg hill fort",
            str(number),
            language,
            stop[place],
            stop[2 + place],
            "",
            "",
            f"{59.334 + number / 10_000:.5f}",
            f"{17.610 + number / 10_000:.5f}",
        ]
        for number, stop in enumerate(_STOPS, 1)
        for place, language in enumerate(("en", "sv"))
    ]


def format_csv(
    rows: Iterable[Sequence[str]], separator: str = ",", headings: Sequence[str] = HEADINGS
) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return stream.getvalue()


def make_workbook(rows: Iterable[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Workbook:
    """Numbers are numbers, as a spreadsheet program keeps them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(headings))
    for row in rows:
        sheet.append(
            [_as_number(cell) if place in (NUMBER, LAT, LON) else cell for place, cell in enumerate(row)]
        )
    return book


def _as_number(cell: str) -> str | float | int:
    return int(cell) if cell.isdigit() else float(cell) if cell.replace(".", "", 1).isdigit() else cell


class Desk:
    """A folder with a table and its media."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.media = folder / "media"
        self.media.mkdir()

    def read(
        self,
        table: str | bytes | Workbook,
        answers: Answers | None = None,
        accepted: Iterable[str] = (),
    ) -> ImportedTable:
        path = self.folder / ("stops.xlsx" if isinstance(table, Workbook) else "stops.csv")
        if isinstance(table, Workbook):
            table.save(path)
        else:
            path.write_bytes(table.encode("utf-8") if isinstance(table, str) else table)
        return self.read_file(path, answers, accepted)

    def read_file(
        self, path: Path, answers: Answers | None = None, accepted: Iterable[str] = ()
    ) -> ImportedTable:
        return import_table(path, self.media, answers, frozenset(accepted))

    def read_changed(self, change: Callable[[Rows], None]) -> ImportedTable:
        """Read the table after one thing went wrong in it."""
        rows = make_rows()
        change(rows)
        return self.read(format_csv(rows))

    def add_sound(self, name: str, seconds: float = 0.2) -> Path:
        path = self.media / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(8000)
            sound.writeframes(bytes(range(250)) * int(seconds * 64))
        return path

    def add_picture(
        self, name: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **save: object
    ) -> Path:
        path = self.media / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new(mode, size, 90).save(path, **save)  # type: ignore[arg-type]  # Pillow takes what a format knows
        return path


def told(table: ImportedTable, *, besides: Iterable[str] = ()) -> list[tuple[str, str, tuple[int, ...], str]]:
    """Return kind, weight, rows and column of each finding, without the kinds in ``besides``."""
    return [
        (one.kind, one.severity.weight, one.rows, one.column)
        for one in table.findings
        if one.kind not in besides
    ]


def find(table: ImportedTable, kind: str) -> Finding:
    """Return the one finding of a kind."""
    (finding,) = [one for one in table.findings if one.kind == kind]
    return finding


def cell(table: ImportedTable, row: int, column: str) -> object:
    """Return what was read in a cell."""
    (record,) = [one.as_record() for one in table.rows if one.row == row]
    return record[column]
