"""Messages that were let through, as a pack's source has them: ``stops/<id>/voices.toml``, ``voices.toml``, ``voices/``.

The same decisions make the same files, to the byte. What was taken back goes away with the next export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from kiosk.hub.database.voice_tables import messages
from kiosk.hub.messages_read import Message, State, Wanted, list_messages
from kiosk.hub.recordings import read_recording
from kiosk.hub.source_text import format_text, is_own, refuse_foreign, write_bytes, write_own
from kiosk.packs.catalogue_values import MAX_VOICES
from kiosk.packs.names import ITEM_ID
from kiosk.packs.source_voices import VISITORS_FILE, VISITORS_FOLDER

# What is about the site as a whole has no stop's folder.
_SITE: Final = ""
_OWN_RECORDING: Final = re.compile(r"m-[0-9a-f]{16}\.opus")
_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what was not.

    Attributes:
        messages: How many were written.
        stops: Of how many stops.
        recordings: How many recordings.
        about_site: How many of them are about the site as a whole.
        without_stop: About stops that the source does not have.
        too_many: Over 200 of one stop, or of the site: the oldest.
        removed: Files of an earlier export that went away.
    """

    messages: int
    stops: int
    recordings: int
    about_site: int
    without_stop: int
    too_many: int
    removed: int


def export_voices(connection: Connection, site: str, folder: Path) -> Exported:
    """Write what was let through of a site into ``folder``: a pack's source, or any folder to be copied into one.

    Raises:
        KioskError: ``hub.file-not-ours`` (then nothing was written), ``hub.source-not-written``.
    """
    found = list_messages(connection, Wanted(site, State.LET_THROUGH), _MOST)
    by_stop = _split(found)
    known = {stop: kept for stop, kept in by_stop.items() if _has_stop(folder, stop)}
    written = {stop: kept[-MAX_VOICES:] for stop, kept in known.items()}
    sounds = _write(connection, folder, written)
    return Exported(
        messages=sum(map(len, written.values())),
        stops=len(written.keys() - {_SITE}),
        recordings=sounds,
        about_site=len(written.get(_SITE, ())),
        without_stop=sum(len(kept) for stop, kept in by_stop.items() if stop not in known),
        too_many=sum(len(kept) - len(written[stop]) for stop, kept in known.items()),
        removed=_remove_others(folder, written),
    )


def _write(connection: Connection, folder: Path, written: Mapping[str, Sequence[Message]]) -> int:
    """Write all files, or none where one of them is somebody else's; return how many recordings."""
    for stop in written:
        refuse_foreign(_voices_file(folder, stop))
    sounds = 0
    for stop, kept in written.items():
        sounds += sum(_write_recording(connection, folder, message) for message in kept)
        write_own(_voices_file(folder, stop), "".join(map(_format_voice, kept)))
    return sounds


def has_messages(connection: Connection, site: str) -> bool:
    """Tell whether any message of a site ever came."""
    query = select(messages.c.id).where(messages.c.site == site).limit(1)
    return connection.scalar(query) is not None


def _split(found: Sequence[Message]) -> Mapping[str, list[Message]]:
    """Return the messages by the folders of their stops, and those about the site; each the oldest first."""
    by_stop: dict[str, list[Message]] = {}
    for message in found:
        stop = message.stop.split("/", 1)[1] if message.stop else _SITE
        by_stop.setdefault(stop, []).append(message)
    return dict(sorted(by_stop.items()))


def _has_stop(folder: Path, stop: str) -> bool:
    if stop == _SITE:
        return True
    # Ids come from devices: only what can be a stop's folder becomes a path.
    if not ITEM_ID.fullmatch(stop):
        return False
    return not (folder / "pack.toml").exists() or (folder / "stops" / stop).is_dir()


def _voices_file(folder: Path, stop: str) -> Path:
    return (folder if stop == _SITE else folder / "stops" / stop) / VISITORS_FILE


def _name_recording(message: Message) -> str:
    return f"m-{message.id}.opus"


def _write_recording(connection: Connection, folder: Path, message: Message) -> int:
    content = read_recording(connection, message.sound) if message.sound else None
    if content is None:
        return 0
    write_bytes(folder / VISITORS_FOLDER / _name_recording(message), content)
    return 1


def _format_voice(message: Message) -> str:
    lines = {
        "id": f"m-{message.id}",
        "kind": message.kind.value,
        "language": message.language,
        "text": message.shown,
        "said": (message.day or _decided_on(message))[:7],
        "answer": message.answer,
        "recording": _name_recording(message) if message.sound else "",
    }
    body = "".join(f"{name} = {format_text(value)}\n" for name, value in lines.items() if value)
    return f"\n[[voices]]\n{body}"


def _decided_on(message: Message) -> str:
    """Return the day of the decision: the next best for a message whose device knew no day."""
    return f"{datetime.fromtimestamp((message.decided_ms or 0) / 1_000, UTC):%Y-%m-%d}"


def _remove_others(folder: Path, written: Mapping[str, Sequence[Message]]) -> int:
    """Remove what an earlier export wrote and this one does not."""
    kept = {_voices_file(folder, stop) for stop in written}
    kept |= {folder / VISITORS_FOLDER / _name_recording(one) for found in written.values() for one in found if one.sound}  # fmt: skip
    gone = [path for path in _list_own(folder) if path not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _list_own(folder: Path) -> Iterator[Path]:
    yield from (
        path
        for path in (folder / VISITORS_FILE, *sorted(folder.glob(f"stops/*/{VISITORS_FILE}")))
        if is_own(path)
    )
    yield from (path for path in sorted((folder / VISITORS_FOLDER).glob("m-*.opus")) if _OWN_RECORDING.fullmatch(path.name))  # fmt: skip
