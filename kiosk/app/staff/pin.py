"""The staff PIN: kept as a salted hash in the data folder, and guessing made slow.

Four digits are ten thousand: no hash hides them from whoever holds the disk. It keeps visitors out of the staff pages,
and keeps the PIN itself, which people use elsewhere too, out of copies of the folder.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.model.errors import KioskError

FILE_NAME = "staff-pin.json"
MAX_FILE_BYTES = 4_096
SHORTEST, LONGEST = 4, 8
FREE_TRIES = 5
"""So many wrong ones in a row cost nothing; each further one costs a longer wait."""

FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0
# scrypt's cost (RFC 7914): 16 MB and some 50 ms, on the interface thread, when a PIN is typed.
_COST, _BLOCK, _LANES = 2**14, 8, 1


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds: the hash, its salt, and how many wrong tries came since the last right one."""

    salt: bytes
    hash: bytes
    wrong: int


class StaffPin:
    """The PIN of one device. A wait for whoever guesses outlives a restart, by the device's running time alone.

    Args:
        folder: The data folder.
        now_s: A clock that only goes forward, in seconds.
    """

    def __init__(self, folder: Path, now_s: Callable[[], float] = time.monotonic) -> None:
        self._path = folder / FILE_NAME
        self._now_s = now_s
        kept = self._read()
        self._wrong = kept.wrong if kept else 0
        self._wait_until_s = now_s() + _wait_s(self._wrong)

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN. A file that is damaged counts: it must not open the pages to everybody."""
        return self._path.exists()

    @property
    def is_damaged(self) -> bool:
        """Whether there is a PIN that cannot be read, so that nothing is right."""
        return self.is_set and self._read() is None

    @property
    def wait_s(self) -> float:
        """How long nothing is taken for right any more, in seconds; 0 where one may try."""
        return max(0.0, self._wait_until_s - self._now_s())

    def check(self, typed: str) -> bool:
        """Tell whether ``typed`` is the PIN; always no, and not counted, while there is a wait.

        Raises:
            KioskError: ``app.pin-unreadable`` where the file is damaged; ``app.pin-not-saved`` where it cannot be
                noted that a wrong one was typed.
        """
        if self.wait_s > 0:
            return False
        kept = self._read()
        if kept is None:
            if self.is_damaged:
                raise self._damaged()
            return False
        digits = fold_digits(typed)
        if SHORTEST <= len(digits) <= LONGEST and hmac.compare_digest(_hash(digits, kept.salt), kept.hash):
            self._count_wrong(0, kept)
            return True
        self._count_wrong(self._wrong + 1, kept)
        return False

    def set(self, typed: str) -> None:
        """Make ``typed`` the PIN.

        Raises:
            KioskError: ``app.pin-form`` unless it is 4 to 8 digits; ``app.pin-not-saved``.
        """
        digits = fold_digits(typed)
        if not SHORTEST <= len(digits) <= LONGEST:
            raise KioskError(
                "The PIN was not set",
                expected=f"{SHORTEST} to {LONGEST} digits",
                found=f"{len(typed)} signs" if not digits else f"{len(digits)} digits",
                remedy="choose another",
                code="app.pin-form",
            )
        salt = secrets.token_bytes(16)
        self._write(_Kept(salt, _hash(digits, salt), 0))
        self._wrong, self._wait_until_s = 0, 0.0

    def _count_wrong(self, wrong: int, kept: _Kept) -> None:
        """Begin the wait that so many wrong tries cost; a full disk must not make guessing free."""
        self._wrong, self._wait_until_s = wrong, self._now_s() + _wait_s(wrong)
        if wrong != kept.wrong:
            self._write(replace(kept, wrong=wrong))

    def _read(self) -> _Kept | None:
        try:
            with self._path.open("rb") as file:
                return _parse(file.read(MAX_FILE_BYTES))
        except (OSError, ValueError, RecursionError):
            return None

    def _write(self, kept: _Kept) -> None:
        record = {"salt": kept.salt.hex(), "hash": kept.hash.hex(), "wrong": kept.wrong}
        fresh = self._path.with_suffix(".new")
        try:
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                json.dump(record, file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError as error:
            raise KioskError(
                "The PIN was not saved",
                thing=FILE_NAME,  # not where it lies: visitors reach this page too
                found=error.strerror or str(error),
                remedy="see whether the data folder may be written to, and run kiosk doctor",
                code="app.pin-not-saved",
            ) from error

    def _damaged(self) -> KioskError:
        return KioskError(
            "The PIN cannot be checked",
            thing=FILE_NAME,
            found="a damaged file",
            remedy="set it anew: kiosk staff pin",
            code="app.pin-unreadable",
        )


def fold_digits(typed: str) -> str:
    """Return the digits in ``typed``, those of any script as 0 to 9; "" where it holds anything else."""
    values = [unicodedata.digit(sign, -1) if sign.isdecimal() else -1 for sign in typed[: LONGEST * 4]]
    return "" if -1 in values else "".join(map(str, values))


def _hash(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode("ascii"), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32)


def _wait_s(wrong: int) -> float:
    over = wrong - FREE_TRIES
    return 0.0 if over < 0 else min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(over, 10))


def _parse(raw: bytes) -> _Kept:
    record: Any = json.loads(raw.decode("ascii"))
    if not isinstance(record, dict):
        raise ValueError("no object")
    salt, hashed, wrong = (record.get(key) for key in ("salt", "hash", "wrong"))
    if not isinstance(salt, str) or not isinstance(hashed, str) or type(wrong) is not int or wrong < 0:
        raise ValueError("no PIN")
    return _Kept(bytes.fromhex(salt), bytes.fromhex(hashed), wrong)
