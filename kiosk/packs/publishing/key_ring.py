"""The key ring: a folder with an operator's keys, locked, and the master copy of everything signed with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import Key, Signer, SSlibKey
from tuf.api.metadata import Role, Root

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_file import KeyFile, list_key_files, open_key_file
from kiosk.packs.publishing.passphrase import AskPassphrase
from kiosk.packs.publishing.revision import HISTORY, Revision, Signers
from kiosk.packs.publishing.ring_folder import NOT_SIGNED, lock_folder
from kiosk.packs.publishing.roles import format_keys, read_clock
from kiosk.packs.publishing.signed_state import SignedState, read_state
from kiosk.packs.publishing.whole_file import make_not_written, remove_partials
from kiosk.packs.steps import OnStep, ignore_step

METADATA, PRIVATE, PENDING = "metadata", "private", "waiting-for-signatures"


class KeyRing:
    """An operator's ring in ``folder``; ``ask`` is asked for each pass-phrase once, when a key is first needed.

    ``also`` are more places to look for key files in: the sticks of a chain's root keys.
    """

    def __init__(
        self,
        folder: Path,
        ask: AskPassphrase,
        *,
        also: Sequence[Path] = (),
        clock: Callable[[], datetime] = read_clock,
    ) -> None:
        self.folder = folder
        self.ask = ask
        self.clock = clock
        self._also = also
        self._open: dict[str, Signer] = {}

    @property
    def metadata(self) -> Path:
        """The folder with the signed metadata, the master copy."""
        return self.folder / METADATA

    def state(self) -> SignedState:
        """Return what was signed so far.

        Raises:
            KioskError: ``packs.keys-missing``, or ``packs.metadata-faulty``.
        """
        state = read_state(self.metadata)
        if state is None:
            raise KioskError(
                "There are no keys",
                thing=str(self.folder),
                expected="a folder that kiosk keys new has made",
                remedy="make keys, or name their folder with --keys",
                code="packs.keys-missing",
            )
        return state

    @contextmanager
    def changing(self) -> Iterator[SignedState]:
        """Hold the ring's lock, and give what was signed so far.

        Raises:
            KioskError: ``packs.keys-busy``; ``packs.destination-...`` where the ring's disk fails.
        """
        self.state()
        with lock_folder(self.folder):
            try:
                for name in ("", METADATA, HISTORY, PRIVATE):
                    remove_partials(self.folder / name)
                yield self.state()
            except OSError as error:
                raise make_not_written(NOT_SIGNED, self.folder, error) from error

    def commit(
        self,
        revision: Revision,
        state: SignedState,
        on_step: OnStep = ignore_step,
        *,
        root: Root | None = None,
    ) -> SignedState:
        """Sign what ``revision`` changes of ``state``, and return the state that is then signed.

        ``root`` names the keys to sign with where they are not those of the state's own root.
        """
        if not revision.changes:
            return state
        signers = self.open_roles(root or state.root, revision.roles())
        revision.commit(self.metadata, signers, on_step)
        return self.state()

    def open_roles(self, root: Root, roles: Sequence[str]) -> Signers:
        """Return what signs for each of ``roles``.

        Raises:
            KioskError: ``packs.key-absent``, ``packs.passphrase-wrong`` or ``packs.key-faulty``.
        """
        return {name: self.open_keys(root.roles[name], root.keys) for name in roles}

    def open_keys(self, role: Role, keys: dict[str, Key]) -> list[Signer]:
        """Return as many signers as ``role`` asks for."""
        present = [keyid for keyid in role.keyids if self.has(keyid)]
        if len(present) < role.threshold:
            raise _absent(role, keys, present)
        return [self.open_key(keys[keyid]) for keyid in present[: role.threshold]]

    def has(self, keyid: str) -> bool:
        """Tell whether the private half of a key is here."""
        return keyid in self._open or keyid in self.key_files()

    def open_key(self, key: Key) -> Signer:
        """Return what signs with ``key``, unlocked once; its file has to be here."""
        if key.keyid not in self._open:
            assert isinstance(key, SSlibKey)  # what JSON of a known key type becomes
            self._open[key.keyid] = open_key_file(self.key_files()[key.keyid], key, self.ask)
        return self._open[key.keyid]

    def hold(self, signer: Signer) -> None:
        """Keep a key open that was just made."""
        self._open[signer.public_key.keyid] = signer

    def key_files(self) -> dict[str, KeyFile]:
        """Return the key files in the ring and in the places beside it, by the key's id."""
        files = [file for place in (self.folder / PRIVATE, *self._also) for file in list_key_files(place)]
        return {file.keyid: file for file in files}


def _absent(role: Role, keys: dict[str, Key], present: list[str]) -> KioskError:
    missing = format_keys(keys[keyid] for keyid in role.keyids if keyid not in present)
    return KioskError(
        NOT_SIGNED,
        expected=f"{role.threshold} of the keys {format_keys(keys[keyid] for keyid in role.keyids)}",
        found=f"{len(present)} here; not here: {missing}",
        remedy="plug in the stick with the key and name it: --sign-with FOLDER",
        code="packs.key-absent",
    )
