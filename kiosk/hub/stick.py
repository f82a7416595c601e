"""A stick from the devices: its letters are taken, and for each device the hub's reply is left on it."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub.database import HubDatabase
from kiosk.hub.hub_keys import provide_hub_keys
from kiosk.hub.ingest import Ingest
from kiosk.hub.paper_keys import provide_paper_keys
from kiosk.hub.stick_letters import LetterTaker, TakenLetter
from kiosk.model.errors import KioskError
from kiosk.model.letter import (
    INBOX,
    MAX_LETTER_BYTES,
    MAX_WORDS,
    OUTBOX,
    ROOT,
    TO_DEVICE,
    Reply,
    format_reply,
    name_reply,
)
from kiosk.seals.envelope import seal
from kiosk.seals.keys import OwnKeys
from kiosk.seals.letter_box import LetterBox
from kiosk.seals.paper_key_mail import HUB, seal_paper_keys

_LETTER: Final = re.compile(
    r"(?P<device>[0-9a-f]{32})-(?P<incarnation>[0-9a-f]{32})-(?P<first>[0-9]{1,16})\.sealed"
)
_REPLY: Final = re.compile(r"[0-9a-f]{32}\.sealed")
# What sealing adds to a letter.
_SEAL_BYTES: Final = 1_024


@dataclass(frozen=True, slots=True)
class LetterReport:
    """What became of one letter: ``facts`` the hub has of it, ``trouble`` in words and ``code`` ("" for none)."""

    name: str
    device: str
    facts: int
    trouble: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class StickReport:
    """What became of a stick: its letters, and for how many devices a reply was left on it."""

    letters: tuple[LetterReport, ...]
    replies: int

    @property
    def facts(self) -> int:
        """How many facts of its letters the hub has."""
        return sum(letter.facts for letter in self.letters)


class StickReader:
    """Reads sticks into one hub's database; a hub may be serving it meanwhile."""

    def __init__(self, database: HubDatabase, *, wall_ms: Callable[[], int] | None = None) -> None:
        """Open the hub's keys, made where there are none.

        Raises:
            KioskError: ``hub.stick-not-taken`` where the database does not do its part.
        """
        self._database = database
        self._wall_ms = wall_ms or (lambda: time.time_ns() // 1_000_000)
        with _told(), database.writing() as connection:
            self._keys: OwnKeys = provide_hub_keys(connection, self._wall_ms())
        self._taker = LetterTaker(database, Ingest(database), self._keys)

    def read(self, stick: Path, on_letter: Callable[[LetterReport], None] = lambda _: None) -> StickReport:
        """Take each letter, then leave the replies, then remove what was taken wholly.

        Killed or pulled at any point, the same stick may be read again.

        Raises:
            KioskError: ``seals.stick-...`` where the stick refused, ``hub.stick-not-taken`` where the database did.
        """
        letters, replies = (
            LetterBox(stick, (ROOT, OUTBOX), _LETTER),
            LetterBox(stick, (ROOT, INBOX), _REPLY),
        )
        reports, by_device, done = list[LetterReport](), dict[str, list[TakenLetter]](), list[str]()
        for name in sorted(letters.list_names(), key=_order):
            report, taken = self._take(letters, name)
            on_letter(report)
            reports.append(report)
            if taken is not None:
                by_device.setdefault(taken.device.device, []).append(taken)
                if taken.is_whole:
                    done.append(name)
        for device, all_taken in by_device.items():
            replies.write(name_reply(device), self._make_reply(all_taken))
        # Last: what is not yet answered is still there to be read again.
        for name in done:
            letters.remove(name)
        return StickReport(tuple(reports), len(by_device))

    def _take(self, letters: LetterBox, name: str) -> tuple[LetterReport, TakenLetter | None]:
        device = name.partition("-")[0]
        envelope = letters.read(name, MAX_LETTER_BYTES + _SEAL_BYTES)
        try:
            with _told():
                taken = self._taker.take(envelope or b"", self._wall_ms())
        except KioskError as error:
            if error.code != "hub.letter-refused":
                raise
            return LetterReport(name, device, 0, error.found, error.code), None
        code = "hub.letter-in-part" if taken.trouble else ""
        return LetterReport(name, taken.device.name or device, taken.facts, taken.trouble, code), taken

    def _make_reply(self, all_taken: list[TakenLetter]) -> bytes:
        device, now_ms = all_taken[0].device, self._wall_ms()
        with _told(), self._database.writing() as connection:
            paper_keys = provide_paper_keys(connection, device.site, now_ms)
        sealed = seal_paper_keys(paper_keys, self._keys, device.keys.sealing)
        words = [word for taken in all_taken for word in taken.words]
        recordings = [sha256 for taken in all_taken for sha256 in taken.recordings]
        used = next((taken.used for taken in reversed(all_taken) if taken.used is not None), None)
        reply = Reply(
            device.device,
            now_ms,
            tuple(words[-MAX_WORDS:]),
            base64.b64encode(sealed).decode("ascii"),
            used,
            tuple(recordings[-MAX_WORDS:]),
        )
        return seal(
            format_reply(reply),
            keys=self._keys,
            sender=HUB,
            receiver=device.keys.sealing,
            purpose=TO_DEVICE,
        )


def _order(name: str) -> tuple[str, str, int]:
    """Return what sorts the letters of a stream by their numbers: a later one continues an earlier one."""
    named = _LETTER.fullmatch(name)
    assert named is not None
    return named["device"], named["incarnation"], int(named["first"])


@contextmanager
def _told() -> Iterator[None]:
    """Say in words that the database did not do its part."""
    try:
        yield
    except SQLAlchemyError as error:
        raise KioskError(
            "The stick was not read to its end",
            found=" ".join(str(getattr(error, "orig", None) or error).split()),
            remedy="Repeat it: what was taken already is not counted again",
            code="hub.stick-not-taken",
        ) from error
