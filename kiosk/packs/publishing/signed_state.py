"""What an operator has signed so far: all roots, and the newest timestamp, snapshot and listings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.roles import parse_metadata
from kiosk.packs.publishing.whole_file import read_plain

MAX_METADATA_BYTES = 5_000_000
MAX_ROOTS = 256
TIMESTAMP_FILE = "timestamp.json"
METADATA_NAME = re.compile(r"(?P<version>[1-9][0-9]{0,9})\.(?P<role>[a-z0-9][a-z0-9-]{0,63})\.json")

Roles = Mapping[str, Metadata[Targets]]
"""Curators' listings by the name of their role."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A release that somebody stands for: ``<pack>/<version>.json``, the manifest's SHA-256, and whose list it is on."""

    path: str
    sha256: str
    role: str


@dataclass(frozen=True, slots=True)
class SignedState:
    """One state, whole. ``files`` are the bytes of everything in it under the names it travels by.

    ``roles`` are the listings of those curators whom the operator's own listing names.
    """

    roots: tuple[Metadata[Root], ...]
    timestamp: Metadata[Timestamp]
    snapshot: Metadata[Snapshot]
    targets: Metadata[Targets]
    roles: Roles
    files: Mapping[str, bytes]

    @property
    def root(self) -> Root:
        """The newest root."""
        return self.roots[-1].signed

    @property
    def root_raw(self) -> bytes:
        """The newest root as it travels."""
        return self.files[f"{self.root.version}.root.json"]

    def accepted_by(self, root: Root) -> bool:
        """Tell whether the keys of ``root`` vouch for timestamp, snapshot and the operator's own listing."""
        return all(
            root.get_verification_result(
                metadata.signed.type, metadata.signed_bytes, metadata.signatures
            ).verified
            for metadata in (self.timestamp, self.snapshot, self.targets)
        )

    def listed(self) -> Iterator[Listed]:
        """Yield each release that is listed, the operator's own first."""
        return iterate_listed(self.targets, self.roles)

    def verify(self) -> None:
        """Verify everything by the first root: signatures, and that the files belong together.

        Raises:
            ValueError: Something does not hold; says what.
        """
        try:
            before = None
            for root in self.roots:
                (before or root.signed).verify_delegate(Root.type, root.signed_bytes, root.signatures)
                root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
                before = root.signed
            for metadata in (self.timestamp, self.snapshot, self.targets):
                kind = metadata.signed.type
                self.root.verify_delegate(kind, metadata.signed_bytes, metadata.signatures)
            for role, metadata in self.roles.items():
                self.targets.signed.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
            named = {"snapshot": self.timestamp.signed.snapshot_meta}
            named |= {role: self.snapshot.signed.meta[f"{role}.json"] for role in (Targets.type, *self.roles)}
            for role, meta in named.items():
                meta.verify_length_and_hashes(self.files[f"{meta.version}.{role}.json"])
        except RepositoryError as error:
            raise ValueError(str(error)) from error


def iterate_listed(targets: Metadata[Targets], roles: Roles) -> Iterator[Listed]:
    """Yield each release that an operator and the curators list, the operator's own first."""
    for role, metadata in {Targets.type: targets, **roles}.items():
        for path, target in metadata.signed.targets.items():
            yield Listed(path, target.hashes.get("sha256", ""), role)


def read_state(folder: Path) -> SignedState | None:
    """Return the state that lies in ``folder``, or None where there is none. Signatures are not looked at.

    Raises:
        KioskError: ``packs.metadata-faulty`` where a file is missing, too large or no metadata.
    """
    if not (folder / "1.root.json").is_file():
        return None
    files: dict[str, bytes] = {}
    roots = tuple(_read_roots(folder, files))
    return _read_listing(folder, roots, _take(folder, TIMESTAMP_FILE, files), files)


def read_older_state(state: SignedState, folder: Path, timestamp: bytes, root_version: int) -> SignedState:
    """Return the state that ``timestamp`` named, from the files that still lie in ``folder``.

    Raises:
        KioskError: ``packs.metadata-faulty`` where one of them is missing.
    """
    roots = state.roots[:root_version]
    names = [f"{root.signed.version}.root.json" for root in roots]
    return _read_listing(folder, roots, timestamp, {name: state.files[name] for name in names})


def _read_listing(
    folder: Path, roots: tuple[Metadata[Root], ...], stamp: bytes, files: dict[str, bytes]
) -> SignedState:
    files[TIMESTAMP_FILE] = stamp
    timestamp = parse_metadata(stamp, Timestamp, TIMESTAMP_FILE)
    name = f"{timestamp.signed.snapshot_meta.version}.snapshot.json"
    snapshot = parse_metadata(_take(folder, name, files), Snapshot, name)
    targets = _read_role(folder, Targets.type, snapshot, files)
    delegations = targets.signed.delegations
    roles = {
        role: _read_role(folder, role, snapshot, files) for role in (delegations and delegations.roles) or {}
    }
    return SignedState(roots, timestamp, snapshot, targets, roles, files)


def _read_role(
    folder: Path, role: str, snapshot: Metadata[Snapshot], files: dict[str, bytes]
) -> Metadata[Targets]:
    meta = snapshot.signed.meta.get(f"{role}.json")
    name = f"{meta.version if meta else 0}.{role}.json"
    if not METADATA_NAME.fullmatch(name):
        raise _faulty(folder, f"no listing {name[:80]!r} in the snapshot")
    return parse_metadata(_take(folder, name, files), Targets, name)


def _read_roots(folder: Path, files: dict[str, bytes]) -> Iterator[Metadata[Root]]:
    for version in range(1, MAX_ROOTS + 1):
        name = f"{version}.root.json"
        if version > 1 and not (folder / name).is_file():
            return
        yield parse_metadata(_take(folder, name, files), Root, name)


def _take(folder: Path, name: str, files: dict[str, bytes]) -> bytes:
    try:
        raw = read_plain(folder / name, MAX_METADATA_BYTES)
    except OSError as error:
        raise _faulty(folder / name, error.strerror or str(error)) from error
    if len(raw) > MAX_METADATA_BYTES:
        raise _faulty(folder / name, f"more than {MAX_METADATA_BYTES:,} bytes")
    files[name] = raw
    return raw


def _faulty(thing: Path, found: str) -> KioskError:
    return KioskError(
        "The signed metadata cannot be read",
        thing=str(thing),
        found=found,
        remedy="copy it again from where it came from; a key ring from the copy that was kept",
        code="packs.metadata-faulty",
    )
