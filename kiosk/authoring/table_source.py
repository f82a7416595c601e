"""A museum's table as a pack source. Columns: docs/reference/table-columns.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.authoring.table_answers import MAP_FILE, Answers, read_answers
from kiosk.authoring.table_extras import list_pictures_named, read_exhibition, read_tours, tell_unread_tables
from kiosk.authoring.table_guide import Visiting, read_visiting, read_ways
from kiosk.authoring.table_identity import make_label_key, make_slug, make_stop_code
from kiosk.authoring.table_import import ImportedTable, import_table
from kiosk.authoring.table_records import StopRow
from kiosk.authoring.table_repeats import list_stops, read_level
from kiosk.model.content import Depth, VoiceKind
from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import (
    FloorSource,
    ImageSource,
    Origin,
    PackSource,
    RecordingSource,
    SiteSource,
    StopSource,
    StopText,
)
from kiosk.packs.progress import OnProgress, ignore_progress
from kiosk.packs.source_pronunciations import read_pronunciations
from kiosk.packs.source_recordings import read_cue_file

TABLE_FILE = "stops.csv"
TABLE_FILES = (TABLE_FILE, "stops.xlsx")
MEDIA_FOLDER = "media"
# About 20 seconds of speech: sentences are added to the glance until it is this long.
GLANCE_LENGTH = 160
MAX_ATTRACT = 6
NEUTRAL_ACCENT = "#9a7b4f"
# Texts for some visitors are a depth; those in easy words have none yet.
_DEPTHS = {"children": Depth.CHILDREN, "described": Depth.DESCRIBED}
_SENTENCE_END = re.compile(r"(?<=[.!?…।؟。！？])[\"'”’»]*\s+")


def find_table(folder: Path) -> Path | None:
    """Return the table in a folder, None where there is none."""
    return next((folder / name for name in TABLE_FILES if (folder / name).is_file()), None)


def read_table_source(
    folder: Path, accepted: frozenset[str] = frozenset(), on_progress: OnProgress = ignore_progress
) -> PackSource:
    """Read a folder with a table, ``media/`` and, where there are answers, a map file ``import.toml``.

    Raises:
        PackSourceError: ``packs.source-faulty`` with every fault found.
        KioskError: ``authoring.map-unfit``.
    """
    map_file = folder / MAP_FILE
    answers = read_answers(map_file) if map_file.is_file() else Answers()
    table = import_table(
        find_table(folder) or folder / TABLE_FILE,
        folder / MEDIA_FOLDER,
        answers,
        accepted,
        on_progress,
        named_elsewhere=list_pictures_named(folder),
    )
    findings = Findings()
    findings.extend(table.findings)
    findings.raise_errors(str(folder))
    return make_table_source(table, folder, folder / MEDIA_FOLDER, findings)


def make_table_source(table: ImportedTable, folder: Path, media: Path, findings: Findings) -> PackSource:
    """Make a source of a table that was read; ``folder`` holds the tables that lie beside it.

    Args:
        table: The table.
        folder: The table's folder, after which an exhibition without a name is called.
        media: The media folder.
        findings: What was found in the table; what is found beside it is added.

    Raises:
        PackSourceError: ``packs.source-faulty``.
    """
    if not list_stops(table.rows):
        findings.error(table.file, "", "there is no usable row", "fill in stop_number, language and title")
    findings.raise_errors(str(folder))
    tell_unread_tables(folder, table.file, findings)
    source = _Maker(table, folder, media, findings).make()
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


class _Maker:
    """One table on its way to a source."""

    def __init__(self, table: ImportedTable, folder: Path, media: Path, findings: Findings) -> None:
        self._file = table.file
        self._sheet = table.sheet
        self._folder = folder
        self._findings = findings
        self._stops = list_stops(table.rows)
        rows = [row for same in self._stops.values() for row in same]
        self._languages = tuple(
            language for language in table.languages if any(r.language == language for r in rows)
        )
        numbers = {number for number, _ in self._stops}
        self._exhibition = read_exhibition(folder, media, self._languages, numbers, findings)
        self._visiting = read_visiting(folder, numbers, findings)
        names: dict[str, str] = {}
        for row in sorted(rows, key=lambda row: row.row):
            if row.exhibition and not row.audience:
                names.setdefault(row.language, row.exhibition)
        self._names = names | self._exhibition.titles

    def make(self) -> PackSource:
        fallback = self._find_fallback()
        name = self._names.get(fallback, "") or self._folder.resolve().name
        slug = make_slug(name, "exhibition")
        stops = self._make_stops(slug)
        ids = {stop.number: stop.id for stop in reversed(stops)}
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
            floors=self._make_floors(stops),
            tags=(),
            tours=read_tours(self._folder, self._languages, ids, self._findings),
            nearby=(),
            sources=(),
            stops=stops,
            pronunciations=read_pronunciations(self._folder, self._languages, self._findings),
            ways=read_ways(self._folder, ids, self._findings),
            warnings=self._findings.warnings,
        )

    def _find_fallback(self) -> str:
        """Return the language in which most stops can be told; the first of them in the table."""

        def count(language: str) -> int:
            return sum(any(row.language == language for row in rows) for rows in self._stops.values())

        return max(self._languages, key=count)

    def _make_stops(self, slug: str) -> tuple[StopSource, ...]:
        stops = tuple(
            self._make_stop(slug, order, number, group, rows)
            for order, ((number, group), rows) in enumerate(self._stops.items(), 1)
        )
        for stop_id, count in Counter(stop.id for stop in stops).items():
            if count > 1:
                alike = [stop.number for stop in stops if stop.id == stop_id]
                rows = tuple(
                    row.row for (number, _), same in self._stops.items() if number in alike for row in same
                )
                what = f"the numbers {' and '.join(alike)} differ too little"
                self._findings.error(
                    self._file, "", what, "change one of them", rows=rows, column="stop_number"
                )
        return stops

    def _make_stop(self, slug: str, order: int, number: str, group: int, rows: list[StopRow]) -> StopSource:
        place = next((row for row in rows if row.lat is not None and row.lon is not None), None)
        # The first stop of a number keeps the code it has on its label, whatever comes after it.
        told_apart = f"{number}#{group + 1}" if group else number
        suffix = f"-{group + 1}" if group else ""
        visiting = (self._visiting.get(number) if not group else None) or Visiting()
        return StopSource(
            id=f"stop-{make_slug(number, 'number')}{suffix}",
            number=number,
            code=make_stop_code(slug, told_apart),
            order=order,
            floor=self._find_floor(rows),
            plan_x=None,
            plan_y=None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            tags=(),
            images=tuple((self._exhibition.images.get(number) if not group else None) or _make_images(rows)),
            artifacts=(),
            texts=tuple(self._make_texts(rows)),
            recordings=tuple(recording for row in rows if (recording := self._make_recording(row))),
            origin=self._origin(rows),
            closed=visiting.closed,
            opening_hours=visiting.opening_hours,
            added_on=visiting.added_on,
            look_s=visiting.look_s,
        )

    def _origin(self, rows: Iterable[StopRow]) -> Origin:
        return Origin(self._file, self._sheet, tuple(sorted(row.row for row in rows)))

    def _make_texts(self, rows: list[StopRow]) -> Iterable[StopText]:
        """Yield a text for each language. Where nobody wrote any, the title is all a visitor can be told."""
        has_text = any(row.text for row in rows if row.audience != "easy")
        for language in dict.fromkeys(row.language for row in rows):
            mine = [row for row in rows if row.language == language]
            grown = next((row for row in mine if not row.audience), None)
            by_depth: dict[Depth, str] = {}
            if grown and grown.text:
                by_depth = {Depth.GLANCE: make_glance(grown.text), Depth.STORY: grown.text}
            elif grown and grown.title and not has_text:
                by_depth = {Depth.GLANCE: grown.title}
            for row in mine:
                if row.audience in _DEPTHS and row.text:
                    by_depth.setdefault(_DEPTHS[row.audience], row.text)
            if grown or by_depth:
                others = (row.title for row in mine if row.audience in _DEPTHS)
                title = grown.title if grown else next(others, "")
                yield StopText(language, title, "", by_depth, (), self._origin(mine))

    def _make_recording(self, row: StopRow) -> RecordingSource | None:
        if row.audio is None or row.audience == "easy":
            return None
        credit = self._exhibition.voices.get(row.language, "")
        depth = _DEPTHS.get(row.audience, Depth.STORY)
        timings = read_cue_file(row.audio.with_suffix(".vtt"), MEDIA_FOLDER, self._findings)
        return RecordingSource(row.audio, row.language, depth, VoiceKind.PERSON, credit, timings)

    def _find_floor(self, rows: list[StopRow]) -> str:
        levels = [level for row in rows if (level := read_level(row.floor)) is not None]
        level = levels[0] if levels else self._exhibition.level
        return "" if level is None else _floor_id(level)

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
            name=self._names or {self._find_fallback(): name},
            summary={},
            attract=tuple(dict.fromkeys(self._exhibition.pictures + shown))[:MAX_ATTRACT],
            wordmark=None,
        )

    def _make_floors(self, stops: tuple[StopSource, ...]) -> tuple[FloorSource, ...]:
        levels = {row.floor for rows in self._stops.values() for row in rows}
        known = {level for text in levels if (level := read_level(text)) is not None}
        if self._exhibition.level is not None:
            known.add(self._exhibition.level)
        used = {stop.floor for stop in stops}
        return tuple(
            FloorSource(_floor_id(level), level, None, {tag: str(level) for tag in self._languages})
            for level in sorted(known)
            if _floor_id(level) in used
        )


def _floor_id(level: int) -> str:
    return f"floor{level}" if level >= 0 else f"floor-minus{-level}"


def _make_images(rows: Sequence[StopRow]) -> list[ImageSource]:
    alts: dict[Path, dict[str, str]] = {}
    for row in rows:
        if row.image is not None:
            alt = alts.setdefault(row.image, {})
            if row.image_alt:
                alt.setdefault(row.language, row.image_alt)
    return [ImageSource(file, 0.5, 0.5, "", "", alt) for file, alt in alts.items()]
