"""Somebody else's content under this device's eyes: other roots, forged names, other operators' fingerprints."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.trust.fingerprint import make_fingerprint
from kiosk.packs.trust.state import Origin
from tests.fakes.repository_simulator import RepositorySimulator
from tests.faults.trust_scene import PACK, Scene


@pytest.fixture
def stranger(scene: Scene) -> RepositorySimulator:
    """Another operator, who vouches for release 2 and calls itself by our operator's name."""
    repository = RepositorySimulator("Test Society")
    repository.add_release(PACK, 2, scene.put(2))
    repository.publish()
    return repository


def put(stranger: RepositorySimulator, scene: Scene) -> None:
    shutil.rmtree(scene.metadata(""))
    stranger.write(scene.stick)


def test_another_operator_s_stick_is_refused_and_both_are_named(
    scene: Scene, stranger: RepositorySimulator
) -> None:
    put(stranger, scene)
    outcome = scene.store.install(scene.stick)
    assert outcome.code == "packs.foreign"
    assert outcome.error is not None
    assert make_fingerprint(stranger.roots[-1]) in outcome.error.found
    assert make_fingerprint(scene.repository.roots[-1]) in outcome.error.expected


def test_our_root_before_another_s_lists(scene: Scene, stranger: RepositorySimulator) -> None:
    put(stranger, scene)
    scene.metadata("1.root.json").write_bytes(scene.repository.roots[0])
    assert scene.attempt() == "packs.metadata-faulty"


def test_our_root_before_another_s_next_root(scene: Scene, stranger: RepositorySimulator) -> None:
    stranger.rotate("timestamp")
    stranger.publish()
    put(stranger, scene)
    scene.metadata("1.root.json").write_bytes(scene.repository.roots[0])
    assert scene.attempt() == "packs.metadata-faulty"


def test_another_s_lists_beside_ours(scene: Scene, stranger: RepositorySimulator) -> None:
    scene.publish(2)
    for name in ("timestamp.json", f"{stranger.snapshot.version}.snapshot.json"):
        scene.metadata(name).write_bytes(stranger.files[name])
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_root_that_nobody_signed(scene: Scene, stranger: RepositorySimulator) -> None:
    root = json.loads(stranger.roots[0])
    root["signatures"] = []
    put(stranger, scene)
    scene.metadata("1.root.json").write_text(json.dumps(root))
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_tree_without_metadata(scene: Scene) -> None:
    scene.put(2)
    shutil.rmtree(scene.metadata(""))
    assert scene.attempt() == "packs.unsigned"


def test_a_tree_with_an_empty_folder_of_metadata(scene: Scene) -> None:
    scene.put(2)
    shutil.rmtree(scene.metadata(""))
    scene.metadata("").mkdir()
    assert scene.attempt() == "packs.unsigned"


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_file_of_metadata_is_missing(scene: Scene, role: str) -> None:
    scene.publish(2)
    (path,) = sorted(scene.metadata("").glob(f"*{role}.json"))[-1:]
    path.unlink()
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_release_that_nobody_listed_lies_among_those_that_are(scene: Scene) -> None:
    scene.put(2)
    assert scene.attempt() == "packs.unsigned"


def test_a_manifest_changed_after_it_was_signed(scene: Scene) -> None:
    scene.publish(2)
    path = scene.manifest(2)
    path.write_bytes(path.read_bytes().replace(b"Publisher 2", b"Publisher 9"))
    assert scene.attempt() == "packs.hash-mismatch"


def test_a_manifest_in_another_s_place(scene: Scene) -> None:
    """Rightly signed as release 3, put where release 2 is looked for."""
    scene.put(3)
    scene.repository.add_release(PACK, 2, scene.manifest(3).read_bytes())
    scene.repository.publish()
    scene.write()
    scene.manifest(3).rename(scene.manifest(2))
    assert scene.attempt() == "packs.tree-faulty"


def adopt(scene: Scene, *, origin: Origin = Origin.OWN, fingerprint: str = "", replace: bool = False) -> str:
    """Return the code of the refusal, or "" where the device trusts the stick's operator now."""
    try:
        scene.store.trust.adopt(scene.stick, origin=origin, fingerprint=fingerprint, replace=replace)
    except KioskError as error:
        return error.code
    return ""


def test_an_operator_of_its_own_is_replaced_only_when_told(
    scene: Scene, stranger: RepositorySimulator
) -> None:
    put(stranger, scene)
    assert adopt(scene) == "packs.trust-taken"
    assert adopt(scene, origin=Origin.DEMONSTRATION) == "packs.trust-taken"
    assert adopt(scene, origin=Origin.DEMONSTRATION, replace=True) == "packs.trust-taken"
    assert scene.attempt() == "packs.foreign"
    assert adopt(scene, replace=True) == ""
    assert scene.shown() == 1, "what the operator before left goes on until there is something else"
    assert scene.attempt() == "installed"
    scene.write()
    assert scene.attempt() == "packs.foreign"
    with pytest.raises(KioskError) as caught:
        scene.store.activate(PACK, 1)
    assert caught.value.code in {"packs.foreign", "packs.not-installed"}


def test_versions_of_another_operator_do_not_count(
    scene: Scene, stranger: RepositorySimulator, tmp_path: Path
) -> None:
    """The new operator begins at release 1, where the old one was at 3."""
    scene.publish(3)
    assert scene.attempt() == "installed"
    for version in (2, 3):
        scene.manifest(version).unlink()
    stranger.add_release(PACK, 1, scene.put(1))
    stranger.publish()
    put(stranger, scene)
    assert adopt(scene, replace=True) == ""
    assert scene.attempt() == "installed"


def test_the_fingerprint_decides(scene: Scene, stranger: RepositorySimulator) -> None:
    put(stranger, scene)
    ours = make_fingerprint(scene.repository.roots[0])
    assert adopt(scene, fingerprint=ours, replace=True) == "packs.fingerprint-differs"
    assert adopt(scene, fingerprint="AAAA", replace=True) == "packs.fingerprint-unfit"
    assert scene.attempt() == "packs.foreign"
    theirs = make_fingerprint(stranger.roots[0]).lower().replace("-", " ")
    assert adopt(scene, fingerprint=theirs, replace=True) == ""


def test_the_fingerprint_of_last_year_vouches_for_this_year_s_root(scene: Scene) -> None:
    last_year = make_fingerprint(scene.repository.roots[0])
    scene.repository.rotate("root")
    scene.publish(2)
    assert adopt(scene, fingerprint=last_year) == ""
    assert scene.attempt() == "installed"


def test_a_fork_of_our_roots_is_no_successor(scene: Scene) -> None:
    """Our first root, and a second one that its old key signed after it was revoked."""
    thief = scene.repository._root_signers
    scene.repository.rotate("root")
    scene.publish(2)
    assert scene.attempt() == "installed"
    scene.repository.root.version = 1
    scene.repository.signers["root"] = scene.repository._root_signers = thief
    scene.repository.root.add_key(thief[0].public_key, "root")
    scene.repository.publish_root()
    scene.publish(3)
    assert scene.attempt() == "packs.foreign"
    assert adopt(scene) == "packs.trust-taken"


@pytest.mark.parametrize(
    "name",
    ["", "x" * 121, "Mill\nSociety", "Mill\u202eyteicoS", "Mill\u200bSociety", "\ud800", 7, None, ["Mill"]],
)
def test_a_name_that_would_mislead_is_left_out(scene: Scene, name: object) -> None:
    from kiosk.packs.trust.operator import read_operator

    scene.repository.root.unrecognized_fields["x-heritage-operator"] = {"name": name}
    raw = json.loads(scene.repository.roots[0])
    raw["signed"]["x-heritage-operator"] = {"name": name}
    assert read_operator(json.dumps(raw).encode()).name == ""
