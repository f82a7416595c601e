"""Finds the sounds and pictures that a table's rows name, and looks into each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kiosk.authoring.media_types import Look
from kiosk.authoring.picture_look import look_at_picture
from kiosk.authoring.sound_look import look_at_sound
from kiosk.authoring.table_log import TableLog, shorten
from kiosk.authoring.table_media import Match, MediaFolder
from kiosk.authoring.table_records import StopRow
from kiosk.packs.progress import OnProgress, Progress, ignore_progress

_THREADS = 4
_MOST_NEAREST = 50


@dataclass(frozen=True, slots=True)
class _Missing:
    row: StopRow
    column: str
    name: str
    match: Match


def find_files(
    rows: Sequence[StopRow],
    folder: Path | None,
    log: TableLog,
    on_progress: OnProgress = ignore_progress,
    named_elsewhere: Iterable[str] = (),
) -> None:
    """Give each row its files; what is missing, named otherwise or cannot be used is told.

    Args:
        rows: The rows; ``audio`` and ``image`` are filled in.
        folder: The media folder; None where there is none.
        log: Takes what is found.
        on_progress: Told which file is looked into.
        named_elsewhere: Names in the tables beside this one: these files are used, too.
    """
    if folder is None or not folder.is_dir():
        _tell_no_folder(rows, folder, log)
        return
    media = MediaFolder(folder)
    others = (media.find(name).path for name in named_elsewhere)
    used = {media.name_of(path) for path in others if path is not None}
    missing: list[_Missing] = []
    sounds = _match(rows, media, "audio", log, used, missing)
    pictures = _match(rows, media, "image", log, used, missing)
    _tell_missing(missing, media, used, log)
    # Decoders let other threads work; so many as there is memory for.
    with ThreadPoolExecutor(_THREADS) as pool:
        _take_looks("audio", sounds, pool.map(look_at_sound, sorted(sounds)), media, log, on_progress)
    # Pictures one by one: a large one needs much memory, and Pillow's warnings are the process's.
    _take_looks("image", pictures, map(look_at_picture, sorted(pictures)), media, log, on_progress)
    # Captions lie beside the sound they belong to; no cell names them.
    used |= {media.name_of(path.with_suffix(".vtt")) for path in sounds}
    for name in media.list_unused(used):
        log.tell("file_not_used", media=name, group=name, detail=shorten(name))


def _tell_no_folder(rows: Sequence[StopRow], folder: Path | None, log: TableLog) -> None:
    words = f"there is no folder {folder.name}" if folder else "no media folder was named"
    for row in rows:
        for column in ("audio", "image"):
            if getattr(row, f"{column}_file"):
                log.tell(
                    f"{column}_missing",
                    row.row,
                    column=f"{column}_file",
                    detail=words,
                    remedy="name the folder with --media",
                )


def _match(
    rows: Sequence[StopRow],
    media: MediaFolder,
    column: str,
    log: TableLog,
    used: set[str],
    missing: list[_Missing],
) -> dict[Path, list[StopRow]]:
    """Return the rows of each file that is there; ``used`` and ``missing`` are added to."""
    found: dict[Path, list[StopRow]] = defaultdict(list)
    for row in rows:
        name = row.audio_file if column == "audio" else row.image_file
        if not name:
            continue
        match = media.find(name)
        if match.path is None:
            missing.append(_Missing(row, column, name, match))
            used.update(match.rivals)
            continue
        there = media.name_of(match.path)
        used.add(there)
        if match.kind:
            detail = f'{shorten(there)} is written "{shorten(name)}"'
            log.tell(match.kind, row.row, column=f"{column}_file", media=there, detail=detail)
        found[match.path].append(row)
    return found


def _tell_missing(missing: Sequence[_Missing], media: MediaFolder, used: set[str], log: TableLog) -> None:
    names = list(dict.fromkeys(one.name for one in missing))
    # Looking for what is alike takes long; who misses more files than these has another folder.
    alike = {name: _find_alike(name, media, used) for name in names[:_MOST_NEAREST]}
    for one in missing:
        detail = shorten(one.name)
        if one.match.rivals:
            detail += f" could be {' or '.join(one.match.rivals[:3])}"
        elif alike.get(one.name):
            detail += f"; perhaps it is {shorten(alike[one.name])}"
        column = f"{one.column}_file"
        log.tell(f"{one.column}_missing", one.row.row, column=column, media=one.name, detail=detail)


def _find_alike(name: str, media: MediaFolder, used: set[str]) -> str:
    """Return the file a name may mean: with another ending, or like it and named by nobody else."""
    same = media.find_same_stem(name)
    nearest = "" if same else media.find_nearest(name)
    return same or ("" if nearest in used else nearest)


def _take_looks(
    column: str,
    found: dict[Path, list[StopRow]],
    looks: Iterable[Look],
    media: MediaFolder,
    log: TableLog,
    on_progress: OnProgress,
) -> None:
    for position, (path, look) in enumerate(zip(sorted(found), looks, strict=True), 1):
        on_progress(Progress(f"Looking at {path.name}", position, len(found)))
        name = media.name_of(path)
        rows = found[path]
        for kind, detail in look.marks:
            words = f"{shorten(name)} ({detail})" if detail else shorten(name)
            log.tell(kind, *(row.row for row in rows), column=f"{column}_file", media=name, detail=words)
        for row in rows if look.is_usable else ():
            setattr(row, column, path)
