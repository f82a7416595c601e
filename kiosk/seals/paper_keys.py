"""Paper keys: the operator's secrets with which a device checks tickets, vouchers and passes without a network.

They reach a device sealed (:mod:`kiosk.seals.paper_key_mail`) and lie in ``seals/paper-keys.json``, which only
the guide's own user may read. Of each kind there may be several, the newest first: the first one makes,
each one checks, so that keys can be changed while paper is about.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.model.errors import KioskError
from kiosk.seals.key_text import parse_key
from kiosk.seals.places import PAPER_KEYS
from kiosk.seals.secret_file import read_secret, write_secret

FORMAT: Final = "heritage-kiosk-paper-keys/1"
PLACE: Final = PAPER_KEYS
MAX_BYTES: Final = 1024 * 1024
MAX_KEY_ID: Final = 65_535
MAX_SITE_LENGTH: Final = 80
MAX_KEYS: Final = 2_000

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class TicketKeys:
    """What checks the tickets of ``site``.

    ``key_id`` (0 to 65,535) tells keys of one site apart, ``secret`` (32 bytes) authenticates typed codes (HMAC),
    ``public_key`` (32 bytes, Ed25519) the signatures of printed ones.
    """

    site: str
    key_id: int
    secret: bytes = field(repr=False)
    public_key: bytes


@dataclass(frozen=True, slots=True)
class VoucherKey:
    """What makes and checks onward vouchers between the operator's sites: 32 bytes for an HMAC."""

    key_id: int
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PassKey:
    """What makes and checks visit passes: 32 bytes for an HMAC."""

    key_id: int
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperKeys:
    """All paper keys of an operator, newest first; ``version`` grows with each change (0: there are none)."""

    version: int = 0
    tickets: tuple[TicketKeys, ...] = ()
    vouchers: tuple[VoucherKey, ...] = ()
    passes: tuple[PassKey, ...] = ()

    def tickets_of(self, site: str) -> tuple[TicketKeys, ...]:
        """Return the keys of one site's tickets, newest first."""
        return tuple(keys for keys in self.tickets if keys.site == site)


def format_paper_keys(keys: PaperKeys) -> bytes:
    """Return the keys as JSON: secrets in the open, to be sealed or kept."""
    record = {
        "format": FORMAT,
        "version": keys.version,
        "tickets": [
            {"site": one.site, "key_id": one.key_id, "secret": one.secret.hex(), "public_key": one.public_key.hex()}
            for one in keys.tickets
        ],
        "vouchers": [{"key_id": one.key_id, "secret": one.secret.hex()} for one in keys.vouchers],
        "passes": [{"key_id": one.key_id, "secret": one.secret.hex()} for one in keys.passes],
    }  # fmt: skip
    return json.dumps(record, separators=(",", ":")).encode("ascii")


def parse_paper_keys(content: bytes) -> PaperKeys:
    """Return the keys in ``content``, which is not trusted.

    Raises:
        ValueError: The form or a bound is wrong; the message says which, and repeats no secret.
    """
    if len(content) > MAX_BYTES:
        raise ValueError("too long")
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ValueError(f"the format is not {FORMAT}")
    return PaperKeys(
        _read_whole(record, "version", 2**53),
        _read_list(record, "tickets", _read_ticket_keys),
        _read_list(record, "vouchers", lambda one: VoucherKey(*_read_id_and_secret(one))),
        _read_list(record, "passes", lambda one: PassKey(*_read_id_and_secret(one))),
    )


def load_paper_keys(data_folder: Path) -> PaperKeys:
    """Return the keys that this device was given; none where it was given none.

    Raises:
        KioskError: ``seals.paper-keys-damaged``.
    """
    path = data_folder / PLACE
    try:
        return parse_paper_keys(read_secret(path, MAX_BYTES))
    except FileNotFoundError:
        return PaperKeys()
    except (OSError, ValueError) as error:
        raise KioskError(
            "Tickets, vouchers and passes cannot be checked",
            thing=path.name,
            expected="the keys that the hub sent",
            found=str(error),
            remedy="Remove the file and let the device reach its hub, or bring it a stick from there",
            code="seals.paper-keys-damaged",
        ) from error


def keep_paper_keys(data_folder: Path, keys: PaperKeys) -> None:
    """Put the keys in the place of those that were there.

    Raises:
        KioskError: ``seals.not-kept``; the old ones are untouched.
    """
    path = data_folder / PLACE
    try:
        write_secret(path, format_paper_keys(keys))
    except OSError as error:
        raise make_not_kept("The keys of tickets and passes were not kept", path, error) from error


def make_not_kept(what: str, path: Path, error: OSError) -> KioskError:
    """Return the error for a disk that did not take what has to be kept."""
    return KioskError(
        what,
        thing=path.name,
        found=error.strerror or str(error),
        remedy="Free space on the disk, or make the data folder writable, and repeat",
        code="seals.not-kept",
    )


def _read_ticket_keys(record: Mapping[str, Any]) -> TicketKeys:
    site = record.get("site")
    if not isinstance(site, str) or not 1 <= len(site) <= MAX_SITE_LENGTH:
        raise ValueError("site is no name")
    key_id, secret = _read_id_and_secret(record)
    return TicketKeys(site, key_id, secret, _read_key(record, "public_key"))


def _read_id_and_secret(record: Mapping[str, Any]) -> tuple[int, bytes]:
    return _read_whole(record, "key_id", MAX_KEY_ID), _read_key(record, "secret")


def _read_list(
    record: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], _Key]
) -> tuple[_Key, ...]:
    entries = record.get(name)
    if not isinstance(entries, list) or len(entries) > MAX_KEYS:
        raise ValueError(f"{name} is no list of at most {MAX_KEYS}")
    if not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{name} holds something else than keys")
    return tuple(read(entry) for entry in entries)


def _read_whole(record: Mapping[str, Any], name: str, maximum: int) -> int:
    value = record.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= maximum:
        raise ValueError(f"{name} is no number from 0 to {maximum}")
    return value


def _read_key(record: Mapping[str, Any], name: str) -> bytes:
    try:
        return parse_key(record.get(name))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
