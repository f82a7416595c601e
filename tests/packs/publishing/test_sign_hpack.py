"""Signed files: everything a device needs in one, and the same pack as before."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.sign_hpack import sign_packs
from tests.packs.conftest import MakePack
from tests.packs.publishing.independent_reader import read_release
from tests.packs.unpacking import unpack


@pytest.fixture
def mill(make_mill: MakePack, tmp_path: Path) -> Path:
    return Path(shutil.copy(make_mill(1), tmp_path / "mill.hpack"))


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_signed_file_vouches_for_itself(ring: KeyRing, mill: Path, root: bytes, tmp_path: Path) -> None:
    before = {name: raw for name, raw in entries(mill).items() if "/metadata/" not in name}
    assert sign_packs([mill], ring) == (("test.mill", 1),)
    after = entries(mill)
    assert {name: raw for name, raw in after.items() if "/metadata/" not in name} == before
    assert read_release(unpack(mill, tmp_path / "tree"), root, 1) == "Publisher 1"


def test_signing_again_changes_nothing(ring: KeyRing, mill: Path) -> None:
    sign_packs([mill], ring)
    signed = mill.read_bytes()
    sign_packs([mill], ring)
    assert mill.read_bytes() == signed


def test_several_files_share_one_list(
    ring: KeyRing, mill: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    other = Path(shutil.copy(make_mill(2), tmp_path / "other.hpack"))
    sign_packs([mill, other], ring)
    assert ring.state().timestamp.signed.version == 2
    assert read_release(unpack(mill, tmp_path / "one"), root, 1) == "Publisher 1"
    assert read_release(unpack(other, tmp_path / "two"), root, 2) == "Publisher 2"


def test_a_file_signed_by_somebody_else_is_signed_anew(
    ring: KeyRing, mill: Path, root: bytes, tmp_path: Path
) -> None:
    from kiosk.packs.publishing.new_ring import throwaway_ring

    with throwaway_ring("Somebody") as other:
        sign_packs([mill], other)
    sign_packs([mill], ring)
    assert read_release(unpack(mill, tmp_path / "tree"), root, 1) == "Publisher 1"


def test_what_is_no_pack_is_refused(ring: KeyRing, tmp_path: Path) -> None:
    (tmp_path / "letter.hpack").write_text("Dear Sir")
    with pytest.raises(KioskError) as raised:
        sign_packs([tmp_path / "letter.hpack"], ring)
    assert raised.value.code == "packs.tree-faulty"
    assert (tmp_path / "letter.hpack").read_text() == "Dear Sir"


def test_a_tree_in_a_folder_is_not_signed_in_place(ring: KeyRing, mill: Path, tmp_path: Path) -> None:
    with pytest.raises(KioskError) as raised:
        sign_packs([mill, unpack(mill, tmp_path / "tree")], ring)
    assert raised.value.code == "packs.tree-faulty"
    assert list(ring.state().listed()) == []


def test_a_damaged_file_is_not_signed(ring: KeyRing, mill: Path) -> None:
    raw = bytearray(mill.read_bytes())
    raw[len(raw) // 2] ^= 1
    mill.write_bytes(raw)
    with pytest.raises(KioskError) as raised:
        sign_packs([mill], ring)
    assert raised.value.code == "packs.tree-faulty"
    assert mill.read_bytes() == raw
    assert [path.name for path in mill.parent.glob("*.partial")] == []
