"""What waits goes onto a stick, sealed for the hub, and the hub's answers come in from it.

Nothing on the device is deleted but by the hub's word. The stick is written whole or not at all, letter by letter; of
what is on it only this stream's letters that newer ones take the place of are taken away.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from kiosk.model.device_status import DeviceStatus, format_status
from kiosk.model.letter import INBOX, MAX_REPLY_BYTES, OUTBOX, ROOT, TO_DEVICE, Reply, name_reply, parse_reply
from kiosk.seals.device_keys import load_device_keys
from kiosk.seals.envelope import SealError, open_seal
from kiosk.seals.keys import OwnKeys
from kiosk.seals.letter_box import LetterBox
from kiosk.seals.paper_key_mail import open_paper_keys
from kiosk.seals.paper_keys import keep_paper_keys, load_paper_keys
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.enrolment import Enrolment, get_enrolment
from kiosk.sync.outbox import Outbox
from kiosk.sync.stick_letters import write_letters, write_recordings
from kiosk.sync.ticket_errand import list_used, take_used
from kiosk.tickets.book import TicketBook
from kiosk.tickets.exchange import format_used, parse_used_answer

_NAME: Final = re.compile(r"[0-9a-f]{32}(-[0-9a-f]{32}-[0-9]{1,16})?\.sealed")


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of a stick.

    Attributes:
        acknowledged: Facts that the hub's reply acknowledged; they no longer wait.
        written: Facts that are on the stick for the hub now.
        letters: In how many files.
        waiting: Facts that wait for the hub's word.
        has_reply: Whether the hub had left a reply for this device.
        refused: Why that was not taken, in words; "" where it was, or where there was none.
        recordings: How many recordings of visitors are on the stick now, each in a file of its own.
        new_paper_keys: Whether it brought newer keys for tickets, vouchers and passes.
    """

    acknowledged: int
    written: int
    letters: int
    waiting: int
    has_reply: bool
    refused: str = ""
    new_paper_keys: bool = False
    recordings: int = 0


class StickMail:
    """This device's side of a stick.

    Args:
        data_folder: Where keys are.
        outbox: The facts.
        book: The used tickets; None for a device that takes none.

    Raises:
        KioskError: ``sync.not-enrolled``, and what the keys' files may raise.
    """

    def __init__(self, data_folder: Path, outbox: Outbox, book: TicketBook | None) -> None:
        self._data_folder = data_folder
        self._outbox = outbox
        self._book = book
        self._shelf = SpokenShelf(data_folder)
        self._enrolment: Enrolment = get_enrolment(data_folder)
        self._keys: OwnKeys = load_device_keys(data_folder)

    def carry(self, stick: Path, status: DeviceStatus) -> Carried:
        """Take the hub's reply from ``stick``, then write there what still waits.

        Raises:
            KioskError: ``seals.stick-...`` where the stick refused, ``sync.outbox-...``; nothing is lost by it.
        """
        inbox, outbox = (LetterBox(stick, (ROOT, name), _NAME) for name in (INBOX, OUTBOX))
        has_reply, refused, acknowledged, new_keys = True, "", 0, False
        try:
            reply = self._read_reply(inbox)
            if reply is None:
                has_reply = False
            else:
                acknowledged = sum(map(self._outbox.take_word, reply.words))
                new_keys = self._take_paper_keys(reply)
                self._take_used(reply)
                for sha256 in reply.recordings:
                    self._shelf.remove(sha256)
        except (SealError, ValueError, binascii.Error) as error:
            refused = str(error)
        left = self._outbox.waiting()
        status = replace(status, waiting_facts=left.facts, waiting_since_ms=left.since_ms)
        written, letters = write_letters(
            outbox,
            self._outbox,
            keys=self._keys,
            hub_sealing_key=self._enrolment.hub_keys.sealing,
            news={"status": format_status(status), "used": self._format_used()},
        )
        recordings = write_recordings(
            outbox,
            self._shelf,
            self._enrolment.device,
            keys=self._keys,
            hub_sealing_key=self._enrolment.hub_keys.sealing,
        )
        return Carried(acknowledged, written, letters, left.facts, has_reply, refused, new_keys, recordings)

    def _read_reply(self, inbox: LetterBox) -> Reply | None:
        sealed = inbox.read(name_reply(self._enrolment.device), MAX_REPLY_BYTES)
        if sealed is None:
            return None
        opened = open_seal(sealed, keys=self._keys, purpose=TO_DEVICE)
        if not opened.is_by(self._enrolment.hub_keys.signing):
            raise SealError("not from the hub at which this device is enrolled")
        reply = parse_reply(opened.content)
        if reply.device != self._enrolment.device:
            raise SealError("for another device")
        return reply

    def _take_paper_keys(self, reply: Reply) -> bool:
        if not reply.paper_keys:
            return False
        sealed = base64.b64decode(reply.paper_keys, validate=True)
        keys = open_paper_keys(sealed, self._keys, self._enrolment.hub_keys.signing)
        # A stick may be an old one: only newer keys take the place of those that are here.
        if keys.version <= load_paper_keys(self._data_folder).version:
            return False
        keep_paper_keys(self._data_folder, keys)
        return True

    def _take_used(self, reply: Reply) -> None:
        if self._book is not None and reply.used is not None:
            news = parse_used_answer(json.dumps(reply.used).encode())
            told = reply.used.get("told")
            known = list_used(self._book)
            heard = [mark for mark in known.marks if isinstance(told, list) and mark in told]
            take_used(self._book, heard, news, known.since)

    def _format_used(self) -> dict[str, Any] | None:
        if self._book is None:
            return None
        used: dict[str, Any] = json.loads(format_used(list_used(self._book)))
        return used
