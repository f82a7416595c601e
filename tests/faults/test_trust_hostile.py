"""Metadata made to break what reads it: endless, deep, oddly named, flipped bit by bit."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from securesystemslib.signer import GPGKey
from tuf.api.metadata import DelegatedRole

from kiosk.model.errors import KioskError
from kiosk.packs.tree import FolderTree, Release
from kiosk.packs.trust.operator import MAX_CHAIN_BYTES, read_chain
from kiosk.packs.trust.reference_time import BUILT_AT
from kiosk.packs.trust.vouch import vouch
from tests.fakes.repository_simulator import RepositorySimulator
from tests.faults.trust_scene import PACK, Scene

MUTATIONS = 300
DAMAGED_STICKS = 30
RELEASE = Release(PACK, 2)
ODD_ROLES = [
    "..",
    "../../../evil",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "con",
    "CURATORS",
    "cur\u0101tors",
    "\u202ecurators",
    "a\x00b",
    "x" * 300,
    "1.root",
    "%2e%2e%2fevil",
    "",
    ".hidden",
    "timestamp.json",
    "root.json",
]

Spoil = Callable[[bytes], bytes]


def newest(scene: Scene, role: str) -> Path:
    """Return the file that a device will ask for."""
    if role == "timestamp":
        return scene.metadata("timestamp.json")
    return scene.metadata(f"{getattr(scene.repository, role).version}.{role}.json")


def deep(raw: bytes) -> bytes:
    return b"[" * 100_000 + b"]" * 100_000


def long_number(raw: bytes) -> bytes:
    return raw.replace(b'"version":', b'"version":' + b"9" * 10_000)


def negative(raw: bytes) -> bytes:
    return raw.replace(b'"version":', b'"version":-')


def twice(raw: bytes) -> bytes:
    return raw + raw


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def nothing(raw: bytes) -> bytes:
    return b""


def other_type(raw: bytes) -> bytes:
    return raw.replace(b'"_type":"', b'"_type":"x')


def no_text(raw: bytes) -> bytes:
    return b"\xff\xfe" + raw


def null(raw: bytes) -> bytes:
    return b"null"


def lone_surrogate(raw: bytes) -> bytes:
    return raw.replace(b'"spec_version":"', b'"spec_version":"\\ud800')


@pytest.mark.parametrize(
    "spoil",
    [deep, long_number, negative, twice, cut, nothing, other_type, no_text, null, lone_surrogate],
    ids=lambda spoil: spoil.__name__,
)
@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets"])
def test_what_is_no_metadata_is_refused(scene: Scene, role: str, spoil: Spoil) -> None:
    scene.repository.rotate("root")
    scene.publish(2)
    path = newest(scene, role)
    path.write_bytes(spoil(path.read_bytes()))
    assert scene.attempt() == "packs.metadata-faulty"
    scene.write()
    assert scene.attempt() == "installed"


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets"])
def test_endless_metadata_is_not_read_to_its_end(scene: Scene, role: str) -> None:
    scene.repository.rotate("root")
    scene.publish(2)
    os.truncate(newest(scene, role), 50_000_000_000)
    assert scene.attempt() == "packs.metadata-faulty"


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "device"])
def test_metadata_that_is_no_file(scene: Scene, kind: str) -> None:
    scene.publish(2)
    path = newest(scene, "timestamp")
    path.unlink()
    if kind == "link":
        path.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        if os.geteuid() != 0:
            pytest.skip("only root can make a device file")
        os.mknod(path, 0o020644, os.makedev(1, 5))
    assert scene.attempt() == "packs.tree-faulty"


@pytest.mark.parametrize("role", ODD_ROLES)
def test_a_curator_of_an_odd_name(scene: Scene, role: str) -> None:
    """The operator itself is hostile here: the names are signed. Nothing is written or read outside the tree."""
    scene.repository.delegate(role, ["test.forge/*", f"{PACK}/*"])
    scene.repository.add_release(PACK, 2, scene.put(2), role)
    signed = dict(scene.repository.files)
    scene.repository.publish()
    odd = {name: raw for name, raw in scene.repository.files.items() if name not in signed}
    scene.repository.files = {
        name: raw for name, raw in scene.repository.files.items() if name not in odd or role not in name
    }
    folder = scene.stick.parent
    before = set(folder.rglob("*"))
    scene.write()
    assert scene.attempt() == "packs.metadata-faulty"
    after = {path for path in folder.rglob("*") if "/stick/" not in str(path)}
    assert {path for path in after - before if "state" not in path.name} == set()


def test_thousands_of_curators_cost_no_minute(scene: Scene) -> None:
    scene.repository.delegate("curators", ["test.forge/*"])
    delegations = scene.repository.targets.delegations
    assert delegations is not None
    assert delegations.roles is not None
    some = delegations.roles["curators"].to_dict()
    for number in range(3_000):
        name = f"c{number}"
        delegations.roles[name] = DelegatedRole.from_dict({**some, "name": name, "paths": [f"c{number}/*"]})
    scene.publish(2)
    assert scene.attempt() == "installed"


def test_a_stranger_s_endless_chain_of_roots_is_cut(tmp_path: Path) -> None:
    repository = RepositorySimulator()
    repository.root.unrecognized_fields["filling"] = "x" * 60_000
    for _ in range(MAX_CHAIN_BYTES // 60_000 + 5):
        repository.publish_root()
    repository.write(tmp_path)
    with pytest.raises(Exception, match=r"packs\.metadata-faulty"):
        read_chain(FolderTree(tmp_path))


def test_a_root_with_keys_that_would_start_a_program(scene: Scene) -> None:
    """The signing library knows kinds of keys that call gpg or the network: never for a stick."""
    root = json.loads(scene.repository.roots[0])
    for key in root["signed"]["keys"].values():
        key["keytype"], key["scheme"] = "rsa", "pgp+rsa-pkcsv1.5"
    scene.put(2)
    scene.metadata("1.root.json").write_text(json.dumps(root))
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_next_root_with_keys_of_another_kind_is_not_kept(scene: Scene) -> None:
    """Signed by enough good keys it would hold, and no install would be possible ever after."""
    scene.repository.root.add_key(GPGKey("ab" * 20, "rsa", "pgp+rsa-pkcsv1.5", {"public": "x"}), "root")
    scene.repository.publish_root()
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-faulty"
    operator = scene.store.trust.operator()
    assert operator is not None
    assert operator.root_version == 1


def test_a_curators_list_that_rotted_on_the_device_is_no_bug(scene: Scene) -> None:
    data = scene.stick.parent / "device" / "state.db"
    with closing(sqlite3.connect(data)) as connection, connection:
        connection.execute("INSERT INTO trust_role VALUES ('curators', x'00')")
    scene.put(2)
    assert scene.attempt() == "packs.unsigned"


def test_random_damage_to_metadata(scene: Scene) -> None:
    """A bit, some bytes, a cut, an end turned round, in a file that the device has not seen yet.

    What it learns is thrown away after each try: it would not ask for the file again.
    """
    known = scene.store.trust.state()
    manifest, paths = publish_by_curators(scene)
    dice = random.Random(3)
    told: Counter[str] = Counter()
    for _ in range(MUTATIONS):
        path = dice.choice(paths)
        good = path.read_bytes()
        path.write_bytes(mutate(good, dice))
        vouched = vouch(FolderTree(scene.stick), known, BUILT_AT, [RELEASE])
        path.write_bytes(good)
        try:
            vouched.check_manifest(RELEASE, manifest, "stick")
        except KioskError as refusal:
            told[refusal.code] += 1
            continue
        told["vouched for"] += 1
        with pytest.raises(KioskError):
            vouched.check_manifest(RELEASE, manifest + b" ", "stick")
    # A few hit what says nothing: the case of a digit in a signature's hexadecimal, a field that nobody reads.
    assert told["vouched for"] < MUTATIONS // 10, told
    assert told.keys() <= {"vouched for", "packs.metadata-faulty", "packs.unsigned"}
    assert scene.attempt() == "installed"


@pytest.mark.parametrize("seed", range(DAMAGED_STICKS))
def test_a_stick_with_damaged_metadata_changes_nothing(scene: Scene, seed: int) -> None:
    """The same through the whole door; with the good stick the device goes on."""
    _, paths = publish_by_curators(scene)
    dice = random.Random(seed)
    path = dice.choice(paths)
    path.write_bytes(mutate(path.read_bytes(), dice))
    assert scene.attempt() in {"installed", "packs.metadata-faulty", "packs.unsigned"}
    scene.write()
    assert scene.attempt() in {"installed", "nothing-new"}


def publish_by_curators(scene: Scene) -> tuple[bytes, list[Path]]:
    """Publish release 2 by its curators after a change of keys; return its manifest and the files that are new."""
    before = set(scene.metadata("").iterdir()) - {scene.metadata("timestamp.json")}
    scene.repository.rotate("timestamp")
    scene.repository.delegate("curators", [f"{PACK}/*"])
    scene.publish(2, role="curators")
    return scene.manifest(2).read_bytes(), sorted(set(scene.metadata("").iterdir()) - before)


def mutate(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    match dice.randrange(4):
        case 0:
            return raw[:at] + bytes([raw[at] ^ (1 << dice.randrange(8))]) + raw[at + 1 :]
        case 1:
            return raw[:at] + dice.randbytes(8) + raw[at + 8 :]
        case 2:
            return raw[:at]
        case _:
            return raw[:at] + raw[at:][::-1]
