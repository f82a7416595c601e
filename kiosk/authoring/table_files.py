"""Finds the sounds and pictures that a table's rows name, and looks into each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.authoring.media_look import Look, look_at_picture, look_at_sound
from kiosk.authoring.table_log import TableLog, shorten
from kiosk.authoring.table_media import MediaFolder
from kiosk.authoring.table_records import StopRow
from kiosk.packs.progress import OnProgress, Progress, ignore_progress

_THREADS = 4


def find_files(
    rows: Sequence[StopRow], folder: Path | None, log: TableLog, on_progress: OnProgress = ignore_progress
) -> None:
    """Give each row its files; what is missing, named otherwise or cannot be used is told.

    Args:
        rows: The rows; ``audio`` and ``image`` are filled in.
        folder: The media folder; None where there is none.
        log: Takes what is found.
        on_progress: Told which file is looked into.
    """
    if folder is None or not folder.is_dir():
        _tell_no_folder(rows, folder, log)
        return
    media = MediaFolder(folder)
    used: set[str] = set()
    sounds = _match(rows, media, "audio", log, used)
    pictures = _match(rows, media, "image", log, used)
    # Decoders let other threads work; so many as there is memory for.
    with ThreadPoolExecutor(_THREADS) as pool:
        _take_looks("audio", sounds, pool.map(look_at_sound, sorted(sounds)), media, log, on_progress)
    # Pictures one by one: a large one needs much memory, and Pillow's warnings are the process's.
    _take_looks("image", pictures, map(look_at_picture, sorted(pictures)), media, log, on_progress)
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
    rows: Sequence[StopRow], media: MediaFolder, column: str, log: TableLog, used: set[str]
) -> dict[Path, list[StopRow]]:
    found: dict[Path, list[StopRow]] = defaultdict(list)
    for row in rows:
        name = row.audio_file if column == "audio" else row.image_file
        if not name:
            continue
        match = media.find(name)
        if match.path is None:
            _tell_missing(row, column, name, match.nearest, match.rivals, log)
            used.update(match.rivals)
            continue
        there = media.name_of(match.path)
        used.add(there)
        if match.kind:
            detail = f'{shorten(there)} is written "{shorten(name)}"'
            log.tell(match.kind, row.row, column=f"{column}_file", media=there, detail=detail)
        found[match.path].append(row)
    return found


def _tell_missing(
    row: StopRow, column: str, name: str, nearest: str, rivals: Sequence[str], log: TableLog
) -> None:
    detail = shorten(name)
    if rivals:
        detail += f" could be {' or '.join(rivals[:3])}"
    elif nearest:
        detail += f"; perhaps it is {shorten(nearest)}"
    log.tell(f"{column}_missing", row.row, column=f"{column}_file", media=name, detail=detail)


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
            setattr(row, f"{column}_suffix", look.suffix)
