"""An operator's repository in memory: mutable between calls, signed anew when told, written out as a tree.

Everything an attacker could do is an assignment away: keys, thresholds, versions, dates and listed hashes are
plain attributes, and ``publish`` signs whatever they say. Throw-away keys; python-tuf's own metadata classes.
"""

from __future__ import annotations

import copy
import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    T,
    TargetFile,
    Targets,
    Timestamp,
)

TOP_ROLES = ("root", "timestamp", "snapshot", "targets")
FAR = datetime(2030, 1, 1, tzinfo=UTC)


class RepositorySimulator:
    """One operator with one key a role, unless told otherwise.

    Attributes:
        signers: The keys that sign, by role; more than the root names sign for nothing.
        root, timestamp, snapshot, targets: What will be signed next.
        curators: The delegated roles' targets, by role name.
        files: The metadata as it lies in the tree: ``N.root.json`` and so on to its bytes.
    """

    def __init__(self, name: str = "Test Society", expires: datetime = FAR) -> None:
        self.signers: dict[str, list[CryptoSigner]] = {
            role: [CryptoSigner.generate_ed25519()] for role in TOP_ROLES
        }
        self.root = Root(expires=expires, unrecognized_fields={"x-heritage-operator": {"name": name}})
        self.timestamp = Timestamp(expires=expires)
        self.snapshot = Snapshot(expires=expires)
        self.targets = Targets(expires=expires)
        self.curators: dict[str, Targets] = {}
        self.files: dict[str, bytes] = {}
        self._root_signers: list[CryptoSigner] = []
        for unpublished in (self.root, self.timestamp, self.snapshot, self.targets):
            unpublished.version = 0
        for role in TOP_ROLES:
            self.root.add_key(self.signers[role][0].public_key, role)
        self.publish_root()
        self.publish()

    def copy(self) -> RepositorySimulator:
        """Return a repository that goes on from here by itself, with the same keys."""
        other = copy.copy(self)
        other.signers = {role: list(signers) for role, signers in self.signers.items()}
        other._root_signers = list(self._root_signers)
        other.files = dict(self.files)
        for name in (*TOP_ROLES, "curators"):
            setattr(other, name, copy.deepcopy(getattr(self, name)))
        return other

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The chain of roots, the first one first."""
        return tuple(self.files[f"{version}.root.json"] for version in range(1, self.root.version + 1))

    def publish_root(self) -> None:
        """Sign the next root, with the keys it names and with those of the root before it."""
        self.root.version += 1
        signers = {s.public_key.keyid: s for s in (*self._root_signers, *self.signers["root"])}
        self.files[f"{self.root.version}.root.json"] = sign(self.root, signers.values())
        self._root_signers = list(self.signers["root"])

    def rotate(self, role: str) -> CryptoSigner:
        """Put a new key in the place of a role's; the root that says so is signed. Return the old key."""
        old = self.signers[role][0]
        self.root.revoke_key(old.public_key.keyid, role)
        self.signers[role] = [CryptoSigner.generate_ed25519()]
        self.root.add_key(self.signers[role][0].public_key, role)
        self.publish_root()
        return old

    def require(self, role: str, threshold: int) -> None:
        """Give a role as many keys as its new threshold; the root that says so is signed."""
        while len(self.signers[role]) < threshold:
            self.signers[role].append(CryptoSigner.generate_ed25519())
            self.root.add_key(self.signers[role][-1].public_key, role)
        self.root.roles[role].threshold = threshold
        self.publish_root()

    def delegate(self, role: str, paths: Iterable[str], *, threshold: int = 1) -> None:
        """Let a curator with a key of their own list what is under ``paths``; nobody else may."""
        self.signers[role] = [CryptoSigner.generate_ed25519() for _ in range(threshold)]
        self.curators[role] = Targets(expires=self.targets.expires)
        self.curators[role].version = 0
        if self.targets.delegations is None:
            self.targets.delegations = Delegations({}, {})
        assert self.targets.delegations.roles is not None
        self.targets.delegations.roles[role] = DelegatedRole(role, [], threshold, True, list(paths))
        for signer in self.signers[role]:
            self.targets.add_key(signer.public_key, role)

    def add_release(self, pack_id: str, version: int, manifest: bytes, role: str = "targets") -> None:
        """List a manifest; it is vouched for from the next ``publish`` on."""
        path = f"{pack_id}/{version}.json"
        lists = self.targets if role == "targets" else self.curators[role]
        lists.targets[path] = TargetFile.from_data(path, manifest, ["sha256"])

    def withdraw(self, pack_id: str, version: int, role: str = "targets") -> None:
        """Take a release off its list."""
        lists = self.targets if role == "targets" else self.curators[role]
        path = f"{pack_id}/{version}.json"
        del lists.targets[path]
        lists.unrecognized_fields.setdefault("x-heritage-withdrawn", []).append(path)

    def publish(self) -> None:
        """Sign every list anew, then the snapshot and the timestamp."""
        for role, lists in (("targets", self.targets), *self.curators.items()):
            lists.version += 1
            raw = sign(lists, self.signers[role])
            self.files[f"{lists.version}.{role}.json"] = raw
            self.snapshot.meta[f"{role}.json"] = _describe(lists.version, raw)
        self.snapshot.version += 1
        raw = sign(self.snapshot, self.signers["snapshot"])
        self.files[f"{self.snapshot.version}.snapshot.json"] = raw
        self.timestamp.version += 1
        self.timestamp.snapshot_meta = _describe(self.snapshot.version, raw)
        self.files["timestamp.json"] = sign(self.timestamp, self.signers["timestamp"])

    def write(self, tree: Path) -> Path:
        """Put the metadata into the tree in the folder ``tree``, over what is there."""
        folder = tree / "HERITAGE" / "metadata"
        folder.mkdir(parents=True, exist_ok=True)
        for name, raw in self.files.items():
            (folder / name).write_bytes(raw)
        return tree

    def sign_tree(self, tree: Path) -> Path:
        """List every manifest that lies in the tree, publish, and put the metadata beside them."""
        for path in sorted((tree / "HERITAGE" / "targets").glob("*/*.json")):
            self.add_release(path.parent.name, int(path.stem), path.read_bytes())
        self.publish()
        return self.write(tree)

    def sign_hpack(self, hpack: Path, out: Path | None = None, *, once: bool = False) -> Path:
        """Write ``hpack`` again with its release listed and the metadata in it, to ``out`` or in its place.

        With ``once`` the list is as it was before from the next signature on: for two packs under one version.
        """
        with zipfile.ZipFile(hpack) as archive:
            entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
        listed = dict(self.targets.targets)
        for entry, raw in entries:
            _, folder, *rest = entry.filename.split("/")
            if folder == "targets":
                self.add_release(rest[0], int(rest[1].removesuffix(".json")), raw)
        self.publish()
        if once:
            self.targets.targets = listed
        with zipfile.ZipFile(out or hpack, "w") as archive:
            for name, raw in sorted(self.files.items()):
                archive.writestr(zipfile.ZipInfo(f"HERITAGE/metadata/{name}"), raw)
            for entry, raw in entries:
                if "/metadata/" not in entry.filename:
                    archive.writestr(entry, raw)
        return out or hpack


def sign(signed: T, signers: Iterable[CryptoSigner]) -> bytes:
    """Return ``signed`` as metadata with a signature by each of ``signers``."""
    metadata = Metadata(signed)
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()


def _describe(version: int, raw: bytes) -> MetaFile:
    return MetaFile(version, len(raw), {"sha256": hashlib.sha256(raw).hexdigest()})


def list_metadata(tree: Path) -> Iterator[Path]:
    """Yield the files of metadata in a tree, by name."""
    yield from sorted((tree / "HERITAGE" / "metadata").iterdir())
