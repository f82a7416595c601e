"""Power may fail at any instruction of a publisher: a reader sees the tree as it was or as it is meant to be, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kiosk.packs.build import build_pack
from kiosk.packs.publishing import encrypted_key
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from kiosk.packs.source import read_source
from tests.faults.publish_points import PASSPHRASE
from tests.packs.small_source import write_small_source

OLD, NEW = ["Publisher 1", ""], ["Publisher 1", "Publisher 2"]
NOTHING = ["", ""]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with versions 1 and 2 of the small pack, unsigned."""
    folder = tmp_path_factory.mktemp("packs")
    source = read_source(write_small_source(tmp_path_factory.mktemp("mill")))
    for version in (1, 2):
        build_pack(
            replace(source, version=version, publisher=f"Publisher {version}"), folder / f"{version}.hpack"
        )
    return folder


@pytest.fixture
def ring() -> Iterator[KeyRing]:
    """A museum's keys, locked with little work: they are opened a hundred times. In memory, where syncing is free."""
    memory = Path("/dev/shm")
    with (
        pytest.MonkeyPatch.context() as patch,
        TemporaryDirectory(prefix="kiosk-publish-", dir=memory if memory.is_dir() else None) as folder,
    ):
        patch.setattr(encrypted_key, "SCRYPT_N", 1 << 8)
        yield make_ring(Path(folder) / "scene/keys", "The Mill Society", lambda _name, _new: PASSPHRASE)


def play(scene: Path, work: dict[str, Any], house: Path, lines: int = 0) -> dict[str, Any]:
    """Kill the work at each step, and at some lines; return the report, and say how many times it was killed."""
    (scene / "work.json").write_text(json.dumps(work))
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.publish_points", scene, str(lines)],
        cwd=house,
        env={**os.environ, "TMPDIR": str(scene.parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    outcomes = report["outcomes"]
    print(f"{work['do']}: killed at {len(report['steps'])} steps and {lines} of {report['lines']} lines")
    assert all(outcome["killed"] for outcome in outcomes)
    assert len(outcomes) == len(report["steps"]) + lines
    assert all(not outcome["again"]["leftovers"] for outcome in outcomes), outcomes
    return report


def make_scene(ring: KeyRing, packs: Path, *published: int) -> Path:
    """Set the scene: the stick holds what was published, each version in a publishing of its own."""
    scene = ring.folder.parent
    (scene / "root.json").write_bytes(ring.state().files["1.root.json"])
    (scene / "stick").mkdir()
    for version in published:
        publish([packs / f"{version}.hpack"], ring, scene / "stick")
    shutil.copytree(packs, scene / "packs")
    return scene


def test_the_first_publishing(ring: KeyRing, packs: Path, house: Path) -> None:
    report = play(make_scene(ring, packs), {"do": "publish", "packs": ["1.hpack"]}, house)
    seen = [outcome["left"]["seen"] for outcome in report["outcomes"]]
    assert [each for number, each in enumerate(seen) if not number or seen[number - 1] != each] == [
        NOTHING,
        OLD,
    ]
    assert all(outcome["again"]["seen"] == OLD for outcome in report["outcomes"])


def test_a_new_version_over_an_old_one(ring: KeyRing, packs: Path, house: Path) -> None:
    report = play(make_scene(ring, packs, 1), {"do": "publish", "packs": ["2.hpack"]}, house, lines=12)
    steps = len(report["steps"])
    for outcomes in (report["outcomes"][:steps], report["outcomes"][steps:]):
        seen = [outcome["left"]["seen"] for outcome in outcomes]
        # The old one up to some point, the new one from there on; never a way back.
        assert [each for number, each in enumerate(seen) if not number or seen[number - 1] != each] == [
            OLD,
            NEW,
        ]
    assert all(outcome["again"]["seen"] == NEW for outcome in report["outcomes"])
    named = {step.split(":")[0] for step in report["steps"]}
    assert named == {
        "read",
        "prepare",
        "copy",
        "sync",
        "read-back",
        "manifest",
        "sign",
        "metadata",
        "tidy",
        "done",
    }


def test_a_new_key(ring: KeyRing, packs: Path, house: Path) -> None:
    """The key is exchanged and a version published with the new one: at no instant is the stick one nobody accepts."""
    report = play(make_scene(ring, packs, 1), {"do": "rotate", "packs": ["2.hpack"]}, house, lines=12)
    outcomes = report["outcomes"]
    assert {tuple(outcome["left"]["seen"]) for outcome in outcomes} == {tuple(OLD), tuple(NEW)}
    assert {outcome["left"]["root"] for outcome in outcomes} == {1, 2, 3}
    for outcome in outcomes:
        again = outcome["again"]
        assert (again["seen"], again["root"], again["ring"][0]) == (NEW, 3, 3), outcome


def test_a_withdrawal(ring: KeyRing, packs: Path, house: Path) -> None:
    report = play(make_scene(ring, packs, 1, 2), {"do": "withdraw"}, house)
    assert {tuple(outcome["left"]["seen"]) for outcome in report["outcomes"]} == {tuple(OLD), tuple(NEW)}
    for outcome in report["outcomes"]:
        assert outcome["again"]["seen"] == OLD
        assert outcome["again"]["ring"][1] == ["test.mill/1.json"]


def test_signing_files(ring: KeyRing, packs: Path, house: Path) -> None:
    """Each file is as it was or signed, and always a whole pack."""
    report = play(make_scene(ring, packs), {"do": "sign", "packs": ["1.hpack", "2.hpack"]}, house, lines=12)
    signed = [tuple(outcome["left"]["signed_files"]) for outcome in report["outcomes"]]
    assert set(signed) == {(), ("1.hpack",), ("1.hpack", "2.hpack")}
    assert all(outcome["again"]["signed_files"] == ["1.hpack", "2.hpack"] for outcome in report["outcomes"])


def test_making_keys(ring: KeyRing, packs: Path, house: Path) -> None:
    """There are whole keys or none, and nothing of a key is left lying about."""
    report = play(make_scene(ring, packs), {"do": "new"}, house, lines=12)
    made = [outcome["left"]["made"] for outcome in report["outcomes"]]
    assert made == sorted(made)
    assert all(outcome["again"]["made"] for outcome in report["outcomes"])
