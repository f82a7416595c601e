"""Who signs: an operator's name and fingerprint, read from root metadata, and the chain of roots in a tree."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from securesystemslib.exceptions import Error as SignatureError
from securesystemslib.signer import SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from kiosk.packs.install import open_source
from kiosk.packs.publishing.roles import OPERATOR_FIELD
from kiosk.packs.tree import PackTree
from kiosk.packs.trust.fingerprint import make_fingerprint
from kiosk.packs.trust.refusals import make_metadata_faulty, make_unsigned

MAX_ROOT_BYTES = 64_000
MAX_ROOTS = 256
# A chain nobody vouches for yet is read too, to tell whose it is: a hostile one must not cost a minute.
MAX_CHAIN_BYTES = 4_000_000
MAX_NAME_LENGTH = 120
# What could end a line or turn the writing round has no place in a name that staff are asked to trust.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
_KEY_TYPES = frozenset({"ed25519", "ecdsa", "rsa"})


@dataclass(frozen=True, slots=True)
class Operator:
    """Whose root it is. ``name`` is what the operator says, "" where nothing fit; the fingerprint is proof."""

    name: str
    fingerprint: str
    root_version: int
    expires_at: datetime

    def __str__(self) -> str:
        return f"{self.name or 'an operator without a name'} ({self.fingerprint})"


def parse_root(raw: bytes, thing: str) -> Metadata[Root]:
    """Return root metadata, its keys of the known kinds; its signatures are not looked at.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    try:
        if len(raw) > MAX_ROOT_BYTES:
            raise ValueError(f"a root larger than {MAX_ROOT_BYTES:,} bytes")
        metadata = Metadata[Root].from_bytes(raw)
        if not isinstance(metadata.signed, Root):
            raise ValueError("no root")
        # Other kinds would start programs (gpg) or reach for the network while a signature is looked at.
        keys = metadata.signed.keys.values()
        if not all(isinstance(key, SSlibKey) and key.keytype in _KEY_TYPES for key in keys):
            raise ValueError("a root with a key of an unknown kind")
    except (RepositoryError, ValueError) as error:
        raise make_metadata_faulty(thing, str(error)) from error
    return metadata


def read_operator(root: bytes, thing: str = "") -> Operator:
    """Return whose root this is.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    signed = parse_root(root, thing).signed
    said: Any = signed.unrecognized_fields.get(OPERATOR_FIELD)
    name: Any = said.get("name") if isinstance(said, dict) else ""
    if not isinstance(name, str) or len(name) > MAX_NAME_LENGTH or _UNFIT.search(name):
        name = ""
    return Operator(name.strip(), make_fingerprint(root), signed.version, signed.expires)


def read_chain(tree: PackTree) -> tuple[bytes, ...]:
    """Return the roots in a tree from the first to the newest, each verified by the one before and by itself.

    That they hold together says whose they are, and not that this device may trust them.

    Raises:
        KioskError: ``packs.unsigned`` where there is none; ``packs.metadata-faulty``, or the tree's own.
    """
    chain: list[bytes] = []
    before: Metadata[Root] | None = None
    left_bytes = MAX_CHAIN_BYTES
    while (raw := tree.read_metadata(f"{len(chain) + 1}.root.json", MAX_ROOT_BYTES)) is not None:
        left_bytes -= len(raw)
        if len(chain) == MAX_ROOTS or left_bytes < 0:
            raise make_metadata_faulty(
                tree.thing, f"more than {len(chain)} roots or {MAX_CHAIN_BYTES:,} bytes of them"
            )
        root = parse_root(raw, tree.thing)
        verify_root(root, before, len(chain) + 1, tree.thing)
        chain.append(raw)
        before = root
    if not chain:
        raise make_unsigned(tree.thing)
    return tuple(chain)


def read_source_chain(source: Path) -> tuple[bytes, ...]:
    """Return the roots that ``source`` brings: an ``.hpack``, a folder with a tree, or the file of one root.

    Raises:
        KioskError: As :func:`read_chain`, or ``packs.source-absent`` or ``packs.tree-faulty``.
    """
    if source.suffix == ".json" and source.is_file():
        raw = _read_root_file(source)
        root = parse_root(raw, source.name)
        verify_root(root, None, root.signed.version, source.name)
        return (raw,)
    with closing(open_source(source)) as tree:
        return read_chain(tree)


def _read_root_file(source: Path) -> bytes:
    try:
        with source.open("rb") as stream:
            return stream.read(MAX_ROOT_BYTES + 1)
    except OSError as error:
        raise make_metadata_faulty(source.name, error.strerror or str(error)) from error


def verify_root(root: Metadata[Root], before: Metadata[Root] | None, version: int, thing: str) -> None:
    """Verify a root by itself and by the one before it, each with its threshold.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    try:
        if root.signed.version != version:
            raise ValueError(f"root {root.signed.version} in the place of root {version}")
        if before is not None:
            before.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
        root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
    except (RepositoryError, SignatureError, ValueError) as error:
        raise make_metadata_faulty(thing, str(error)) from error
