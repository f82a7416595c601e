"""The tables that may lie beside ``stops.csv``: the exhibition, its pictures, its tours.

They are written by hand or by a script for this purpose, so that their headings must be right.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.authoring.table_columns import clean_heading
from kiosk.authoring.table_csv import read_csv
from kiosk.authoring.table_grid import MAX_TABLE_BYTES, TableError
from kiosk.authoring.table_identity import make_slug
from kiosk.authoring.table_languages import find_language
from kiosk.authoring.table_media import MediaFolder
from kiosk.authoring.table_repeats import read_level
from kiosk.authoring.table_text import compose, mend_garbled, take_control_out
from kiosk.model.content import TourKind
from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import ImageSource, TourSource
from kiosk.packs.source_fields import read_capped

EXHIBITION_FILE = "exhibition.csv"
IMAGES_FILE = "images.csv"
TOURS_FILE = "tours.csv"
VISITING_FILE = "visiting.csv"
WAYS_FILE = "ways.csv"
SIDE_TABLES = (EXHIBITION_FILE, IMAGES_FILE, TOURS_FILE, VISITING_FILE, WAYS_FILE)
# Where a tour says nothing of its length: looking, listening and going on, for each stop.
MINUTES_A_STOP = 3
_MAX_TOUR_MINUTES = 24 * 60
_MOST_OTHERS = 5


@dataclass(slots=True)
class Exhibition:
    """What ``exhibition.csv`` says, by language; ``pictures`` from ``images.csv`` are its own, ``images`` by stop."""

    titles: dict[str, str] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)
    level: int | None = None
    pictures: list[Path] = field(default_factory=list)
    images: dict[str, list[ImageSource]] = field(default_factory=dict)


def read_exhibition(
    folder: Path, media: Path, languages: Sequence[str], numbers: set[str], findings: Findings
) -> Exhibition:
    """Read the exhibition's tables, as far as they are there."""
    exhibition = Exhibition()
    for row, cells in read_side_table(folder / EXHIBITION_FILE, ("language",), findings):
        language = find_language(cells["language"])
        if language not in languages:
            what = f"no stop is told in {cells['language'][:40]!r}"
            findings.warn(
                EXHIBITION_FILE, "", what, "mend the language or the table", rows=(row,), column="language"
            )
            continue
        if cells.get("title"):
            exhibition.titles[language] = cells["title"]
        exhibition.voices[language] = cells.get("voice", "")
        if (level := read_level(cells.get("floor", ""))) is not None:
            exhibition.level = level
    _read_images(folder, media, languages, numbers, exhibition, findings)
    return exhibition


def tell_unread_tables(folder: Path, table: str, findings: Findings) -> None:
    """Tell of other tables beside this one, which nobody reads."""
    known = {table, *SIDE_TABLES}
    others = sorted(path.name for path in folder.glob("*.csv") if path.name not in known and path.is_file())
    # More than these is a folder for other things, too.
    for name in others if len(others) <= _MOST_OTHERS else ():
        findings.note(name, "", "this table is not read", f"it can be {', '.join(sorted(known - {table}))}")


def list_pictures_named(folder: Path) -> tuple[str, ...]:
    """Return the files that ``images.csv`` names; what is wrong with it is told when it is read."""
    rows = read_side_table(folder / IMAGES_FILE, ("image_file",), Findings())
    return tuple(cells["image_file"] for _, cells in rows if cells["image_file"])


def read_tours(
    folder: Path, languages: Sequence[str], stop_ids: Mapping[str, str], findings: Findings
) -> tuple[TourSource, ...]:
    """Read ``tours.csv``: one row a tour and language; ``stop_ids`` gives the id of a number."""
    tours: dict[str, TourSource] = {}
    for row, cells in read_side_table(folder / TOURS_FILE, ("tour", "language", "title", "stops"), findings):
        language = find_language(cells["language"])
        if language not in languages:
            what = f"no stop is told in {cells['language'][:40]!r}; the row was left out"
            findings.note(TOURS_FILE, "", what, "mend the language, if it is meant to be one", rows=(row,))
            continue
        known = tours.get(cells["tour"])
        if known is None:
            tours[cells["tour"]] = _make_tour(row, cells, language, stop_ids, findings)
        else:
            name, summary = dict(known.name), dict(known.summary)
            name.setdefault(language, cells["title"])
            if cells.get("summary"):
                summary.setdefault(language, cells["summary"])
            tours[cells["tour"]] = replace(known, name=name, summary=summary)
    return tuple(tour for tour in tours.values() if tour.stops)


def _make_tour(
    row: int, cells: Mapping[str, str], language: str, stop_ids: Mapping[str, str], findings: Findings
) -> TourSource:
    numbers = [number for part in re.split(r"[,;\s]+", cells["stops"]) if (number := part.strip())]
    unknown = [number for number in numbers if number not in stop_ids]
    if unknown:
        what = f"there is no stop {', '.join(unknown[:10])}"
        findings.warn(TOURS_FILE, "", what, "mend the number or add the stop", rows=(row,), column="stops")
    stops = tuple(dict.fromkeys(stop_ids[number] for number in numbers if number in stop_ids))
    seconds = cells.get("duration_s", "")
    minutes = math.ceil(int(seconds) / 60) if re.fullmatch(r"[0-9]{1,6}", seconds) else 0
    summary = {language: cells["summary"]} if cells.get("summary") else {}
    return TourSource(
        id=f"tour-{make_slug(cells['tour'], 'tour')}",
        minutes=min(max(minutes or MINUTES_A_STOP * len(stops), 1), _MAX_TOUR_MINUTES),
        stops=stops,
        name={language: cells["title"]} if cells["title"] else {},
        summary=summary,
        kind=_read_kind(row, cells.get("kind", ""), findings),
    )


def _read_kind(row: int, text: str, findings: Findings) -> TourKind:
    kind = text.casefold() or str(TourKind.EVERYONE)
    if kind in set(TourKind):
        return TourKind(kind)
    what, remedy = (
        f"{text[:20]!r} is no kind of tour",
        f"write one of {', '.join(TourKind)}, or leave it blank",
    )
    findings.warn(TOURS_FILE, "", what, remedy, rows=(row,), column="kind")
    return TourKind.EVERYONE


def _read_images(
    folder: Path,
    media: Path,
    languages: Sequence[str],
    numbers: set[str],
    exhibition: Exhibition,
    findings: Findings,
) -> None:
    rows = read_side_table(folder / IMAGES_FILE, ("stop_number", "image_file"), findings)
    files = MediaFolder(media) if rows and media.is_dir() else None
    for row, cells in rows:
        name, number = cells["image_file"], cells["stop_number"]
        path = files.find(name).path if files else None
        if path is None:
            what = f"media/{name[:80]} is not there"
            findings.error(
                IMAGES_FILE, "", what, "add the file or mend the name", rows=(row,), column="image_file"
            )
        elif not number:
            exhibition.pictures.append(path)
        elif number not in numbers:
            what = f"there is no stop {number[:20]}"
            findings.warn(IMAGES_FILE, "", what, "mend the number", rows=(row,), column="stop_number")
        else:
            alt = {tag: words for tag in languages if (words := cells.get(f"caption_{tag}", ""))}
            exhibition.images.setdefault(number, []).append(ImageSource(path, 0.5, 0.5, "", "", alt))


def read_side_table(
    path: Path, needed: tuple[str, ...], findings: Findings
) -> list[tuple[int, dict[str, str]]]:
    """Return row number and cells by heading; empty where there is no such file, or nothing can be read."""
    if not path.is_file():
        return []
    try:
        table = read_csv(
            read_capped(path, MAX_TABLE_BYTES),
            lambda rows: sum(name in needed for row in rows[:1] for name in row),
        )
    except (OSError, ValueError) as error:
        what = error.what if isinstance(error, TableError) else str(error)
        findings.error(path.name, "", f"it cannot be read ({what})", "save it as CSV in UTF-8 with commas")
        return []
    (grid,) = table.grids
    headings = [clean_heading(cell.text).lower() for cell in grid.rows[0].cells] if grid.rows else []
    missing = [name for name in needed if name not in headings]
    if missing:
        what = f"no column {', '.join(missing)}"
        findings.error(path.name, "", what, "add it to the heading row", rows=(1,))
        return []
    return [
        (row.number, {name: _clean(row.cell(place).text) for place, name in enumerate(headings) if name})
        for row in grid.rows[1:]
        if not row.is_blank
    ]


def _clean(text: str) -> str:
    return compose(take_control_out(mend_garbled(text)))
