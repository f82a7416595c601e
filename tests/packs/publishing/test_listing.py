"""Taking releases back; and key rings that know less than what was published with them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import withdraw
from kiosk.packs.publishing.publish import publish
from kiosk.packs.publishing.root_change import rotate_key
from tests.packs.conftest import MakePack
from tests.packs.publishing.conftest import answer
from tests.packs.publishing.independent_reader import read_release


def test_a_withdrawn_release_is_vouched_for_no_more(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1), make_mill(2)], ring, stick)
    withdraw(ring, "test.mill", 2)
    assert read_release(stick, root, 2) == "Publisher 2"  # until the stick hears of it
    publish([], ring, stick)
    assert [read_release(stick, root, version) for version in (1, 2)] == ["Publisher 1", ""]
    assert not (stick / "HERITAGE/targets/test.mill/2.json").exists()
    with pytest.raises(KioskError) as raised:
        publish([make_mill(2)], ring, stick)
    assert raised.value.code == "packs.withdrawn"


@pytest.mark.parametrize("times", [0, 1])
def test_what_is_not_published_cannot_be_withdrawn(
    ring: KeyRing, stick: Path, make_mill: MakePack, times: int
) -> None:
    publish([make_mill(1)], ring, stick)
    for _ in range(times):
        withdraw(ring, "test.mill", 1)
    with pytest.raises(KioskError) as raised:
        withdraw(ring, "test.mill", 1 if times else 7)
    assert raised.value.code == "packs.not-published"


def test_an_old_copy_of_the_keys_learns_back_what_was_published(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    """The office burnt; the copy in the safe is from before the last two publishings and a change of nothing else."""
    publish([make_mill(1)], ring, stick)
    copy = shutil.copytree(ring.folder, tmp_path / "copy")
    publish([make_mill(2)], ring, stick)
    withdraw(ring, "test.mill", 1)
    publish([], ring, stick)
    done = publish([make_mill(3)], KeyRing(copy, answer), stick)
    assert done.learned == ("test.mill/2",)
    assert [read_release(stick, root, version) for version in (1, 2, 3)] == ["", "Publisher 2", "Publisher 3"]


def test_two_copies_of_the_keys_that_were_both_used_are_brought_together(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    publish([make_mill(1)], ring, stick)
    copy = KeyRing(shutil.copytree(ring.folder, tmp_path / "copy"), answer)
    publish([make_mill(2)], ring, stick)
    publish([make_mill(3)], copy, tmp_path / "other")
    done = publish([], copy, stick)
    assert done.learned == ("test.mill/2",)
    publish([make_mill(3)], copy, stick)
    assert [read_release(stick, root, version) for version in (1, 2, 3)] == [
        f"Publisher {version}" for version in (1, 2, 3)
    ]


def test_copies_whose_keys_have_gone_apart_are_refused(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    copy = KeyRing(shutil.copytree(ring.folder, tmp_path / "copy"), answer)
    rotate_key(ring)
    publish([make_mill(1)], ring, stick)
    rotate_key(copy)
    with pytest.raises(KioskError) as raised:
        publish([make_mill(2)], copy, stick)
    assert raised.value.code == "packs.keys-behind"
    assert read_release(stick, root, 1) == "Publisher 1"


@pytest.mark.parametrize("times", [1, 4])
def test_what_a_revoked_key_signed_is_not_learned(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path, times: int
) -> None:
    """A thief's stick, older or newer by its numbers, would have the museum sign the thief's packs with its new key."""
    thief = KeyRing(shutil.copytree(ring.folder, tmp_path / "stolen"), answer)
    rotate_key(ring)
    for version in range(1, times + 1):
        publish([make_mill(version)], thief, stick)
    with pytest.raises(KioskError) as raised:
        publish([], ring, stick)
    assert raised.value.code == "packs.tree-foreign"
    assert list(ring.state().listed()) == []
    shutil.rmtree(stick / "HERITAGE")
    publish([make_mill(5)], ring, stick)
    assert [read_release(stick, root, version) for version in (1, 5)] == ["", "Publisher 5"]


def test_a_forged_newer_tree_teaches_nothing(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, stick)
    stamp = stick / "HERITAGE/metadata/timestamp.json"
    stamp.write_bytes(stamp.read_bytes().replace(b'"version":2}', b'"version":9}'))
    done = publish([make_mill(2)], ring, stick)
    assert done.learned == ()
    assert read_release(stick, root, 2) == "Publisher 2"


def test_what_would_run_out_is_signed_anew(ring: KeyRing, stick: Path, make_mill: MakePack) -> None:
    from datetime import timedelta

    publish([make_mill(1)], ring, stick)
    before = ring.state().timestamp.signed
    later = KeyRing(ring.folder, answer, clock=lambda: ring.clock() + timedelta(days=4 * 365))
    publish([make_mill(1)], later, stick)
    after = later.state().timestamp.signed
    assert after.version == before.version + 1
    assert after.expires - before.expires > timedelta(days=3 * 365)
