"""What became of a request to the hub, and what staff can do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from kiosk.sync.state import DISK, NO_HUB, RATE


class Outcome(StrEnum):
    """What became of a request."""

    ACKNOWLEDGED = "acknowledged"
    FORK = "fork"  # the hub knows other facts under this stream's numbers
    TOO_LARGE = "too-large"
    BUSY = "busy"  # 429, 5xx, 408
    NO_NETWORK = "no-network"  # this device has none
    UNREACHABLE = "unreachable"  # there is a network, and no hub on it
    NOT_THE_HUB = "not-the-hub"  # an answer that is not the hub's: a captive portal
    CLOCK = "clock"  # this device's clock is so wrong that no certificate holds
    NOT_ENROLLED = "not-enrolled"  # the hub does not know this device, or not by this key
    REVOKED = "revoked"  # the hub's operator has shut this device out
    REFUSED = "refused"  # any other 4xx


REMEDIES: Final = {
    Outcome.TOO_LARGE: "Ask the hub's operator: one fact alone is too large for it",
    Outcome.BUSY: "Nothing: the device tries again by itself",
    Outcome.NO_NETWORK: "Connect the device to a network, or carry the facts by a stick: kiosk sync --stick DIR",
    Outcome.UNREACHABLE: "See whether the hub is running and its address is right; a stick can carry the facts too",
    Outcome.NOT_THE_HUB: "Log in to the network once from this device, or ask who runs the network",
    Outcome.CLOCK: "Set the device's date and time",
    Outcome.NOT_ENROLLED: "Ask the hub's operator for a code, and enrol the device: kiosk sync enrol --hub URL --code CODE",
    Outcome.REVOKED: "Ask the hub's operator why; then enrol the device again: kiosk sync enrol --new-keys",
    Outcome.REFUSED: "Ask the hub's operator; nothing is lost meanwhile",
    Outcome.FORK: "Nothing: the device goes on under new numbers by itself",
}
"""What staff can do, in words, for each outcome that is a failure."""

_OTHER_REMEDIES: Final = {
    RATE: "Nothing, or allow more with sync_rate_kbps in settings.toml",
    DISK: "Free space on the disk, or make the data folder writable",
    NO_HUB: "Ask the hub's operator for a code, and enrol the device: kiosk sync enrol --hub URL --code CODE",
}


def find_remedy(reason: str) -> str:
    """Return what staff can do about ``reason``, an outcome or one of :mod:`kiosk.sync.state`; "" where nothing is wrong."""
    # An Outcome is the very text it stands for.
    return _OTHER_REMEDIES.get(reason) or next(
        (words for one, words in REMEDIES.items() if one == reason), ""
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """The hub's answer.

    ``through`` and ``head_hash`` are the acknowledged (or, for a fork, the agreed) number and its
    hash; ``server_ms`` the hub's clock (0 where it was not told); ``detail`` in words for staff; ``body`` what was
    answered to anything but a batch, ``content`` the same unread; ``moved_bytes`` what went over the network, both ways;
    ``is_signed``: the hub that the device is enrolled at has signed it.
    """

    outcome: Outcome
    through: int = 0
    head_hash: str = ""
    server_ms: int = 0
    detail: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    content: bytes = b""
    moved_bytes: int = 0
    is_signed: bool = False
