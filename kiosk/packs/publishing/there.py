"""What is on a tree before something is published to it: nothing, an older state of ours, or somebody else's."""

from __future__ import annotations

from contextlib import suppress

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.roles import get_operator, parse_metadata
from kiosk.packs.publishing.signed_state import MAX_METADATA_BYTES, SignedState, read_state
from kiosk.packs.publishing.tree_writer import NOT_PUBLISHED, TreeWriter


def read_there(writer: TreeWriter, state: SignedState) -> SignedState | None:
    """Return the state that the tree holds now; None where it holds none, or one that was left half written.

    Raises:
        KioskError: ``packs.tree-foreign`` where somebody else publishes there; ``packs.keys-behind`` where the
            tree is newer than the key ring.
    """
    first = _read_first_root(writer)
    if not first:
        return None
    if first != state.files["1.root.json"]:
        raise _foreign(writer, first, get_operator(state.root))
    there = None
    with suppress(KioskError):  # a stick pulled out while it was written: everything is written anew
        there = read_state(writer.metadata)
    if there is None:
        return None
    newer = (
        len(there.roots) > len(state.roots) or there.timestamp.signed.version > state.timestamp.signed.version
    )
    if newer:
        raise KioskError(
            NOT_PUBLISHED,
            thing=str(writer.folder),
            expected=f"what was published up to number {state.timestamp.signed.version}",
            found=f"number {there.timestamp.signed.version}: these keys are an old copy",
            remedy="take the newest copy of the key folder",
            code="packs.keys-behind",
        )
    return there


def _read_first_root(writer: TreeWriter) -> bytes:
    try:
        with (writer.metadata / "1.root.json").open("rb") as stream:
            return stream.read(MAX_METADATA_BYTES)
    except OSError:
        return b""


def _foreign(writer: TreeWriter, first: bytes, mine: str) -> KioskError:
    from tuf.api.metadata import Root

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
