"""A key folder that is lost, made anew: what was signed stands on every stick, and some keys were kept elsewhere."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_file import KeyFile
from kiosk.packs.publishing.key_ring import METADATA, PRIVATE, KeyRing
from kiosk.packs.publishing.new_ring import README
from kiosk.packs.publishing.revision import HISTORY
from kiosk.packs.publishing.ring_folder import write_ring
from kiosk.packs.publishing.roles import get_operator
from kiosk.packs.publishing.root_change import rotate_key
from kiosk.packs.publishing.signed_state import SignedState, read_state
from kiosk.packs.publishing.waiting_roots import RootChange
from kiosk.packs.publishing.whole_file import write_whole
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import ROOT

NOT_RECOVERED = "The keys were not recovered"


def recover_ring(ring: KeyRing, tree: Path, on_step: OnStep = ignore_step) -> RootChange:
    """Make the folder of ``ring`` anew from the ``tree`` that was published to last, and the keys beside it.

    Where the daily key is among these keys, it is taken into the folder. Else the root keys put a new one in its
    place; where too few are here for that, the change waits for the others.

    Raises:
        KioskError: ``packs.keys-exist``; ``packs.tree-faulty`` where nothing whole was published to ``tree``;
            ``packs.key-absent`` where no key of its operator is here, and what signing raises.
    """
    state = _read(tree)
    files = ring.key_files()
    daily = [files[keyid] for keyid in state.root.roles["timestamp"].keyids if keyid in files]
    roots = [keyid for keyid in state.root.roles["root"].keyids if keyid in files]
    if not daily and not roots:
        raise KioskError(
            NOT_RECOVERED,
            thing=get_operator(state.root),
            expected="its daily key, or root keys of a chain",
            found="none of them",
            remedy="name the stick or file with a key: --sign-with PATH. With no key left, make new ones: kiosk keys new",
            code="packs.key-absent",
        )
    on_step("write")
    write_ring(ring.folder, lambda aside: _fill(aside, state, daily))
    if daily:
        return RootChange(True, state.root.version)
    return rotate_key(ring, on_step=on_step)


def _read(tree: Path) -> SignedState:
    found = "nothing that was published"
    try:
        state = read_state(tree / ROOT / "metadata")
        if state is not None:
            state.verify()
            return state
    except (KioskError, ValueError) as error:
        found = str(error)
    raise KioskError(
        NOT_RECOVERED,
        thing=str(tree),
        expected="a stick or folder that was published to",
        found=found,
        remedy="take another stick: the one that was published to last",
        code="packs.tree-faulty",
    )


def _fill(aside: Path, state: SignedState, daily: list[KeyFile]) -> None:
    write_whole(aside / "README.txt", README.format(operator=get_operator(state.root)).encode("utf-8"))
    for name, raw in state.files.items():
        write_whole(aside / METADATA / name, raw)
    stamp = state.files["timestamp.json"]
    write_whole(aside / HISTORY / f"{state.timestamp.signed.version}.timestamp.json", stamp)
    (aside / PRIVATE).mkdir(exist_ok=True)
    for file in daily:
        write_whole(aside / PRIVATE / file.path.name, file.path.read_bytes(), secret=True)
