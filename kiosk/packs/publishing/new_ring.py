"""Makes a key ring: one key for a museum, or a chain's daily key and the root keys that are kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_file import NewKey, make_key, write_key_file
from kiosk.packs.publishing.key_ring import METADATA, PRIVATE, KeyRing
from kiosk.packs.publishing.passphrase import AskPassphrase
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.ring_folder import write_ring
from kiosk.packs.publishing.roles import format_metadata, make_first_listing, make_root, read_clock
from kiosk.packs.publishing.signed_state import SignedState
from kiosk.packs.publishing.whole_file import write_whole
from kiosk.packs.steps import ignore_step

ONLY_KEY, DAILY_KEY, ROOT_KEY = "museum", "publishing", "root-{number}"
MOST_ROOTS = 9
MAX_NAME = 100
_DAILY_ROLES = (Targets.type, Snapshot.type, Timestamp.type)
README = """\
The keys of {operator}, for signing content packs of a heritage kiosk.

private/    the keys, each locked with its pass-phrase. Whoever has one and its pass-phrase can sign in your name.
metadata/   everything that was signed with them, which is public, and which the next signature is built on.

Keep a copy of this whole folder in another building, and make a new one after each publishing. Never put it on a stick
that leaves the house, and never beside the packs. Keep the pass-phrase in a third place.
If the folder is lost: look for "the key is lost" in the guide "Look after keys".
"""


def make_ring(
    folder: Path,
    operator: str,
    ask: AskPassphrase,
    *,
    roots: int = 0,
    threshold: int = 1,
    root_places: Sequence[Path] = (),
    clock: Callable[[], datetime] = read_clock,
) -> KeyRing:
    """Make a ring for ``operator`` in ``folder`` and return it with its keys open.

    ``roots`` of 0 makes one key for everything; else so many root keys, of which ``threshold`` sign together. They are
    written to ``root_places``, one each in turn, or where none are named to ``offline`` in the ring.

    Raises:
        KioskError: ``packs.name-unfit``, ``packs.threshold-unfit``, ``packs.keys-exist``, ``packs.passphrase-unfit``,
            or ``packs.destination-...`` where a disk refuses.
    """
    check_name(operator)
    _check_threshold(roots, threshold, root_places)
    daily = make_key(DAILY_KEY if roots else ONLY_KEY)
    root_keys = [make_key(ROOT_KEY.format(number=number)) for number in range(1, roots + 1)]
    now = clock()

    def fill(aside: Path) -> None:
        write_whole(aside / "README.txt", README.format(operator=operator).encode("utf-8"))
        write_key_file(aside / PRIVATE, daily, operator, ask)
        for number, key in enumerate(root_keys):
            place = root_places[number] if root_places else aside / "offline" / f"root-{number + 1}"
            write_key_file(place, key, operator, ask)
        _sign_first(aside / METADATA, operator, daily, root_keys, threshold, now)

    write_ring(folder, fill)
    ring = KeyRing(folder, ask, clock=clock)
    ring.hold(daily.signer)
    return ring


@contextmanager
def throwaway_ring(operator: str) -> Iterator[KeyRing]:
    """Give a ring whose key is gone when the context is left: what it signed can never be signed anew."""
    with TemporaryDirectory(prefix="kiosk-keys-") as scratch:
        passphrase = token_hex(16)
        yield make_ring(Path(scratch) / "keys", operator, lambda _name, _new: passphrase)


def check_name(name: str) -> None:
    """Refuse a name that does not fit on a screen.

    Raises:
        KioskError: ``packs.name-unfit``.
    """
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise KioskError(
            "No keys were made",
            thing=name[:MAX_NAME],
            expected=f"a name of 1 to {MAX_NAME} letters",
            remedy='say whose packs they are: --name "The Mill Society"',
            code="packs.name-unfit",
        )


def _check_threshold(roots: int, threshold: int, root_places: Sequence[Path]) -> None:
    fits = 1 <= threshold <= max(roots, 1) and (roots == 0 or 2 <= roots <= MOST_ROOTS)
    if not fits or (root_places and len(root_places) != roots):
        raise KioskError(
            "No keys were made",
            expected=f"2 to {MOST_ROOTS} root keys, as many needed as there are or fewer, and a place for each or none",
            found=f"{roots} root keys, {threshold} needed, {len(root_places)} places",
            remedy="say --roots 3 --threshold 2, and --root-to FOLDER three times",
            code="packs.threshold-unfit",
        )


def _sign_first(
    folder: Path, operator: str, daily: NewKey, root_keys: list[NewKey], threshold: int, now: datetime
) -> None:
    holders = root_keys or [daily]
    keys = {role: [daily.public] for role in _DAILY_ROLES}
    root: Metadata[Root] = make_root(
        operator, {Root.type: [key.public for key in holders], **keys}, threshold, now
    )
    for key in holders:
        root.sign(key.signer, append=True)
    raw = format_metadata(root)
    write_whole(folder / "1.root.json", raw)
    targets, snapshot, timestamp = make_first_listing(now)
    state = SignedState((root,), timestamp, snapshot, targets, {}, {"1.root.json": raw})
    revision = Revision(state, now)
    revision.touch(targets=True)
    revision.commit(folder, {role: [daily.signer] for role in _DAILY_ROLES}, ignore_step)
