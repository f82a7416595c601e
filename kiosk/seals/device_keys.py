"""This device's own keys, ``seals/device-keys``: made at first need, never sent anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.seals.keys import OwnKeys, keys_from_bytes, make_keys
from kiosk.seals.paper_keys import make_not_kept
from kiosk.seals.places import DEVICE_KEYS
from kiosk.seals.secret_file import read_secret, write_secret

PLACE: Final = DEVICE_KEYS
_FORMAT: Final = "heritage-kiosk-device-keys/1"
_MAX_BYTES: Final = 1_024


def find_device_keys(data_folder: Path) -> OwnKeys | None:
    """Return the device's keys, None where none were made yet.

    Raises:
        KioskError: ``seals.keys-damaged``.
    """
    path = data_folder / PLACE
    try:
        return _parse(read_secret(path, _MAX_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise KioskError(
            "The device's own keys were not read",
            thing=path.name,
            found=str(error),
            remedy="Make new ones and enrol the device again: kiosk sync enrol --new-keys",
            code="seals.keys-damaged",
        ) from error


def load_device_keys(data_folder: Path) -> OwnKeys:
    """Return the device's keys, made and kept durably on first use.

    Raises:
        KioskError: ``seals.keys-damaged``, ``seals.not-kept``.
    """
    return find_device_keys(data_folder) or renew_device_keys(data_folder)


def renew_device_keys(data_folder: Path) -> OwnKeys:
    """Make new keys and keep them in the place of the old ones: the hub knows the device no longer.

    Raises:
        KioskError: ``seals.not-kept``; the old ones are untouched.
    """
    keys, path = make_keys(), data_folder / PLACE
    try:
        write_secret(path, f"{_FORMAT}\n{keys.to_bytes().hex()}\n".encode("ascii"))
    except OSError as error:
        raise make_not_kept("The device's own keys were not kept", path, error) from error
    return keys


def _parse(content: bytes) -> OwnKeys:
    lines = content.decode("ascii").split("\n")
    if len(content) > _MAX_BYTES or len(lines) != 3 or lines[0] != _FORMAT:
        raise ValueError(f"the format is not {_FORMAT}")
    try:
        return keys_from_bytes(bytes.fromhex(lines[1]))
    except ValueError:
        raise ValueError("it does not hold two keys") from None
