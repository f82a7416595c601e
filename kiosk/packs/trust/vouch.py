"""Asks an operator's signed metadata whether it stands for a release: python-tuf's protocol over a stick.

A stick's metadata may be newer than what the device knows (it is learned), as old, or older: then what
the device knows decides, so that two files of different weeks both install and a withdrawal holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
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
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.model.errors import KioskError
from kiosk.packs.names import ROLE_NAME
from kiosk.packs.publishing.roles import WITHDRAWN_FIELD
from kiosk.packs.tree import PackTree, Release
from kiosk.packs.trust.fetcher import BASE_URL, MAX_METADATA_BYTES, MAX_TOTAL_BYTES, TreeFetcher
from kiosk.packs.trust.operator import MAX_ROOT_BYTES, MAX_ROOTS, parse_root, read_chain, read_operator
from kiosk.packs.trust.refusals import (
    NOT_INSTALLED,
    make_expired,
    make_foreign,
    make_metadata_faulty,
    make_no_trust,
    make_unsigned,
    make_withdrawn,
)
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
# What python-tuf and what it calls raise about metadata: ValueError for names no file could have.
_FAULTS = (RepositoryError, DownloadError, ValueError)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the newest metadata known says, from a stick or from the device.

    Attributes:
        trust: The device's trust with what was learned, also where ``problem`` stopped it half way; None where
            the device trusts nobody yet.
        problem: Why nothing on the stick can be vouched for; None where something may be.
        older: Whether the stick's metadata is older than what the device knows.
        listed: For each release asked about the file that is vouched for, None, or what was wrong with its list.
        withdrawn: The releases that the operator or a curator says were taken back, as ``<pack>/<version>.json``.
    """

    trust: TrustState | None
    problem: KioskError | None
    older: bool
    listed: Mapping[Release, TargetFile | KioskError | None]
    withdrawn: frozenset[str] = frozenset()

    def check_manifest(self, release: Release, raw: bytes, thing: str, *, known: bool = False) -> None:
        """Refuse a manifest that is not the one the metadata lists. ``known``: it was once installed here, signed.

        Raises:
            KioskError: ``problem``, ``packs.withdrawn``, ``packs.unsigned`` or ``packs.hash-mismatch``.
        """
        if self.problem is not None:
            raise self.problem
        listed = self.listed[release]
        name = f"{release.pack_id} {release.version}"
        if isinstance(listed, KioskError):
            raise listed
        if listed is None:
            if known or self.older or _path(release) in self.withdrawn:
                raise make_withdrawn(name)
            raise make_unsigned(name, "a release that the operator's list on it does not name")
        try:
            listed.verify_length_and_hashes(raw)
        except LengthOrHashMismatchError as error:
            raise KioskError(
                NOT_INSTALLED,
                thing=thing,
                expected=f"the manifest of {name} that was signed",
                found="another one",
                remedy="copy the content again from where it came from; if it stays, do not use this stick",
                code="packs.hash-mismatch",
            ) from error


def vouch(tree: PackTree, trust: TrustState | None, now: datetime, releases: Iterable[Release]) -> Vouched:
    """Verify the metadata of ``tree`` by what the device trusts, and look ``releases`` up in the newest known.

    Nothing is written but in a scratch folder; nothing is raised for what the tree does wrong.

    Args:
        tree: The stick or file.
        trust: What the device trusts; None for nobody.
        now: The reference time, see :mod:`kiosk.packs.trust.reference_time`.
        releases: What to look up.
    """
    asked = tuple(releases)
    try:
        if trust is None:
            raise make_no_trust(
                tree.thing, f"content signed by {read_operator(read_chain(tree)[-1], tree.thing)}"
            )
        _check_operator(tree, trust)
        with _scratch_folder() as scratch:
            return _ask(_Client(scratch, tree, trust, now), asked)
    except KioskError as problem:
        return Vouched(trust, problem, older=False, listed={})


def _ask(client: _Client, asked: Iterable[Release]) -> Vouched:
    try:
        client.refresh()
    except KioskError as problem:
        return Vouched(client.learned(), problem, client.older, {})
    listed = {release: client.look_up(release) for release in asked}
    return Vouched(client.learned(), None, client.older, listed, client.withdrawn())


def find_withdrawn(trust: TrustState, releases: Iterable[Release]) -> tuple[Release, ...]:
    """Return those releases that the newest metadata known does not list. Whether it has expired does not matter.

    Raises:
        KioskError: ``packs.metadata-faulty`` where what the device keeps is damaged.
    """
    if "timestamp" not in trust.roles:
        return ()
    with _scratch_folder() as scratch:
        client = _Client(scratch, None, trust, _BEGINNING)
        client.refresh()
        return tuple(release for release in releases if client.look_up(release) is None)


def find_expiry(trust: TrustState) -> datetime | None:
    """Return when the first of the roles known runs out; None where no metadata came yet.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    if not {"timestamp", "snapshot", "targets"} <= trust.roles.keys():
        return None
    with _words(THIS_DEVICE):
        dates = [Metadata[Root].from_bytes(trust.newest_root).signed.expires]
        dates += [Metadata[Targets].from_bytes(raw).signed.expires for raw in trust.roles.values()]
    return min(dates)


class _Client:
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
        with _words(self._thing):
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
            with _words(self._thing):
                return self._updater.get_targetinfo(_path(release))
        except KioskError as problem:
            return problem

    def withdrawn(self) -> frozenset[str]:
        """Return what the lists that were verified say of releases taken back."""
        said: list[Any] = []
        for role in self.learned().roles.keys() - {"timestamp", "snapshot"}:
            lists = _parse_targets((self._scratch / f"{role}.json").read_bytes())
            field = lists.unrecognized_fields.get(WITHDRAWN_FIELD)
            said += field if isinstance(field, list) else []
        return frozenset(path for path in said if isinstance(path, str))

    def learned(self) -> TrustState:
        """Return the trust as it is now; the same object where nothing is new."""
        history = self._scratch / "root_history"
        roots = list(self._trust.roots)
        version = parse_root(roots[-1], self._thing).signed.version + 1
        while (path := history / f"{version}.root.json").is_file():
            roots.append(path.read_bytes())
            version += 1
        paths = (path for path in self._scratch.glob("*.json") if path.name != "root.json")
        roles = {path.stem: path.read_bytes() for path in paths}
        if len(roots) == len(self._trust.roots) and roles == self._trust.roles:
            return self._trust
        return TrustState(self._trust.operator_id, self._trust.origin, tuple(roots), roles)

    def _make(self, timestamp: bytes | None) -> Updater:
        with _words(self._thing):
            updater = Updater(
                str(self._scratch),
                BASE_URL,
                fetcher=TreeFetcher(self._tree, timestamp),
                config=_CONFIG,
                bootstrap=self._trust.newest_root,
            )
        # python-tuf asks the system's clock and has no door for another; tests/packs/trust/test_vouch.py
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
            if self._tree is not None and expected is not None and ROLE_NAME.fullmatch(role):
                with suppress(KioskError, *_FAULTS):
                    self._bring_curator(role, targets, expected, self._tree)

    def _bring_curator(self, role: str, targets: Targets, expected: MetaFile, tree: PackTree) -> None:
        here = self._scratch / f"{role}.json"
        if here.is_file() and _parse_targets(here.read_bytes()).version == expected.version:
            return
        raw = tree.read_metadata(f"{expected.version}.{role}.json", expected.length or MAX_METADATA_BYTES)
        self._left_bytes -= len(raw or b"")
        if raw is None or self._left_bytes < 0:
            return
        expected.verify_length_and_hashes(raw)
        metadata = Metadata[Targets].from_bytes(raw)
        targets.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
        if metadata.signed.version == expected.version:
            here.write_bytes(raw)


def _path(release: Release) -> str:
    return f"{release.pack_id}/{release.version}.json"


def _parse_targets(raw: bytes) -> Targets:
    return Metadata[Targets].from_bytes(raw).signed


def _version(timestamp: bytes) -> int:
    return Metadata[Timestamp].from_bytes(timestamp).signed.version


def _check_operator(tree: PackTree, trust: TrustState) -> None:
    """Refuse a tree whose roots are not those of the device's operator: compared where both know the same one."""
    newest = parse_root(trust.newest_root, THIS_DEVICE).signed.version
    for known, version in zip(reversed(trust.roots), range(newest, 0, -1), strict=False):
        raw = tree.read_metadata(f"{version}.root.json", MAX_ROOT_BYTES)
        if raw is None:
            continue
        # Signatures may be added to a root after it went out; what is signed never changes.
        if parse_root(raw, tree.thing).signed_bytes == parse_root(known, THIS_DEVICE).signed_bytes:
            return
        found = f"content signed by {read_operator(read_chain(tree)[-1], tree.thing)}"
        raise make_foreign(tree.thing, str(read_operator(trust.newest_root)), found)
    if tree.read_metadata("timestamp.json", MAX_TIMESTAMP_BYTES) is None:
        raise make_unsigned(tree.thing)
    raise make_metadata_faulty(tree.thing, "no root that this device knows")


@contextmanager
def _scratch_folder() -> Iterator[Path]:
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
def _words(thing: str) -> Iterator[None]:
    """Turn what python-tuf raises into words for staff; what the tree itself raised is passed on."""
    try:
        yield
    except ExpiredMetadataError as error:
        raise make_expired(thing, str(error)) from error
    except _FAULTS as error:
        if isinstance(error.__cause__, KioskError):
            raise error.__cause__ from None
        raise make_metadata_faulty(thing, str(error)) from error
