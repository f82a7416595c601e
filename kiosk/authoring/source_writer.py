"""Writes a source that was read from a table as a folder an author goes on with: ``pack.toml`` and all that is named.

The folder comes into being as a whole: it is written beside its place and then renamed.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kiosk.authoring.media_types import PICTURES, SOUNDS, find_suffix
from kiosk.authoring.new_folder import make_new_folder, say_not_written
from kiosk.authoring.source_toml import Value, format_entry, format_pairs, format_table, join_lines
from kiosk.model.content import Depth, TourKind
from kiosk.packs.names import FILE_NAME
from kiosk.packs.pack_source import PackSource, StopSource, StopText, WaySource
from kiosk.packs.progress import OnProgress, Progress, ignore_progress

_UNKNOWN_VOICE = "not told who speaks"
_PACK_REMARKS = (
    "# Made from a table. Every line that begins with # is a remark for you; all keys are described in",
    "# docs/reference/pack-source.md. What is missing or wrong is told by: kiosk pack check .",
    "# Codes and label key were worked out from the table's exhibition and numbers: never change them once labels",
    '# are printed. reviewed is the day on which somebody read all of it; "" until then.',
)


def write_source(source: PackSource, folder: Path, on_progress: OnProgress = ignore_progress) -> None:
    """Write ``source`` into the new folder ``folder``; its media are copied and stay as they are.

    Raises:
        KioskError: ``authoring.folder-in-use`` or ``authoring.not-written``.
    """
    make_new_folder(folder)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.resolve().parent) as scratch:
            place = Path(scratch) / "source"
            _Writer(source, place, on_progress).write()
            # An empty folder is replaced by the finished one in one step.
            place.rename(folder)
    except OSError as error:
        raise say_not_written(folder, error) from error


class _Writer:
    """One source on its way into a folder."""

    def __init__(self, source: PackSource, place: Path, on_progress: OnProgress) -> None:
        self._source = source
        self._place = place
        self._on_progress = on_progress
        stops = source.stops
        pictures = [image.file for stop in stops for image in stop.images]
        self._pictures = _name_files([*pictures, *source.site.attract], PICTURES)

    def write(self) -> None:
        self._put("pack.toml", self._format_pack())
        for stop in self._source.stops:
            self._put(f"stops/{stop.id}/stop.toml", self._format_stop(stop))
            for text in self._list_texts(stop):
                self._put(f"stops/{stop.id}/{text.language}.toml", self._format_text(stop, text))
        copies = [(path, f"media/{name}") for path, name in self._pictures.items()]
        copies += [
            (recording.file, _name_recording(stop, recording.depth, recording.language, recording.file))
            for stop in self._source.stops
            for recording in stop.recordings
        ]
        for done, (path, name) in enumerate(copies):
            self._on_progress(Progress(f"Copying {path.name}", done, len(copies)))
            target = self._place / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        self._put_voices()

    def _put(self, name: str, lines: Sequence[str]) -> None:
        path = self._place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(join_lines(lines), encoding="utf-8")

    def _put_voices(self) -> None:
        voices: dict[str, str] = {}
        for stop in self._source.stops:
            for recording in stop.recordings:
                voices.setdefault(recording.language, recording.credit)
        if not voices:
            return
        lines = ["# Who speaks in each language, and whether it is a person or a computer; visitors see it."]
        for language, credit in voices.items():
            lines += format_table(f"voice.{language}", {"credit": credit or _UNKNOWN_VOICE, "kind": "person"})
        self._put("recordings/recordings.toml", lines)

    def _format_pack(self) -> list[str]:
        source, site = self._source, self._source.site
        pack: dict[str, Value | None] = {
            "id": source.id,
            "version": source.version,
            "publisher": source.publisher,
            "reviewed": source.reviewed_on,
            "languages": list(source.languages),
            "fallback_language": source.fallback_language,
            "label_host": source.label_host,
            "label_key": source.label_key.hex(),
        }
        place: dict[str, Value | None] = {
            "id": site.id,
            "lat": site.lat,
            "lon": site.lon,
            "opening_hours": site.opening_hours,
            "timezone": site.timezone,
            "accent": site.accent,
            "attract": [self._pictures[path] for path in site.attract],
        }
        names = {source.fallback_language: source.publisher} | dict(site.name)
        lines = [*_PACK_REMARKS, *format_table("pack", pack), *format_table("site", place)]
        lines += format_table("site.name", dict(names))
        lines += format_table("site.summary", dict(site.summary))
        for floor in source.floors:
            lines += [*format_entry("floors", {"id": floor.id, "level": floor.level})]
            lines += format_table("floors.name", dict(floor.name))[1:]
        for tour in source.tours:
            kind = str(tour.kind) if tour.kind is not TourKind.EVERYONE else None
            lines += format_entry(
                "tours", {"id": tour.id, "kind": kind, "minutes": tour.minutes, "stops": list(tour.stops)}
            )
            lines += format_table("tours.name", dict(tour.name))[1:]
            lines += format_table("tours.summary", dict(tour.summary))[1:]
        for way in source.ways:
            lines += format_entry("ways", _list_way(way))
        return lines

    def _format_stop(self, stop: StopSource) -> list[str]:
        lines = format_pairs(
            {
                "number": stop.number,
                "code": stop.code,
                "order": stop.order,
                "floor": stop.floor or None,
                "lat": stop.lat,
                "lon": stop.lon,
                "radius_m": stop.radius_m,
                "opens_by_place": stop.opens_by_place or None,
                "closed": stop.closed or None,
                "opening_hours": stop.opening_hours or None,
                "added": stop.added_on or None,
                "look_s": stop.look_s or None,
            }
        )
        for image in stop.images:
            lines += format_entry(
                "images",
                {
                    "file": self._pictures[image.file],
                    "credit": image.credit or None,
                    "rights": image.rights or None,
                },
            )
        return lines

    def _list_texts(self, stop: StopSource) -> list[StopText]:
        """Return the stop's texts; in the fall-back language there is always one, with a title and a glance."""
        fallback = self._source.fallback_language
        title = next((text.title for text in stop.texts if text.title), stop.number)
        texts = [text for text in stop.texts if text.language != fallback]
        own = next((text for text in stop.texts if text.language == fallback), None)
        own_title = (own.title if own else "") or title
        by_depth = {Depth.GLANCE: own_title} | dict(own.by_depth if own else {})
        return [StopText(fallback, own_title, "", by_depth, ()), *texts]

    def _format_text(self, stop: StopSource, text: StopText) -> list[str]:
        lines = format_pairs({"title": text.title or None})
        lines += format_pairs({depth.value: text.by_depth.get(depth) for depth in Depth})
        alts = {
            self._pictures[image.file]: image.alt[text.language]
            for image in stop.images
            if text.language in image.alt
        }
        return [*lines, *format_table("alt", dict(alts))]


def _list_way(way: WaySource) -> dict[str, Value | None]:
    return {
        "id": way.id,
        "from": way.from_stop,
        "to": way.to_stop,
        "metres": way.metres,
        "kind": str(way.kind),
        "closed": way.closed or None,
        "name": way.name or None,
    }


def _name_files(paths: Sequence[Path], types: dict[str, tuple[str, ...]]) -> dict[Path, str]:
    """Return a plain name for each file, its ending that of its content; no two differ by capitals only."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for path in dict.fromkeys(paths):
        stem = re.sub(r"[\\/:\x00-\x1f]", "-", path.stem).lstrip(".")[:100] or "picture"
        suffix = find_suffix(path, types)
        name, count = f"{stem}{suffix}", 1
        while name.casefold() in taken or not FILE_NAME.fullmatch(name):
            count += 1
            name = f"{stem}-{count}{suffix}"
        taken.add(name.casefold())
        names[path] = name
    return names


def _name_recording(stop: StopSource, depth: Depth, language: str, path: Path) -> str:
    return f"recordings/{stop.id}.{depth.value}.{language}{find_suffix(path, SOUNDS)}"
