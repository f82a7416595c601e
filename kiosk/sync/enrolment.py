"""Where this device is enrolled: ``seals/enrolment.json``, with the hub's keys as they were on that day."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.model.errors import KioskError, make_printable
from kiosk.seals.key_text import parse_key
from kiosk.seals.keys import PublicKeys
from kiosk.seals.places import ENROLMENT
from kiosk.seals.secret_file import read_secret, write_secret

FORMAT: Final = "heritage-kiosk-enrolment/1"
PLACE: Final = ENROLMENT
MAX_BYTES: Final = 16 * 1024
MAX_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Where and as what this device is enrolled.

    ``hub`` is the address it was enrolled at, ``device`` its id, ``name`` and ``site`` what the operator calls it and
    where it stands ("" for none), ``hub_keys`` the hub's, by which everything later is checked, ``enrolled_ms`` the
    hub's time (UTC).
    """

    hub: str
    device: str
    name: str
    site: str
    hub_keys: PublicKeys
    enrolled_ms: int


def find_enrolment(data_folder: Path) -> Enrolment | None:
    """Return where the device is enrolled, None for nowhere.

    Raises:
        KioskError: ``sync.enrolment-damaged``.
    """
    path = data_folder / PLACE
    try:
        return _parse(read_secret(path, MAX_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise KioskError(
            "Where this device is enrolled was not read",
            thing=path.name,
            found=str(error),
            remedy="Enrol it again: kiosk sync enrol --hub URL --code CODE",
            code="sync.enrolment-damaged",
        ) from error


def get_enrolment(data_folder: Path) -> Enrolment:
    """Return where the device is enrolled.

    Raises:
        KioskError: ``sync.not-enrolled``, ``sync.enrolment-damaged``.
    """
    enrolment = find_enrolment(data_folder)
    if enrolment is None:
        raise KioskError(
            "The device is enrolled at no hub",
            expected="a hub whose keys it knows",
            found="none",
            remedy="Ask the hub's operator for a code: kiosk sync enrol --hub URL --code CODE",
            code="sync.not-enrolled",
        )
    return enrolment


def keep_enrolment(data_folder: Path, enrolment: Enrolment) -> None:
    """Keep it durably in the place of the one before.

    Raises:
        KioskError: ``sync.enrolment-not-kept``; the one before is untouched.
    """
    record = {
        "format": FORMAT,
        "hub": enrolment.hub,
        "device": enrolment.device,
        "name": enrolment.name,
        "site": enrolment.site,
        "hub_signing_key": enrolment.hub_keys.signing.hex(),
        "hub_sealing_key": enrolment.hub_keys.sealing.hex(),
        "enrolled_ms": enrolment.enrolled_ms,
    }
    path = data_folder / PLACE
    try:
        write_secret(path, json.dumps(record, indent=1).encode())
    except OSError as error:
        raise KioskError(
            "The device was not enrolled",
            thing=path.name,
            found=error.strerror or str(error),
            remedy="Free space on the disk, or make the data folder writable, and repeat with the same code",
            code="sync.enrolment-not-kept",
        ) from error


def read_enrolment(record: dict[str, Any], hub: str, enrolled_ms: int) -> Enrolment:
    """Return the enrolment that a record describes, which is not trusted.

    Raises:
        ValueError: Something is missing or of the wrong form.
    """
    return Enrolment(
        hub=hub,
        device=_text(record, "device"),
        name=make_printable(_text(record, "name")),
        site=make_printable(_text(record, "site")),
        hub_keys=PublicKeys(
            parse_key(record.get("hub_signing_key")), parse_key(record.get("hub_sealing_key"))
        ),
        enrolled_ms=enrolled_ms,
    )


def _parse(content: bytes) -> Enrolment:
    if len(content) > MAX_BYTES:
        raise ValueError("too long")
    record = json.loads(content)
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ValueError(f"the format is not {FORMAT}")
    enrolled_ms = record.get("enrolled_ms")
    if not isinstance(enrolled_ms, int):
        raise ValueError("enrolled_ms is no number")
    return read_enrolment(record, _text(record, "hub"), enrolled_ms)


def _text(record: dict[str, Any], name: str) -> str:
    value = record.get(name) or ""
    if not isinstance(value, str) or len(value) > MAX_TEXT * 3:
        raise ValueError(f"{name} is no text")
    return value
