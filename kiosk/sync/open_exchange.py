"""The way to the hub as this device stands now: signed where it is enrolled."""

from __future__ import annotations

from pathlib import Path

from kiosk.seals.places import ENROLMENT
from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import parse_hub_address


def open_exchange(data_folder: Path, hub: str) -> Exchange | None:
    """Return the way to ``hub``, or to where the device is enrolled; None for neither.

    Where it is enrolled, everything is signed; a hub at another address than on that day is known by its keys.

    Raises:
        KioskError: ``sync.hub-address``, ``sync.enrolment-damaged``, ``seals.keys-damaged``.
    """
    if not (data_folder / ENROLMENT).exists():
        return Exchange(parse_hub_address(hub)) if hub else None
    # What signs is large: a device that is not enrolled does without.
    from kiosk.seals.device_keys import find_device_keys
    from kiosk.sync.enrolment import get_enrolment
    from kiosk.sync.signer import Signer

    enrolled, keys = get_enrolment(data_folder), find_device_keys(data_folder)
    signer = None if keys is None else Signer(enrolled.device, keys, enrolled.hub_keys.signing)
    return Exchange(parse_hub_address(hub or enrolled.hub), signer=signer)
