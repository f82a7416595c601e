"""A key file: a few words for whoever finds it, and the private key locked with a pass-phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.exceptions import KeyMismatchError
from securesystemslib.signer import CryptoSigner, SSlibKey

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.encrypted_key import lock_key, unlock_key
from kiosk.packs.publishing.passphrase import AskPassphrase, check_passphrase
from kiosk.packs.publishing.roles import get_label, label_key
from kiosk.packs.publishing.whole_file import read_plain, write_whole

SUFFIX = ".pem"
MAX_KEY_FILE_BYTES = 16_384
_KEY_LINE = re.compile(rb"^Key: ([0-9a-f]{64})\s*$", re.MULTILINE)
_WORDS = """\
This is a private key for signing content packs, locked with a pass-phrase.
Owner: {owner}
Name: {label}
Key: {keyid}
Keep it secret. Keep a second copy in another building, and the pass-phrase in a third place.

"""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file on the disk: which key it says it holds. Only unlocking tells whether that is true."""

    path: Path
    keyid: str


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was just made and lies on no disk yet."""

    private: Ed25519PrivateKey
    public: SSlibKey

    @property
    def signer(self) -> CryptoSigner:
        """What signs with it."""
        return CryptoSigner(self.private, self.public)


def make_key(label: str) -> NewKey:
    """Return a new Ed25519 key that carries ``label`` in public."""
    private = Ed25519PrivateKey.generate()
    return NewKey(private, label_key(SSlibKey.from_crypto(private.public_key()), label))


def write_key_file(folder: Path, key: NewKey, owner: str, ask: AskPassphrase) -> KeyFile:
    """Write the private half into ``folder``, locked; only this user may read it.

    Raises:
        KioskError: ``packs.passphrase-unfit``.
        OSError: The file could not be written.
    """
    label, keyid = get_label(key.public), key.public.keyid
    passphrase = check_passphrase(ask(label, True), label)
    words = _WORDS.format(owner=owner, label=label, keyid=keyid)
    path = folder / f"{label}.{keyid[:16]}{SUFFIX}"
    write_whole(path, words.encode("utf-8") + lock_key(key.private, passphrase), secret=True)
    return KeyFile(path, keyid)


def list_key_files(place: Path) -> list[KeyFile]:
    """Return the key files at ``place``: the one it names, or those in the folder, a stick say."""
    paths = sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place]
    found = []
    for path in paths:
        named = _KEY_LINE.search(_read(path)) if path.is_file() else None
        if named:
            found.append(KeyFile(path, named[1].decode("ascii")))
    return found


def open_key_file(file: KeyFile, key: SSlibKey, ask: AskPassphrase) -> CryptoSigner:
    """Return what signs as ``key``, unlocked with the pass-phrase that is asked for.

    Raises:
        KioskError: ``packs.passphrase-wrong``, or ``packs.key-faulty`` where the file holds another key or none.
    """
    label = get_label(key)
    try:
        private = unlock_key(_read(file.path), check_passphrase(ask(label, False), label))
        if private is None:
            raise KioskError(
                "The key was not opened",
                thing=f"{label} ({file.path.name})",
                found="another pass-phrase",
                remedy="type it again; if nobody knows it any more, make a new key as for a lost one",
                code="packs.passphrase-wrong",
            )
        return CryptoSigner(private, key)
    except (ValueError, KeyMismatchError) as error:
        raise KioskError(
            "The key was not opened",
            thing=str(file.path),
            expected=f"the key {label}",
            found=str(error) or "another key",
            remedy="take the copy that was kept of it",
            code="packs.key-faulty",
        ) from error


def _read(path: Path) -> bytes:
    try:
        return read_plain(path, MAX_KEY_FILE_BYTES)
    except OSError as error:
        raise KioskError(
            "The key was not opened",
            thing=str(path),
            found=error.strerror or str(error),
            remedy="see whether its stick is plugged in and who may read it",
            code="packs.key-faulty",
        ) from error
