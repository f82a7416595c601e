"""Old truths told again: replayed sticks, mixed weeks, lists put together from parts of several."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.packs.tree import FolderTree, Release
from tests.faults.trust_scene import PACK, Scene


def test_a_stick_of_last_year_is_refused(scene: Scene, tmp_path: Path) -> None:
    """Everything on it is rightly signed; it is only old."""
    shutil.copytree(scene.stick, tmp_path / "old")
    scene.publish(2)
    assert scene.attempt() == "installed"
    scene.stick = tmp_path / "old"
    assert scene.attempt() == "packs.older-version"


def test_an_old_stick_cannot_bring_back_what_was_withdrawn(scene: Scene, tmp_path: Path) -> None:
    """Also where its version is the highest: release 2 was withdrawn before this device ever saw it."""
    scene.publish(2)
    shutil.copytree(scene.stick, tmp_path / "old")
    scene.repository.withdraw(PACK, 2)
    scene.manifest(2).unlink()
    scene.repository.publish()
    scene.write()
    assert scene.attempt() == "nothing-new"
    scene.restart()
    scene.stick = tmp_path / "old"
    assert scene.attempt() == "packs.withdrawn"


def test_a_withdrawal_is_learned_though_nothing_was_installed(scene: Scene, tmp_path: Path) -> None:
    """The stick that says so is refused for another reason; what it says counts all the same."""
    scene.publish(2)
    shutil.copytree(scene.stick, tmp_path / "old")
    scene.repository.withdraw(PACK, 2)
    scene.repository.publish()
    scene.write()
    assert scene.attempt() == "packs.withdrawn"
    scene.restart()
    scene.stick = tmp_path / "old"
    assert scene.attempt() == "packs.withdrawn"


def test_a_new_root_on_a_stick_without_releases_is_learned(scene: Scene) -> None:
    """Revocations travel on every stick: looking is enough."""
    old = scene.repository.rotate("targets")
    scene.repository.publish()
    scene.write()
    assert scene.store.trust.learn(FolderTree(scene.stick)).problem is None
    scene.restart()
    scene.repository.signers["targets"] = [old]
    scene.publish(2)
    scene.metadata("2.root.json").unlink()
    assert scene.attempt() == "packs.metadata-faulty"


@pytest.mark.parametrize(
    "kept", [("timestamp",), ("snapshot",), ("targets",), ("timestamp", "snapshot"), ("snapshot", "targets")]
)
def test_weeks_cannot_be_mixed(scene: Scene, tmp_path: Path, kept: tuple[str, ...]) -> None:
    """Some files are of this week, some of the week before, under the names a reader will ask for."""
    old = {path.name: path.read_bytes() for path in scene.metadata("").iterdir()}
    number = scene.repository.snapshot.version
    scene.publish(2)
    for role in kept:
        if role == "timestamp":
            scene.metadata("timestamp.json").write_bytes(old["timestamp.json"])
        else:
            scene.metadata(f"{number + 1}.{role}.json").write_bytes(old[f"{number}.{role}.json"])
    code = scene.attempt()
    if kept == ("timestamp",) or kept == ("timestamp", "snapshot"):
        assert code == "packs.unsigned", "this is a stick of last week with a release that it does not name"
    else:
        assert code == "packs.metadata-faulty"
    scene.write()
    assert scene.attempt() == "installed"


def test_lists_of_two_truths_cannot_be_put_together(scene: Scene) -> None:
    """A snapshot signed by the right key for other lists: the timestamp knows its hash."""
    scene.publish(2)
    version = scene.repository.snapshot.version
    good = scene.metadata(f"{version}.snapshot.json").read_bytes()
    scene.repository.snapshot.version -= 1
    scene.repository.timestamp.version -= 1
    scene.repository.targets.version -= 1
    scene.repository.add_release(PACK, 3, scene.put(3))
    scene.repository.publish()
    scene.repository.files[f"{version}.snapshot.json"] = good
    scene.write()
    assert scene.attempt() == "packs.metadata-faulty"


def test_the_snapshot_cannot_go_back(scene: Scene) -> None:
    """The timestamp's key alone was stolen: it vouches for an older snapshot."""
    scene.publish(2)
    assert scene.attempt() == "installed"
    scene.repository.snapshot.version = 1
    scene.repository.publish()
    scene.write()
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_list_cannot_vanish_from_the_snapshot(scene: Scene) -> None:
    scene.repository.delegate("test.curators", ["test.forge/*"])
    scene.publish(2)
    assert scene.attempt() == "installed"
    del scene.repository.snapshot.meta["test.curators.json"]
    curators = scene.repository.curators.pop("test.curators")
    assert curators.version == 1
    scene.repository.publish()
    scene.write()
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_manifest_is_read_once(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick with a program of its own answers the second question differently."""
    scene.publish(2)
    read = FolderTree.read_manifest
    answers: list[bytes] = []

    def answer(tree: FolderTree, release: Release) -> bytes:
        answers.append(read(tree, release))
        return answers[-1] if len(answers) == 1 else answers[0].replace(b"Publisher 2", b"Mallory...2")

    monkeypatch.setattr(FolderTree, "read_manifest", answer)
    assert scene.attempt() == "installed"


def test_an_old_stick_serves_after_its_keys_were_exchanged(scene: Scene, tmp_path: Path) -> None:
    """The signatures on it are by keys that count no more; the newest lists still name what it holds."""
    scene.publish(2)
    shutil.copytree(scene.stick, tmp_path / "old")
    for role in ("timestamp", "snapshot", "targets", "root"):
        scene.repository.rotate(role)
    scene.repository.publish()
    scene.write()
    assert scene.store.trust.learn(FolderTree(scene.stick)).problem is None
    scene.stick = tmp_path / "old"
    assert scene.attempt() == "installed"


def test_a_thief_s_old_key_and_high_numbers_are_older_all_the_same(scene: Scene, tmp_path: Path) -> None:
    """After the recovery from a stolen key the true numbers are low; the thief's stick does not know the new root."""
    shutil.copytree(scene.stick, tmp_path / "thief")
    thief = scene.repository.copy()
    scene.repository.rotate("timestamp")
    scene.repository.publish()
    scene.write()
    assert scene.store.trust.learn(FolderTree(scene.stick)).problem is None
    thief.timestamp.version = thief.snapshot.version = 2**31 - 2
    scene.stick = tmp_path / "thief"
    thief.add_release(PACK, 2, scene.put(2))
    thief.publish()
    thief.write(scene.stick)
    assert scene.attempt() == "packs.withdrawn", (
        "to the device it is an old stick with what nobody stands for"
    )
