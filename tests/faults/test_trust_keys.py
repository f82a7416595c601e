"""Keys that were revoked, stolen, lost or are too few; roots that change thirty times."""

from __future__ import annotations

import pytest
from securesystemslib.signer import CryptoSigner

from tests.fakes.repository_simulator import TOP_ROLES
from tests.faults.trust_scene import PACK, Scene


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_revoked_key_signs_for_nothing(scene: Scene, role: str) -> None:
    old = scene.repository.rotate(role)
    good = scene.repository.signers[role]
    scene.repository.signers[role] = [old]
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-faulty"
    scene.repository.signers[role] = good
    scene.publish(2)
    assert scene.attempt() == "installed"


def test_a_revocation_that_once_was_seen_holds_without_its_root(scene: Scene) -> None:
    """The thief leaves the root that revokes the key off the stick."""
    old = scene.repository.rotate("targets")
    scene.publish(2)
    assert scene.attempt() == "installed"
    scene.repository.signers["targets"] = [old]
    scene.publish(3)
    scene.metadata("2.root.json").unlink()
    assert scene.attempt() == "packs.metadata-faulty"


@pytest.mark.parametrize("role", TOP_ROLES)
def test_a_stranger_s_key_signs_for_nothing(scene: Scene, role: str) -> None:
    if role == "root":
        scene.repository.signers["root"] = [CryptoSigner.generate_ed25519()]
        scene.repository._root_signers = []
        scene.repository.publish_root()
    else:
        scene.repository.signers[role] = [CryptoSigner.generate_ed25519()]
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-faulty"


@pytest.mark.parametrize("role", TOP_ROLES)
def test_one_signature_of_two_is_none(scene: Scene, role: str) -> None:
    scene.repository.require(role, 2)
    both = scene.repository.signers[role]
    scene.repository.signers[role] = both[:1]
    if role == "root":
        scene.repository._root_signers = both[:1]
        scene.repository.publish_root()
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-faulty"


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_the_same_signature_twice_is_one(scene: Scene, role: str) -> None:
    scene.repository.require(role, 2)
    scene.repository.signers[role] = scene.repository.signers[role][:1] * 2
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-faulty"


def test_two_of_three_are_enough(scene: Scene) -> None:
    scene.repository.require("root", 3)
    scene.repository.root.roles["root"].threshold = 2
    scene.repository.publish_root()
    three = scene.repository.signers["root"]
    scene.repository.signers["root"] = scene.repository._root_signers = three[1:]
    scene.repository.publish_root()
    scene.publish(2)
    assert scene.attempt() == "installed"


def test_thirty_roots_later(scene: Scene) -> None:
    """A device that was in a drawer for years walks the whole chain on one stick; every key has changed."""
    for turn in range(30):
        scene.repository.rotate(TOP_ROLES[turn % len(TOP_ROLES)])
    scene.publish(2)
    assert scene.attempt() == "installed"
    state = scene.store.trust.state()
    assert state is not None
    assert len(state.roots) == 31


def test_a_gap_in_the_chain(scene: Scene) -> None:
    """The device cannot jump over a root that is missing; the whole chain on the next stick takes it on."""
    for _ in range(6):
        scene.repository.rotate("root")
    scene.repository.rotate("timestamp")
    scene.publish(2)
    scene.metadata("4.root.json").unlink()
    assert scene.attempt() == "packs.metadata-faulty"
    state = scene.store.trust.state()
    assert state is not None
    assert len(state.roots) == 3, "as far as the chain goes it is learned"
    scene.write()
    assert scene.attempt() == "installed"


@pytest.mark.parametrize("version", [1, 3, 99])
def test_a_root_under_another_s_number(scene: Scene, version: int) -> None:
    scene.repository.rotate("root")
    scene.publish(2)
    scene.repository.root.version = version - 1
    scene.repository.publish_root()
    scene.metadata("2.root.json").write_bytes(scene.repository.files[f"{version}.root.json"])
    assert scene.attempt() == "packs.metadata-faulty"


def test_a_root_may_gain_a_signature_later(scene: Scene) -> None:
    """What is signed is compared, and not the file: the third keeper signed a week after the two others."""
    scene.repository.require("root", 3)
    scene.repository.root.roles["root"].threshold = 2
    scene.repository.publish_root()
    three = scene.repository.signers["root"]
    scene.repository.signers["root"] = scene.repository._root_signers = three[:2]
    scene.repository.publish_root()
    scene.publish(2)
    assert scene.attempt() == "installed"
    scene.repository.root.version -= 1
    scene.repository.signers["root"] = scene.repository._root_signers = three
    scene.repository.publish_root()
    scene.publish(3)
    assert scene.attempt() == "installed"


@pytest.mark.parametrize("role", ["timestamp", "snapshot"])
def test_numbers_driven_to_the_end_are_recovered_from(scene: Scene, role: str) -> None:
    """With a stolen key a thief signs the highest number there is, so that nothing true can ever be newer."""
    lists = scene.repository.timestamp if role == "timestamp" else scene.repository.snapshot
    true = lists.version
    lists.version = 2**31 - 2
    scene.publish(2)
    assert scene.attempt() == "installed"
    lists.version = true
    scene.publish(3)
    assert scene.attempt() != "installed"
    scene.repository.rotate("timestamp")
    scene.repository.rotate("snapshot")
    scene.publish(3)
    assert scene.attempt() == "installed"


def test_curators_sign_for_their_own_site_only(scene: Scene) -> None:
    scene.repository.delegate("test.curators", ["test.forge/*"])
    scene.publish(2, role="test.curators")
    assert scene.attempt() == "packs.unsigned"
    scene.repository.delegate("test.curators", [f"{PACK}/*"])
    scene.publish(2, role="test.curators")
    assert scene.attempt() == "installed"


def test_one_curator_of_two_signs_for_nothing(scene: Scene) -> None:
    scene.repository.delegate("test.curators", [f"{PACK}/*"], threshold=2)
    scene.repository.signers["test.curators"].pop()
    scene.publish(2, role="test.curators")
    assert scene.attempt() == "packs.metadata-faulty"


def test_curators_whose_site_was_taken_back_sign_for_nothing(scene: Scene) -> None:
    scene.repository.delegate("test.curators", [f"{PACK}/*"])
    scene.publish(2, role="test.curators")
    scene.repository.delegate("test.others", [f"{PACK}/*"])
    assert scene.repository.targets.delegations is not None
    assert scene.repository.targets.delegations.roles is not None
    del scene.repository.targets.delegations.roles["test.curators"]
    scene.repository.publish()
    scene.write()
    assert scene.attempt() == "packs.unsigned"


def test_a_curator_s_broken_list_does_not_spoil_the_others(scene: Scene) -> None:
    scene.repository.delegate("test.curators", ["test.forge/*"])
    scene.repository.signers["test.curators"] = [CryptoSigner.generate_ed25519()]
    scene.publish(2)
    assert scene.attempt() == "installed"
