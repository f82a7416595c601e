"""A change of what an operator vouches for: prepared, signed, and written in an order that is whole at each instant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, Snapshot, Targets, Timestamp

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.roles import (
    CONTENT_LIFE,
    RENEW_WITHIN,
    describe_file,
    format_metadata,
)
from kiosk.packs.publishing.signed_state import (
    MAX_METADATA_BYTES,
    TIMESTAMP_FILE,
    Listed,
    SignedState,
    iterate_listed,
)
from kiosk.packs.publishing.whole_file import write_whole
from kiosk.packs.steps import OnStep

HISTORY = "history"
Signers = Mapping[str, list[Signer]]
"""What signs, by role."""


class Revision:
    """Works on a copy of a state. Nothing is written before :meth:`commit`.

    Attributes:
        changes: Whether anything has to be signed: something was changed, or would run out soon.
        changes_targets: Whether the operator's own listing has to be.
    """

    def __init__(self, state: SignedState, now: datetime) -> None:
        self._now = now
        self._targets = deepcopy(state.targets)
        self._snapshot = deepcopy(state.snapshot)
        self._timestamp = deepcopy(state.timestamp)
        self._roles = dict(state.roles)
        self._curated: dict[str, bytes] = {}
        self.changes_targets = self._ends_soon(self._targets)
        self.changes = (
            self.changes_targets or self._ends_soon(self._snapshot) or self._ends_soon(self._timestamp)
        )

    @property
    def listing(self) -> Targets:
        """The operator's own listing, to be changed; say so with :meth:`touch`."""
        return self._targets.signed

    def listed(self) -> Iterator[Listed]:
        """Yield each release that will be listed, the operator's own first."""
        return iterate_listed(self._targets, self._roles)

    def find_role(self, role: str) -> Metadata[Targets] | None:
        """Return a curators' listing, None where there is none."""
        return self._roles.get(role)

    def touch(self, *, targets: bool = True) -> None:
        """Have the state signed anew, with the operator's own listing or without."""
        self.changes = True
        self.changes_targets |= targets

    def take_curated(self, role: str, metadata: Metadata[Targets], raw: bytes) -> None:
        """Take in a listing that its curators have signed."""
        self._roles[role] = metadata
        self._curated[f"{metadata.signed.version}.{role}.json"] = raw
        self._snapshot.signed.meta[f"{role}.json"] = describe_file(metadata.signed.version, raw)
        self.touch(targets=False)

    def drop_curated(self, role: str) -> None:
        """Take the listing of a role out. The snapshot goes on naming it: devices let none disappear."""
        self._roles.pop(role, None)

    def roles(self) -> tuple[str, ...]:
        """Return the roles whose signatures the change needs."""
        if not self.changes:
            return ()
        return (*([Targets.type] if self.changes_targets else []), Snapshot.type, Timestamp.type)

    def commit(self, folder: Path, signers: Signers, on_step: OnStep) -> None:
        """Sign, and write to ``folder``: listings, snapshot, and last the timestamp, which makes them count.

        Raises:
            OSError: ``folder`` cannot be written; what was signed before still counts.
            KioskError: ``packs.too-many-releases``.
        """
        files = dict(self._curated)
        if self.changes_targets:
            name, raw = self._sign(self._targets, signers[Targets.type])
            files[name] = raw
            self._snapshot.signed.meta["targets.json"] = describe_file(self.listing.version, raw)
        name, raw = self._sign(self._snapshot, signers[Snapshot.type])
        files[name] = raw
        self._timestamp.signed.snapshot_meta = describe_file(self._snapshot.signed.version, raw)
        stamp_name, stamp = self._sign(self._timestamp, signers[Timestamp.type])
        for name, raw in files.items():
            on_step(f"sign:{name}")
            write_whole(folder / name, raw)
        on_step("sign:history")
        write_whole(folder.parent / HISTORY / stamp_name, stamp)
        on_step("sign:timestamp.json")
        write_whole(folder / TIMESTAMP_FILE, stamp)

    def _ends_soon(self, metadata: Metadata[Any]) -> bool:
        return bool(metadata.signed.expires < self._now + RENEW_WITHIN)

    def _sign(self, metadata: Metadata[Any], signers: list[Signer]) -> tuple[str, bytes]:
        metadata.signed.version += 1
        metadata.signed.expires = self._now + CONTENT_LIFE
        raw = sign_metadata(metadata, signers)
        return f"{metadata.signed.version}.{metadata.signed.type}.json", raw


def sign_metadata(metadata: Metadata[Any], signers: list[Signer]) -> bytes:
    """Sign ``metadata`` anew, and return the bytes that travel.

    Raises:
        KioskError: ``packs.too-many-releases`` where they are more than a device reads.
    """
    metadata.signatures.clear()
    for signer in signers:
        metadata.sign(signer, append=True)
    raw = format_metadata(metadata)
    if len(raw) > MAX_METADATA_BYTES:
        raise KioskError(
            "Nothing was signed",
            found=f"{len(raw):,} bytes of {metadata.signed.type} metadata",
            expected=f"at most {MAX_METADATA_BYTES:,}",
            remedy="withdraw old versions that no device needs: kiosk pack withdraw",
            code="packs.too-many-releases",
        )
    return raw
