"""Taking a device in: a code that is good, and keys that nobody else has under this id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, insert, update

from kiosk.hub.database.device_tables import devices
from kiosk.hub.enrolment_codes import use_code
from kiosk.hub.known_devices import KnownDevice, find_device
from kiosk.hub.tries import TryLimit
from kiosk.seals.keys import PublicKeys

# Wrong codes that are noted down; beyond, they are refused without a trace. A right code is taken all the same: codes are
# too long to be guessed (kiosk/hub/enrolment_codes.py), and nobody is to be shut out by what others type.
BY_ADDRESS: Final = TryLimit("enrol", 10, 3_600_000)
MOST_BY_ALL: Final = 1_000


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """What a device says when it wants to be taken in; every value was checked for its form."""

    code: str
    device: str
    keys: PublicKeys
    name: str
    version: str


def find_wait_ms(connection: Connection, address: str, now_ms: int) -> int:
    """Return for how long no more wrong codes of a network address are noted down; 0 where they are."""
    if BY_ADDRESS.count_all(connection, now_ms) >= MOST_BY_ALL:
        return BY_ADDRESS.window_ms
    return BY_ADDRESS.find_wait_ms(connection, address, now_ms)


def enrol_device(connection: Connection, request: EnrolmentRequest, now_ms: int) -> KnownDevice | None:
    """Take a device in, once or again with the same keys; other keys only after it was revoked.

    Returns:
        None where the code is not good for it. ``connection`` is one that may write; it is to be rolled back then.
    """
    known = find_device(connection, request.device)
    if known is not None and not known.is_revoked and known.keys != request.keys:
        return None
    may_repeat = known is None or not known.is_revoked
    code = use_code(connection, request.code, request.device, now_ms, may_repeat=may_repeat)
    if code is None:
        return None
    row = {
        "name": code.name or request.name or f"Device {request.device[:6]}",
        "site": code.site,
        "signing_key": request.keys.signing,
        "sealing_key": request.keys.sealing,
        "version": request.version,
        "enrolled_by": code.made_by,
        "enrolled_at": now_ms,
        "revoked_at": None,
    }
    if known is None:
        connection.execute(insert(devices).values(device=request.device, **row))
    else:
        connection.execute(update(devices).where(devices.c.device == request.device).values(**row))
    return find_device(connection, request.device)
