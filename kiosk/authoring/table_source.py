"""A folder with ``stops.csv`` and ``media/`` as a pack source. Columns: docs/reference/pack-source.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.authoring.table_identity import make_label_key, make_slug, make_stop_code
from kiosk.authoring.table_rows import TableRow, read_cells, read_stop_rows
from kiosk.model.content import Depth, VoiceKind
from kiosk.packs.findings import Findings
from kiosk.packs.names import FILE_NAME
from kiosk.packs.pack_source import (
    FloorSource,
    ImageSource,
    PackSource,
    RecordingSource,
    SiteSource,
    StopSource,
    StopText,
)

TABLE_FILE = "stops.csv"
# About 20 seconds of speech: sentences are added to the glance until it is this long.
GLANCE_LENGTH = 160
MAX_ATTRACT = 6
NEUTRAL_ACCENT = "#9a7b4f"
_SENTENCE_END = re.compile(r"(?<=[.!?…।؟。！？])[\"'”’»]*\s+")


@dataclass(slots=True)
class _Exhibition:
    """What ``exhibition.csv`` says, by language, and its pictures from ``images.csv``."""

    titles: dict[str, str] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)
    level: int | None = None
    pictures: list[Path] = field(default_factory=list)


def read_table_source(folder: Path) -> PackSource:
    """Read and check a museum's table.

    Raises:
        PackSourceError: ``packs.source-faulty`` with every fault found.
    """
    findings = Findings()
    rows = read_stop_rows(folder / TABLE_FILE, findings)
    if not rows:
        findings.error(TABLE_FILE, "", "there is no usable row", "fill in stop_number, language and title")
    findings.raise_errors(str(folder))
    source = _Table(folder, rows, findings).make_source()
    findings.raise_errors(str(folder))
    return source


def make_glance(text: str) -> str:
    """Return the first sentences of a text, about 20 seconds of speech."""
    glance = ""
    for sentence in _SENTENCE_END.split(text.partition("\n\n")[0].replace("\n", " ")):
        glance = f"{glance} {sentence}".strip()
        if len(glance) >= GLANCE_LENGTH:
            break
    return glance


class _Table:
    """One table on its way to a source."""

    def __init__(self, folder: Path, rows: Sequence[TableRow], findings: Findings) -> None:
        self._folder = folder
        self._rows = rows
        self._findings = findings
        self._languages = tuple(dict.fromkeys(row.language for row in rows))
        self._exhibition = _Exhibition()
        self._images: dict[str, list[ImageSource]] = {}
        self._read_exhibition()
        self._read_images()

    def make_source(self) -> PackSource:
        fallback = self._languages[0]
        name = self._exhibition.titles.get(fallback, "") or self._folder.resolve().name
        slug = make_slug(name, "exhibition")
        stops = self._make_stops(slug)
        return PackSource(
            folder=self._folder,
            id=f"table.{slug}",
            version=1,
            publisher=name,
            reviewed_on="",
            languages=self._languages,
            fallback_language=fallback,
            label_host=f"{slug.upper()}.EXAMPLE",
            label_key=make_label_key(slug),
            site=self._make_site(slug, name, stops),
            floors=self._make_floors(),
            tags=(),
            tours=(),
            nearby=(),
            sources=(),
            stops=stops,
            warnings=self._findings.warnings,
        )

    def _read_exhibition(self) -> None:
        for row in self._rows:
            if row.exhibition:
                self._exhibition.titles.setdefault(row.language, row.exhibition)
        for line, cells in self._cells("exhibition.csv", ("language",)):
            language = cells["language"]
            if language not in self._languages:
                self._findings.warn(
                    "exhibition.csv",
                    f"row {line}",
                    f"no stop is told in {language!r}",
                    "mend the language or the table",
                )
                continue
            if cells.get("title"):
                self._exhibition.titles[language] = cells["title"]
            self._exhibition.voices[language] = cells.get("voice", "")
            if re.fullmatch(r"-?[0-9]{1,2}", cells.get("floor", "")):
                self._exhibition.level = int(cells["floor"])

    def _read_images(self) -> None:
        for line, cells in self._cells("images.csv", ("stop_number", "image_file")):
            file = self._find_media(cells["image_file"], "images.csv", f"row {line}")
            if file is None:
                continue
            alt = {tag: words for tag in self._languages if (words := cells.get(f"caption_{tag}", ""))}
            if cells["stop_number"]:
                self._images.setdefault(cells["stop_number"], []).append(
                    ImageSource(file, 0.5, 0.5, "", "", alt)
                )
            else:
                self._exhibition.pictures.append(file)

    def _cells(self, name: str, needed: tuple[str, ...]) -> Iterable[tuple[int, dict[str, str]]]:
        path = self._folder / name
        return read_cells(path, needed, self._findings) if path.is_file() else ()

    def _find_media(self, name: str, file: str, at: str) -> Path | None:
        path = self._folder / "media" / name
        if FILE_NAME.fullmatch(name) and path.is_file() and not path.is_symlink():
            return path
        self._findings.error(file, at, f"media/{name[:80]} is not there", "add the file or mend the name")
        return None

    def _make_stops(self, slug: str) -> tuple[StopSource, ...]:
        by_number: dict[str, list[TableRow]] = {}
        for row in self._rows:
            by_number.setdefault(row.number, []).append(row)
        for number in self._images.keys() - by_number.keys():
            self._findings.warn("images.csv", "", f"there is no stop {number}", "mend the number")
        stops = tuple(
            self._make_stop(slug, order, number, rows)
            for order, (number, rows) in enumerate(by_number.items(), 1)
        )
        for stop_id, count in Counter(stop.id for stop in stops).items():
            if count > 1:
                numbers = " and ".join(stop.number for stop in stops if stop.id == stop_id)
                self._findings.error(
                    TABLE_FILE, "stop_number", f"{numbers} differ too little", "rename one of them"
                )
        return stops

    def _make_stop(self, slug: str, order: int, number: str, rows: list[TableRow]) -> StopSource:
        place = next((row for row in rows if row.lat is not None and row.lon is not None), None)
        return StopSource(
            id=f"stop-{make_slug(number, 'number')}",
            number=number,
            code=make_stop_code(slug, number),
            order=order,
            floor=self._floor_id(),
            plan_x=None,
            plan_y=None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            tags=(),
            images=tuple(self._images.get(number) or self._make_images(rows)),
            artifacts=(),
            texts=tuple(self._make_text(row, rows) for row in rows),
            recordings=tuple(recording for row in rows if (recording := self._make_recording(row))),
        )

    def _make_text(self, row: TableRow, rows: list[TableRow]) -> StopText:
        """Make one language's text. Where nobody wrote any, the title is all a visitor can be told."""
        by_depth: dict[Depth, str] = {}
        if row.text:
            by_depth = {Depth.GLANCE: make_glance(row.text), Depth.STORY: row.text}
        elif row.title and not any(other.text for other in rows):
            by_depth = {Depth.GLANCE: row.title}
            self._findings.warn(TABLE_FILE, f"row {row.line}", f"stop {row.number} has no text", "write one")
        return StopText(row.language, row.title, "", by_depth, ())

    def _make_images(self, rows: list[TableRow]) -> list[ImageSource]:
        first_lines: dict[str, int] = {}
        for row in rows:
            if row.image_file:
                first_lines.setdefault(row.image_file, row.line)
        files = (self._find_media(name, TABLE_FILE, f"row {line}") for name, line in first_lines.items())
        return [ImageSource(file, 0.5, 0.5, "", "", {}) for file in files if file is not None]

    def _make_recording(self, row: TableRow) -> RecordingSource | None:
        if not row.audio_file:
            return None
        file = self._find_media(row.audio_file, TABLE_FILE, f"row {row.line}")
        if file is None:
            return None
        credit = self._exhibition.voices.get(row.language, "")
        return RecordingSource(file, row.language, Depth.STORY, VoiceKind.PERSON, credit, "")

    def _make_site(self, slug: str, name: str, stops: tuple[StopSource, ...]) -> SiteSource:
        places = [(stop.lat, stop.lon) for stop in stops if stop.lat is not None and stop.lon is not None]
        shown = [image.file for stop in stops for image in stop.images]
        return SiteSource(
            id=slug,
            lat=sum(lat for lat, _ in places) / len(places) if places else None,
            lon=sum(lon for _, lon in places) / len(places) if places else None,
            opening_hours="",
            timezone="UTC",
            accent=NEUTRAL_ACCENT,
            floor_area_m2=None,
            name=self._exhibition.titles or {self._languages[0]: name},
            summary={},
            attract=tuple(dict.fromkeys(self._exhibition.pictures + shown))[:MAX_ATTRACT],
            wordmark=None,
        )

    def _floor_id(self) -> str:
        return "" if self._exhibition.level is None else f"floor{self._exhibition.level}"

    def _make_floors(self) -> tuple[FloorSource, ...]:
        level = self._exhibition.level
        if level is None:
            return ()
        return (FloorSource(self._floor_id(), level, None, {tag: str(level) for tag in self._languages}),)
