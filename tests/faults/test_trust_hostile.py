"""Metadata made to break what reads it: endless, deep, oddly named, flipped bit by bit."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tuf.api.metadata import DelegatedRole

from kiosk.packs.tree import FolderTree
from kiosk.packs.trust.operator import MAX_CHAIN_BYTES, read_chain
from tests.fakes.repository_simulator import RepositorySimulator
from tests.faults.trust_scene import PACK, Scene

MUTATIONS = 120
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


def test_random_damage_to_metadata(scene: Scene) -> None:
    """A bit, a byte, a cut, a swap: the device shows one whole release, and with the good stick it goes on."""
    scene.repository.rotate("timestamp")
    scene.repository.delegate("curators", [f"{PACK}/*"])
    scene.publish(2, role="curators")
    dice = random.Random(3)
    good = {path: path.read_bytes() for path in scene.metadata("").iterdir()}
    told: dict[str, int] = {}
    for _ in range(MUTATIONS):
        path = dice.choice(sorted(good))
        path.write_bytes(mutate(good[path], dice))
        code = scene.attempt()
        told[code] = told.get(code, 0) + 1
        if code == "installed":
            # What was hit is not asked for (an old list, a root it has), or says nothing (a blank between words).
            scene.store.activate(PACK, 1)
        path.write_bytes(good[path])
    assert told.keys() <= {
        "installed",
        "nothing-new",
        "packs.metadata-faulty",
        "packs.foreign",
        "packs.unsigned",
    }
    assert told["packs.metadata-faulty"] > MUTATIONS // 6
    assert scene.attempt() == "installed"
    print(f"{MUTATIONS} random mutations of metadata: {told}")


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
