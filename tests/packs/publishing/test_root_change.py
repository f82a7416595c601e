"""Exchanging and revoking keys: a reader that knows only the first root follows, and the old key counts no more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_ring import PENDING, KeyRing
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from kiosk.packs.publishing.root_change import revoke_root_key, rotate_key
from kiosk.packs.publishing.signed_state import read_state
from kiosk.packs.publishing.waiting_roots import drop_pending, sign_pending
from tests.packs.conftest import MakePack
from tests.packs.publishing.conftest import answer
from tests.packs.publishing.independent_reader import IndependentReader, read_release


@pytest.fixture
def sticks(tmp_path: Path) -> list[Path]:
    """Where a chain's three root keys are kept, each by a person of its own."""
    return [tmp_path / f"stick-{number}" for number in (1, 2, 3)]


@pytest.fixture
def chain(tmp_path: Path, sticks: list[Path]) -> KeyRing:
    return make_ring(tmp_path / "chain", "The Chain", answer, roots=3, threshold=2, root_places=sticks)


def with_sticks(chain: KeyRing, *sticks: Path) -> KeyRing:
    return KeyRing(chain.folder, answer, also=sticks)


def test_a_reader_follows_a_new_key(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    publish([make_mill(1)], ring, stick)
    known = tmp_path / "known"
    assert IndependentReader(stick, root, known).read_release("test.mill", 1) == "Publisher 1"
    (old,) = ring.state().root.keys
    change = rotate_key(ring)
    assert (change.done, change.root_version) == (True, 3)
    assert old not in ring.state().root.keys
    publish([make_mill(2)], ring, stick)
    assert IndependentReader(stick, root, known).read_release("test.mill", 2) == "Publisher 2"
    assert read_release(stick, root, 1) == "Publisher 1"


def test_the_old_key_is_put_aside_and_signs_nothing_more(
    ring: KeyRing, stick: Path, make_mill: MakePack
) -> None:
    old_keys = shutil.copytree(ring.folder, ring.folder.with_name("stolen"))
    rotate_key(ring)
    assert [len(list((ring.folder / name).iterdir())) for name in ("private", "retired")] == [1, 1]
    publish([make_mill(1)], KeyRing(old_keys, answer), stick)
    stolen = read_state(stick / "HERITAGE/metadata")
    assert stolen is not None
    assert not stolen.accepted_by(ring.state().root)


def test_thirty_new_keys_are_followed_in_one_go(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, stick)
    for _ in range(30):
        rotate_key(ring)
    assert ring.state().root.version == 61
    publish([make_mill(1)], ring, stick)
    assert read_release(stick, root, 1) == "Publisher 1"


def test_a_tree_is_whole_at_each_instant_of_catching_up(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    """Three changes of the key lie between the stick and the ring; a reader looks after each file that is written."""
    publish([make_mill(1)], ring, stick)
    for _ in range(3):
        rotate_key(ring)
    seen: list[str] = []

    def look(step: str) -> None:
        if step.startswith(("metadata:", "tidy", "done")):
            seen.append(read_release(stick, root, 1) + read_release(stick, root, 2))

    publish([make_mill(2)], ring, stick, on_step=look)
    assert seen == sorted(seen)
    assert set(seen) == {"Publisher 1", "Publisher 1Publisher 2"}
    assert len(seen) > 10


def test_two_of_three_root_keys_exchange_the_daily_key(
    chain: KeyRing, sticks: list[Path], stick: Path, make_mill: MakePack
) -> None:
    root = chain.state().files["1.root.json"]
    publish([make_mill(1)], chain, stick)
    change = rotate_key(with_sticks(chain, sticks[0], sticks[2]))
    assert (change.done, change.root_version) == (True, 3)
    publish([make_mill(2)], KeyRing(chain.folder, answer), stick)
    assert read_release(stick, root, 2) == "Publisher 2"


def test_root_keys_may_sign_one_after_the_other(
    chain: KeyRing, sticks: list[Path], stick: Path, make_mill: MakePack
) -> None:
    change = rotate_key(with_sticks(chain, sticks[1]))
    assert (change.done, change.signed_by, change.missing) == (False, ("root-2",), 1)
    assert chain.state().root.version == 1
    publish([make_mill(1)], KeyRing(chain.folder, answer), stick)  # the old key goes on signing meanwhile
    again = sign_pending(with_sticks(chain, sticks[1]))
    assert (again.done, again.missing) == (False, 1)
    assert sign_pending(with_sticks(chain, sticks[0])).done
    assert chain.state().root.version == 3
    assert not (chain.folder / PENDING).exists()
    publish([make_mill(2)], KeyRing(chain.folder, answer), stick)
    assert read_release(stick, chain.state().files["1.root.json"], 2) == "Publisher 2"


def test_one_change_at_a_time(chain: KeyRing, sticks: list[Path]) -> None:
    rotate_key(with_sticks(chain, sticks[0]))
    with pytest.raises(KioskError) as raised:
        rotate_key(with_sticks(chain, sticks[0]))
    assert raised.value.code == "packs.change-pending"
    drop_pending(chain)
    with pytest.raises(KioskError) as raised:
        sign_pending(with_sticks(chain, *sticks))
    assert raised.value.code == "packs.nothing-pending"
    assert rotate_key(with_sticks(chain, *sticks)).done


def test_a_lost_root_key_is_replaced_by_the_two_others(
    chain: KeyRing, sticks: list[Path], tmp_path: Path
) -> None:
    change = rotate_key(with_sticks(chain, *sticks[:2]), "root-3", tmp_path / "new-stick")
    assert (change.done, change.root_version) == (True, 2)
    assert len(list((tmp_path / "new-stick").iterdir())) == 1
    with pytest.raises(KioskError) as raised:
        with_sticks(chain, sticks[0], sticks[2]).open_roles(chain.state().root, ["root"])
    assert raised.value.code == "packs.key-absent"
    assert with_sticks(chain, sticks[0], tmp_path / "new-stick").open_roles(chain.state().root, ["root"])


def test_a_root_key_is_revoked_while_enough_are_left(chain: KeyRing, sticks: list[Path]) -> None:
    assert revoke_root_key(with_sticks(chain, *sticks[:2]), "root-3").done
    assert len(chain.state().root.roles["root"].keyids) == 2
    with pytest.raises(KioskError) as raised:
        revoke_root_key(with_sticks(chain, *sticks[:2]), "root-2")
    assert raised.value.code == "packs.last-key"
    assert "kiosk keys rotate root-2" in raised.value.remedy


@pytest.mark.parametrize("name", ["museum", ""])
def test_the_only_key_cannot_be_revoked_but_exchanged(ring: KeyRing, name: str) -> None:
    with pytest.raises(KioskError) as raised:
        revoke_root_key(ring, name)
    assert raised.value.code == "packs.last-key"


def test_a_key_nobody_knows_is_told(ring: KeyRing) -> None:
    with pytest.raises(KioskError) as raised:
        rotate_key(ring, "silver")
    assert raised.value.code == "packs.key-unknown"
    assert "museum" in raised.value.expected


def test_one_signature_of_two_is_not_enough(chain: KeyRing, sticks: list[Path]) -> None:
    """What waits is not in force: the root in the key ring is still the one that two have signed."""
    rotate_key(with_sticks(chain, sticks[0]))
    state = chain.state()
    assert [root.signed.version for root in state.roots] == [1]
    state.verify()
    assert isinstance(Metadata[Root].from_bytes(state.root_raw).signed, Root)


def test_a_damaged_waiting_change_is_told(chain: KeyRing, sticks: list[Path]) -> None:
    rotate_key(with_sticks(chain, sticks[0]))
    (chain.folder / PENDING).write_text("[1, ")
    with pytest.raises(KioskError) as raised:
        sign_pending(with_sticks(chain, *sticks))
    assert raised.value.code == "packs.metadata-faulty"
    drop_pending(chain)
    assert rotate_key(with_sticks(chain, *sticks)).done
