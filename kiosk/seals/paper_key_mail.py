"""Paper keys on their way from the hub to one device: signed by the hub, sealed to that device."""

from __future__ import annotations

from typing import Final

from kiosk.seals.envelope import SealError, open_seal, seal
from kiosk.seals.keys import OwnKeys
from kiosk.seals.paper_keys import PaperKeys, format_paper_keys, parse_paper_keys

PURPOSE: Final = "paper-keys"
HUB: Final = "hub"


def seal_paper_keys(paper_keys: PaperKeys, hub_keys: OwnKeys, device_sealing_key: bytes) -> bytes:
    """Return the keys as an envelope that only the device can open.

    Raises:
        SealError: ``device_sealing_key`` (32 bytes) is no such key.
    """
    content = format_paper_keys(paper_keys)
    return seal(content, keys=hub_keys, sender=HUB, receiver=device_sealing_key, purpose=PURPOSE)


def open_paper_keys(envelope: bytes, device_keys: OwnKeys, hub_signing_key: bytes) -> PaperKeys:
    """Return the keys in ``envelope``, which is not trusted.

    Raises:
        SealError: It is not for this device, or not from this hub.
    """
    signed = open_seal(envelope, keys=device_keys, purpose=PURPOSE)
    if not signed.is_by(hub_signing_key):
        raise SealError("not signed by the hub this device is enrolled at")
    try:
        return parse_paper_keys(signed.content)
    except ValueError as error:
        raise SealError(str(error)) from error
