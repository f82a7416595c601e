"""In which order metadata comes onto a tree, so that a reader at any instant sees one state, whole."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.revision import HISTORY
from kiosk.packs.publishing.signed_state import TIMESTAMP_FILE, SignedState, read_older_state

Steps = list[tuple[str, bytes]]


def plan_metadata(there: SignedState | None, state: SignedState, ring_metadata: Path) -> Steps:
    """Return the names and bytes to write, in their order, for a tree that holds ``there`` to hold ``state``.

    A timestamp counts only with a root that names its key. Where keys were exchanged, the ring signed a state
    between that the roots on both sides accept; it is written first, so that no root ever stands beside a
    timestamp that it does not accept.
    """
    if there is None:
        return _listing_steps(state, roots=True)
    steps: Steps = []
    current = there
    for root in state.roots[len(there.roots) :]:
        version = root.signed.version
        if not current.accepted_by(root.signed):
            between = _find_between(state, ring_metadata, version)
            if between is not None:
                steps += _listing_steps(between)
                current = between
        name = f"{version}.root.json"
        steps.append((name, state.files[name]))
    if current.files[TIMESTAMP_FILE] != state.files[TIMESTAMP_FILE]:
        steps += _listing_steps(state)
    return steps


def _listing_steps(state: SignedState, *, roots: bool = False) -> Steps:
    names = [
        name for name in state.files if name != TIMESTAMP_FILE and (roots or not name.endswith(".root.json"))
    ]
    return [(name, state.files[name]) for name in [*names, TIMESTAMP_FILE]]


def _find_between(state: SignedState, metadata: Path, version: int) -> SignedState | None:
    """Return the newest state signed that the root ``version`` and the one before it both accept."""
    old, new = state.roots[version - 2].signed, state.roots[version - 1].signed
    stamps = sorted(
        (metadata.parent / HISTORY).glob("*.timestamp.json"), key=lambda path: int(path.name.split(".")[0])
    )
    for stamp in reversed(stamps):
        with suppress(KioskError):  # of what was signed long ago not everything may be kept
            between = read_older_state(state, metadata, stamp.read_bytes(), version - 1)
            if between.accepted_by(old) and between.accepted_by(new):
                return between
    return None
