"""Letters for the hub: all that waits, cut into batches as the network would carry them, sealed, on a stick."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any, Final

from kiosk.model.batch import Batch, format_batch
from kiosk.model.letter import (
    MAX_BATCHES,
    TO_HUB,
    Letter,
    format_letter,
    name_letter,
    name_recording_letter,
)
from kiosk.seals.envelope import seal
from kiosk.seals.keys import OwnKeys
from kiosk.seals.letter_box import LetterBox
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.outbox import Outbox

COMPRESSION_LEVEL: Final = 9


def write_letters(
    box: LetterBox, outbox: Outbox, *, keys: OwnKeys, hub_sealing_key: bytes, news: dict[str, Any]
) -> tuple[int, int]:
    """Write everything that waits, and ``news`` (a letter's ``status`` and ``used``) in the first letter.

    Letters of the same stream that were there before are taken away at the end: all that waits is in the new ones.

    Returns:
        How many facts were written, in how many letters: one at least.

    Raises:
        KioskError: The stick refused, or the outbox could not be read; what was there before is there still.
    """
    old, stream = box.list_names(), outbox.stream()
    written, names, first_seq = 0, list[str](), stream.acked_through + 1
    for batches in _cut(outbox):
        first_seq = batches[0].first_seq if batches else first_seq
        name = name_letter(stream.device, stream.incarnation, first_seq)
        frames = tuple(_pack(format_batch(batch)) for batch in batches)
        letter = Letter(stream.device, max(0, time.time_ns() // 1_000_000), frames, **news)
        content = format_letter(letter)
        box.write(
            name, seal(content, keys=keys, sender=stream.device, receiver=hub_sealing_key, purpose=TO_HUB)
        )
        names.append(name)
        written += sum(len(batch.facts) for batch in batches)
        news = {}
    # Unless the network has begun another stream meanwhile: then what waits has other names by now.
    if outbox.stream().incarnation == stream.incarnation:
        begins = f"{stream.device}-{stream.incarnation}-"
        for name in sorted(name for name in old if name.startswith(begins) and name not in names):
            box.remove(name)
    return written, len(names)


def write_recordings(
    box: LetterBox, shelf: SpokenShelf, device: str, *, keys: OwnKeys, hub_sealing_key: bytes
) -> int:
    """Write each recording that waits in a letter of its own, but those that are on the stick already.

    Returns:
        How many are on the stick now.

    Raises:
        KioskError: The stick refused; what was written is whole.
    """
    there, count = set(box.list_names()), 0
    for sha256 in shelf.list_waiting():
        name = name_recording_letter(device, sha256)
        content = None if name in there else shelf.read(sha256)
        if content is not None:
            letter = format_letter(Letter(device, max(0, time.time_ns() // 1_000_000), recordings=(content,)))
            box.write(name, seal(letter, keys=keys, sender=device, receiver=hub_sealing_key, purpose=TO_HUB))
        count += name in there or content is not None
    return count


def _cut(outbox: Outbox) -> Iterator[list[Batch]]:
    """Yield what waits, a letter's worth at a time; an empty one where nothing does."""
    batch = outbox.next_batch()
    if batch is None:
        yield []
    while batch is not None:
        letter: list[Batch] = []
        while batch is not None and len(letter) < MAX_BATCHES:
            letter.append(batch)
            batch = outbox.next_batch(after=batch)
        yield letter


def _pack(content: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor(level=COMPRESSION_LEVEL, write_checksum=True).compress(content)
