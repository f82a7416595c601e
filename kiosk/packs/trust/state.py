"""What a device trusts, as it is kept: an operator's roots and the newest metadata they vouch for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Origin(StrEnum):
    """Where a device's trust came from: with the program, or from somebody who set it."""

    DEMONSTRATION = "demonstration"
    OWN = "own"


class Trusting(StrEnum):
    """Which packs a store takes: signed ones of the device's operator, or any, for an author's preview."""

    SIGNED = "signed"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class TrustState:
    """A device's trust, immutable; what is learned from a stick makes a new one.

    Attributes:
        operator_id: Names the operator on this device, however often its roots change (lower-case hex).
        origin: Where the trust came from.
        roots: The root metadata from the adopted chain's first to its newest, each in the bytes it came in.
        roles: The newest verified metadata of every other role by its name: ``timestamp``, ``snapshot``,
            ``targets`` and the curators'.
    """

    operator_id: str
    origin: Origin
    roots: tuple[bytes, ...]
    roles: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def newest_root(self) -> bytes:
        """The root that everything else is verified by."""
        return self.roots[-1]


@dataclass(frozen=True, slots=True)
class Approval:
    """Who stands for a release: ``vouched_by`` is an operator's id, "" for an author's preview of what nobody signed.

    ``trust`` is the device's trust with what was learned on the way; None where nothing is to be kept.
    """

    vouched_by: str
    trust: TrustState | None = None
