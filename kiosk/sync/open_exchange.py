"""The way to the hub as this device stands now: signed where it is enrolled."""

from __future__ import annotations

from pathlib import Path

from kiosk.seals.device_keys import find_device_keys
from kiosk.sync.enrolment import find_enrolment
from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import parse_hub_address
from kiosk.sync.signer import Signer


def open_exchange(data_folder: Path, hub: str) -> Exchange | None:
    """Return the way to ``hub``, or to where the device is enrolled; None for neither.

    Where it is enrolled, everything is signed; a hub at another address than on that day is known by its keys.

    Raises:
        KioskError: ``sync.hub-address``, ``sync.enrolment-damaged``, ``seals.keys-damaged``.
    """
    enrolled = find_enrolment(data_folder)
    address = hub or (enrolled.hub if enrolled else "")
    if not address:
        return None
    signer = None
    if enrolled is not None and (keys := find_device_keys(data_folder)) is not None:
        signer = Signer(enrolled.device, keys, enrolled.hub_keys.signing)
    return Exchange(parse_hub_address(address), signer=signer)
