"""The office has burnt: what was signed stands on the sticks, and a key lies in somebody's drawer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from kiosk.packs.publishing.recover import recover_ring
from kiosk.packs.publishing.waiting_roots import sign_pending
from tests.packs.conftest import MakePack
from tests.packs.publishing.conftest import answer
from tests.packs.publishing.independent_reader import read_release


def test_a_key_file_in_a_drawer_is_enough(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    publish([make_mill(1)], ring, stick)
    shutil.copytree(ring.folder / "private", tmp_path / "drawer")
    shutil.rmtree(ring.folder)
    change = recover_ring(KeyRing(ring.folder, answer, also=[tmp_path / "drawer"]), stick)
    assert (change.done, change.root_version) == (True, 1)
    publish([make_mill(2)], KeyRing(ring.folder, answer), stick)
    assert [read_release(stick, root, version) for version in (1, 2)] == ["Publisher 1", "Publisher 2"]


def test_two_root_keys_make_a_new_daily_key(stick: Path, make_mill: MakePack, tmp_path: Path) -> None:
    places = [tmp_path / f"stick-{number}" for number in (1, 2, 3)]
    chain = make_ring(tmp_path / "chain", "The Chain", answer, roots=3, threshold=2, root_places=places)
    root = chain.state().root_raw
    publish([make_mill(1)], chain, stick)
    shutil.rmtree(chain.folder)
    change = recover_ring(KeyRing(chain.folder, answer, also=places[:1]), stick)
    assert (change.done, change.missing) == (False, 1)
    assert sign_pending(KeyRing(chain.folder, answer, also=places[2:])).done
    publish([make_mill(2)], KeyRing(chain.folder, answer), stick)
    assert [read_release(stick, root, version) for version in (1, 2)] == ["Publisher 1", "Publisher 2"]


def test_without_a_key_there_is_nothing_to_recover(
    ring: KeyRing, stick: Path, make_mill: MakePack, tmp_path: Path
) -> None:
    publish([make_mill(1)], ring, stick)
    with pytest.raises(KioskError) as raised:
        recover_ring(KeyRing(tmp_path / "new", answer), stick)
    assert raised.value.code == "packs.key-absent"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("spoil", ["nothing", "forged"])
def test_only_what_was_really_published_is_taken(
    ring: KeyRing, stick: Path, make_mill: MakePack, tmp_path: Path, spoil: str
) -> None:
    if spoil == "forged":
        publish([make_mill(1)], ring, stick)
        stamp = stick / "HERITAGE/metadata/timestamp.json"
        stamp.write_bytes(stamp.read_bytes().replace(b'"version":2}', b'"version":9}'))
    with pytest.raises(KioskError) as raised:
        recover_ring(KeyRing(tmp_path / "new", answer, also=[ring.folder / "private"]), stick)
    assert raised.value.code == "packs.tree-faulty"


def test_keys_that_are_there_are_not_written_over(ring: KeyRing, stick: Path, make_mill: MakePack) -> None:
    publish([make_mill(1)], ring, stick)
    with pytest.raises(KioskError) as raised:
        recover_ring(ring, stick)
    assert raised.value.code == "packs.keys-exist"
