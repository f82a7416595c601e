"""The client of The Update Framework over a stick: what a device knows, brought up to what the stick tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, MetaFile, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.model.errors import KioskError
from kiosk.packs.names import ROLE_NAME
from kiosk.packs.publishing.roles import WITHDRAWN_FIELD
from kiosk.packs.tree import PackTree, Release
from kiosk.packs.trust.fetcher import BASE_URL, MAX_METADATA_BYTES, MAX_TOTAL_BYTES, TreeFetcher
from kiosk.packs.trust.operator import MAX_ROOT_BYTES, MAX_ROOTS, parse_root
from kiosk.packs.trust.refusals import NOT_INSTALLED, make_expired, make_metadata_faulty
from kiosk.packs.trust.state import TrustState

MAX_TIMESTAMP_BYTES = 16_384
THIS_DEVICE = "this device"
# More curators than this are looked up one by one when their releases are.
MAX_CURATORS = 2_000
_CONFIG = UpdaterConfig(
    max_root_rotations=MAX_ROOTS,
    root_max_length=MAX_ROOT_BYTES,
    timestamp_max_length=MAX_TIMESTAMP_BYTES,
    targets_max_length=MAX_METADATA_BYTES,
    prefix_targets_with_hash=False,
)
# What python-tuf and what it calls raise about metadata. It does not look at the type of every value: where a
# role's name is a number or a list of paths is none, what stumbles over it is TypeError and its like.
_FAULTS = (RepositoryError, DownloadError, ValueError, TypeError, AttributeError, LookupError)


class MetadataClient:
    """python-tuf's client on a scratch folder that begins with what the device knows."""

    def __init__(self, scratch: Path, tree: PackTree | None, trust: TrustState, now: datetime) -> None:
        self.older = False
        self._scratch = scratch
        self._tree = tree
        self._thing = tree.thing if tree else THIS_DEVICE
        self._trust = trust
        self._now = now
        self._left_bytes = MAX_TOTAL_BYTES
        for role, raw in trust.roles.items():
            (scratch / f"{role}.json").write_bytes(raw)
        self._updater = self._make(None if tree else trust.roles.get("timestamp"))

    def refresh(self) -> None:
        """Bring the top roles up to the newest known, and the curators' roles as far as they are there."""
        with telling_faults(self._thing):
            try:
                self._updater.refresh()
            except (BadVersionNumberError, UnsignedMetadataError):
                if not self._is_older():
                    raise
                self.older = True
                self._updater = self._make(self._trust.roles["timestamp"])
                self._updater.refresh()
        self._bring_curators()

    def look_up(self, release: Release) -> TargetFile | KioskError | None:
        """Return the manifest that is vouched for; None where no list names the release; what was wrong with it."""
        try:
            with telling_faults(self._thing):
                return self._updater.get_targetinfo(target_path(release))
        except KioskError as problem:
            return problem

    def withdrawn(self) -> frozenset[str]:
        """Return what the lists that were verified say of releases taken back."""
        said: list[Any] = []
        for path in self._scratch.glob("*.json"):
            if path.stem in ("root", "timestamp", "snapshot"):
                continue
            try:
                lists = _parse_targets(path.read_bytes())
            except RepositoryError:
                continue  # a curators' list that has rotted on this device says nothing, and is brought anew
            field = lists.unrecognized_fields.get(WITHDRAWN_FIELD)
            said += field if isinstance(field, list) else []
        return frozenset(path for path in said if isinstance(path, str))

    def learned(self) -> TrustState:
        """Return the trust as it is now; the same object where nothing is new.

        Raises:
            KioskError: ``packs.metadata-faulty`` where a new root is one that this device could not work with.
        """
        history = self._scratch / "root_history"
        roots = list(self._trust.roots)
        version = parse_root(roots[-1], self._thing).signed.version + 1
        while (path := history / f"{version}.root.json").is_file():
            raw = path.read_bytes()
            parse_root(raw, self._thing)  # once it is kept, everything begins with it
            roots.append(raw)
            version += 1
        paths = (path for path in self._scratch.glob("*.json") if path.name != "root.json")
        roles = {path.stem: path.read_bytes() for path in paths}
        if len(roots) == len(self._trust.roots) and roles == self._trust.roles:
            return self._trust
        return TrustState(self._trust.operator_id, self._trust.origin, tuple(roots), roles)

    def _make(self, timestamp: bytes | None) -> Updater:
        with telling_faults(self._thing):
            updater = Updater(
                str(self._scratch),
                BASE_URL,
                fetcher=TreeFetcher(self._tree, timestamp),
                config=_CONFIG,
                bootstrap=self._trust.newest_root,
            )
        # python-tuf asks the system's clock and has no door for another; tests/faults/test_trust_time.py
        # fails where a new python-tuf no longer takes it from here.
        updater._trusted_set.reference_time = self._now
        return updater

    def _is_older(self) -> bool:
        """Tell whether the stick says that it is older than the device. A lie makes the device's own word decide."""
        if self._tree is None or "timestamp" not in self._trust.roles:
            return False
        newest = parse_root(self._trust.newest_root, self._thing).signed.version
        if self._tree.read_metadata(f"{newest}.root.json", MAX_ROOT_BYTES) is None:
            return True
        theirs = self._tree.read_metadata("timestamp.json", MAX_TIMESTAMP_BYTES)
        return theirs is not None and _version(theirs) < _version(self._trust.roles["timestamp"])

    def _bring_curators(self) -> None:
        """Take every curator's list from the tree, not only the asked ones: a file of another week may need it.

        A list that is wrong is left where it is: it spoils its curator's own releases only, and looked up, they
        say so.
        """
        targets = _parse_targets((self._scratch / "targets.json").read_bytes())
        snapshot = Metadata[Snapshot].from_bytes((self._scratch / "snapshot.json").read_bytes()).signed
        roles = targets.delegations.roles if targets.delegations else None
        for role in list(roles or {})[:MAX_CURATORS]:
            expected = snapshot.meta.get(f"{role}.json")
            named = isinstance(role, str) and ROLE_NAME.fullmatch(role)
            if self._tree is not None and expected is not None and named:
                with suppress(KioskError, *_FAULTS):
                    self._bring_curator(role, targets, expected, self._tree)

    def _bring_curator(self, role: str, targets: Targets, expected: MetaFile, tree: PackTree) -> None:
        here = self._scratch / f"{role}.json"
        if here.is_file() and _is_expected(here.read_bytes(), expected):
            return
        raw = tree.read_metadata(f"{expected.version}.{role}.json", MAX_METADATA_BYTES)
        self._left_bytes -= len(raw or b"")
        if raw is None or self._left_bytes < 0:
            return
        expected.verify_length_and_hashes(raw)
        metadata = Metadata[Targets].from_bytes(raw)
        targets.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
        if metadata.signed.version == expected.version:
            here.write_bytes(raw)


def target_path(release: Release) -> str:
    """Return under which path a release's manifest is listed."""
    return f"{release.pack_id}/{release.version}.json"


def _is_expected(raw: bytes, expected: MetaFile) -> bool:
    """Tell whether a curator's list is the one that the snapshot names: by its hash, or by its version."""
    if not expected.hashes:
        return _parse_targets(raw).version == expected.version
    try:
        expected.verify_length_and_hashes(raw)
    except LengthOrHashMismatchError:
        return False
    return True


def _parse_targets(raw: bytes) -> Targets:
    return Metadata[Targets].from_bytes(raw).signed


def _version(timestamp: bytes) -> int:
    return Metadata[Timestamp].from_bytes(timestamp).signed.version


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder for python-tuf to write to: nothing in it is ever needed again."""
    try:
        with TemporaryDirectory(prefix="kiosk-trust-") as folder:
            yield Path(folder)
    except OSError as error:
        raise KioskError(
            NOT_INSTALLED,
            found=f"the signatures could not be looked at: no room for temporary files ({error.strerror})",
            remedy="free space on this device, and run kiosk doctor",
            code="packs.write-failed",
        ) from error


@contextmanager
def telling_faults(thing: str) -> Iterator[None]:
    """Turn what python-tuf raises into words for staff; what the tree itself raised is passed on."""
    try:
        yield
    except ExpiredMetadataError as error:
        raise make_expired(thing, str(error)) from error
    except _FAULTS as error:
        if isinstance(error.__cause__, KioskError):
            raise error.__cause__ from None
        raise make_metadata_faulty(thing, str(error)) from error
