"""What is on a tree before something is published to it: nothing, an older state of ours, or somebody else's.

It may also be *newer* than the key ring: the ring burnt, and an old copy of it was taken out of the safe. Then what is on
the tree was signed with the same keys, and the ring learns it back. So it does where two copies of a ring were used.
"""

from __future__ import annotations

from contextlib import suppress

from tuf.api.metadata import Root, TargetFile

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.copy_hashed import NOT_PUBLISHED
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import drop_release, list_withdrawn
from kiosk.packs.publishing.revision import HISTORY, Revision
from kiosk.packs.publishing.roles import get_operator, parse_metadata
from kiosk.packs.publishing.signed_state import (
    MAX_METADATA_BYTES,
    TIMESTAMP_FILE,
    SignedState,
    read_state,
)
from kiosk.packs.publishing.tree_writer import TreeWriter
from kiosk.packs.publishing.whole_file import read_plain, write_whole


def read_there(writer: TreeWriter, state: SignedState) -> SignedState | None:
    """Return the state that the tree holds now; None where it holds none, or one that was left half written.

    Raises:
        KioskError: ``packs.tree-foreign`` where somebody else publishes there; ``packs.keys-behind`` where the roots
            of the key ring and of the tree have gone apart.
    """
    first = _read_first_root(writer)
    if not first:
        return None
    if first != state.files["1.root.json"]:
        raise _foreign(writer, first, get_operator(state.root))
    there = None
    with suppress(
        KioskError, ValueError
    ):  # a stick pulled out while it was written: everything is written anew
        found = read_state(writer.metadata)
        if found is not None:
            found.verify()
        there = found
    if there is not None:
        _check_roots(writer, there, state)
    return there


def is_unknown(there: SignedState, ring: KeyRing) -> bool:
    """Tell whether a tree holds something that was signed with these keys and that the ring knows nothing of."""
    version = there.timestamp.signed.version
    path = ring.metadata.parent / HISTORY / f"{version}.timestamp.json"
    return not path.is_file() or path.read_bytes() != there.files[TIMESTAMP_FILE]


def learn_back(there: SignedState, ring: KeyRing, state: SignedState) -> tuple[SignedState, Revision]:
    """Have the ring know what a tree knows, and return its state then, with what it alone knew as a revision of that.

    Raises:
        KioskError: ``packs.keys-behind`` where curators were changed on one side only; ``packs.tree-foreign`` where
            the tree was signed with a key that has been exchanged since: whoever stole it would have their packs
            signed anew.
        OSError: The ring could not be written.
    """
    newest = max(there.root, state.root, key=lambda root: root.version)
    if not there.accepted_by(newest):
        raise _signed_with_old_key(there)
    newer, older = (there, state)
    if there.timestamp.signed.version < state.timestamp.signed.version:
        newer, older = (state, there)
    if newer is there:
        _write_state(there, ring)
    merged = ring.state()
    revision = Revision(merged, ring.clock())
    _merge(revision, older)
    revision.touch()
    return merged, revision


def _merge(revision: Revision, other: SignedState) -> None:
    """Put what only ``other`` lists on the list as well; what either took back stays taken back."""
    theirs, mine = other.targets.signed, revision.listing
    if (theirs.delegations or mine.delegations) and theirs.delegations != mine.delegations:
        raise _behind(f"root {other.root.version}", "other curators")
    gone = {*list_withdrawn(mine), *list_withdrawn(theirs)}
    for path, target in theirs.targets.items():
        if path not in gone:
            mine.targets.setdefault(path, TargetFile.from_dict(target.to_dict(), path))
    for path in sorted(gone - set(list_withdrawn(mine))):
        drop_release(revision, path)


def _write_state(state: SignedState, ring: KeyRing) -> None:
    for name, raw in state.files.items():
        if name != TIMESTAMP_FILE:
            write_whole(ring.metadata / name, raw)
    stamp = state.files[TIMESTAMP_FILE]
    version = state.timestamp.signed.version
    write_whole(ring.metadata.parent / HISTORY / f"{version}.timestamp.json", stamp)
    write_whole(ring.metadata / TIMESTAMP_FILE, stamp)


def _check_roots(writer: TreeWriter, there: SignedState, state: SignedState) -> None:
    for mine, theirs in zip(state.roots, there.roots, strict=False):
        if mine.signed != theirs.signed:
            raise _behind(str(writer.folder), f"another root {mine.signed.version}")


def _read_first_root(writer: TreeWriter) -> bytes:
    try:
        return read_plain(writer.metadata / "1.root.json", MAX_METADATA_BYTES)
    except OSError:
        return b""


def _behind(thing: str, found: str) -> KioskError:
    return KioskError(
        NOT_PUBLISHED,
        thing=thing,
        expected="what was signed with this copy of the keys",
        found=f"{found}: two copies of the keys were used, and have gone apart",
        remedy="take the copy of the key folder that was used last",
        code="packs.keys-behind",
    )


def _signed_with_old_key(there: SignedState) -> KioskError:
    return KioskError(
        NOT_PUBLISHED,
        thing=get_operator(there.root),
        expected="what was signed with the keys of today",
        found="lists that somebody signed with a key which has been exchanged since",
        remedy="find out who made this stick, and take another or remove the folder HERITAGE from it",
        code="packs.tree-foreign",
    )


def _foreign(writer: TreeWriter, first: bytes, mine: str) -> KioskError:
    theirs = ""
    with suppress(KioskError):
        theirs = get_operator(parse_metadata(first, Root, "").signed)
    return KioskError(
        NOT_PUBLISHED,
        thing=str(writer.folder),
        expected=f"an empty place, or packs of {mine}",
        found=f"packs of {theirs or 'somebody else'}, signed with other keys",
        remedy="take another stick or folder; one tree has one publisher",
        code="packs.tree-foreign",
    )
