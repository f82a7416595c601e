"""Nonsense with good signatures: an operator or a curator whose tool is broken, or who means harm.

The lists are changed at random, signed with the right keys, and vouched for by lists above them. Whatever they say,
what comes back is an answer or a refusal in words.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from securesystemslib.exceptions import FormatError
from securesystemslib.formats import encode_canonical

from kiosk.model.errors import KioskError
from kiosk.packs.tree import FolderTree, Release
from kiosk.packs.trust.adopt import adopt
from kiosk.packs.trust.operator import read_chain, read_operator
from kiosk.packs.trust.reference_time import BUILT_AT
from kiosk.packs.trust.vouch import find_withdrawn, vouch
from tests.fakes.repository_simulator import RepositorySimulator, sign

TRIES = 100
ASKED = [Release("test.mill", 1), Release("test.forge", 1), Release("test.other", 1)]
MANIFEST = b"{}"
VALUES: list[Any] = [
    *(None, True, -1, 0, 2**63, 1e308, "", "x" * 5_000, "../..", "\u202e", [], {}, [[]], {"a": 1}, ["a"]),
    *(
        "1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2030-13-01T00:00:00Z",
        "*",
        "[!",
        "test.forge/*",
        "root",
    ),
]
KEYS = ["", "..", "x" * 400, "a/b", "root.json", "\u0130"]


@pytest.fixture(scope="module")
def repository() -> RepositorySimulator:
    """An operator with a second root, a pack of its own and one of a curator's."""
    repository = RepositorySimulator()
    repository.rotate("root")
    repository.delegate("curators", ["test.forge/*"])
    repository.add_release("test.mill", 1, MANIFEST)
    repository.add_release("test.forge", 1, MANIFEST, "curators")
    repository.publish()
    return repository


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets", "curators"])
def test_signed_nonsense_is_told_in_words(
    repository: RepositorySimulator, role: str, quick_folder: Path
) -> None:
    dice = random.Random(role)
    told: Counter[str] = Counter()
    for _ in range(TRIES // 5):
        forged = forge(repository, role, dice)
        with TemporaryDirectory(dir=quick_folder) as folder:
            for code in look(FolderTree(forged.write(Path(folder))), repository.roots[:1]):
                told[code] += 1
    assert told["packs.metadata-faulty"]
    assert told.keys() <= {
        *("", "packs.metadata-faulty", "packs.metadata-expired", "packs.unsigned", "packs.hash-mismatch"),
        *("packs.foreign", "packs.withdrawn"),
    }


def look(tree: FolderTree, known: tuple[bytes, ...]) -> Iterator[str]:
    """Do all that a device does with a stick, and yield the codes of its refusals; "" for none."""
    vouched = vouch(tree, adopt(None, known), BUILT_AT, ASKED)
    assert vouched.trust is not None
    for release in ASKED:
        try:
            vouched.check_manifest(release, MANIFEST, "stick")
        except KioskError as refusal:
            yield refusal.code if refusal.remedy else "no remedy"
        else:
            yield ""
    find_withdrawn(vouched.trust, ASKED)
    vouch(tree, vouched.trust, BUILT_AT, ASKED)
    try:
        read_operator(read_chain(tree)[-1])
    except KioskError as refusal:
        yield refusal.code


def forge(repository: RepositorySimulator, role: str, dice: random.Random) -> RepositorySimulator:
    """Return the repository with nonsense in the place of a role, signed like the truth."""
    forged = repository.copy()
    signers = forged.signers[role]
    name = find_name(forged, role)
    while True:
        signed = json.loads(repository.files[name])["signed"]
        for _ in range(dice.randint(1, 3)):
            with suppress(
                KeyError, IndexError, TypeError
            ):  # what was to be changed went with a change before
                change(signed, dice)
        with suppress(FormatError, UnicodeEncodeError):  # some nonsense cannot even be signed
            canonical = str(encode_canonical(signed)).encode()
            break
    raw = json.dumps(
        {"signatures": [s.sign(canonical).to_dict() for s in signers], "signed": signed}
    ).encode()
    forged.files[name] = raw
    vouch_for(forged, role, raw)
    return forged


def find_name(repository: RepositorySimulator, role: str) -> str:
    if role == "timestamp":
        return "timestamp.json"
    lists = repository.curators[role] if role in repository.curators else getattr(repository, role)
    return f"{lists.version}.{role}.json"


def vouch_for(forged: RepositorySimulator, role: str, raw: bytes) -> None:
    """Have the roles above take what was forged for good."""
    snapshot_raw = raw if role == "snapshot" else forged.files[find_name(forged, "snapshot")]
    if role in ("targets", "curators"):
        describe(forged.snapshot.meta[f"{role}.json"], raw)
        snapshot_raw = sign(forged.snapshot, forged.signers["snapshot"])
        forged.files[find_name(forged, "snapshot")] = snapshot_raw
    if role != "timestamp":
        describe(forged.timestamp.snapshot_meta, snapshot_raw)
        forged.files["timestamp.json"] = sign(forged.timestamp, forged.signers["timestamp"])


def describe(meta: Any, raw: bytes) -> None:
    meta.length, meta.hashes = len(raw), {"sha256": hashlib.sha256(raw).hexdigest()}


def change(signed: Any, dice: random.Random) -> None:
    """Take a value out, give it another name, or put another in its place."""
    *way, last = dice.choice(list(list_places(signed)))
    holder = signed
    for step in way:
        holder = holder[step]
    match dice.randrange(4):
        case 0:
            del holder[last]
        case 1 if isinstance(last, str):
            holder[dice.choice(KEYS)] = holder.pop(last)
        case _:
            holder[last] = dice.choice(VALUES)


def list_places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value within ``value``."""
    if here:
        yield here
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from list_places(one, (*here, key))
