"""One letter that a stick brought: opened, checked, and taken as if the network had brought it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kiosk.hub.bodies import TooLargeError, unpack
from kiosk.hub.database import HubDatabase
from kiosk.hub.fleet_status import keep_status
from kiosk.hub.ingest import ForkError, Ingest
from kiosk.hub.known_devices import KnownDevice, find_device
from kiosk.hub.recordings import BadRecordingError, TooManyRecordingsError, take_recording
from kiosk.hub.tickets_used import take_used
from kiosk.model.batch import Batch, chain_all, parse_batch
from kiosk.model.device_status import parse_status
from kiosk.model.errors import KioskError
from kiosk.model.letter import ACKNOWLEDGED, TO_HUB, Letter, StreamWord, parse_letter
from kiosk.seals.envelope import SealError, open_seal
from kiosk.seals.keys import OwnKeys
from kiosk.tickets.exchange import format_used_answer, parse_used

REFUSED: Final = "hub.letter-refused"


@dataclass(slots=True)
class TakenLetter:
    """What became of a letter.

    Attributes:
        device: Whose it is.
        facts: How many facts the hub has of it now.
        words: The hub's word on each of its batches, up to the first that does not continue its stream.
        recordings: SHA-256 of its recordings that the hub has, or has refused for good.
        used: The hub's news of used tickets, with the marks it was ``told``; None where the letter asked for none.
        is_whole: Whether everything in it was taken, so that the letter may go.
        trouble: Why not, in words; "" where it was.
    """

    device: KnownDevice
    facts: int = 0
    words: list[StreamWord] = field(default_factory=list)
    recordings: list[str] = field(default_factory=list)
    used: dict[str, Any] | None = None
    is_whole: bool = True
    trouble: str = ""


class LetterTaker:
    """Takes letters, one after another."""

    def __init__(self, database: HubDatabase, ingest: Ingest, keys: OwnKeys) -> None:
        self._database = database
        self._ingest = ingest
        self._keys = keys

    def take(self, envelope: bytes, now_ms: int) -> TakenLetter:
        """Take a sealed letter, which is not trusted. What is in it is on the disk when this returns.

        Raises:
            KioskError: ``hub.letter-refused``: it is not for this hub, not whole, or from a device that is unknown or
                revoked; nothing was taken.
            SQLAlchemyError: The database did not do its part; the letter may be taken again.
        """
        device, letter = self._open(envelope)
        taken = TakenLetter(device)
        for frame in letter.batches:
            if not self._take_batch(frame, taken):
                break
        self._take_news(letter, taken, now_ms)
        for content in letter.recordings:
            self._take_recording(content, taken, now_ms)
        return taken

    def _open(self, envelope: bytes) -> tuple[KnownDevice, Letter]:
        try:
            opened = open_seal(envelope, keys=self._keys, purpose=TO_HUB)
        except SealError as error:
            raise _refuse(str(error)) from error
        with self._database.reading() as connection:
            device = find_device(connection, opened.sender)
        if device is None or not opened.is_by(device.keys.signing):
            raise _refuse("not from a device that is enrolled here")
        if device.is_revoked:
            raise _refuse(f"from {device.name or device.device[:8]}, which was revoked")
        try:
            letter = parse_letter(opened.content)
        except ValueError as error:
            raise _refuse(str(error)) from error
        if letter.device != device.device:
            raise _refuse("written for another device than it was signed by")
        return device, letter

    def _take_batch(self, frame: bytes, taken: TakenLetter) -> bool:
        try:
            batch = parse_batch(unpack(frame))
        except (TooLargeError, ValueError) as error:
            taken.is_whole, taken.trouble = False, f"a batch could not be read: {error}"
            return False
        if batch.device != taken.device.device:
            taken.is_whole, taken.trouble = False, "a batch of another device"
            return False
        try:
            got = self._ingest.take(batch)
        except ForkError as fork:
            taken.words.append(_word(batch, fork.reason, fork.agreed_through, fork.head_hash))
            taken.is_whole = False
            taken.trouble = (
                f"facts {batch.first_seq} and following do not continue what is here ({fork.reason})"
            )
            return False
        taken.facts += len(batch.facts)
        taken.words.append(_word(batch, ACKNOWLEDGED, got.acked_through, got.head_hash))
        return True

    def _take_recording(self, content: bytes, taken: TakenLetter, now_ms: int) -> None:
        sha256 = hashlib.sha256(content).hexdigest()
        try:
            take_recording(self._database, taken.device.device, sha256, content, now_ms)
        except BadRecordingError as error:
            # For good: the device need not keep it either.
            taken.trouble = taken.trouble or f"a recording was refused: {error}"
        except TooManyRecordingsError:
            taken.is_whole = False
            taken.trouble = taken.trouble or "more recordings of this device than any message names"
            return
        taken.recordings.append(sha256)

    def _take_news(self, letter: Letter, taken: TakenLetter, now_ms: int) -> None:
        """Take the status and the used tickets. What cannot be read of them is passed over: facts matter more."""
        try:
            status = None if letter.status is None else parse_status(letter.status)
            used = None if letter.used is None else parse_used(json.dumps(letter.used).encode())
        except ValueError as error:
            taken.trouble = taken.trouble or f"its news could not be read: {error}"
            return
        with self._database.writing() as connection:
            if status is not None:
                # What the letter brought was still waiting when it was written.
                waiting = max(0, status.waiting_facts - taken.facts)
                since_ms = status.waiting_since_ms if waiting else None
                status = replace(status, waiting_facts=waiting, waiting_since_ms=since_ms)
                keep_status(connection, taken.device.device, status, now_ms, written_ms=letter.written_ms)
            if used is not None:
                answer = take_used(connection, taken.device.device, taken.device.site, used, now_ms)
                taken.used = {**json.loads(format_used_answer(answer)), "told": list(used.marks)}


def _word(batch: Batch, outcome: str, through: int, head_hash: str) -> StreamWord:
    last_hash = chain_all(batch)[-1]
    return StreamWord(
        batch.incarnation, outcome, batch.first_seq, batch.last_seq, last_hash, through, head_hash
    )


def _refuse(found: str) -> KioskError:
    return KioskError(
        "A letter on the stick was not taken",
        expected="facts of a device that is enrolled here, sealed for this hub",
        found=found,
        remedy="It is left on the stick; enrol the device, or bring the stick to its own hub",
        code=REFUSED,
    )
