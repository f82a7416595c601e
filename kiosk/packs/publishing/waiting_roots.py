"""Roots that wait for signatures: signed by one root key after the other, and in force when that is enough."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tuf.api.metadata import Metadata, Root

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_ring import PENDING, PRIVATE, KeyRing
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.roles import format_keys, format_metadata, get_label, parse_metadata
from kiosk.packs.publishing.signed_state import SignedState
from kiosk.packs.publishing.whole_file import read_plain, write_whole
from kiosk.packs.steps import OnStep, ignore_step

NOT_CHANGED = "The keys were not changed"
RETIRED = "retired"
MAX_WAITING_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class RootChange:
    """What became of a change: ``done``, or which keys have signed and how many signatures are missing still."""

    done: bool
    root_version: int
    signed_by: tuple[str, ...] = ()
    missing: int = 0


def sign_pending(ring: KeyRing, on_step: OnStep = ignore_step) -> RootChange:
    """Sign the roots that wait with every root key that is here, and put them in force where that is enough.

    Raises:
        KioskError: ``packs.nothing-pending``, or what signing raises.
    """
    with ring.changing() as state:
        roots = read_pending(ring)
        if not roots:
            raise KioskError(
                "Nothing was signed",
                found="no change of keys that waits for signatures",
                remedy="begin one: kiosk keys rotate",
                code="packs.nothing-pending",
            )
        return sign_and_apply(ring, state, roots, on_step)


def drop_pending(ring: KeyRing) -> None:
    """Forget a change of keys that has not got its signatures."""
    with ring.changing():
        (ring.folder / PENDING).unlink(missing_ok=True)


def read_pending(ring: KeyRing) -> list[Metadata[Root]]:
    """Return the roots that wait for signatures, in their order.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    path = ring.folder / PENDING
    if not path.exists():
        return []
    try:
        raws = json.loads(read_plain(path, MAX_WAITING_BYTES))
        return [parse_metadata(str(raw).encode("utf-8"), Root, PENDING) for raw in raws]
    except (ValueError, TypeError, OSError, RecursionError) as error:
        raise KioskError(
            "The waiting change of keys cannot be read",
            thing=str(path),
            found=str(error),
            remedy="forget it and begin again: kiosk keys sign --drop",
            code="packs.metadata-faulty",
        ) from error


def _write_pending(ring: KeyRing, roots: list[Metadata[Root]]) -> None:
    raws = [format_metadata(root).decode("utf-8") for root in roots]
    write_whole(ring.folder / PENDING, json.dumps(raws, indent=1).encode("utf-8"))


def describe_pending(state: SignedState, roots: list[Metadata[Root]]) -> str:
    """Return which keys a waiting change brings and takes, for whoever is asked to sign it."""
    before, after = state.root.keys, roots[-1].signed.keys
    brought = [key for keyid, key in after.items() if keyid not in before]
    taken = [key for keyid, key in before.items() if keyid not in after]
    threshold = roots[-1].signed.roles[Root.type].threshold
    return (
        f"brings {format_keys(brought) or 'no key'}, takes out {format_keys(taken) or 'none'};"
        f" {threshold} of the root keys sign together"
    )


def refuse_pending(ring: KeyRing) -> None:
    """Refuse a second change while one waits.

    Raises:
        KioskError: ``packs.change-pending``.
    """
    if read_pending(ring):
        raise KioskError(
            NOT_CHANGED,
            found="another change that waits for signatures",
            remedy="finish it: kiosk keys sign; or forget it: kiosk keys sign --drop",
            code="packs.change-pending",
        )


def sign_and_apply(
    ring: KeyRing, state: SignedState, roots: list[Metadata[Root]], on_step: OnStep
) -> RootChange:
    """Add the signatures that can be had here; put ``roots`` in force where that is enough, else have them wait."""
    before = _root_before(state, roots[0].signed.version)
    missing, signed_by = 0, set[str]()
    for root in roots:
        _sign(ring, root, before)
        result = root.signed.get_root_verification_result(before, root.signed_bytes, root.signatures)
        missing = max(missing, result.first.missing, result.second.missing)
        signed_by |= {get_label(key) for key in result.signed.values()}
        before = root.signed
    on_step("pending")
    _write_pending(ring, roots)
    if missing:
        return RootChange(False, state.root.version, tuple(sorted(signed_by)), missing)
    return _apply(ring, roots, on_step)


def _apply(ring: KeyRing, roots: list[Metadata[Root]], on_step: OnStep) -> RootChange:
    for root in roots:
        state = ring.state()
        version = root.signed.version
        if version <= state.root.version:
            continue  # a kill came between
        if not state.accepted_by(root.signed):
            revision = Revision(state, ring.clock())
            revision.touch()
            ring.commit(revision, state, on_step, root=root.signed)
        on_step(f"root:{version}")
        write_whole(ring.metadata / f"{version}.root.json", format_metadata(root))
    on_step("retire")
    _retire_keys(ring, roots[-1].signed)
    (ring.folder / PENDING).unlink(missing_ok=True)
    return RootChange(True, roots[-1].signed.version)


def _retire_keys(ring: KeyRing, root: Root) -> None:
    for keyid, file in ring.key_files().items():
        if keyid not in root.keys and file.path.parent == ring.folder / PRIVATE:
            (ring.folder / RETIRED).mkdir(exist_ok=True)
            file.path.replace(ring.folder / RETIRED / file.path.name)


def _root_before(state: SignedState, version: int) -> Root:
    """Return the root that one of ``version`` follows; refuse where others came between."""
    if not 2 <= version <= state.root.version + 1:
        raise KioskError(
            NOT_CHANGED,
            expected=f"a change of root {state.root.version}",
            found=f"one that leads to root {version}",
            remedy="forget it and begin again: kiosk keys sign --drop",
            code="packs.change-pending",
        )
    return state.roots[version - 2].signed


def _sign(ring: KeyRing, root: Metadata[Root], before: Root) -> None:
    """Add the signatures of root keys that are here, until it is enough for the root and the one before it."""
    for signing in (before, root.signed):
        for keyid in signing.roles[Root.type].keyids:
            result = signing.get_verification_result(Root.type, root.signed_bytes, root.signatures)
            if not result.verified and keyid in result.unsigned and ring.has(keyid):
                root.sign(ring.open_key(signing.keys[keyid]), append=True)
