"""Codes that enrol a device: short enough to be read aloud, good for one device and for a while.

They are long enough that nobody need be shut out for having guessed: twelve symbols are 60 bits. A hub that answers 2,000
guesses a second for a year, with 100 codes waiting all the time, is guessed with a chance of one in 180,000.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.hub.database.device_tables import enrolment_codes

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SYMBOLS: Final = 12
_GROUP: Final = 4
VALID_MS: Final = 3_600_000
MOST_VALID_MS: Final = 31 * 86_400_000
_FORGOTTEN_AFTER_MS: Final = 90 * 86_400_000


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """What a code is good for: ``site`` and ``name`` of the device to be (None: none yet); ``device`` who used it."""

    site: str | None
    name: str | None
    made_by: str
    device: str | None


def make_code(
    connection: Connection,
    *,
    site: str | None,
    name: str | None,
    made_by: str,
    now_ms: int,
    valid_ms: int = VALID_MS,
) -> str:
    """Make a code, ``ABCD-EFGH-JKMN``, and keep its hash only.

    Args:
        connection: One that may write.
        site: Where the device will stand.
        name: What it will be called; None for what it calls itself.
        made_by: Who asked for it.
        now_ms: The hub's time.
        valid_ms: For how long it is good, at most 31 days.
    """
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(SYMBOLS))
    code = "-".join(symbols[start : start + _GROUP] for start in range(0, SYMBOLS, _GROUP))
    connection.execute(
        delete(enrolment_codes).where(enrolment_codes.c.expires_at < now_ms - _FORGOTTEN_AFTER_MS)
    )
    connection.execute(
        insert(enrolment_codes).values(
            code_hash=_hash(code),
            site=site,
            name=name,
            made_by=made_by,
            made_at=now_ms,
            expires_at=now_ms + min(valid_ms, MOST_VALID_MS),
        )
    )
    return code


def is_good(connection: Connection, code: str, now_ms: int) -> bool:
    """Tell whether there is such a code and it is not over; whoever used it. Writes nothing."""
    table = enrolment_codes.c
    mine = select(table.code_hash).where(table.code_hash == _hash(code), table.expires_at > now_ms)
    return connection.execute(mine).first() is not None


def use_code(
    connection: Connection, code: str, device: str, now_ms: int, *, may_repeat: bool = True
) -> EnrolmentCode | None:
    """Use a code for a device; the same device may repeat it, since an answer may be lost on the way.

    Args:
        connection: One that may write.
        code: As it was sent.
        device: Who uses it.
        now_ms: The hub's time.
        may_repeat: False for a device that was shut out: the code that let it in before must not let it in again.

    Returns:
        None where there is no such code, it is over, or it was used: by another device, or may not be repeated.
    """
    table = enrolment_codes.c
    mine = (table.code_hash == _hash(code)) & (table.expires_at > now_ms)
    is_unused = table.used_at.is_(None)
    taken = connection.execute(
        update(enrolment_codes)
        .where(mine, is_unused | (table.device == device) if may_repeat else is_unused)
        .values(used_at=now_ms, device=device)
    )
    if not taken.rowcount:
        return None
    row = connection.execute(select(enrolment_codes).where(mine)).one()
    return EnrolmentCode(row.site, row.name, row.made_by, row.device)


def _hash(code: str) -> bytes:
    return hashlib.sha256(f"heritage-kiosk-enrol {code}".encode()).digest()
